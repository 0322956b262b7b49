//! Rules as patterns over words and classes of words, compiled once into one tree.
//!
//! A pattern is words and classes parted by spaces: `the? next|coming UNIT`. `?` marks what may be absent, `a|b` a choice,
//! `( a b | c )` groups, and `[in|by]` at an end names context that must stand there and does not belong to the expression.
//! Names in capitals are classes of `lexicon::Class`.

use super::holiday::Holiday;
use super::lexicon::{Class, Lexicon, bit};
use super::meaning::{Clock, DayPart, Reading, Season, Unit};
use super::number::{Amount, Tokens};
use std::ops::Range;

/// One named rule.
pub struct Rule {
    pub name: &'static str,
    pub pattern: &'static str,
    /// Phrases that the rule reads whole; the tests hold it to that.
    pub examples: &'static [&'static str],
    /// What the phrase means; none where it turns out to be something else.
    pub read: fn(&Match) -> Option<Outcome>,
}

/// What a rule makes of its words.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    One(Reading),
    /// Two expressions told as one stretch or one choice ("May 3–5"): the tokens of each, counted from the sentence's first.
    Pair {
        first: (Range<usize>, Reading),
        second: (Range<usize>, Reading),
        joint: Joint,
    },
}

/// How the two expressions of a pair belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joint {
    /// "from 3 to 5 May": all of it.
    Throughout,
    /// "between March and June": some time in it.
    Between,
    /// "on 3 and 5 May": each by itself.
    List,
}

impl<T: Into<Reading>> From<T> for Outcome {
    fn from(reading: T) -> Self {
        Self::One(reading.into())
    }
}

const CLASSES: [(&str, Class); 29] = [
    ("MONTH", Class::Month),
    ("FULLMONTH", Class::FullMonth),
    ("WEEKDAY", Class::Weekday),
    ("WEEKDAYSHORT", Class::WeekdayShort),
    ("WEEKDAYS", Class::Weekdays),
    ("UNIT", Class::Unit),
    ("UNITS", Class::Units),
    ("SEASON", Class::Season),
    ("DAYPART", Class::DayPart),
    ("DAYPARTS", Class::DayParts),
    ("DECADE", Class::Decade),
    ("DAY", Class::DayNumber),
    ("ORDINAL", Class::Ordinal),
    ("YEAR", Class::Year),
    ("SHORTYEAR", Class::ShortYear),
    ("ANYYEAR", Class::AnyYear),
    ("NUMBER", Class::Number),
    ("AMOUNT", Class::Amount),
    ("CLOCKTIME", Class::ClockTime),
    ("HOUR", Class::Hour),
    ("HOLIDAY", Class::Holiday),
    ("SLASHDATE", Class::SlashDate),
    ("DASH", Class::Dash),
    ("TIGHT", Class::Tight),
    ("NAME", Class::Name),
    ("DATE", Class::ReadDate),
    ("TIME", Class::ReadTime),
    ("DURATION", Class::ReadDuration),
    ("PERIOD", Class::ReadPeriod),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Word(u16),
    Class(Class),
}

/// A pattern with every choice made.
#[derive(Debug, Clone, Default)]
struct Path {
    steps: Vec<Step>,
    /// Steps at the start and at the end that are context.
    lead: usize,
    trail: usize,
}

#[derive(Debug, Default)]
struct Node {
    words: Vec<(u16, usize)>,
    classes: Vec<(Class, usize)>,
    /// Rule, steps of context before and after.
    ends: Vec<(usize, usize, usize)>,
}

/// Many rules as one tree of steps.
pub struct Grammar {
    rules: Vec<&'static Rule>,
    nodes: Vec<Node>,
    /// Classes that a first token may have; words by number.
    first_classes: u32,
    first_words: Vec<bool>,
}

/// What has been read before by a lower level: chunks by their first token.
pub trait Chunks {
    /// The token after the chunk of a class that starts here.
    fn chunk(&self, at: usize, class: Class) -> Option<usize>;
    /// Whether a chunk covers the token.
    fn covers(&self, at: usize) -> bool;
    /// The reading of the chunk that starts here.
    fn reading(&self, at: usize) -> Option<&Reading>;
}

/// A rule's words in a sentence.
pub struct Match<'a> {
    pub tokens: Tokens<'a>,
    /// The words of the expression, without context.
    pub range: Range<usize>,
    captures: &'a [(Class, usize, usize)],
    chunks: &'a dyn Chunks,
}

/// A phrase that a rule has read.
pub struct Found {
    pub rule: &'static Rule,
    pub range: Range<usize>,
    pub outcome: Outcome,
}

