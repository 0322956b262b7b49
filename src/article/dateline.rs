//! "GENEVA, 14 April 2014 —", "MOSCOW (AP) —", "BEIJING, April 14 (Xinhua) --": where and when a report was filed.

use super::date_form::{self, WrittenDate, WrittenDay};
use super::{Paragraph, ParagraphRole, TextSpan};

/// The head of a report before its first sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Dateline {
    /// From the first letter to the last before the dash.
    pub span: TextSpan,
    pub date: Option<WrittenDate>,
    /// Whether it names where the report was filed, not only when.
    pub placed: bool,
}

/// The farthest that the dash stands from the start.
const FARTHEST: usize = 110;

/// Reads the dateline that a paragraph opens with. A place alone needs capitals throughout, as agencies write it.
pub(super) fn dateline(paragraph: &str) -> Option<Dateline> {
    let head = head(paragraph)?;
    let dates: Vec<WrittenDate> = date_form::written_dates(head);
    if dates.len() > 1 {
        return None;
    }
    let date = dates.first().copied();
    let (before, after) = match date {
        Some(date) => (head.get(..date.span.start)?, head.get(date.span.end..)?),
        None => (head, ""),
    };
    let (before, agency) = without_brackets(before);
    let (after, second_agency) = without_brackets(after);
    let place: Vec<&str> = before
        .split_whitespace()
        .chain(after.split_whitespace())
        .map(|w| w.trim_matches([',', ':', '_']))
        .filter(|w| !w.is_empty())
        .collect();
    if place
        .first()
        .is_some_and(|word| matches!(*word, "On" | "In" | "At" | "By" | "From" | "Since" | "After" | "Before" | "Until" | "The"))
    {
        return None;
    }
    let capitals = place.first().is_some_and(|word| is_capitals(word));
    let names = place.len() <= 7 && place.iter().all(|word| is_name(word));
    let full_date = date.is_some_and(|d| matches!(d.day, WrittenDay::Full(_)));
    let known_form = capitals || agency || second_agency || full_date;
    if !names || !known_form || (place.is_empty() && !full_date) {
        return None;
    }
    let start = paragraph.len() - paragraph.trim_start().len();
    Some(Dateline { span: TextSpan::new(start, start + head.len()), date, placed: !place.is_empty() })
}

/// For each paragraph where the report's words begin, if a dateline with a place stands before them. Where more than one paragraph opens
/// with a place and a date they make a chronicle: there the date is the story's, and a part of its sentence. A dateline without a date
/// stays one there.
pub(super) fn filed(text: &str, paragraphs: &[Paragraph]) -> Vec<Option<usize>> {
    let read = |paragraph: &Paragraph| {
        let found = dateline(paragraph.span.of(text)).filter(|d| d.placed && paragraph.role == ParagraphRole::Body)?;
        Some((found.date.is_some(), paragraph.span.start + found.span.end))
    };
    let found: Vec<Option<(bool, usize)>> = paragraphs.iter().map(read).collect();
    let chronicle = found.iter().flatten().filter(|(dated, _)| *dated).count() > 1;
    found.into_iter().map(|f| f.filter(|(dated, _)| !(*dated && chronicle)).map(|(_, end)| end)).collect()
}

/// What stands before the first dash that has white space, a bracket or an underscore beside it.
fn head(paragraph: &str) -> Option<&str> {
    let text = paragraph.trim_start();
    let limit = text.char_indices().map(|(at, _)| at).find(|at| *at >= FARTHEST).unwrap_or(text.len());
    let window = &text[..limit];
    let dashes = [" — ", " – ", " - ", " -- ", ") — ", "— ", "—", " _ ", ")_ ", ") -", " —", "– "];
    let at = dashes.iter().filter_map(|dash| window.find(dash).map(|at| at + usize::from(dash.starts_with(')')))).min()?;
    let head = window[..at].trim_end();
    (!head.is_empty() && !head.contains(['.', ';', '"', '“', '?', '!']) || only_abbreviation_stops(head)).then_some(head)
}

/// "WASHINGTON, D.C., April 14" and "Sept. 3" have stops that end no sentence.
fn only_abbreviation_stops(head: &str) -> bool {
    !head.is_empty()
        && !head.contains([';', '"', '“', '?', '!'])
        && head.split_whitespace().filter(|w| w.contains('.')).all(|word| {
            let bare = word.trim_matches(['(', ')', ',']);
            bare.trim_end_matches('.').chars().count() <= 4
                || bare.split_terminator('.').all(|letter| letter.chars().count() == 1)
                || bare.chars().all(|c| c.is_ascii_digit() || c == '.')
        })
}

