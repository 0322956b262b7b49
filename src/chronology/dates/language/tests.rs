//! Dates as each language writes them.

use super::DateLanguage;
use crate::chronology::dates::{Style, day_of, length_in, long_day_in, offset_in, stretch, when_in, year_in};
use crate::chronology::{Basis, Bound, Day, Frame, Grain, When};
use DateLanguage::{English, French, German, Italian, Portuguese, Russian, Spanish};

fn on(y: i32, m: u32, d: u32) -> Day {
    chrono::NaiveDate::from_ymd_opt(y, m, d).map(day_of).unwrap()
}

#[test]
fn a_day_in_full() {
    for (language, first, words) in [
        (English, "1 May 2014", "19 December 2025"),
        (French, "1er mai 2014", "19 décembre 2025"),
        (German, "1. Mai 2014", "19. Dezember 2025"),
        (Spanish, "1 de mayo de 2014", "19 de diciembre de 2025"),
        (Italian, "1º maggio 2014", "19 dicembre 2025"),
        (Portuguese, "1 de maio de 2014", "19 de dezembro de 2025"),
        (Russian, "1 мая 2014 г.", "19 декабря 2025 г."),
    ] {
        assert_eq!(long_day_in(on(2014, 5, 1), language), first);
        assert_eq!(long_day_in(on(2025, 12, 19), language), words);
    }
}

#[test]
fn stretches() {
    let (a, b) = (on(2025, 10, 24), on(2025, 12, 5));
    for (language, about, days, weekend, month) in [
        (French, "vers 24 oct. – vers 5 déc. 2025", "5–17 sept. 1978", "sam. 20 – dim. 21 déc. 2025", "mars 2014"),
        (German, "ca. 24. Okt. – ca. 5. Dez. 2025", "5.–17. Sept. 1978", "Sa 20. – So 21. Dez. 2025", "März 2014"),
        (Spanish, "c. 24 oct – c. 5 dic 2025", "5–17 sept 1978", "sáb 20 – dom 21 dic 2025", "mar 2014"),
        (Italian, "ca. 24 ott – ca. 5 dic 2025", "5–17 set 1978", "sab 20 – dom 21 dic 2025", "mar 2014"),
        (Portuguese, "c. 24 out. – c. 5 dez. 2025", "5–17 set. 1978", "sáb. 20 – dom. 21 dez. 2025", "mar. 2014"),
        (Russian, "ок. 24 окт. – ок. 5 дек. 2025", "5–17 сент. 1978", "сб 20 – вс 21 дек. 2025", "март 2014"),
    ] {
        let words = |from, to, soft, grain, style: Style| stretch(Frame::Calendar, from, to, soft, grain, Style { language, ..style });
        assert_eq!(words(a, b, [true; 2], Grain::Week, Style::YEAR), about);
        assert_eq!(words(on(1978, 9, 5), on(1978, 9, 17), [false; 2], Grain::Day, Style::YEAR), days);
        assert_eq!(words(on(2025, 12, 20), on(2025, 12, 21), [false; 2], Grain::Weekend, Style::FULL), weekend);
        assert_eq!(words(on(2014, 3, 1), on(2014, 3, 31), [false; 2], Grain::Month, Style::YEAR), month);
    }
}

#[test]
fn counted_from_publication() {
    let when = |from: Day, to: Day| {
        let bound = Bound { earliest: from, latest: to, approximate: false };
        let (frame, basis) = (Frame::Publication, Basis::Relative);
        When { frame, start: bound, end: bound, grain: Grain::Day, basis, reason: String::new(), words: None, rule: None, expression: None }
    };
    for (language, weeks, days, up_to, day) in [
        (English, "8–2 weeks before publication", "3 days after publication", "up to 8 weeks before publication", "the day of publication"),
        (
            French,
            "8–2 semaines avant la publication",
            "3 jours après la publication",
            "jusqu’à 8 semaines avant la publication",
            "le jour de la publication",
        ),
        (
            German,
            "8–2 Wochen davor (Veröffentlichung)",
            "3 Tage danach (Veröffentlichung)",
            "bis zu 8 Wochen davor (Veröffentlichung)",
            "Tag der Veröffentlichung",
        ),
        (
            Italian,
            "8–2 settimane prima della pubblicazione",
            "3 giorni dopo la pubblicazione",
            "fino a 8 settimane prima della pubblicazione",
            "il giorno della pubblicazione",
        ),
        (
            Russian,
            "за 8–2 недели до публикации",
            "через 3 дня после публикации",
            "не раньше чем за 8 недель до публикации",
            "день публикации",
        ),
    ] {
        assert_eq!(when_in(&when(-56, -14), language), weeks);
        assert_eq!(when_in(&when(3, 3), language), days);
        assert_eq!(when_in(&when(-56, 0), language), up_to);
        assert_eq!(when_in(&when(0, 0), language), day);
    }
    assert_eq!(offset_in(-56, Russian), "−8 нед.");
    assert_eq!([1, 2, 5, 11, 21, 22].map(|n| length_in(n, Russian)), ["1 день", "2 дня", "5 дней", "11 дней", "3 недели", "22 дня"]);
    assert_eq!(year_in(-43, French), "44 av. J.-C.");
}
