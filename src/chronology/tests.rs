//! Sentences of our own and what they mean; sentences that tell no event; ids that stay; the seed article where it lies beside us.

use super::{Chronology, Event, Frame, Kind, Status, dates, read};
use crate::article::{Article, load};
use chrono::NaiveDate;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day of the calendar")
}

fn article(body: &str) -> Article {
    load(format!("A headline without news\n\n{body}\n").as_bytes(), "test.txt").expect("a text")
}

fn chronology(body: &str, published: &str) -> Chronology {
    read(&article(body), Some(day(published)))
}

/// One line an event: title | kind, status | first and last day | places | participants.
fn lines(chronology: &Chronology) -> Vec<String> {
    let date = |d| dates::date(d).map_or_else(|| "?".to_owned(), |d| d.to_string());
    let line = |e: &Event| {
        let days = e.when.as_ref().map_or_else(|| "unplaced".to_owned(), |w| format!("{}..{}", date(w.earliest()), date(w.latest())));
        format!("{} | {:?} {:?} | {days} | {} | {}", e.title, e.kind, e.status, e.places.join(", "), e.participants.join(", "))
    };
    chronology.events.iter().map(line).collect()
}

#[test]
fn sentences_mean_these_events() {
    let corpus: &[(&str, &str, &[&str])] = &[
        (
            "The foreign ministers of France and Germany met in Paris on Tuesday.",
            "2024-05-17",
            &[
                "Foreign ministers of France and Germany meet in Paris | Consult Happened | 2024-05-14..2024-05-14 | Paris | foreign ministers of France and Germany",
            ],
        ),
        // A light verb leaves the telling to its noun.
        (
            "President Lena Orlova held talks with Prime Minister Tomas Berg in Oslo last week.",
            "2024-05-17",
            &[
                "Lena Orlova holds talks with Tomas Berg in Oslo | Consult Happened | 2024-05-06..2024-05-12 | Oslo | Lena Orlova, Tomas Berg",
            ],
        ),
        (
            "Talks between Armenia and Azerbaijan broke down in Geneva on 4 May 2021.",
            "2024-02-20",
            &[
                "Talks between Armenia and Azerbaijan break down in Geneva | Consult Happened | 2021-05-04..2021-05-04 | Geneva | Armenia, Azerbaijan",
            ],
        ),
        // One sentence, two stops.
        (
            "Marta Lindqvist will visit Riga on 3 March and Vilnius on 5 March.",
            "2024-02-20",
            &[
                "Marta Lindqvist to visit Riga | Consult Expected | 2024-03-03..2024-03-03 | Riga | Marta Lindqvist",
                "Marta Lindqvist to visit Vilnius | Consult Expected | 2024-03-05..2024-03-05 | Vilnius | Marta Lindqvist",
            ],
        ),
        (
            "Ministers were expected to meet in Doha on Friday.",
            "2024-05-14",
            &["Ministers to meet in Doha | Consult Expected | 2024-05-17..2024-05-17 | Doha | Ministers"],
        ),
        (
            "The summit in Vienna was called off on Monday.",
            "2024-05-17",
            &["Summit in Vienna called off | Consult CalledOff | 2024-05-13..2024-05-13 | Vienna | "],
        ),
        (
            "No meeting between the two presidents is planned.",
            "2024-05-14",
            &["No meeting between two presidents planned | Consult CalledOff | 2024-05-14..2024-12-31 |  | two presidents"],
        ),
        (
            "In 1978 Egypt and Israel signed the accord at Camp David.",
            "2024-05-14",
            &["Egypt and Israel sign accord at Camp David | Agree Happened | 1978-01-01..1978-12-31 | Camp David | Egypt, Israel"],
        ),
        (
            "France announced a ceasefire on 2 April 1962.",
            "2024-05-14",
            &["France announces ceasefire | Retreat Happened | 1962-04-02..1962-04-02 |  | France"],
        ),
        (
            "Turkey expelled the Dutch ambassador on 11 March 2017.",
            "2024-05-14",
            &["Turkey expels Dutch ambassador | Sanction Happened | 2017-03-11..2017-03-11 |  | Turkey, Dutch ambassador"],
        ),
        (
            "The Security Council imposed sanctions on Iraq in August 1990.",
            "2024-05-14",
            &["Security Council imposes sanctions on Iraq | Sanction Happened | 1990-08-01..1990-08-31 | Iraq | Security Council"],
        ),
        (
            "Poland recognised Ukraine on 2 December 1991.",
            "2024-05-14",
            &["Poland recognises Ukraine | Support Happened | 1991-12-02..1991-12-02 |  | Poland, Ukraine"],
        ),
        (
            "Rebel troops captured the city of Goma on 20 November 2012.",
            "2024-05-14",
            &["Rebel troops capture city of Goma | Assault Happened | 2012-11-20..2012-11-20 | Goma | Rebel troops"],
        ),
        (
            "Kenya rejected the proposal yesterday.",
            "2024-05-14",
            &["Kenya rejects proposal | Reject Happened | 2024-05-13..2024-05-13 |  | Kenya"],
        ),
        (
            "The envoy threatened to walk out on Wednesday.",
            "2024-05-17",
            &["Envoy threatens to walk out | Threaten Happened | 2024-05-15..2024-05-15 |  | envoy"],
        ),
        // Presence at a place is a visit.
        (
            "Sergei Lavrov was in Pyongyang on Thursday.",
            "2024-05-17",
            &["Sergei Lavrov visits Pyongyang | Consult Happened | 2024-05-16..2024-05-16 | Pyongyang | Sergei Lavrov"],
        ),
    ];
    for (body, published, expected) in corpus {
        assert_eq!(lines(&chronology(body, published)), *expected, "{body}");
    }
}

