//! The rows of a calendar: days to millennia, before Christ too.

use super::{LOWER, Label, Step, Tick, Ticks, UPPER, Writer, beside, centered, inside};
use crate::layout::axis::Axis;
use crate::layout::dates;
use chrono::{Datelike, NaiveDate};

pub(super) fn calendar(axis: &Axis, step: Step, writer: Writer) -> Ticks {
    let Some((first, last)) = reach(axis) else { return Ticks { step, upper: Vec::new(), lower: Vec::new(), caption: None } };
    let lower = match step {
        Step::Day => days(axis, first, last, writer),
        Step::Week => mondays(axis, first, last, writer),
        Step::Month => months(axis, first, last, 1, writer),
        Step::Quarter => months(axis, first, last, 3, writer),
        Step::Years(n) => years(axis, first.year(), last.year(), n, writer),
        Step::Counted(_) | Step::Event => Vec::new(),
    };
    let upper = match step {
        Step::Day | Step::Week => upper_months(axis, first, last, writer),
        Step::Month | Step::Quarter => units(axis, first.year(), last.year(), 1, writer),
        Step::Years(1 | 2) => units(axis, first.year(), last.year(), 10, writer),
        Step::Years(n) if n <= 50 => units(axis, first.year(), last.year(), 100, writer),
        Step::Years(n) if n <= 200 => units(axis, first.year(), last.year(), 1000, writer),
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

fn days(axis: &Axis, first: NaiveDate, last: NaiveDate, writer: Writer) -> Vec<Tick> {
    let scale = axis.scale() as f32;
    let named = scale >= 52.0;
    first
        .iter_days()
        .take_while(|d| *d <= last)
        .map(|date| {
            let x = x_of(axis, date);
            let text = if named { writer.day(dates::day_of(date), dates::Style::WEEKDAY) } else { date.day().to_string() };
            let text = if named { text.rsplit_once(' ').map_or(text.clone(), |(day, _)| day.to_owned()) } else { text };
            Tick { x, label: centered(axis, x + scale / 2.0, text, writer) }
        })
        .filter(|t| inside(axis, t.x))
        .collect()
}

fn mondays(axis: &Axis, first: NaiveDate, last: NaiveDate, writer: Writer) -> Vec<Tick> {
    let to_monday = (7 - first.weekday().num_days_from_monday()) % 7;
    let Some(monday) = first.checked_add_days(chrono::Days::new(to_monday.into())) else { return Vec::new() };
    monday
        .iter_weeks()
        .take_while(|d| *d <= last)
        .map(|date| {
            let x = x_of(axis, date);
            Tick { x, label: centered(axis, x, date.day().to_string(), writer) }
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

fn months(axis: &Axis, first: NaiveDate, last: NaiveDate, every: u32, writer: Writer) -> Vec<Tick> {
    firsts(first, last)
        .map(|date| {
            let x = x_of(axis, date);
            let labelled = date.month0() % every == 0;
            Tick {
                x,
                label: labelled.then(|| beside(axis, x, writer.language.month_short(date.month()).to_owned(), LOWER, writer)).flatten(),
            }
        })
        .filter(|t| inside(axis, t.x))
        .collect()
}

fn upper_months(axis: &Axis, first: NaiveDate, last: NaiveDate, writer: Writer) -> Vec<Tick> {
    let starts: Vec<NaiveDate> = firsts(first, last).collect();
    let named = |date: NaiveDate, short: bool, year: bool| {
        let month = if short { writer.language.month_short(date.month()) } else { writer.language.month_name(date.month()) };
        if year { format!("{month} {}", writer.year(date.year())) } else { month.to_owned() }
    };
    let boundaries = starts.iter().map(|d| (x_of(axis, *d), *d)).collect::<Vec<_>>();
    // Whether the year has been told: before this month, and with this attempt at it.
    let (mut before, mut told) = (false, false);
    sticky(axis, &boundaries, writer, |date, attempt| {
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
fn units(axis: &Axis, first: i32, last: i32, size: i32, writer: Writer) -> Vec<Tick> {
    let mut boundaries = Vec::new();
    let mut year = unit_start(first, size);
    while year <= last {
        if let Some(date) = NaiveDate::from_ymd_opt(year, 1, 1) {
            boundaries.push((x_of(axis, date), year));
        }
        year = next_unit(year, size);
    }
    sticky(axis, &boundaries, writer, |year, attempt| (attempt == 0).then(|| unit_name(year, size, writer)))
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

fn unit_name(year: i32, size: i32, writer: Writer) -> String {
    match size {
        1 => writer.year(year),
        10 if year > 1 => writer.language.decade(year),
        _ if year > 0 => format!("{year}–{}", next_unit(year, size) - 1),
        _ => {
            let bc = 1 - year;
            writer.language.before_christ(&format!("{bc}–{}", (bc / size * size).max(1)))
        }
    }
}

/// Labels at boundaries, the first one kept at the view's edge; each is tried shorter until it ends before the next boundary.
fn sticky<T: Copy>(axis: &Axis, boundaries: &[(f32, T)], writer: Writer, mut name: impl FnMut(T, usize) -> Option<String>) -> Vec<Tick> {
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
            let width = writer.measure.width(&text, UPPER);
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

fn years(axis: &Axis, first: i32, last: i32, every: i32, writer: Writer) -> Vec<Tick> {
    let mut ticks = Vec::new();
    let mut push = |year: i32| {
        if let Some(date) = NaiveDate::from_ymd_opt(year, 1, 1) {
            let x = x_of(axis, date);
            if inside(axis, x) {
                ticks.push(Tick { x, label: beside(axis, x, writer.year(year), LOWER, writer) });
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
