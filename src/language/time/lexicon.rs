//! The words that time expressions are made of, and what each can stand for.

use super::holiday::Holiday;
use super::meaning::{DayPart, Season, Unit};
use super::number;
use crate::language::{Document, token::TokenKind};
use std::collections::HashMap;
use std::ops::Range;

/// What a token can be in a pattern. A token can be several at once: "second" is an ordinal and a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Class {
    /// "May", "Sept.", "Dec"
    Month,
    /// A month written out.
    FullMonth,
    /// "Monday"
    Weekday,
    /// "Mon", "Tues."; only beside a date.
    WeekdayShort,
    /// "Mondays"
    Weekdays,
    /// "day", "week"
    Unit,
    /// "days", "weeks"
    Units,
    /// "summer", "autumn"
    Season,
    /// "morning", "night"
    DayPart,
    /// "mornings"
    DayParts,
    /// "thirties", "'80s", "1990s"
    Decade,
    /// One to 31 in digits, with or without an ordinal's end: "3", "3rd".
    DayNumber,
    /// "third", "21st", "twenty-first"
    Ordinal,
    /// A year of four digits or in words: "1998", "nineteen ninety-eight".
    Year,
    /// "'94", or two digits.
    ShortYear,
    /// One to four digits, for years before Christ and of late antiquity.
    AnyYear,
    /// "1,500", "twenty-four", "two and a half"
    Number,
    /// A number, "a", "a few", "several", "a couple of", "two or three".
    Amount,
    /// "10:30"
    ClockTime,
    /// One to 24.
    Hour,
    /// "2/3/2004", "3.5.2004"
    SlashDate,
    /// "Easter Monday"; all its words.
    Holiday,
    /// A dash or hyphen, with or without space.
    Dash,
    /// A hyphen with no space on either side.
    Tight,
    /// A word with a capital that is no time word.
    Name,
    // What a first pass has read, for the rules that build on it.
    ReadDate,
    ReadTime,
    ReadDuration,
    ReadPeriod,
}

/// One token as the rules see it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Lexeme {
    /// The word's number in the lexicon; 0 where it is not in it.
    pub word: u16,
    /// Bits by `Class`.
    pub classes: u32,
    /// Of a token in digits.
    pub digits: i32,
    pub capital: bool,
}

impl Lexeme {
    pub fn is(&self, class: Class) -> bool {
        self.classes & bit(class) != 0
    }
}

pub const fn bit(class: Class) -> u32 {
    1 << class as u32
}

/// What a listed word can be.
#[derive(Debug, Clone, Default)]
struct Entry {
    meanings: Vec<(Class, i32)>,
    /// Only with a capital: "May", "March", "Sun".
    capital: bool,
}

/// All words that patterns name, and all that carry a value.
#[derive(Debug, Default)]
pub struct Lexicon {
    index: HashMap<Box<str>, u16, Hasher>,
    entries: Vec<Entry>,
    longest: usize,
    /// The words of `Holiday::NAMES`.
    holidays: Vec<Vec<u16>>,
}

/// FNV-1a: the keys are short and come from us.
#[derive(Debug, Default, Clone)]
pub struct Hasher;

impl std::hash::BuildHasher for Hasher {
    type Hasher = Fnv;
    fn build_hasher(&self) -> Fnv {
        Fnv(0xcbf2_9ce4_8422_2325)
    }
}

pub struct Fnv(u64);

