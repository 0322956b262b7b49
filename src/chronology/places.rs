//! Where each event took place: as its tellings say, else where the article stands at that point: the meeting that it is a part of, the
//! land whose affair it is, the scene told just before, the place of a release's dateline.

#[cfg(test)]
mod tests;

use super::merging::Telling;
use super::{Basis, Kind, Status, When};
use crate::article::{Article, ParagraphRole};
use crate::language::Document;
use crate::language::actor::{ActorKind, Actors};
use crate::language::event::{EventMention, Party};
use crate::language::time::{self, TimeExpression};

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
            places = sources.home(telling);
        }
        if places.is_empty() {
            places = continued(&scenes, &scene, main);
        }
        // "the simultaneous arrival of a delegation": where that is whose days it has.
        if places.is_empty() && main.has("simultaneous") && scene.goes {
            let beside = scenes.iter().rev().find(|s| s.days == scene.days && s.days.is_some());
            places = beside.map(|s| s.places.clone()).unwrap_or_default();
        }
        let domestic = is_force(main.kind) || matches!(main.family.name, "elect" | "win");
        if places.is_empty() && domestic {
            places = headline.clone();
        }
        if places.is_empty() && sources.released(telling, when) {
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

fn is_force(kind: Kind) -> bool {
    matches!(kind, Kind::Assault | Kind::Mobilize | Kind::Retreat | Kind::Coerce | Kind::Protest)
}

/// The place of the scene that an event continues: fighting goes on where it was told, people meet where they have come to.
fn continued(scenes: &[Scene], here: &Scene, main: &EventMention) -> Vec<String> {
    let near = |s: &&Scene, most: usize| s.sentence <= here.sentence && here.sentence - s.sentence <= most;
    let mut back = scenes.iter().rev();
    let shares = |s: &Scene| s.people.iter().any(|p| here.people.contains(p));
    let found = if here.kind == Kind::Assault {
        back.find(|s| near(s, BATTLE) && is_force(s.kind))
    } else if is_force(here.kind) {
        back.find(|s| near(s, TALKS) && is_force(s.kind) && s.paragraph == here.paragraph)
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
    fn home(&self, telling: &'a Telling) -> Vec<String> {
        const REALM: [&str; 5] = ["independence", "sovereignty", "sovereign", "independent", "republic"];
        let mut out: Vec<String> = Vec::new();
        for mention in self.told(telling).filter(|m| m.aside.is_none()) {
            let elects = mention.family.name == "elect";
            let falls = matches!(mention.base.as_str(), "coup" | "overthrow" | "depose" | "topple" | "oust");
            if !(elects || falls || mention.family.name == "announce" && REALM.iter().any(|w| mention.title.contains(w))) {
                continue;
            }
            let lies = |a: &&Party| matches!(a.kind, ActorKind::State | ActorKind::Place);
            out.extend(mention.agents.iter().filter(lies).map(|a| a.name.clone()));
            if out.is_empty() && (elects || falls) {
                out.extend(self.land(mention));
            }
        }
        out.dedup();
        out
    }

    /// The one state that a sentence speaks of, by name, demonym or the people told in it.
    fn land(&self, mention: &EventMention) -> Option<String> {
        let sentence = self.document.sentences.get(mention.sentence)?;
        let entities = self.actors.within(&sentence.tokens).iter().filter_map(|m| self.actors.entity(m));
        let mut states: Vec<&str> = entities.filter_map(|e| e.state.as_deref()).collect();
        states.sort_unstable();
        states.dedup();
        let [state] = states.as_slice() else { return None };
        let told = self.actors.entities.iter().find(|e| e.kind == ActorKind::State && e.state.as_deref() == Some(state));
        told.map(|e| e.name.clone())
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
    fn released(&self, telling: &'a Telling, when: Option<&When>) -> bool {
        let by_call = self.mentions.iter().any(|m| m.has("headline") && m.mode == Some("call"));
        let meets = |m: &EventMention| match m.kind {
            Kind::Consult => !matches!(m.mode, Some("call" | "visit")),
            Kind::Agree => !by_call,
            _ => false,
        };
        let head = self.told(telling).any(|m| (m.has("headline") || m.kind == Kind::Agree && m.has("lead")) && meets(m));
        head && when.is_some_and(|w| w.basis == Basis::Convention || w.rule.is_none())
    }

    /// The place of a short line of place and date under the headline: "June 10, 2010 22:00 Tashkent".
    fn dateline(&self) -> Vec<String> {
        let paragraph = self.article.paragraphs.iter().skip(1).take(2).find(|p| {
            let words = p.span.of(&self.article.text).split_whitespace().count();
            words <= 12 && !time::within(self.times, p.span).is_empty()
        });
        let filed = self.document.sentences.iter().find(|s| s.dateline).map(|s| s.span);
        let Some(line) = paragraph.map(|p| p.span).or(filed) else { return Vec::new() };
        let mut out: Vec<String> = Vec::new();
        for mention in self.actors.mentions.iter().filter(|m| line.contains(m.span)) {
            if let Some(entity) = self.actors.entities.get(mention.entity).filter(|e| e.locatable && !out.contains(&e.name)) {
                out.push(written(&entity.name));
            }
        }
        out
    }
}

/// A name as it is written in a sentence: datelines write "GENEVA".
fn written(name: &str) -> String {
    if name.len() < 4 || name.chars().any(|c| c.is_lowercase()) {
        return name.to_owned();
    }
    let word = |w: &str| w.chars().take(1).chain(w.chars().skip(1).flat_map(char::to_lowercase)).collect::<String>();
    name.split(' ').map(word).collect::<Vec<_>>().join(" ")
}
