//! Presence told as a visit: "he was in Moscow", "the ministers were back in Vienna".

use super::context;
use super::kind::Status;
use super::lexicon::Lexicon;
use super::mention::{EventMention, Form, Timing};
use super::naming;
use super::phrase;
use super::predicate::Tense;
use super::view::View;

/// "He was in Moscow", "the ministers were back in Vienna": somebody's presence at a place is a visit.
pub fn read(view: &View, at: usize, sites: &[(usize, usize)]) -> Option<EventMention> {
    if !view.is_noun(at) || !matches!(view.case(at), "in" | "at" | "to") {
        return None;
    }
    let be = view.first(at, &["cop"])?;
    let subject = view.first(at, &["nsubj"])?;
    let agents = super::party::parties(view, subject);
    if !agents.iter().any(|a| a.entity.is_some()) {
        return None;
    }
    let place = view.names_at(at).filter_map(|m| view.sources.actors.entities.get(m.entity)).find(|e| e.locatable)?;
    let times: Vec<Timing> = sites
        .iter()
        .filter(|(_, site)| *site == at || *site == be)
        .map(|(e, _)| Timing { expression: *e, signal: view.sources.times.get(*e).and_then(|e| e.signal), own: true })
        .collect();
    if times.is_empty() {
        return None;
    }
    let family = Lexicon::families().find(|f| f.name == "visit")?;
    let mut words = phrase::Words::default();
    let names = naming::all(view, &agents);
    words.push(&phrase::join(&names));
    words.push(if names.len() > 1 { "visit" } else { "visits" });
    let left = words.left();
    phrase::noun(view, at, left, &mut words);
    let tense = if matches!(view.word(be), "was" | "were") { Tense::Past } else { Tense::Present };
    let pluperfect = view.related(at, &["aux"]).any(|a| view.word(a) == "had");
    Some(EventMention {
        sentence: view.index,
        trigger: view.sentence.tokens.start + at,
        verb: None,
        base: "visit".to_owned(),
        family,
        kind: family.kind,
        mode: family.mode,
        form: Form::Clause,
        aspect: None,
        tense: if pluperfect { Tense::Pluperfect } else { tense },
        status: Status::Happened,
        status_word: None,
        attribution: context::attribution(view, at),
        agents,
        patients: Vec::new(),
        places: vec![place.name.clone()],
        scene: Vec::new(),
        times,
        title: words.finish(),
        telling: vec![view.span(be, be), view.span(at, at)],
        features: vec!["main", "presence"],
        aside: None,
    })
}
