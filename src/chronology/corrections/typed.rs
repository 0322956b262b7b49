//! Reads the time that a reader types: a date, EDTF, words ("early May 2014", "c. 24 Oct"), or an order ("after 3").

mod edtf;

use super::super::{Bound, Chronology, Day, Frame, Grain};
use super::Days;
use super::order::OPEN;
use crate::article::{Article, Paragraph, ParagraphRole, TextSpan};
use crate::language::Document;
use crate::language::time::{self, Signal, Stretch};
use chrono::{Datelike, NaiveDate};

/// What was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Typed {
    Days(Days),
    /// After or before the event of a number.
    After(u32),
    Before(u32),
    Unplaced,
}

const HOW: &str = "Type a date, a stretch or an order: 24 Oct 2025, early May 2014, 2025-10, c. 24 Oct – 5 Dec 2025, after 3";

/// Reads a typed time. `day_first` says how "3/5/2014" is read. The error is one sentence that says what to type.
pub fn read(text: &str, chronology: &Chronology, day_first: Option<bool>) -> Result<Typed, String> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let lower = text.to_lowercase();
    if matches!(lower.as_str(), "" | "none" | "no date" | "unknown" | "undated" | "not placed" | "not placed in time" | "unplaced") {
        return if lower.is_empty() { Err(HOW.to_owned()) } else { Ok(Typed::Unplaced) };
    }
    if let Some(order) = order(&lower) {
        let number = match order {
            Typed::After(n) | Typed::Before(n) => n,
            _ => 0,
        };
        // "after 3" is an event's number only where there is such an event.
        if chronology.events.iter().any(|e| e.number == number) {
            return Ok(order);
        }
        return Err(format!("There is no event {number}: type the number of one on the timeline, or a date with its month"));
    }
    let number = numeric(&lower, day_first);
    if number.is_none()
        && let Some(both) = ambiguous(&lower)
    {
        return Err(both);
    }
    let found = number
        .or_else(|| edtf::read(&text))
        .or_else(|| counted(&lower, chronology.published))
        .or_else(|| range(&text, chronology))
        .or_else(|| words(&text, chronology));
    let (frame, start, end, grain) = found.ok_or_else(|| no_year(&text, chronology).unwrap_or_else(|| HOW.to_owned()))?;
    Ok(Typed::Days(Days::new(frame, start, end, grain, &text)))
}

type Found = (Frame, Bound, Bound, Grain);

/// "after 3", "before event 2".
fn order(lower: &str) -> Option<Typed> {
    let (word, rest) = lower.split_once(' ')?;
    let rest = rest.trim_start_matches("event ").trim_start_matches("no. ").trim_start_matches('#');
    let number: u32 = rest.parse().ok().filter(|n| *n < 1000)?;
    match word {
        "after" | "following" => Some(Typed::After(number)),
        "before" => Some(Typed::Before(number)),
        _ => None,
    }
}

/// The bounds of the days that an expression stands for.
pub fn bounds(stretch: &Stretch) -> (Bound, Bound) {
    let (earliest, latest) = (stretch.earliest, stretch.latest);
    let (start, end) = if stretch.throughout { ([earliest, earliest], [latest, latest]) } else { ([earliest, latest], [earliest, latest]) };
    let bound = |[earliest, latest]: [Day; 2], approximate| Bound { earliest, latest, approximate };
    (bound(start, stretch.approximate[0]), bound(end, stretch.approximate[1]))
}

/// "c. ", "about ", "~" before the words.
fn about(text: &str) -> (bool, &str) {
    let lower = text.to_lowercase();
    for sign in ["c. ", "ca. ", "circa ", "about ", "around ", "approx. ", "approximately ", "roughly ", "c.", "~"] {
        if lower.starts_with(sign)
            && let Some(rest) = text.get(sign.len()..)
        {
            return (true, rest.trim_start());
        }
    }
    (false, text)
}

