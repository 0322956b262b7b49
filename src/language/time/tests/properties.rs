//! What holds of any text.

use super::super::*;
use super::article;
use proptest::prelude::*;

/// Words that time expressions are made of, mixed with others.
fn likely() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "May",
        "March",
        "3",
        "31",
        "29",
        "1994",
        "2015",
        "94",
        "'94",
        "480",
        "BC",
        "Monday",
        "last",
        "next",
        "this",
        "the",
        "of",
        "in",
        "from",
        "to",
        "and",
        "–",
        "-",
        ",",
        ".",
        "days",
        "weeks",
        "year",
        "two",
        "a",
        "few",
        "several",
        "later",
        "ago",
        "before",
        "after",
        "early",
        "late",
        "mid",
        "end",
        "quarter",
        "third",
        "1970s",
        "10:30",
        "p.m.",
        "noon",
        "Easter",
        "summer",
        "winter",
        "century",
        "decade",
        "million",
        "9999",
        "2/3/2004",
        "99999999999",
        "half",
        "hundred",
        "within",
        "about",
        "more",
        "than",
        "following",
        "previous",
        "that",
        "same",
        "weekend",
        "ended",
        "met",
        "will",
        "\n\n",
        "é",
        "“",
        "year-ago",
        "recent",
        "soon",
        "now",
        "daily",
        "every",
    ]);
    prop::collection::vec(words, 0..30).prop_map(|words| words.join(" "))
}

fn published() -> impl Strategy<Value = Option<NaiveDate>> {
    prop::option::of((-3000i32..4000, 1u32..13, 1u32..29).prop_map(|(y, m, d)| NaiveDate::from_ymd_opt(y, m, d).unwrap()))
}

fn holds(text: &str, published: Option<NaiveDate>) -> Result<(), TestCaseError> {
    let article = article(text);
    let document = Document::new(&article);
    let expressions = read(&document, published);
    let mut end = 0;
    for (index, expression) in expressions.iter().enumerate() {
        prop_assert!(expression.span.start >= end && expression.span.end > expression.span.start, "in order and apart");
        prop_assert!(text.get(expression.span.start..expression.span.end).is_some());
        end = expression.span.end;
        prop_assert!(!expression.reason.is_empty() && !expression.reason.ends_with('.'));
        if let Some(stretch) = expression.stretch {
            prop_assert!(stretch.earliest <= stretch.latest, "{expression:?}");
            prop_assert!(stretch.frame == Frame::Calendar || published.is_none(), "{expression:?}");
        }
        if let Some(partner) = expression.range {
            prop_assert_eq!(expressions.get(partner).and_then(|e| e.range), Some(index));
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_text_is_read_without_panic(text in "\\PC{0,120}", published in published()) {
        holds(&text, published)?;
    }

    #[test]
    fn stretches_are_ordered_and_in_their_frame(text in likely(), published in published()) {
        holds(&text, published)?;
    }

    #[test]
    fn what_is_recognised_does_not_depend_on_publication(text in likely(), published in published()) {
        let article = article(&text);
        let document = Document::new(&article);
        let spans = |p| read(&document, p).iter().map(|e| (e.span, e.rule, e.kind)).collect::<Vec<_>>();
        prop_assert_eq!(spans(None), spans(published));
    }
}
