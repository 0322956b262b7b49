//! The lines around an article that are not its text: byline, date lines, dateline, captions, buttons copied along.
//!
//! They keep their place in the text, as captions without a ¶ number, and what they say goes into the metadata.

use super::date_form::WrittenDay;
use super::draft::{Block, Draft, StatedDay};
use super::{ParagraphRole, PublishedBasis, byline, date_form, date_line, dateline, form};
use chrono::{Datelike, NaiveDate};

/// How many paragraphs below the headline may still be apparatus.
const TOP: usize = 8;
/// How many at the end.
const FOOT: usize = 3;

/// What the lines and the dateline of an article say of its day.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct DaysSaid {
    /// Days that a line or a dateline gives for the publication.
    pub published: Vec<StatedDay>,
    pub modified: Option<StatedDay>,
    /// Days found that are not sure enough to take.
    pub unsure: Vec<StatedDay>,
    /// A dateline's month and day without a year, with its words.
    pub without_year: Option<(u32, u32, String)>,
    /// A line such as "December 2004", which names no day.
    pub month_only: Option<String>,
}

/// Gives the lines around the text the role of captions and reads what they say.
pub(super) fn read_apparatus(draft: &mut Draft) -> DaysSaid {
    let mut said = DaysSaid::default();
    let start = usize::from(draft.blocks.first().is_some_and(|b| b.role == ParagraphRole::Headline));
    let retrospect = Retrospect::of(&draft.blocks);
    let mut body_seen = 0;
    for block in draft.blocks.iter_mut().skip(start).take(TOP) {
        if body_seen == 0 && read_line(block, &mut draft.metadata.author, &mut said, retrospect) {
            block.role = ParagraphRole::Caption;
        } else if is_text(block) {
            body_seen += 1;
            if body_seen == 1 {
                read_dateline(&block.text, &mut said, retrospect);
            }
        } else if body_seen > 0 && block.role != ParagraphRole::Caption {
            note_bare_date(&block.text, &mut said);
        }
    }
    let foot = draft.blocks.len().saturating_sub(FOOT).max(start + 1);
    for block in draft.blocks.iter_mut().skip(foot).filter(|b| b.role != ParagraphRole::Caption) {
        let labelled = date_line::date_line(&block.text).filter(|line| line.labelled);
        if let Some(line) = labelled {
            take_date_line(&line, &block.text, &mut said, retrospect);
            block.role = ParagraphRole::Caption;
        }
    }
    for block in draft.blocks.iter_mut().skip(start) {
        let plain = matches!(block.role, ParagraphRole::Body | ParagraphRole::Heading);
        if plain && (form::is_interface(&block.text) || form::is_caption(&block.text)) {
            block.role = ParagraphRole::Caption;
        }
    }
    said
}

/// Running text: a body paragraph that is long, or ends as text does.
fn is_text(block: &Block) -> bool {
    matches!(block.role, ParagraphRole::Body | ParagraphRole::List)
        && (form::ends_like_text(&block.text) || form::ends_sentence(&block.text) || block.text.len() > 200)
}

/// Reads a line above the text; tells whether it was one.
fn read_line(block: &Block, author: &mut Option<String>, said: &mut DaysSaid, retrospect: Retrospect) -> bool {
    if block.text.contains('\n') {
        return false;
    }
    if let Some(line) = date_line::date_line(&block.text) {
        take_date_line(&line, &block.text, said, retrospect);
        if author.is_none() {
            author.clone_from(&line.author);
        }
        return true;
    }
    if date_form::is_month(&block.text) {
        said.month_only.get_or_insert_with(|| block.text.clone());
        return true;
    }
    if let Some(name) = byline::byline(&block.text) {
        author.get_or_insert(name);
        return true;
    }
    false
}

fn take_date_line(line: &date_line::DateLine, words: &str, said: &mut DaysSaid, retrospect: Retrospect) {
    let stated = |day| StatedDay { day, basis: PublishedBasis::Line, words: words.to_owned(), universal: false };
    if let Some(day) = line.published {
        let sure = line.labelled || !retrospect.looks_back_on(day);
        if sure { &mut said.published } else { &mut said.unsure }.push(stated(day));
    }
    said.unsure.extend(line.unsure.iter().copied().map(stated));
    if said.modified.is_none() {
        said.modified = line.modified.map(stated);
    }
}

fn read_dateline(paragraph: &str, said: &mut DaysSaid, retrospect: Retrospect) {
    let Some(found) = dateline::dateline(paragraph) else { return };
    let words = found.span.of(paragraph).to_owned();
    let stated = |day| StatedDay { day, basis: PublishedBasis::Dateline, words: words.clone(), universal: false };
    match found.date.map(|date| date.day) {
        Some(WrittenDay::Full(day)) if retrospect.looks_back_on(day) => said.unsure.push(stated(day)),
        Some(WrittenDay::Full(day)) => said.published.push(stated(day)),
        Some(WrittenDay::Either(a, b)) => said.unsure.extend([stated(a), stated(b)]),
        Some(WrittenDay::WithoutYear { month, day }) => said.without_year = Some((month, day, words)),
        None => {}
    }
}

/// A date line below running text is no statement about the article, but worth offering.
fn note_bare_date(text: &str, said: &mut DaysSaid) {
    if let Some(day) = date_line::date_line(text).and_then(|line| line.published) {
        said.unsure.push(StatedDay { day, basis: PublishedBasis::Line, words: text.to_owned(), universal: false });
    }
}

