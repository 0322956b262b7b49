use super::*;
use crate::scene::{Dash, Font};
use crate::text::{FigureMeasure, Measure};
use emath::{Rect, pos2};
use resvg::usvg;

fn text(words: &str, align: Align) -> PlacedText {
    let font = Font { size: 28.0, weight: Weight::SemiBold };
    PlacedText { text: words.to_owned(), at: pos2(40.0, 60.0), align, font, ink: Ink::Ink, width: FigureMeasure::new().width(words, font) }
}

/// One event with a mark of every shape.
pub(crate) fn small_scene() -> Scene {
    let solid = Stroke { width: 4.0, ink: Ink::Ink, dash: None };
    let dashed = Stroke { dash: Some(Dash { on: 6.0, off: 4.0 }), ..solid };
    let event = Group {
        event: Some("a1b2".to_owned()),
        title: Some("Talks & a “summit” <in> Bern".to_owned()),
        shapes: vec![
            Shape::Rect {
                rect: Rect::from_min_max(pos2(40.0, 90.0), pos2(200.25, 106.0)),
                fill: Some(Ink::Span),
                stroke: None,
                opacity: 0.5,
            },
            Shape::Line { from: pos2(40.0, 84.0), to: pos2(40.0, 112.0), stroke: solid },
            Shape::Polyline {
                points: vec![pos2(210.0, 92.0), pos2(220.0, 98.0), pos2(210.0, 104.0)],
                closed: false,
                fill: None,
                stroke: Some(solid),
            },
            Shape::Disc { center: pos2(260.0, 98.0), radius: 10.0, fill: None, stroke: Some(dashed) },
            Shape::Text(text("Talks in Bern", Align::Left)),
        ],
    };
    Scene { width: 400.0, height: 160.0, shapes: vec![Shape::Group(event)] }
}

fn only(shape: Shape) -> Scene {
    Scene { width: 400.0, height: 160.0, shapes: vec![shape] }
}

#[test]
fn an_event_is_a_group_with_an_id_and_a_title() {
    insta::assert_snapshot!(svg(&small_scene(), Theme::Light, "A & B"), @r##"
    <svg xmlns="http://www.w3.org/2000/svg" width="200pt" height="80pt" viewBox="0 0 400 160" role="img" xml:space="preserve" text-rendering="geometricPrecision" font-family="Inter, 'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', Helvetica, 'Nimbus Sans', 'Noto Sans', 'Noto Sans Arabic', 'Noto Sans Hebrew', sans-serif">
    <title>A &amp; B</title>
    <rect width="400" height="160" fill="#FFFFFF"/>
    <g id="event-a1b2">
    <title>Talks &amp; a “summit” &lt;in&gt; Bern</title>
    <rect x="40" y="90" width="160.25" height="16" fill="#CDCBC5" opacity="0.5"/>
    <line x1="40" y1="84" x2="40" y2="112" stroke="#16191D" stroke-width="4"/>
    <polyline points="210,92 220,98 210,104" fill="none" stroke="#16191D" stroke-width="4"/>
    <circle cx="260" cy="98" r="10" fill="none" stroke="#16191D" stroke-width="4" stroke-dasharray="6 4"/>
    <text x="40" y="60" font-size="28" font-weight="600" textLength="173.26" lengthAdjust="spacingAndGlyphs" fill="#16191D">Talks in Bern</text>
    </g>
    </svg>
    "##);
}

#[test]
fn every_theme_colours_the_same_shapes() {
    let strip = |svg: String| svg.lines().map(|l| l.split('#').next().unwrap_or_default().to_owned()).collect::<Vec<_>>();
    let light = svg(&small_scene(), Theme::Light, "");
    for theme in [Theme::Dark, Theme::Grey] {
        let other = svg(&small_scene(), theme, "");
        assert_ne!(light, other);
        assert_eq!(strip(light.clone()), strip(other));
    }
}

#[test]
fn groups_of_one_event_have_ids_of_their_own() {
    let scene = Scene { shapes: [small_scene().shapes, small_scene().shapes].concat(), ..small_scene() };
    let svg = svg(&scene, Theme::Light, "");
    assert!(svg.contains("<g id=\"event-a1b2\">") && svg.contains("<g id=\"event-a1b2-2\">"));
}

#[test]
fn what_xml_forbids_is_left_out_and_the_rest_reads_back() {
    let words = "a\u{0}b\u{1B}c\u{B}d\u{FFFE}e\nf\tg <&> ]]> \u{10FFFF} “é”";
    let svg = svg(&only(Shape::Text(text(words, Align::Left))), Theme::Light, words);
    let tree = usvg::roxmltree::Document::parse(&svg).unwrap();
    let read: Vec<_> = tree.descendants().filter(|n| n.has_tag_name("text") || n.has_tag_name("title")).filter_map(|n| n.text()).collect();
    assert_eq!(read, ["abcde f g <&> ]]> \u{10FFFF} “é”"; 2]);
}

#[test]
fn numbers_are_short_and_never_what_a_reader_of_svg_chokes_on() {
    for (value, written) in [
        (1.0, "1"),
        (0.1 + 0.2, "0.3"),
        (-0.001, "0"),
        (100.0, "100"),
        (1e-9, "0"),
        (1234.567, "1234.57"),
        (f32::NAN, "0"),
        (f32::INFINITY, "0"),
        (1e7, "10000000"),
    ] {
        assert_eq!(number(value), written);
    }
}

#[test]
fn a_line_is_fitted_into_the_room_that_was_measured_for_it() {
    let narrow = PlacedText { width: 100.0, ..text("Talks in Bern", Align::Right) };
    let svg = svg(&only(Shape::Text(narrow)), Theme::Light, "");
    assert!(svg.contains("text-anchor=\"end\" textLength=\"100\" lengthAdjust=\"spacingAndGlyphs\""), "{svg}");
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]

    /// Whatever an article holds, the document is one that XML readers take and that names nothing but what was drawn.
    #[test]
    fn any_words_and_numbers_make_a_document_that_reads_back(
        words in "\\PC{0,40}|.{0,40}",
        title in ".{0,20}",
        event in ".{0,12}",
        x in proptest::num::f32::ANY,
        width in proptest::num::f32::ANY,
    ) {
        let text = PlacedText { at: pos2(x, 60.0), width, ..text(&words, Align::Center) };
        let group = Group { event: Some(event), title: Some(title.clone()), shapes: vec![Shape::Text(text)] };
        let scene = Scene { width: 400.0, height: 160.0, shapes: vec![Shape::Group(group)] };
        let svg = svg(&scene, Theme::Grey, &title);
        let document = usvg::roxmltree::Document::parse(&svg).unwrap();
        proptest::prop_assert!(document.descendants().filter(|n| n.has_tag_name("text")).count() <= 1);
        proptest::prop_assert_eq!(document.descendants().filter(|n| n.has_tag_name("g")).count(), 1);
    }
}
