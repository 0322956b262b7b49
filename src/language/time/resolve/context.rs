//! What has been told so far: the dates that later expressions lean on.

use super::{Asked, Origin, Resolved};
use crate::language::Document;
use crate::language::time::calendar;
use crate::language::time::meaning::{Base, Meaning, Reading, Unit, Which, Within, Year};
use crate::language::time::pattern::Joint;
use crate::language::time::recognize::Phrase;
use crate::language::time::{Anchor, Day, Frame, Grain, Signal, Stretch};

/// A date told before.
#[derive(Debug, Clone, Copy)]
pub(super) struct Told {
    pub origin: Origin,
    /// Its place among the phrases.
    pub index: usize,
    pub sentence: usize,
    pub paragraph: usize,
}

pub struct Context<'a> {
    document: &'a Document<'a>,
    pub published: Option<chrono::NaiveDate>,
    /// The day of publication as a day number.
    pub(super) publication: Option<Day>,
    /// Whether the text tells of the past in its own order (a history) rather than of the days around its publication (news).
    pub(super) history: bool,
    /// The last date told of any grain, and the last told to the day.
    pub(super) last: Option<Told>,
    pub(super) last_day: Option<Told>,
    /// The year told last, and where.
    pub(super) year: Option<(i32, Told)>,
    /// The last date of the story told to the month or a part of a year, which shows where in its year the story is.
    pub(super) month: Option<Told>,
    /// For each phrase that leaves its year open, the year that its paragraph tells after it, at the end of a run of rising dates.
    pub(super) coming_year: Vec<Option<i32>>,
    /// The sentence of the last expression counted from the publication: the story has come back to the writer's days.
    returned: Option<usize>,
    /// The place of the last date read against the publication, by tense too.
    current: Option<usize>,
    /// A year told far from the story's own.
    elsewhere: Option<i32>,
    /// Year and quarter told last.
    pub(super) quarter: Option<(i32, u32)>,
    /// Sentence of the quarter told last.
    pub(super) quarter_sentence: usize,
}

impl<'a> Context<'a> {
    pub fn new(document: &'a Document, phrases: &[Phrase], publication: Option<Day>) -> Self {
        let published = publication.and_then(calendar::date);
        let history = is_history(phrases, published.map(|d| chrono::Datelike::year(&d)));
        Self {
            document,
            published,
            publication,
            history,
            last: None,
            last_day: None,
            year: None,
            month: None,
            coming_year: coming_years(document, phrases),
            returned: None,
            current: None,
            elsewhere: None,
            quarter: None,
            quarter_sentence: 0,
        }
    }

    /// The day of publication, known or not.
    pub(super) fn now(&self) -> Origin {
        let (frame, day) = self.publication.map_or((Frame::Publication, 0), |day| (Frame::Calendar, day));
        Origin { frame, span: [day, day], approximate: [false, false], grain: Grain::Day, anchor: Anchor::Publication }
    }

    pub(super) fn paragraph(&self, sentence: usize) -> usize {
        self.document.sentences.get(sentence).map_or(0, |s| s.paragraph)
    }

    /// The year of the past that the story is in: always in a history; in news where a date of a year before has been told and nothing
    /// counted from the publication since.
    pub(super) fn story_year(&self) -> Option<(i32, Told)> {
        let (year, told) = self.year?;
        let now = self.publication.and_then(calendar::year_of);
        // A bare year may be that of a treaty or of a glance back; a month or season with its year is where the story is.
        let away =
            now.is_none_or(|now| year < now && told.origin.grain <= Grain::Season) && self.returned.is_none_or(|r| r < told.sentence);
        (self.history || away).then_some((year, told))
    }

    /// Whether a date read against the publication has been told since.
    pub(super) fn left(&self, told: &Told) -> bool {
        self.current.is_some_and(|at| at > told.index)
    }

    /// The last date told, where it is near enough to lean on: in a history any, in news one of this sentence or of the one before.
    pub(super) fn told_for(&self, asked: &Asked) -> Option<Origin> {
        self.near(self.last?, asked).then_some(self.last?.origin)
    }

    /// The last date told to the day, as far as it is near.
    pub(super) fn told_day(&self, asked: &Asked) -> Option<Origin> {
        let told = self.last_day?;
        self.near(told, asked).then_some(told.origin)
    }

