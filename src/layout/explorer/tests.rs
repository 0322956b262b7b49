use super::*;
use crate::layout::arbitrary::{any_event, numbered};
use crate::layout::fixture::{chronology, forty, generated, miami, on};
use crate::layout::timeline::Entry;
use crate::scene::Font;
use emath::vec2;
use proptest::prelude::*;

/// A font whose letters differ in width, quick to measure.
pub(super) struct Plain;

impl Measure for Plain {
    fn width(&self, text: &str, font: Font) -> f32 {
        text.chars().map(|c| if "il.,’' ".contains(c) { 0.28 } else { 0.58 }).sum::<f32>() * font.size
    }
}

/// What is drawn of one event: texts, mark, and whether it has words.
struct Drawn {
    id: String,
    texts: Vec<Rect>,
    mark: Rect,
}

pub(super) fn texts(shapes: &[Shape], out: &mut Vec<Rect>) {
    for shape in shapes {
        match shape {
            Shape::Text(text) => {
                let (top, bottom) = (text.at.y - 0.727 * text.font.size, text.at.y + 0.2 * text.font.size);
                out.push(Rect::from_min_max(pos2(text.at.x, top), pos2(text.at.x + text.width, bottom)));
            }
            Shape::Group(group) => texts(&group.shapes, out),
            _ => {}
        }
    }
}

/// The events drawn in the lanes, by their groups.
fn drawn(explorer: &Explorer) -> Vec<Drawn> {
    let marks: std::collections::HashMap<&str, Rect> = explorer.events.iter().map(|e| (e.id.as_str(), e.mark)).collect();
    explorer
        .scene
        .shapes
        .iter()
        .filter_map(|shape| {
            let Shape::Group(group) = shape else { return None };
            let id = group.event.clone()?;
            let mut found = Vec::new();
            texts(&group.shapes, &mut found);
            Some(Drawn { mark: *marks.get(id.as_str())?, id, texts: found })
        })
        .filter(|d| d.mark.bottom() <= explorer.lanes.bottom())
        .collect()
}

fn check_laws(timeline: &Timeline, view: &View, size: Vec2) {
    let explorer = explorer(timeline, view, size, &Plain);
    let events = drawn(&explorer);
    let stage = Stage::new(timeline, view, size, &Plain);
    let line = stage.line.filter(|x| stage.in_view(*x));
    let mut all: Vec<(usize, Rect, bool)> = Vec::new();
    for (index, event) in events.iter().enumerate() {
        all.extend(event.texts.iter().map(|r| (index, *r, true)));
        all.push((index, event.mark, false));
    }
    for (at, (index, rect, text)) in all.iter().enumerate() {
        if *text {
            assert!(rect.left() >= -0.5 && rect.right() <= size.x + 0.5, "{} leaves the view: {rect:?}", events[*index].id);
            let seen = rect.bottom() > explorer.lanes.top() && rect.top() < explorer.lanes.bottom();
            if let Some(line) = line.filter(|_| seen) {
                assert!(
                    rect.right() <= line - 1.0 || rect.left() >= line + 1.0,
                    "{} crosses publication: {rect:?} {line}",
                    events[*index].id
                );
            }
        }
        for (other, second, second_text) in &all[at + 1..] {
            if index != other && (*text || *second_text) {
                let overlap = rect.intersect(*second);
                assert!(
                    overlap.width() <= 0.5 || overlap.height() <= 0.5,
                    "{} and {} overlap: {rect:?} {second:?} in {:?} {size:?}",
                    events[*index].id,
                    events[*other].id,
                    view.range
                );
            }
        }
    }
    for cluster in &explorer.clusters {
        for (index, rect, _) in &all {
            let overlap = cluster.block.shrink(3.0).intersect(*rect);
            assert!(
                overlap.width() <= 0.5 || overlap.height() <= 0.5,
                "“{}” and {} overlap: {:?} {rect:?} in {:?} {size:?}",
                cluster.name,
                events[*index].id,
                cluster.block,
                view.range
            );
        }
    }
    check_labels(timeline, view, &explorer, &stage);
    // Every event whose mark is in view is drawn, counted in a "+N", or told to lie below.
    let seen = |entry: &&Entry| view.statuses.contains(&entry.status) && entry.span.is_some_and(|span| marks::visible(&stage, &span));
    let found = |id: &str| explorer.events.iter().any(|e| e.id == id) || explorer.clusters.iter().any(|c| c.ids.iter().any(|i| i == id));
    let missing: Vec<&str> = timeline.placed.iter().filter(seen).map(|e| e.id.as_str()).filter(|id| !found(id)).collect();
    assert!(
        missing.len() <= explorer.below,
        "{missing:?} lost, {} below, {:?} {:?} {size:?} {:?}",
        explorer.below,
        explorer.density,
        view.lanes,
        view.range
    );
}

