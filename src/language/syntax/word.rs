//! What tagger and parser see of a word: a vocabulary number, hashed ends and its outer shape.

/// Longest form, in bytes, that is looked up; what is longer is cut.
const LONGEST: usize = 48;

/// Vocabulary numbers of words that are rare, and of places outside the sentence.
pub const RARE: u16 = 0;
pub const NONE: u16 = 1;
/// The first number of a real word; numbers rise as words get rarer.
pub const FIRST_WORD: u16 = 2;

/// How many values the hashed prefixes and suffixes have.
pub const PREFIXES: u32 = 2048;
pub const SUFFIXES2: u32 = 512;
pub const SUFFIXES3: u32 = 2048;
pub const SUFFIXES4: u32 = 4096;
/// How many shapes there are, [`Shape`] times first in the sentence or not, and none.
pub const SHAPES: u32 = 32;

/// A word in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Form {
    pub word: u16,
    pub prefix: u16,
    pub suffix2: u16,
    pub suffix3: u16,
    pub suffix4: u16,
    pub shape: u8,
}

/// Stands for every place outside the sentence.
pub const OUTSIDE: Form = Form { word: NONE, prefix: 1, suffix2: 1, suffix3: 1, suffix4: 1, shape: 1 };

/// A word as it is looked up: lower case, digits as 0, curly quotes made straight, at most 48 bytes.
#[derive(Debug, Clone, Copy)]
pub struct Key {
    bytes: [u8; LONGEST],
    len: usize,
}

impl Key {
    pub fn new(word: &str) -> Self {
        let mut key = Self { bytes: [0; LONGEST], len: 0 };
        if word.is_ascii() {
            for &b in word.as_bytes().iter().take(LONGEST) {
                key.push(if b.is_ascii_digit() { b'0' } else { b.to_ascii_lowercase() });
            }
            return key;
        }
        for c in word.chars() {
            let c = match c {
                '\u{2018}' | '\u{2019}' | '\u{201B}' | '\u{02BC}' | '\u{2032}' => '\'',
                '\u{201C}' | '\u{201D}' | '\u{201E}' | '\u{201F}' | '\u{2033}' => '"',
                '\u{2010}' | '\u{2011}' => '-',
                '\u{00AD}' => continue,
                c if c.is_numeric() => '0',
                c => c.to_lowercase().next().unwrap_or(c),
            };
            let mut buffer = [0; 4];
            for &b in c.encode_utf8(&mut buffer).as_bytes() {
                key.push(b);
            }
        }
        key
    }

    #[inline]
    fn push(&mut self, byte: u8) {
        if let Some(slot) = self.bytes.get_mut(self.len) {
            *slot = byte;
            self.len += 1;
        }
    }

    #[inline]
    pub fn bytes(&self) -> &[u8] {
        self.bytes.get(..self.len).unwrap_or(&[])
    }

    #[inline]
    pub fn hash(&self) -> u64 {
        hash(self.bytes())
    }

    /// The form of the word, given its vocabulary number.
    pub fn form(&self, word: u16, original: &str, first: bool) -> Form {
        let bytes = self.bytes();
        let end = |n: usize| bytes.get(bytes.len().saturating_sub(n)..).unwrap_or(&[]);
        let start = bytes.get(..bytes.len().min(3)).unwrap_or(&[]);
        Form {
            word,
            prefix: bucket(start, PREFIXES),
            suffix2: bucket(end(2), SUFFIXES2),
            suffix3: bucket(end(3), SUFFIXES3),
            suffix4: bucket(end(4), SUFFIXES4),
            shape: 2 + 2 * Shape::of(original) as u8 + u8::from(first),
        }
    }
}

/// A number from 2 (0 is "other", 1 "outside") below `buckets`, a power of two, for a few bytes.
#[inline]
fn bucket(bytes: &[u8], buckets: u32) -> u16 {
    let h = hash(bytes);
    (((h >> 32) as u32 & (buckets - 1)).max(2)) as u16
}

