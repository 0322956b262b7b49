//! Days and stretches in the Extended Date/Time Format (ISO 8601-2).
//!
//! `[a..b]` is some day between, `a/b` what lasts throughout, `~` an approximate end; whole months and years keep their precision.

use super::calendar;
use super::{Day, Frame, Stretch};

/// A day: "2014-05-03"; before Christ as EDTF has it: "-0479-09-01".
pub fn day(day: Day) -> Option<String> {
    let (year, month, of_month) = calendar::parts(day)?;
    Some(format!("{}-{month:02}-{of_month:02}", year_number(year)))
}

/// A stretch of days of the calendar; none where the publication date is not known.
pub fn stretch(stretch: &Stretch) -> Option<String> {
    if stretch.frame != Frame::Calendar {
        return None;
    }
    interval(stretch.earliest, stretch.latest, stretch.approximate, stretch.throughout)
}

/// From the first to the last day, each perhaps approximate: all of it, or some day of it.
pub fn interval(earliest: Day, latest: Day, approximate: [bool; 2], throughout: bool) -> Option<String> {
    let mark = |approximate| if approximate { "~" } else { "" };
    if earliest == latest {
        return Some(format!("{}{}", day(earliest)?, mark(approximate[0] || approximate[1])));
    }
    // A whole year or month is written as such: some day of it is what its bare name says.
    if let Some(name) = whole(earliest, latest)
        && approximate[0] == approximate[1]
        && !throughout
    {
        return Some(format!("{name}{}", mark(approximate[0])));
    }
    let (from, to) = (day(earliest)?, day(latest)?);
    let (a, b) = (mark(approximate[0]), mark(approximate[1]));
    Some(if throughout { format!("{from}{a}/{to}{b}") } else { format!("[{from}{a}..{to}{b}]") })
}

/// "1978" or "2014-05" for exactly that year or month.
fn whole(earliest: Day, latest: Day) -> Option<String> {
    let (year, month, _) = calendar::parts(earliest)?;
    if calendar::year_span(year) == Some([earliest, latest]) {
        return Some(year_number(year));
    }
    (calendar::month_of(year, month) == Some([earliest, latest])).then(|| format!("{}-{month:02}", year_number(year)))
}

fn year_number(year: i32) -> String {
    if year < 0 { format!("-{:04}", -year) } else { format!("{year:04}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(y: i32, m: u32, d: u32) -> Day {
        calendar::day(y, m, d).unwrap()
    }

    #[test]
    fn precision_is_kept() {
        assert_eq!(interval(at(1978, 1, 1), at(1978, 12, 31), [false; 2], false).unwrap(), "1978");
        assert_eq!(interval(at(2014, 5, 1), at(2014, 5, 31), [false; 2], false).unwrap(), "2014-05");
        assert_eq!(interval(at(1910, 1, 1), at(1910, 12, 31), [true; 2], false).unwrap(), "1910~");
        assert_eq!(interval(at(-479, 1, 1), at(-479, 12, 31), [false; 2], false).unwrap(), "-0479");
    }

    #[test]
    fn some_day_between_and_throughout_differ() {
        assert_eq!(interval(at(2025, 10, 24), at(2025, 12, 5), [true; 2], false).unwrap(), "[2025-10-24~..2025-12-05~]");
        assert_eq!(interval(at(2014, 5, 3), at(2014, 5, 5), [false; 2], true).unwrap(), "2014-05-03/2014-05-05");
        assert_eq!(interval(at(2014, 5, 3), at(2014, 5, 3), [false; 2], false).unwrap(), "2014-05-03");
    }
}
