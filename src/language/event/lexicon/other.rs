//! Elections, appointments, deaths, foundings, announcements: PLOVER knows no type for them.

use super::{Family, Kind::Other, Weight, Weight::*};

const fn other(name: &'static str, weight: Weight, verbs: &'static str, nouns: &'static str, phrases: &'static [&'static str]) -> Family {
    Family { name, kind: Other, mode: None, weight, verbs, nouns, phrases }
}

pub const FAMILIES: &[Family] = &[
    other(
        "elect",
        Step,
        "elect vote reelect re-elect",
        "election referendum vote ballot plebiscite poll runoff",
        &["go to polls", "win election"],
    ),
    other(
        "appoint",
        Step,
        "appoint nominate inaugurate swear reappoint designate crown",
        "appointment nomination inauguration coronation",
        &["take office", "come to power", "step in", "assume office"],
    ),
    other("resign", Step, "resign retire", "resignation ouster dismissal", &["step down", "leave office"]),
    other("succeed", Act, "replace", "", &["succeed as"]),
    other("die", Step, "die drown perish", "death funeral burial", &["pass away"]),
    other("announce", Step, "announce declare proclaim unveil", "announcement proclamation declaration", &[]),
    other(
        "found",
        Act,
        "establish found form create launch build construct",
        "founding establishment formation creation independence",
        &["set up"],
    ),
    other(
        "collapse",
        Act,
        "collapse disintegrate expire lapse fail",
        "collapse breakup dissolution breakdown crisis",
        &["break up", "break down", "fall apart"],
    ),
    other("publish", Act, "publish release issue broadcast televise circulate leak", "publication", &[]),
    other("begin", Act, "begin start open commence resume reopen", "", &["get under way", "kick off"]),
    other("end", Act, "end close conclude finish terminate cease", "", &["come to end", "wrap up"]),
    other("occur", Act, "occur happen erupt ensue explode", "", &["take place", "break out"]),
    other(
        "cancel",
        Step,
        "cancel scrap postpone delay adjourn abort suspend",
        "cancellation postponement delay",
        &["call off", "put off", "strike from", "put on ice", "put on hold", "fall through", "come to nothing", "come to naught"],
    ),
    other(
        "move",
        Act,
        "move send dispatch transfer relocate bring carry cross land escape flee advance sail steam",
        "transfer crossing exodus",
        &[],
    ),
    other("order", Act, "order instruct direct mandate", "order decree", &[]),
    other(
        "change",
        Act,
        "reverse revise amend change extend expand renew prolong reduce raise increase cut double halve rename adjust divide split partition",
        "extension expansion reduction reform",
        &[],
    ),
    other("test", Step, "test detonate", "test detonation launch", &[]),
    other("write", Act, "write draft cable telegraph tweet submit hand present notify inform", "letter telegram", &[]),
    other("win", Act, "win lose gain obtain secure", "victory defeat triumph", &[]),
];