/// FNV-1a with a last mixing step, so that all its bits can be used. Fixed: the weights depend on it.
#[inline]
pub fn hash(bytes: &[u8]) -> u64 {
    let mut h: u64 = 0xcbf2_9ce4_8422_2325;
    for &b in bytes {
        h = (h ^ u64::from(b)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    h ^= h >> 29;
    h.wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// The outer shape of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Shape {
    Lower,
    Capitalised,
    Upper,
    /// One capital, with or without a full stop: "I", "B."
    Initial,
    Mixed,
    Digits,
    /// Digits and letters: "21st", "F-16".
    DigitsLetters,
    Punctuation,
    /// Lower case with a hyphen or full stop in it: "e-mail", "p.m."
    LowerJoined,
    /// Upper case with full stops: "U.S."
    Initialism,
    /// Four digits: most often a year.
    FourDigits,
    /// Ends in an apostrophe or starts with one: "'s".
    Clitic,
    /// Capitalised with a hyphen in it: "Saint-Denis".
    CapitalisedJoined,
    Other,
}

impl Shape {
    pub fn of(word: &str) -> Self {
        let (mut upper, mut lower, mut digit, mut mark, mut other, mut stop, mut quote) = (0, 0, 0, 0, 0, 0, 0);
        let mut first_upper = false;
        let mut count = 0;
        for c in word.chars().take(LONGEST) {
            match c {
                'a'..='z' => lower += 1,
                'A'..='Z' => {
                    first_upper |= count == 0;
                    upper += 1;
                }
                '0'..='9' => digit += 1,
                '.' => stop += 1,
                '\'' | '\u{2019}' | '\u{2018}' => quote += 1,
                '-' | '/' | ',' | '&' | ':' => mark += 1,
                c if c.is_uppercase() => {
                    first_upper |= count == 0;
                    upper += 1;
                }
                c if c.is_alphabetic() => lower += 1,
                _ => other += 1,
            }
            count += 1;
        }
        let letters = upper + lower;
        let joined = mark + stop > 0;
        match () {
            () if count == 0 => Self::Other,
            () if letters == 0 && digit == 0 => Self::Punctuation,
            () if digit == 4 && letters == 0 && count == 4 => Self::FourDigits,
            () if digit > 0 && letters == 0 => Self::Digits,
            () if digit > 0 => Self::DigitsLetters,
            () if quote > 0 => Self::Clitic,
            () if other > 0 => Self::Other,
            () if upper == 0 => {
                if joined {
                    Self::LowerJoined
                } else {
                    Self::Lower
                }
            }
            () if letters == 1 => Self::Initial,
            () if lower == 0 => {
                if stop > 0 {
                    Self::Initialism
                } else {
                    Self::Upper
                }
            }
            () if first_upper && upper == 1 && !joined => Self::Capitalised,
            () if first_upper && joined => Self::CapitalisedJoined,
            () => Self::Mixed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_fold_case_digits_and_curly_quotes() {
        assert_eq!(Key::new("Moscow").bytes(), b"moscow");
        assert_eq!(Key::new("1994").bytes(), b"0000");
        assert_eq!(Key::new("\u{2019}s").bytes(), b"'s");
        assert_eq!(Key::new("Élysée").bytes(), "élysée".as_bytes());
        assert_eq!(Key::new(&"é".repeat(100)).bytes().len(), LONGEST);
    }

    #[test]
    fn shapes_tell_names_initialisms_and_numbers_apart() {
        let cases = [
            ("talks", Shape::Lower),
            ("Talks", Shape::Capitalised),
            ("NATO", Shape::Upper),
            ("U.S.", Shape::Initialism),
            ("J.", Shape::Initial),
            ("1994", Shape::FourDigits),
            ("1,500", Shape::Digits),
            ("21st", Shape::DigitsLetters),
            ("'s", Shape::Clitic),
            (",", Shape::Punctuation),
            ("p.m.", Shape::LowerJoined),
            ("McDonald", Shape::Mixed),
            ("", Shape::Other),
        ];
        for (word, shape) in cases {
            assert_eq!(Shape::of(word), shape, "{word}");
        }
    }
}