/// "24 Oct – 5 Dec 2025", "c. 24 Oct to c. 5 Dec 2025": what lasts from the one to the other.
fn range(text: &str, chronology: &Chronology) -> Option<Found> {
    let text = text.strip_prefix("from ").unwrap_or(text);
    let (first, last) = [" – ", " — ", " - ", " to ", " until ", "–"].iter().find_map(|dash| text.split_once(dash))?;
    let ((soft_first, first), (soft_last, last)) = (about(first.trim()), about(last.trim()));
    let (frame, _, end, grain) = words(last, chronology)?;
    let last_day = end.latest;
    // The year, and of "3 – 5 May" the month, are told once.
    let date = super::super::dates::date(end.earliest);
    let year = date.map(|d| d.year().to_string()).unwrap_or_default();
    let month = date.map(|d| super::super::dates::month_name(d.month())).unwrap_or_default();
    let has_year = first.split(|c: char| !c.is_ascii_digit()).any(|n| n.len() == 4);
    let bare = first.chars().all(|c| c.is_ascii_digit());
    let forms = if has_year {
        vec![first.to_owned()]
    } else if bare {
        vec![format!("{first} {month} {year}")]
    } else {
        vec![format!("{first} {year}"), first.to_owned()]
    };
    let (first_frame, start, _, _) = forms.iter().find_map(|f| words(f, chronology))?;
    let first_day = start.earliest;
    if first_frame != frame || first_day > last_day {
        return None;
    }
    let start = Bound { earliest: first_day, latest: first_day, approximate: soft_first || start.approximate };
    let end = Bound { earliest: last_day, latest: last_day, approximate: soft_last || end.approximate };
    Some((frame, start, end, grain))
}

/// Any words of time that the language rules read, where they read all that was typed.
fn words(text: &str, chronology: &Chronology) -> Option<Found> {
    let (soft, text) = about(text);
    let article = Article {
        published: chronology.published,
        text: text.to_owned(),
        paragraphs: vec![Paragraph { span: TextSpan::new(0, text.len()), role: ParagraphRole::Body, number: Some(1) }],
        ..Article::default()
    };
    let document = Document::new(&article);
    let expressions = time::read(&document, chronology.published.or_else(|| midst(chronology)));
    let told = expressions.iter().filter(|e| e.stretch.is_some()).max_by_key(|e| e.span.end - e.span.start)?;
    let stretch = told.stretch?;
    // What is left over must be words of no weight.
    let rest = [text.get(..told.span.start)?, text.get(told.span.end..)?].join(" ");
    const LIGHT: [&str; 20] = [
        "on", "in", "at", "the", "of", "a", "by", "since", "before", "after", "during", "from", "some", "time", "sometime", "day", "until",
        "within", "over", "event",
    ];
    if !rest.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).all(|w| LIGHT.contains(&w.to_lowercase().as_str())) {
        return None;
    }
    let (mut start, mut end) = bounds(&stretch);
    let some_day = |earliest, latest, open: [bool; 2]| {
        (Bound { earliest, latest, approximate: open[0] || soft }, Bound { earliest, latest, approximate: open[1] || soft })
    };
    let leading = rest.split_whitespace().next().unwrap_or("").to_lowercase();
    let signal = match leading.as_str() {
        "by" => Some(Signal::By),
        "before" => Some(Signal::Before),
        "after" => Some(Signal::After),
        "since" => Some(Signal::Since),
        "until" => Some(Signal::Until),
        _ => None,
    };
    let today = stretch.frame.today(chronology.published);
    match signal {
        Some(Signal::By | Signal::Until) => (start, end) = some_day(stretch.latest.saturating_sub(OPEN), stretch.latest, [true, false]),
        Some(Signal::Before) => {
            (start, end) = some_day(stretch.earliest.saturating_sub(OPEN), stretch.earliest.saturating_sub(1), [true, false]);
        }
        Some(Signal::After) => {
            (start, end) = some_day(stretch.latest.saturating_add(1), stretch.latest.saturating_add(OPEN), [false, true])
        }
        Some(Signal::Since) => {
            let latest = today.filter(|t| *t > stretch.latest).unwrap_or(stretch.latest.saturating_add(OPEN));
            start = Bound { earliest: stretch.earliest, latest: stretch.latest, approximate: soft };
            end = Bound { earliest: latest, latest, approximate: true };
        }
        _ => {
            start.approximate |= soft;
            end.approximate |= soft;
        }
    }
    Some((stretch.frame, start, end, stretch.grain))
}

