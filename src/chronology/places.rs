//! Where each event took place: as its tellings say, else where the article stands at that point: the meeting that it is a part of, the
//! land whose affair it is, the scene told just before, the place of a release's dateline.

#[cfg(test)]
mod tests;

use super::merging::Telling;
use super::{Basis, Kind, Status, When};
use crate::article::{Article, ParagraphRole, TextSpan};
use crate::language::Document;
use crate::language::actor::{ActorKind, Actors, Entity};
use crate::language::event::{EventMention, Party};
use crate::language::time::{self, TimeExpression};
use std::collections::HashMap;

/// How many sentences a scene of war lasts without being named again, and one of talks.
const BATTLE: usize = 8;
const TALKS: usize = 4;

/// What places are read from.
#[derive(Clone, Copy)]
pub struct Sources<'a> {
    pub article: &'a Article,
    pub document: &'a Document<'a>,
    pub mentions: &'a [EventMention],
    pub times: &'a [TimeExpression],
    pub actors: &'a Actors,
}

/// A place that the article has come to.
struct Scene {
    places: Vec<String>,
    kind: Kind,
    goes: bool,
    sentence: usize,
    paragraph: usize,
    /// The entities that take part.
    people: Vec<usize>,
    days: Option<(i32, i32)>,
}

/// The places of all tellings. `within` gives the telling that each is a part of.
pub fn of_all(sources: Sources, tellings: &[Telling], within: &[Option<usize>], whens: &[Option<When>]) -> Vec<Vec<String>> {
    let mut out: Vec<Vec<String>> = tellings.iter().map(|t| sources.own(t)).collect();
    let mut order: Vec<usize> = (0..tellings.len()).collect();
    order.sort_by_key(|t| tellings.get(*t).and_then(|t| sources.main(t)).map_or(0, |m| m.trigger));
    let mut scenes: Vec<Scene> = Vec::new();
    let (dateline, headline) = (sources.dateline(), sources.headline());
    let by_call = mentions_call(sources.mentions);
    // The name of each land by its usual one.
    let states = sources.actors.entities.iter().rev().filter(|e| e.kind == ActorKind::State);
    let lands: HashMap<&str, &str> = states.filter_map(|e| Some((e.state.as_deref()?, e.name.as_str()))).collect();
    for at in order {
        let Some(telling) = tellings.get(at) else { continue };
        let Some(main) = sources.main(telling) else { continue };
        let when = whens.get(at).and_then(Option::as_ref);
        let mut places = out.get(at).cloned().unwrap_or_default();
        let scene = Scene {
            places: Vec::new(),
            kind: main.kind,
            goes: matches!(main.family.name, "visit" | "return" | "move" | "mobilize"),
            sentence: main.sentence,
            paragraph: sources.document.sentences.get(main.sentence).map_or(0, |s| s.paragraph),
            people: sources.told(telling).flat_map(|m| m.parties().filter_map(|p| p.entity)).collect(),
            days: when.map(|w| (w.earliest(), w.latest())),
        };
        if places.is_empty()
            && let Some(host) = within.get(at).copied().flatten()
        {
            // Of a trip to several places the one that the text has come to.
            let last = scenes.last().filter(|s| s.paragraph == scene.paragraph);
            let stops = out.get(host).cloned().unwrap_or_default();
            let stop =
                last.map(|s| s.places.clone()).filter(|p| stops.len() > 2 && p.len() < stops.len() && p.iter().any(|p| stops.contains(p)));
            places = stop.unwrap_or(stops);
            let opens = tellings.get(host).is_some_and(|h| sources.told(h).any(|m| m.has("headline") || m.has("lead")));
            if places.is_empty() && opens {
                places = dateline.clone();
            }
        }
        if places.is_empty() {
            places = sources.home(telling, &lands);
        }
        if places.is_empty() {
            places = continued(&scenes, &scene, main);
        }
        // "the simultaneous arrival of a delegation": where that is whose days it has.
        if places.is_empty() && main.has("simultaneous") && scene.goes {
            let mut near = scenes.iter().rev().take_while(|s| scene.sentence.saturating_sub(s.sentence) <= BATTLE);
            let beside = near.find(|s| s.days == scene.days && s.days.is_some());
            places = beside.map(|s| s.places.clone()).unwrap_or_default();
        }
        let domestic = main.kind.is_force() || matches!(main.family.name, "elect" | "win");
        if places.is_empty() && domestic {
            places = headline.clone();
        }
        if places.is_empty() && sources.released(telling, when, by_call) {
            places = dateline.clone();
        }
        if !places.is_empty() {
            scenes.push(Scene { places: places.clone(), ..scene });
        }
        if let Some(slot) = out.get_mut(at) {
            *slot = places;
        }
    }
    out
}

