//! Laws that every figure keeps, whatever its page and however many its events.

use super::*;
use crate::layout::arbitrary::{any_event, numbered};
use crate::layout::fixture::{forty, generated, miami, miami_article};
use crate::scene::{Group, Ink, PlacedText, Shape, Weight};
use crate::text::{FigureMeasure, Remembered};
use emath::{Rect, pos2, vec2};
use proptest::prelude::*;
use std::collections::BTreeSet;

const PRESETS: [(&str, Preset); 6] = [
    ("slide", Preset::Slide),
    ("a4", Preset::A4),
    ("half", Preset::Half),
    ("square", Preset::Square),
    ("wide", Preset::Custom { width: 2400.0, height: 900.0 }),
    ("tall", Preset::Custom { width: 700.0, height: 1600.0 }),
];

fn drawn(chronology: &Chronology, preset: Preset, all: bool, measure: &dyn Measure) -> Figure {
    arranged(chronology, (preset, Layout::Auto), all, measure)
}

fn arranged(chronology: &Chronology, (preset, layout): (Preset, Layout), all: bool, measure: &dyn Measure) -> Figure {
    let article = miami_article(chronology.published.is_some());
    let scope = if all { Scope::All } else { Scope::Main };
    figure(&article, chronology, &FigureOptions { preset, layout, scope, ..FigureOptions::default() }, measure)
}

/// A text or a part of a mark, and the event that it belongs to.
struct Piece<'a> {
    event: Option<&'a str>,
    rect: Rect,
    text: Option<&'a PlacedText>,
}

fn rect_of(text: &PlacedText) -> Rect {
    let (top, bottom) = (text.at.y - 0.727 * text.font.size, text.at.y + 0.2 * text.font.size);
    Rect::from_min_max(pos2(text.at.x, top), pos2(text.at.x + text.width, bottom))
}

/// Texts, parts of marks and lines; grounds are no obstacle.
fn pieces<'a>(shapes: &'a [Shape], event: Option<&'a str>, out: &mut Vec<Piece<'a>>) {
    let half = |width: f32| vec2(width / 2.0, width / 2.0);
    for shape in shapes {
        let (rect, text) = match shape {
            Shape::Text(text) => (rect_of(text), Some(text)),
            Shape::Rect { fill: Some(Ink::Paper | Ink::Ahead), stroke: None, .. } => continue,
            // The gap that the strokes of a fold stand in.
            Shape::Polyline { fill: Some(Ink::Paper | Ink::Ahead), stroke: None, .. } => continue,
            Shape::Rect { rect, .. } => (*rect, None),
            Shape::Line { from, to, stroke } => (Rect::from_two_pos(*from, *to).expand2(half(stroke.width)), None),
            Shape::Polyline { points, stroke, .. } => (Rect::from_points(points).expand2(half(stroke.map_or(0.0, |s| s.width))), None),
            Shape::Disc { center, radius, .. } => (Rect::from_center_size(*center, vec2(2.0 * radius, 2.0 * radius)), None),
            Shape::Group(group) => {
                pieces(&group.shapes, group.event.as_deref().or(event), out);
                continue;
            }
        };
        out.push(Piece { event, rect, text });
    }
}

fn groups(figure: &Figure) -> impl Iterator<Item = &Group> {
    let shapes = figure.pages.iter().flat_map(|p| &p.shapes);
    shapes.filter_map(|s| if let Shape::Group(g) = s { Some(g).filter(|g| g.event.is_some()) } else { None })
}

fn ids(figure: &Figure) -> Vec<&str> {
    groups(figure).filter_map(|g| g.event.as_deref()).collect()
}

fn written(shapes: &[Shape]) -> Vec<&PlacedText> {
    let mut all = Vec::new();
    pieces(shapes, None, &mut all);
    all.into_iter().filter_map(|p| p.text).collect()
}