/// Where neither the article nor the reader tells the day of publication, a year left out is that of the dates told.
fn midst(chronology: &Chronology) -> Option<NaiveDate> {
    let days = chronology.events.iter().filter_map(|e| e.when.as_ref()).filter(|w| w.frame == Frame::Calendar);
    days.map(super::super::When::latest).max().and_then(super::super::dates::date)
}

/// A day and month without a year, where nothing says which year is meant.
fn no_year(text: &str, chronology: &Chronology) -> Option<String> {
    let (_, bare) = about(text);
    let with_year = format!("{bare} 2025");
    (chronology.published.is_none() && midst(chronology).is_none() && words(&with_year, chronology).is_some())
        .then(|| format!("Which year? Type it too: {bare} 2025"))
}

/// "8–2 weeks before publication", "3 days after", "the day of publication": counted from publication, as the window writes it.
fn counted(lower: &str, published: Option<NaiveDate>) -> Option<Found> {
    let place = |from: Day, to: Day, soft: bool, grain: Grain| {
        let shift = published.map_or(0, |d| d.num_days_from_ce());
        let frame = if published.is_some() { Frame::Calendar } else { Frame::Publication };
        let bound = Bound { earliest: shift.saturating_add(from), latest: shift.saturating_add(to), approximate: soft };
        Some((frame, bound, bound, grain))
    };
    let text = lower.trim_end_matches(" publication").trim();
    if matches!(lower, "the day of publication" | "day of publication" | "publication") {
        return place(0, 0, false, Grain::Day);
    }
    let (soft, text) = about(text);
    let (amount, side) = text.rsplit_once(' ')?;
    let sign = match side {
        "before" => -1,
        "after" => 1,
        _ => return None,
    };
    let (numbers, unit) = amount.rsplit_once(' ')?;
    let (unit, grain) = match unit.trim_end_matches('s') {
        "day" => (1, Grain::Day),
        "week" => (7, Grain::Week),
        "month" => (30, Grain::Month),
        "year" => (365, Grain::Year),
        _ => return None,
    };
    let numbers: Vec<i32> =
        numbers.split(['–', '-']).map(|n| n.trim().parse().ok().filter(|n| (0..=2000).contains(n))).collect::<Option<_>>()?;
    let (first, last) = match numbers.as_slice() {
        [one] => (*one, *one),
        [a, b] => (*a, *b),
        _ => return None,
    };
    let (a, b) = (sign * first * unit, sign * last * unit);
    place(a.min(b), a.max(b), soft, grain)
}

/// "3/5/2014", "19.12.2025": three numbers, the year last.
fn numeric(lower: &str, day_first: Option<bool>) -> Option<Found> {
    let (soft, lower) = about(lower);
    let (a, b, year) = numbers(lower)?;
    let first = match (a > 12, b > 12) {
        (true, _) => true,
        (_, true) => false,
        _ if a == b || lower.contains('.') => true,
        _ => day_first?,
    };
    let date = if first { NaiveDate::from_ymd_opt(year, b, a) } else { NaiveDate::from_ymd_opt(year, a, b) }?;
    let day = date.num_days_from_ce();
    let bound = Bound { earliest: day, latest: day, approximate: soft };
    Some((Frame::Calendar, bound, bound, Grain::Day))
}

fn numbers(lower: &str) -> Option<(u32, u32, i32)> {
    let mut parts = lower.split(['/', '.', '-']);
    let (a, b, year) = (parts.next()?, parts.next()?, parts.next()?);
    let fits = parts.next().is_none() && a.len() <= 2 && b.len() <= 2 && year.len() == 4;
    if fits { Some((a.parse().ok()?, b.parse().ok()?, year.parse().ok()?)) } else { None }
}

/// A numeric date that can be read in two ways, told with both.
fn ambiguous(lower: &str) -> Option<String> {
    let (a, b, year) = numbers(about(lower).1)?;
    let write =
        |day: u32, month: u32| NaiveDate::from_ymd_opt(year, month, day).map(|d| super::super::dates::long_day(d.num_days_from_ce()));
    Some(format!("This could be {} or {}: write the month as a word, or choose the order in Settings", write(a, b)?, write(b, a)?))
}

#[cfg(test)]
mod tests;