/// The place of the scene that an event continues: fighting goes on where it was told, people meet where they have come to.
fn continued(scenes: &[Scene], here: &Scene, main: &EventMention) -> Vec<String> {
    // The scenes stand in the order of the text: those further back than the longest are not looked at.
    let near = |s: &&Scene, most: usize| s.sentence <= here.sentence && here.sentence - s.sentence <= most;
    let mut back = scenes.iter().rev().take_while(|s| here.sentence.saturating_sub(s.sentence) <= BATTLE.max(TALKS));
    let shares = |s: &Scene| s.people.iter().any(|p| here.people.contains(p));
    let found = if here.kind == Kind::Assault {
        back.find(|s| near(s, BATTLE) && s.kind.is_force())
    } else if here.kind.is_force() {
        back.find(|s| near(s, TALKS) && s.kind.is_force() && s.paragraph == here.paragraph)
    } else if main.status == Status::CalledOff || main.mode == Some("call") {
        None
    } else if here.kind == Kind::Consult && !here.goes {
        back.find(|s| near(s, TALKS) && s.kind == Kind::Consult && s.paragraph == here.paragraph && shares(s))
    } else {
        let same = |s: &Scene| s.days.is_some() && s.days == here.days;
        back.find(|s| near(s, TALKS) && s.kind == Kind::Consult && shares(s) && same(s))
    };
    found.map(|s| s.places.clone()).unwrap_or_default()
}

/// Whether the headline tells of a call, so that nobody met anywhere.
fn mentions_call(mentions: &[EventMention]) -> bool {
    mentions.iter().any(|m| m.has("headline") && m.mode == Some("call"))
}

