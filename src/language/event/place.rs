//! Where it takes place, told apart from places that are only spoken about.
//!
//! A phrase of place belongs to the verb or the event noun that it hangs on. The walk up the tree may pass people, places and things
//! acted on ("clashed with police in Ottawa"), not topics ("discussed the situation in Libya").

use super::aim::aimed_at;
use super::kind::Kind;
use super::lexicon::{Family, Lexicon, Weight};
use super::predicate::Predicate;
use super::view::View;
use crate::language::actor::{ActorKind, Entity, Mention};
use crate::language::syntax::Upos;
use crate::language::wordlist::listed;

/// Prepositions that say where whatever happens.
pub const SURELY: &[&str] = &["in", "at", "near", "outside", "into", "inside", "within", "throughout", "across", "around", "through"];

/// Prepositions that say where somebody goes.
pub const GOING: &[&str] = &["to", "toward", "towards", "for", "onto"];

/// Prepositions that say where force is used.
const FORCE: &[&str] = &["on", "against", "over", "off", "along", "upon", "from", "to", "toward", "towards", "onto"];

/// Common nouns that name their place with "of", a name before them or one in apposition: "the city of Goma", "the Hakari bridge".
const KINDS_OF_PLACE: &str = "city town village port island islands capital province region state district republic garrison outpost fortress \
valley battle siege bridge coast outskirts suburb suburbs border centre center part parts north south east west peninsula strait straits \
territory territories zone area airport airbase base camp harbour harbor river mountain mountains hills pass plain desert gulf frontier \
checkpoint crossing square hotel palace residence hall castle house villa headquarters embassy consulate mission estate resort shipyard plant \
stronghold positions position post enclave county municipality quarter neighbourhood neighborhood north-east north-west south-east south-west \
northeast northwest southeast southwest waters airspace soil side venue";

/// Nouns that are spoken, thought or written about: a place after them is their topic's.
const TOPICS: &str = "situation crisis conflict issue question problem policy role interest interests right rights stability security peace \
reform democracy development developments resolution plan statement report treaty law bill support aid assistance presence progress future \
process path road way route transition politics economy relation relations tie ties influence investment trade need needs attention view views concern concerns \
intervention involvement people rule government commitment project";

/// Verbs whose object is where it happens.
pub const GOES_TO: &str = "visit tour enter reach leave invade attack bomb bombard shell capture seize occupy recapture retake besiege storm raid \
take evacuate overrun liberate conquer re-capture re-take strike annex blockade surround hit target devastate";

/// A phrase of place.
#[derive(Debug, Clone)]
pub struct Locative {
    /// By the names that the article gives, the nearer first: "the Capella", "Sentosa".
    pub names: Vec<String>,
    /// The land told after a comma: "Azerbaijan" in "Baku, Azerbaijan".
    pub wider: Option<String>,
    /// The token that heads the phrase.
    pub head: usize,
    pub case: &'static str,
    /// The tokens that govern it, from the nearest up to the verb of its clause or the top.
    pub path: Vec<usize>,
    /// It is a state, which also acts, receives and is spoken of.
    state: bool,
    /// It opens the sentence, with nobody told before it.
    pub opens: bool,
}

/// The phrases of place of a sentence.
pub fn locatives(view: &View) -> Vec<Locative> {
    let mut out = Vec::new();
    for head in 0..view.len() {
        if let Some(place) = matches!(view.word(head), "there" | "here").then(|| of(view, head)).flatten() {
            out.push(Locative { names: vec![place], wider: None, head, case: "in", path: path(view, head), state: false, opens: false });
            continue;
        }
        if !view.is_noun(head) && view.name_at(head).is_none() || view.is_time(head) {
            continue;
        }
        // "Then New York: …"
        let scene = view.word(head + 1) == ":" && head < 5 && of(view, head).is_some();
        let Some(case) = preposition(view, head).or(scene.then_some("in")) else { continue };
        let names = names(view, head, case);
        if names.is_empty() {
            continue;
        }
        let state = view.names_at(head).any(|m| entity(view, m).is_some_and(|e| e.kind == ActorKind::State));
        let first = view.names().find(|(_, m)| !m.modifier).and_then(|(_, m)| view.name_head(m));
        let opens = SURELY.contains(&case) && first.is_none_or(|f| f >= head) && (0..head).all(|t| !view.is_verb(t));
        let wider = wider(view, head);
        out.push(Locative { names, wider, head, case, path: path(view, head), state, opens });
    }
    out
}