/// Takes out "(AP)", "(ILO News)" and the like; tells whether there was any.
fn without_brackets(part: &str) -> (String, bool) {
    let mut out = String::new();
    let (mut depth, mut any) = (0u32, false);
    for c in part.chars() {
        match c {
            '(' | '[' => {
                depth += 1;
                any = true;
            }
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => out.push(c),
            _ => {}
        }
    }
    (out, any)
}

fn is_capitals(word: &str) -> bool {
    let letters: Vec<char> = word.chars().filter(|c| c.is_alphabetic()).collect();
    letters.len() >= 3 && letters.iter().all(|c| !c.is_lowercase())
}

/// A word of a place's or an agency's name, a weekday, or a short word inside names.
fn is_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
        || matches!(word, "de" | "la" | "of" | "the" | "and" | "al" | "/" | "&" | "|")
        || word.chars().all(|c| c.is_ascii_punctuation())
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    fn read(paragraph: &str) -> Option<(&str, Option<WrittenDay>)> {
        dateline(paragraph).map(|d| (d.span.of(paragraph), d.date.map(|d| d.day)))
    }

    #[test]
    fn datelines_are_read_in_the_forms_agencies_use() {
        let fourteenth = Some(WrittenDay::Full(NaiveDate::from_ymd_opt(2014, 4, 14).unwrap()));
        let yearless = Some(WrittenDay::WithoutYear { month: 4, day: 14 });
        for (text, head, date) in [
            ("GENEVA, 14 April 2014 — The ministers met.", "GENEVA, 14 April 2014", fourteenth),
            ("GENEVA (14 April 2014) – The ministers met.", "GENEVA (14 April 2014)", fourteenth),
            ("Geneva, 14 April 2014 (ILO News) – The ministers met.", "Geneva, 14 April 2014 (ILO News)", fourteenth),
            ("WASHINGTON, D.C., April 14, 2014 -- The ministers met.", "WASHINGTON, D.C., April 14, 2014", fourteenth),
            ("14 April 2014 – The ministers met.", "14 April 2014", fourteenth),
            ("MOSCOW (AP) — The ministers met.", "MOSCOW (AP)", None),
            ("MOSCOW, April 14 (Xinhua) -- The ministers met.", "MOSCOW, April 14 (Xinhua)", yearless),
            ("ISTANBUL, April 14 - The ministers met.", "ISTANBUL, April 14", yearless),
            ("CANBERRA, Australia (AP)_ The ministers met.", "CANBERRA, Australia (AP)", None),
            ("İSTANBUL – The ministers met.", "İSTANBUL", None),
        ] {
            assert_eq!(read(text), Some((head, date)), "{text}");
        }
    }

    #[test]
    fn a_report_has_a_dateline_and_a_chronicle_none() {
        let filed = |blocks: &[&str]| {
            let mut paragraphs = Vec::new();
            let mut start = 0;
            for block in blocks {
                paragraphs.push(Paragraph { span: TextSpan::new(start, start + block.len()), role: ParagraphRole::Body, number: None });
                start += block.len() + 2;
            }
            filed(&blocks.join("\n\n"), &paragraphs)
        };
        assert_eq!(filed(&["GENEVA, April 14 — They met.", "They parted — soon."]), [Some(16), None]);
        assert_eq!(filed(&["MOSCOW (AP) — They met.", "PARIS — Others stayed."]), [Some(11), Some(32)]);
        assert_eq!(filed(&["GENEVA, April 14 — They met.", "PARIS, April 16 — They signed."]), [None, None]);
        assert_eq!(filed(&["14 April 2014 – They met."]), [None]);
    }

    #[test]
    fn sentences_with_dashes_are_no_datelines() {
        for text in [
            "The talks — the third this year — ended.",
            "Ministers met on 14 April 2014 — and parted.",
            "On 14 April 2014 – a Monday – they met.",
            "NATO said on 14 April 2014 — again — that it would not.",
            "Geneva — city of talks — was quiet.",
            "The odds of an end to the war – once remote – are rising.",
            "– Joint statement of five states",
            "",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
