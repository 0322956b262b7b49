//! The two tick rows of an axis: days, Mondays, months, years … millennia, or weeks counted from publication.

use super::axis::{Axis, Part};
use super::dates::{self, month_name, month_short};
use crate::chronology::{Day, Frame};
use crate::scene::{Font, Weight};
use crate::text::Measure;
use chrono::{Datelike, NaiveDate};

pub const UPPER: Font = Font { size: 12.0, weight: Weight::SemiBold };
pub const LOWER: Font = Font { size: 11.0, weight: Weight::Regular };

/// A step of the lower row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Day,
    Week,
    Month,
    Quarter,
    Years(i32),
    /// Days from publication.
    Counted(i32),
    /// From event to event.
    Event,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    pub x: f32,
    pub label: Option<Label>,
}

/// A label by its left edge.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    pub text: String,
    pub left: f32,
    pub width: f32,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Ticks {
    pub step: Step,
    /// Months, years, decades … The label of a unit that began before the view stands at the view's edge, without a line.
    pub upper: Vec<Tick>,
    pub lower: Vec<Tick>,
    /// Said of the lower row where its numbers need it.
    pub caption: Option<&'static str>,
}

/// Whether dates at marks need their year: where the axis does not tell months.
pub fn needs_year(step: Step) -> bool {
    matches!(step, Step::Quarter | Step::Years(_) | Step::Month | Step::Event)
}

/// The step of the lower row that leaves its labels room.
pub fn step(axis: &Axis, frame: Frame) -> Step {
    let scale = axis.scale();
    match frame {
        Frame::Publication => {
            const STEPS: [(i32, f64); 11] = [
                (1, 34.0),
                (7, 36.0),
                (14, 36.0),
                (28, 36.0),
                (56, 36.0),
                (182, 40.0),
                (365, 40.0),
                (1826, 40.0),
                (3652, 40.0),
                (18_262, 44.0),
                (36_524, 44.0),
            ];
            let found = STEPS.iter().find(|(days, room)| f64::from(*days) * scale >= *room);
            Step::Counted(found.map_or(365_240, |(days, _)| *days))
        }
        Frame::Calendar => {
            const YEARS: [i32; 12] = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];
            let year = 365.2425 * scale;
            if scale >= 24.0 {
                Step::Day
            } else if scale * 7.0 >= 26.0 {
                Step::Week
            } else if year / 12.0 >= 32.0 {
                Step::Month
            } else if year / 4.0 >= 34.0 {
                Step::Quarter
            } else {
                Step::Years(YEARS.into_iter().find(|n| year * f64::from(*n) >= 44.0).unwrap_or(10_000))
            }
        }
    }
}

/// Both rows for an axis.
pub fn ticks(axis: &Axis, frame: Frame, measure: &dyn Measure) -> Ticks {
    if let Some(days) = axis.steps() {
        return steps(axis, &days, frame, measure);
    }
    let mut parts = axis.parts().into_iter().filter_map(|part| match part {
        Part::Straight(axis) => Some(axis),
        Part::Fold { .. } => None,
    });
    let Some(first) = parts.next() else { return Ticks { step: step(axis, frame), upper: Vec::new(), lower: Vec::new(), caption: None } };
    let mut all = straight(&first, frame, measure);
    for part in parts {
        let mut more = straight(&part, frame, measure);
        all.upper.append(&mut more.upper);
        all.lower.append(&mut more.lower);
    }
    all
}

/// The rows of a sequence: the date at which each step begins, and above the gap to the next one.
fn steps(axis: &Axis, days: &[Day], frame: Frame, measure: &dyn Measure) -> Ticks {
    let (mut upper, mut lower) = (Vec::new(), Vec::new());
    let mut year = None;
    let mut end = f32::NEG_INFINITY;
    for (index, day) in days.iter().enumerate() {
        let x = axis.to_x(f64::from(*day));
        let next = days.get(index + 1);
        let to = next.map_or(axis.right, |next| axis.to_x(f64::from(*next)));
        let own = dates::date(*day).filter(|_| frame == Frame::Calendar).map(|d| d.year());
        let mut label = None;
        if x >= end && x >= axis.left {
            let text = match frame {
                Frame::Publication => dates::offset(*day),
                Frame::Calendar if own == year => dates::day(*day, dates::Style::SHORT),
                Frame::Calendar => dates::day(*day, dates::Style::YEAR),
            };
            let width = measure.width(&text, LOWER);
            if x + width <= axis.right - 4.0 {
                end = x + width + 10.0;
                year = own;
                label = Some(Label { text, left: x, width });
            }
        }
        lower.push(Tick { x, label });
        if let Some(next) = next {
            let gap = i64::from(*next) - i64::from(*day);
            let text = short_length(gap);
            let width = measure.width(&text, LOWER);
            if gap > 1 && to - x >= width + 24.0 {
                upper.push(Tick { x, label: Some(Label { text, left: f32::midpoint(x, to) - width / 2.0, width }) });
            }
        }
    }
    Ticks { step: Step::Event, upper, lower, caption: Some("Gaps") }
}