/// The entity that a mention names.
pub fn entity<'a>(view: &View<'a>, mention: &Mention) -> Option<&'a Entity> {
    view.sources.actors.entities.get(mention.entity)
}

/// The preposition of a noun phrase: its own, that of the phrase it is joined with, or, where the tree hangs it elsewhere, the word
/// before the name.
fn preposition(view: &View, head: usize) -> Option<&'static str> {
    let known = |word: &str| {
        let all = SURELY.iter().chain(GOING).chain(FORCE).chain(&["of", "between"]);
        all.copied().find(|w| *w == word)
    };
    let mut at = head;
    for _ in 0..6 {
        if let Some(case) = view.first(at, &["case"]).filter(|c| *c < at) {
            // "as well as Dong Khe" only joins.
            if !matches!(view.word(case), "as") {
                return known(view.word(case));
            }
        }
        match view.head(at) {
            Some(next) if view.base_relation(at) == "conj" && view.is_noun(next) => at = next,
            _ => break,
        }
    }
    let named = view.names_at(head).find(|m| !m.modifier)?;
    let first = named.tokens.start.checked_sub(view.sentence.tokens.start)?;
    let before = (0..first).rev().take(3).find(|t| !matches!(view.upos(*t), Upos::Det | Upos::Adj))?;
    known(view.word(before)).filter(|w| !matches!(*w, "of" | "between"))
}

/// The tokens above a token, up to the verb of its clause.
fn path(view: &View, from: usize) -> Vec<usize> {
    let mut out = Vec::new();
    let mut at = from;
    for _ in 0..10 {
        let Some(head) = view.head(at) else { break };
        // What is joined is governed by what governs the first.
        if view.base_relation(at) != "conj" || view.is_verb(head) {
            out.push(head);
        }
        if view.is_verb(head) {
            break;
        }
        at = head;
    }
    out
}

/// The place that a noun names, by the name that the article gives it.
pub fn of(view: &View, head: usize) -> Option<String> {
    let lies = |m: &&Mention| {
        !m.modifier && entity(view, m).is_some_and(|e| (e.locatable || e.kind == ActorKind::Place) && e.kind != ActorKind::Occasion)
    };
    if let Some(mention) = view.names_at(head).find(lies).filter(|m| !people(view, m)) {
        return entity(view, mention).map(|e| name(view, mention, e));
    }
    let group = |m: &Mention| entity(view, m).is_some_and(|e| matches!(e.kind, ActorKind::Group | ActorKind::Body));
    if view.names_at(head).any(|m| !m.modifier && !group(m)) || !listed(KINDS_OF_PLACE, view.word(head)) {
        return None;
    }
    // "the city of Goma", "the islands' capital, Port Stanley", "Sarajevo's outskirts", "the Hakari bridge"
    let named = view.related(head, &["nmod"]).find(|n| view.case(*n) == "of").and_then(|n| named_noun(view, n));
    let named = named.or_else(|| view.related(head, &["appos"]).find_map(|n| named_noun(view, n)));
    let named = named.or_else(|| (view.word(head + 1) == ",").then(|| starting(view, head + 2)).flatten());
    named.or_else(|| before(view, head))
}

/// "the Japanese", "the French": a state told by its people is no place.
fn people(view: &View, mention: &Mention) -> bool {
    let at = mention.head.saturating_sub(view.sentence.tokens.start);
    let demonym = ["ese", "ish", "ch", "ss"].iter().any(|end| view.word(at).ends_with(end));
    demonym && view.word(at.saturating_sub(1)) == "the" && entity(view, mention).is_some_and(|e| e.kind == ActorKind::State)
}