/// In rows, every event in view is labelled, or counted in exactly one "+N", or told to lie below; the selection and what a search
/// found are labelled.
fn check_labels(timeline: &Timeline, view: &View, explorer: &Explorer, stage: &Stage) {
    if explorer.density == Density::Strip {
        return;
    }
    let mut off = 0;
    for entry in timeline.placed.iter().filter(|e| view.statuses.contains(&e.status) && e.span.is_some_and(|s| marks::visible(stage, &s))) {
        let words = words_of(explorer, &entry.id);
        let labelled = words.iter().any(|w| entry.title.starts_with(w.trim_end_matches('…')) && w.chars().count() >= 5);
        let counted = explorer.clusters.iter().filter(|c| c.ids.contains(&entry.id)).count();
        assert!(counted + usize::from(labelled) <= 1, "{} is told {counted} times in a +N, labelled {labelled}", entry.id);
        let drawn = !words.is_empty() || explorer.events.iter().any(|e| e.id == entry.id);
        assert!(
            labelled || !drawn || counted == 1,
            "{} “{}” is a bare mark in {:?} {:?}",
            entry.id,
            entry.title,
            view.range,
            explorer.density
        );
        if !labelled && counted == 0 {
            off += 1;
        }
        let marked = view.selected == Some(entry.id.as_str()) || view.hits.is_some_and(|h| h.contains(&entry.id));
        assert!(!marked || counted == 0, "{} “{}” is selected or found and has no label", entry.id, entry.title);
    }
    // What is scrolled or cut at the lower edge may be drawn in part and count as below too.
    assert!(off <= explorer.below, "{off} not told, {} below", explorer.below);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(80))]

    #[test]
    fn nothing_overlaps_and_nothing_is_lost(
        events in proptest::collection::vec(any_event(), 1..40),
        published in any::<bool>(),
        (start, days) in (-450.0..300.0f64, 5.0..900.0f64),
        (width, height) in (420.0..1200.0f32, 300.0..900.0f32),
        by_place in any::<bool>(),
        whole in any::<bool>(),
        selected in any::<proptest::sample::Index>(),
        found in proptest::option::of(0..7usize),
        scale in prop_oneof![2 => Just(Scale::ToScale), 1 => Just(Scale::GapsFolded), 1 => Just(Scale::Sequence)],
    ) {
        let chosen = format!("e{}", selected.index(events.len()));
        let hits: Option<HashSet<String>> = found.map(|step| (0..events.len()).step_by(step + 1).map(|i| format!("e{i}")).collect());
        let timeline = Timeline::new(&[&numbered(events, published)]);
        let lanes = if by_place { Lanes::Place } else { Lanes::None };
        let start = start + f64::from(on(2025, 6, 1));
        let range = if whole { timeline.fit(width, lanes, scale, &Plain) } else { (start, start + days) };
        let view = View { range, lanes, scale, selected: Some(&chosen), hits: hits.as_ref(), ..View::default() };
        check_laws(&timeline, &view, vec2(width, height));
    }

    #[test]
    fn panning_moves_a_label_with_its_mark(
        events in proptest::collection::vec(any_event(), 1..30),
        start in -300.0..200.0f64,
        days in 60.0..500.0f64,
    ) {
        let timeline = Timeline::new(&[&numbered(events, true)]);
        let size = vec2(900.0, 4000.0);
        let start = start + f64::from(on(2025, 6, 1));
        let at = |shift: f64| {
            let pixel = days / (900.0 - 12.0);
            let range = (start + shift * pixel, start + days + shift * pixel);
            let view = View { range, lanes: Lanes::None, ..View::default() };
            let explorer = explorer(&timeline, &view, size, &Plain);
            // Labels at the edges are clamped to the view, and those that the edge drives beyond the publication line go back when
            // they can; all others only move along.
            let line = Stage::new(&timeline, &view, size, &Plain).line.unwrap_or(f32::INFINITY);
            let inner = |d: &Drawn| {
                let all = d.texts.iter().fold(d.mark, |a, b| a.union(*b));
                let beyond = d.mark.right() <= line + 0.5 && all.right() > line || d.mark.left() >= line - 0.5 && all.left() < line;
                all.left() > 60.0 && all.right() < 840.0 && !beyond
            };
            let mut found: Vec<(String, Vec<(i32, i32)>)> = drawn(&explorer)
                .iter()
                .filter(|d| inner(d) && !d.texts.is_empty())
                .map(|d| (d.id.clone(), d.texts.iter().map(|r| ((r.left() - d.mark.left()).round() as i32, (r.top() - d.mark.top()).round() as i32)).collect()))
                .collect();
            found.sort();
            (explorer.density, drawn(&explorer).iter().map(|d| d.id.clone()).collect::<std::collections::BTreeSet<_>>(), found)
        };
        let (before, after) = (at(0.0), at(1.0));
        // Where a mark enters or leaves, labels may find other places.
        prop_assume!(before.0 == after.0 && before.1 == after.1);
        for (id, offsets) in &before.2 {
            if let Some((_, moved)) = after.2.iter().find(|(other, _)| other == id) {
                // Both ends of a mark snap to whole points, each by itself: what hangs on the right one may be a point nearer to the left.
                let steady = offsets.len() == moved.len()
                    && offsets.iter().zip(moved).all(|(a, b)| (a.0 - b.0).abs() <= 1 && a.1 == b.1);
                prop_assert!(steady, "{} moved against its mark: {:?} {:?}", id, offsets, moved);
            }
        }
    }
}

