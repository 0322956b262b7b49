//! The events of a table: each row is one, dated as the row says.

use super::corrections::MODES;
use super::dates::day_of;
use super::{
    Basis, Bound, Chronology, DateOrder, Day, Event, Evidence, EvidenceRole, Frame, Grain, Kind, Status, When, identity, time_order,
};
use crate::article::{Article, Notice, Row, Severity};
use chrono::{Datelike, NaiveDate};
use std::collections::HashMap;

/// Reads the rows of a table; an article without rows has none. Rows whose dates are not understood are told of.
pub(super) fn read(article: &Article, order: DateOrder) -> Chronology {
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut events: Vec<Event> = Vec::new();
    for (at, row) in article.rows.iter().enumerate() {
        // Of visits to one place each has its day: a row put before them changes none of their ids.
        let words = format!("{} {} {}", row.paragraph.of(&article.text), row.start, row.end);
        let ordinal = seen.entry(words.clone()).or_insert(0);
        events.push(event(at, identity::id("row", &words, *ordinal), row, order));
        *ordinal += 1;
    }
    events.sort_by_key(time_order);
    for (number, event) in (1..).zip(&mut events) {
        event.number = number;
    }
    Chronology {
        language: "en",
        sentences: article.rows.iter().map(|r| r.paragraph).collect(),
        events,
        notices: article.notices.iter().cloned().chain(unread(article, order)).collect(),
        ..Chronology::default()
    }
}

/// Rows with a date that is not understood.
fn unread(article: &Article, order: DateOrder) -> Option<Notice> {
    let wrong = |cell: &str| !cell.is_empty() && stretch(cell, order).is_none();
    let rows: Vec<usize> =
        (1..).zip(&article.rows).filter(|(_, row)| wrong(&row.start) || wrong(&row.end)).map(|(number, _)| number).collect();
    let first = rows.first().and_then(|n| article.rows.get(n - 1))?;
    let cell = [&first.start, &first.end].into_iter().find(|cell| wrong(cell))?;
    let ambiguous = order == DateOrder::Automatic && stretch(cell, DateOrder::DayFirst).is_some();
    let cure = if ambiguous { "choose in Settings whether the day or the month comes first" } else { "write it as 2014-05-03" };
    let text = format!("The dates of {} were not understood ({}), such as “{cell}”: {cure}", counted(rows.len()), numbers(&rows));
    Some(Notice { code: "rows-without-date", severity: Severity::Warning, text })
}

/// "1 row", "12 rows".
fn counted(rows: usize) -> String {
    format!("{rows} {}", if rows == 1 { "row" } else { "rows" })
}

/// The first numbers of rows: "3, 8, 12 and more".
fn numbers(rows: &[usize]) -> String {
    const FIRST: usize = 5;
    let first: Vec<String> = rows.iter().take(FIRST).map(ToString::to_string).collect();
    format!("{}{}", first.join(", "), if rows.len() > FIRST { " and more" } else { "" })
}

fn event(at: usize, id: String, row: &Row, order: DateOrder) -> Event {
    let paragraph = u32::try_from(at + 1).ok();
    let places = row.places.clone();
    Event {
        id,
        number: 0,
        title: row.title.clone(),
        kind: kind(&row.kind),
        mode: mode(&row.mode),
        status: status(&row.status),
        status_word: None,
        attribution: None,
        when: when(row, order),
        places,
        participants: row.participants.clone(),
        evidence: vec![Evidence { span: row.paragraph, paragraph, role: EvidenceRole::Main, telling: Vec::new() }],
        salience: 0.5,
        confidence: 1.0,
    }
}

/// From the first day of the start to the last day of the end, throughout.
fn when(row: &Row, order: DateOrder) -> Option<When> {
    let (first, grain) = stretch(&row.start, order)?;
    let (last, _) = stretch(&row.end, order).unwrap_or((first, grain));
    let (from, to) = (first.0, last.1.max(first.0));
    // A month or a year alone says on some day in it; a start and an end say throughout.
    let throughout = grain == Grain::Day || !row.end.is_empty();
    let within = |day: Day, other: Day| if throughout { (day, day) } else { (day.min(other), day.max(other)) };
    let (start, end) = (within(from, to), within(to, from));
    Some(When {
        frame: Frame::Calendar,
        start: Bound { earliest: start.0, latest: start.1, approximate: false },
        end: Bound { earliest: end.0, latest: end.1, approximate: false },
        grain,
        basis: Basis::Explicit,
        reason: "the table says so".to_owned(),
        words: None,
        rule: None,
        expression: None,
    })
}

