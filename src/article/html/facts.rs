//! What a page says of itself: JSON-LD, OpenGraph and other metadata, `<title>`, first headings, `<time>`.

use super::json_ld::{self, JsonLd};
use crate::article::draft::{Metadata, StatedDay, folded, one_line};
use crate::article::{PublishedBasis, byline, date_form};
use html5ever::tokenizer::Tag;

/// More than any honest page needs; a bound on what a hostile one can make us keep.
const MOST_FIELDS: usize = 512;
const MOST_SCRIPTS: usize = 64;
const MOST_HEADINGS: usize = 32;
const LONGEST_SCRIPT: usize = 1024 * 1024;

#[derive(Debug, Default)]
pub(super) struct PageFacts {
    /// `<meta>` fields: name or property in lower case, and content.
    fields: Vec<(String, String)>,
    json: Vec<JsonLd>,
    title: Option<String>,
    /// First-level headings; whether each stands in the part that the page marks as its article.
    headings: Vec<(String, bool)>,
    /// Those in the page's own head and foot.
    outer_headings: Vec<String>,
    canonical: Option<String>,
    saved_from: Option<String>,
    /// `<time itemprop="datePublished">`, `<time pubdate>`.
    times: Vec<(String, String)>,
    scripts: usize,
}

/// The value of an attribute of a tag.
pub(super) fn attribute<'a>(tag: &'a Tag, name: &str) -> Option<&'a str> {
    tag.attrs.iter().find(|a| &*a.name.local == name).map(|a| &*a.value)
}

impl PageFacts {
    /// Takes note of a start tag; `foreign` where it stands in a drawing.
    pub fn tag(&mut self, tag: &Tag, foreign: bool) {
        if foreign || self.fields.len() + self.times.len() >= MOST_FIELDS {
            return;
        }
        let get = |name| attribute(tag, name);
        let property = get("itemprop").map(str::to_ascii_lowercase);
        match &*tag.name {
            "meta" => {
                let name =
                    get("property").or(get("name")).map(str::to_ascii_lowercase).or_else(|| property.map(|p| format!("itemprop:{p}")));
                if let (Some(name), Some(content)) = (name, get("content")) {
                    self.fields.push((name, content.to_owned()));
                }
            }
            "link" if get("rel").is_some_and(|rel| rel.split_whitespace().any(|r| r.eq_ignore_ascii_case("canonical"))) => {
                self.canonical = self.canonical.take().or(get("href").map(str::to_owned));
            }
            "time" => {
                let published = property.as_deref() == Some("datepublished")
                    || get("pubdate").is_some()
                    || get("class").is_some_and(|c| c.to_ascii_lowercase().contains("publish"));
                let label = match property.as_deref() {
                    Some("datemodified") => "datemodified",
                    _ if published => "datepublished",
                    _ => return,
                };
                if let Some(time) = get("datetime").or(get("content")) {
                    self.times.push((label.to_owned(), time.to_owned()));
                }
            }
            _ => {}
        }
    }

    /// Takes the text of a `<title>` or a JSON-LD script.
    pub fn raw(&mut self, element: &str, text: &str) {
        if element == "title" {
            self.title = self.title.take().or_else(|| Some(one_line(text)).filter(|t| !t.is_empty()));
        } else if self.scripts < MOST_SCRIPTS && text.len() <= LONGEST_SCRIPT {
            self.scripts += 1;
            self.json.extend(json_ld::read(text));
        }
    }

    /// Browsers write into a saved page where it came from: "saved from url=(0042)https://…".
    pub fn comment(&mut self, text: &str) {
        let address = text.trim().strip_prefix("saved from url=(").and_then(|rest| rest.split_once(')'));
        if let Some((_, address)) = address {
            self.saved_from = self.saved_from.take().or_else(|| Some(address.trim().to_owned()));
        }
    }

    /// Takes note of a heading; `marked` where the page says that its article is there.
    pub fn heading(&mut self, text: &str, aside: bool, marked: bool) {
        let heading = one_line(text);
        if self.headings.len() + self.outer_headings.len() >= MOST_HEADINGS || heading.is_empty() {
        } else if aside {
            self.outer_headings.push(heading);
        } else {
            self.headings.push((heading, marked));
        }
    }

