//! Verbs in a row that tell one happening: "invaded and occupied the islands", "killed three and wounded six".

use super::kind::Kind;
use super::mention::EventMention;
use super::view::View;

/// What an attack or an accident does to people.
const HARM: &[&str] = &["kill", "die", "wound", "injure", "hurt", "maim"];

/// Leaves one mention of those that tell one happening.
pub fn unite(view: &View, mentions: &mut Vec<EventMention>) {
    let start = view.sentence.tokens.start;
    let verbs: Vec<Option<usize>> = mentions.iter().map(|m| m.verb.and_then(|v| v.checked_sub(start))).collect();
    let mut gone = Vec::new();
    for (later, verb) in verbs.iter().enumerate() {
        let Some(verb) = verb.filter(|v| view.base_relation(*v) == "conj") else { continue };
        let first = view.head(verb).and_then(|h| verbs.iter().position(|v| *v == Some(h)));
        let Some(first) = first.filter(|f| *f != later) else { continue };
        let (Some(a), Some(b)) = (mentions.get(first), mentions.get(later)) else { continue };
        let harm = |m: &EventMention| HARM.contains(&m.base.as_str());
        if harm(a) && harm(b) {
            gone.push(b.trigger);
        } else if one_deed(view, a, b, view.head(verb).unwrap_or(verb), verb) {
            // The object stands with the second, the subject of a passive with the first.
            gone.push(if a.has("passive") { b.trigger } else { a.trigger });
        }
    }
    mentions.retain(|m| !gone.contains(&m.trigger));
}

/// Whether two verbs stand side by side with what they have in common: "invaded and occupied", "were arrested and jailed".
fn one_deed(view: &View, a: &EventMention, b: &EventMention, first: usize, second: usize) -> bool {
    let bare = |at: usize| view.first(at, &["obj", "xcomp", "ccomp"]).is_none() && !view.related(at, &["obl"]).any(|o| o > at);
    let force = |kind: Kind| matches!(kind, Kind::Assault | Kind::Coerce | Kind::Mobilize);
    second == first + 2
        && view.word(first + 1) == "and"
        && (a.kind == b.kind || force(a.kind) && force(b.kind))
        && bare(first)
        && view.first(second, &["nsubj"]).is_none()
        && (a.has("passive") && b.has("passive") || !a.has("passive") && view.first(second, &["obj"]).is_some())
}

#[cfg(test)]
mod tests {
    use super::super::tests::mentions;

    fn bases(text: &str) -> Vec<String> {
        mentions(text).into_iter().filter(|m| m.verb.is_some()).map(|m| m.base).collect()
    }

    #[test]
    fn verbs_side_by_side_that_share_an_object_tell_one_happening() {
        assert_eq!(bases("Norland's troops invaded and occupied Sudland in June 1940."), ["occupy"]);
        assert_eq!(bases("The guerrillas killed three soldiers and wounded six others on Friday."), ["kill"]);
        assert_eq!(bases("Three ministers were arrested and jailed on Friday."), ["arrest"]);
    }

    #[test]
    fn verbs_with_objects_of_their_own_tell_two() {
        assert_eq!(bases("Norland's troops invaded Sudland and occupied Port Anna in June 1940."), ["invade", "occupy"]);
        assert_eq!(bases("The president met and thanked the envoys on Friday."), ["meet", "thank"]);
    }
}
