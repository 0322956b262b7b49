//! Consult: meetings, visits, calls, mediation, negotiation.

use super::{Family, Kind::Consult, Weight::*};

const fn consult(
    name: &'static str,
    mode: &'static str,
    verbs: &'static str,
    nouns: &'static str,
    phrases: &'static [&'static str],
) -> Family {
    Family { name, kind: Consult, mode: Some(mode), weight: Step, verbs, nouns, phrases }
}

pub const FAMILIES: &[Family] = &[
    consult(
        "meeting",
        "meeting",
        "meet confer convene huddle reconvene lunch dine breakfast gather assemble",
        "meeting talks discussion consultation dialogue encounter session conference forum gathering lunch dinner audience roundtable plenary tete-a-tete symposium seminar colloquium workshop parley rendezvous get-together supper luncheon videocall tryst powwow",
        &["sit down", "come together", "see each"],
    ),
    consult("summit", "summit", "", "summit g20 g8 g7", &[]),
    consult(
        "visit",
        "visit",
        "visit travel fly arrive journey",
        "visit trip tour travel arrival stopover pilgrimage journey itinerary sojourn voyage excursion",
        &[
            "turn up",
            "stop in",
            "set off",
            "set out",
            "call at",
            "slip into",
            "go to",
            "come to",
            "drive to",
            "sail to",
            "head to",
            "head for",
            "cross into",
            "step across",
            "be in",
            "touch down",
            "stay in",
            "cross line",
            "walk with",
        ],
    ),
    consult("depart", "visit", "depart leave", "departure", &["fly back", "go home"]),
    consult("return", "visit", "return", "return homecoming", &["come back", "go back", "be back"]),
    consult("host", "host", "host receive greet entertain", "reception banquet", &["play host"]),
    consult(
        "call",
        "call",
        "telephone phone ring",
        "call phone-call teleconference videoconference conversation",
        &["speak with", "speak by", "talk with", "talk to", "speak on"],
    ),
    consult(
        "mediation",
        "mediation",
        "mediate broker facilitate shuttle arbitrate intercede",
        "mediation shuttle arbitration",
        &["act as"],
    ),
    consult("negotiation", "negotiation", "negotiate bargain haggle renegotiate", "negotiation bargaining round", &[]),
    consult(
        "attend",
        "meeting",
        "attend participate co-chair chair preside address inspect",
        "participation attendance",
        &["take part", "join talks"],
    ),
    consult(
        "discuss",
        "meeting",
        "discuss debate consult brief",
        "debate briefing",
        &["exchange views", "exchange opinions", "exchange ideas", "touch on", "touch upon"],
    ),
];
