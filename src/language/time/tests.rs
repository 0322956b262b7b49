//! Phrases and what they mean, rule by rule.

use super::recognize;
use super::*;
use crate::article::{Article, Paragraph, ParagraphRole, PublishedBasis};

mod corpus;
mod negative;
mod properties;
mod story;

pub(super) fn article(text: &str) -> Article {
    let mut paragraphs = Vec::new();
    let mut start = 0;
    for block in text.split("\n\n") {
        let number = Some(paragraphs.len() as u32 + 1);
        paragraphs.push(Paragraph { span: TextSpan::new(start, start + block.len()), role: ParagraphRole::Body, number });
        start += block.len() + 2;
    }
    Article {
        title: String::new(),
        publisher: None,
        author: None,
        url: None,
        source: String::new(),
        sha256: String::new(),
        published: None,
        published_basis: PublishedBasis::None,
        published_candidates: Vec::new(),
        rows: Vec::new(),
        text: text.to_owned(),
        paragraphs,
        notices: Vec::new(),
    }
}

/// What a text's expressions come to: `words type value mod days`, one a line.
fn told(text: &str, published: Option<&str>) -> Vec<String> {
    let article = article(text);
    let document = Document::new(&article);
    let published = published.map(|p| NaiveDate::parse_from_str(p, "%Y-%m-%d").unwrap());
    read(&document, published).iter().map(|e| line(e, text)).collect()
}

fn line(e: &TimeExpression, text: &str) -> String {
    let modifier = e.modifier.map(|m| format!(" {m:?}")).unwrap_or_default();
    format!("{} = {:?} {}{modifier} {}", e.span.of(text), e.kind, e.value, days(e))
}

/// "2014-05-03..2014-05-05", "-56~..-14~ from publication", "-" for none; "throughout" where all of it is meant.
fn days(e: &TimeExpression) -> String {
    let Some(s) = e.stretch else {
        return e.offset.map_or("-".into(), |[a, b]| format!("{a}..{b} from event"));
    };
    let day = |d: Day, approximate: bool| {
        let text = if s.frame == Frame::Calendar { edtf::day(d).unwrap() } else { d.to_string() };
        format!("{text}{}", if approximate { "~" } else { "" })
    };
    let (from, to) = (day(s.earliest, s.approximate[0]), day(s.latest, s.approximate[1]));
    let span = if from == to { from } else { format!("{from}..{to}") };
    let frame = if s.frame == Frame::Publication { " from publication" } else { "" };
    format!("{span}{frame}{}", if s.throughout { " throughout" } else { "" })
}