    fn near(&self, told: Told, asked: &Asked) -> bool {
        let sentence = asked.phrase.sentence;
        let apart = sentence.saturating_sub(told.sentence);
        let same_paragraph = self.paragraph(sentence) == told.paragraph;
        if self.history || self.publication.is_none() || self.story_year().is_some() {
            true
        } else {
            apart <= 4 || same_paragraph && apart <= 8
        }
    }

    /// From where a relative expression counts; the second says whether that is the publication.
    pub(super) fn origin(&self, base: Base, asked: &Asked) -> Origin {
        match base {
            Base::Publication => self.now(),
            Base::Told | Base::Event => self.told_for(asked).unwrap_or_else(|| self.now()),
        }
    }

    /// Remembers what an expression told.
    pub(super) fn tell(&mut self, asked: &Asked, resolved: &Resolved) {
        let Some(stretch) = resolved.stretch else { return };
        let reading = &asked.phrase.reading;
        // "yesterday", "last week", "two days ago" bring the story back to the writer's days; a date completed by tense does not.
        let deictic = match reading.meaning {
            Meaning::Shift { base, .. } | Meaning::Count { base, .. } | Meaning::Weekend { base, .. } => base == Base::Publication,
            Meaning::Weekday { which: Which::Last | Which::Next | Which::This | Which::OfWeek(_), .. } => true,
            Meaning::Date(date) => matches!(date.year, Year::Shifted { base: Base::Publication, .. }),
            _ => false,
        };
        if deictic && resolved.anchor == Anchor::Publication {
            self.returned = Some(asked.phrase.sentence);
        }
        if resolved.anchor == Anchor::Publication {
            self.current = Some(asked.index);
        }
        let leans = matches!(
            reading.meaning,
            Meaning::Date(_)
                | Meaning::Weekday { .. }
                | Meaning::Weekend { .. }
                | Meaning::Count { .. }
                | Meaning::Named { .. }
                | Meaning::QuarterShift { .. }
                | Meaning::QuarterOf { .. }
                | Meaning::DayOfMonth { .. }
                | Meaning::YearsAgo { .. }
                | Meaning::Shift { .. }
                | Meaning::SameDay
        );
        let story = self.history || self.publication.is_none();
        let back = self.month.is_some_and(|m| m.origin.frame == stretch.frame && stretch.latest < m.origin.span[0]);
        if !leans || story && is_aside(asked) || back && stretch.grain != Grain::Quarter && looks_back(asked) {
            return;
        }
        let origin = Origin {
            frame: stretch.frame,
            span: [stretch.earliest, stretch.latest],
            approximate: stretch.approximate,
            grain: stretch.grain,
            anchor: Anchor::Expression(asked.index),
        };
        let told = Told { origin, index: asked.index, sentence: asked.phrase.sentence, paragraph: self.paragraph(asked.phrase.sentence) };
        self.last = Some(told);
        if stretch.earliest == stretch.latest {
            self.last_day = Some(told);
        }
        // In news only a year that is written out carries over; in a history a count from the day of writing does not.
        let carries = if self.history || self.story_year().is_some() {
            resolved.anchor != Anchor::Publication
        } else {
            resolved.anchor == Anchor::None
        };
        if stretch.frame == Frame::Calendar
            && (carries || self.publication.is_none())
            && let Some(year) = calendar::year_of(stretch.earliest)
            && (!self.history || self.belongs(reading, &stretch, year))
        {
            self.year = Some((year, told));
            if stretch.grain <= Grain::Month || stretch.latest - stretch.earliest < 125 {
                self.month = Some(told);
            }
        }
        // The quarter that is reported on, not the one it is set against.
        let reported = matches!(reading.meaning, Meaning::Date(_) | Meaning::QuarterShift { steps: 0 });
        if let Some((year, quarter)) = quarter_of_value(&resolved.value).filter(|_| reported) {
            self.quarter = Some((year, quarter));
            self.quarter_sentence = asked.phrase.sentence;
        }
    }