fn said(shapes: &[Shape]) -> String {
    written(shapes).iter().map(|t| t.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// Nothing leaves the page, no text meets a text, a mark or a line, and none is smaller than the page allows.
fn check_pages(figure: &Figure, least: f32, name: &str) {
    assert!(!figure.pages.is_empty(), "{name}");
    for (number, page) in figure.pages.iter().enumerate() {
        let mut all = Vec::new();
        pieces(&page.shapes, None, &mut all);
        let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(page.width, page.height));
        for (at, piece) in all.iter().enumerate() {
            let Piece { event, rect, text } = piece;
            let words = text.map_or("a mark", |t| t.text.as_str());
            assert!(whole.contains_rect(*rect), "{name} page {number}: “{words}” of {event:?} leaves the page: {rect:?}");
            let Some(text) = text else { continue };
            assert!(text.font.size >= least, "{name}: “{words}” is {} small", text.font.size);
            for (other_at, other) in all.iter().enumerate().filter(|(other, _)| *other != at) {
                if other.text.is_some() && other_at < at {
                    continue;
                }
                let overlap = rect.intersect(other.rect);
                let what = other.text.map_or("a mark or line", |t| t.text.as_str());
                assert!(
                    overlap.width() <= 0.5 || overlap.height() <= 0.5,
                    "{name} page {number}: “{words}” of {event:?} meets “{what}” of {:?}: {rect:?} {:?}",
                    other.event,
                    other.rect
                );
            }
        }
        check_marks(&all, name);
    }
}

/// Marks of different events keep clear of each other.
fn check_marks(all: &[Piece], name: &str) {
    let mut marks: std::collections::BTreeMap<&str, Rect> = std::collections::BTreeMap::new();
    for piece in all.iter().filter(|p| p.text.is_none()) {
        if let Some(event) = piece.event {
            marks.entry(event).and_modify(|r| *r = r.union(piece.rect)).or_insert(piece.rect);
        }
    }
    let marks: Vec<_> = marks.into_iter().collect();
    for (at, (event, rect)) in marks.iter().enumerate() {
        for (other, second) in &marks[at + 1..] {
            let overlap = rect.intersect(*second);
            assert!(
                overlap.width() <= 0.5 || overlap.height() <= 0.5,
                "{name}: the marks of {event} and {other} meet: {rect:?} {second:?}"
            );
        }
    }
}

/// Every event is drawn once or counted; each tells its title, or says that it is cut, its time, its status and who says so.
fn check_events(figure: &Figure, chronology: &Chronology, all: bool, name: &str) {
    let drawn = ids(figure);
    let unique: BTreeSet<&str> = drawn.iter().copied().collect();
    assert_eq!(unique.len(), drawn.len(), "{name}: none is drawn twice");
    assert_eq!(unique.len(), figure.shown, "{name}: the count is true");
    assert_eq!(figure.total, chronology.events.len(), "{name}");
    assert_eq!(figure.unplaced, chronology.events.iter().filter(|e| e.when.is_none()).count(), "{name}");
    if all {
        assert_eq!(figure.shown + figure.unplaced, figure.total, "{name}: all are drawn");
    } else {
        assert_eq!(figure.pages.len(), 1, "{name}");
    }
    let head = said(&figure.pages[0].shapes);
    if figure.shown < figure.total {
        assert!(head.contains(&format!("{} of {} event", figure.shown, figure.total)), "{name}: {head}");
    }
    if figure.unplaced > 0 {
        assert!(head.contains(&format!("{} not placed in time", figure.unplaced)), "{name}: {head}");
    }
    let timeline = Timeline::new(&[chronology]);
    for group in groups(figure) {
        let Some(entry) = group.event.as_deref().and_then(|id| timeline.entry(id)) else { panic!("{name}: an event of the chronology") };
        let words = said(&group.shapes);
        let cut = written(&group.shapes).iter().any(|t| t.font.weight == Weight::SemiBold && t.text.ends_with('…'));
        assert!(cut || words.contains(&entry.title), "{name}: {} is told as {words}", entry.title);
        assert!(written(&group.shapes).iter().any(|t| t.font.weight == Weight::Medium), "{name}: {words} tells its time");
        for told in entry.status_word.iter().chain(&entry.attribution) {
            assert!(words.contains(told.as_str()), "{name}: {words} tells {told}");
        }
    }
}

fn check(chronology: &Chronology, page: (&str, Preset), measure: &dyn Measure, name: &str) {
    check_as(chronology, page, Layout::Auto, measure, name);
}

fn check_as(chronology: &Chronology, (named, preset): (&str, Preset), layout: Layout, measure: &dyn Measure, name: &str) {
    let least = if preset == Preset::Slide { 28.0 } else { 18.0 };
    for all in [false, true] {
        let name = format!("{name} as {layout:?} on {named}{}", if all { ", all" } else { "" });
        let figure = arranged(chronology, (preset, layout), all, measure);
        check_pages(&figure, least, &name);
        check_events(&figure, chronology, all, &name);
    }
}

fn first(mut chronology: Chronology, count: usize) -> Chronology {
    chronology.events.truncate(count);
    chronology
}

#[test]
fn figures_of_few_events_keep_the_laws() {
    // The same words come again on every page: they are shaped once for all.
    let inter = FigureMeasure::new();
    let measure = Remembered::new(&inter);
    for dated in [true, false] {
        for count in [0, 1, 3, 8] {
            for preset in PRESETS {
                check(&first(miami(dated), count), preset, &measure, &format!("{count} of Miami, dated {dated}"));
            }
        }
    }
}

#[test]
fn figures_of_many_events_keep_the_laws() {
    let inter = FigureMeasure::new();
    let measure = Remembered::new(&inter);
    for (name, chronology) in [("5", generated(5, 5)), ("15", generated(15, 11)), ("40", forty())] {
        for preset in PRESETS {
            check(&chronology, preset, &measure, name);
        }
    }
    // Many pages differ from a few only in their number.
    for preset in [PRESETS[1], PRESETS[5]] {
        check(&generated(120, 11), preset, &measure, "120");
    }
}

const LAYOUTS: [Layout; 4] = [Layout::Rows, Layout::Cascade, Layout::List, Layout::Lanes];

#[test]
fn every_layout_keeps_the_laws_and_flows_to_further_pages() {
    let inter = FigureMeasure::new();
    let measure = Remembered::new(&inter);
    for layout in LAYOUTS {
        for (name, chronology) in [("8", miami(false)), ("15", generated(15, 11))] {
            for preset in [PRESETS[0], PRESETS[2]] {
                check_as(&chronology, preset, layout, &measure, name);
            }
        }
    }
}

/// A font whose letters differ in width, quick to measure.
struct Plain;

impl Measure for Plain {
    fn width(&self, text: &str, font: crate::scene::Font) -> f32 {
        text.chars().map(|c| if "il.,’' ".contains(c) { 0.28 } else { 0.58 }).sum::<f32>() * font.size
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn any_figure_keeps_the_laws(
        events in proptest::collection::vec(any_event(), 1..30),
        published in any::<bool>(),
        preset in 0..PRESETS.len(),
        layout in 0..LAYOUTS.len(),
    ) {
        check(&numbered(events.clone(), published), PRESETS[preset], &Plain, "by chance");
        check_as(&numbered(events, published), PRESETS[preset], LAYOUTS[layout], &Plain, "by chance, laid out");
    }
}

/// Whether any title of an event is cut.
fn cuts(figure: &Figure) -> Vec<String> {
    let titles = groups(figure).flat_map(|g| written(&g.shapes)).filter(|t| t.font.weight == Weight::SemiBold && t.text.ends_with('…'));
    titles.map(|t| t.text.clone()).collect()
}

#[test]
fn no_title_is_cut_where_a_page_can_hold_it() {
    let inter = FigureMeasure::new();
    let measure = Remembered::new(&inter);
    for (name, chronology) in [("miami", miami(false)), ("15", generated(15, 11)), ("40", forty())] {
        for layout in [Layout::Cascade, Layout::Lanes] {
            for (page, preset) in PRESETS {
                for all in [false, true] {
                    assert_eq!(cuts(&arranged(&chronology, (preset, layout), all, &measure)), [""; 0], "{name} as {layout:?} on {page}");
                }
            }
        }
    }
    // Lanes of a few events are one page of them all.
    assert_eq!(arranged(&miami(false), (Preset::A4, Layout::Lanes), false, &measure).shown, 7);
}

#[test]
fn gaps_of_an_axis_are_folded_where_it_is_asked_for_or_worth_it() {
    // Two meetings in one month, two more six years later.
    let article = crate::article::load(
        b"Envoys meet\n\nAnn Berg met Luis Prado in Oslo on 3 March 2014.\n\nAnn Berg met Luis Prado in Rome on 9 March 2014.\n\n\
          Ann Berg met Luis Prado in Bern on 4 May 2020.\n\nAnn Berg met Luis Prado in Riga on 11 May 2020.\n",
        "talks.txt",
    )
    .unwrap();
    let chronology = crate::chronology::read(&article, None);
    let words = |scale| {
        let options = FigureOptions { layout: Layout::Cascade, scale, ..FigureOptions::default() };
        let figure = figure(&article, &chronology, &options, &FigureMeasure::new());
        check_pages(&figure, 28.0, "folded");
        said(&figure.pages[0].shapes)
    };
    for scale in [FigureScale::Auto, FigureScale::GapsFolded] {
        let words = words(scale);
        assert!(words.contains("6 y") && words.contains("March 2014") && words.contains("May 2020"), "{words}");
    }
    assert!(!words(FigureScale::ToScale).contains("6 y"));
}

#[test]
fn the_axis_of_a_year_tells_which() {
    let article = crate::article::load(
        b"Envoys meet\n\nAnn Berg met Luis Prado in Oslo on 3 March 2014 and in Rome on 9 October 2014.\n",
        "talks.txt",
    )
    .unwrap();
    let chronology = crate::chronology::read(&article, None);
    for layout in [Layout::Rows, Layout::Cascade] {
        let options = FigureOptions { layout, scale: FigureScale::ToScale, ..FigureOptions::default() };
        let words = said(&figure(&article, &chronology, &options, &FigureMeasure::new()).pages[0].shapes);
        assert!(words.split("Oslo").next().unwrap().contains("2014"), "{words}");
    }
}

#[test]
fn the_count_says_what_is_missing() {
    let figure = drawn(&miami(true), Preset::Slide, false, &FigureMeasure::new());
    let words = said(&figure.pages[0].shapes);
    for told in [
        "7 of 8 events, 1 not placed in time, as told by The Example Courier, 19 December 2025",
        "Published 19 December 2025",
        "Source: The Example Courier, 19 December 2025",
    ] {
        assert!(words.contains(told), "{words}");
    }
}

#[test]
fn the_most_salient_are_shown_first() {
    let mut chronology = forty();
    for (index, event) in chronology.events.iter_mut().enumerate() {
        event.salience = if index == 33 { 1.0 } else { 0.5 };
    }
    let figure = drawn(&chronology, Preset::Half, false, &FigureMeasure::new());
    assert!(figure.shown < 40);
    assert!(ids(&figure).contains(&"e34"));
}

#[test]
fn the_same_input_gives_the_same_figure() {
    let measure = FigureMeasure::new();
    assert_eq!(drawn(&forty(), Preset::A4, true, &measure), drawn(&forty(), Preset::A4, true, &FigureMeasure::new()));
}

/// A page as a reader meets it: each text by its place, marks and lines by what they are made of.
fn outline(page: &crate::scene::Scene) -> String {
    let mut lines = vec![format!("{} × {}", page.width, page.height)];
    fn walk(shapes: &[Shape], indent: &str, lines: &mut Vec<String>) {
        for shape in shapes {
            match shape {
                Shape::Text(t) => {
                    lines.push(format!("{indent}{:>4} {:>4}  {} {:?} “{}”", t.at.x.round(), t.at.y.round(), t.font.size, t.ink, t.text))
                }
                Shape::Group(group) => {
                    let parts = group.shapes.iter().filter(|s| !matches!(s, Shape::Text(_)));
                    let mut all = Vec::new();
                    pieces(&group.shapes, None, &mut all);
                    let marks = all.iter().filter(|p| p.text.is_none()).map(|p| p.rect).reduce(Rect::union).unwrap_or(Rect::ZERO);
                    let (event, title) = (group.event.as_deref().unwrap_or(""), group.title.as_deref().unwrap_or(""));
                    let (a, b) = (marks.left().round(), marks.right().round());
                    lines.push(format!("{indent}{event} {title}: a mark of {} parts from {a} to {b}", parts.count()));
                    walk(&group.shapes, "    ", lines);
                }
                _ => {}
            }
        }
    }
    walk(&page.shapes, "", &mut lines);
    lines.join("\n")
}

#[test]
fn the_miami_sequence_on_a_slide() {
    let figure = drawn(&miami(true), Preset::Slide, false, &FigureMeasure::new());
    insta::assert_snapshot!(outline(&figure.pages[0]));
}