    fn field(&self, names: &[&str]) -> Option<&str> {
        names
            .iter()
            .find_map(|name| self.fields.iter().find(|(key, value)| key == name && !value.trim().is_empty()))
            .map(|(_, value)| value.trim())
    }

    fn json<T>(&self, get: impl Fn(&JsonLd) -> Option<T>) -> Option<T> {
        self.json.iter().filter(|j| j.is_article).chain(self.json.iter().filter(|j| !j.is_article)).find_map(get)
    }

    /// Gathers what the page says of the article.
    pub fn metadata(&self) -> Metadata {
        let publisher = self
            .json(|j| j.publisher.clone())
            .or_else(|| {
                self.field(&[
                    "og:site_name",
                    "application-name",
                    "dc.publisher",
                    "dcterms.publisher",
                    "citation_publisher",
                    "twitter:app:name:iphone",
                ])
                .map(one_line)
            })
            .filter(|name| name.chars().count() <= 120 && !name.contains("://"));
        let author = self
            .json(|j| j.author.clone())
            .or_else(|| {
                self.field(&[
                    "author",
                    "article:author",
                    "dc.creator",
                    "dcterms.creator",
                    "parsely-author",
                    "sailthru.author",
                    "byl",
                    "citation_author",
                ])
                .map(one_line)
            })
            .and_then(|name| byline::author(&name));
        let url = [
            self.canonical.clone(),
            self.field(&["og:url", "twitter:url", "parsely-link"]).map(str::to_owned),
            self.json(|j| j.url.clone()),
            self.saved_from.clone(),
        ]
        .into_iter()
        .flatten()
        .find(|url| url.starts_with("https://") || url.starts_with("http://"));
        Metadata {
            title: self.headline(publisher.as_deref()),
            publisher,
            author,
            url,
            published: self.published(),
            modified: self.modified(),
        }
    }

    /// The article's text as the structured data hold it.
    pub fn body(&self) -> Option<&str> {
        self.json.iter().filter_map(|j| j.body.as_deref()).max_by_key(|body| body.len())
    }

    fn published(&self) -> Vec<StatedDay> {
        let mut days: Vec<StatedDay> = Vec::new();
        let json = self
            .json
            .iter()
            .filter(|j| j.is_article)
            .filter_map(|j| j.published.as_deref())
            .map(|value| ("datePublished".to_owned(), value));
        const FIELDS: &[&str] = &[
            "article:published_time",
            "og:article:published_time",
            "og:published_time",
            "itemprop:datepublished",
            "datepublished",
            "date.issued",
            "dc.date.issued",
            "dcterms.issued",
            "dcterms.created",
            "dcterms.date",
            "dc.date",
            "pubdate",
            "publishdate",
            "publish-date",
            "publish_date",
            "publication_date",
            "parsely-pub-date",
            "sailthru.date",
            "citation_publication_date",
            "citation_date",
            "article.published",
            "article_date_original",
            "published_time",
            "ya:ovs:upload_date",
            "date",
        ];
        let fields = FIELDS
            .iter()
            .flat_map(|name| self.fields.iter().filter(move |(key, _)| key == name))
            .map(|(key, value)| (key.clone(), value.as_str()));
        let times = self.times.iter().filter(|(label, _)| label == "datepublished").map(|(_, value)| ("time".to_owned(), value.as_str()));
        for (name, value) in json.chain(fields).chain(times) {
            if let Some(day) = date_form::metadata_day(value)
                && !days.iter().any(|known| known.day == day)
            {
                days.push(stated(&name, value, day));
            }
        }
        days
    }

    fn modified(&self) -> Option<StatedDay> {
        let json = self.json.iter().filter(|j| j.is_article).filter_map(|j| j.modified.as_deref()).map(|value| ("dateModified", value));
        let fields = [
            "article:modified_time",
            "og:updated_time",
            "itemprop:datemodified",
            "datemodified",
            "last-modified",
            "dcterms.modified",
            "lastmod",
        ];
        let fields = fields.iter().filter_map(|name| self.field(&[name]).map(|value| (*name, value)));
        let times = self.times.iter().filter(|(label, _)| label == "datemodified").map(|(_, value)| ("time", value.as_str()));
        json.chain(fields).chain(times).find_map(|(name, value)| date_form::metadata_day(value).map(|day| stated(name, value, day)))
    }

