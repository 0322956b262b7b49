//! Input made to break a reader: it must come to an end, keep its promises about spans, and never panic.

use super::{Article, LoadError, load};
use proptest::prelude::*;

/// What every article promises of its paragraphs.
fn check(article: &Article) {
    let mut end = 0;
    let mut number = 0;
    for paragraph in &article.paragraphs {
        let span = paragraph.span;
        assert!(span.start >= end && span.start < span.end && span.end <= article.text.len(), "{span:?} in {} bytes", article.text.len());
        let words = article.text.get(span.start..span.end).expect("spans stand on character boundaries");
        assert_eq!(words, words.trim());
        assert!(!words.contains(['\n', '\r', '\t', '\0', '\u{A0}']));
        if end > 0 {
            assert_eq!(&article.text[end..span.start], "\n\n");
        }
        if let Some(n) = paragraph.number {
            number += 1;
            assert_eq!(n, number);
        }
        end = span.end;
    }
    assert_eq!(end, article.text.len());
    assert!(!article.paragraphs.is_empty() && !article.title.trim().is_empty());
    assert_eq!(article.published, article.published_candidates.first().map(|c| c.date).filter(|_| article.published.is_some()));
}

fn survive(bytes: &[u8]) -> Result<(), LoadError> {
    load(bytes, "hostile.html").map(|article| check(&article))
}

#[test]
fn deep_and_endless_pages_come_to_an_end() {
    let page = |inside: &str| format!("<html><body><h1>Talks</h1>{inside}<p>The ministers met in Laketown on Friday.");
    for inside in [
        "<div>".repeat(20_000),
        "<b>".repeat(20_000),
        "<a href=x>".repeat(20_000),
        "<p>".repeat(8_000),
        "<p>word".repeat(8_000),
        "<table><tr><td>".repeat(20_000),
        "</p></div></x>".repeat(10_000),
        "<".repeat(50_000),
        "<!--".repeat(50_000),
        "&amp;".repeat(110_000),
        "&lt".repeat(50_000),
        "<svg><title>".repeat(10_000),
        "<ul><li>".repeat(10_000),
        format!("<p {}>", (0..60_000).map(|n| format!("a{n}=1 ")).collect::<String>()),
        format!("<p {}>", (0..60_000).map(|n| format!("a{n}='>' ")).collect::<String>()),
        format!("<p>{}", "x".repeat(1_000_000)),
        format!("<p>{}", "word ".repeat(100_000)),
        format!("<meta name=author content='{}'>", "x".repeat(1_000_000)),
        "<meta name=date content=2014-05-03>".repeat(10_000),
        "<script type='application/ld+json'>[[[[</script>".repeat(5_000),
        format!("<script type='application/ld+json'>{}</script>", "[".repeat(500_000)),
        "<article><main>".repeat(5_000),
        "<h1>Talks</h1>".repeat(5_000),
        "<option><select><button>".repeat(10_000),
        "<br>".repeat(20_000),
        "<p>3 May 2014<p>By Ann Lee".repeat(5_000),
        "<!DOCTYPE x [<!ENTITY a 'aaaaaaaa'><!ENTITY b '&a;&a;&a;'>]>&b;".repeat(1_000),
    ] {
        survive(page(&inside).as_bytes()).unwrap();
    }
}

#[test]
fn an_unclosed_element_does_not_swallow_the_article() {
    for open in [
        "<nav>",
        "<aside>",
        "<footer>",
        "<div hidden>",
        "<div style='display: none'>",
        "<button>",
        "<svg>",
        "<select>",
        "<noscript>",
        "<span class=hidden>",
    ] {
        let page =
            format!("<html><body>{open}<h1>Talks</h1><p>The ministers of the two lake states met in Laketown on Friday.</p></body></html>");
        let article = load(page.as_bytes(), "a.html").unwrap_or_else(|e| panic!("{open}: {e}"));
        assert!(article.text.contains("ministers"), "{open}: {}", article.text);
    }
}