/// The place whose name starts at a token.
pub fn starting(view: &View, at: usize) -> Option<String> {
    let token = view.sentence.tokens.start + at;
    let mention = view.names_at(at).find(|m| m.tokens.start == token && !m.modifier)?;
    entity(view, mention).filter(|e| e.locatable && e.kind != ActorKind::Occasion).map(|e| name(view, mention, e))
}

/// A place as this sentence writes it: an article may write one name in several ways.
pub fn name(view: &View, mention: &Mention, entity: &Entity) -> String {
    let offset = view.sentence.tokens.start;
    match (mention.name.start.checked_sub(offset), mention.name.end.checked_sub(offset + 1)) {
        (Some(from), Some(to)) if !mention.pronoun && to < view.len() && view.exact(from).starts_with(char::is_uppercase) => {
            words(view, from, to)
        }
        _ => entity.name.clone(),
    }
}

/// A place told before a noun: "Sarajevo's market hall", "the Ankara summit".
fn before(view: &View, head: usize) -> Option<String> {
    for child in view.related(head, &["nmod:poss", "compound", "amod"]) {
        // "the British garrison" is not in Britain.
        let adjective = view.relation(child) != "nmod:poss";
        // "the Omani capital"
        if adjective && view.word(head) == "capital" && child < head && view.exact(child).starts_with(char::is_uppercase) {
            return Some(words(view, child, head));
        }
        let lies = |e: &&Entity| e.locatable && e.kind != ActorKind::Occasion && !(adjective && e.kind == ActorKind::State);
        let found = view.names_at(child).filter_map(|m| entity(view, m)).find(lies);
        if let Some(place) = found {
            return Some(place.name.clone());
        }
    }
    let from = (0..head).rev().take_while(|t| view.upos(*t) == Upos::Propn && view.base_relation(*t) == "compound").last()?;
    let free = (from..head).all(|t| view.name_at(t).is_none());
    free.then(|| words(view, from, head))
}

