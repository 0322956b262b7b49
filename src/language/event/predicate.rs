//! What a verb says: its tense, voice, negation and modality, and how its helpers change whether it took place.

use super::inflection;
use super::kind::Status;
use super::lexicon::Lexicon;
use super::view::View;
use crate::language::syntax::Upos;
use crate::language::wordlist::listed;

/// When a clause says that it is, seen from the writer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tense {
    Past,
    /// "has met"
    Perfect,
    /// "had met"
    Pluperfect,
    Present,
    /// "is meeting"
    Progressive,
    /// "will meet", "is to meet"
    Future,
    /// "would begin in December"
    FutureInPast,
    /// "may", "could", "should"
    Modal,
    /// No tense of its own: "to meet", "meeting"
    None,
}

/// A verb in its clause.
#[derive(Debug, Clone)]
pub struct Predicate {
    /// The verb that tells what happens.
    pub verb: usize,
    /// The verb that the clause hangs on: "expected" in "is expected to meet".
    pub clause: usize,
    pub base: String,
    pub tense: Tense,
    pub passive: bool,
    pub negated: bool,
    /// What a governing verb says of it, with the word that says so: expected, proposed, called off.
    pub governed: Option<(Status, String)>,
    /// "began to bomb".
    pub begins: bool,
    /// Governing verbs and helpers, for highlighting and for keeping the clause together.
    pub chain: Vec<usize>,
}

/// Verbs and adjectives that say of an infinitive whether it takes place.
const EXPECTED: &str = "pencil earmark book pencilled expect schedule plan due set slate intend prepare ready aim mean poise likely about bind suppose supposed prepared expected scheduled planned poised determined announce";
const PROPOSED: &str = "like love prefer propose offer suggest ask urge want hope wish seek demand request call invite consider would-like allow permit authorize authorise encourage press persuade require advise instruct order mandate willing try attempt work need";
const REALISED: &str =
    "manage begin start continue proceed come go move decide choose help resume cease stop force compel lead cause get rush hurry";
const BEGINS: &str = "begin start resume commence proceed";
const FAILED: &str = "fail decline refuse neglect";
/// Verbs that are the event themselves, whatever infinitive follows: agree to, refuse to, threaten to, promise to.
const OWN: &str = "agree refuse decline threaten promise pledge vow undertake commit demand urge propose offer ask request decide invite order call authorize authorise";

/// The base form of a verb in the sentence.
pub fn base(view: &View, at: usize) -> String {
    let word = view.word(at);
    // "found" is far more often of "find" than of "found".
    if word == "found" && matches!(view.xpos(at), "VBD" | "VBN") {
        return "find".to_owned();
    }
    match (Lexicon::get().verb(word), view.tree.nodes.get(at)) {
        (Some((_, base, _)), _) => base.to_owned(),
        (None, _) if view.xpos(at).starts_with('V') && Lexicon::get().deed_base(word).is_some() => {
            Lexicon::get().deed_base(word).unwrap_or(word).to_owned()
        }
        (None, Some(node)) if view.xpos(at).starts_with('V') => crate::language::syntax::lemma(word, node).into_owned(),
        (None, _) => inflection::base(word),
    }
}

/// Reads the tense of a verb from its form and its helpers.
fn tense(view: &View, at: usize) -> (Tense, bool, bool) {
    let mut modal = "";
    let (mut have, mut be, mut do_) = ("", "", "");
    let mut passive = false;
    let mut negated = view
        .children(at)
        .iter()
        .any(|c| matches!(view.word(*c), "not" | "n't" | "never" | "neither" | "nor") && !matches!(view.base_relation(*c), "cc"));
    for aux in view.related(at, &["aux", "cop"]) {
        let word = view.word(aux);
        match word {
            "will" | "'ll" | "shall" | "wo" | "would" | "'d" | "may" | "might" | "can" | "could" | "must" | "should" | "ca" => modal = word,
            "has" | "have" | "had" | "'ve" | "having" => have = word,
            "is" | "are" | "was" | "were" | "am" | "'s" | "'re" | "be" | "been" | "being" => {
                be = if be.is_empty() || be == "been" { word } else { be }
            }
            "do" | "does" | "did" => do_ = word,
            _ => {}
        }
        passive |= view.relation(aux) == "aux:pass";
    }
    for subject in view.related(at, &["nsubj"]) {
        negated |= view.children(subject).iter().any(|c| matches!(view.word(*c), "no" | "neither"))
            || matches!(view.word(subject), "neither" | "nobody" | "none" | "nothing");
        passive |= view.relation(subject) == "nsubj:pass";
    }
    let xpos = view.xpos(at);
    passive |= xpos == "VBN"
        && have.is_empty()
        && view.first(at, &["obj"]).is_none()
        && (!be.is_empty() || matches!(view.base_relation(at), "acl" | "advcl"));
    passive |= view.first(at, &["obl:agent"]).is_some();
    let tense = match modal {
        "will" | "'ll" | "shall" | "wo" => Tense::Future,
        "would" | "'d" => Tense::FutureInPast,
        "" => match (have, be, do_) {
            ("had", ..) => Tense::Pluperfect,
            ("has" | "have" | "'ve", ..) => Tense::Perfect,
            (_, "was" | "were", _) => Tense::Past,
            (_, "is" | "are" | "am" | "'s" | "'re", _) if xpos == "VBG" => Tense::Progressive,
            (_, "is" | "are" | "am" | "'s" | "'re", _) => Tense::Present,
            (_, _, "did") => Tense::Past,
            (_, _, "do" | "does") => Tense::Present,
            _ => match xpos {
                "VBD" => Tense::Past,
                "VBZ" | "VBP" => Tense::Present,
                // A participle as the root: the tagger took a past for it.
                "VBN" if matches!(view.relation(at), "root" | "conj" | "parataxis") && view.first(at, &["nsubj"]).is_some() => Tense::Past,
                _ => Tense::None,
            },
        },
        _ => Tense::Modal,
    };
    (tense, passive, negated)
}

