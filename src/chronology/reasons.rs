//! Why an event stands where it stands, in one sentence that a reader understands.

use super::placing::Placing;
use crate::language::time::{Basis, TimeExpression};

/// The reason for a date that the mention's own words give.
pub fn of_words(placing: &Placing, expression: &TimeExpression, words: &str) -> String {
    let told = if expression.reason.is_empty() { format!("The article says “{words}”") } else { capital(&expression.reason) };
    match (placing.open, placing.basis) {
        ([true, _], _) => format!("{told}; it gives only the end, and we take the start by convention."),
        ([_, true], _) => format!("{told}; it gives only the start, and we take the end by convention."),
        (_, Basis::Convention) if !expression.reason.contains("we take") => format!("{told}; we take it so by convention."),
        _ => format!("{told}."),
    }
}

/// How the order told places an event without words of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order<'a> {
    /// In the sentence of another event.
    Beside(&'a str),
    /// After a sentence that tells a date and no event.
    Set(&'a str),
    /// In the headline, of what the text then tells.
    Headline(&'a str),
    /// At the meeting or on the trip told before it.
    Within(&'a str),
    Between(&'a str, &'a str),
    After(&'a str),
    /// The same where no end is told.
    Onward(&'a str),
    Before(&'a str),
    /// The headline and lead of a release tell of its own day.
    Release,
    /// In a report, of the people of its lead.
    Led(&'a str),
    /// In a report, in the present.
    UnderWay,
    /// A known end, an unknown start.
    Recent,
    /// No upper end is told.
    Ahead,
    /// The same in a text that does not tell its own day.
    AheadOf(&'a str),
}

impl Order<'_> {
    pub fn reason(self) -> String {
        match self {
            Order::Beside(other) => format!("No date of its own: it is told in one sentence with “{other}”, so we take the same days."),
            Order::Set(words) => format!("No date of its own: it is told right after “{words}”, so we take the same days."),
            Order::Headline(other) => format!("No date of its own: the headline tells what the text tells as “{other}”."),
            Order::Within(other) => format!("No date of its own: it is told as a part of “{other}”."),
            Order::Between(a, b) => format!("No date of its own: the article tells it after “{a}” and before “{b}”."),
            Order::After(a) => format!("No date of its own: the article tells it after “{a}”, and it lies before the publication."),
            Order::Onward(a) => {
                format!("No date of its own: the article tells it after “{a}”; we take up to the end of that year.")
            }
            Order::Before(a) => format!("No date of its own: the article tells it before “{a}”; we take up to 30 days."),
            Order::Release => "No date of its own: the release reports it as news, so we take the day of publication.".to_owned(),
            Order::Led(lead) => format!("No date of its own: it goes on from the lead, “{lead}”, so we take the same day."),
            Order::UnderWay => "No date of its own: the report tells it as under way, so we take the day of publication.".to_owned(),
            Order::Recent => "No date of its own: it lies before the publication, and we take up to 30 days.".to_owned(),
            Order::AheadOf(a) => format!("No date is given: we take it to lie between “{a}” and the end of that year."),
            Order::Ahead => "No date is given: we take it to lie between the publication and the end of that year.".to_owned(),
        }
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}
