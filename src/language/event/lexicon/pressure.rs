//! Requests, accusations, rejections, threats, protests, sanctions and coercion.

use super::{Family, Kind, Pairing, Weight::*};

pub const FAMILIES: &[Family] = &[
    Family {
        name: "request",
        kind: Kind::Request,
        mode: None,
        weight: Step,
        verbs: "demand request urge propose implore beseech petition solicit insist lobby exhort entreat beg plead invoke recommend counsel",
        nouns: "demand request appeal proposal plea petition recommendation entreaty",
        phrases: &["call for", "call on", "call upon", "appeal to", "appeal for", "press for", "push for", "ask for", "put forward", "apply for", "put to", "press ahead", "plead for", "plead with", "lobby for", "hold out for", "bid for"],
    },
    Family {
        name: "ask",
        kind: Kind::Request,
        mode: None,
        weight: Act,
        verbs: "ask seek press persuade encourage advise recommend invoke",
        nouns: "",
        phrases: &[],
    },
    Family {
        name: "accuse",
        kind: Kind::Accuse,
        mode: None,
        weight: Step,
        verbs: "accuse blame condemn denounce criticize criticise deplore decry censure rebuke reproach allege complain slam lambaste castigate impeach sue indict charge prosecute reprimand chide scold berate vilify disparage label brand quarrel bicker squabble wrangle feud reprove upbraid assail fault impugn",
        nouns: "accusation condemnation denunciation allegation indictment lawsuit rebuke reprimand censure quarrel feud",
        phrases: &["protest against", "object to", "lash out", "hit out", "speak out", "rail against", "inveigh against", "point finger", "take to court", "fall out", "lash out", "take issue"],
    },
    Family {
        name: "reject",
        kind: Kind::Reject,
        mode: None,
        weight: Step,
        verbs: "reject refuse deny veto oppose rebuff spurn decline boycott defy repudiate disavow resist ignore balk abrogate annul dismiss contradict disobey flout disregard shun snub override overrule disapprove renege obstruct stall filibuster contravene thwart scotch",
        nouns: "rejection refusal veto boycott denial rebuff snub",
        phrases: &["turn down", "walk out", "rule out", "pull out of", "break off", "stay away", "say no", "vote down", "throw out", "strike down", "opt out", "drag on", "drag feet", "storm out", "brush off", "brush aside", "fend off", "vote against", "come out against"],
    },
    Family {
        name: "threaten",
        kind: Kind::Threaten,
        mode: None,
        weight: Step,
        verbs: "threaten warn menace intimidate blackmail forewarn",
        nouns: "threat ultimatum warning deadline menace blackmail",
        phrases: &["lay down", "serve notice"],
    },
    Family {
        name: "protest",
        kind: Kind::Protest,
        mode: None,
        weight: Step,
        verbs: "protest demonstrate march riot revolt picket loot rebel mutiny",
        nouns: "protest demonstration riot uprising rally revolt unrest rebellion mutiny vigil strike intifada picket sit-in walkout march insurrection looting",
        phrases: &["take to the", "rise up", "go on strike", "sit in", "walk off", "march on", "march through", "march against", "rise against", "go on hunger", "sit down on"],
    },
    Family {
        name: "sanction",
        kind: Kind::Sanction,
        mode: None,
        weight: Step,
        verbs: "sanction embargo blacklist ban sever freeze withhold outlaw boycott deport penalize penalise fine ostracize ostracise bar exclude disqualify isolate",
        nouns: "sanction embargo expulsion ban penalty",
        phrases: &["cut off", "break off", "cut ties", "call back", "shut down", "shut off", "close off", "seal off", "break ties", "suspend from", "expel from", "send home", "cut ties"],
    },
    Family {
        name: "coerce",
        kind: Kind::Coerce,
        mode: None,
        weight: Step,
        verbs: "arrest detain expel seize blockade jail imprison convict sentence confiscate impound intern extradite kidnap abduct hijack nationalize nationalise dissolve suppress purge oust execute annex overthrow depose censor repress subjugate incarcerate prosecute evict banish exile requisition commandeer expropriate interrogate quell crush subdue topple unseat usurp forbid prohibit muzzle incorporate absorb reintegrate strip quash intercept raid disperse overrule",
        nouns: "arrest detention seizure blockade crackdown coup trial conviction annexation kidnapping abduction raid curfew overthrow purge expropriation nationalization nationalisation deportation imprisonment takeover putsch",
        phrases: &["crack down", "take hostage", "take control", "set up checkpoint", "round up", "lock up", "place under", "put down", "break up protest", "take over"],
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
