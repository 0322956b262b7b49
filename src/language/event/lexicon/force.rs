//! Mobilization and assault.

use super::{Family, Kind, Pairing, Weight::*};

pub const FAMILIES: &[Family] = &[
    Family {
        name: "mobilize",
        kind: Kind::Mobilize,
        mode: None,
        weight: Step,
        verbs: "enter deploy mobilize mobilise redeploy reinforce amass",
        nouns: "deployment mobilization mobilisation buildup build-up maneuvers manoeuvres redeployment",
        phrases: &["move in", "go in", "enter"],
    },
    Family {
        name: "assault",
        kind: Kind::Assault,
        mode: None,
        weight: Step,
        verbs: "attack bomb invade shell kill assassinate bombard capture occupy storm ambush raid fight clash defeat shoot massacre overrun besiege murder wound injure retaliate torpedo sink intervene repel repulse conquer fire overwhelm devastate hammer retake recapture re-capture counterattack counter-attack strafe wipe liberate",
        nouns: "attack bombing invasion offensive war battle airstrike air-strike siege fighting clash assault assassination shelling massacre hostilities ambush bombardment counterattack counteroffensive incursion murder killing skirmish violence intervention raid conquest shooting explosion strike campaign landing fire counter-offensive offense offence sortie",
        phrases: &["fall to", "blow up", "open fire", "shoot down", "wipe out", "drive out", "go on the offensive", "break out"],
    },
    Family { name: "fall", kind: Kind::Assault, mode: None, weight: Act, verbs: "fall", nouns: "fall", phrases: &[] },
];

pub const PAIRINGS: &[Pairing] = &[
    Pairing {
        verbs: "send dispatch deploy order move station mass land place commit put",
        objects: "troop troops force forces army soldier soldiers navy fleet ship ships division divisions battalion peacekeeper peacekeepers warship warships missile missiles military militaries marines carrier command headquarters tank tanks jet jets aircraft contingent reinforcements expedition expeditions alert",
        family: "mobilize",
    },
    Pairing {
        verbs: "launch carry mount conduct begin",
        objects: "attack offensive offense offence offensives raid strike strikes operation operations assault campaign invasion bombardment airstrike airstrikes missile missiles attacks",
        family: "assault",
    },
    Pairing { verbs: "exchange", objects: "fire", family: "assault" },
    Pairing { verbs: "take seize", objects: "city town village island port capital garrison fort outpost hill", family: "assault" },
];