impl std::hash::Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 29)
    }
    fn write(&mut self, bytes: &[u8]) {
        for &b in bytes {
            self.0 = (self.0 ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

impl Lexicon {
    pub fn new() -> Self {
        let mut lexicon = Self { entries: vec![Entry::default()], ..Self::default() };
        lexicon.fill();
        lexicon
    }

    /// The number of a word, which is listed if it was not.
    pub fn intern(&mut self, word: &str) -> u16 {
        if let Some(&id) = self.index.get(word) {
            return id;
        }
        let id = self.entries.len() as u16;
        self.entries.push(Entry::default());
        self.longest = self.longest.max(word.len());
        self.index.insert(word.into(), id);
        id
    }

    pub fn find(&self, word: &str) -> Option<u16> {
        if word.len() > self.longest { None } else { self.index.get(word).copied() }
    }

    /// The value of a listed word as a member of a class.
    pub fn value(&self, word: u16, class: Class) -> Option<i32> {
        self.entries.get(word as usize)?.meanings.iter().find(|(c, _)| *c == class).map(|(_, v)| *v)
    }

    /// The names of holidays, as word numbers.
    pub fn holidays(&self) -> &[Vec<u16>] {
        &self.holidays
    }

    fn add(&mut self, words: &str, class: Class, value: i32) {
        for word in words.split_whitespace() {
            let (word, capital) = match word.strip_prefix('^') {
                Some(word) => (word, true),
                None => (word, false),
            };
            let id = self.intern(word);
            if let Some(entry) = self.entries.get_mut(id as usize) {
                entry.meanings.push((class, value));
                entry.capital |= capital;
            }
        }
    }

    fn fill(&mut self) {
        // "^" marks words that count only with a capital.
        const MONTHS: [(&str, &str); 12] = [
            ("^january", "^jan ^jan."),
            ("^february", "^feb ^feb."),
            ("^march", "^mar ^mar."),
            ("^april", "^apr ^apr."),
            ("^may", ""),
            ("^june", "^jun ^jun."),
            ("^july", "^jul ^jul."),
            ("^august", "^aug ^aug."),
            ("^september", "^sep ^sep. ^sept ^sept."),
            ("^october", "^oct ^oct."),
            ("^november", "^nov ^nov."),
            ("^december", "^dec ^dec."),
        ];
        for (value, (full, short)) in (1..).zip(MONTHS) {
            self.add(full, Class::FullMonth, value);
            self.add(full, Class::Month, value);
            self.add(short, Class::Month, value);
        }
        const WEEKDAYS: [(&str, &str); 7] = [
            ("monday", "^mon ^mon."),
            ("tuesday", "^tue ^tue. ^tues ^tues."),
            ("wednesday", "^wed ^wed."),
            ("thursday", "^thu ^thu. ^thur ^thurs ^thurs."),
            ("friday", "^fri ^fri."),
            ("saturday", "^sat ^sat."),
            ("sunday", "^sun ^sun."),
        ];
        for (value, (full, short)) in (1..).zip(WEEKDAYS) {
            self.add(full, Class::Weekday, value);
            self.add(short, Class::WeekdayShort, value);
            self.add(&format!("{full}s"), Class::Weekdays, value);
        }
        for unit in Unit::ALL {
            self.add(unit.singular(), Class::Unit, unit as i32);
            self.add(unit.plural(), Class::Units, unit as i32);
        }
        self.add("yr yr.", Class::Unit, Unit::Year as i32);
        self.add("yrs hrs mins", Class::Units, Unit::Year as i32);
        for season in Season::ALL {
            self.add(season.words(), Class::Season, season as i32);
        }
        for part in DayPart::ALL {
            self.add(part.words(), Class::DayPart, part as i32);
            self.add(part.plurals(), Class::DayParts, part as i32);
        }
        const TENS: [(&str, i32); 8] = [
            ("twenties", 20),
            ("thirties", 30),
            ("forties", 40),
            ("fifties", 50),
            ("sixties", 60),
            ("seventies", 70),
            ("eighties", 80),
            ("nineties", 90),
        ];
        for (word, value) in TENS {
            self.add(word, Class::Decade, value);
        }
        for (word, value) in number::WORDS {
            self.add(word, Class::Number, value);
        }
        for (word, value) in number::ORDINALS {
            self.add(word, Class::Ordinal, value);
        }
        for word in number::AMOUNT_WORDS {
            self.add(word, Class::Amount, 0);
        }
        for (name, _) in Holiday::NAMES {
            let words = name.split(' ').map(|word| self.intern(word)).collect::<Vec<_>>();
            if let Some(first) = words.first()
                && let Some(entry) = self.entries.get_mut(*first as usize)
                && !entry.meanings.iter().any(|(class, _)| *class == Class::Holiday)
            {
                entry.meanings.push((Class::Holiday, 0));
            }
            self.holidays.push(words);
        }
        for (word, value) in [("noon", 12), ("midday", 12), ("midnight", 24)] {
            self.add(word, Class::ClockTime, value * 60);
        }
    }

    /// Reads what each token of a sentence can be into `out`, which then has an entry for each of its tokens.
    pub fn lex(&self, document: &Document, tokens: Range<usize>, out: &mut Vec<Lexeme>) {
        out.clear();
        let bytes = document.article.text.as_bytes();
        for index in tokens {
            let Some(token) = document.tokens.get(index) else { break };
            let capital = bytes.get(token.span.start).is_some_and(u8::is_ascii_uppercase);
            let mut lexeme = Lexeme { capital, ..Lexeme::default() };
            match token.kind {
                TokenKind::Number => number_token(document.lower(index), &mut lexeme),
                TokenKind::Word => {
                    let word = document.lower(index);
                    let first = word.as_bytes().first().copied().unwrap_or(b' ');
                    if first.is_ascii_digit() || first == b'\'' {
                        mixed_token(word, &mut lexeme);
                    }
                    if let Some(id) = self.find(word) {
                        lexeme.word = id;
                        if let Some(entry) = self.entries.get(id as usize)
                            && (capital || !entry.capital)
                        {
                            lexeme.classes |= entry.meanings.iter().fold(0, |bits, (class, _)| bits | bit(*class));
                        }
                    }
                    if capital && lexeme.word == 0 && lexeme.classes == 0 {
                        lexeme.classes = bit(Class::Name);
                    }
                }
                TokenKind::Punctuation => {
                    let mark = document.lower(index);
                    lexeme.word = self.find(mark).unwrap_or(0);
                    if matches!(mark, "-" | "--" | "\u{2013}" | "\u{2014}" | "\u{2212}") {
                        lexeme.classes = bit(Class::Dash);
                        let spaced = |at: Option<&u8>| at.is_none_or(|b| b.is_ascii_whitespace());
                        let before = token.span.start.checked_sub(1).and_then(|i| bytes.get(i));
                        if !spaced(before) && !spaced(bytes.get(token.span.end)) {
                            lexeme.classes |= bit(Class::Tight);
                        }
                    }
                }
            }
            out.push(lexeme);
        }
    }
}

/// Digits with their separators.
fn number_token(word: &str, lexeme: &mut Lexeme) {
    if word.bytes().all(|b| b.is_ascii_digit()) {
        let Ok(value) = word.parse::<i32>() else {
            lexeme.classes = bit(Class::Number);
            return;
        };
        lexeme.digits = value;
        lexeme.classes = bit(Class::Number);
        let short = word.len() <= 2;
        let set = |lexeme: &mut Lexeme, class, yes: bool| {
            if yes {
                lexeme.classes |= bit(class);
            }
        };
        set(lexeme, Class::DayNumber, short && (1..=31).contains(&value));
        set(lexeme, Class::Hour, short && value <= 24);
        set(lexeme, Class::ShortYear, word.len() == 2);
        set(lexeme, Class::Year, word.len() == 4 && (1000..=2199).contains(&value));
        set(lexeme, Class::AnyYear, word.len() <= 4 && value > 0);
        return;
    }
    let colon = word.contains(':');
    let slash = word.contains('/');
    if colon && clock_minutes(word).is_some() {
        lexeme.classes = bit(Class::ClockTime);
    } else if slash || word.matches('.').count() == 2 {
        lexeme.classes = if slash_parts(word).is_some() { bit(Class::SlashDate) } else { 0 };
        if word.matches('/').count() == 1 && !word.contains('.') {
            lexeme.classes |= bit(Class::Number);
        }
    } else {
        lexeme.classes = bit(Class::Number);
        if clock_minutes(&word.replace('.', ":")).is_some() {
            lexeme.classes |= bit(Class::ClockTime);
        }
    }
}

/// Digits with letters: "3rd", "1990s", "'94", "'80s".
fn mixed_token(word: &str, lexeme: &mut Lexeme) {
    let (quoted, rest) = word.strip_prefix('\'').map_or((false, word), |r| (true, r));
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let (Some(number), Some(end)) = (rest.get(..digits), rest.get(digits..)) else { return };
    let Ok(value) = number.parse::<i32>() else { return };
    lexeme.digits = value;
    match end {
        "s" | "'s" if digits == 4 && value % 10 == 0 && (1000..2200).contains(&value) => lexeme.classes |= bit(Class::Decade),
        "s" if digits == 3 && value % 10 == 0 => lexeme.classes |= bit(Class::Decade),
        "s" if digits == 2 && value % 10 == 0 && value > 0 => lexeme.classes |= bit(Class::Decade),
        "" if quoted && digits == 2 => lexeme.classes |= bit(Class::ShortYear),
        "st" | "nd" | "rd" | "th" if !quoted => {
            lexeme.classes |= bit(Class::Ordinal);
            if (1..=31).contains(&value) {
                lexeme.classes |= bit(Class::DayNumber);
            }
        }
        _ => {}
    }
}

/// Minutes after midnight of "10:30" or "10:30:15".
pub fn clock_minutes(word: &str) -> Option<i32> {
    let mut parts = word.split(':');
    let hour: i32 = parts.next()?.parse().ok()?;
    let minute = parts.next()?;
    let value: i32 = minute.parse().ok()?;
    (minute.len() == 2 && hour <= 24 && value < 60).then_some(hour * 60 + value)
}

/// The three numbers of "2/3/2004" or "3.5.2004", the first and last of up to four digits.
pub fn slash_parts(word: &str) -> Option<[i32; 3]> {
    let mut parts = word.split(['/', '.']).map(|p| (p.len() <= 4).then(|| p.parse::<i32>().ok()).flatten());
    let three = [parts.next()??, parts.next()??, parts.next()??];
    parts.next().is_none().then_some(three)
}
