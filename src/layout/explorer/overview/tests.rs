use super::super::tests::{Plain, texts};
use super::*;
use crate::layout::fixture::{forty, miami};
use emath::vec2;

#[test]
fn the_words_of_the_overview_keep_clear_of_its_handle() {
    let timeline = Timeline::new(&[&forty()]);
    let range = timeline.fit(900.0, Lanes::Auto, Scale::ToScale, &Plain);
    let view = View { range: (range.0, f64::midpoint(range.0, range.1)), ..View::default() };
    let drawn = overview(&timeline, &view, vec2(900.0, 68.0), &Plain);
    let mut words = Vec::new();
    texts(&drawn.scene.shapes, &mut words);
    assert!(drawn.axis.left > 88.0, "as wide as the words need");
    for rect in words {
        assert!(!rect.intersect(drawn.handles[0].expand(4.0)).is_positive(), "{rect:?}");
    }
}

#[test]
fn the_overview_shortens_its_months() {
    let timeline = Timeline::new(&[&miami(true)]);
    let view = View { range: timeline.fit(900.0, Lanes::Auto, Scale::ToScale, &Plain), ..View::default() };
    let drawn = overview(&timeline, &view, vec2(900.0, 68.0), &Plain);
    let words: Vec<&str> =
        drawn.scene.shapes.iter().filter_map(|s| if let Shape::Text(t) = s { Some(t.text.as_str()) } else { None }).collect();
    assert!(words.contains(&"Nov") && words.contains(&"Dec"), "{words:?}");
}

#[test]
fn the_overview_draws_what_only_the_order_told_places_as_dashes() {
    let timeline = Timeline::new(&[&miami(true)]);
    let view = View { range: timeline.fit(900.0, Lanes::Auto, Scale::ToScale, &Plain), ..View::default() };
    let drawn = overview(&timeline, &view, vec2(900.0, 68.0), &Plain);
    let dashed = |shape: &&Shape| matches!(shape, Shape::Line { stroke, .. } if stroke.dash.is_some());
    assert_eq!(drawn.scene.shapes.iter().filter(dashed).count(), 4, "the talks, the demand, and two of the weekend");
    let widest_bar = drawn.scene.shapes.iter().filter_map(|s| match s {
        Shape::Rect { rect, fill: Some(Ink::Ink2 | Ink::Ink3), .. } => Some(rect.width()),
        _ => None,
    });
    assert!(widest_bar.fold(0.0, f32::max) < 500.0);
}

#[test]
fn the_overview_dims_what_a_search_has_not_found() {
    let timeline = Timeline::new(&[&miami(true)]);
    let hits = std::collections::HashSet::from(["e1".to_owned()]);
    let range = timeline.fit(900.0, Lanes::Auto, Scale::ToScale, &Plain);
    let view = View { range, hits: Some(&hits), query: "visit", ..View::default() };
    let drawn = overview(&timeline, &view, vec2(900.0, 68.0), &Plain);
    let inks = |ink: Ink| {
        drawn
            .scene
            .shapes
            .iter()
            .filter(|s| matches!(s, Shape::Rect { fill: Some(fill), rect, .. } if *fill == ink && rect.height() == 2.0))
            .count()
    };
    assert_eq!((inks(Ink::HitLine), inks(Ink::Rule)), (1, 2), "two others are drawn as bars");
}