#[test]
fn a_status_keeps_the_words_of_the_article() {
    let told = chronology("The summit in Vienna was called off on Monday.", "2024-05-17");
    assert_eq!(told.events.first().and_then(|e| e.status_word.as_deref()), Some("called off"));
}

#[test]
fn these_tell_no_event() {
    for (body, why) in [
        ("If France signed the treaty, Germany would follow.", Some("hypothesis")),
        ("Territory remains the sticking point.", Some("background")),
        ("Leaders often meet in Geneva.", Some("habit")),
        ("Guarantees could deter an attack.", Some("hypothesis")),
        ("He said the talks were useful.", Some("saying")),
        ("What would happen if the talks failed?", Some("question")),
        ("A deal that neither side can accept would be worth little.", Some("no-actor")),
        ("Could a ceasefire hold?", None),
        ("The region has three million people.", None),
    ] {
        let told = chronology(body, "2024-05-14");
        assert_eq!(lines(&told), Vec::<String>::new(), "{body}");
        if why.is_some() {
            assert_eq!(told.set_aside.first().map(|s| s.why), why, "{body}");
        }
    }
}

#[test]
fn what_follows_is_not_before_what_it_follows() {
    let told =
        chronology("Tomas Berg's visit to Cairo on 3 May 2021 was followed by talks in Amman between Egypt and Jordan.", "2021-05-12");
    let find = |place: &str| told.events.iter().find(|e| e.places.iter().any(|p| p == place));
    let (Some(cairo), Some(amman)) = (find("Cairo"), find("Amman")) else { panic!("{:?}", lines(&told)) };
    assert!(told.constraints.iter().any(|c| c.from == cairo.id && c.to == amman.id), "{:?}", told.constraints);
    let first = |e: &Event| e.when.as_ref().map(|w| w.earliest());
    assert_eq!(first(amman), first(cairo));
    assert_eq!(amman.when.as_ref().map(|w| dates::long_day(w.latest())), Some("12 May 2021".to_owned()));
}

const SEQUENCE: &str = "Envoys Ada Holm and Per Lind visited Cairo on 3 May 2021. On Friday the envoys will meet in Doha.";

#[test]
fn ids_outlast_the_date_the_line_ends_and_added_paragraphs() {
    let ids = |text: &str, published: Option<NaiveDate>| -> Vec<String> {
        let article = load(text.as_bytes(), "a.txt").expect("a text");
        let mut ids: Vec<String> = read(&article, published).events.into_iter().map(|e| e.id).collect();
        ids.sort();
        ids
    };
    let plain = format!("A headline without news\n\n{SEQUENCE}\n");
    let first = ids(&plain, Some(day("2021-05-12")));
    assert_eq!(first.len(), 2);
    assert_eq!(first, ids(&plain, Some(day("2021-06-01"))));
    assert_eq!(first, ids(&plain, None));
    assert_eq!(first, ids(&plain.replace('\n', "\r\n"), Some(day("2021-05-12"))));
    assert_eq!(first, ids(&plain.replace("news\n\n", "news\n\nThe weather was fine in all three cities.\n\n"), Some(day("2021-05-12"))));
}

#[test]
fn the_same_article_gives_the_same_chronology() {
    let article = article(SEQUENCE);
    assert_eq!(read(&article, Some(day("2021-05-12"))), read(&article, Some(day("2021-05-12"))));
}

#[test]
fn without_a_publication_date_nothing_is_invented() {
    let told = read(&article("The ministers met in Oslo two weeks ago."), None);
    let when = told.events.first().and_then(|e| e.when.clone()).expect("a time");
    assert_eq!(when.frame, Frame::Publication);
    assert!(when.latest() < 0);
    assert!(told.notices.iter().any(|n| n.code == "no-publication-date"));
}