/// A gap as it is written on an axis: "3 d", "6 w", "4 mo", "4 y".
pub fn short_length(days: i64) -> String {
    match days {
        ..14 => format!("{days} d"),
        14..63 => format!("{} w", (days + 3) / 7),
        63..700 => format!("{} mo", ((days as f64) / 30.44).round()),
        _ => format!("{} y", ((days as f64) / 365.2425).round()),
    }
}

/// Both rows of a straight part.
fn straight(axis: &Axis, frame: Frame, measure: &dyn Measure) -> Ticks {
    let step = step(axis, frame);
    let mut ticks = match step {
        Step::Counted(days) => counted(axis, days, measure),
        _ => calendar(axis, step, measure),
    };
    thin(&mut ticks.lower);
    ticks
}

/// Drops labels that come too close to the one before.
fn thin(row: &mut [Tick]) {
    let mut end = f32::NEG_INFINITY;
    for tick in row {
        if let Some(label) = &tick.label {
            if label.left < end + 4.0 {
                tick.label = None;
            } else {
                end = label.left + label.width;
            }
        }
    }
}

fn calendar(axis: &Axis, step: Step, measure: &dyn Measure) -> Ticks {
    let Some((first, last)) = reach(axis) else { return Ticks { step, upper: Vec::new(), lower: Vec::new(), caption: None } };
    let lower = match step {
        Step::Day => days(axis, first, last, measure),
        Step::Week => mondays(axis, first, last, measure),
        Step::Month => months(axis, first, last, 1, measure),
        Step::Quarter => months(axis, first, last, 3, measure),
        Step::Years(n) => years(axis, first.year(), last.year(), n, measure),
        Step::Counted(_) | Step::Event => Vec::new(),
    };
    let upper = match step {
        Step::Day | Step::Week => upper_months(axis, first, last, measure),
        Step::Month | Step::Quarter => units(axis, first.year(), last.year(), 1, measure),
        Step::Years(1 | 2) => units(axis, first.year(), last.year(), 10, measure),
        Step::Years(n) if n <= 50 => units(axis, first.year(), last.year(), 100, measure),
        Step::Years(n) if n <= 200 => units(axis, first.year(), last.year(), 1000, measure),
        Step::Years(_) | Step::Counted(_) | Step::Event => Vec::new(),
    };
    Ticks { step, upper, lower, caption: (step == Step::Week).then_some("Mondays") }
}

/// The first and the last date of an axis, kept in chrono's reach.
fn reach(axis: &Axis) -> Option<(NaiveDate, NaiveDate)> {
    const FAR: f64 = 90_000_000.0;
    let day = |d: f64| NaiveDate::from_num_days_from_ce_opt(d.clamp(-FAR, FAR) as i32);
    day(axis.range.0.floor()).zip(day(axis.range.1.ceil()))
}

fn x_of(axis: &Axis, date: NaiveDate) -> f32 {
    axis.to_x(f64::from(date.num_days_from_ce()))
}

fn inside(axis: &Axis, x: f32) -> bool {
    x >= axis.left - 0.5 && x <= axis.right + 0.5
}

/// A label in the middle of `x`, where it stays inside the axis.
fn centered(axis: &Axis, x: f32, text: String, measure: &dyn Measure) -> Option<Label> {
    let width = measure.width(&text, LOWER);
    let left = x - width / 2.0;
    (left >= axis.left && left + width <= axis.right - 4.0).then_some(Label { text, left, width })
}

