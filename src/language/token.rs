//! Words, numbers and marks, cut as the treebanks cut them (Universal Dependencies: "Moscow" "'s", "do" "n't").

mod abbreviation;
#[cfg(test)]
mod tests;

pub use abbreviation::{may_end_sentence, never_ends_sentence};

use crate::article::TextSpan;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    Word,
    /// Digits with their separators: "12", "1,500", "3.5", "10:30", "2/3/2004". Not "21st", "1990s".
    Number,
    Punctuation,
}

/// One token; its words are the article's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    pub span: TextSpan,
    pub kind: TokenKind,
}

/// The tokens' words in lower case with straight quotes and apostrophes, so that rules compare them with plain literals.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Folded {
    text: String,
    ends: Vec<usize>,
}

impl Folded {
    pub fn new(text: &str, tokens: &[Token]) -> Self {
        let mut folded = Self { text: String::with_capacity(text.len()), ends: Vec::with_capacity(tokens.len()) };
        for token in tokens {
            fold_into(token.span.of(text), &mut folded.text);
            folded.ends.push(folded.text.len());
        }
        folded
    }

    /// The folded word of one token; empty for an index out of range.
    pub fn get(&self, token: usize) -> &str {
        let Some(&end) = self.ends.get(token) else { return "" };
        let start = token.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.text.get(start..end).unwrap_or("")
    }
}

/// Appends a word in lower case, its curly quotes, apostrophes and hard hyphens made plain.
pub fn fold_into(word: &str, out: &mut String) {
    if word.is_ascii() {
        let from = out.len();
        out.push_str(word);
        if let Some(new) = out.get_mut(from..) {
            new.make_ascii_lowercase();
        }
        return;
    }
    word.chars().for_each(|c| fold_char(c, out));
}

/// Appends one character, folded as in `fold_into`.
pub fn fold_char(c: char, out: &mut String) {
    match c {
        '\u{2018}' | '\u{2019}' | '\u{201B}' | '\u{02BC}' | '\u{2032}' => out.push('\''),
        '\u{201C}' | '\u{201D}' | '\u{201E}' | '\u{201F}' | '\u{2033}' => out.push('"'),
        '\u{2010}' | '\u{2011}' => out.push('-'),
        '\u{00AD}' => {}
        _ => out.extend(c.to_lowercase()),
    }
}

/// Cuts a stretch of text into tokens, whose spans count from `base`.
pub fn cut(text: &str, base: usize, out: &mut Vec<Token>) {
    let mut at = 0;
    while let Some((c, size)) = char_at(text, at) {
        if is_space(c) {
            at += size;
            continue;
        }
        let end = chunk_end(text, at);
        Chunk { text, base, end, start: at }.cut(out);
        at = end;
    }
}

/// A run of text without white space.
struct Chunk<'a> {
    text: &'a str,
    base: usize,
    start: usize,
    end: usize,
}