fn words(view: &View, from: usize, to: usize) -> String {
    view.text(from, to).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A known place, or an unknown capitalised noun where the words before it say that it is one.
pub fn named_noun(view: &View, head: usize) -> Option<String> {
    if let Some(place) = of(view, head) {
        return Some(place);
    }
    let event = matches!(view.word(head), "operation" | "address" | "battles");
    if view.name_at(head).is_some() || view.upos(head) != Upos::Propn || view.is_time(head) || event {
        return None;
    }
    let mut from = head;
    while from > 0 && view.upos(from - 1) == Upos::Propn && matches!(view.base_relation(from - 1), "compound" | "flat") {
        from -= 1;
    }
    let mut to = head;
    while view.upos(to + 1) == Upos::Propn && view.base_relation(to + 1) == "flat" {
        to += 1;
    }
    Some(words(view, from, to))
}

/// The names of a phrase of place: the place, what it lies in, and, of a building or a force, the place it stands at.
fn names(view: &View, head: usize, case: &str) -> Vec<String> {
    let mut out = Vec::new();
    let surely = SURELY.contains(&case);
    let place = if surely { named_noun(view, head) } else { of(view, head) };
    // "at the Vladivostok summit"
    let place = place.or_else(|| if surely { held(view, head) } else { None });
    let place = place.or_else(|| {
        let common = surely && view.upos(head) == Upos::Noun && view.name_at(head).is_none();
        let owner = common.then(|| view.first(head, &["nmod:poss"])).flatten()?;
        let owned = view.names_at(owner).filter_map(|m| entity(view, m)).find(|e| e.kind == ActorKind::Place);
        owned.map(|e| e.name.clone())
    });
    push(&mut out, place);
    if !out.is_empty() {
        inside(view, head, &mut out);
        let land = wider(view, head);
        out.retain(|n| Some(n) != land.as_ref());
    }
    out
}

/// The place inside the name of a meeting or a battle: "the Vladivostok Summit", not "the Conference on Libya".
fn held(view: &View, head: usize) -> Option<String> {
    let occasion = view.names_at(head).find(|m| !m.modifier && entity(view, m).is_some_and(|e| e.kind == ActorKind::Occasion))?;
    let event = Lexicon::get().noun(view.word(head)).is_some_and(|(f, ..)| f.kind == Kind::Consult || f.kind == Kind::Assault);
    let inner = view.names().map(|(_, m)| m).filter(|m| event && occasion.tokens.contains(&m.tokens.start) && m.head < occasion.head);
    inner.filter_map(|m| entity(view, m)).find(|e| e.kind == ActorKind::Place).map(|e| e.name.clone()).or_else(|| fought(view, occasion))
}

/// The place that a battle is named after, though no list knows it: "the Battle of Seven Pines".
fn fought(view: &View, occasion: &Mention) -> Option<String> {
    let offset = view.sentence.tokens.start;
    let (from, to) = (occasion.tokens.start.checked_sub(offset)?, occasion.tokens.end.checked_sub(offset)?);
    let of = (from..to).find(|t| view.word(*t) == "of" && matches!(view.word(t.saturating_sub(1)), "battle" | "siege" | "massacre"))?;
    let article = usize::from(view.word(of + 1) == "the");
    (of + 1 + article < to && view.exact(of + 1 + article).starts_with(char::is_uppercase)).then(|| words(view, of + 1 + article, to - 1))
}

/// "Baku, Azerbaijan", "Niamey, Niger's capital": the state or region told after a comma.
pub(super) fn wider(view: &View, head: usize) -> Option<String> {
    let offset = view.sentence.tokens.start;
    let mention = view.names_at(head).find(|m| !m.modifier)?;
    let comma = mention.tokens.end.saturating_sub(offset);
    if view.word(comma) != "," || entity(view, mention).is_none_or(|e| e.kind != ActorKind::Place) {
        return None;
    }
    let next = view.names_at(comma + 1).find(|m| m.tokens.start == offset + comma + 1)?;
    let after = next.tokens.end.saturating_sub(offset);
    let closes =
        matches!(view.word(after), "," | "." | ";" | ")") || view.is_time(after + 1) || matches!(view.word(after), "on" | "for" | "to");
    let capital = view.word(after) == "'s" && view.word(after + 1) == "capital";
    // "Columbus, Kentucky,": a region closes with a comma or a stop that no list goes on behind.
    let lists = matches!(view.word(after + 1), "and" | "or") || view.names_at(after + 1).any(|m| !m.modifier);
    let region =
        |e: &&Entity| e.kind == ActorKind::Place && !e.seat && (matches!(view.word(after), "," | ".") || view.is_verb(after)) && !lists;
    let land = entity(view, next).filter(|e| e.kind == ActorKind::State && (closes || capital) || region(e))?;
    let contains = entity(view, mention).is_some_and(|m| m.state.is_none() || m.state == land.state);
    contains.then(|| land.name.clone())
}

/// Adds a place that a list does not hold yet.
pub fn push(places: &mut Vec<String>, place: Option<String>) {
    if let Some(place) = place.filter(|p| !places.contains(p)) {
        places.push(place);
    }
}

/// Whether a phrase is one of place, and stands for nobody.
pub fn is_phrase(view: &View, head: usize, case: &str) -> bool {
    if SURELY.contains(&case) {
        named_noun(view, head).is_some()
    } else {
        (GOING.contains(&case) || case == "on") && of(view, head).is_some()
    }
}

/// Places that stand inside a phrase of place: "at the Capella on Sentosa", "in Bandung, Indonesia".
pub fn inside(view: &View, head: usize, places: &mut Vec<String>) {
    for &child in view.children(head) {
        if child > head {
            let place = match view.case(child) {
                case if SURELY.contains(&case) => named_noun(view, child),
                "on" => of(view, child),
                _ if view.base_relation(child) == "appos" => of(view, child),
                _ => None,
            };
            push(places, place);
        }
    }
}

/// Whether a preposition says where for this kind of happening.
fn says_where(locative: &Locative, family: &Family) -> bool {
    let case = locative.case;
    let goes = family.kind == Kind::Consult || matches!(family.name, "move" | "act") || family.kind.is_force();
    SURELY.contains(&case)
        || GOING.contains(&case) && goes && !(case == "for" && family.kind.is_force())
        || FORCE.contains(&case) && family.kind.is_force() && (case != "from" || family.kind == Kind::Retreat)
        || case == "on" && (!locative.state || matches!(family.name, "move" | "visit"))
        || matches!(case, "on" | "against") && family.kind == Kind::Sanction
        || case == "between" && matches!(family.name, "visit" | "mediation" | "move")
}

/// Whether the walk from a place up to what happens may pass a token.
fn passes(view: &View, at: usize, family: &Family) -> bool {
    if !view.is_noun(at) && view.upos(at) != Upos::Pron {
        return true;
    }
    let acts = view.names_at(at).any(|m| entity(view, m).is_some_and(|e| e.kind != ActorKind::Occasion))
        || super::party::person_noun(view.word(at));
    // "at the talks in Geneva", not "following discussions in New York", which have their own place.
    let event = Lexicon::get().noun(view.word(at)).is_some_and(|(f, ..)| f.weight >= Weight::Act);
    if event && !acts && view.base_relation(at) != "obj" && !SURELY.contains(&view.case(at)) {
        return false;
    }
    let speaks =
        family.weight == Weight::Saying || matches!(family.name, "discuss" | "announce" | "write" | "call") || family.kind == Kind::Request;
    if speaks {
        return acts;
    }
    acts || event || family.kind.is_force() || !listed(TOPICS, view.word(at))
}

/// Where a clause takes place: its own phrases of place, those of the noun that tells it, what its verb goes to or is aimed at.
pub fn of_clause(view: &View, predicate: &Predicate, noun: Option<usize>, family: &Family) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    aimed_at(view, predicate, family.kind, &mut out);
    // "the Madrid Conference opened"
    if noun.is_some() || listed("open reopen begin start resume end close conclude adjourn convene fail take", &predicate.base) {
        super::argument::subjects(view, predicate).into_iter().for_each(|s| push(&mut out, held(view, s)));
    }
    if let Some(noun) = noun {
        of_noun(view, noun, family).into_iter().for_each(|p| push(&mut out, Some(p)));
    }
    // "an emergency session in Brussels collapsed": what happens to an event happens where that is.
    if noun.is_none() {
        for subject in super::argument::subjects(view, predicate) {
            if let Some((told, ..)) =
                super::nominal::family(view, subject).filter(|(f, ..)| f.weight >= Weight::Step && f.kind != Kind::Agree)
            {
                of_noun(view, subject, told).into_iter().for_each(|p| push(&mut out, Some(p)));
            }
        }
    }
    for locative in &view.locatives {
        let Some((site, inner)) = locative.path.split_last() else { continue };
        let own = *site == predicate.verb || predicate.chain.contains(site);
        if own && says_where(locative, family) && inner.iter().all(|t| Some(*t) == noun || passes(view, *t, family)) {
            locative.names.iter().for_each(|n| push(&mut out, Some(n.clone())));
        }
    }
    out
}