fn beside(axis: &Axis, x: f32, text: String, font: Font, measure: &dyn Measure) -> Option<Label> {
    let width = measure.width(&text, font);
    (x + 6.0 + width <= axis.right - 4.0).then_some(Label { text, left: x + 6.0, width })
}

fn days(axis: &Axis, first: NaiveDate, last: NaiveDate, measure: &dyn Measure) -> Vec<Tick> {
    let scale = axis.scale() as f32;
    let named = scale >= 52.0;
    first
        .iter_days()
        .take_while(|d| *d <= last)
        .map(|date| {
            let x = x_of(axis, date);
            let text = if named { dates::day(dates::day_of(date), dates::Style::WEEKDAY) } else { date.day().to_string() };
            let text = if named { text.rsplit_once(' ').map_or(text.clone(), |(day, _)| day.to_owned()) } else { text };
            Tick { x, label: centered(axis, x + scale / 2.0, text, measure) }
        })
        .filter(|t| inside(axis, t.x))
        .collect()
}

fn mondays(axis: &Axis, first: NaiveDate, last: NaiveDate, measure: &dyn Measure) -> Vec<Tick> {
    let to_monday = (7 - first.weekday().num_days_from_monday()) % 7;
    let Some(monday) = first.checked_add_days(chrono::Days::new(to_monday.into())) else { return Vec::new() };
    monday
        .iter_weeks()
        .take_while(|d| *d <= last)
        .map(|date| {
            let x = x_of(axis, date);
            Tick { x, label: centered(axis, x, date.day().to_string(), measure) }
        })
        .filter(|t| inside(axis, t.x))
        .collect()
}

/// The firsts of months from the month of `first` on.
fn firsts(first: NaiveDate, last: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    let (year, month0) = (first.year(), first.month0() as i32);
    (0..)
        .map_while(move |n: i32| {
            let at = month0 + n;
            NaiveDate::from_ymd_opt(year + at.div_euclid(12), at.rem_euclid(12) as u32 + 1, 1)
        })
        .take_while(move |d| *d <= last)
}

fn months(axis: &Axis, first: NaiveDate, last: NaiveDate, every: u32, measure: &dyn Measure) -> Vec<Tick> {
    firsts(first, last)
        .map(|date| {
            let x = x_of(axis, date);
            let labelled = date.month0() % every == 0;
            Tick { x, label: labelled.then(|| beside(axis, x, month_short(date.month()).to_owned(), LOWER, measure)).flatten() }
        })
        .filter(|t| inside(axis, t.x))
        .collect()
}

fn upper_months(axis: &Axis, first: NaiveDate, last: NaiveDate, measure: &dyn Measure) -> Vec<Tick> {
    let starts: Vec<NaiveDate> = firsts(first, last).collect();
    let named = |date: NaiveDate, short: bool, year: bool| {
        let month = if short { month_short(date.month()) } else { month_name(date.month()) };
        if year { format!("{month} {}", dates::year(date.year())) } else { month.to_owned() }
    };
    let boundaries = starts.iter().map(|d| (x_of(axis, *d), *d)).collect::<Vec<_>>();
    // Whether the year has been told: before this month, and with this attempt at it.
    let (mut before, mut told) = (false, false);
    sticky(axis, &boundaries, measure, |date, attempt| {
        if attempt == 0 {
            before = told;
        }
        let year = !before || date.month() == 1;
        told = before;
        match attempt {
            0 | 1 => {
                told = true;
                Some(named(date, attempt == 1, year))
            }
            2 => Some(named(date, true, false)),
            _ => None,
        }
    })
}

/// Whole years, decades, centuries or millennia.
fn units(axis: &Axis, first: i32, last: i32, size: i32, measure: &dyn Measure) -> Vec<Tick> {
    let mut boundaries = Vec::new();
    let mut year = unit_start(first, size);
    while year <= last {
        if let Some(date) = NaiveDate::from_ymd_opt(year, 1, 1) {
            boundaries.push((x_of(axis, date), year));
        }
        year = next_unit(year, size);
    }
    sticky(axis, &boundaries, measure, |year, attempt| (attempt == 0).then(|| unit_name(year, size)))
}

/// The first year of the unit of `size` years that holds a year; before Christ units are counted by their BC numbers.
fn unit_start(year: i32, size: i32) -> i32 {
    if size == 1 {
        year
    } else if year > 0 {
        (year / size * size).max(1)
    } else {
        let bc = 1 - year;
        1 - (bc / size * size + size - 1)
    }
}

