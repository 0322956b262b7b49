//! Events that the reader makes out of words of the article, begun by the extractor.

use super::super::reading::Reading;
use super::super::{Chronology, Event, Evidence, EvidenceRole, Kind, Status, identity, weighing};
use super::{Days, MODES, Target, TextQuote};
use crate::article::{Article, Paragraph, ParagraphRole, TextSpan};
use crate::language::event::Attribution;
use crate::language::time;
use serde::{Deserialize, Serialize};

/// What is said of an event that the reader made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Added {
    pub title: String,
    pub kind: Kind,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mode: Option<String>,
    pub status: Status,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attribution: Option<Attribution>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Days>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub participants: Vec<String>,
}

/// The longest title made of plain words, in characters.
const LONGEST_TITLE: usize = 90;

/// What the extractor reads out of the words at a span: whatever it would have told of an event there, else the words themselves.
pub fn suggested(article: &Article, chronology: &Chronology, span: TextSpan) -> Added {
    let words = span.of(&article.text).split_whitespace().collect::<Vec<_>>().join(" ");
    let mut added = Added {
        title: shortened(&words),
        kind: Kind::Other,
        mode: None,
        status: Status::Happened,
        attribution: None,
        when: None,
        places: Vec::new(),
        participants: Vec::new(),
    };
    if let Some(paragraph) = article.paragraph_at(span.start) {
        from_mention(article, paragraph, span, chronology, &mut added);
    }
    let dated = time::within(&chronology.time_expressions, span).iter().find_map(|e| Some((e, e.stretch?)));
    let dated = dated.or_else(|| {
        let sentence = chronology.sentences.iter().find(|s| s.contains(span))?;
        time::within(&chronology.time_expressions, *sentence).iter().find_map(|e| Some((e, e.stretch?)))
    });
    if let Some((expression, stretch)) = dated {
        let (start, end) = super::typed::bounds(&stretch);
        added.when = Some(Days::new(stretch.frame, start, end, stretch.grain, expression.span.of(&article.text)));
        if chronology.published.is_some_and(|day| stretch.frame.today(Some(day)).is_some_and(|today| stretch.earliest > today)) {
            added.status = Status::Expected;
        }
    }
    added
}

/// The paragraph alone is read: that is quick whatever the length of the article.
fn from_mention(article: &Article, paragraph: &Paragraph, span: TextSpan, chronology: &Chronology, added: &mut Added) {
    let base = paragraph.span.start;
    let text = paragraph.span.of(&article.text).to_owned();
    let whole = TextSpan::new(0, text.len());
    let part = Article {
        title: String::new(),
        paragraphs: vec![Paragraph { span: whole, role: ParagraphRole::Body, number: Some(1) }],
        text,
        published_candidates: Vec::new(),
        rows: Vec::new(),
        notices: Vec::new(),
        ..article.clone()
    };
    let reading = Reading::new(&part, chronology.published);
    let local = TextSpan::new(span.start.saturating_sub(base), span.end.saturating_sub(base));
    let surroundings = reading.surroundings();
    let inside = |m: &crate::language::event::EventMention| {
        let trigger = reading.document.tokens.get(m.trigger).map(|t| t.span);
        trigger.is_some_and(|t| local.contains(t))
    };
    let mentions = reading.told.mentions.iter().enumerate().filter(|(_, m)| inside(m));
    let best = mentions.max_by(|a, b| {
        let weight = |at: usize| weighing::weigh(&surroundings.features(at));
        weight(a.0).total_cmp(&weight(b.0)).then(b.0.cmp(&a.0))
    });
    let Some((_, mention)) = best else { return };
    let full = |name: &str| {
        let known = chronology.events.iter().flat_map(|e| &e.participants);
        known.filter(|k| ends_with_words(k, name)).max_by_key(|k| k.len()).cloned().unwrap_or_else(|| name.to_owned())
    };
    if !mention.title.trim().is_empty() {
        added.title.clone_from(&mention.title);
    }
    added.kind = mention.kind;
    added.mode = mention.mode.map(str::to_owned);
    added.status = mention.status;
    added.attribution.clone_from(&mention.attribution);
    added.places.clone_from(&mention.places);
    for party in mention.parties() {
        let name = full(&party.name);
        if !added.participants.contains(&name) {
            added.participants.push(name);
        }
    }
}

