//! What a verb of many meanings does, by what it is done to: verbs with classes of objects ("lift" + a penalty, "take" + a town).

use super::Pairing;

const TREATY: &str = "agreement accord deal pact treaty protocol convention memorandum charter contract compact settlement truce-deal \
understanding compromise bargain arrangement concordat roadmap framework consensus";
const TALKS: &str = "talk negotiation dialogue discussion consultation conversation meeting summit conference session visit trip exchange";
const TIES: &str = "relation tie contact link embassy consulate cooperation diplomacy flight crossing trade border";
const PENALTY: &str = "sanction embargo tariff duty ban restriction curb quota freeze boycott penalty fine levy blacklist";
const RESTRAINT: &str = "curfew siege blockade lockdown quarantine censorship emergency martial closure cordon";
pub const CAPTIVES: &str = "prisoner hostage detainee captive pow inmate abductee internee convict activist dissident remains body";
const TROOPS: &str = "troop force army soldier navy fleet ship division brigade regiment battalion company squadron peacekeeper \
warship destroyer frigate submarine bomber marine military carrier tank jet aircraft plane helicopter drone contingent reinforcement \
reservist paratrooper guard unit garrison militia headquarters command personnel combatant fighter police observer weaponry artillery armour armor";
const FIREPOWER: &str = "missile rocket shell mortar round shot torpedo bomb salvo barrage projectile artillery";
const BLOW: &str = "attack assault offensive offense offence raid airstrike bombardment invasion incursion operation campaign \
counterattack counteroffensive counter-offensive ambush massacre bombing sortie war atrocity pogrom";
const ENVOY: &str = "ambassador diplomat consul attaché attache envoy chargé staff official officer representative";
const DELEGATES: &str = "envoy delegation emissary negotiator mediator team mission representative aide deputy";
const RELIEF: &str = "aid assistance supply relief loan credit grant food medicine fund funding money weapon arms \
ammunition munition equipment vaccine help package shipment shelter asylum refuge training million billion grain fuel";
pub const PLACE: &str = "city town village island port capital fort fortress outpost hill bridge airport airfield airbase base position \
stronghold territory region province peninsula area ground heights ridge harbour harbor valley castle palace building compound";
const RULE: &str = "power control reins government parliament";
const PROTESTS: &str = "protest demonstration rally march walkout sit-in vigil riot uprising rebellion revolt mutiny";
const DEMAND: &str = "demand claim condition objective right ambition programme program enrichment activity";
const REQUESTS: &str = "request appeal proposal plan petition plea initiative draft blueprint idea formula amendment motion resolution \
application bid suggestion recommendation overture document paper heading text";
const REVOLTS: &str = "uprising rebellion revolt insurrection mutiny insurgency coup putsch";
const UNITS: &str = "army navy force division brigade regiment battalion militia corps unit detachment legion squadron guard column";
const ADVANCES: &str = "advance offensive offence offense attack assault drive push thrust charge";
const PERSONS: &str = "diplomat envoy official citizen journalist activist worker national passenger traveller traveler";
const THREATS: &str = "threat warning ultimatum deadline";
const CHARGES: &str = "complaint lawsuit suit charge grievance indictment accusation allegation rebuke protest";
const WORRY: &str =
    "concern alarm outrage dismay anger indignation disappointment regret displeasure criticism disapproval condemnation worry";
const FAVOUR: &str = "support solidarity backing openness readiness attachment adherence condolence sympathy gratitude admiration appreciation congratulation \
thanks invitation endorsement recognition praise confidence greeting tribute wreath medal award";
const LAW: &str = "resolution law bill act budget measure legislation constitution decree statute amendment";
const ELECTIONS: &str = "election referendum vote poll plebiscite ballot primary runoff seat presidency";
const OFFICIALS: &str = "minister advisor adviser secretary chief director ambassador commander premier president general judge governor \
leader cabinet government chairman head official";
const EXERCISES: &str = "exercise drill manoeuvre maneuver wargame patrol";
const TESTS: &str = "test detonation satellite spacecraft";
const ARSENAL: &str = "arsenal weapon stockpile missile warhead tunnel site reactor facility mine";
const PACTS_BROKEN: &str = "ceasefire cease-fire truce armistice airspace";
pub const BODIES: &str = "union organization organisation alliance bloc nato eu league commonwealth pact treaty agreement accord council club \
federation community coalition convention";