fn next_unit(year: i32, size: i32) -> i32 {
    if size == 1 {
        year + 1
    } else if year > 0 {
        (year / size + 1) * size
    } else {
        let bc = 1 - year;
        if bc < size { 1 } else { 1 - (bc / size * size - 1) }
    }
}

fn unit_name(year: i32, size: i32) -> String {
    match size {
        1 => dates::year(year),
        10 if year > 1 => format!("{year}s"),
        _ if year > 0 => format!("{year}–{}", next_unit(year, size) - 1),
        _ => {
            let bc = 1 - year;
            format!("{bc}–{} BC", (bc / size * size).max(1))
        }
    }
}

/// Labels at boundaries, the first one kept at the view's edge; each is tried shorter until it ends before the next boundary.
fn sticky<T: Copy>(
    axis: &Axis,
    boundaries: &[(f32, T)],
    measure: &dyn Measure,
    mut name: impl FnMut(T, usize) -> Option<String>,
) -> Vec<Tick> {
    let mut ticks = Vec::new();
    for (index, &(x, unit)) in boundaries.iter().enumerate() {
        let next = boundaries.get(index + 1).map_or(axis.right, |(x, _)| *x).min(axis.right);
        if next <= axis.left || x > axis.right {
            continue;
        }
        let before = x < axis.left - 0.5;
        let left = if before { axis.left } else { x + 6.0 };
        let mut label = None;
        for attempt in 0.. {
            let Some(text) = name(unit, attempt) else { break };
            let width = measure.width(&text, UPPER);
            if left + width + 8.0 <= next {
                label = Some(Label { text, left, width });
                break;
            }
        }
        if !before || label.is_some() {
            ticks.push(Tick { x, label });
        }
    }
    ticks
}

fn years(axis: &Axis, first: i32, last: i32, every: i32, measure: &dyn Measure) -> Vec<Tick> {
    let mut ticks = Vec::new();
    let mut push = |year: i32| {
        if let Some(date) = NaiveDate::from_ymd_opt(year, 1, 1) {
            let x = x_of(axis, date);
            if inside(axis, x) {
                ticks.push(Tick { x, label: beside(axis, x, dates::year(year), LOWER, measure) });
            }
        }
    };
    if first <= 0 {
        let mut bc = (1 - first) / every * every;
        while bc >= every.max(2) && 1 - bc <= last {
            push(1 - bc);
            bc -= every;
        }
    }
    // There is no year 0: the count after Christ begins with 1.
    let mut year = if first <= 1 { 1 } else { (first + every - 1) / every * every };
    while year <= last {
        push(year);
        year = (year / every + 1) * every;
    }
    ticks
}

fn counted(axis: &Axis, days: i32, measure: &dyn Measure) -> Ticks {
    let from = (axis.range.0 / f64::from(days)).ceil() as i64;
    let to = (axis.range.1 / f64::from(days)).floor() as i64;
    let lower = (from..=to.min(from + 500))
        .map(|n| {
            // The line stands at noon of day 0, and every tick a whole number of days from it.
            let day = i32::try_from(n * i64::from(days)).unwrap_or(0);
            let x = axis.to_x(f64::from(day) + 0.5);
            Tick { x, label: centered(axis, x, dates::offset(day), measure) }
        })
        .filter(|t| inside(axis, t.x))
        .collect();
    let unit = match days {
        1 => "Days",
        7..182 => "Weeks",
        182..365 => "Half years",
        _ => "Years",
    };
    let line = axis.to_x(0.5);
    let mut upper = Vec::new();
    let mut push = |text: String, left: f32, end: f32| {
        let width = measure.width(&text, UPPER);
        if left + width + 8.0 <= end {
            upper.push(Tick { x: f32::NEG_INFINITY, label: Some(Label { text, left, width }) });
        }
    };
    if line > axis.left {
        push(format!("{unit} before publication"), axis.left, line.min(axis.right));
    }
    if line < axis.right {
        push(
            if line > axis.left { "After".to_owned() } else { format!("{unit} after publication") },
            (line + 8.0).max(axis.left),
            axis.right,
        );
    }
    Ticks { step: Step::Counted(days), upper, lower, caption: None }
}

#[cfg(test)]
mod tests;
