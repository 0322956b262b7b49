//! The two expressions of a range get the whole range as their days.

use crate::language::Document;
use crate::language::time::pattern::Joint;
use crate::language::time::recognize::Phrase;
use crate::language::time::{Frame, Stretch, TimeExpression};

/// Joins the expressions of ranges. `out` holds an expression for each phrase.
pub(super) fn join(_document: &Document, phrases: &[Phrase], out: &mut [TimeExpression]) {
    if phrases.len() != out.len() {
        return;
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