/// The days of "2014-05-03", "2014-05" or "2014", and of "3/5/2014" or "3.5.2014" where it is plain which is the month.
fn stretch(cell: &str, order: DateOrder) -> Option<((Day, Day), Grain)> {
    let cell = cell.split('T').next().unwrap_or(cell).trim();
    let day = NaiveDate::parse_from_str(cell, "%Y-%m-%d").ok().or_else(|| in_numbers(cell, order));
    if let Some(day) = day {
        return Some(((day_of(day), day_of(day)), Grain::Day));
    }
    let parts: Vec<i32> = cell.split('-').map_while(|p| p.parse().ok()).collect();
    match parts[..] {
        [year] if cell.len() == 4 => {
            let (first, last) = (NaiveDate::from_ymd_opt(year, 1, 1)?, NaiveDate::from_ymd_opt(year, 12, 31)?);
            Some(((day_of(first), day_of(last)), Grain::Year))
        }
        [year, month] if cell.len() == 7 => {
            let first = NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, 1)?;
            let days = first.num_days_in_month();
            Some(((day_of(first), day_of(first) + Day::from(days) - 1), Grain::Month))
        }
        _ => None,
    }
}

/// "25/3/2014", "3/25/2014", "3.5.2014"; "3/5/2014" only in an order that was chosen.
fn in_numbers(cell: &str, order: DateOrder) -> Option<NaiveDate> {
    let parts: Vec<u32> = cell.split(['/', '.']).map(|p| p.parse().ok()).collect::<Option<_>>()?;
    let [a, b, year] = parts[..] else { return None };
    let day_first = match (a > 12, b > 12) {
        (true, false) => true,
        (false, true) => false,
        _ if a == b || cell.contains('.') => true,
        _ => order.day_first()?,
    };
    let (day, month) = if day_first { (a, b) } else { (b, a) };
    NaiveDate::from_ymd_opt(i32::try_from(year).ok().filter(|y| *y >= 1000)?, month, day)
}

fn kind(cell: &str) -> Kind {
    match cell.trim().to_lowercase().as_str() {
        "agree" | "agreement" => Kind::Agree,
        "consult" | "talks" | "visit" | "meeting" => Kind::Consult,
        "support" => Kind::Support,
        "concede" | "concession" => Kind::Concede,
        "cooperate" | "cooperation" => Kind::Cooperate,
        "aid" => Kind::Aid,
        "retreat" | "withdrawal" => Kind::Retreat,
        "request" | "demand" => Kind::Request,
        "accuse" | "accusation" => Kind::Accuse,
        "reject" | "rejection" => Kind::Reject,
        "threaten" | "threat" => Kind::Threaten,
        "protest" => Kind::Protest,
        "sanction" => Kind::Sanction,
        "mobilize" | "mobilization" => Kind::Mobilize,
        "coerce" | "coercion" => Kind::Coerce,
        "assault" | "attack" => Kind::Assault,
        _ => Kind::Other,
    }
}

fn mode(cell: &str) -> Option<&'static str> {
    MODES.into_iter().find(|m| m.eq_ignore_ascii_case(cell.trim()))
}

fn status(cell: &str) -> Status {
    match cell.trim().to_lowercase().as_str() {
        "expected" | "planned" => Status::Expected,
        "proposed" => Status::Proposed,
        "called off" | "called_off" | "cancelled" => Status::CalledOff,
        _ => Status::Happened,
    }
}

#[cfg(test)]
mod tests {
    use crate::article;
    use crate::chronology::corrections::{self, Change, Correction, Target};
    use crate::chronology::{self, DateOrder, Status};

