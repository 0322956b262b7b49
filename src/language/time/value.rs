//! TIMEX3 values.

use super::Day;
use super::calendar;
use super::meaning::{Clock, Season, Unit};
use super::number::Amount;

/// "1978", "BC0480", "0410".
pub fn year(year: i32) -> String {
    if year <= 0 { format!("BC{:04}", 1 - year) } else { format!("{year:04}") }
}

pub fn month(year_: i32, month: u32) -> String {
    format!("{}-{month:02}", year(year_))
}

pub fn day(day: Day) -> String {
    match calendar::parts(day) {
        Some((y, m, d)) => format!("{}-{m:02}-{d:02}", year(y)),
        None => String::new(),
    }
}

/// The ISO week that a day lies in: "2014-W12".
pub fn week(day: Day) -> String {
    match calendar::iso_week(day) {
        Some((y, w)) => format!("{}-W{w:02}", year(y)),
        None => String::new(),
    }
}

pub fn weekend(day: Day) -> String {
    format!("{}-WE", week(day))
}

pub fn quarter(year_: i32, quarter: u32) -> String {
    format!("{}-Q{quarter}", year(year_))
}

pub fn half(year_: i32, half: u32) -> String {
    format!("{}-H{half}", year(year_))
}

pub fn season(year_: i32, season: Season) -> String {
    format!("{}-{}", year(year_), season.code())
}

/// The decade that starts in a year: "198", "BC048" for the 480s before Christ (whose astronomical years are -488 to -479).
pub fn decade(first: i32) -> String {
    if first <= 0 { format!("BC{:03}", -first / 10) } else { format!("{:03}", first / 10) }
}

/// The 20th century is "19", the 4th before Christ "BC03".
pub fn century(century: i32) -> String {
    if century < 0 { format!("BC{:02}", -century - 1) } else { format!("{:02}", century - 1) }
}

pub fn clock(clock: Clock) -> String {
    match clock {
        Clock::At { minutes, .. } => format!("T{:02}:{:02}", minutes / 60, minutes % 60),
        Clock::Part(part) => format!("T{}", part.code()),
    }
}

/// "P2W", "PT24H", "P2Y6M", "PXD".
pub fn duration(amount: Amount, unit: Unit) -> String {
    let number = match amount {
        Amount::Exact(n) => n,
        // TIMEX3 has one value; the lower bound is the safe one.
        Amount::Range(low, _) => low,
        Amount::Vague => {
            return match unit {
                Unit::Second | Unit::Minute | Unit::Hour => format!("PTX{}", letter(unit)),
                Unit::Decade => "PXDE".to_owned(),
                Unit::Century => "PXCE".to_owned(),
                Unit::Millennium => "PXML".to_owned(),
                Unit::Fortnight => "PXW".to_owned(),
                Unit::Weekend => "PXWE".to_owned(),
                _ => format!("PX{}", letter(unit)),
            };
        }
    };
    let half = (number.fract() - 0.5).abs() < 1e-9;
    let whole = number.trunc();
    match unit {
        Unit::Decade if number == 1.0 => "P1DE".to_owned(),
        Unit::Decade => format!("P{}Y", plain(number * 10.0)),
        Unit::Century => format!("P{}Y", plain(number * 100.0)),
        Unit::Millennium => format!("P{}Y", plain(number * 1000.0)),
        Unit::Fortnight => format!("P{}W", plain(number * 2.0)),
        Unit::Weekend => format!("P{}WE", plain(number)),
        Unit::Year if half && whole > 0.0 => format!("P{}Y6M", plain(whole)),
        Unit::Year if half => "P6M".to_owned(),
        Unit::Hour if half && whole > 0.0 => format!("PT{}H30M", plain(whole)),
        Unit::Hour if half => "PT30M".to_owned(),
        Unit::Minute if half && whole > 0.0 => format!("PT{}M30S", plain(whole)),
        Unit::Second | Unit::Minute | Unit::Hour => format!("PT{}{}", plain(number), letter(unit)),
        _ => format!("P{}{}", plain(number), letter(unit)),
    }
}

fn letter(unit: Unit) -> char {
    match unit {
        Unit::Second => 'S',
        Unit::Minute | Unit::Month => 'M',
        Unit::Hour => 'H',
        Unit::Day => 'D',
        Unit::Week | Unit::Weekend | Unit::Fortnight => 'W',
        Unit::Quarter => 'Q',
        Unit::Season => 'S',
        _ => 'Y',
    }
}

/// A number without needless decimals.
fn plain(number: f64) -> String {
    if number.fract() == 0.0 { format!("{number:.0}") } else { format!("{number}") }
}