pub const PAIRINGS: &[Pairing] = &[
    // Consent.
    Pairing {
        verbs: "sign reach conclude strike seal broker make clinch finalize finalise complete ink initial forge hammer enter approve \
                accept renew extend prolong back formalize formalise uphold secure cut land do thrash",
        objects: TREATY,
        family: "agree",
    },
    Pairing { verbs: "accept take welcome", objects: "invitation offer proposal plan term mediation principle", family: "agree" },
    Pairing { verbs: "drop withdraw overcome lift waive end remove", objects: "objection reservation opposition veto", family: "agree" },
    Pairing { verbs: "pass adopt approve enact sign back clear", objects: LAW, family: "ratify" },
    Pairing {
        verbs: "give grant win receive get secure",
        objects: "approval consent go-ahead permission assent blessing",
        family: "ratify",
    },
    Pairing { verbs: "offer", objects: "assurance guarantee", family: "pledge" },
    Pairing { verbs: "set create establish appoint", objects: "commission committee panel", family: "decide" },
    Pairing { verbs: "draw produce draft agree", objects: "roadmap communique communiqué declaration", family: "agree" },
    Pairing { verbs: "make give renew repeat", objects: "pledge promise commitment undertaking vow assurance guarantee", family: "pledge" },
    Pairing { verbs: "join rejoin", objects: BODIES, family: "join" },
    Pairing {
        verbs: "enter",
        objects: "union organization organisation alliance bloc nato eu league commonwealth council club federation community coalition",
        family: "join",
    },
    Pairing {
        verbs: "form establish found create forge",
        objects: "alliance union coalition bloc partnership federation confederation",
        family: "join",
    },
    Pairing { verbs: "extend prolong renew", objects: "term mandate mission deployment presence stay validity deadline", family: "agree" },
    Pairing {
        verbs: "extend prolong renew stretch keep restore begin start enter mediate arrange broker secure negotiate sign conclude",
        objects: "ceasefire cease-fire truce lull pause standstill armistice cessation",
        family: "truce",
    },
    Pairing { verbs: "make issue release publish adopt sign", objects: "statement communiqué communique declaration", family: "agree" },
    // Meeting.
    Pairing { verbs: "send dispatch receive lead head welcome host", objects: DELEGATES, family: "visit" },
    Pairing { verbs: "send dispatch receive", objects: "diplomat secretary minister", family: "visit" },
    Pairing { verbs: "get have win secure", objects: "hearing audience", family: "meeting" },
    Pairing { verbs: "cross step", objects: "line", family: "visit" },
    Pairing { verbs: "shake", objects: "hand", family: "meeting" },
    Pairing { verbs: "exchange share compare", objects: "view opinion idea note thought impression map", family: "discuss" },
    Pairing {
        verbs: "take raise examine address weigh air",
        objects: "matter issue question dispute topic file dossier item subject",
        family: "discuss",
    },
    Pairing { verbs: "carry bring deliver take hand convey pass", objects: "letter message note missive", family: "visit" },
    Pairing { verbs: "tour inspect survey", objects: "plant factory site base facility hospital school camp", family: "visit" },
    Pairing { verbs: "join attend chair address enter lead", objects: TALKS, family: "attend" },
    // Support.
    Pairing {
        verbs: "express voice reaffirm reassert confirm reconfirm offer stress emphasize emphasise underscore reiterate underline convey extend send give pay lend lay \
                declare pledge present award bestow",
        objects: FAVOUR,
        family: "support",
    },
    Pairing {
        verbs: "express voice reaffirm reassert confirm reconfirm offer stress emphasize emphasise underscore reiterate underline declare",
        objects: "commitment",
        family: "support",
    },
    // Cooperation.
    Pairing {
        verbs: "restore establish resume reopen re-establish open reestablish renew normalize normalise mend repair upgrade deepen expand",
        objects: TIES,
        family: "cooperate",
    },
    Pairing {
        verbs: "restore establish resume reopen re-establish open reestablish upgrade expand",
        objects: "mission",
        family: "cooperate",
    },
    Pairing { verbs: "exchange swap", objects: "ambassador envoy intelligence information data", family: "cooperate" },
    Pairing { verbs: "share", objects: "intelligence information data technology", family: "cooperate" },
    Pairing { verbs: "exchange swap trade", objects: "prisoner hostage captive detainee", family: "release" },
    Pairing { verbs: "inaugurate", objects: "crossing border gate bridge route railway pipeline", family: "cooperate" },
    Pairing { verbs: "hoist raise run", objects: "flag", family: "cooperate" },
    Pairing { verbs: "begin start launch", objects: "cooperation collaboration", family: "cooperate" },
    // Aid.
    Pairing { verbs: "forgive write reschedule cancel restructure", objects: "debt", family: "aid" },
    Pairing { verbs: "pay settle", objects: "claim compensation reparation damages", family: "aid" },
    Pairing { verbs: "donate give present announce bring", objects: "gift donation", family: "aid" },
    Pairing { verbs: "lift ferry bus ship take bring", objects: "staff refugee evacuee wounded civilian", family: "aid" },
    Pairing {
        verbs: "provide send give deliver supply extend offer ship sell contribute donate allocate obligate release authorize authorise announce \
                approve fly airlift pledge commit disburse earmark distribute receive obtain get secure grant",
        objects: RELIEF,
        family: "aid",
    },
    Pairing { verbs: "train equip arm shelter feed", objects: "troop force army soldier refugee rebel militia recruit", family: "aid" },
    Pairing {
        verbs: "evacuate rescue airlift fly",
        objects: "civilian people citizen refugee resident national wounded child children family worker villager",
        family: "aid",
    },
    // Yielding.
    Pairing {
        verbs: "suspend lift ease remove waive end relax halt stop loosen cancel revoke scrap abolish drop repeal",
        objects: PENALTY,
        family: "concede",
    },
    Pairing {
        verbs: "lift end raise ease break relax halt stop suspend abandon",
        objects: "siege blockade curfew quarantine lockdown emergency hostilities bombardment shelling fighting test testing broadcast construction strike",
        family: "concede",
    },
    Pairing {
        verbs: "cancel abandon halt suspend stop scrap end",
        objects: "offensive attack invasion operation bombing raid campaign",
        family: "concede",
    },
    Pairing {
        verbs: "suspend freeze halt stop drop abandon renounce relinquish give waive withdraw retract end dismantle",
        objects: DEMAND,
        family: "concede",
    },
    Pairing { verbs: "drop withdraw abandon waive retract", objects: "ultimatum", family: "concede" },
    Pairing { verbs: "lift ease relax", objects: "demand claim program", family: "concede" },
    Pairing { verbs: "remove", objects: "siege blockade", family: "concede" },
    Pairing { verbs: "meet satisfy fulfil fulfill accept grant obey", objects: "demand condition request ultimatum", family: "concede" },
    Pairing { verbs: "release free return bring repatriate liberate hand", objects: CAPTIVES, family: "release" },
    Pairing { verbs: "release free return", objects: "soldier", family: "release" },
    Pairing { verbs: "withdraw pull remove recall evacuate redeploy", objects: TROOPS, family: "withdraw" },
    Pairing { verbs: "withdraw pull remove redeploy", objects: "weapon", family: "withdraw" },
    Pairing { verbs: "reduce cut", objects: "forces", family: "withdraw" },
    Pairing { verbs: "announce order begin complete", objects: "withdrawal pullout", family: "withdraw" },
    Pairing { verbs: "vacate abandon evacuate", objects: PLACE, family: "withdraw" },
    Pairing { verbs: "reduce cut dismantle destroy scrap demolish decommission eliminate", objects: ARSENAL, family: "withdraw" },
    Pairing { verbs: "lay surrender", objects: "arms weapons", family: "surrender" },
    Pairing {
        verbs: "declare proclaim announce order observe honour honor respect accept agree",
        objects: "ceasefire cease-fire truce armistice amnesty",
        family: "truce",
    },
    Pairing { verbs: "accept agree", objects: "withdrawal", family: "truce" },
    Pairing {
        verbs: "grant give concede promise",
        objects: "independence autonomy amnesty access self-rule sovereignty concession",
        family: "concede",
    },
    Pairing {
        verbs: "allow admit accept permit let",
        objects: "inspector inspection monitor peacekeeper observer access deployment",
        family: "concede",
    },
    Pairing {
        verbs: "transfer cede hand return restore relinquish",
        objects: "power control authority sovereignty territory",
        family: "concede",
    },
    Pairing { verbs: "open", objects: "corridor", family: "concede" },
    Pairing { verbs: "abandon drop shelve forswear renounce", objects: "effort attempt plan pursuit chase", family: "concede" },
    Pairing { verbs: "remove dismantle take clear", objects: "barricade roadblock checkpoint", family: "concede" },
    Pairing { verbs: "send", objects: "prisoner hostage captive", family: "release" },
    // Request.
    Pairing { verbs: "issue make send renew launch", objects: "call summons", family: "request" },
    Pairing {
        verbs: "make lodge file submit raise present issue put table propose unveil offer float circulate introduce launch hand deliver \
                send tender moot advance",
        objects: REQUESTS,
        family: "request",
    },
    Pairing { verbs: "make plead argue press", objects: "case demand", family: "request" },
    Pairing { verbs: "lodge file submit raise present issue put", objects: "demand", family: "request" },
    // Accusation.
    Pairing { verbs: "lodge file bring make press raise level issue submit deliver", objects: CHARGES, family: "accuse" },
    Pairing { verbs: "lodge file bring raise submit", objects: "case", family: "accuse" },
    Pairing { verbs: "present", objects: "protest complaint", family: "accuse" },
    Pairing { verbs: "issue", objects: "condemnation", family: "accuse" },
    Pairing { verbs: "express voice raise convey register", objects: WORRY, family: "accuse" },
    Pairing { verbs: "summon", objects: "ambassador envoy chargé diplomat", family: "accuse" },
    // Rejection.
    Pairing { verbs: "raise voice express", objects: "objection opposition reservation", family: "reject" },
    Pairing { verbs: "leave quit abandon boycott skip walk", objects: TALKS, family: "reject" },
    Pairing { verbs: "dismiss ignore brush throw defeat block oppose kill", objects: REQUESTS, family: "reject" },
    Pairing { verbs: "dismiss block oppose defeat", objects: TREATY, family: "reject" },
    Pairing { verbs: "dismiss", objects: "demand offer claim charge accusation allegation", family: "reject" },
    // Threat.
    Pairing { verbs: "issue deliver send present make give repeat set impose", objects: THREATS, family: "threaten" },
    Pairing { verbs: "declare", objects: "war", family: "threaten" },
    Pairing { verbs: "vow promise pledge threaten swear", objects: "retaliation revenge response punishment", family: "threaten" },
    // Protest.
    Pairing { verbs: "stage organize organise hold launch join lead call begin mount", objects: PROTESTS, family: "protest" },
    Pairing { verbs: "stage organize organise hold join lead call begin start", objects: "strike", family: "protest" },
    // Sanction.
    Pairing {
        verbs: "impose slap place put tighten extend announce reimpose levy introduce renew expand order toughen adopt approve raise vote apply",
        objects: PENALTY,
        family: "sanction",
    },
    Pairing { verbs: "recall withdraw expel", objects: ENVOY, family: "sanction" },
    Pairing {
        verbs: "suspend break sever cut freeze halt downgrade end close shut terminate withhold stop block",
        objects: "relation tie talks negotiation contact aid cooperation trade assistance dialogue membership embassy consulate border \
                  funding fund loan guarantee payment import export flight mission visa asset account delivery supply participation",
        family: "sanction",
    },
    Pairing { verbs: "close shut block", objects: "airspace", family: "sanction" },
    Pairing { verbs: "freeze block", objects: "reserve property", family: "sanction" },
    Pairing { verbs: "leave quit exit abandon", objects: BODIES, family: "sanction" },
    Pairing { verbs: "revoke cancel deny", objects: "visa passport accreditation membership licence license", family: "sanction" },
    Pairing {
        verbs: "designate blacklist list",
        objects: "individual entity person company bank group firm organization organisation vessel",
        family: "sanction",
    },
    Pairing { verbs: "suspend expel exclude disqualify kick eject", objects: "member delegation team athlete", family: "sanction" },
    Pairing { verbs: "withdraw suspend annul", objects: "licence license permit concession franchise privilege", family: "sanction" },
    Pairing { verbs: "trigger activate invoke start", objects: "snapback", family: "sanction" },
    // Coercion.
    Pairing { verbs: "seize stop question search", objects: PERSONS, family: "coerce" },
    Pairing {
        verbs: "institute introduce impose adopt take decree launch order",
        objects: "crackdown clampdown conscription",
        family: "coerce",
    },
    Pairing { verbs: "stage attempt mount lead plot foil carry", objects: "coup putsch takeover", family: "coerce" },
    Pairing { verbs: "impose levy raise collect", objects: "tax tribute rule", family: "coerce" },
    Pairing { verbs: "confirm uphold", objects: "ban conviction sentence verdict disqualification", family: "coerce" },
    Pairing { verbs: "impose declare proclaim introduce extend order announce tighten reimpose", objects: RESTRAINT, family: "coerce" },
    Pairing { verbs: "seize take usurp assume", objects: RULE, family: "coerce" },
    Pairing {
        verbs: "seize board detain impound intercept confiscate capture",
        objects: "ship vessel tanker boat freighter cargo trawler oil property land bank",
        family: "coerce",
    },
    Pairing { verbs: "seize", objects: "asset account fund reserve", family: "coerce" },
    Pairing { verbs: "set establish erect put", objects: "checkpoint roadblock blockade barricade", family: "coerce" },
    Pairing {
        verbs: "dissolve suspend ban close outlaw shut disband",
        objects: "parliament congress assembly party newspaper constitution legislature",
        family: "coerce",
    },
    Pairing {
        verbs: "topple overthrow oust depose remove",
        objects: "government regime king monarchy president dictator junta",
        family: "coerce",
    },
    Pairing { verbs: "hand deliver issue pass pronounce", objects: "verdict sentence", family: "coerce" },
    // Mobilization.
    Pairing { verbs: "hold conduct stage begin start launch carry complete announce", objects: EXERCISES, family: "mobilize" },
    Pairing {
        verbs: "send dispatch deploy order move station mass land place commit put transfer rush bring concentrate assemble shift fly airlift \
                muster mobilize mobilise contribute position marshal gather raise",
        objects: TROOPS,
        family: "mobilize",
    },
    Pairing {
        verbs: "order announce begin declare proclaim complete",
        objects: "mobilization mobilisation deployment call-up alert buildup",
        family: "mobilize",
    },
    Pairing { verbs: "raise", objects: "alert readiness", family: "mobilize" },
    Pairing {
        verbs: "form organize organise reorganize reorganise establish create reconstitute expand enlarge",
        objects: UNITS,
        family: "mobilize",
    },
    Pairing { verbs: "lead march", objects: "troop soldier cavalry infantry men", family: "mobilize" },
    Pairing { verbs: "deploy move station mass place position transfer rush", objects: "weapon", family: "mobilize" },
    Pairing { verbs: "send dispatch deploy move station place put", objects: "missile expedition", family: "mobilize" },
    // Assault.
    Pairing {
        verbs: "launch carry mount conduct begin start open resume wage make stage commit perpetrate renew unleash lead execute",
        objects: BLOW,
        family: "assault",
    },
    Pairing { verbs: "launch carry mount conduct wage make commit unleash execute resume renew", objects: "strike", family: "assault" },
    Pairing { verbs: "fire launch shoot lob drop hurl rain", objects: FIREPOWER, family: "assault" },
    Pairing { verbs: "exchange trade open return", objects: "fire gunfire shot", family: "assault" },
    Pairing { verbs: "enter storm win hold reach secure cross", objects: "fort fortress outpost hill stronghold ridge", family: "assault" },
    Pairing { verbs: "take seize capture occupy retake recapture overrun", objects: PLACE, family: "assault" },
    Pairing { verbs: "take seize capture occupy retake recapture overrun enter storm win hold", objects: "garrison", family: "assault" },
    Pairing { verbs: "break violate breach", objects: PACTS_BROKEN, family: "assault" },
    Pairing {
        verbs: "down destroy hit strike sink shell bomb",
        objects: "plane aircraft jet helicopter drone ship vessel tanker convoy hospital base bridge village airport depot airfield position",
        family: "assault",
    },
    Pairing { verbs: "take seize", objects: "hostage", family: "assault" },
    Pairing { verbs: "claim kill", objects: "life lives", family: "assault" },
    Pairing { verbs: "lay", objects: "siege", family: "assault" },
    Pairing { verbs: "halt stop", objects: "advance assault drive push thrust", family: "assault" },
    Pairing { verbs: "put quash crush suppress quell smash defeat end", objects: REVOLTS, family: "assault" },
    Pairing {
        verbs: "check stem block blunt parry withstand resist repel repulse turn defeat hold break",
        objects: ADVANCES,
        family: "assault",
    },
    Pairing { verbs: "win lose fight join", objects: "battle engagement skirmish", family: "assault" },
    Pairing { verbs: "inflict suffer sustain take", objects: "casualty", family: "assault" },
    Pairing { verbs: "plant detonate explode throw set", objects: "bomb grenade explosive device mine charge", family: "assault" },
    Pairing { verbs: "join enter", objects: "fighting fray hostilities", family: "assault" },
    Pairing { verbs: "pursue", objects: "army enemy rebel insurgent guerrilla militia troop soldier fighter", family: "assault" },
    Pairing { verbs: "use fire spray", objects: "phosphorus chlorine", family: "assault" },
    Pairing { verbs: "burn torch raze loot sack flatten level", objects: PLACE, family: "assault" },
    Pairing { verbs: "cut sever block", objects: "road railway pipeline", family: "coerce" },
    // Other.
    Pairing {
        verbs: "declare proclaim announce gain win achieve attain",
        objects: "independence sovereignty republic",
        family: "announce",
    },
    Pairing { verbs: "hold conduct call schedule win lose contest concede postpone", objects: ELECTIONS, family: "elect" },
    Pairing { verbs: "fire dismiss sack replace", objects: OFFICIALS, family: "resign" },
    Pairing {
        verbs: "oust remove",
        objects: "minister advisor adviser secretary chief director ambassador commander premier judge governor official",
        family: "resign",
    },
    Pairing { verbs: "take assume leave enter", objects: "office oath helm presidency throne", family: "appoint" },
    Pairing { verbs: "conduct carry launch test", objects: TESTS, family: "test" },
];

