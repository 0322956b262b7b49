use super::*;
use crate::layout::even::Even;
use chrono::NaiveDate;

fn on(y: i32, m: u32, d: u32) -> f64 {
    NaiveDate::from_ymd_opt(y, m, d).map(|d| f64::from(d.num_days_from_ce())).unwrap()
}

fn read(range: (f64, f64)) -> String {
    let axis = Axis::new(range, 92.0, 808.0);
    let ticks = ticks(&axis, Frame::Calendar, &Even);
    let words = |row: &[Tick]| row.iter().filter_map(|t| t.label.as_ref()).map(|l| l.text.clone()).collect::<Vec<_>>().join(" ");
    format!("{} | {}", words(&ticks.upper), words(&ticks.lower))
}

#[test]
fn rows_from_days_to_millennia() {
    assert_eq!(read((on(2025, 12, 15), on(2025, 12, 22))), "December 2025 | Mon 15 Tue 16 Wed 17 Thu 18 Fri 19 Sat 20 Sun 21");
    assert_eq!(read((on(2025, 12, 20), on(2026, 1, 8))), "December 2025 January 2026 | 20 21 22 23 24 25 26 27 28 29 30 31 1 2 3 4 5 6 7");
    assert_eq!(read((on(2025, 10, 18), on(2026, 1, 9))), "October 2025 November December Jan 2026 | 20 27 3 10 17 24 1 8 15 22 29 5");
    assert_eq!(read((on(1977, 11, 1), on(1978, 11, 1))), "1977 1978 | Nov Dec Jan Feb Mar Apr May Jun Jul Aug Sep Oct");
    assert_eq!(read((on(1977, 1, 1), on(1980, 1, 1))), "1977 1978 1979 | Jan Apr Jul Oct Jan Apr Jul Oct Jan Apr Jul Oct");
    assert_eq!(read((on(1971, 6, 1), on(1985, 1, 1))), "1970s 1980s | 1972 1973 1974 1975 1976 1977 1978 1979 1980 1981 1982 1983 1984");
    assert_eq!(read((on(1950, 6, 1), on(2008, 1, 1))), "1900–1999 2000–2099 | 1955 1960 1965 1970 1975 1980 1985 1990 1995 2000 2005");
    assert_eq!(read((on(1200, 6, 1), on(2100, 1, 1))), "1000–1999 2000–2999 | 1200 1300 1400 1500 1600 1700 1800 1900 2000");
}

#[test]
fn before_christ_there_is_no_year_0() {
    assert_eq!(read((on(-59, 6, 1), on(40, 1, 1))), "99–1 BC 1–99 | 50 BC 40 BC 30 BC 20 BC 10 BC 1 10 20 30");
    assert_eq!(read((on(-3, 6, 1), on(5, 6, 1))), "9–1 BC 1–9 | 3 BC 2 BC 1 2 3 4 5");
}

#[test]
fn weeks_count_from_publication() {
    let axis = Axis::new((-62.0, 40.0), 92.0, 808.0);
    let ticks = ticks(&axis, Frame::Publication, &Even);
    let lower: Vec<_> = ticks.lower.iter().filter_map(|t| t.label.as_ref()).map(|l| l.text.as_str()).collect();
    assert_eq!(lower, ["−8 w", "−7 w", "−6 w", "−5 w", "−4 w", "−3 w", "−2 w", "−1 w", "0", "+1 w", "+2 w", "+3 w", "+4 w", "+5 w"]);
    let upper: Vec<_> = ticks.upper.iter().filter_map(|t| t.label.as_ref()).map(|l| l.text.as_str()).collect();
    assert_eq!(upper, ["Weeks before publication", "After"]);
}

#[test]
fn labels_of_a_row_never_touch_and_stay_inside_at_any_scale() {
    let mut days = 2.0;
    while days < 3_000_000.0 {
        for frame in [Frame::Calendar, Frame::Publication] {
            for start in [-900_000.0, -400.3, 0.0, 700_000.7] {
                let axis = Axis::new((start, start + days), 92.0, 808.0);
                let ticks = ticks(&axis, frame, &Even);
                assert!(ticks.lower.len() < 400, "{days} {frame:?}");
                for row in [&ticks.upper, &ticks.lower] {
                    let labels: Vec<_> = row.iter().filter_map(|t| t.label.as_ref()).collect();
                    for pair in labels.windows(2) {
                        assert!(pair[0].left + pair[0].width + 3.0 <= pair[1].left, "{days} {start} {frame:?} {pair:?}");
                    }
                    for label in labels {
                        assert!(label.left >= axis.left && label.left + label.width <= axis.right, "{label:?}");
                    }
                }
            }
        }
        days *= 1.37;
    }
}

#[test]
fn some_month_of_a_narrow_axis_tells_its_year() {
    let mut tried = 0;
    for width in [240.0, 300.0, 420.0, 600.0] {
        for start in 0..60 {
            let from = on(2025, 9, 1) + f64::from(start);
            let axis = Axis::new((from, from + f64::from(width) / 4.0), 12.0, width);
            let ticks = ticks(&axis, Frame::Calendar, &Even);
            let told: Vec<_> = ticks.upper.iter().filter_map(|t| t.label.as_ref()).map(|l| l.text.as_str()).collect();
            assert!(told.is_empty() || told.iter().any(|t| t.contains("202")), "{width} {start} {told:?}");
            tried += usize::from(!told.is_empty());
        }
    }
    assert!(tried > 100);
}
