//! Rules as patterns over words and classes of words, compiled once into one tree.
//!
//! A pattern is words and classes parted by spaces: `the? next|coming UNIT`. `?` marks what may be absent, `a|b` a choice,
//! `( a b | c )` groups, and `[in|by]` at an end names context that must stand there and does not belong to the expression.
//! Names in capitals are classes of `lexicon::Class`.

use super::lexicon::{Class, Lexicon, bit};
use super::meaning::Reading;
use super::number::Tokens;
use super::pattern::{Match, Outcome, Rule};
use std::ops::Range;

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
