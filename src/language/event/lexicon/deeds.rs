//! What plain verbs tell of, by PLOVER's classes: verbs that no family lists as a step of its own, since they are told of much else as
//! well, but which say what kind of act it is where something is an event.

/// A family, and verbs in base form whose acts are of its kind.
pub const DEEDS: &[(&str, &str)] = &[
    (
        "assault",
        "maul trounce vanquish overpower smash shatter pulverize pulverise obliterate incinerate firebomb fire-bomb \
     torch napalm carpet-bomb dive-bomb machine-gun mortar booby-trap guillotine strangle throttle suffocate \
     beat whip flog club bludgeon mutilate cripple slay butcher knife impale spear hack dismember decapitate pillage \
     plunder despoil maraud infiltrate pierce outflank outmanoeuvre outmaneuver outgun outfight flank envelop \
     chase parry ensnare pepper riddle spray pounce swoop lunge sally rampage terrorize terrorise \
     brutalize brutalise ethnic-cleanse reconquer clobber savage flatten cannonade enfilade smite surround \
     bottle rip bloody outmatch electrocute crucify \
     hurl lob trample assault vandalize vandalise desecrate deface",
    ),
    (
        "mobilize",
        "rearm remilitarize remilitarise militarize militarise recruit marshal array encamp bivouac billet quarter \
     disembark embark debark preposition pre-position forward-deploy regroup overfly shadow demine \
     encroach trespass embed outfit ferry detrain drill",
    ),
    (
        "coerce",
        "nab apprehend handcuff arraign remand fingerprint frisk search ransack shutter padlock gag silence jam \
     barricade cordon fence confine sequester sequestrate quarantine disenfranchise disfranchise collectivize \
     collectivise liquidate proscribe criminalize criminalise restrict curtail coerce sabotage wiretap bug \
     spy eavesdrop surveil dethrone subvert rig persecute oppress tyrannize uproot displace dispossess appropriate \
     abolish tear-gas teargas teargass hose carve subordinate enslave deprive punish discipline \
     court-martial garrote",
    ),
    (
        "sanction",
        "disinvite uninvite disbar debar delist de-list downgrade excommunicate divest defund de-fund secede rupture \
     disown cold-shoulder",
    ),
    (
        "reject",
        "rebut refute disclaim demur dissent disagree forswear eschew shirk evade sidestep dodge stonewall scupper nix \
     squelch nullify invalidate void backtrack backpedal back-pedal welsh violate infringe transgress circumvent \
     forsake abstain foil frustrate hamper hinder impede mothball baulk scorn disdain retract recant skip \
     unsign block refrain",
    ),
    ("threaten", "bluster brandish overawe daunt"),
    (
        "accuse",
        "lambast excoriate pillory revile bemoan lament ridicule mock deride taunt jeer heckle boo insult slur smear \
     slander libel defame malign besmirch skewer carp grumble grouse gripe moan remonstrate expostulate admonish \
     browbeat harangue fulminate finger implicate incriminate inculpate summons investigate probe inquire audit \
     bristle rail",
    ),
    (
        "request",
        "supplicate importune coax cajole entice prod nudge goad pressure pressurize pressurise adjure enjoin beckon \
     canvass moot broach propound badger pester",
    ),
    (
        "support",
        "embrace espouse bless extol exalt glorify lionize lionise eulogize eulogise venerate toast felicitate comfort \
     condole commiserate rehabilitate vindicate validate legitimize legitimise affirm befriend woo court placate \
     appease mollify hearten embolden boost buoy promote tout trumpet cherish",
    ),
    (
        "cooperate",
        "reconnect reunite synchronize synchronise pool interoperate fraternize fraternise co-produce codevelop \
     co-develop intermarry mend hug",
    ),
    (
        "aid",
        "endow feed clothe vaccinate inoculate nurse rebuild reconstruct refinance replenish resupply \
     restock provision victual refuel re-equip underwrite succour succor medevac resuscitate extricate harbour \
     harbor accommodate loan defray earmark disburse airdrop air-drop allocate gift",
    ),
    (
        "withdraw",
        "decamp demilitarize demilitarise denuclearize denuclearise de-escalate deescalate defuse desert \
     unblock unseal unlock",
    ),
    ("surrender", "yield succumb buckle knuckle kowtow"),
    (
        "concede",
        "decriminalize decriminalise desegregate liberalize liberalise democratize democratise emancipate enfranchise \
     manumit forgive discontinue desist decolonize decolonise soften restitute",
    ),
    ("release", "parole reprieve spare absolve amnesty unshackle"),
    ("agree", "finalize finalise subscribe covenant amalgamate confederate coalesce reunify"),
    ("ratify", "legislate promulgate enshrine codify"),
    ("appoint", "install instal enthrone induct ordain anoint"),
];
