use super::*;
use resvg::usvg;

const SEMI_BOLD: Font = Font { size: 40.0, weight: Weight::SemiBold };

/// Lines in the scripts that the font covers, with the pairs that kerning moves.
const LINES: [&str; 16] = [
    "Envoys carry an outline plan to Moscow",
    "AVATAR To. Ty, “W.” ¶ 4 – c. 5 Dec 2025 · −8 w",
    "Nguyễn Phú Trọng thăm Huế; Trần Đại Quang ở Đà Nẵng",
    "Łódź, Kraków, Šibenik, Čačak, Győr, Iași, Malmö, Århus, Þórshöfn",
    "İstanbul’da Çavuşoğlu ile görüşme, İlham Əliyev",
    "Recep Tayyip Erdoğan, Ķegums, Šķēde, Ngaoundéré",
    "Переговоры в Москве: Лавров и Керри",
    "Київ, Їжакевич, ґанок; Ќустендил, Ђаковица, Љубљана",
    "Συνομιλίες στην Αθήνα και τη Λευκωσία",
    "Ἐν ἀρχῇ ἦν ὁ λόγος",
    "décomposé: Ạ́ ế ȭ ñ o\u{308} s\u{30C}",
    "1,500 € £ ₴ ₽ ₪ ≥ 3 ≤ 5 × 2 ÷ 4 № 7 → ← ↑ ↓ ‹ › « »",
    "office affluent fjord WAVE -> 2x3 :: /* */",
    "Москва–Berlin–Αθήνα",
    "spaces  two   three",
    "争内 مذ",
];

fn width_in_svg(text: &str, font: Font) -> f32 {
    let svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="9000" height="200" xml:space="preserve"><text x="10" y="100" font-family="Inter" font-size="{}" font-weight="{}">{text}</text></svg>"#,
        font.size,
        fonts::css_weight(font.weight)
    );
    let mut options = usvg::Options::default();
    for weight in [Weight::Regular, Weight::Medium, Weight::SemiBold] {
        options.fontdb_mut().load_font_data(fonts::bytes(weight).to_vec());
    }
    let tree = usvg::Tree::from_str(&svg, &options).unwrap();
    fn text_width(group: &usvg::Group) -> Option<f32> {
        group.children().iter().find_map(|node| match node {
            usvg::Node::Text(text) => Some(text.bounding_box().width()),
            usvg::Node::Group(group) => text_width(group),
            _ => None,
        })
    }
    text_width(tree.root()).unwrap()
}

#[test]
fn widths_are_those_of_the_svg_renderer_within_a_tenth_of_a_pixel() {
    let measure = FigureMeasure::new();
    for weight in [Weight::Regular, Weight::Medium, Weight::SemiBold] {
        for text in LINES {
            for size in [14.0, 28.0, 56.0] {
                let font = Font { size, weight };
                let (ours, theirs) = (measure.width(text, font), width_in_svg(text, font));
                assert!((ours - theirs).abs() < 0.1, "{text} in {font:?}: ours {ours}, theirs {theirs}");
            }
        }
    }
}

#[test]
fn kerning_draws_pairs_together() {
    let measure = FigureMeasure::new();
    let apart = measure.width("T", SEMI_BOLD) + measure.width("o", SEMI_BOLD);
    assert!(measure.width("To", SEMI_BOLD) < apart - 1.0);
}

#[test]
fn glyphs_stand_one_after_the_other_and_end_at_the_width() {
    let line = FigureMeasure::new().line("Talks in Berlin", SEMI_BOLD);
    assert_eq!(line.glyphs.len(), 15);
    assert!(line.glyphs.windows(2).all(|pair| pair[0].x < pair[1].x));
    let last = line.glyphs.last().unwrap();
    assert!((last.x + last.advance - line.width).abs() < 0.01);
}

#[test]
fn nothing_is_as_wide_as_nothing() {
    assert_eq!(FigureMeasure::new().line("", SEMI_BOLD), Line::default());
}

#[test]
fn what_the_font_lacks_is_named_once_in_order() {
    let missing = FigureMeasure::new().missing("内争内 talks مذ → done");
    assert_eq!(missing.into_iter().collect::<String>(), "ذم争内");
}

#[test]
fn latin_greek_cyrillic_and_the_signs_that_we_draw_are_all_there() {
    let measure = FigureMeasure::new();
    for text in LINES.iter().take(LINES.len() - 1).chain(&["¶–−→‹›…“”‘’«»№×÷≥≤↑↓←€£", "a\u{200D}b\u{AD}c\u{200B}d\u{FEFF}\u{202E}e"])
    {
        assert_eq!(measure.missing(text), BTreeSet::new(), "{text}");
    }
}

#[test]
fn one_shaper_serves_the_measure_the_figures_and_the_window() {
    let lock = include_str!("../../../Cargo.lock");
    assert_eq!(lock.matches("name = \"harfrust\"\n").count(), 1, "harfrust must stand once in Cargo.lock");
    // krilla cuts the fonts of PDFs to the glyphs used with an older reader of its own, which shapes nothing.
    for name in ["skrifa", "read-fonts"] {
        assert!(lock.matches(&format!("name = \"{name}\"\n")).count() <= 2, "{name} must not stand a third time in Cargo.lock");
    }
}
