//! Words that only look like time.

use super::told;

/// No time expression at all.
#[test]
fn nothing_is_read() {
    const TEXTS: [&str; 26] = [
        "They brought 1 adult and 2 children.",
        "They may agree.",
        "May we enter?",
        "He came second in the race.",
        "A second envoy left.",
        "Room 4A is taken, and 100M people watched.",
        "The troops march on the capital.",
        "June Carter sang, and Theresa May resigned.",
        "April Smith and August Wilson spoke.",
        "The information fripple is on offer.",
        "Resolution 1483 was adopted.",
        "They sent 1500 troops and 2000 people.",
        "It cost $1998.",
        "The spring broke, and prices fall.",
        "Good Friday Agreement signatories wrote in the Sunday Times.",
        "The fall of Saigon was near.",
        "They sat at dawn chorus practice.",
        "The sun shone and he sat down.",
        "The first to speak was the envoy.",
        "The company's index closed at 2082.1.",
        "Three quarters of the delegates left.",
        "It is a matter of the first order.",
        "USA Today reported it.",
        "The current flowed down the river.",
        "The Daily Telegraph reported it.",
        "They won 3-5 and lost 10-12.",
    ];
    let wrong: Vec<String> = TEXTS
        .iter()
        .filter_map(|text| {
            let got = told(text, Some("2025-12-19"));
            (!got.is_empty()).then(|| format!("{text} {got:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// TIMEX3 has "2015" in "the 2015 Nobel" as a date; it names the prize and does not date what the clause tells.
#[test]
fn a_year_in_a_name_dates_nothing() {
    let text = "The 2015 Nobel winners arrived on Monday.";
    let article = super::article(text);
    let document = crate::language::Document::new(&article);
    let read = super::super::read(&document, None);
    assert_eq!(read.iter().map(|e| e.attributive).collect::<Vec<_>>(), [true, false]);
}