/// Whether a name ends with the words of another: "Luis Prado" with "Prado", "Somali" not with "Ali".
fn ends_with_words(name: &str, words: &str) -> bool {
    name.strip_suffix(words).is_some_and(|before| !before.ends_with(char::is_alphanumeric))
}

/// The first words of a sentence, cut at a word.
fn shortened(words: &str) -> String {
    let bare = words.trim_end_matches(['.', ',', ';', ':']);
    if bare.chars().count() <= LONGEST_TITLE {
        return bare.to_owned();
    }
    let end = bare.char_indices().nth(LONGEST_TITLE).map_or(bare.len(), |(at, _)| at);
    let cut = bare.get(..end).unwrap_or(bare);
    format!("{}…", cut.rsplit_once(' ').map_or(cut, |(head, _)| head))
}

/// The id of an event made of some words; another than those of the events that there are.
pub fn id_for(quote: &TextQuote, taken: &[&str]) -> String {
    let mut ordinal = 0;
    loop {
        let id = identity::id("+", &quote.exact, ordinal);
        if !taken.contains(&id.as_str()) {
            return id;
        }
        ordinal += 1;
    }
}

/// An event of the reader's, placed at its words.
pub(super) fn event(article: &Article, chronology: &Chronology, id: &str, place: TextSpan, added: &Added) -> Event {
    // At most one sentence: the one in which the words begin.
    let sentence = chronology.sentences.iter().copied().find(|s| s.start <= place.start && place.start < s.end);
    let span = sentence.unwrap_or(place);
    let telling = TextSpan::new(place.start, place.end.min(span.end));
    let paragraph = article.paragraph_at(span.start);
    let numbered = paragraph.filter(|p| !matches!(p.role, ParagraphRole::Headline | ParagraphRole::Heading));
    Event {
        id: id.to_owned(),
        number: 0,
        title: added.title.clone(),
        kind: added.kind,
        mode: added.mode.as_deref().and_then(|mode| MODES.into_iter().find(|m| *m == mode)),
        status: added.status,
        status_word: None,
        attribution: added.attribution.clone(),
        when: added.when.as_ref().and_then(|d| d.when(chronology.published)).map(|mut when| {
            if let Some(days) = &added.when
                && !days.words.is_empty()
            {
                when.reason = format!("The article says “{}”, which you took for it.", days.words);
            }
            when
        }),
        places: added.places.clone(),
        participants: added.participants.clone(),
        evidence: vec![Evidence {
            span,
            paragraph: numbered.and_then(|p| p.number),
            role: EvidenceRole::Main,
            telling: if telling == span { Vec::new() } else { vec![telling] },
        }],
        salience: 1.0,
        confidence: 1.0,
    }
}

/// The target of an event that is to be made of some words.
pub fn event_of(article: &Article, chronology: &Chronology, span: TextSpan, hidden: &[Event], title: &str) -> Target {
    let quote = TextQuote::of(span, &article.text);
    let taken: Vec<&str> = chronology.events.iter().chain(hidden).map(|e| e.id.as_str()).collect();
    Target { event: id_for(&quote, &taken), quote, title: title.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::ends_with_words;

    #[test]
    fn a_name_is_completed_by_whole_words() {
        assert!(ends_with_words("Luis Prado", "Prado") && ends_with_words("Prado", "Prado"));
        assert!(!ends_with_words("Somali", "ali") && !ends_with_words("Bin-Ali", "li"));
    }
}
