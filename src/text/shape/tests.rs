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
    "争内",
];

fn width_in_svg(text: &str, font: Font) -> f32 {
    let svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="9000" height="200" xml:space="preserve"><text x="10" y="100" font-family="Inter" font-size="{}" font-weight="{}">{text}</text></svg>"#,
        font.size,
        fonts::css_weight(font.weight)
    );
    let mut options = usvg::Options::default();
    for weight in WEIGHTS {
        options.fontdb_mut().load_font_data(fonts::bytes(Family::Inter, weight).to_vec());
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
    let missing = FigureMeasure::new().missing("内争内 talks مذكرة שלום → done 東京 서울");
    assert_eq!(missing.into_iter().collect::<String>(), "争京内東서울");
}

#[test]
fn latin_greek_cyrillic_and_the_signs_that_we_draw_are_all_there() {
    let measure = FigureMeasure::new();
    for text in LINES.iter().take(LINES.len() - 1).chain(&["¶–−→‹›…“”‘’«»№×÷≥≤↑↓←€£", "a\u{200D}b\u{AD}c\u{200B}d\u{FEFF}\u{202E}e"])
    {
        assert_eq!(measure.missing(text), BTreeSet::new(), "{text}");
    }
}

/// What a reader sees from left to right, glyph by glyph.
fn seen(text: &str) -> String {
    let line = FigureMeasure::new().line(text, SEMI_BOLD);
    assert!(line.glyphs.windows(2).all(|pair| pair[0].pen <= pair[1].pen), "{text}: from left to right");
    // A letter may be drawn as its base and its dots.
    let mut starts: Vec<usize> = line.glyphs.iter().map(|g| g.bytes.start).collect();
    starts.dedup();
    starts.into_iter().filter_map(|at| text[at..].chars().next()).collect()
}

#[test]
fn right_to_left_names_stand_in_their_order_among_the_rest() {
    assert_eq!(seen("Talks with הרצוג in Oslo"), "Talks with גוצרה in Oslo");
    assert_eq!(seen("הרצוג visits Oslo"), "גוצרה visits Oslo");
    assert_eq!(seen("لقاء في جدة"), "ةدج يف ءاقل");
}

#[test]
fn letters_of_arabic_join_and_no_letter_of_any_script_that_we_have_is_missing() {
    let measure = FigureMeasure::new();
    // Three letters of one shape each apart, another joined.
    let id = |text: &str| measure.line(text, SEMI_BOLD).glyphs.iter().map(|g| g.id).collect::<Vec<_>>();
    assert_ne!(id("هه"), [id("ه"), id("ه")].concat());
    for name in [
        "محمد بن سلمان",
        "علی خامنه‌ای",
        "محمد شہباز شریف",
        "السلام عليكم، ١٩٧٨",
        "יצחק הרצוג",
        "שָׁלוֹם",
        "Сергей Лавров",
        "Володимир Зеленський",
        "Κυριάκος Μητσοτάκης",
        "Recep Tayyip Erdoğan",
        "Nguyễn Phú Trọng",
    ] {
        assert_eq!(measure.missing(name), BTreeSet::new(), "{name}");
        assert!(measure.line(name, SEMI_BOLD).glyphs.iter().all(|g| g.id != 0), "{name}");
    }
}

#[test]
fn a_line_as_a_path_is_as_wide_as_the_line() {
    let measure = FigureMeasure::new();
    let text = "Talks with محمد בן Oslo";
    let path = measure.path(text, SEMI_BOLD, (100.0, 50.0));
    let svg = format!(r#"<svg xmlns="http://www.w3.org/2000/svg" width="999" height="99"><path d="{path}"/></svg>"#);
    let tree = usvg::Tree::from_str(&svg, &usvg::Options::default()).unwrap();
    let (left, right) = (tree.root().bounding_box().left(), tree.root().bounding_box().right());
    let width = measure.width(text, SEMI_BOLD);
    assert!((left - 100.0).abs() < 4.0 && (right - 100.0 - width).abs() < 4.0, "{left} to {right}, {width} wide");
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
