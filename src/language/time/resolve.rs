//! From readings to days: against the publication date, against the last date told, or against an event.
//!
//! Expressions are resolved in the order of the text, so that each can lean on those before it (`context`).

mod context;
mod counted;
mod era;
mod leaning;
mod part;
mod partial;
mod period;
mod range;
mod weekday;

use super::calendar::{self, Span};
use super::meaning::{Base, Clock, Convention, Meaning, Reading, Reference, Unit};
use super::number::Amount;
use super::reason::Reason;
use super::recognize::Phrase;
use super::tense::{self, Tense};
use super::{Anchor, Basis, Day, Frame, Grain, Modifier, Signal, Stretch, TimeExpression, TimeKind, locale, signal, value};
use crate::article::TextSpan;
use crate::language::Document;
use chrono::{Datelike, NaiveDate};
use context::Context;
pub(super) use counted::days_of;
pub use leaning::Leaning;

/// What a reading comes to.
#[derive(Debug, Clone, PartialEq)]
struct Resolved {
    value: String,
    stretch: Option<Stretch>,
    anchor: Anchor,
    offset: Option<[Day; 2]>,
    reason: Reason,
}

/// The days that something is counted from.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Origin {
    frame: Frame,
    span: Span,
    approximate: [bool; 2],
    grain: Grain,
    anchor: Anchor,
}

/// One phrase with what stands around it.
struct Asked<'a> {
    document: &'a Document<'a>,
    phrase: &'a Phrase,
    /// Its place among the phrases.
    index: usize,
    tense: Tense,
    signal: Option<Signal>,
}

pub fn all(document: &Document, phrases: Vec<Phrase>, published: Option<NaiveDate>) -> Vec<TimeExpression> {
    let mut context = Context::new(document, &phrases, published.map(|d| d.num_days_from_ce()));
    let mut out: Vec<TimeExpression> = Vec::with_capacity(phrases.len());
    for (index, phrase) in phrases.iter().enumerate() {
        let Some(span) = span_of(document, phrase) else { continue };
        let Some(sentence) = document.sentences.get(phrase.sentence) else { continue };
        let signal = signal::around(document, &sentence.tokens, &phrase.tokens);
        let tense = tense::around(document, sentence.tokens.clone(), phrase.tokens.clone());
        let asked = Asked { document, phrase, index, tense, signal };
        let resolved = context.resolve(&asked);
        context.tell(&asked, &resolved);
        out.push(expression(&asked, span, resolved, &context));
    }
    range::join(document, &phrases, &mut out);
    out
}

impl Asked<'_> {
    /// The tokens of its sentence.
    fn sentence(&self) -> std::ops::Range<usize> {
        self.document.sentences.get(self.phrase.sentence).map_or(0..0, |s| s.tokens.clone())
    }
}

fn span_of(document: &Document, phrase: &Phrase) -> Option<TextSpan> {
    let first = document.tokens.get(phrase.tokens.start)?;
    let last = document.tokens.get(phrase.tokens.end.checked_sub(1)?)?;
    Some(TextSpan::new(first.span.start, last.span.end))
}

fn expression(asked: &Asked, span: TextSpan, resolved: Resolved, context: &Context) -> TimeExpression {
    let reading = &asked.phrase.reading;
    let words = span.of(&asked.document.article.text);
    let mut value = resolved.value;
    if let Some(clock) = reading.clock
        && !value.contains('T')
    {
        value.push_str(&value::clock(clock));
    }
    TimeExpression {
        span,
        tokens: asked.phrase.tokens.clone(),
        kind: kind(reading),
        value,
        modifier: modifier(reading, resolved.stretch),
        anchor: resolved.anchor,
        signal: asked.signal,
        rule: asked.phrase.rule,
        stretch: resolved.stretch,
        offset: resolved.offset,
        range: None,
        nearness: is_nearness(asked.phrase),
        attributive: signal::attributive(asked.document, &asked.phrase.tokens, reading),
        reason: reason(asked, words, &resolved.reason, context.published),
        leaning: leaning::of(reading),
    }
}

fn reason(asked: &Asked, words: &str, reason: &Reason, published: Option<NaiveDate>) -> String {
    let sentence = reason.sentence(words, published);
    match locale::told(asked.document, words) {
        Some(order) => format!("{sentence}, {order}"),
        None => sentence,
    }
}

fn is_nearness(phrase: &Phrase) -> bool {
    matches!(phrase.reading.meaning, Meaning::Reference { base: Base::Event, .. }) || phrase.rule == "eve-of"
}

fn kind(reading: &Reading) -> TimeKind {
    match reading.meaning {
        Meaning::Duration { .. } | Meaning::Period { .. } => TimeKind::Duration,
        Meaning::Set { .. } => TimeKind::Set,
        Meaning::Count { unit, .. } if unit.is_clock() => TimeKind::Time,
        _ if reading.clock.is_some() => TimeKind::Time,
        _ => TimeKind::Date,
    }
}