/// Checks sentences against what they tell; every expression has its line, and there are no others.
fn check(published: Option<&str>, cases: &[(&str, &[&str])]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(text, expected)| {
            let got = told(text, published);
            (got != *expected).then(|| format!("{text}\n  expected {expected:#?}\n  got {got:#?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Every rule reads its own examples whole, set in a sentence.
#[test]
fn rules_read_their_examples() {
    let compiled = recognize::compiled();
    let mut failures = Vec::new();
    for rule in compiled.words.rules().iter().chain(compiled.combined.rules()) {
        for example in rule.examples {
            let mut sentences: Vec<String> =
                contexts(rule.pattern).iter().map(|context| format!("They met {context} {example} .")).collect();
            sentences.extend([
                format!("{example}, they met."),
                format!("They will {example} meet."),
                format!("They held {example} talks."),
            ]);
            if !sentences.iter().any(|sentence| reads_whole(rule.name, example, sentence)) {
                let article = article(sentences.first().unwrap());
                let document = Document::new(&article);
                let got = recognize::phrases(&document);
                let got: Vec<String> = got
                    .iter()
                    .map(|p| format!("{:?} by {}", p.tokens.clone().map(|t| document.word(t)).collect::<Vec<_>>(), p.rule))
                    .collect();
                failures.push(format!("{}: {example:?} got {got:?}", rule.name));
            }
        }
    }
    assert!(failures.is_empty(), "not read by their rule:\n{}", failures.join("\n"));
}

fn reads_whole(rule: &str, example: &str, sentence: &str) -> bool {
    let article = article(sentence);
    let document = Document::new(&article);
    let phrases = recognize::phrases(&document);
    let start = sentence.find(example).unwrap();
    let first = phrases.first().and_then(|p| document.tokens.get(p.tokens.start));
    let last = phrases.last().and_then(|p| document.tokens.get(p.tokens.end - 1));
    phrases.iter().all(|p| p.rule == rule)
        && first.is_some_and(|t| t.span.start == start)
        && last.is_some_and(|t| t.span.end == start + example.len())
}

/// The words that a pattern wants before its expression; "in" where it wants none.
fn contexts(pattern: &str) -> Vec<&str> {
    let bracketed = pattern.split('[').nth(1).and_then(|rest| rest.split(']').next());
    bracketed.map_or(vec!["in", "on", "", "of"], |words| words.split('|').collect())
}

/// What is counted with some number of some unit, in the forms that reach every sum over days.
const COUNTED: [&str; 9] = [
    "They will meet {} after the truce.",
    "They met {} before the truce.",
    "They met more than {} after the truce.",
    "They met {} ago.",
    "They met more than {} ago.",
    "They will meet within {} of the landing.",
    "On 3 May 2001 they signed it. They met {} later, and {} later they met again.",
    "On 3 May 2001 they signed it. Less than {} earlier they had met.",
    "They will meet in the next {}, as in the past {}.",
];

fn counts(number: &str, unit: &str, published: Option<NaiveDate>) {
    for form in COUNTED {
        let article = article(&form.replace("{}", &format!("{number} {unit}")));
        for mut expression in read(&Document::new(&article), published) {
            let told = |e: &TimeExpression| e.stretch.is_none_or(|s| told_of([s.earliest, s.latest])) && e.offset.is_none_or(told_of);
            assert!(told(&expression), "{form} with {number} {unit}: {expression:?}");
            // Counted again from the ends of what is told of.
            for day in [-calendar::FARTHEST, calendar::FARTHEST] {
                let from = Stretch {
                    frame: Frame::Calendar,
                    earliest: day,
                    latest: day,
                    approximate: [false, false],
                    throughout: false,
                    grain: Grain::Day,
                    basis: Basis::Explicit,
                };
                expression.count_from(&from, "there", "then");
                assert!(told(&expression), "{form} with {number} {unit}: {expression:?}");
            }
        }
    }
}

const UNITS: [&str; 13] = [
    "seconds",
    "minutes",
    "hours",
    "days",
    "weekends",
    "weeks",
    "fortnights",
    "months",
    "quarters",
    "years",
    "decades",
    "centuries",
    "millennia",
];

#[test]
fn the_farthest_counts_have_no_days() {
    for unit in UNITS {
        for number in ["6,000", "19,999.5", "20000", "two million", "99999999999", "9 to 999999"] {
            counts(number, unit, NaiveDate::from_ymd_opt(2024, 5, 17));
            counts(number, unit, None);
        }
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..proptest::prelude::ProptestConfig::with_cases(60) })]

    #[test]
    fn any_number_of_any_unit_is_counted_or_left(number in 0u64..u64::MAX, digits in 1u32..20, unit in 0..UNITS.len(), dated: bool) {
        let number = number % 10u64.pow(digits);
        counts(&number.to_string(), UNITS[unit], NaiveDate::from_ymd_opt(2024, 5, 17).filter(|_| dated));
    }
}

#[test]
fn until_holds_for_the_noun_that_it_governs() {
    let signals = |text: &str| {
        let article = article(text);
        read(&Document::new(&article), None).iter().map(|e| e.signal).collect::<Vec<_>>()
    };
    assert_eq!(signals("They will abide by it until its expiration on 31 December 2024."), [Some(Signal::Until)]);
    assert_eq!(signals("The envoy stayed until Monday and left on Friday."), [Some(Signal::Until), None]);
    assert_eq!(signals("The envoy stayed until the vote and left on Friday."), [None]);
}

#[test]
fn a_date_joined_after_until_moves_the_story_on() {
    let article =
        article("On 1 May 1985 the talks began. The envoy stayed until the vote and left on 3 May 1985. They met two days later.");
    let times = read(&Document::new(&article), None);
    assert_eq!(times.last().map(|e| e.value.as_str()), Some("1985-05-05"));
}

/// A participle after "be" tells no past; what the writer still awaits is of the coming year; the day that names a thing is the last one.
#[test]
fn what_is_awaited_lies_ahead() {
    let corpus: &[(&str, &str, &str)] = &[
        ("The council said that a session would still be held in Vienna on April 24.", "April 24", "1999-04-24"),
        ("The council held a session in Vienna on April 24.", "April 24", "1998-04-24"),
        ("They joined in July 1997 and will meet on March 12. Norway signed on February 3.", "February 3", "1999-02-03"),
        ("On Saturday the king spoke. The Friday explosions shook the port.", "Friday", "1999-02-05"),
    ];
    for (text, words, value) in corpus {
        let article = article(text);
        let document = Document::new(&article);
        let times = read(&document, chrono::NaiveDate::from_ymd_opt(1999, 2, 10));
        let found = times.iter().find(|e| e.span.of(text).ends_with(words)).map(|e| e.value.as_str());
        assert_eq!(found, Some(*value), "{text}");
    }
}