#[test]
fn fixtures_keep_the_laws_at_many_sizes_and_scales() {
    for chronology in [miami(true), miami(false), forty(), generated(200, 3)] {
        let timeline = Timeline::new(&[&chronology]);
        for (width, height) in [(780.0, 740.0), (560.0, 600.0), (1104.0, 732.0), (420.0, 320.0)] {
            for (lanes, scale) in [
                (Lanes::None, Scale::ToScale),
                (Lanes::Kind, Scale::ToScale),
                (Lanes::None, Scale::GapsFolded),
                (Lanes::Kind, Scale::Sequence),
            ] {
                let mut range = timeline.fit(width, lanes, scale, &Plain);
                for _ in 0..5 {
                    check_laws(
                        &timeline,
                        &View { range, lanes, scale, today: Some(on(2025, 12, 28)), ..View::default() },
                        vec2(width, height),
                    );
                    let third = (range.1 - range.0) / 3.0;
                    range = (range.0 + third, range.1 - third * 0.5);
                }
            }
        }
    }
}

#[test]
fn the_name_of_a_lane_without_a_gutter_keeps_clear_of_the_publication_line() {
    let timeline = Timeline::new(&[&miami(true)]);
    let (whole, size) = (timeline.fit(600.0, Lanes::Place, Scale::ToScale, &Plain), vec2(600.0, 700.0));
    let width = whole.1 - whole.0;
    for step in 0..40 {
        // The line wanders through the names at the left edge.
        let from = f64::from(on(2025, 12, 19)) - width * 0.3 + width * 0.01 * f64::from(step);
        let view = View { range: (from, from + width), lanes: Lanes::Place, ..View::default() };
        let drawn = explorer(&timeline, &view, size, &Plain);
        let Some(line) = Stage::new(&timeline, &view, size, &Plain).line_seen() else { continue };
        for shape in &drawn.scene.shapes {
            let Shape::Text(text) = shape else { continue };
            if text.at.y > drawn.lanes.top() && text.at.y < drawn.lanes.bottom() {
                assert!(text.at.x >= line + 1.0 || text.at.x + text.width <= line - 1.0, "“{}” crosses {line}", text.text);
            }
        }
    }
}

#[test]
fn a_folded_stretch_tells_its_length_and_no_date() {
    let mut chronology = generated(60, 3);
    for (n, event) in chronology.events.iter_mut().enumerate() {
        let day = on(1969, 1, 1) + n as i32 * 3 + if n > 30 { 9000 } else { 0 };
        for bound in event.when.iter_mut().flat_map(|w| [&mut w.start, &mut w.end]) {
            (bound.earliest, bound.latest) = (day, day);
        }
    }
    let timeline = Timeline::new(&[&chronology]);
    let view = View {
        range: timeline.fit(1000.0, Lanes::None, Scale::GapsFolded, &Plain),
        lanes: Lanes::None,
        scale: Scale::GapsFolded,
        ..View::default()
    };
    let drawn = explorer(&timeline, &view, vec2(1000.0, 700.0), &Plain);
    let texts: Vec<&str> = drawn
        .scene
        .shapes
        .iter()
        .filter_map(|s| match s {
            Shape::Text(t) if t.at.y < AXIS => Some(t.text.as_str()),
            _ => None,
        })
        .collect();
    assert!(texts.contains(&"25 y"), "{texts:?}");
    assert!(!texts.iter().any(|t| t.contains("1980")), "{texts:?}");
}

