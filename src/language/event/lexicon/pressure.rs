//! Requests, accusations, rejections, threats, protests, sanctions and coercion.

use super::{Family, Kind, Pairing, Weight::*};

pub const FAMILIES: &[Family] = &[
    Family {
        name: "request",
        kind: Kind::Request,
        mode: None,
        weight: Step,
        verbs: "demand request urge propose implore beseech petition solicit insist lobby exhort entreat",
        nouns: "demand request appeal proposal plea petition",
        phrases: &["call for", "call on", "call upon", "appeal to", "appeal for", "press for", "push for", "ask for", "put forward"],
    },
    Family {
        name: "ask",
        kind: Kind::Request,
        mode: None,
        weight: Act,
        verbs: "ask seek press persuade encourage",
        nouns: "",
        phrases: &[],
    },
    Family {
        name: "accuse",
        kind: Kind::Accuse,
        mode: None,
        weight: Step,
        verbs: "accuse blame condemn denounce criticize criticise deplore decry censure rebuke reproach allege complain slam lambaste castigate impeach sue indict",
        nouns: "accusation condemnation denunciation allegation indictment lawsuit",
        phrases: &["protest against", "object to", "lash out"],
    },
    Family {
        name: "reject",
        kind: Kind::Reject,
        mode: None,
        weight: Step,
        verbs: "reject refuse deny veto oppose rebuff spurn decline boycott defy repudiate disavow resist ignore balk abrogate annul",
        nouns: "rejection refusal veto boycott denial",
        phrases: &["turn down", "walk out", "rule out", "pull out of", "break off", "stay away"],
    },
    Family {
        name: "threaten",
        kind: Kind::Threaten,
        mode: None,
        weight: Step,
        verbs: "threaten warn",
        nouns: "threat ultimatum warning deadline",
        phrases: &[],
    },
    Family {
        name: "protest",
        kind: Kind::Protest,
        mode: None,
        weight: Step,
        verbs: "protest demonstrate march riot revolt",
        nouns: "protest demonstration riot uprising rally revolt unrest rebellion mutiny vigil strike intifada",
        phrases: &["take to the", "rise up", "go on strike"],
    },
    Family {
        name: "sanction",
        kind: Kind::Sanction,
        mode: None,
        weight: Step,
        verbs: "sanction embargo blacklist ban sever freeze withhold outlaw boycott deport",
        nouns: "sanction embargo expulsion ban",
        phrases: &["cut off", "break off", "cut ties", "call back"],
    },
    Family {
        name: "coerce",
        kind: Kind::Coerce,
        mode: None,
        weight: Step,
        verbs: "arrest detain expel seize blockade jail imprison convict sentence confiscate impound intern extradite kidnap abduct hijack nationalize nationalise dissolve suppress purge oust execute annex overthrow depose",
        nouns: "arrest detention seizure blockade crackdown coup trial conviction annexation kidnapping abduction raid curfew",
        phrases: &["crack down", "take hostage", "take control", "set up checkpoint"],
    },
];

pub const PAIRINGS: &[Pairing] = &[
    Pairing {
        verbs: "impose slap place put tighten extend announce reimpose levy introduce",
        objects: "sanction sanctions embargo blockade tariff tariffs ban restriction restrictions quarantine curfew freeze",
        family: "sanction",
    },
    Pairing {
        verbs: "recall withdraw expel",
        objects: "ambassador ambassadors diplomat diplomats envoy consul attaché official officials staff",
        family: "sanction",
    },
    Pairing {
        verbs: "suspend break sever cut freeze halt",
        objects: "relations ties talks negotiations contacts aid cooperation trade assistance relation tie contact dialogue",
        family: "sanction",
    },
    Pairing { verbs: "declare", objects: "war", family: "threaten" },
    Pairing { verbs: "impose declare", objects: "blockade", family: "sanction" },
    Pairing { verbs: "issue deliver send present", objects: "ultimatum threat warning", family: "threaten" },
    Pairing { verbs: "declare impose", objects: "martial emergency", family: "coerce" },
    Pairing {
        verbs: "make lodge file submit raise present issue put",
        objects: "demand demands request requests appeal proposal proposals protest plan",
        family: "request",
    },
    Pairing {
        verbs: "stage organize organise hold",
        objects: "protest protests demonstration demonstrations rally rallies march strike",
        family: "protest",
    },
    Pairing { verbs: "express voice", objects: "concern alarm outrage dismay anger", family: "accuse" },
    Pairing { verbs: "set establish erect", objects: "checkpoint checkpoints roadblock roadblocks blockade", family: "coerce" },
    Pairing { verbs: "seize take", objects: "power control", family: "coerce" },
];
