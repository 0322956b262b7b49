//! Settles the day of publication: which statement is taken, which are offered, and what the reader is told.

use super::apparatus::DaysSaid;
use super::date_form;
use super::draft::{Metadata, StatedDay};
use super::{Article, Notice, PublishedBasis, PublishedCandidate, Severity};
use chrono::{Datelike, NaiveDate};

/// Fills the publication day and its candidates. Metadata goes before lines, lines before datelines; file names and addresses are only offered.
pub(super) fn settle(article: &mut Article, metadata: &Metadata, said: &DaysSaid) {
    let named = days_in_names(article);
    let mut sure: Vec<StatedDay> = metadata.published.clone();
    sure.extend(said.published.iter().cloned());
    sure.extend(dateline_with_year(said, metadata, &named));
    prefer_the_pages_own_day(&mut sure);
    if let Some(taken) = sure.first() {
        article.published = Some(taken.day);
        article.published_basis = taken.basis;
        tell_differences(&mut article.notices, taken, &sure, metadata, said);
    } else if let Some(words) = said.without_year.as_ref().map(|(_, _, words)| words).or(said.month_only.as_ref()) {
        let text = format!("“{words}” gives no full date, so the publication date is left open.");
        article.notices.push(Notice { code: "publication-date-incomplete", severity: Severity::Info, text });
    }
    let modified = metadata.modified.iter().chain(&said.modified);
    for stated in sure.iter().chain(&said.unsure).chain(&named).chain(modified) {
        let known = article.published_candidates.iter().any(|c| c.date == stated.day);
        if !known {
            article.published_candidates.push(PublishedCandidate { date: stated.day, basis: stated.basis, words: stated.words.clone() });
        }
    }
}

/// Days in the file's name and in the article's address.
fn days_in_names(article: &Article) -> Vec<StatedDay> {
    let from = |name: &str, basis: PublishedBasis| {
        let stated = |day| StatedDay { day, basis, words: name.to_owned(), universal: false };
        date_form::days_in_name(name).into_iter().map(stated).collect::<Vec<_>>()
    };
    let mut days = from(&article.source, PublishedBasis::FileName);
    days.extend(article.url.iter().flat_map(|url| from(url, PublishedBasis::Metadata)));
    days
}

/// "DUBAI, March 14" is of the year in which the file's name, the address or the last change has that very day.
fn dateline_with_year(said: &DaysSaid, metadata: &Metadata, named: &[StatedDay]) -> Option<StatedDay> {
    let (month, day, words) = said.without_year.as_ref()?;
    let same_day = |stated: &&StatedDay| (stated.day.month(), stated.day.day()) == (*month, *day);
    let year = named.iter().chain(&metadata.modified).chain(&said.modified).find(same_day)?;
    let words = format!("{words} ({})", year.words);
    Some(StatedDay { day: year.day, basis: PublishedBasis::Dateline, words, universal: false })
}

/// A time in universal time may fall on the day before or after the one on the page: then the day that the page shows is taken.
fn prefer_the_pages_own_day(sure: &mut [StatedDay]) {
    if sure.first().is_some_and(|first| first.universal) {
        let first = sure[0].day;
        if let Some(shown) = sure.iter().position(|s| !s.universal && s.basis != PublishedBasis::Dateline && is_neighbour(s.day, first)) {
            sure[..=shown].rotate_right(1);
        }
    }
}

fn is_neighbour(a: NaiveDate, b: NaiveDate) -> bool {
    a.signed_duration_since(b).num_days().abs() == 1
}

