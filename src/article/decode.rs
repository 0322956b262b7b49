//! Bytes to characters: byte order mark, strict UTF-8, declared character set, and only then a guess, which is told.

use super::{Notice, Severity};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// How far into a page its declared character set is looked for; the HTML standard says 1024 bytes, pages say otherwise.
const DECLARATION_WITHIN: usize = 4096;
/// How much of a file the guess looks at.
const GUESS_FROM: usize = 1024 * 1024;

/// Turns bytes into characters. What cannot be read becomes U+FFFD, and a notice says how it was read.
pub(super) fn decode(bytes: &[u8]) -> (String, Option<Notice>) {
    if let Some((encoding, skip)) = byte_order(bytes) {
        let (text, damaged) = encoding.decode_without_bom_handling(&bytes[skip..]);
        let guessed = skip == 0;
        let notice = match (damaged, guessed) {
            (true, _) => Some(damaged_notice(encoding)),
            (false, true) => Some(guess_notice(encoding)),
            (false, false) => None,
        };
        return (text.into_owned(), notice);
    }
    let invalid = match std::str::from_utf8(bytes) {
        Ok(text) => return (text.to_owned(), None),
        Err(error) => error.valid_up_to(),
    };
    if let Some(encoding) = declared(bytes).filter(|encoding| *encoding != UTF_8) {
        let (text, damaged) = encoding.decode_without_bom_handling(bytes);
        return (text.into_owned(), damaged.then(|| damaged_notice(encoding)));
    }
    if is_damaged_utf8(bytes, invalid) {
        return (String::from_utf8_lossy(bytes).into_owned(), Some(damaged_notice(UTF_8)));
    }
    let encoding = guess(bytes, invalid);
    let (text, damaged) = encoding.decode_without_bom_handling(bytes);
    (text.into_owned(), Some(if damaged { damaged_notice(encoding) } else { guess_notice(encoding) }))
}

/// The encoding that a byte order mark names, with the length of the mark; or UTF-16 without one, told by where its zero bytes stand.
pub(super) fn byte_order(bytes: &[u8]) -> Option<(&'static Encoding, usize)> {
    if let Some(found) = Encoding::for_bom(bytes) {
        return Some(found);
    }
    let head = &bytes[..bytes.len().min(4096) & !1];
    let zeros = |offset: usize| head.iter().skip(offset).step_by(2).filter(|b| **b == 0).count();
    let (even, odd, pairs) = (zeros(0), zeros(1), head.len() / 2);
    if pairs < 2 {
        return None;
    }
    if odd * 10 >= pairs * 6 && even * 50 <= pairs {
        Some((UTF_16LE, 0))
    } else if even * 10 >= pairs * 6 && odd * 50 <= pairs {
        Some((UTF_16BE, 0))
    } else {
        None
    }
}

/// The character set that an HTML or XML page declares in its first lines.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(DECLARATION_WITHIN)]).to_ascii_lowercase();
    let is_page = head.contains("<meta") || head.trim_start().starts_with("<?xml");
    let after = if is_page { head.split_once("charset=").or_else(|| head.split_once("encoding=")) } else { None };
    let label = after?.1.trim_start_matches(['"', '\'', ' ']);
    let end = label.find(|c: char| !(c.is_ascii_alphanumeric() || "-_:.".contains(c))).unwrap_or(label.len());
    Encoding::for_label(&label.as_bytes()[..end]).map(|encoding| if encoding.is_ascii_compatible() { encoding } else { UTF_8 })
}

/// UTF-8 with a few broken bytes (cut off in the middle, pasted together) is better read as that than as anything else.
fn is_damaged_utf8(bytes: &[u8], first_invalid: usize) -> bool {
    let (mut good, mut bad) = (bytes[..first_invalid].iter().filter(|b| **b >= 0xC2).count(), 0);
    for chunk in bytes[first_invalid..].utf8_chunks() {
        good += chunk.valid().bytes().filter(|b| *b >= 0xC2).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > 0 && good >= bad * 8
}

fn guess(bytes: &[u8], first_invalid: usize) -> &'static Encoding {
    // The detector learns nothing from ASCII, so a large file is looked at where its other bytes begin.
    let from = first_invalid.saturating_sub(GUESS_FROM / 8);
    let part = &bytes[from..bytes.len().min(from + GUESS_FROM)];
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(part, from + part.len() == bytes.len());
    detector.guess(None, Utf8Detection::Deny)
}