    /// The headline as the page shows it: the heading that its title repeats, else what its metadata call the headline, without the site's name.
    fn headline(&self, publisher: Option<&str>) -> Option<String> {
        let sites: Vec<&str> =
            publisher.into_iter().chain(self.field(&["og:site_name"])).chain(self.field(&["application-name"])).collect();
        let stated: Vec<String> = [
            self.json(|j| j.headline.clone()),
            self.field(&["og:title"]).map(one_line),
            self.field(&["twitter:title"]).map(one_line),
            self.title.clone(),
        ]
        .into_iter()
        .flatten()
        .map(|title| without_site(&one_line(&title), &sites))
        .filter(|title| !title.is_empty())
        .collect();
        let is_site = |title: &str| sites.iter().any(|site| folded(site) == folded(title));
        let headings = || self.headings.iter().map(|(text, _)| text).chain(&self.outer_headings).filter(|heading| !is_site(heading));
        let repeated = headings().find(|heading| {
            let heading = folded(heading);
            stated.iter().any(|title| folded(title).contains(&heading) || shares_words(title, &heading))
        });
        // A single heading over the marked article is its headline even where the metadata word it otherwise.
        let mut marked =
            self.headings.iter().filter(|(heading, marked)| *marked && heading.split_whitespace().count() >= 3).map(|(heading, _)| heading);
        let single = marked.next().filter(|_| marked.next().is_none());
        let first = || headings().next().cloned();
        repeated.or(single).cloned().or_else(|| stated.iter().find(|title| !is_site(title)).cloned()).or_else(first)
    }
}

fn stated(name: &str, value: &str, day: chrono::NaiveDate) -> StatedDay {
    let value: String = one_line(value).chars().take(60).collect();
    StatedDay { day, basis: PublishedBasis::Metadata, words: format!("{name}: {value}"), universal: date_form::is_universal_time(&value) }
}

/// Whether a heading and a stated title tell the same: metadata are often rewritten for search machines.
fn shares_words(title: &str, folded_heading: &str) -> bool {
    let words: Vec<String> = title.split_whitespace().map(folded).filter(|w| w.len() > 3).collect();
    let shared = words.iter().filter(|w| folded_heading.contains(w.as_str())).count();
    words.len() >= 3 && shared * 3 >= words.len() * 2
}

/// Takes the site's name off a title: "Talks open | Lake Courier".
fn without_site(title: &str, sites: &[&str]) -> String {
    const SURE: &[&str] = &[" | ", " • ", " · ", " :: ", " » ", " « ", " / "];
    const MAYBE: &[&str] = &[" - ", " – ", " — "];
    let mut title = title.to_owned();
    for separator in SURE.iter().chain(MAYBE) {
        let known = |part: &str| sites.iter().any(|site| folded(site) == folded(part)) || looks_like_site(part);
        while let Some((front, last)) = title.rsplit_once(separator) {
            let short = last.split_whitespace().count() <= 5 && front.split_whitespace().count() >= 3;
            if !(known(last) || (SURE.contains(separator) && short)) {
                break;
            }
            title = front.trim().to_owned();
        }
        if let Some((first, rest)) = title.split_once(separator)
            && known(first)
        {
            title = rest.trim().to_owned();
        }
    }
    title
}