impl Grammar {
    pub fn new(rules: &[&'static [Rule]], lexicon: &mut Lexicon) -> Self {
        let mut grammar = Self { rules: Vec::new(), nodes: vec![Node::default()], first_classes: 0, first_words: Vec::new() };
        for rule in rules.iter().copied().flatten() {
            let index = grammar.rules.len();
            grammar.rules.push(rule);
            for path in compile(rule.pattern, lexicon) {
                grammar.add(index, &path);
            }
        }
        if let Some(root) = grammar.nodes.first() {
            for &(word, _) in &root.words {
                let at = word as usize;
                if grammar.first_words.len() <= at {
                    grammar.first_words.resize(at + 1, false);
                }
                if let Some(seen) = grammar.first_words.get_mut(at) {
                    *seen = true;
                }
            }
            grammar.first_classes = root.classes.iter().fold(0, |bits, (class, _)| {
                bits | match class {
                    // These may be told in words.
                    Class::Year | Class::Ordinal | Class::Amount => bit(*class) | bit(Class::Number),
                    _ => bit(*class),
                }
            });
        }
        grammar
    }

    pub fn rules(&self) -> &[&'static Rule] {
        &self.rules
    }

    fn add(&mut self, rule: usize, path: &Path) {
        let mut at = 0;
        for &step in &path.steps {
            let next = self.nodes.len();
            let Some(node) = self.nodes.get_mut(at) else { return };
            let known = match step {
                Step::Word(word) => node.words.iter().find(|(w, _)| *w == word).map(|(_, n)| *n),
                Step::Class(class) => node.classes.iter().find(|(c, _)| *c == class).map(|(_, n)| *n),
            };
            at = known.unwrap_or_else(|| {
                match step {
                    Step::Word(word) => node.words.push((word, next)),
                    Step::Class(class) => node.classes.push((class, next)),
                }
                next
            });
            if at == next {
                self.nodes.push(Node::default());
            }
        }
        if let Some(node) = self.nodes.get_mut(at) {
            node.ends.push((rule, path.lead, path.trail));
        }
    }

    /// Whether any rule could start with this token.
    fn may_start(&self, tokens: Tokens, at: usize, chunks: &dyn Chunks) -> bool {
        let lexeme = tokens.lexeme(at);
        self.first_classes & lexeme.classes != 0
            || lexeme.word != 0 && self.first_words.get(lexeme.word as usize).copied().unwrap_or(false)
            || chunks.reading(at).is_some()
    }

    /// The longest phrase that a rule reads from this token on; of equally long ones the rule named first.
    pub fn find(&self, tokens: Tokens, at: usize, chunks: &dyn Chunks) -> Option<Found> {
        if !self.may_start(tokens, at, chunks) {
            return None;
        }
        let mut search = Search { grammar: self, tokens, chunks, captures: Vec::new(), ends: Vec::new(), bounds: Vec::new() };
        search.walk(0, at);
        let mut ends = search.ends;
        ends.sort_by_key(|end| (std::cmp::Reverse(end.reach), end.rule));
        ends.into_iter().find_map(|end| {
            let rule = self.rules.get(end.rule)?;
            let found = Match { tokens, range: end.range.clone(), captures: &end.captures, chunks };
            (rule.read)(&found).map(|outcome| Found { rule, range: end.range, outcome })
        })
    }
}

struct End {
    rule: usize,
    /// The token after the last matched one, context included.
    reach: usize,
    range: Range<usize>,
    captures: Vec<(Class, usize, usize)>,
}

struct Search<'a> {
    grammar: &'a Grammar,
    tokens: Tokens<'a>,
    chunks: &'a dyn Chunks,
    captures: Vec<(Class, usize, usize)>,
    ends: Vec<End>,
    /// First token of every step taken.
    bounds: Vec<usize>,
}

impl Search<'_> {
    fn walk(&mut self, node: usize, at: usize) {
        let grammar = self.grammar;
        let Some(node) = grammar.nodes.get(node) else { return };
        for &(rule, lead, trail) in &node.ends {
            let start = self.bounds.get(lead).copied().unwrap_or(at);
            let end =
                if trail == 0 { at } else { self.bounds.len().checked_sub(trail).and_then(|i| self.bounds.get(i)).copied().unwrap_or(at) };
            if start < end {
                self.ends.push(End { rule, reach: at, range: start..end, captures: self.captures.clone() });
            }
        }
        if at >= self.tokens.lexemes.len() {
            return;
        }
        let covered = self.chunks.covers(at);
        if !covered {
            let word = self.tokens.lexeme(at).word;
            if word != 0
                && let Some(&(_, next)) = node.words.iter().find(|(w, _)| *w == word)
            {
                self.bounds.push(at);
                self.walk(next, at + 1);
                self.bounds.pop();
            }
        }
        for &(class, next) in &node.classes {
            let end = match class {
                Class::ReadDate | Class::ReadTime | Class::ReadDuration | Class::ReadPeriod => self.chunks.chunk(at, class),
                _ if covered => None,
                Class::Year => self.tokens.year(at).map(|(end, _)| end),
                Class::Ordinal => self.tokens.ordinal(at).map(|(end, _)| end),
                Class::Number => self.tokens.number(at).map(|(end, _)| end),
                Class::Holiday => self.tokens.holiday(at).map(|(end, _)| end),
                Class::Amount => self.tokens.amount(at).map(|(end, _)| end),
                _ => self.tokens.is(at, class).then_some(at + 1),
            };
            if let Some(end) = end {
                self.captures.push((class, at, end));
                self.bounds.push(at);
                self.walk(next, end);
                self.bounds.pop();
                self.captures.pop();
            }
        }
    }
}