/// Reads a verb with all that governs it.
pub fn read(view: &View, verb: usize) -> Predicate {
    let (mut clause_tense, passive, mut negated) = tense(view, verb);
    let mut predicate = Predicate {
        verb,
        clause: verb,
        base: base(view, verb),
        tense: clause_tense,
        passive,
        negated,
        governed: None,
        begins: false,
        chain: view.related(verb, &["aux", "cop"]).collect(),
    };
    // Climb through infinitive complements: "is expected to meet", "began to bomb", "agreed to meet".
    let mut at = verb;
    for _ in 0..4 {
        let Some(head) = view.head(at) else { break };
        let complement = matches!(view.relation(at), "xcomp")
            || (matches!(view.base_relation(at), "advcl" | "ccomp") && view.xpos(at) == "VB" && matches!(view.upos(head), Upos::Adj));
        let bare = clause_tense == Tense::None || view.xpos(at) == "VBN" && view.first(at, &["aux", "nsubj"]).is_none();
        let conj = view.relation(at) == "conj" && bare && view.is_verb(head);
        if conj {
            // "is to travel to Riga and meet …": the helpers stand at the first verb.
            let (tense, shared, no) = tense(view, head);
            predicate.passive |= shared && view.xpos(verb) == "VBN" && view.first(verb, &["obj", "nsubj"]).is_none();
            predicate.clause = head;
            clause_tense = tense;
            predicate.tense = tense;
            negated |= no;
            at = head;
            continue;
        }
        if !complement {
            break;
        }
        let governor = if view.is_verb(head) { base(view, head) } else { view.word(head).to_owned() };
        let (tense, governor_passive, no) = tense(view, head);
        predicate.chain.push(head);
        predicate.chain.extend(view.related(head, &["aux", "cop"]));
        predicate.clause = head;
        clause_tense = tense;
        if predicate.governed.is_none() {
            let word = view.word(head).to_owned();
            // "are to carry proposals", where the parser makes "are" the main verb.
            if matches!(word.as_str(), "is" | "are" | "am" | "was" | "were" | "'s" | "'re") {
                predicate.governed = Some((Status::Expected, "due".to_owned()));
            } else if listed(FAILED, &governor) || no && listed(EXPECTED, &governor) {
                predicate.governed = Some((Status::CalledOff, if no { format!("not {word}") } else { word }));
            } else if listed(EXPECTED, &governor) {
                predicate.governed = Some((Status::Expected, word));
            } else if listed(REALISED, &governor) {
                predicate.begins |= listed(BEGINS, &governor);
                negated |= no;
            } else if listed(PROPOSED, &governor) {
                predicate.governed = Some((Status::Proposed, word));
            } else if governor_passive {
                predicate.governed = Some((Status::Expected, word));
            } else {
                negated |= no;
            }
        }
        predicate.tense = tense;
        at = head;
    }
    // "are to carry proposals", where the parser hangs "are" on the infinitive.
    if predicate.governed.is_none() && view.xpos(verb) == "VB" {
        let to = view.children(verb).iter().any(|c| view.word(*c) == "to" && *c < verb);
        let be = view.related(verb, &["aux", "cop"]).find(|a| matches!(view.word(*a), "is" | "are" | "was" | "were" | "am"));
        if to && be.is_some() {
            predicate.governed = Some((Status::Expected, "due".to_owned()));
            predicate.tense = if be.is_some_and(|b| matches!(view.word(b), "was" | "were")) { Tense::FutureInPast } else { Tense::Future };
        }
    }
    predicate.negated = negated;
    predicate
}

/// Whether an infinitive under a verb is told by that verb's own event ("agreed to meet", "refused to sign").
pub fn owned(view: &View, verb: usize) -> bool {
    let Some(head) = view.head(verb).filter(|h| view.is_verb(*h)) else { return false };
    matches!(view.relation(verb), "xcomp" | "ccomp" | "advcl")
        && view.xpos(verb) == "VB"
        && listed(OWN, &base(view, head))
        && !tense(view, head).1
}