/// Signs that a date at the head belongs to the story told, not to its telling: later years in the text, or a chronicle's many date lines.
#[derive(Debug, Clone, Copy, Default)]
struct Retrospect {
    /// Years named in the text, sorted; enough of them to judge by.
    later: [i32; 2],
    chronicle: bool,
}

impl Retrospect {
    fn of(blocks: &[Block]) -> Self {
        let mut years: Vec<i32> = Vec::new();
        let mut date_lines = 0;
        for block in blocks {
            years.extend(years_in(&block.text));
            let bare = block.text.len() < 120 && date_line::date_line(&block.text).is_some_and(|line| !line.labelled);
            date_lines += usize::from(bare || opens_with_date(&block.text));
        }
        years.sort_unstable_by(|a, b| b.cmp(a));
        let at = |place: usize| years.get(place).copied().unwrap_or(i32::MIN);
        Self { later: [at(1), at(2)], chronicle: date_lines >= 3 }
    }

    /// Two later years may be a deadline told twice; three years, or two of which are far on, are not.
    fn looks_back_on(self, day: NaiveDate) -> bool {
        self.chronicle || self.later[1] > day.year() + 1 || self.later[0] > day.year() + 25
    }
}

fn opens_with_date(text: &str) -> bool {
    dateline::dateline(text).is_some_and(|d| d.date.is_some_and(|date| date.span.start == 0))
}

/// Four-digit numbers that may be years.
fn years_in(text: &str) -> impl Iterator<Item = i32> + '_ {
    text.split(|c: char| !c.is_ascii_digit())
        .filter(|run| run.len() == 4)
        .filter_map(|run| run.parse().ok())
        .filter(|year| (1400..=2100).contains(year))
}

#[cfg(test)]
mod tests {
    use super::*;
    use ParagraphRole::{Body, Caption, Heading, Headline};

    fn read(blocks: &[(ParagraphRole, &str)]) -> (Draft, DaysSaid) {
        let mut draft = Draft { blocks: blocks.iter().map(|(role, text)| Block::new(*role, *text)).collect(), ..Draft::default() };
        let said = read_apparatus(&mut draft);
        (draft, said)
    }

    fn days(stated: &[StatedDay]) -> Vec<String> {
        stated.iter().map(|s| s.day.to_string()).collect()
    }

    #[test]
    fn lines_above_the_text_become_captions_and_are_read() {
        let (draft, said) = read(&[
            (Headline, "Talks open in Geneva"),
            (Heading, "By Ann Lee"),
            (Heading, "Published 3 May 2014, updated 4 May 2014"),
            (Body, "GENEVA, 2 May 2014 — The ministers met."),
            (Body, "They will meet again."),
        ]);
        assert_eq!(draft.blocks.iter().map(|b| b.role).collect::<Vec<_>>(), [Headline, Caption, Caption, Body, Body]);
        assert_eq!(draft.metadata.author.as_deref(), Some("Ann Lee"));
        assert_eq!(days(&said.published), ["2014-05-03", "2014-05-02"]);
        assert_eq!(said.modified.unwrap().day.to_string(), "2014-05-04");
    }

    #[test]
    fn a_date_below_running_text_is_only_offered() {
        let (_, said) =
            read(&[(Headline, "Libya"), (Body, "“We praise this step.”"), (Heading, "March 11, 2021"), (Body, "The talks go on.")]);
        assert_eq!((said.published.len(), days(&said.unsure)), (0, vec!["2021-03-11".to_owned()]));
    }

    #[test]
    fn a_history_that_opens_with_its_first_day_is_not_published_then() {
        let (_, said) = read(&[
            (Headline, "The raid"),
            (Body, "DALLAS, 22 November 1963 — The car turned."),
            (Body, "A report of 1979 said so, another of 1992 did not, and in 2017 the papers were opened."),
        ]);
        assert_eq!((said.published.len(), said.unsure.len()), (0, 1));
        let (_, said) = read(&[
            (Headline, "Day by day"),
            (Heading, "14 October 1962"),
            (Body, "One."),
            (Heading, "15 October 1962"),
            (Body, "Two."),
            (Heading, "16 October 1962"),
            (Body, "Three."),
        ]);
        assert!(said.published.is_empty());
    }

    #[test]
    fn a_deadline_in_later_years_does_not_unsettle_a_dateline() {
        let (_, said) =
            read(&[(Headline, "Talks"), (Body, "GENEVA, 14 April 2014 — The plan runs to 2020."), (Body, "By 2020 it is to be done.")]);
        assert_eq!(days(&said.published), ["2014-04-14"]);
    }

    #[test]
    fn a_dateline_without_a_year_is_kept_for_later() {
        let (_, said) = read(&[(Headline, "Talks"), (Body, "DUBAI, March 14 - The two states agreed.")]);
        assert_eq!(said.without_year, Some((3, 14, "DUBAI, March 14".to_owned())));
        assert!(said.published.is_empty());
    }

    #[test]
    fn a_published_line_at_the_foot_counts_if_it_says_so() {
        let (draft, said) = read(&[(Headline, "Talks"), (Body, "They met."), (Body, "They parted."), (Heading, "Published 3 May 2014")]);
        assert_eq!((draft.blocks[3].role, days(&said.published)), (Caption, vec!["2014-05-03".to_owned()]));
    }
}