impl Match<'_> {
    fn capture(&self, class: Class, nth: usize) -> Option<(usize, usize)> {
        self.captures.iter().filter(|(c, ..)| *c == class).nth(nth).map(|&(_, start, end)| (start, end))
    }

    /// The tokens of the nth capture of a class.
    pub fn of(&self, class: Class, nth: usize) -> Option<Range<usize>> {
        self.capture(class, nth).map(|(start, end)| start..end)
    }

    fn value(&self, class: Class, nth: usize) -> Option<i32> {
        self.tokens.value(self.capture(class, nth)?.0, class)
    }

    fn digits(&self, class: Class, nth: usize) -> Option<i32> {
        Some(self.tokens.lexeme(self.capture(class, nth)?.0).digits)
    }

    pub fn month(&self, nth: usize) -> Option<u32> {
        self.value(Class::Month, nth).or_else(|| self.value(Class::FullMonth, nth)).map(|m| m as u32)
    }

    pub fn weekday(&self) -> Option<i32> {
        [Class::Weekday, Class::WeekdayShort, Class::Weekdays].into_iter().find_map(|class| self.value(class, 0))
    }

    pub fn unit(&self) -> Option<Unit> {
        Unit::from_value(self.value(Class::Unit, 0).or_else(|| self.value(Class::Units, 0))?)
    }

    pub fn season(&self) -> Option<Season> {
        Season::from_value(self.value(Class::Season, 0)?)
    }

    pub fn day_part(&self) -> Option<DayPart> {
        DayPart::from_value(self.value(Class::DayPart, 0).or_else(|| self.value(Class::DayParts, 0))?)
    }

    pub fn day(&self, nth: usize) -> Option<u32> {
        self.digits(Class::DayNumber, nth).map(|d| d as u32)
    }

    pub fn ordinal(&self, nth: usize) -> Option<i32> {
        self.tokens.ordinal(self.capture(Class::Ordinal, nth)?.0).map(|(_, n)| n)
    }

    pub fn year(&self, nth: usize) -> Option<i32> {
        self.tokens.year(self.capture(Class::Year, nth)?.0).map(|(_, y)| y)
    }

    pub fn any_year(&self, nth: usize) -> Option<i32> {
        self.digits(Class::AnyYear, nth)
    }

    pub fn short_year(&self, nth: usize) -> Option<i32> {
        self.digits(Class::ShortYear, nth)
    }

    pub fn decade(&self) -> Option<i32> {
        let (at, _) = self.capture(Class::Decade, 0)?;
        self.tokens.value(at, Class::Decade).or(Some(self.tokens.lexeme(at).digits))
    }

    pub fn number(&self, nth: usize) -> Option<i32> {
        let (_, n) = self.tokens.number(self.capture(Class::Number, nth)?.0)?;
        (n.fract() == 0.0 && n.abs() < 1e7).then_some(n as i32)
    }

    pub fn amount(&self) -> Option<Amount> {
        self.tokens.amount(self.capture(Class::Amount, 0)?.0).map(|(_, a)| a)
    }

    /// The second amount of a phrase: "a week and a day".
    pub fn last_amount(&self) -> Option<Amount> {
        self.tokens.amount(self.capture(Class::Amount, 1)?.0).map(|(_, a)| a)
    }

    pub fn holiday(&self) -> Option<Holiday> {
        self.tokens.holiday(self.capture(Class::Holiday, 0)?.0).map(|(_, h)| h)
    }

    pub fn hour(&self) -> Option<i32> {
        self.digits(Class::Hour, 0)
    }

    /// Minutes after midnight of "10:30", "noon".
    pub fn clock_time(&self) -> Option<i32> {
        let (at, _) = self.capture(Class::ClockTime, 0)?;
        let word = self.tokens.word(at);
        self.tokens.value(at, Class::ClockTime).or_else(|| super::lexicon::clock_minutes(&word.replace('.', ":")))
    }

    /// The reading of the nth chunk of a class.
    pub fn chunk(&self, class: Class, nth: usize) -> Option<Reading> {
        self.chunks.reading(self.capture(class, nth)?.0).cloned()
    }

    /// The reading of the nth date chunk.
    pub fn date(&self, nth: usize) -> Option<Reading> {
        self.chunk(Class::ReadDate, nth)
    }

    /// Whether one of the expression's words is this one.
    pub fn has(&self, word: &str) -> bool {
        self.range.clone().any(|at| self.tokens.word(at) == word)
    }

    pub fn has_any(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.has(word))
    }

    pub fn len(&self) -> usize {
        self.range.len()
    }

    /// The word so many places before the expression; 1 is the one next to it.
    pub fn before(&self, places: usize) -> &str {
        self.range.start.checked_sub(places).map_or("", |at| self.tokens.word(at))
    }

    /// The word so many places after the expression; 1 is the one next to it.
    pub fn after(&self, places: usize) -> &str {
        self.tokens.word(self.range.end + places - 1)
    }

    pub fn after_is(&self, places: usize, class: Class) -> bool {
        self.tokens.is(self.range.end + places - 1, class)
    }

    pub fn before_is(&self, places: usize, class: Class) -> bool {
        self.range.start.checked_sub(places).is_some_and(|at| self.tokens.is(at, class))
    }

    /// Whether the sentence starts with the expression.
    pub fn opens(&self) -> bool {
        self.range.start == 0
    }

    /// Whether no word follows in the clause: a mark or the sentence's end.
    pub fn closes(&self) -> bool {
        self.after(1).is_empty() || self.after(1).starts_with(|c: char| !c.is_alphanumeric() && c != '$')
    }

    pub fn capital(&self) -> bool {
        self.tokens.lexeme(self.range.start).capital
    }

    /// Minutes after midnight from an hour told with "am" or "pm".
    pub fn half_day(&self, minutes: i32) -> Option<i32> {
        let afternoon = self.has_any(&["pm", "p.m.", "p.m"]);
        let twelve = 12 * 60;
        if !(60..=twelve + 59).contains(&minutes) {
            return (minutes < 24 * 60).then_some(minutes);
        }
        let base = minutes % twelve;
        Some(if afternoon { base + twelve } else { base })
    }

    pub fn clock(&self) -> Option<Clock> {
        self.day_part().map(Clock::Part)
    }
}

