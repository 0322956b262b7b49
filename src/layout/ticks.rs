//! The two tick rows of an axis: days, Mondays, months, years … millennia, or weeks counted from publication.

mod calendar;

use self::calendar::calendar;
use super::axis::{Axis, Part};
use super::dates;
use crate::chronology::dates::DateLanguage;
use crate::chronology::{Day, Frame};
use crate::scene::{Font, Weight};
use crate::text::Measure;
use chrono::Datelike;

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

/// How labels are written: what measures them, and the language of their dates.
#[derive(Clone, Copy)]
pub struct Writer<'a> {
    pub measure: &'a dyn Measure,
    pub language: DateLanguage,
}

impl Writer<'_> {
    fn year(self, year: i32) -> String {
        dates::year_in(year, self.language)
    }

    fn day(self, day: Day, style: dates::Style) -> String {
        dates::day(day, style.told_in(self.language))
    }
}

/// Both rows for an axis, in English.
pub fn ticks(axis: &Axis, frame: Frame, measure: &dyn Measure) -> Ticks {
    ticks_in(axis, frame, Writer { measure, language: DateLanguage::English })
}

/// Both rows for an axis.
pub fn ticks_in(axis: &Axis, frame: Frame, writer: Writer) -> Ticks {
    if let Some(days) = axis.steps() {
        return steps(axis, &days, frame, writer);
    }
    let mut parts = axis.parts().into_iter().filter_map(|part| match part {
        Part::Straight(axis) => Some(axis),
        Part::Fold { .. } => None,
    });
    let Some(first) = parts.next() else { return Ticks { step: step(axis, frame), upper: Vec::new(), lower: Vec::new(), caption: None } };
    let mut all = straight(&first, frame, writer);
    for part in parts {
        let mut more = straight(&part, frame, writer);
        all.upper.append(&mut more.upper);
        all.lower.append(&mut more.lower);
    }
    all
}

/// The rows of a sequence: the date at which each step begins, and above the gap to the next one.
fn steps(axis: &Axis, days: &[Day], frame: Frame, writer: Writer) -> Ticks {
    let (mut upper, mut lower) = (Vec::new(), Vec::new());
    let mut year = None;
    let mut end = f32::NEG_INFINITY;
    for (index, day) in days.iter().enumerate() {
        let x = axis.to_x(f64::from(*day));
        // Steps closer than the eye parts them share a tick.
        if lower.last().is_some_and(|before: &Tick| x < before.x + 3.0) {
            continue;
        }
        let next = days.get(index + 1);
        let to = next.map_or(axis.right, |next| axis.to_x(f64::from(*next)));
        let own = dates::date(*day).filter(|_| frame == Frame::Calendar).map(|d| d.year());
        let mut label = None;
        if x >= end && x >= axis.left {
            let text = match frame {
                Frame::Publication => dates::offset_in(*day, writer.language),
                Frame::Calendar if own == year => writer.day(*day, dates::Style::SHORT),
                Frame::Calendar => writer.day(*day, dates::Style::YEAR),
            };
            let width = writer.measure.width(&text, LOWER);
            if x + width <= axis.right - 4.0 {
                end = x + width + 10.0;
                year = own;
                label = Some(Label { text, left: x, width });
            }
        }
        lower.push(Tick { x, label });
        if let Some(next) = next {
            let gap = i64::from(*next) - i64::from(*day);
            if gap <= 1 || to - x <= 24.0 {
                continue;
            }
            let text = short_length_in(gap, writer.language);
            let width = writer.measure.width(&text, LOWER);
            if to - x >= width + 24.0 {
                upper.push(Tick { x, label: Some(Label { text, left: f32::midpoint(x, to) - width / 2.0, width }) });
            }
        }
    }
    Ticks { step: Step::Event, upper, lower, caption: Some("Gaps") }
}

/// A gap as it is written on an axis: "3 d", "6 w", "4 mo", "4 y".
pub fn short_length(days: i64) -> String {
    short_length_in(days, DateLanguage::English)
}

pub fn short_length_in(days: i64, language: DateLanguage) -> String {
    let [d, w, m, y] = language.letters();
    match days {
        ..14 => format!("{days} {d}"),
        14..63 => format!("{} {w}", (days + 3) / 7),
        63..700 => format!("{} {m}", ((days as f64) / 30.44).round()),
        _ => format!("{} {y}", ((days as f64) / 365.2425).round()),
    }
}

/// Both rows of a straight part.
fn straight(axis: &Axis, frame: Frame, writer: Writer) -> Ticks {
    let step = step(axis, frame);
    let mut ticks = match step {
        Step::Counted(days) => counted(axis, days, writer),
        _ => calendar(axis, step, writer),
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

fn inside(axis: &Axis, x: f32) -> bool {
    x >= axis.left - 0.5 && x <= axis.right + 0.5
}

/// A label in the middle of `x`, where it stays inside the axis.
fn centered(axis: &Axis, x: f32, text: String, writer: Writer) -> Option<Label> {
    let width = writer.measure.width(&text, LOWER);
    let left = x - width / 2.0;
    (left >= axis.left && left + width <= axis.right - 4.0).then_some(Label { text, left, width })
}

fn beside(axis: &Axis, x: f32, text: String, font: Font, writer: Writer) -> Option<Label> {
    let width = writer.measure.width(&text, font);
    (x + 6.0 + width <= axis.right - 4.0).then_some(Label { text, left: x + 6.0, width })
}

fn counted(axis: &Axis, days: i32, writer: Writer) -> Ticks {
    let from = (axis.range.0 / f64::from(days)).ceil() as i64;
    let to = (axis.range.1 / f64::from(days)).floor() as i64;
    let lower = (from..=to.min(from + 500))
        .map(|n| {
            // The line stands at noon of day 0, and every tick a whole number of days from it.
            let day = i32::try_from(n * i64::from(days)).unwrap_or(0);
            let x = axis.to_x(f64::from(day) + 0.5);
            Tick { x, label: centered(axis, x, dates::offset_in(day, writer.language), writer) }
        })
        .filter(|t| inside(axis, t.x))
        .collect();
    let unit = match days {
        1 => 0,
        7..182 => 1,
        182..365 => 2,
        _ => 3,
    };
    let [before, after, rest] = writer.language.counting(unit);
    let line = axis.to_x(0.5);
    let mut upper = Vec::new();
    let mut push = |text: String, left: f32, end: f32| {
        let width = writer.measure.width(&text, UPPER);
        if left + width + 8.0 <= end {
            upper.push(Tick { x: f32::NEG_INFINITY, label: Some(Label { text, left, width }) });
        }
    };
    if line > axis.left {
        push(before, axis.left, line.min(axis.right));
    }
    if line < axis.right {
        push(if line > axis.left { rest } else { after }, (line + 8.0).max(axis.left), axis.right);
    }
    Ticks { step: Step::Counted(days), upper, lower, caption: None }
}

#[cfg(test)]
mod tests;
