//! Idioms of reporting and analysis: "put pen to paper", "slammed the door", "guns fell silent", by the family that they mean.
//!
//! Each is a verb in base form with the words that follow it, articles and owners left out; commas part them.

/// A family and its idioms.
pub const IDIOMS: &[(&str, &str)] = &[
    (
        "meeting",
        "sit across, sit opposite, sit with, sit face, get together, come face, break bread, go face, meet up, have dinner, \
         have lunch, have breakfast, have tea, have coffee, have drinks, share meal, spend hours, spend evening, spend day, \
         spend afternoon, spend morning, come to table, return to table, bring together, bring to table, go into session, put \
         heads, reason with, parley with, converse with, chat with, confer with, huddle with",
    ),
    (
        "visit",
        "drop in, drop by, call round, look in, stop by, stop over, stop off, fly in, fly out, fly into, fly on, land in, land \
         at, set foot, make way, make trip, make journey, pass through, check in, show up, travel on, drive up, drive into, \
         drive through, ride to, ride into, walk into, walk across, walk to, arrive in, step off, step onto, board plane, board \
         train, head into, make for, slip across, slip out, come calling, come through, come over, call in at, go on to, go \
         over, take train, take plane, take car, pay call, appear in, find himself",
    ),
    ("return", "head back, head home, come home, get back, make way home, return home, fly home, find way back"),
    ("depart", "take off, take leave, pack bags, check out, head off, head out, leave town"),
    ("call", "pick up, get on, ring up, speak to, reach by, dial up, be on phone"),
    (
        "mediation",
        "go between, carry message, carry messages, pass messages, relay messages, bring message, offer good offices, step in \
         between",
    ),
    (
        "agree",
        "come aboard, give nod, give word, give green, meet halfway, iron out, thrash out, patch up, close deal, fall in with, \
         nod through, go along, reach terms, settle differences, see eye, find common, come to understanding",
    ),
    (
        "sign",
        "put name, put names, put signature, put signatures, put hand, affix signature, affix signatures, add name, add \
         signature, set hand, sign on",
    ),
    ("truce", "fall silent, go quiet, go silent, stop shooting, silence guns"),
    (
        "surrender",
        "hoist white, raise white, wave white, fold before, bow before, give best, lay down arms, lay down weapons, put down \
         arms",
    ),
    (
        "concede",
        "eat words, swallow terms, stand aside, wave through, open gates, open doors, let through, let inspectors, soften \
         stance, come round to, give back",
    ),
    ("withdraw", "pack up, pull up stakes, move off, clear out, get out of, be gone from, pull troops"),
    ("release", "walk free, go free, send back prisoners, be freed"),
    (
        "reject",
        "walk away, shut door, slam door, close door, tear up, rip up, pour cold, wave away, wave off, send back, send regrets, \
         stay home, stay at home, dig in heels, turn back on, back out of, want no part, have none, shoot holes, turn away from",
    ),
    (
        "request",
        "put question, put on table, lay out, spell out, sue for, lean on, hand list, come up with, set out terms, set out \
         conditions, ask whether, make pitch, send word",
    ),
    (
        "accuse",
        "lay blame, put blame, cry foul, lay into, tear into, take aim, take to task, hurl accusations, trade accusations, \
         trade barbs, trade blame, trade insults, dress down, call liar, call in ambassador, have words, heap scorn, take \
         exception",
    ),
    ("threaten", "rattle sabre, rattle saber, draw line, put on notice, set clock, give hours, give days, hold out threat"),
    (
        "protest",
        "pour into streets, pour onto, fill square, fill streets, turn out in, down tools, walk off job, throw stones, throw \
         eggs, burn flag, burn flags, burn effigies, burn effigy, block road, block roads, block highway, sit down in road, \
         come out onto, take to squares",
    ),
    (
        "sanction",
        "kick out, throw out diplomats, send home diplomats, call home, call ambassador home, bring home ambassador, turn off, \
         pull plug, shut out, freeze out, shut border, close border, strike off, walk out of",
    ),
    (
        "mobilize",
        "roll across, roll over, pour across, pour over, take up positions, take positions, be put on alert, fly over, sail \
         into, sail through, mass on, mass along, mass at, gather on border, go on alert, stand to, move to border, cross \
         frontier, cross border, cross river",
    ),
    (
        "coerce",
        "haul off, drag off, drag away, take away, throw in jail, throw into, put behind, march off, lock out, pick up by, shut \
         down newspaper, take into custody, haul before, seize power",
    ),
    (
        "assault",
        "go up in flames, open up on, rain down, rain on, fall on, slam into, tear through, blow apart, pick off, mop up, \
         finish off, go over top, put to sword, put to flight, come under attack, come under fire, come under shelling, take by \
         storm, set alight, set ablaze, burn down",
    ),
    (
        "support",
        "give blessing, lend hand, lend weight, put weight, come to defence, come to defense, take side, take sides, speak up \
         for, raise glass, lay wreath, lay flowers, take part of",
    ),
    ("aid", "hand out, come to rescue, write cheque, write check, foot bill, ship in, truck in"),
    ("cooperate", "trade ambassadors, exchange ambassadors, run up flag, break ice, pull together"),
    ("resign", "step aside, bow out, quit office, stand down as, hand in, lose post, lose job, be out of office"),
    ("appoint", "be sworn, take oath, move into office, take helm, take charge, assume power, take over as"),
];