/// Verbs whose meaning lies in a phrase with a preposition: verbs, prepositions, heads of the phrase, and the family.
pub const PHRASES: &[(&str, &str, &str, &str)] = &[
    ("withdraw pull back walk quit exit step retire", "from of", BODIES, "sanction"),
    ("withdraw pull back walk storm retire", "from of", TALKS, "reject"),
    ("withdraw step", "as", "facilitator mediator candidate host observer negotiator member", "reject"),
    (
        "agree consent assent accede commit accept call",
        "to on for",
        "ceasefire cease-fire truce armistice withdrawal release surrender pullout disarmament inspection",
        "truce",
    ),
    ("vote decide move", "against", "resolution proposal motion bill treaty deal agreement plan", "reject"),
    ("go return lead plunge slide", "to into", "war battle", "assault"),
    ("emerge come return walk", "with", "text deal agreement accord compromise treaty", "agree"),
    ("send banish commit confine", "to", "prison jail exile camp gulag asylum", "coerce"),
    ("keep", "under in", "arrest custody detention", "coerce"),
    ("bring", "to", "trial justice", "coerce"),
    ("call", "in", "troops army police", "request"),
    ("engage lock join", "in", "battle combat fighting skirmish clash", "assault"),
    ("come", "under", "attack fire bombardment shelling siege", "assault"),
    ("lead come", "to", "blows", "assault"),
    ("split secede break separate", "from", "union federation state republic country empire", "sanction"),
    ("write put submit", "to", "vote referendum parliament", "request"),
    ("sit", "with", "counterpart leader minister president", "meeting"),
    ("go come", "on", "strike", "protest"),
    ("go head return", "to", "poll polls", "elect"),
    ("put place", "on", "alert standby footing", "mobilize"),
    ("put go stand", "on", "trial", "coerce"),
    ("put place take hold bring", "under into", "arrest custody detention", "coerce"),
    ("lay", "to", "siege", "assault"),
    ("come enter go", "into", "force effect", "ratify"),
    ("come", "to into", "power office", "appoint"),
    ("come", "to", "terms agreement understanding", "agree"),
    ("turn hand deliver surrender extradite transfer send", "to", "tribunal court justice", "cooperate"),
    ("return go come sit get", "to at", "table", "meeting"),
    ("leave withdraw depart evacuate", "from", "front territory country zone area", "withdraw"),
    ("take", "to", "street streets", "protest"),
    ("bring take", "to", "court", "accuse"),
];

/// Words for people in arms, for crowds, and for works of war, as subjects.
pub const SOLDIERS: &str = "troop troops force forces army soldier soldiers marine marines navy fleet division brigade regiment battalion squadron \
warship warships tank tanks column columns paratrooper paratroopers peacekeeper peacekeepers contingent convoy infantry cavalry guerrilla guerrillas \
rebel rebels militia fighters insurgents jets bombers";
pub const CROWD: &str = "protester protesters demonstrator demonstrators rioter rioters crowd crowds mob mobs marchers strikers environmentalists \
activists students";
/// What happens without anybody's intent: what it kills is no assault.
pub const ACCIDENTS: &str = "earthquake quake flood floods storm hurricane typhoon cyclone tsunami crash accident disaster fire wildfire famine disease \
epidemic pandemic outbreak virus landslide avalanche collision derailment eruption stroke cancer illness heart";