    /// Whether a year told in a history is the year that the story has come to. A bare year far from it is a glance elsewhere
    /// ("a paper declassified in 2005"), until a second one near that tells that the story has moved there.
    fn belongs(&mut self, reading: &Reading, stretch: &Stretch, year: i32) -> bool {
        if matches!(reading.meaning, Meaning::Shift { unit: Unit::Year, steps, base: Base::Told } if steps < 0) {
            return false;
        }
        let bare = matches!(reading.meaning, Meaning::Date(_)) && stretch.grain == Grain::Year;
        let far = self.year.is_some_and(|(now, _)| (now - year).abs() > 15);
        let again = self.elsewhere.is_some_and(|before| (before - year).abs() <= 5);
        self.elsewhere = if bare && far { Some(year) } else { None };
        !(bare && far) || again
    }

    pub(super) fn sentences_since_quarter(&self, asked: &Asked) -> usize {
        asked.phrase.sentence.saturating_sub(self.quarter_sentence)
    }
}

/// Whether a date in a history stands aside from the run of the story: where something has lasted from or is to last to, or a plan.
fn is_aside(asked: &Asked) -> bool {
    let words = |back: usize| asked.phrase.tokens.start.checked_sub(back).map_or("", |at| asked.document.lower(at));
    let planned = (1..5).any(|back| matches!(words(back), "planned" | "proposed" | "projected" | "anticipated"));
    let long_before = matches!(asked.phrase.reading.meaning, Meaning::Count { unit, later, .. } if unit >= Unit::Decade && !later);
    let end_of_range = matches!(asked.phrase.pair, Some((_, false, Joint::Throughout)));
    matches!(asked.signal, Some(Signal::Since | Signal::Until)) || planned || long_before || end_of_range
}

/// Whether the clause of a date tells what had been before: "who had met in May 1998", "closed since 1998".
fn looks_back(asked: &Asked) -> bool {
    let start = asked.document.sentences.get(asked.phrase.sentence).map_or(0, |s| s.tokens.start);
    let clause = (start..asked.phrase.tokens.start).rev().take(14).map(|at| asked.document.lower(at));
    asked.signal == Some(Signal::Since) || clause.take_while(|w| !matches!(*w, ";" | ":" | "but")).any(|w| w == "had")
}

/// Of "on 16 June …, on 3 July …, by 30 October 1993" the last tells the year of all: month and day rise to it within one paragraph.
fn coming_years(document: &Document, phrases: &[Phrase]) -> Vec<Option<i32>> {
    let mut out = vec![None; phrases.len()];
    let mut next: Option<(usize, u32, u32, i32)> = None;
    for (at, phrase) in phrases.iter().enumerate().rev() {
        let paragraph = document.sentences.get(phrase.sentence).map_or(0, |s| s.paragraph);
        let Meaning::Date(date) = &phrase.reading.meaning else { continue };
        let (month, day, last) = match date.within {
            Within::Month(month) => (month, 1, 31),
            Within::Day { month, day } => (month, day, day),
            _ => continue,
        };
        let follows = next.filter(|(p, m, d, _)| *p == paragraph && (month, day) <= (*m, *d));
        next = match (date.year, follows) {
            (Year::Known(year), _) => Some((paragraph, month, last, year)),
            (Year::Open, Some((.., year))) => {
                if let Some(slot) = out.get_mut(at) {
                    *slot = Some(year);
                }
                Some((paragraph, month, last, year))
            }
            _ => None,
        };
    }
    out
}

fn quarter_of_value(value: &str) -> Option<(i32, u32)> {
    let (year, quarter) = value.split_once("-Q")?;
    Some((year.parse().ok()?, quarter.parse().ok()?))
}

/// A text is a history if it mostly tells dates with their years and seldom counts from its own day.
fn is_history(phrases: &[Phrase], published: Option<i32>) -> bool {
    let (mut told, mut far, mut near) = (0, 0, 0);
    for phrase in phrases {
        match &phrase.reading.meaning {
            Meaning::Date(date) => match date.year {
                Year::Known(year) => {
                    told += 1;
                    far += usize::from(published.is_none_or(|p| (p - year).abs() >= 1));
                }
                _ if matches!(date.within, Within::Quarter(_)) => near += 1,
                _ => {}
            },
            Meaning::Weekday { which: Which::Bare | Which::Last | Which::Next | Which::This, .. } => near += 1,
            Meaning::Shift { unit: Unit::Day | Unit::Week | Unit::Month, base: Base::Publication, .. } => near += 1,
            _ => {}
        }
    }
    told >= 6 && told > 3 * near && far * 3 >= told * 2
}