fn tell_differences(notices: &mut Vec<Notice>, taken: &StatedDay, sure: &[StatedDay], metadata: &Metadata, said: &DaysSaid) {
    let mut tell = |code, text| notices.push(Notice { code, severity: Severity::Info, text });
    let is_filing = |stated: &StatedDay| stated.basis == PublishedBasis::Dateline;
    if let Some(other) = sure.iter().find(|s| s.day != taken.day && !(is_filing(s) && (taken.day - s.day).num_days().abs() <= 2)) {
        tell("publication-dates-differ", format!("The article gives {} and {} as its date; {} is taken.", taken.day, other.day, taken.day));
    }
    if let Some(modified) = metadata.modified.iter().chain(&said.modified).find(|m| m.day != taken.day) {
        tell(
            "changed-after-publication",
            format!("The article was published on {} and changed on {}; the day of publication is taken.", taken.day, modified.day),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::ParagraphRole;
    use crate::article::draft::{Block, Draft};

    fn stated(day: &str, basis: PublishedBasis) -> StatedDay {
        StatedDay { day: day.parse().unwrap(), basis, words: day.to_owned(), universal: false }
    }

    fn settled(source: &str, metadata: &Metadata, said: &DaysSaid) -> Article {
        let draft = Draft { blocks: vec![Block::new(ParagraphRole::Body, "They met.")], ..Draft::default() };
        let mut article = draft.assemble(source, String::new());
        settle(&mut article, metadata, said);
        article
    }

    fn outcome(article: &Article) -> (Option<String>, PublishedBasis, Vec<&'static str>) {
        (article.published.map(|d| d.to_string()), article.published_basis, article.notices.iter().map(|n| n.code).collect())
    }

    #[test]
    fn metadata_goes_before_lines_and_a_difference_is_told() {
        let metadata = Metadata { published: vec![stated("2014-05-03", PublishedBasis::Metadata)], ..Metadata::default() };
        let said = DaysSaid { published: vec![stated("2014-05-06", PublishedBasis::Line)], ..DaysSaid::default() };
        let article = settled("a.html", &metadata, &said);
        assert_eq!(outcome(&article), (Some("2014-05-03".into()), PublishedBasis::Metadata, vec!["publication-dates-differ"]));
        assert_eq!(article.published_candidates.len(), 2);
    }

    #[test]
    fn the_day_of_publication_is_taken_not_that_of_a_change() {
        let metadata = Metadata {
            published: vec![stated("2014-05-03", PublishedBasis::Metadata)],
            modified: Some(stated("2014-05-04", PublishedBasis::Metadata)),
            ..Metadata::default()
        };
        let article = settled("a.html", &metadata, &DaysSaid::default());
        assert_eq!(outcome(&article), (Some("2014-05-03".into()), PublishedBasis::Metadata, vec!["changed-after-publication"]));
        let only_changed = Metadata { published: Vec::new(), ..metadata };
        let article = settled("a.html", &only_changed, &DaysSaid::default());
        assert_eq!(outcome(&article), (None, PublishedBasis::None, vec![]));
        assert_eq!(article.published_candidates.len(), 1);
    }

    #[test]
    fn a_file_name_is_offered_and_not_taken() {
        let article = settled("talks-2014-04-14.txt", &Metadata::default(), &DaysSaid::default());
        assert_eq!(outcome(&article), (None, PublishedBasis::None, vec![]));
        assert_eq!(article.published_candidates[0].basis, PublishedBasis::FileName);
    }

    #[test]
    fn a_dateline_without_a_year_needs_another_witness() {
        let said = DaysSaid { without_year: Some((3, 14, "DUBAI, March 14".into())), ..DaysSaid::default() };
        assert_eq!(
            outcome(&settled("a.txt", &Metadata::default(), &said)),
            (None, PublishedBasis::None, vec!["publication-date-incomplete"])
        );
        assert_eq!(
            outcome(&settled("2023-03-15.txt", &Metadata::default(), &said)),
            (None, PublishedBasis::None, vec!["publication-date-incomplete"])
        );
        let agreed = settled("talks-2023-03-14.txt", &Metadata::default(), &said);
        assert_eq!(outcome(&agreed), (Some("2023-03-14".into()), PublishedBasis::Dateline, vec![]));
    }

    #[test]
    fn the_page_shows_its_own_day_where_the_field_is_in_universal_time() {
        let universal = StatedDay { universal: true, ..stated("2014-05-04", PublishedBasis::Metadata) };
        let metadata = Metadata { published: vec![universal], ..Metadata::default() };
        let said = DaysSaid { published: vec![stated("2014-05-03", PublishedBasis::Line)], ..DaysSaid::default() };
        let article = settled("a.html", &metadata, &said);
        assert_eq!((article.published.unwrap().to_string().as_str(), article.published_basis), ("2014-05-03", PublishedBasis::Line));
    }
}