#[test]
fn an_empty_timeline_is_drawn() {
    let timeline = Timeline::new(&[&chronology(Vec::new(), None)]);
    let view = View { range: timeline.fit(800.0, Lanes::Auto, Scale::ToScale, &Plain), ..View::default() };
    let explorer = explorer(&timeline, &view, vec2(800.0, 600.0), &Plain);
    assert!(explorer.events.is_empty());
    assert_eq!(explorer.publication_action.map(|(_, name)| name).as_deref(), Some("Set the publication date"));
}

#[test]
fn the_tray_holds_what_nothing_places_and_names_it() {
    let timeline = Timeline::new(&[&miami(true)]);
    let view = View { range: timeline.fit(800.0, Lanes::Auto, Scale::ToScale, &Plain), ..View::default() };
    let explorer = explorer(&timeline, &view, vec2(800.0, 700.0), &Plain);
    let tray = explorer.events.iter().find(|e| e.id == "e8").expect("in the tray");
    assert!(tray.block.top() > explorer.lanes.bottom());
    assert!(tray.name.contains("not placed in time"), "{}", tray.name);
}

#[test]
fn every_event_is_named_for_those_who_hear_it() {
    let timeline = Timeline::new(&[&miami(true)]);
    let view = View { range: timeline.fit(800.0, Lanes::Auto, Scale::ToScale, &Plain), ..View::default() };
    let explorer = explorer(&timeline, &view, vec2(800.0, 700.0), &Plain);
    let fourth = explorer.events.iter().find(|e| e.id == "e4").expect("drawn");
    assert_eq!(fourth.name, "Dmitriev, Witkoff and Kushner to meet. Event 4 of 8, expected, 20 to 21 December 2025, Miami");
}

#[test]
fn the_same_input_gives_the_same_scene() {
    let timeline = Timeline::new(&[&forty()]);
    let view = View { range: timeline.fit(800.0, Lanes::Place, Scale::ToScale, &Plain), lanes: Lanes::Place, ..View::default() };
    let size = vec2(800.0, 700.0);
    assert_eq!(explorer(&timeline, &view, size, &Plain), explorer(&Timeline::new(&[&forty()]), &view, size, &Plain));
}

#[test]
fn what_finds_no_room_in_full_rows_is_counted_and_opens() {
    // Thirty rows on a low stage, each with one event at the left and one at the right edge, whose labels find no room beside.
    use crate::chronology::Basis;
    use crate::layout::fixture::{event, when};
    let events = (0..61).map(|i| {
        // The last one lies out of view, so that there is something to pan to.
        let day = on(2025, 1, 1)
            + if i == 60 {
                200
            } else if i % 2 == 0 {
                5
            } else {
                42
            };
        let time = when(Frame::Calendar, day, day, Basis::Explicit, crate::chronology::Grain::Day).throughout();
        event(i + 1, &format!("Plenipotentiaries {i} arrive{}", if i % 2 == 0 { " in Geneva" } else { "" }), "", 1, Some(time))
    });
    let timeline = Timeline::new(&[&chronology(events.collect(), None)]);
    let first = f64::from(on(2025, 1, 1));
    let view = View { range: (first, first + 50.0), lanes: Lanes::None, ..View::default() };
    let size = vec2(420.0, 500.0);
    let drawn = explorer(&timeline, &view, size, &Plain);
    assert_eq!(drawn.density, Density::Dense);
    check_laws(&timeline, &view, size);
    let cluster = drawn.clusters.first().expect("some are told as one");
    let first = timeline.entry(&cluster.ids[0]).expect("an event");
    assert!(cluster.name.contains(&first.title), "{}", cluster.name);
    let (from, to) = cluster.days.expect("days to zoom in on");
    let inside = |id: &String| timeline.entry(id).and_then(|e| e.span).is_some_and(|s| from <= s.earliest && s.latest <= to);
    assert!(cluster.ids.iter().all(inside));
    // Selected, one of them has its title, on a row that can be scrolled to.
    let id = cluster.ids[0].clone();
    let selected = View { selected: Some(&id), ..view };
    let (top, bottom) = explorer(&timeline, &selected, size, &Plain).selected_row.expect("its row");
    let scrolled = explorer(&timeline, &View { scroll: top, ..selected }, size, &Plain);
    assert!(words_of(&scrolled, &id).iter().any(|w| w.starts_with("Plenipotentiaries")) && bottom <= scrolled.content_height);
}