impl Chunk<'_> {
    fn cut(&self, out: &mut Vec<Token>) {
        let mut at = self.start;
        if let Some(end) = self.address_end() {
            self.push(at, end, TokenKind::Word, out);
            at = end;
        }
        while at < self.end {
            let Some((c, size)) = self.peek(at) else { return };
            at = if is_word(c) { self.word(at, out) } else { self.mark(at, c, size, out) };
        }
    }

    fn peek(&self, at: usize) -> Option<(char, usize)> {
        if at < self.end { char_at(self.text, at) } else { None }
    }

    fn peek_char(&self, at: usize) -> Option<char> {
        self.peek(at).map(|(c, _)| c)
    }

    fn push(&self, start: usize, end: usize, kind: TokenKind, out: &mut Vec<Token>) {
        if start < end {
            out.push(Token { span: TextSpan::new(self.base + start, self.base + end), kind });
        }
    }

    fn slice(&self, start: usize, end: usize) -> &str {
        self.text.get(start..end).unwrap_or("")
    }

    /// The end of a web or mail address that the chunk starts with; such are kept whole.
    fn address_end(&self) -> Option<usize> {
        let chunk = self.slice(self.start, self.end);
        // A cheap look before the thorough one: most chunks are plain words.
        if !chunk.bytes().any(|b| matches!(b, b'@' | b'/' | b'.')) || !chunk.starts_with(|c: char| c.is_ascii_alphanumeric()) {
            return None;
        }
        let mail = chunk.find('@').is_some_and(|i| i > 0 && chunk.get(i..).is_some_and(|rest| rest.contains('.')));
        if !(chunk.contains("://") || chunk.starts_with("www.") || mail) {
            return None;
        }
        let kept = chunk.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '"', '\'', '\u{201D}', '\u{2019}', '>']);
        Some(self.start + kept.len())
    }

    /// One mark, or a run of the same stop or dash.
    fn mark(&self, at: usize, c: char, size: usize, out: &mut Vec<Token>) -> usize {
        let next = at + size;
        if is_apostrophe(c) || c == '\u{2018}' {
            // "'90s", "’94"
            let digits = self.slice(next, self.end).bytes().take_while(u8::is_ascii_digit).count();
            if digits == 2
                && (at == self.start || !matches!(out.last(), Some(t) if t.kind == TokenKind::Number && t.span.end == self.base + at))
            {
                let mut end = next + 2;
                if self.peek_char(end) == Some('s') {
                    end += 1;
                }
                if self.peek_char(end).is_none_or(|c| !is_word(c)) {
                    self.push(at, end, TokenKind::Word, out);
                    return end;
                }
            }
            if let Some(end) = self.clitic_end(next).filter(|_| at > self.start) {
                self.push(at, end, TokenKind::Word, out);
                return end;
            }
        }
        let mut end = next;
        if matches!(c, '.' | '-' | '!' | '?' | '*' | '_' | '=' | '~') {
            while self.peek_char(end) == Some(c) {
                end += size;
            }
        }
        self.push(at, end, TokenKind::Punctuation, out);
        end
    }

    /// Where a clitic that starts after an apostrophe ends: "s", "m", "d", "re", "ve", "ll".
    fn clitic_end(&self, at: usize) -> Option<usize> {
        let rest = self.slice(at, self.end).as_bytes();
        let long = match rest {
            [a, b, ..] => matches!([a.to_ascii_lowercase(), b.to_ascii_lowercase()], [b'r' | b'v', b'e'] | [b'l', b'l']),
            _ => false,
        };
        let length = match rest.first()?.to_ascii_lowercase() {
            b's' | b'm' | b'd' if !long => 1,
            _ if long => 2,
            _ => return None,
        };
        self.peek_char(at + length).is_none_or(|c| !is_word(c) && !is_apostrophe(c)).then_some(at + length)
    }

    /// A word or a number with the clitics that hang on it.
    fn word(&self, start: usize, out: &mut Vec<Token>) -> usize {
        let mut at = start;
        let mut digits_only = true;
        let mut digits = 0; // in the current run of digits
        let mut run = 0; // characters since the last inner full stop
        let mut stops = false; // whether inner full stops make it an initialism: "U.S"
        let mut last = ' ';
        while let Some((c, size)) = self.peek(at) {
            if is_word(c) {
                if c.is_ascii_digit() {
                    digits += 1;
                } else {
                    if digits_only && at > start && self.unit_follows(at) {
                        break;
                    }
                    digits = 0;
                    digits_only = false;
                }
                run += 1;
                last = c;
                at += size;
                continue;
            }
            let Some((next, _)) = self.peek(at + size) else { break };
            if !is_word(next) {
                break;
            }
            let joined = match c {
                '.' if last.is_ascii_digit() => digits_only && next.is_ascii_digit(),
                '.' => {
                    let initial = next.is_alphabetic() && (run == 1 || self.slice(start, at).eq_ignore_ascii_case("ph"));
                    stops |= initial;
                    initial || (last.is_lowercase() && next.is_ascii_lowercase())
                }
                ',' => digits_only && digits > 0 && digits <= 3 && self.three_digits(at + size),
                ':' | '/' => digits_only && last.is_ascii_digit() && next.is_ascii_digit() || c == '/' && self.is_and_or(start, at),
                '-' | '\u{2011}' => {
                    // "COVID-19", "G-20", "U-2"; not "mid-1970s", "Prizes-2000", "Moscow-based"
                    let name = self.peek_char(start).is_some_and(char::is_uppercase) && !digits_only && last != '.';
                    let number = self.slice(at + size, self.end).bytes().take_while(u8::is_ascii_digit).count();
                    name && (1..4).contains(&number)
                }
                '&' => last.is_uppercase() && next.is_uppercase(),
                _ if is_apostrophe(c) => {
                    if let Some(end) = self.clitic_end(at + size) {
                        self.push_word(start, at, digits_only, out);
                        self.push(at, end, TokenKind::Word, out);
                        return end;
                    }
                    if let Some(end) = self.negation_end(start, at, size, last) {
                        self.push_word(start, at - last.len_utf8(), digits_only, out);
                        self.push(at - last.len_utf8(), end, TokenKind::Word, out);
                        return end;
                    }
                    last.is_alphabetic() && next.is_alphabetic()
                }
                '\u{00AD}' | '_' => true,
                _ => false,
            };
            if !joined {
                break;
            }
            if c == '.' || c == ',' {
                digits = 0;
                run = 0;
            }
            at += size;
        }
        let end = self.with_stop(start, at, stops, digits_only);
        self.push_word(start, end, digits_only, out);
        end
    }

    fn push_word(&self, start: usize, end: usize, number: bool, out: &mut Vec<Token>) {
        if number {
            return self.push(start, end, TokenKind::Number, out);
        }
        // Two words written as one, as the treebanks part them.
        let word = self.slice(start, end);
        let cut = match word.len() {
            5 if word.eq_ignore_ascii_case("gonna") || word.eq_ignore_ascii_case("wanna") || word.eq_ignore_ascii_case("gotta") => 3,
            6 if word.eq_ignore_ascii_case("cannot") => 3,
            _ => return self.push(start, end, TokenKind::Word, out),
        };
        self.push(start, start + cut, TokenKind::Word, out);
        self.push(start + cut, end, TokenKind::Word, out);
    }

    /// The end of "n't" whose apostrophe stands at `at`, after `last`.
    fn negation_end(&self, start: usize, at: usize, size: usize, last: char) -> Option<usize> {
        let t = matches!(self.peek_char(at + size), Some('t' | 'T'));
        let ends = self.peek_char(at + size + 1).is_none_or(|c| !is_word(c));
        (matches!(last, 'n' | 'N') && at > start + 1 && t && ends).then_some(at + size + 1)
    }

    /// Whether letters that follow digits are a unit of their own: "10am", "40km".
    fn unit_follows(&self, at: usize) -> bool {
        let rest = self.slice(at, self.end);
        if rest.starts_with("a.m") || rest.starts_with("p.m") {
            return true;
        }
        let letters = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
        const UNITS: [&str; 15] = ["am", "pm", "km", "kg", "m", "mm", "cm", "ft", "mph", "bn", "mn", "tn", "hrs", "mins", "gmt"];
        letters <= 4 && UNITS.iter().any(|u| rest.get(..letters).is_some_and(|r| r.eq_ignore_ascii_case(u)))
    }

    fn three_digits(&self, at: usize) -> bool {
        self.slice(at, self.end).bytes().take_while(u8::is_ascii_digit).count() == 3
    }

    fn is_and_or(&self, start: usize, slash: usize) -> bool {
        self.slice(start, slash).eq_ignore_ascii_case("and")
            && self.slice(slash + 1, self.end).get(..2).is_some_and(|w| w.eq_ignore_ascii_case("or"))
    }

    /// Takes in the full stop of an initialism, an initial or a known abbreviation.
    fn with_stop(&self, start: usize, end: usize, stops: bool, digits_only: bool) -> usize {
        if digits_only || self.peek_char(end) != Some('.') || self.peek_char(end + 1) == Some('.') {
            return end;
        }
        let word = self.slice(start, end);
        let initial = word.len() == 1 && word != "I" && word.bytes().all(|b| b.is_ascii_uppercase());
        let next_is_digit = || {
            let rest = self.text.get(end + 1..).unwrap_or("");
            rest.trim_start_matches([' ', '\u{A0}', '\n']).starts_with(|c: char| c.is_ascii_digit())
        };
        if stops || initial || abbreviation::is_abbreviation(word, next_is_digit) { end + 1 } else { end }
    }
}

fn char_at(text: &str, at: usize) -> Option<(char, usize)> {
    let &byte = text.as_bytes().get(at)?;
    if byte < 128 {
        return Some((byte as char, 1));
    }
    text.get(at..)?.chars().next().map(|c| (c, c.len_utf8()))
}

fn chunk_end(text: &str, start: usize) -> usize {
    let mut at = start;
    while let Some((c, size)) = char_at(text, at) {
        if is_space(c) {
            break;
        }
        at += size;
    }
    at
}

fn is_space(c: char) -> bool {
    if c.is_ascii() {
        c.is_ascii_whitespace() || c.is_ascii_control()
    } else {
        c.is_whitespace() || matches!(c, '\u{200B}' | '\u{2060}' | '\u{FEFF}')
    }
}

fn is_word(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() } else { c.is_alphanumeric() || ('\u{0300}'..='\u{036F}').contains(&c) }
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{02BC}')
}