/// All ways through a pattern.
fn compile(pattern: &str, lexicon: &mut Lexicon) -> Vec<Path> {
    let spaced = pattern.replace('(', " ( ").replace(')', " ) ").replace(") ?", ")?");
    let parts: Vec<&str> = spaced.split_whitespace().collect();
    let mut at = 0;
    sequence(&parts, &mut at, lexicon)
}

/// Reads choices of sequences up to a closing bracket or the end.
fn sequence(parts: &[&str], at: &mut usize, lexicon: &mut Lexicon) -> Vec<Path> {
    let mut choices = Vec::new();
    let mut paths = vec![Path::default()];
    while let Some(&part) = parts.get(*at) {
        *at += 1;
        let (alternatives, optional) = match part {
            ")" | ")?" => {
                *at -= 1;
                break;
            }
            "|" => {
                choices.append(&mut paths);
                paths = vec![Path::default()];
                continue;
            }
            "(" => {
                let inner = sequence(parts, at, lexicon);
                let optional = parts.get(*at) == Some(&")?");
                *at += 1;
                (inner, optional)
            }
            _ => {
                let optional = part.len() > 1 && part.ends_with('?');
                (words(part.strip_suffix('?').filter(|_| optional).unwrap_or(part), lexicon), optional)
            }
        };
        let mut longer = Vec::new();
        for path in &paths {
            if optional {
                longer.push(path.clone());
            }
            for alternative in &alternatives {
                let mut next = path.clone();
                // Context counts as leading while nothing but context has come before it.
                if path.steps.len() == path.lead {
                    next.lead += alternative.lead;
                    next.trail += alternative.trail;
                } else {
                    next.trail += alternative.lead + alternative.trail;
                }
                next.steps.extend(&alternative.steps);
                longer.push(next);
            }
        }
        paths = longer;
    }
    choices.append(&mut paths);
    choices
}

/// One place of a pattern: a word, a class, a choice of them, or context in brackets.
fn words(part: &str, lexicon: &mut Lexicon) -> Vec<Path> {
    let context = part.strip_prefix('[').and_then(|p| p.strip_suffix(']'));
    let steps = context.unwrap_or(part).split('|').map(|word| match CLASSES.iter().find(|(name, _)| *name == word) {
        Some((_, class)) => Step::Class(*class),
        None => Step::Word(lexicon.intern(word)),
    });
    steps.map(|step| Path { steps: vec![step], lead: usize::from(context.is_some()), trail: 0 }).collect()
}