#[test]
fn another_language_says_so() {
    let body = "Le ministre des affaires étrangères est arrivé à Paris le 3 mai 2021 pour une visite de deux jours avec son homologue.";
    let told = chronology(body, "2021-05-12");
    assert!(told.events.is_empty());
    assert!(told.notices.iter().any(|n| n.code == "not-english" && n.text.contains("French")), "{:?}", told.notices);
}

#[test]
fn the_seed_article_tells_moscow_berlin_and_miami() {
    let file = "../shared/accuracy/gold/seed-miami-talks.txt";
    let Ok(bytes) = std::fs::read(file) else {
        println!("skipped: {file} is not there");
        return;
    };
    let article = load(&bytes, "seed-miami-talks.txt").expect("a text");
    let told = read(&article, Some(day("2025-12-19")));
    let find = |place: &str, status: Status| told.events.iter().find(|e| e.status == status && e.places.iter().any(|p| p == place));
    let days = |e: &Event| e.when.as_ref().map(|w| format!("{} – {}", dates::long_day(w.earliest()), dates::long_day(w.latest())));
    let takes_part = |e: &Event, name: &str| e.participants.iter().any(|p| p == name);

    let moscow = find("Moscow", Status::Happened).expect("the visit to Moscow");
    assert_eq!(moscow.kind, Kind::Consult);
    assert_eq!(days(moscow).as_deref(), Some("24 October 2025 – 5 December 2025"));
    assert_eq!(moscow.when.as_ref().map(|w| w.approximate()), Some([true, true]));
    assert!(takes_part(moscow, "Steve Witkoff") && takes_part(moscow, "Jared Kushner"), "{:?}", moscow.participants);

    let berlin = find("Berlin", Status::Happened).expect("the talks in Berlin");
    assert_eq!(days(berlin).as_deref(), Some("24 October 2025 – 19 December 2025"));
    assert!(takes_part(berlin, "U.S. officials") && takes_part(berlin, "Ukrainian officials"), "{:?}", berlin.participants);

    let miami = told.events.iter().find(|e| takes_part(e, "Kirill Dmitriev")).expect("the meeting in Miami");
    assert_eq!((miami.status, days(miami).as_deref()), (Status::Expected, Some("20 December 2025 – 21 December 2025")));
    let mut paragraphs: Vec<u32> = miami.evidence.iter().filter_map(|e| e.paragraph).collect();
    paragraphs.dedup();
    assert!(paragraphs.len() > 2, "{paragraphs:?}");

    let delegation = told.events.iter().find(|e| e.status == Status::Expected && takes_part(e, "Rustem Umerov")).expect("the delegation");
    assert_eq!(delegation.places, ["Miami"], "it arrives where the meeting is that it is simultaneous with");
    let trilateral = told.events.iter().find(|e| e.status == Status::CalledOff).expect("the trilateral meeting");
    assert_eq!(trilateral.status_word.as_deref(), Some("not planned"));
    assert_eq!(trilateral.participants, ["U.S. officials", "Ukrainian officials", "Russian officials"]);

    let undated = read(&article, None);
    let place = |e: &Event| e.places.first().cloned().unwrap_or_default();
    let order: Vec<String> = undated.events.iter().map(place).filter(|p| !p.is_empty()).collect();
    assert_eq!(order, ["Moscow", "Berlin", "Miami", "Miami", "Miami"], "the same order without a date");
    let ends: Vec<_> = undated.events.iter().filter_map(|e| e.when.as_ref()).map(|w| (w.frame, w.earliest(), w.latest())).collect();
    let counted = [(-56, -14), (-56, 0), (-56, 0), (0, 6), (0, 6), (0, 6)].map(|(a, b)| (Frame::Publication, a, b));
    assert_eq!(ends, counted);
}

#[test]
fn these_discussions_are_those_told_just_before() {
    let body = "On Saturday Ministers Anna Berg and Tomas Lind are expected to hold a meeting in Riga.\n\nFew people know how it came about. \
                The road began weeks ago, with Berg and Lind's visit to Oslo. These discussions, followed by intense negotiations in Bern \
                between Norwegian and Latvian officials, have brought the two sides closer.";
    let told = chronology(body, "2024-05-14");
    let at = |place: &str| {
        told.events.iter().find(|e| e.places.iter().any(|p| p == place)).unwrap_or_else(|| panic!("{place}: {:?}", lines(&told)))
    };
    let (riga, oslo, bern) = (at("Riga"), at("Oslo"), at("Bern"));
    assert_eq!(riga.evidence.len(), 1, "the coming meeting is not what was discussed: {:?}", riga.evidence);
    assert_eq!(oslo.evidence.len(), 2, "{:?}", oslo.evidence);
    let first = |e: &Event| e.when.as_ref().map(|w| w.earliest());
    assert_eq!(first(bern), first(oslo), "not before the visit that it follows");
}

