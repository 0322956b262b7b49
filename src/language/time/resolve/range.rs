//! The two expressions of a range get the whole range as their days.

use crate::language::Document;
use crate::language::time::calendar::{self, told_of};
use crate::language::time::pattern::Joint;
use crate::language::time::recognize::Phrase;
use crate::language::time::{Frame, Grain, Stretch, TimeExpression};

/// Joins the expressions of ranges. `out` holds an expression for each phrase.
pub(super) fn join(document: &Document, phrases: &[Phrase], out: &mut [TimeExpression]) {
    if phrases.len() != out.len() {
        return;
    }
    for index in 1..out.len() {
        if let Some((before, [next, ..])) = out.split_at_mut_checked(index)
            && let Some(first) = before.last_mut()
        {
            beside(document, first, next);
        }
    }
    for (index, phrase) in phrases.iter().enumerate() {
        let Some((partner, true, joint)) = phrase.pair else { continue };
        if joint == Joint::List {
            continue;
        }
        let (Some(first), Some(second)) = (out.get(index).and_then(|e| e.stretch), out.get(partner).and_then(|e| e.stretch)) else {
            continue;
        };
        if first.frame != second.frame || first.earliest > second.latest {
            continue;
        }
        let whole = Stretch {
            frame: first.frame,
            earliest: first.earliest,
            latest: second.latest.max(first.latest),
            approximate: [first.approximate[0], second.approximate[1]],
            throughout: joint == Joint::Throughout && (first.frame == Frame::Calendar || first.frame == second.frame),
            grain: first.grain.max(second.grain),
            basis: if first.basis == second.basis { first.basis } else { second.basis },
        };
        for (at, other) in [(index, partner), (partner, index)] {
            if let Some(expression) = out.get_mut(at) {
                expression.stretch = Some(whole);
                expression.range = Some(other);
            }
        }
    }
}

/// Two expressions side by side of which one counts from the other or stands for it.
fn beside(document: &Document, first: &mut TimeExpression, next: &mut TimeExpression) {
    let between: Vec<&str> = (first.tokens.end..next.tokens.start).take(4).map(|at| document.lower(at)).collect();
    let Some(date) = next.stretch else { return };
    // "two days after the May summit" is counted from the summit.
    if next.attributive && document.word(next.tokens.end).starts_with(char::is_lowercase) {
        return;
    }
    match (first.offset, between.as_slice()) {
        // "two days after Christmas", "shortly before the end of May": counted from the date.
        (Some([near, far]), ["after" | "before" | "following"] | ["after" | "before" | "following", "the"] | ["ahead", "of"] | []) => {
            let span = [date.earliest.saturating_add(near), date.latest.saturating_add(far)];
            if first.stretch.is_none() && told_of(span) && span[0] <= span[1] {
                first.stretch = Some(Stretch { earliest: span[0], latest: span[1], ..date });
                first.offset = None;
                first.anchor = next.anchor;
                first.leaning = None;
                first.reason = format!("“{}” is counted from “{}”", words(document, first), words(document, next));
                next.attributive = true;
            }
        }
        // "on Ethiopian New Year's Day, 11 September": the date tells which day the feast is.
        (_, [","]) if first.rule == "holiday" && date.earliest == date.latest => {
            first.stretch = Some(date);
            first.value.clone_from(&next.value);
        }
        // "on a Saturday in the middle of that month": the only one in it, else some day of it.
        (_, ["in" | "of"]) if first.stretch.is_none() && date.latest - date.earliest <= 31 && date.frame == Frame::Calendar => {
            let Some(weekday) = first.value.strip_prefix("XXXX-WXX-").and_then(|d| d.parse::<i32>().ok()) else { return };
            let days = (date.earliest..=date.latest).filter(|d| calendar::weekday(*d) == weekday).collect::<Vec<_>>();
            if let [day] = days.as_slice() {
                first.stretch = Some(Stretch { earliest: *day, latest: *day, grain: Grain::Day, ..date });
                first.reason = format!("“{}” is the only one in “{}”", words(document, first), words(document, next));
            }
        }
        _ => {}
    }
}

fn words<'a>(document: &'a Document, expression: &TimeExpression) -> &'a str {
    expression.span.of(&document.article.text)
}