fn guess_notice(encoding: &'static Encoding) -> Notice {
    let text = format!("The file does not say how its characters are encoded; it was read as {}, which is a guess.", encoding.name());
    Notice { code: "encoding-guessed", severity: Severity::Info, text }
}

fn damaged_notice(encoding: &'static Encoding) -> Notice {
    let text = format!("Some characters are damaged and show as \u{FFFD}; the file was read as {}.", encoding.name());
    Notice { code: "encoding-damaged", severity: Severity::Warning, text }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(bytes: &[u8]) -> (String, &'static str) {
        let (text, notice) = decode(bytes);
        (text, notice.map_or("", |n| n.code))
    }

    fn utf16(text: &str, little: bool) -> Vec<u8> {
        text.encode_utf16().flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect()
    }

    #[test]
    fn marks_and_utf8_are_read_without_a_word() {
        assert_eq!(code("Türkiye".as_bytes()), ("Türkiye".into(), ""));
        assert_eq!(code(b"\xEF\xBB\xBFTalks"), ("Talks".into(), ""));
        let mut little = vec![0xFF, 0xFE];
        little.extend(utf16("Türkiye", true));
        assert_eq!(code(&little), ("Türkiye".into(), ""));
        let mut big = vec![0xFE, 0xFF];
        big.extend(utf16("Türkiye", false));
        assert_eq!(code(&big), ("Türkiye".into(), ""));
    }

    #[test]
    fn utf16_without_a_mark_is_seen_by_its_zero_bytes() {
        assert_eq!(code(&utf16("Talks in Geneva", true)), ("Talks in Geneva".into(), "encoding-guessed"));
        assert_eq!(code(&utf16("Talks in Geneva", false)), ("Talks in Geneva".into(), "encoding-guessed"));
    }

    #[test]
    fn a_lone_surrogate_is_damage_not_a_crash() {
        let mut bytes = vec![0xFF, 0xFE];
        bytes.extend(0xD800u16.to_le_bytes());
        bytes.extend(utf16("Talks", true));
        assert_eq!(code(&bytes), ("\u{FFFD}Talks".into(), "encoding-damaged"));
    }

    #[test]
    fn a_declared_character_set_is_believed() {
        let page = "<html><head><meta charset=\"windows-1251\"></head><p>".as_bytes();
        let mut bytes = page.to_vec();
        bytes.extend(encoding_rs::WINDOWS_1251.encode("Переговоры").0.iter());
        let (text, notice) = code(&bytes);
        assert!(text.ends_with("Переговоры") && notice.is_empty(), "{text} {notice}");
    }

    #[test]
    fn without_a_declaration_the_guess_is_told() {
        let russian = "Президенты провели переговоры в Женеве и договорились продолжить встречи в следующем году.";
        let (text, notice) = code(&encoding_rs::WINDOWS_1251.encode(russian).0);
        assert_eq!((text.as_str(), notice), (russian, "encoding-guessed"));
        let (text, notice) = code(b"The minister\x92s caf\xE9 in Geneva");
        assert_eq!((text.as_str(), notice), ("The minister’s café in Geneva", "encoding-guessed"));
    }

    #[test]
    fn utf8_cut_in_the_middle_stays_utf8() {
        let mut bytes = "Erdoğan, Šefčovič, Žižek, Võ Nguyên Giáp and Müller met".as_bytes().to_vec();
        bytes.push(0xC5);
        let (text, notice) = code(&bytes);
        assert!(text.starts_with("Erdoğan") && text.ends_with('\u{FFFD}'));
        assert_eq!(notice, "encoding-damaged");
    }
}