#[test]
fn be_with_an_infinitive_is_expected_also_where_be_is_the_main_verb() {
    let told = chronology(
        "On Friday Steve Witkoff and Jared Kushner are to carry proposals from one hotel to the other, much as mediators did in earlier wars.",
        "2024-05-14",
    );
    let statuses: Vec<Status> = told.events.iter().map(|e| e.status).collect();
    assert_eq!(statuses, [Status::Expected], "{:?}", lines(&told));
}

/// What the program shows first.
#[test]
fn the_built_in_sample_tells_its_sequence() {
    let sample = load(include_bytes!("../../assets/sample.md"), "sample.md").expect("a text");
    assert_eq!(sample.published, None, "it gives no date, as many pasted articles don't");
    let told = read(&sample, Some(day("2025-12-19")));
    assert_eq!(
        lines(&told),
        [
            "Witkoff and Kushner visit Moscow | Consult Happened | 2025-10-24..2025-12-05 | Moscow | Steve Witkoff, Jared Kushner",
            "Intense talks in Berlin between U.S. and Ukrainian officials | Consult Happened | 2025-10-24..2025-12-19 | Berlin | U.S. officials, Ukrainian officials",
            "Dmitriev to meet in Miami with Witkoff and Kushner | Consult Expected | 2025-12-20..2025-12-21 | Miami | Kirill Dmitriev, Steve Witkoff, Jared Kushner",
            "Ukrainian delegation to arrive in Miami | Consult Expected | 2025-12-20..2025-12-21 | Miami | Ukrainian delegation",
            "No trilateral meeting of U.S., Ukrainian and Russian officials planned | Consult CalledOff | 2025-12-20..2025-12-21 | Miami | U.S. officials, Ukrainian officials, Russian officials",
        ]
    );
    let undated = read(&sample, None);
    let titles = |c: &Chronology| c.events.iter().map(|e| (e.id.clone(), e.title.clone())).collect::<Vec<_>>();
    assert_eq!(titles(&undated), titles(&told), "the same order and the same ids without a date");
    assert!(undated.events.iter().filter_map(|e| e.when.as_ref()).all(|w| w.frame == Frame::Publication), "nothing invented");
}

#[test]
fn the_article_as_a_page_gives_the_same_events() {
    let text = include_str!("../../assets/sample.md");
    let body: String = text
        .lines()
        .filter(|l| !l.is_empty())
        .map(|line| match (line.strip_prefix("## "), line.strip_prefix("# ")) {
            (Some(heading), _) => format!("<h2>{heading}</h2>\n"),
            (_, Some(headline)) => format!("<h1>{headline}</h1>\n"),
            _ => format!("<p>{}</p>\n", line.replace('\'', "&#8217;")),
        })
        .collect();
    let page = format!(
        "<!doctype html><html><head><title>Sample</title></head><body><nav><a href=\"/\">Home</a></nav><article>{body}</article></body></html>"
    );
    let events = |bytes: &[u8], name: &str| {
        let told = read(&load(bytes, name).expect("a text"), None);
        told.events.iter().map(|e| (e.id.clone(), e.title.clone())).collect::<Vec<_>>()
    };
    assert_eq!(events(page.as_bytes(), "sample.html"), events(text.as_bytes(), "sample.md"));
}

#[test]
fn a_convention_is_told_once_in_the_reason() {
    let reason = |body: &str| {
        let told = chronology(body, "2025-12-19");
        told.events.first().and_then(|e| e.when.as_ref()).map(|w| w.reason.clone()).unwrap_or_default()
    };
    assert_eq!(
        reason("Envoys of Peru and Chile met in Lima weeks ago."),
        "We take “weeks ago” as 8 to 2 weeks before publication, Fri 19 Dec 2025."
    );
}

#[test]
fn a_dateline_is_no_part_of_the_lead() {
    for head in ["GENEVA, 14 April 2014 —", "GENEVA, April 14 (Example News) -", "GENEVA, April 14, 2014 (EN) --"] {
        let told = chronology(&format!("{head} The foreign ministers of Austria and Norway signed a treaty on fishing."), "2014-04-14");
        assert_eq!(
            lines(&told),
            [
                "Foreign ministers of Austria and Norway sign treaty on fishing | Agree Happened | 2014-04-14..2014-04-14 | Geneva | foreign ministers of Austria and Norway"
            ],
            "{head}"
        );
        let plain = chronology("The foreign ministers of Austria and Norway signed a treaty on fishing.", "2014-04-14");
        assert_eq!(told.events.first().map(|e| &e.id), plain.events.first().map(|e| &e.id));
    }
}
