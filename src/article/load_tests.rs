//! Whole articles through `load`: one article in every form is the same text, and what is no article is told in one sentence.

use super::{Article, ParagraphRole, PublishedBasis, load};

const PLAIN: &str = "Lake ministers meet as ferry dispute drags on

By Ann Lee

Published 3 May 2014

LAKETOWN, 2 May 2014 — The transport ministers of the two lake states met on Friday and “agreed to go on”, as one of them put it. They will meet again in June.

What was agreed

The ministers named three steps:

- a truce between the ferry lines
- an exchange of timetables, first from 5 to 9 May

Nobody signed anything. Who gains? “We shall see,” said the host’s spokesman – and left.";

const MARKDOWN: &str = "# Lake ministers meet as ferry dispute drags on

*By Ann Lee*

Published 3 May 2014

LAKETOWN, 2 May 2014 — The [transport ministers](https://example.org/ministers) of the two lake states met on **Friday** and “agreed
to go on”, as one of them put it. They will meet again in June.

## What was agreed

The ministers named three steps:

* a truce between the ferry lines
* an exchange of timetables,
  first from 5 to 9 May

Nobody signed anything. Who gains? “We shall see,” said the host’s spokesman – and left.
";

fn page() -> String {
    // As pages are: site furniture around it, no-break spaces, soft hyphens, a picture with its caption, links, scripts.
    "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>Lake ministers meet as ferry dispute drags on | Lake Courier</title>
    <meta property='og:site_name' content='Lake Courier'><meta property='article:published_time' content='2014-05-03T09:00:00+02:00'>
    <meta property='article:modified_time' content='2014-05-06T09:00:00+02:00'><link rel=canonical href='https://example.org/ferry'>
    <script>var x = '<p>not text</p>';</script><style>p { color: red }</style></head><body>
    <header><nav><ul><li><a href=/>Home</a></li><li><a href=/world>World</a></li></ul></nav></header>
    <main><article><h1>Lake ministers meet as ferry dispute drags&nbsp;on</h1>
    <p class=byline>By Ann Lee</p><p class=date>Published 3&nbsp;May 2014</p>
    <ul class=share><li><a href=#>Share on Facebook</a></li><li><a href=#>Tweet</a></li></ul>
    <div class=text><p>LAKETOWN, 2&nbsp;May 2014 — The <a href=/m>transport ministers</a> of the two lake
    states met on <b>Friday</b> and “agreed to go on”, as one of them put it. They will meet again in&#160;June.</p>
    <h2>What was agreed</h2>
    <p>The ministers named three steps:</p>
    <ul><li>a truce between the ferry lines</li><li>an exchange of time&shy;tables, first from 5 to 9 May</li></ul>
    <p>Nobody signed anything. Who gains? “We shall see,” said the host’s spokesman&nbsp;&ndash; and left.</div></article></main>
    <aside><h3>Most read</h3><ul><li><a href=/1>Ten ways to cook a perch that you have not tried before</a></li></ul></aside>
    <footer><p>© 2026 Lake Courier. All rights reserved, of course, as they always are on pages of this kind.</p></footer>
    </body></html>"
        .to_owned()
}

fn read(text: &str) -> Article {
    load(text.as_bytes(), "talks.txt").unwrap()
}

fn outline(article: &Article) -> Vec<(ParagraphRole, &str)> {
    article.paragraphs.iter().map(|p| (p.role, p.span.of(&article.text))).collect()
}

#[test]
fn one_article_is_the_same_in_every_form() {
    let plain = read(PLAIN);
    let crlf = PLAIN.replace('\n', "\r\n");
    let utf16: Vec<u8> = std::iter::once(0xFEFFu16).chain(PLAIN.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let piece = page().split_once("<article>").unwrap().1.split_once("</article>").unwrap().0.to_owned();
    for (name, other) in [
        ("crlf", read(&crlf)),
        ("cr", read(&PLAIN.replace('\n', "\r"))),
        ("bom", load(format!("\u{FEFF}{PLAIN}").as_bytes(), "talks.txt").unwrap()),
        ("utf-16", load(&utf16, "talks.txt").unwrap()),
        ("spaces", read(&PLAIN.replace("\n\n", "  \n \t\n\n"))),
        ("markdown", read(MARKDOWN)),
        ("page", read(&page())),
        ("piece", read(&piece.replace("<ul class=share><li><a href=#>Share on Facebook</a></li><li><a href=#>Tweet</a></li></ul>", ""))),
    ] {
        assert_eq!(outline(&other), outline(&plain), "{name}");
        assert_eq!(other.text, plain.text, "{name}");
        assert_eq!(
            (other.title.as_str(), other.author.as_deref()),
            ("Lake ministers meet as ferry dispute drags on", Some("Ann Lee")),
            "{name}"
        );
        assert_eq!(other.published.map(|d| d.to_string()).as_deref(), Some("2014-05-03"), "{name}");
    }
}

#[test]
fn roles_and_numbers_are_those_a_reader_would_give() {
    use ParagraphRole::{Body, Caption, Heading, Headline, List};
    let article = read(PLAIN);
    let roles: Vec<_> = article.paragraphs.iter().map(|p| (p.role, p.number)).collect();
    let wanted = [
        (Headline, None),
        (Caption, None),
        (Caption, None),
        (Body, Some(1)),
        (Heading, None),
        (Body, Some(2)),
        (List, Some(3)),
        (List, Some(4)),
        (Body, Some(5)),
    ];
    assert_eq!(roles, wanted);
    assert_eq!(article.published_basis, PublishedBasis::Line);
    assert_eq!(article.published_candidates.iter().map(|c| c.date.to_string()).collect::<Vec<_>>(), ["2014-05-03", "2014-05-02"]);
    assert!(article.notices.is_empty(), "{:?}", article.notices);
}

#[test]
fn a_page_tells_its_publisher_address_and_days() {
    let article = load(page().as_bytes(), "2014-05-07 ferry.html").unwrap();
    assert_eq!((article.publisher.as_deref(), article.url.as_deref()), (Some("Lake Courier"), Some("https://example.org/ferry")));
    assert_eq!((article.published_basis, article.source.as_str()), (PublishedBasis::Metadata, "2014-05-07 ferry.html"));
    let candidates: Vec<_> = article.published_candidates.iter().map(|c| c.date.to_string()).collect();
    assert_eq!(candidates, ["2014-05-03", "2014-05-02", "2014-05-07", "2014-05-06"]);
    assert_eq!(article.notices.iter().map(|n| n.code).collect::<Vec<_>>(), ["changed-after-publication"]);
}

#[test]
fn the_kind_of_a_file_is_seen_in_it_not_in_its_name() {
    for name in ["talks.txt", "talks.pdf", "talks", "pasted text"] {
        assert_eq!(load(page().as_bytes(), name).unwrap().text, read(PLAIN).text);
    }
}

#[test]
fn what_is_no_article_is_told_in_one_sentence_that_names_the_file_and_the_cure() {
    let told = |bytes: &[u8]| load(bytes, "talks.txt").unwrap_err().to_string();
    assert_eq!(told(b""), "talks.txt is empty: choose a file with an article in it");
    assert_eq!(
        told(b" \r\n\t\n\xC2\xA0\xE2\x80\x8B"),
        "talks.txt has no words in it, only white space: choose a file with an article in it"
    );
    assert_eq!(told(b"<p> </p><br>"), "talks.txt has no words in it, only white space: choose a file with an article in it");
    assert_eq!(
        told(b"%PDF-1.7 ..."),
        "talks.txt is a PDF; Demarche does not read PDF yet: open it in its own program, copy the article and paste it here"
    );
    assert_eq!(told(b"\x00\x01\x02\x03\x04"), "talks.txt is not text: open a plain text, Markdown or HTML file");
    assert_eq!(told(b"{\"a\": [1]}"), "talks.txt is JSON data, not an article: choose a text, Markdown or HTML file with the article");
    assert_eq!(
        told(b"<?xml version='1.0'?><rss><channel/></rss>"),
        "talks.txt is a news feed (RSS), not an article: choose a text, Markdown or HTML file with the article"
    );
    assert_eq!(
        told(b" https://example.org/talks \n"),
        "https://example.org/talks is an address, and Demarche never goes online: save the page and open the file"
    );
    assert_eq!(
        told(&vec![b'a'; super::LARGEST + 1]),
        "talks.txt has 51 MB, more than the 50 MB that Demarche reads: save the article alone and open that"
    );
}

#[test]
fn the_digest_is_that_of_the_bytes() {
    assert_eq!(read("abc").sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

#[test]
fn lines_copied_along_from_a_page_get_no_number() {
    let article =
        read("Talks open\n\nAdvertisement\n\nThe ministers met.\n\nThe two at the gate. Ann Lee/Reuters\n\nThey will meet again.");
    let numbers: Vec<_> = article.paragraphs.iter().map(|p| p.number).collect();
    assert_eq!(numbers, [None, None, Some(1), None, Some(2)]);
}