#[test]
fn long_lines_and_odd_text_come_to_an_end() {
    for text in [
        "a".repeat(1_000_000),
        "word ".repeat(200_000),
        "a\n".repeat(100_000),
        "\n".repeat(1_000_000) + "a",
        "- ".repeat(100_000) + "a",
        "* a\n".repeat(40_000),
        "# a\n".repeat(40_000),
        "> ".repeat(20_000) + "a",
        "[".repeat(100_000) + "](http://x)",
        "**".repeat(100_000) + "a",
        "---\ntitle: a\n".to_owned() + &"x: y\n".repeat(40_000),
        "1 May 2014 ".repeat(100_000),
        "By ".repeat(100_000),
        "GENEVA — ".repeat(100_000),
        "\u{301}".repeat(100_000) + "a",
        ("a\0b, ".to_owned() + &"words and words and ".repeat(20)).repeat(200),
        "\u{202E}\u{200B}a".repeat(300_000),
    ] {
        survive(text.as_bytes()).unwrap();
    }
}

#[test]
fn broken_bytes_are_text_with_a_notice_or_an_error() {
    let mut bytes = "The ministers met. ".repeat(200).into_bytes();
    bytes.extend([0xFF, 0xC3, 0x28, 0xED, 0xA0, 0x80]);
    let article = load(&bytes, "a.txt").unwrap();
    check(&article);
    assert!(article.notices.iter().any(|n| n.code.starts_with("encoding")));
    for bytes in [&b"\xFF\xFE"[..], b"\xFE\xFF\xD8", b"\xEF\xBB\xBF", b"\xFF\xFE\x00\x00", b"\x80", b"\xFF", b"\0", b"a\0"] {
        let _ = survive(bytes);
    }
}

fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "\\PC{0,12}",
        "[a-zé€😀 .,:;\\-–—\n\t\r]{0,40}",
        proptest::sample::select(vec![
            "<p>",
            "</p>",
            "<div>",
            "</div>",
            "<h1>",
            "</h1>",
            "<li>",
            "<ul>",
            "<br>",
            "<a href='x'>",
            "</a>",
            "<script>",
            "</script>",
            "<article>",
            "<nav>",
            "<!--",
            "-->",
            "&amp;",
            "&#0;",
            "&nbsp;",
            "<html>",
            "<body>",
            "<title>",
            "</title>",
            "<pre>",
            "<table>",
            "<td>",
            "<time datetime='2014-05-03'>",
            "# ",
            "## ",
            "---\n",
            "+++\n",
            "title: x\n",
            "- ",
            "1. ",
            "> ",
            "**",
            "```\n",
            "\n\n",
            "[a](http://x)",
            "| a | b |\n|---|---|\n",
            "By Ann Lee",
            "3 May 2014",
            "Published ",
            "GENEVA, 3 May 2014 — ",
            "* * *",
            "Advertisement",
            "03/04/2014",
            "\u{FEFF}",
            "\u{AD}",
            "\u{2028}",
            "\u{A0}",
            "İ",
            "ſt",
            "ﬁ",
            "K",
        ])
        .prop_map(str::to_owned),
    ];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn any_bytes_give_an_article_or_an_error(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        let _ = survive(&bytes);
    }

    #[test]
    fn any_text_gives_paragraphs_in_order(text in pieces()) {
        let _ = survive(text.as_bytes());
    }

    #[test]
    fn reading_an_articles_text_again_changes_no_word(text in "[A-Z][a-zé ]{5,40}\n\n([A-Z][a-z ,]{10,60}\\.( [A-Z][a-z ]{5,40}\\.)?\n\n){1,6}") {
        let once = load(text.as_bytes(), "a.txt").unwrap();
        let twice = load(once.text.as_bytes(), "a.txt").unwrap();
        prop_assert_eq!(&once.text, &twice.text);
        let squash = |t: &str| t.split_whitespace().collect::<String>();
        prop_assert_eq!(squash(&once.text), squash(&text));
    }
}