/// Where what a noun tells takes place: "talks in Berlin", "the siege of Grozny", "the Geneva conference", "a Croatian referendum".
pub fn of_noun(view: &View, noun: usize, family: &Family) -> Vec<String> {
    let mut out: Vec<String> = held(view, noun).into_iter().collect();
    for locative in &view.locatives {
        let Some(at) = locative.path.iter().position(|t| *t == noun) else { continue };
        let of = locative.case == "of" && at == 0 && (family.kind.is_force() || family.name == "visit");
        let inner = locative.path.get(..at).unwrap_or(&[]);
        if (of || says_where(locative, family)) && inner.iter().all(|t| passes(view, *t, family)) {
            locative.names.iter().for_each(|n| push(&mut out, Some(n.clone())));
        }
    }
    for child in view.related(noun, &["compound", "amod", "nmod:poss"]) {
        let Some(named) = view.name_at(child).and_then(|m| entity(view, m)) else { continue };
        let place = named.kind == ActorKind::Place && view.relation(child) != "nmod:poss";
        // A people votes at home, and a war or truce told by a land's name is fought there.
        let home = named.kind == ActorKind::State && matches!(family.name, "elect" | "protest");
        if place || home {
            push(&mut out, Some(named.name.clone()));
        }
    }
    out
}
