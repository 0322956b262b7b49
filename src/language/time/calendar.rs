//! Days, weeks, months and years as whole-day numbers of the proleptic Gregorian calendar.
//!
//! Years are astronomical: 1 BC is 0, 480 BC is -479. Every function gives nothing where the calendar has no such day.

use super::Day;
use chrono::{Datelike, NaiveDate};

/// First and last day, both inclusive.
pub type Span = [Day; 2];

/// The farthest day that is told of, some eleven thousand years before and after Christ: sums of a few such days stay far from overflow.
pub const FARTHEST: Day = 4_000_000;

/// Whether days, or distances in days, lie within what is told of.
pub fn told_of(span: Span) -> bool {
    span.iter().all(|day| (-FARTHEST..=FARTHEST).contains(day))
}

pub fn day(year: i32, month: u32, day: u32) -> Option<Day> {
    NaiveDate::from_ymd_opt(year, month, day).map(|d| d.num_days_from_ce())
}

pub fn date(day: Day) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(day)
}

/// Year, month and day of month.
pub fn parts(day: Day) -> Option<(i32, u32, u32)> {
    date(day).map(|d| (d.year(), d.month(), d.day()))
}

pub fn year_of(day: Day) -> Option<i32> {
    date(day).map(|d| d.year())
}

/// 1 is Monday, 7 is Sunday.
pub fn weekday(day: Day) -> i32 {
    // 1 January of year 1 (day 1) was a Monday.
    (day - 1).rem_euclid(7) + 1
}

/// The Monday of a day's week.
pub fn monday(day: Day) -> Day {
    day - (weekday(day) - 1)
}

/// ISO 8601 year and week.
pub fn iso_week(day: Day) -> Option<(i32, u32)> {
    date(day).map(|d| (d.iso_week().year(), d.iso_week().week()))
}

/// How many months a day's month lies after January of year 0.
pub fn month_index(day: Day) -> Option<i32> {
    parts(day).map(|(y, m, _)| y * 12 + m as i32 - 1)
}

/// The month that lies `index` months after January of year 0.
pub fn month_span(index: i32) -> Option<Span> {
    let first = |i: i32| day(i.div_euclid(12), i.rem_euclid(12) as u32 + 1, 1);
    Some([first(index)?, first(index.checked_add(1)?)? - 1])
}

pub fn month_of(year: i32, month: u32) -> Option<Span> {
    if !(1..=12).contains(&month) {
        return None;
    }
    month_span(year.checked_mul(12)?.checked_add(month as i32 - 1)?)
}

/// From the first day of one month to the last day of another, both in the same year.
pub fn months_of(year: i32, first: u32, last: u32) -> Option<Span> {
    Some([month_of(year, first)?[0], month_of(year, last)?[1]])
}

pub fn year_span(year: i32) -> Option<Span> {
    years_span(year, year)
}

pub fn years_span(first: i32, last: i32) -> Option<Span> {
    Some([day(first, 1, 1)?, day(last, 12, 31)?])
}

pub fn quarter_span(year: i32, quarter: u32) -> Option<Span> {
    (1..=4).contains(&quarter).then_some(())?;
    months_of(year, quarter * 3 - 2, quarter * 3)
}

pub fn half_span(year: i32, half: u32) -> Option<Span> {
    (1..=2).contains(&half).then_some(())?;
    months_of(year, half * 6 - 5, half * 6)
}

/// A day some months later or earlier, held at the month's last day where it has no such day.
pub fn add_months(from: Day, months: i32) -> Option<Day> {
    let (_, _, of_month) = parts(from)?;
    let [first, last] = month_span(month_index(from)?.checked_add(months)?)?;
    Some(last.min(first + of_month as i32 - 1))
}

/// Easter Sunday by the anonymous Gregorian algorithm (Meeus, Jones and Butcher).
pub fn easter(year: i32) -> Option<Day> {
    if year < 1 {
        return None;
    }
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    day(year, (n / 31) as u32, (n % 31 + 1) as u32)
}

/// The nth given weekday of a month, or the last one for `nth` 5 and up.
pub fn nth_weekday(year: i32, month: u32, wanted: i32, nth: i32) -> Option<Day> {
    let [first, last] = month_of(year, month)?;
    let earliest = first + (wanted - weekday(first)).rem_euclid(7);
    let found = earliest + (nth - 1) * 7;
    Some(if found > last { last - (weekday(last) - wanted).rem_euclid(7) } else { found })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weekdays_and_weeks_follow_the_calendar() {
        let friday = day(2025, 12, 19).unwrap();
        assert_eq!(weekday(friday), 5);
        assert_eq!(date(monday(friday)), NaiveDate::from_ymd_opt(2025, 12, 15));
        assert_eq!(iso_week(day(1998, 1, 1).unwrap()), Some((1998, 1)));
        assert_eq!(iso_week(day(1999, 1, 1).unwrap()), Some((1998, 53)));
        assert_eq!(weekday(day(-479, 9, 1).unwrap()), date(day(-479, 9, 1).unwrap()).unwrap().weekday().number_from_monday() as i32);
    }

    #[test]
    fn impossible_days_are_none() {
        assert_eq!(day(2015, 2, 29), None);
        assert_eq!(day(2015, 4, 31), None);
        assert_eq!(month_of(2015, 13), None);
    }

    #[test]
    fn months_are_added_within_the_month() {
        assert_eq!(add_months(day(2024, 1, 31).unwrap(), 1), day(2024, 2, 29));
        assert_eq!(add_months(day(2024, 1, 31).unwrap(), -2), day(2023, 11, 30));
    }

    #[test]
    fn feasts_fall_where_they_fell() {
        assert_eq!(easter(2018), day(2018, 4, 1));
        assert_eq!(easter(1972), day(1972, 4, 2));
        assert_eq!(nth_weekday(1999, 11, 4, 4), day(1999, 11, 25));
        assert_eq!(nth_weekday(2024, 5, 1, 5), day(2024, 5, 27));
    }
}
