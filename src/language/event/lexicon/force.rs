//! Mobilization and assault.

use super::{Family, Kind, Pairing, Weight::*};

pub const FAMILIES: &[Family] = &[
    Family {
        name: "mobilize",
        kind: Kind::Mobilize,
        mode: None,
        weight: Step,
        verbs: "enter deploy mobilize mobilise redeploy reinforce amass muster garrison station conscript patrol fortify entrench parachute scramble",
        nouns: "deployment mobilization mobilisation buildup build-up maneuvers manoeuvres redeployment exercises drills patrol alert",
        phrases: &["move in", "go in", "enter", "move on", "move into", "march into", "roll into", "march on", "advance on", "push into", "move up", "bring up", "build up", "call up", "dig in", "parachute into", "pour into", "cross over", "drop into"],
    },
    Family {
        name: "assault",
        kind: Kind::Assault,
        mode: None,
        weight: Step,
        verbs: "attack bomb invade shell kill assassinate bombard capture occupy storm ambush raid fight clash defeat shoot massacre overrun besiege murder wound injure retaliate torpedo sink intervene repel repulse conquer fire overwhelm devastate hammer retake recapture re-capture counterattack counter-attack strafe wipe liberate destroy ram bayonet strike blast pound pummel lynch stab poison gas rape torture sack ravage raze slaughter annihilate exterminate decimate maim encircle beleaguer penetrate breach batter engage skirmish battle demolish wreck rout dislodge eject hijack kidnap abduct behead execute harass eliminate harry snipe burn bury",
        nouns: "attack bombing invasion offensive war battle airstrike air-strike siege fighting clash assault assassination shelling massacre hostilities ambush bombardment counterattack counteroffensive incursion murder killing skirmish violence intervention raid conquest shooting explosion strike campaign landing fire counter-offensive offense offence sortie onslaught blitz carnage slaughter genocide pogrom kidnapping abduction hijacking stabbing beheading crossfire gunfire beating encirclement firefight",
        phrases: &["fall to", "blow up", "open fire", "shoot down", "wipe out", "drive out", "go on the offensive", "break out", "gun down", "mow down", "cut down", "close in", "break through", "go to war", "wipe out", "take prisoner", "set fire", "hit back", "press back", "throw back", "drive off", "strike back", "beat back", "push back", "drive back", "fight off", "drive from", "break into", "pour fire", "go off", "hit by", "fire on", "fire at", "fire into"],
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
