//! Pages as news sites, content systems, archives and word processors write them; the text is ours.

use crate::article::{Article, ParagraphRole, load};

const LEAD: &str =
    "The transport ministers of the two lake states met in Laketown on Friday and agreed to go on talking about the ferry line.";
const SECOND: &str =
    "Their deputies had met twice in April, once in Port Anna and once on the island, without coming any closer to a timetable.";
const THIRD: &str =
    "“We shall see,” said the host’s spokesman, and left. A third round is planned for the first week of June, again in Laketown.";
const FOURTH: &str =
    "The quarrel began in 2011, when the southern state raised the harbour fee, and the northern one answered with a ban on night boats.";

fn read(page: &str) -> Article {
    load(page.as_bytes(), "page.html").unwrap()
}

fn outline(article: &Article) -> Vec<(ParagraphRole, &str)> {
    article.paragraphs.iter().map(|p| (p.role, p.span.of(&article.text))).collect()
}

#[track_caller]
fn expect(page: &str, wanted: &[(ParagraphRole, &str)]) {
    assert_eq!(outline(&read(page)), wanted);
}

use ParagraphRole::{Body, Caption, Heading, Headline, List};

fn four() -> [(ParagraphRole, &'static str); 5] {
    [(Headline, "Ferry talks go on"), (Body, LEAD), (Body, SECOND), (Body, THIRD), (Body, FOURTH)]
}

#[test]
fn a_blog_page_leaves_its_sidebar_comments_and_related_posts_behind() {
    let page = format!(
        "<!doctype html><html><head><title>Ferry talks go on &#8211; Lake Blog</title></head><body class='single'>
        <div id='masthead'><a href='/'>Lake Blog</a><ul class='menu'><li><a href='/a'>About</a></li><li><a href='/c'>Contact</a></li></ul></div>
        <div id='content'><div class='post hentry'><h1 class='entry-title'>Ferry talks go on</h1>
        <div class='entry-meta'>Posted on <a href='/x'><time datetime='2014-05-03'>May 3, 2014</time></a> by <a href='/ann'>Ann Lee</a></div>
        <div class='entry-content'><p>{LEAD}</p><p>{SECOND}</p><p>{THIRD}</p><p>{FOURTH}</p>
        <div class='sharedaddy'><h3>Share this:</h3><ul><li><a href='#'>Twitter</a></li><li><a href='#'>Facebook</a></li></ul></div>
        <div class='jp-relatedposts'><h3>Related</h3><p><a href='/1'>Harbour fee raised again</a></p><p><a href='/2'>Night boats return</a></p></div></div></div>
        <div id='comments'><h3>2 thoughts on “Ferry talks go on”</h3><ol><li class='comment'><p>I have waited for that boat since I was a child, and I will wait on.</p></li>
        <li class='comment'><p>First they should repair the quay in Port Anna, which nobody does.</p></li></ol></div></div>
        <div id='sidebar' class='widget-area'><h3>Recent posts</h3><ul><li><a href='/1'>Harbour fee raised again</a></li><li><a href='/2'>Night boats return</a></li></ul></div>
        <div id='footer'>Proudly powered by a blog machine</div></body></html>"
    );
    let article = read(&page);
    let texts: Vec<&str> = outline(&article).into_iter().map(|(_, text)| text).collect();
    assert_eq!(texts, ["Ferry talks go on", "Posted on May 3, 2014 by Ann Lee", LEAD, SECOND, THIRD, FOURTH]);
    assert_eq!((article.published.map(|d| d.to_string()).as_deref(), article.author.as_deref()), (Some("2014-05-03"), Some("Ann Lee")));
}

#[test]
fn an_old_page_of_tables_and_double_breaks_gives_paragraphs() {
    let page = format!(
        "<HTML><HEAD><TITLE>Ferry talks go on</TITLE></HEAD><BODY BGCOLOR=white><TABLE WIDTH=100%><TR><TD WIDTH=120><A HREF=a.htm>News</A><BR><A HREF=b.htm>Sport</A></TD>
        <TD><FONT SIZE=5><B>Ferry talks go on</B></FONT><BR><BR>{LEAD}<BR><BR>{SECOND}<BR><BR>
        {THIRD}<BR><BR>{FOURTH}</TD></TR></TABLE></BODY></HTML>"
    );
    expect(&page, &four());
}

#[test]
fn paragraphs_that_are_never_closed_are_still_parted() {
    expect(&format!("<html><body><h1>Ferry talks go on</h1><p>{LEAD}<p>{SECOND}<p>{THIRD}<p>{FOURTH}</body></html>"), &four());
}

#[test]
fn divs_may_stand_for_paragraphs() {
    let page = format!(
        "<html><head><title>Ferry talks go on</title></head><body><div class=story><div>{LEAD}</div><div>{SECOND}</div><div>{THIRD}</div><div>{FOURTH}</div></div></body></html>"
    );
    expect(&page, &four());
}

#[test]
fn pictures_leave_captions_and_boxes_leave_nothing() {
    let page = format!(
        "<html><head><title>Ferry talks go on</title></head><body><main><article><header><h1>Ferry talks go on</h1></header>
        <figure><img src=a.jpg alt='A boat'><figcaption>The quay in Port Anna on Thursday.</figcaption></figure>
        <p>{LEAD}</p><aside><h4>Sign up for the morning letter</h4><p>All that matters on the lake, every morning at six, for nothing.</p></aside>
        <p>{SECOND}</p><h2>What comes next</h2><p>{THIRD}</p><blockquote><p>{FOURTH}</p></blockquote><button>Listen</button></article></main></body></html>"
    );
    let wanted = [
        (Headline, "Ferry talks go on"),
        (Caption, "The quay in Port Anna on Thursday."),
        (Body, LEAD),
        (Body, SECOND),
        (Heading, "What comes next"),
        (Body, THIRD),
        (Body, FOURTH),
    ];
    expect(&page, &wanted);
}

#[test]
fn teasers_that_call_themselves_articles_are_not_the_article() {
    let teaser = "<article><h3><a href=/1>Harbour fee raised again</a></h3><p>The fee goes up by a tenth from July, the harbour office said in a letter to the boat owners.</p></article>";
    let page = format!(
        "<html><head><meta property=og:title content='Ferry talks go on'></head><body><article class=main><h1>Ferry talks go on</h1><p>{LEAD}</p><p>{SECOND}</p><p>{THIRD}</p><p>{FOURTH}</p></article>
        <section><h2>More stories</h2>{teaser}{teaser}{teaser}</section></body></html>"
    );
    expect(&page, &four());
}

#[test]
fn what_a_page_wrongly_calls_complementary_is_read() {
    let page = format!(
        "<html><head><title>Ferry talks go on</title></head><body><div role=main></div><div role=complementary><article><h1>Ferry talks go on</h1>
        <div itemprop=articleBody><p>{LEAD}</p><p>{SECOND}</p><p>{THIRD}</p><p>{FOURTH}</p></div></article></div></body></html>"
    );
    expect(&page, &four());
}

#[test]
fn an_encyclopedia_loses_its_marks_and_edit_links() {
    let page = format!(
        "<html><head><title>Ferry dispute - Lakepedia</title></head><body><h1 id=firstHeading>Ferry dispute</h1><div id=bodyContent>
        <p>{LEAD}<sup class=reference><a href=#1>[1]</a></sup></p><h2><span class=mw-headline>History</span><span class=mw-editsection>[<a href=/e>edit</a>]</span></h2>
        <p>{SECOND}</p><p>{THIRD}</p><p>{FOURTH}<sup class=reference>[2]</sup></p></div></body></html>"
    );
    expect(&page, &[(Headline, "Ferry dispute"), (Body, LEAD), (Heading, "History"), (Body, SECOND), (Body, THIRD), (Body, FOURTH)]);
}

#[test]
fn wrapped_lines_in_a_preformatted_page_are_joined() {
    let page = "<html><body><pre>\nFerry talks go on\n\nThe transport ministers of the two lake states met in Laketown on\nFriday and agreed to go on talking about the ferry line. Their deputies\nhad met twice in April, once in Port Anna and once on the island,\nwithout coming any closer to a timetable.\n\nA third round is planned for June.\n</pre></body></html>";
    let article = read(page);
    let texts: Vec<&str> = outline(&article).into_iter().map(|(_, text)| text).collect();
    assert_eq!(texts[0], "Ferry talks go on");
    assert!(texts[1].starts_with("The transport ministers") && texts[1].ends_with("closer to a timetable."), "{texts:?}");
    assert_eq!(texts[2..], ["A third round is planned for June."]);
}

#[test]
fn a_pasted_piece_is_taken_whole_with_the_readers_choice_of_words() {
    let piece = format!("<meta charset='utf-8'><p style='color:red'>{LEAD}</p><ul><li>{SECOND}</li></ul><div><span>{THIRD}</span></div>");
    expect(&piece, &[(Body, LEAD), (List, SECOND), (Body, THIRD)]);
    let windows = format!("<html><body>\n<!--StartFragment--><h1>Ferry talks go on</h1><p>{LEAD}</p><!--EndFragment-->\n</body></html>");
    expect(&windows, &[(Headline, "Ferry talks go on"), (Body, LEAD)]);
}

#[test]
fn a_word_processor_page_gives_its_words() {
    let page = format!(
        "<html xmlns:o='urn:schemas-microsoft-com:office:office'><head><meta name=Generator content='Word'><title>Ferry talks go on</title><!--[if gte mso 9]><xml><o:x>9</o:x></xml><![endif]--></head>
        <body lang=EN><div class=WordSection1><p class=MsoTitle>Ferry talks go on<o:p></o:p></p><p class=MsoNormal>{LEAD}<o:p>&nbsp;</o:p></p>
        <p class=MsoNormal>{SECOND}</p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>{THIRD}</p><p class=MsoNormal>{FOURTH}</p></div></body></html>"
    );
    expect(&page, &four());
}

#[test]
fn strong_short_lines_are_headings_and_short_paragraphs_are_not_where_headings_are() {
    let page = format!(
        "<div><p>{LEAD}</p><h2>Why now</h2><p>They met</p><p>{SECOND}</p><p><strong>What comes next</strong></p><p>{THIRD}</p></div>"
    );
    let article = read(&page);
    let headings: Vec<&str> = outline(&article).into_iter().filter(|(role, _)| *role == Heading).map(|(_, text)| text).collect();
    assert_eq!(headings, ["Why now", "What comes next"]);
}

#[test]
fn a_page_that_a_script_would_draw_is_read_from_its_structured_data() {
    let body = format!("{LEAD}\\n\\n{SECOND}\\n\\n{THIRD}\\n\\n{FOURTH}");
    let page = format!(
        "<!doctype html><html><head><title>Ferry talks go on</title><script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"headline\":\"Ferry talks go on\",\"articleBody\":\"{body}\"}}</script></head>
        <body><div id=root></div><noscript>You need to enable JavaScript to run this page.</noscript></body></html>"
    );
    expect(&page, &four());
}