/// "Lake Courier News", "example.com".
fn looks_like_site(part: &str) -> bool {
    const NAMES: &[&str] = &[
        "news", "times", "post", "journal", "herald", "tribune", "gazette", "daily", "weekly", "magazine", "online", "reuters", "press",
        "agency", "observer", "review",
    ];
    let words: Vec<String> = part.split_whitespace().map(str::to_lowercase).collect();
    let domain = words.len() == 1 && words[0].contains('.') && !words[0].ends_with('.');
    domain || (words.len() <= 4 && words.last().is_some_and(|w| NAMES.contains(&w.as_str())) && part.starts_with(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::super::scan::scan;
    use super::*;

    fn metadata(html: &str) -> Metadata {
        scan(html).facts.metadata()
    }

    fn title(html: &str) -> Option<String> {
        metadata(html).title
    }

    #[test]
    fn the_headline_is_that_of_the_page_without_the_site() {
        assert_eq!(title("<title>Talks open in Geneva | Lake Courier</title>").as_deref(), Some("Talks open in Geneva"));
        assert_eq!(
            title("<title>Lake Courier - Talks open</title><meta property=og:site_name content='Lake Courier'>").as_deref(),
            Some("Talks open")
        );
        assert_eq!(title("<title>Talks open - Lake Courier News</title>").as_deref(), Some("Talks open"));
        assert_eq!(title("<title>Geneva talks - a new round</title>").as_deref(), Some("Geneva talks - a new round"));
        assert_eq!(title("<title>Talks open • President of Laketown</title><h1>Talks open</h1>").as_deref(), Some("Talks open"));
        assert_eq!(
            title("<header><h1>Lake Courier</h1></header><meta property=og:title content='Talks open in Geneva, hopes rise'><h1>Talks open in Geneva as hopes rise</h1>").as_deref(),
            Some("Talks open in Geneva as hopes rise")
        );
        assert_eq!(
            title(
                "<title>x</title><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Talks &amp; tea\"}</script>"
            )
            .as_deref(),
            Some("Talks & tea")
        );
        assert_eq!(title("<p>They met.</p>"), None);
        assert_eq!(title("<svg><title>Menu</title></svg><h1>Talks open</h1>").as_deref(), Some("Talks open"));
    }

    #[test]
    fn the_heading_over_the_article_goes_before_a_title_made_for_search() {
        let page = "<title>What you must know about boats</title><main><h1>Lake states in ferry row</h1><p>They met.</p></main>";
        assert_eq!(title(page).as_deref(), Some("Lake states in ferry row"));
        let many = "<title>What you must know about boats</title><h1>Lake states in ferry row</h1><h1>Harbour fee raised</h1>";
        assert_eq!(title(many).as_deref(), Some("What you must know about boats"));
    }

    #[test]
    fn json_ld_gives_dates_publisher_author_and_address() {
        let page = r#"<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"x"},{"@type":["NewsArticle"],"headline":"Talks",
            "datePublished":"2014-05-03T23:30:00+02:00","dateModified":"2014-05-05","author":[{"@type":"Person","name":"Ann Lee"},{"name":"Bo Berg"}],
            "publisher":{"@type":"Organization","name":"Lake Courier"},"mainEntityOfPage":{"@id":"https://example.org/talks"}}]}</script>"#;
        let found = metadata(page);
        assert_eq!(found.published[0].day.to_string(), "2014-05-03");
        assert_eq!(found.modified.unwrap().day.to_string(), "2014-05-05");
        assert_eq!(
            (found.publisher.as_deref(), found.author.as_deref(), found.url.as_deref()),
            (Some("Lake Courier"), Some("Ann Lee, Bo Berg"), Some("https://example.org/talks"))
        );
    }

    #[test]
    fn meta_fields_serve_where_there_is_no_json() {
        let found = metadata(
            "<!-- saved from url=(0026)https://example.org/saved -->\n<meta property='og:site_name' content='Lake Courier'><meta name=author content='By Ann Lee'>\
             <meta property='article:published_time' content='2014-05-03T22:30:00Z'><meta property='article:modified_time' content='2014-05-04'>",
        );
        assert_eq!(
            (found.publisher.as_deref(), found.author.as_deref(), found.url.as_deref()),
            (Some("Lake Courier"), Some("Ann Lee"), Some("https://example.org/saved"))
        );
        assert_eq!((found.published[0].day.to_string().as_str(), found.published[0].universal), ("2014-05-03", true));
    }

    #[test]
    fn broken_json_and_dates_that_are_none_are_passed_over() {
        let found = metadata(
            "<script type='application/ld+json'>{\"headline\": </script><meta name=date content='soon'><meta name=author content='https://example.org/ann'>",
        );
        assert_eq!((found.published.len(), found.author, found.title), (0, None, None));
    }
}