    #[test]
    fn a_table_of_events_is_read_row_by_row() {
        let csv = "event,date,until,place,status\nTalks in Vienna,2014-06,,Vienna,expected\nPrado visits Oslo,2014-05-03,2014-05-04,Oslo,\nUndated pledge,soon,,,\n";
        let article = article::load(csv.as_bytes(), "visits.csv").unwrap();
        let chronology = chronology::read(&article, None);
        let told: Vec<(u32, &str)> = chronology.events.iter().map(|e| (e.number, e.title.as_str())).collect();
        assert_eq!(told, [(1, "Prado visits Oslo"), (2, "Talks in Vienna"), (3, "Undated pledge")]);
        let talks = &chronology.events[1];
        assert_eq!(talks.status, Status::Expected);
        let when = talks.when.as_ref().unwrap();
        assert_eq!((when.latest() - when.earliest(), when.core()), (29, None));
        assert!(chronology.events[0].when.as_ref().unwrap().core().is_some());
        assert!(chronology.events[2].when.is_none());
    }

    #[test]
    fn rows_whose_dates_are_not_understood_are_told_of() {
        let csv = "event,date\nTalks,2014-06-01\nA visit,3/5/2014\nA pledge,soon\nA return,25/3/2014\nA rumour,\n";
        let article = article::load(csv.as_bytes(), "visits.csv").unwrap();
        let chronology = chronology::read(&article, None);
        let told: Vec<&str> = chronology.notices.iter().map(|n| n.text.as_str()).collect();
        let said = "The dates of 2 rows were not understood (2, 3), such as “3/5/2014”: choose in Settings whether the day or the month comes first";
        assert_eq!(told, [said]);
        let chronology = chronology::read_with(&article, None, DateOrder::DayFirst);
        let visit = chronology.events.iter().find(|e| e.title == "A visit").unwrap().when.as_ref().unwrap();
        assert_eq!(chronology::dates::long_day(visit.earliest()), "3 May 2014");
        let said = "The dates of 1 row were not understood (3), such as “soon”: write it as 2014-05-03";
        assert_eq!(chronology.notices[0].text, said);
    }

    #[test]
    fn a_row_put_in_above_moves_no_correction() {
        let rows = "Prado visits Oslo,2014-05-03\nPrado visits Oslo,2014-07-01\nTalks in Vienna,2014-06\n";
        let read = |head: &str| {
            let article = article::load(format!("event,date\n{head}{rows}").as_bytes(), "visits.csv").unwrap();
            let chronology = chronology::read(&article, None);
            (article, chronology)
        };
        let (article, before) = read("");
        let second = before.events.iter().find(|e| e.evidence[0].paragraph == Some(2)).unwrap();
        let title = Change::Title("Prado comes back".to_owned());
        let correction = Correction { target: Target::of(second, &article), change: title };
        let (article, after) = read("Prado visits Oslo,2014-01-09\nTalks in Lima,2014-06\n");
        let corrected = corrections::apply(&article, &after, &[correction]).chronology;
        let told: Vec<&str> = corrected.events.iter().map(|e| e.title.as_str()).collect();
        assert_eq!(told, ["Prado visits Oslo", "Prado visits Oslo", "Talks in Lima", "Talks in Vienna", "Prado comes back"]);
    }

    #[test]
    fn a_correction_leaves_the_order_of_the_others() {
        let csv = "event,date\nA year of talks,2014\nA visit,2014-02-01\nA return,2014-11-30\n";
        let article = article::load(csv.as_bytes(), "visits.csv").unwrap();
        let read = chronology::read(&article, None);
        let correction = Correction { target: Target::of(&read.events[0], &article), change: Change::Checked(true) };
        let corrected = corrections::apply(&article, &read, &[correction]).chronology;
        let ids = |c: &chronology::Chronology| c.events.iter().map(|e| e.id.clone()).collect::<Vec<_>>();
        assert_eq!(ids(&corrected), ids(&read));
    }

    #[test]
    fn the_visits_of_the_shared_data_open() {
        let Ok(bytes) = std::fs::read("../shared/data/us-diplomatic-travel.csv") else {
            println!("skipped: the shared data are not here");
            return;
        };
        let article = article::load(&bytes, "us-diplomatic-travel.csv").unwrap();
        let chronology = chronology::read(&article, None);
        assert_eq!(chronology.events.len(), 7535);
        assert!(chronology.events.iter().all(|e| e.when.is_some()));
    }
}