impl<'a> Sources<'a> {
    fn told(&self, telling: &'a Telling) -> impl Iterator<Item = &'a EventMention> {
        let mentions = self.mentions;
        telling.mentions.iter().filter_map(move |m| mentions.get(*m))
    }

    fn main(&self, telling: &'a Telling) -> Option<&'a EventMention> {
        self.told(telling).next()
    }

    /// The places that its tellings name.
    fn own(&self, telling: &'a Telling) -> Vec<String> {
        let mut out: Vec<String> = Vec::new();
        let lands = |m: &'a EventMention| m.scene.iter().filter(|_| !m.places.is_empty());
        for place in self.told(telling).flat_map(|m| m.places.iter().chain(lands(m))) {
            if !out.contains(place) {
                out.push(place.clone());
            }
        }
        if out.is_empty() {
            out = self.told(telling).map(|m| m.scene.clone()).find(|s| !s.is_empty()).unwrap_or_default();
        }
        out
    }

    /// The land whose own affair it is: elections, coups, declarations of independence.
    fn home(&self, telling: &'a Telling, lands: &HashMap<&str, &str>) -> Vec<String> {
        const REALM: [&str; 5] = ["independence", "sovereignty", "sovereign", "independent", "republic"];
        let mut out: Vec<String> = Vec::new();
        for mention in self.told(telling).filter(|m| m.aside.is_none()) {
            let elects = mention.family.name == "elect";
            let falls = matches!(mention.base.as_str(), "coup" | "overthrow" | "depose" | "topple" | "oust");
            if !(elects || falls || mention.family.name == "announce" && mention.title.split_whitespace().any(|w| REALM.contains(&w))) {
                continue;
            }
            let lies = |a: &&Party| matches!(a.kind, ActorKind::State | ActorKind::Place);
            out.extend(mention.agents.iter().filter(lies).map(|a| a.name.clone()));
            if out.is_empty() && (elects || falls) {
                out.extend(self.land(mention, lands));
            }
        }
        out.dedup();
        out
    }

    /// The one state that a sentence speaks of, by name, demonym or the people told in it.
    fn land(&self, mention: &EventMention, lands: &HashMap<&str, &str>) -> Option<String> {
        let sentence = self.document.sentences.get(mention.sentence)?;
        let entities = self.actors.within(&sentence.tokens).iter().filter_map(|m| self.actors.entity(m));
        let mut states: Vec<&str> = entities.filter_map(|e| e.state.as_deref()).collect();
        states.sort_unstable();
        states.dedup();
        let [state] = states.as_slice() else { return None };
        lands.get(state).map(|name| (*name).to_owned())
    }

    /// The land that the headline says it tells of: "Intervention in Haiti".
    fn headline(&self) -> Vec<String> {
        let title = self
            .document
            .sentences
            .iter()
            .filter(|s| self.article.paragraphs.get(s.paragraph).is_some_and(|p| p.role == ParagraphRole::Headline));
        for sentence in title {
            for mention in self.actors.within(&sentence.tokens).iter().filter(|m| !m.modifier) {
                let before = mention.tokens.start.checked_sub(1).filter(|b| sentence.tokens.contains(b)).map(|b| self.document.word(b));
                let land = self.actors.entity(mention).filter(|e| matches!(e.kind, ActorKind::State | ActorKind::Place));
                if let (Some("in" | "In"), Some(land)) = (before, land) {
                    return vec![land.name.clone()];
                }
            }
        }
        Vec::new()
    }

    /// Whether it is the meeting that a release tells of, or what was agreed there: it takes place where the release is dated.
    fn released(&self, telling: &'a Telling, when: Option<&When>, by_call: bool) -> bool {
        let meets = |m: &EventMention| match m.kind {
            Kind::Consult => !matches!(m.mode, Some("call" | "visit")),
            Kind::Agree => !by_call,
            _ => false,
        };
        let head = self.told(telling).any(|m| (m.has("headline") || m.kind == Kind::Agree && m.has("lead")) && meets(m));
        head && when.is_some_and(|w| w.basis == Basis::Convention || w.rule.is_none())
    }

    /// The place of the dateline, or of a line under the headline that holds nothing but a place and a date: "June 10, 2010 22:00 Tashkent".
    fn dateline(&self) -> Vec<String> {
        let under = self.article.paragraphs.iter().skip(1).take(2).map(|p| p.span).find(|span| self.only_place_and_date(*span));
        let filed = self.document.sentences.iter().find(|s| s.dateline).map(|s| s.span);
        let Some(line) = under.or(filed) else { return Vec::new() };
        let mut out: Vec<String> = Vec::new();
        for mention in self.actors.mentions.iter().filter(|m| line.contains(m.span)) {
            let Some(entity) = self.actors.entities.get(mention.entity).filter(|e| e.locatable) else { continue };
            let name = written(entity);
            if !out.contains(&name) {
                out.push(name);
            }
        }
        out
    }

    /// Whether every word of a line belongs to a date or a name, known or by its capital ("the White House, Washington").
    fn only_place_and_date(&self, line: TextSpan) -> bool {
        let from = self.document.tokens.partition_point(|t| t.span.start < line.start);
        let to = self.document.tokens.partition_point(|t| t.span.start < line.end);
        let dates = time::within(self.times, line);
        let names = self.actors.within(&(from..to));
        let told = |at: usize| {
            dates.iter().any(|e| e.tokens.contains(&at))
                || names.iter().any(|m| m.tokens.contains(&at))
                || self.document.word(at).starts_with(char::is_uppercase)
                || matches!(self.document.lower(at), "the" | "of" | "and")
        };
        let words = (from..to).filter(|at| self.document.lower(*at).starts_with(char::is_alphabetic));
        !dates.is_empty() && words.take(13).enumerate().all(|(count, at)| count < 12 && told(at))
    }
}

/// A name as it is written in a sentence: datelines write "GENEVA" and "FRANCE", but a state's abbreviation stays ("USSR").
fn written(entity: &Entity) -> String {
    let name = entity.name.as_str();
    if name.len() < 4 || name.chars().any(|c| c.is_lowercase()) {
        return name.to_owned();
    }
    match (entity.kind, &entity.state) {
        (ActorKind::State, Some(usual)) if usual.eq_ignore_ascii_case(name) => usual.clone(),
        (ActorKind::Place, _) => {
            let word = |w: &str| w.chars().take(1).chain(w.chars().skip(1).flat_map(char::to_lowercase)).collect::<String>();
            name.split(' ').map(|w| if w.contains('.') { w.to_owned() } else { word(w) }).collect::<Vec<_>>().join(" ")
        }
        _ => name.to_owned(),
    }
}