/// What is written of an event, in the order drawn.
fn words_of(explorer: &Explorer, id: &str) -> Vec<String> {
    let group = explorer.scene.shapes.iter().find_map(|s| match s {
        Shape::Group(group) if group.event.as_deref() == Some(id) => Some(group),
        _ => None,
    });
    group.map_or_else(Vec::new, |g| {
        g.shapes.iter().filter_map(|s| if let Shape::Text(t) = s { Some(t.text.clone()) } else { None }).collect()
    })
}

#[test]
fn a_view_of_everything_leaves_few_events_their_titles_and_dates() {
    // The measure of the window's own font.
    let inter = crate::text::FigureMeasure::new();
    let timeline = Timeline::new(&[&miami(true)]);
    for width in [660.0, 704.0, 760.0, 800.0, 860.0, 1000.0] {
        let view = View { range: timeline.fit(width, Lanes::Auto, Scale::ToScale, &inter), ..View::default() };
        let explorer = explorer(&timeline, &view, vec2(width, 700.0), &inter);
        for entry in &timeline.placed {
            let words = words_of(&explorer, &entry.id);
            assert!(words.join(" ").contains(&entry.title), "{width}: {words:?}");
            assert!(words.iter().any(|w| w.contains("Dec")), "{width}: {words:?}");
        }
    }
}

#[test]
fn a_shortened_title_keeps_its_date() {
    let mut chronology = miami(true);
    chronology.events[3].title = format!("Expected meeting{} on the plan for Ukraine", " between Dmitriev, Witkoff and Kushner".repeat(6));
    let timeline = Timeline::new(&[&chronology]);
    let view = View { range: timeline.fit(780.0, Lanes::None, Scale::ToScale, &Plain), lanes: Lanes::None, ..View::default() };
    let words = words_of(&explorer(&timeline, &view, vec2(780.0, 800.0), &Plain), "e4");
    assert!(words.iter().any(|w| w.ends_with('…')) && words.iter().any(|w| w.contains("Dec")), "{words:?}");
}

#[test]
fn status_and_reason_are_parted_by_a_comma() {
    let timeline = Timeline::new(&[&miami(true)]);
    let view = View { range: timeline.fit(1400.0, Lanes::Auto, Scale::ToScale, &Plain), ..View::default() };
    let words = words_of(&explorer(&timeline, &view, vec2(1400.0, 900.0), &Plain), "e3").concat();
    assert!(words.contains("reported, after the Moscow visit"), "{words}");
}

/// A range that is within reach stays as it is, and one that is not is drawn as wide as it was: on every scale.
#[test]
fn what_is_kept_within_reach_keeps_its_width_on_every_scale() {
    let timeline = Timeline::new(&[&forty()]);
    let (first, last) = timeline.extent().unwrap();
    let (first, last) = (f64::from(first), f64::from(last));
    for scale in Scale::ALL {
        let warp = timeline.warp(scale);
        let unit = |day: f64| warp.as_ref().map_or(day, |w| w.unit(day));
        let inside = timeline.clamp((first + 5.0, last - 5.0), scale);
        assert!((inside.0 - first - 5.0).abs() < 1e-3 && (inside.1 - last + 5.0).abs() < 1e-3, "{scale:?}: {inside:?}");
        let slid = timeline.slid((first + 5.0, last - 5.0), (last + 9000.0, last + 9000.0), scale);
        let kept = timeline.clamp(slid, scale);
        let (was, is) = (unit(slid.1) - unit(slid.0), unit(kept.1) - unit(kept.0));
        assert!((was - is).abs() < 1e-3 * was && kept.0 < last, "{scale:?}: {was} {is} {kept:?}");
        let moved = timeline.moved(kept, 0.0, scale);
        assert!((moved.0 - kept.0).abs() < 1e-3 && (moved.1 - kept.1).abs() < 1e-3, "{scale:?}: {moved:?}");
    }
}