fn modifier(reading: &Reading, stretch: Option<Stretch>) -> Option<Modifier> {
    reading.modifier.or_else(|| part::modifier(reading.position?)).or_else(|| {
        // "weeks ago": the value says only past; the days are a convention.
        let convention = stretch.is_some_and(|s| s.basis == Basis::Convention);
        (convention && matches!(reading.meaning, Meaning::Count { amount: Amount::Vague, .. })).then_some(Modifier::Approx)
    })
}

impl Origin {
    fn at(self, from: Day, to: Day) -> Self {
        Self { span: [self.span[0].saturating_add(from), self.span[1].saturating_add(to)], ..self }
    }
}

impl Resolved {
    fn nothing(value: impl Into<String>, reason: Reason) -> Self {
        Self { value: value.into(), stretch: None, anchor: Anchor::None, offset: None, reason }
    }
}

fn stretch(frame: Frame, span: Span, grain: Grain, basis: Basis) -> Stretch {
    Stretch { frame, earliest: span[0], latest: span[1], approximate: [false, false], throughout: false, grain, basis }
}

impl Context<'_> {
    fn resolve(&mut self, asked: &Asked) -> Resolved {
        let reading = &asked.phrase.reading;
        let mut resolved = match &reading.meaning {
            Meaning::Date(partial) => self.partial(asked, *partial),
            Meaning::Shift { unit, steps, base } => self.shift(asked, *unit, *steps, *base),
            Meaning::Count { amount, unit, later, base } => self.count(asked, *amount, *unit, *later, *base),
            Meaning::Weekday { day, which } => self.weekday(asked, *day, *which),
            Meaning::Weekend { steps, base } => self.weekend(asked, *steps, *base),
            Meaning::Period { amount, unit, later, base } => self.period(asked, *amount, *unit, *later, *base),
            Meaning::Duration { amount, unit } => self.duration(asked, *amount, *unit),
            Meaning::Set { value } => Resolved::nothing(value.clone(), Reason::Recurs),
            Meaning::Reference { what, days, base } => self.reference(asked, *what, *days, *base),
            Meaning::Decade(first) => self.decade(*first),
            Meaning::Century(number) => self.century(*number),
            Meaning::Era { unit, steps, base } => self.era(asked, *unit, *steps, *base),
            Meaning::QuarterShift { steps } => self.quarter_shift(*steps),
            Meaning::QuarterOf { year } => self.quarter_of(*year),
            Meaning::SameDay => self.same_day(asked),
            Meaning::Named { within, steps, base } => self.named(asked, *within, *steps, *base),
            Meaning::YearsAgo { years, unit, back } => self.years_ago(*years, *unit, *back),
            Meaning::DayOfMonth { day, steps } => self.day_of_month(*day, *steps),
            Meaning::Impossible => Resolved::nothing("", Reason::Impossible),
        };
        if let (Some(position), Some(stretch)) = (reading.position, resolved.stretch) {
            resolved.stretch = Some(part::of(position, stretch, self.now()));
        }
        // What lies beyond all that is told of has no days, so that what is counted from days never overflows.
        resolved.stretch = resolved.stretch.filter(|s| calendar::told_of([s.earliest, s.latest]));
        resolved.offset = resolved.offset.filter(|o| calendar::told_of(*o));
        if let Some(stretch) = &mut resolved.stretch {
            if matches!(reading.modifier, Some(Modifier::Approx)) {
                stretch.approximate = [true, true];
            }
            // A clock time is told of one day.
            if reading.clock.is_some() && stretch.earliest == stretch.latest {
                stretch.grain = Grain::Day;
            }
        }
        resolved
    }

    fn reference(&self, asked: &Asked, what: Reference, days: Convention, base: Base) -> Resolved {
        let value = match what {
            Reference::Past => "PAST_REF",
            Reference::Present => "PRESENT_REF",
            Reference::Future => "FUTURE_REF",
        };
        if base == Base::Event {
            // "shortly before the summit", "soon after" what was told last
            let Convention::Days(from, to) = days else { return Resolved::nothing(value, Reason::Vague) };
            let offset = Some([from, to]);
            let Some(told) = self.told_for(asked).filter(|_| signal::closes(asked.document, asked.phrase)) else {
                return Resolved { value: value.into(), stretch: None, anchor: Anchor::Event, offset, reason: Reason::FromEvent };
            };
            // Thirty days in a history told in months or years.
            let wide = |n: i32| if told.grain > Grain::Week { n.signum() * 30 } else { n };
            let span = [told.span[0].saturating_add(wide(from).min(0)), told.span[1].saturating_add(wide(to).max(0))];
            let stretch = Stretch { approximate: [from < 0, to > 0], ..stretch(told.frame, span, Grain::Week, Basis::Convention) };
            return Resolved {
                value: value.into(),
                stretch: Some(stretch),
                anchor: told.anchor,
                offset: None,
                reason: Reason::Convention(convention_words(days), told.anchor),
            };
        }
        // What the text's writer calls recent is so on the day of writing; a history's "now" has none.
        let origin = self.now();
        let spans = |from: i32, to: i32| [origin.span[0].saturating_add(from), origin.span[1].saturating_add(to)];
        let (span, grain) = match days {
            Convention::Nothing => return Resolved::nothing(value, Reason::Vague),
            Convention::Days(from, to) => (spans(from, to), if from == to { Grain::Day } else { Grain::Week }),
            Convention::YearEnd => match self.publication.and_then(calendar::year_of).and_then(calendar::year_span) {
                Some([_, end]) => ([origin.span[0], end], Grain::Month),
                None => return Resolved::nothing(value, Reason::Vague),
            },
        };
        let stretch = Stretch {
            approximate: [span[0] < origin.span[0], span[1] > origin.span[1]],
            ..stretch(origin.frame, span, grain, Basis::Convention)
        };
        let reason = if days == Convention::Days(0, 0) {
            Reason::Counted(Anchor::Publication)
        } else {
            Reason::Convention(convention_words(days), Anchor::Publication)
        };
        Resolved { value: value.into(), stretch: Some(stretch), anchor: Anchor::Publication, offset: None, reason }
    }

    /// A clock time alone: on the day told last, else on the day of publication.
    fn same_day(&self, asked: &Asked) -> Resolved {
        let told = self.told_for(asked).filter(|o| o.grain == Grain::Day && o.span[0] == o.span[1]);
        let origin = told.unwrap_or_else(|| self.now());
        let part = matches!(asked.phrase.reading.clock, Some(Clock::Part(_)));
        if told.is_none() && (self.history || part && self.publication.is_none()) {
            return Resolved::nothing("XXXX-XX-XX", Reason::Unknown);
        }
        let value = if origin.frame == Frame::Calendar { value::day(origin.span[0]) } else { "XXXX-XX-XX".into() };
        let stretch = Stretch { approximate: origin.approximate, ..stretch(origin.frame, origin.span, Grain::Day, Basis::Relative) };
        Resolved { value, stretch: Some(stretch), anchor: origin.anchor, offset: None, reason: Reason::Counted(origin.anchor) }
    }

    /// A length places nothing, unless it is told as a window or as a distance: "within ten days", "in three days … will".
    fn duration(&self, asked: &Asked, amount: Amount, unit: Unit) -> Resolved {
        let value = value::duration(amount, unit);
        if let Some((offset, signal)) = self.event_offset(asked, amount, unit) {
            // "two days after the meeting": counted from an event, unless a date follows, which `range::join` sees to.
            return Resolved { value, stretch: None, anchor: Anchor::Event, offset: Some(offset), reason: Reason::OffsetFromEvent(signal) };
        }
        // "within hours of the landing": from the event on.
        if asked.signal == Some(Signal::Within)
            && asked.document.lower(asked.phrase.tokens.end) == "of"
            && let Some((_, far)) = counted::reach(amount, unit)
        {
            let reason = Reason::OffsetFromEvent(Signal::Within);
            return Resolved { value, stretch: None, anchor: Anchor::Event, offset: Some([0, far]), reason };
        }
        let near = self.told_for(asked).is_some_and(|o| o.grain <= Grain::Week);
        // "Within hours the tanks moved": of what was told last, not of the day of writing.
        if asked.signal == Some(Signal::Within)
            && unit.is_clock()
            && asked.tense == Tense::Past
            && !near
            && let Some((_, far)) = counted::reach(amount, unit)
        {
            let reason = Reason::OffsetFromEvent(Signal::Within);
            return Resolved { value, stretch: None, anchor: Anchor::Event, offset: Some([0, far]), reason };
        }
        let window = match asked.signal {
            Some(Signal::Within) => true,
            Some(Signal::In) if asked.tense == Tense::Future => false,
            _ => return Resolved::nothing(value, Reason::Length),
        };
        let origin = self
            .told_for(asked)
            .filter(|o| window && o.grain <= Grain::Week && asked.tense != Tense::Unknown)
            .unwrap_or_else(|| self.now());
        let later = counted::counted_span(origin, amount, unit, true);
        let Some((span, grain, basis)) = later else { return Resolved::nothing(value, Reason::Length) };
        let span = if window { [origin.span[0], span[1]] } else { span };
        let vague = amount == Amount::Vague;
        let stretch = Stretch { approximate: [false, vague], ..stretch(origin.frame, span, grain, basis) };
        let reason = if window { Reason::Window(origin.anchor) } else { Reason::Counted(origin.anchor) };
        Resolved { value, stretch: Some(stretch), anchor: origin.anchor, offset: None, reason }
    }
}

/// How a convention is put in a reason.
fn convention_words(days: Convention) -> String {
    match days {
        Convention::Days(from, to) if from < 0 && to == 0 => format!("the {} days up to", -from),
        Convention::Days(0, to) => format!("the {to} days after"),
        _ => "a time near".to_owned(),
    }
}
