//! Sentences of our own, the title and the kind that they must give.

use super::{EventMention, Kind, Sources, Status};
use crate::article::load;
use crate::language::{Document, actor, time};

/// The mentions of a text under a headline that tells nothing.
pub(super) fn mentions(body: &str) -> Vec<EventMention> {
    let article = load(format!("A headline without news\n\n{body}\n").as_bytes(), "test.txt").expect("a text");
    let published = chrono::NaiveDate::from_ymd_opt(2024, 5, 17);
    let document = Document::new(&article);
    let times = time::read(&document, published);
    let actors = actor::read(&document);
    let called = super::names(&document, &actors);
    super::read(Sources { document: &document, times: &times, actors: &actors, published, called: &called }).mentions
}

/// Checks that each sentence has a mention with the title and the value.
fn check<V: PartialEq + std::fmt::Debug + Copy>(corpus: &[(&str, &str, V)], value: impl Fn(&EventMention) -> V) {
    let mut wrong = Vec::new();
    for (sentence, title, expected) in corpus {
        let found: Vec<(String, V)> = mentions(sentence).iter().map(|m| (m.title.clone(), value(m))).collect();
        if !found.iter().any(|(t, v)| t == title && v == expected) {
            wrong.push(format!("{sentence}\n   wanted {title} {expected:?}\n   got    {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn kinds_follow_object_subject_and_purpose() {
    check(
        &[
            // By the object.
            ("Rebels took the town of Marby on 3 May.", "Rebels take town of Marby", Kind::Assault),
            ("The council imposed a ban on oil exports in March.", "Council imposes ban on oil exports", Kind::Sanction),
            ("Norland lifted its embargo on Tuesday.", "Norland lifts embargo", Kind::Concede),
            ("The general ordered troops to the border on Monday.", "General orders troops to border", Kind::Mobilize),
            ("Sweden reopened its embassy in Tripoli on 4 May.", "Sweden reopens embassy in Tripoli", Kind::Cooperate),
            ("Norway dropped its objections on Tuesday.", "Norway drops objections", Kind::Agree),
            ("The navy began drills off the coast on Friday.", "Navy begins drills off coast", Kind::Mobilize),
            ("Kenya withdrew its ambassador from Mali in June 2019.", "Kenya withdraws ambassador from Mali", Kind::Sanction),
            ("The ministry announced a package of aid for Chad on Monday.", "Ministry announces package of aid for Chad", Kind::Aid),
            // By a phrase.
            ("Peru withdrew from the talks on Thursday.", "Peru withdraws from talks", Kind::Reject),
            ("The defendants were put on trial in May.", "Defendants put on trial", Kind::Coerce),
            // By the subject.
            ("Demonstrators stormed the ministry on Sunday.", "Demonstrators storm ministry", Kind::Protest),
            ("Soldiers entered Bamako on 2 May.", "Soldiers enter Bamako", Kind::Mobilize),
            // By purpose.
            ("Anna Berg flew to Paris on Monday to sign the treaty.", "Anna Berg flies to Paris to sign treaty", Kind::Agree),
            // By what is announced, said or ordered.
            ("Chad announced the withdrawal of its troops on Monday.", "Chad announces withdrawal of troops", Kind::Retreat),
            ("Prices fell on Monday.", "Prices fall", Kind::Other),
            ("The patrol met resistance on Monday.", "Patrol meets resistance", Kind::Other),
            // Idioms.
            ("Maria Costa put her name to the accord on Monday.", "Maria Costa puts name to accord", Kind::Agree),
            ("Chad tore up the treaty on Monday.", "Chad tears up treaty", Kind::Reject),
            ("Workers poured into the streets on Monday.", "Workers pour into streets", Kind::Protest),
            ("The two sides broke the ceasefire on Monday.", "Two sides break ceasefire", Kind::Assault),
            // A particle says nothing without its noun, and all words of an idiom count.
            ("Talks opened in Oslo on Monday.", "Talks open in Oslo", Kind::Consult),
            ("The Marby Conference opened on Monday.", "Marby Conference opens", Kind::Consult),
            ("A train took the delegation to Rome on Monday.", "Train takes delegation to Rome", Kind::Other),
            ("Protesters took to the streets on Monday.", "Protesters take to streets", Kind::Protest),
            ("The envoys sat down in Riga on Monday.", "Envoys sit down in Riga", Kind::Consult),
            ("Fighting broke out in Marby on Monday.", "Fighting breaks out in Marby", Kind::Assault),
            ("Riots broke out in Marby on Monday.", "Riots break out in Marby", Kind::Protest),
            // Objects decide between families.
            ("Norland skipped the summit on Monday.", "Norland skips summit", Kind::Reject),
            ("Chad gave Mali an ultimatum on Monday.", "Chad gives Mali ultimatum", Kind::Threaten),
            ("Chad brought troops to the border on Monday.", "Chad brings troops to border", Kind::Mobilize),
            ("Chad brought its troops home on Monday.", "Chad brings troops home", Kind::Retreat),
            ("The council seized the assets of the bank on Monday.", "Council seizes assets of bank", Kind::Coerce),
            ("Miners staged a strike on Monday.", "Miners stage strike", Kind::Protest),
            ("Jets launched strikes on Marby on Monday.", "Jets launch strikes on Marby", Kind::Assault),
        ],
        |m| m.kind,
    );
}

#[test]
fn titles_are_what_a_person_would_write() {
    check(
        &[
            // A negation is never lost.
            (
                "Maria Costa asked the senate not to ratify the treaty on Monday.",
                "Maria Costa asks senate not to ratify treaty",
                Status::Happened,
            ),
            ("The talks failed to start on Monday.", "Talks fail to start", Status::CalledOff),
            // A verb that says how it came about stays.
            ("Chad was forced to withdraw its troops on Monday.", "Chad forced to withdraw troops", Status::Happened),
            // Called off, due, and over.
            ("The meeting in Oslo was struck from the diary.", "Meeting in Oslo struck from diary", Status::CalledOff),
            ("The talks fell through on Monday.", "Talks fall through", Status::CalledOff),
            ("The summit was shelved on Monday.", "Summit shelved", Status::CalledOff),
            ("Chad ceased to exist in 1999.", "Chad ceases to exist", Status::Happened),
            ("A meeting was pencilled in for 20 May 2024.", "Meeting pencilled in", Status::Expected),
            // Doubled words and joints of clauses stay out.
            ("Chad and Mali opened negotiations on Monday in response to the raid.", "Chad and Mali open negotiations", Status::Happened),
            // Two offices are one person; a long word is not cut in its middle.
            ("Anna Berg met Deputy Premier and Foreign Minister Ivar Lund on Monday.", "Anna Berg meets Ivar Lund", Status::Happened),
            (
                "Norway and Sweden opened a long series of ambassadorial-level talks in Oslo on Monday.",
                "Norway and Sweden open long series of talks in Oslo",
                Status::Happened,
            ),
            // Hollow heads give way to what they lead over to.
            ("Delegates met under the leadership of Anna Berg on Monday.", "Delegates meet under Anna Berg", Status::Happened),
            // Peoples and groups take a plural verb.
            ("The Serbs attacked Zadar on 3 May 1993.", "Serbs attack Zadar", Status::Happened),
            // An event suffers what its participle tells.
            ("The cease-fire announced on Monday was broken.", "Cease-fire announced", Status::Happened),
        ],
        |m| m.status,
    );
}

#[test]
fn kinds_follow_circumstances() {
    let kind = |told: &EventMention| told.kind;
    let of = |text: &str| mentions(text).first().map(kind);
    for (sentence, expected) in [
        // A battle in which it happens; a war of words is none.
        ("General Berg was humiliated in the Battle of Marby in May 1963.", Kind::Assault),
        ("Minister Berg was humiliated in the debate in May 1963.", Kind::Other),
        // Armies that take ground, weapons that strike.
        ("Federal troops advanced into the east on 6 July 1967.", Kind::Assault),
        ("Federal troops came ashore west of Marby on 6 July 1967.", Kind::Assault),
        ("Two shells landed on the market in Marby on Monday.", Kind::Assault),
        ("The price landed on the table on Monday.", Kind::Other),
        // Somebody moves to a place, is seen there, spends a day there.
        ("Anna Berg crossed to Baku on Monday.", Kind::Consult),
        ("Oil crossed to Baku on Monday.", Kind::Other),
        ("Anna Berg saw Maria Costa on Monday.", Kind::Consult),
        ("Anna Berg saw the danger on Monday.", Kind::Other),
        // Dismissing people ends an office, dismissing a request refuses it.
        ("The president dismissed Maria Costa on Monday.", Kind::Other),
        ("The president dismissed the request on Monday.", Kind::Reject),
        // Crushing a revolt is war, an attack called off is one that does not come.
        ("Federal troops crushed the rebellion in May 1963.", Kind::Assault),
        ("The general cancelled the offensive on Monday.", Kind::Concede),
        // What somebody is ready to do is what is told.
        ("Anna Berg told the cabinet on Sunday that Norland was willing to withdraw.", Kind::Retreat),
        // Units and members.
        ("General Berg formed a new division in May 1963.", Kind::Mobilize),
        ("Norland became a member of the union in May 1963.", Kind::Agree),
        // Plain verbs.
        ("Rebels pursued the army in May 1963.", Kind::Assault),
        ("The police searched the offices on Monday.", Kind::Coerce),
        ("The union subscribed to the principles on Monday.", Kind::Agree),
    ] {
        assert_eq!(of(sentence), Some(expected), "{sentence}");
    }
}

#[test]
fn places_of_an_event_told_as_subject_or_by_its_capital() {
    let places = |text: &str| mentions(text).into_iter().filter(|m| m.verb.is_some()).flat_map(|m| m.places).collect::<Vec<_>>();
    assert_eq!(places("An emergency session in Brussels failed on Monday."), ["Brussels"]);
    assert_eq!(places("The fourth round was held on Monday in the Omani capital."), ["Omani capital"]);
    // A battle is fought at the place of its name, known or not; an operation's name is no place.
    assert_eq!(places("Berg was defeated at the Battle of Seven Pines in May 1963."), ["Seven Pines"]);
    assert_eq!(places("The rebels lost ground in Operation Thunder in May 1963."), [""; 0]);
    // A people is no place, nor is a ship that is sunk.
    assert_eq!(places("The offensive was launched against the Japanese in May 1944."), [""; 0]);
    assert_eq!(places("The navy sank the Bismarck in May 1941."), [""; 0]);
    // A friend in Brussels is nowhere that the clause happens.
    assert_eq!(places("A friend of the session in Brussels failed on Monday."), [""; 0]);
}

#[test]
fn what_was_tried_happened_and_what_was_planned_may_be_dropped() {
    let status = |text: &str| mentions(text).iter().map(|m| m.status).collect::<Vec<_>>();
    assert_eq!(status("Rebels attempted to cross the river on 3 May 2020."), [Status::Happened]);
    assert_eq!(status("Rebels want to cross the river on 3 June 2024."), [Status::Proposed]);
    assert_eq!(status("A meeting, pencilled in for June, was dropped."), [Status::CalledOff]);
    assert_eq!(status("A meeting was pencilled in for June."), [Status::Expected]);
}

#[test]
fn verbs_in_ate_keep_their_e() {
    check(&[("The dispute culminated on Monday.", "Dispute culminates", ())], |_| ());
}

#[test]
fn a_title_names_nobody_twice() {
    // At the head of a title a word has a capital.
    check(&[("The ministers met in Bonn on Monday.", "Ministers meet in Bonn", ())], |_| ());
}

#[test]
fn whom_a_visit_meets_takes_part_in_any_form_of_the_verb() {
    let partners = |text: &str| {
        let told = mentions(text);
        told.iter().filter(|m| m.base == "visit").flat_map(|m| m.patients.iter().map(|p| p.name.clone())).collect::<Vec<_>>()
    };
    let told = partners("Anna Berg visited Baku on Monday, where she met President Lena Orlova.");
    assert!(told.contains(&"Lena Orlova".to_owned()), "{told:?}");
}

/// Each infinitive hangs on the one before: every part of the tree is walked once, or this would not return.
#[test]
fn a_long_chain_of_infinitives_is_walked_once() {
    let chain = " to ask ministers to urge leaders".repeat(100);
    let told = mentions(&format!("Anna Berg flew to Paris on Monday to meet delegates{chain}."));
    assert!(told.iter().any(|m| m.title.starts_with("Anna Berg flies to Paris")), "{told:?}");
    assert!(told.iter().all(|m| m.title.split_whitespace().count() <= super::phrase::LONGEST), "{told:?}");
}

/// Whatever the object leaves, a preposition of three words fits in the title with a word after it, or stays out.
#[test]
fn a_long_preposition_never_outruns_its_words() {
    for adjectives in 0..8 {
        for phrase in ["in front of Maria Costa", "on behalf of Chad", "out of Norland"] {
            let object =
                format!("the {}treaty", ["new ", "long ", "last ", "great ", "small ", "old ", "late ", "good "][..adjectives].concat());
            for told in mentions(&format!("Anna Berg signed {object} {phrase} on Monday.")) {
                let words = told.title.split_whitespace().count();
                assert!(words <= super::phrase::LONGEST && !told.title.ends_with(" of"), "{}", told.title);
            }
        }
    }
}

/// "conquering the one in August and seizing the other in September": neither has the other's date.
#[test]
fn of_verbs_in_a_row_each_has_its_own_date() {
    let told = mentions("Norland began its campaign, conquering Sudland in August 1940 and seizing Ostland in September 1940.");
    for base in ["conquer", "seize"] {
        let times = told.iter().find(|m| m.base == base).map(|m| m.times.len());
        assert_eq!(times, Some(1), "{base}: {told:?}");
    }
}

/// In the present tense, "until" tells what is not there yet.
#[test]
fn what_is_awaited_is_expected() {
    check(
        &[
            (
                "Norland must wait until the foreign minister of Norway visits Baghdad.",
                "Foreign minister of Norway to visit Baghdad",
                Status::Expected,
            ),
            (
                "Norland waited until the foreign minister of Norway visited Baghdad.",
                "Foreign minister of Norway visits Baghdad",
                Status::Happened,
            ),
        ],
        |m| m.status,
    );
}

/// The days of the first time that hangs on the verb with a base form.
fn days(body: &str, base: &str) -> Option<(String, String)> {
    let article = load(format!("A headline without news\n\n{body}\n").as_bytes(), "test.txt").expect("a text");
    let published = chrono::NaiveDate::from_ymd_opt(2024, 5, 17);
    let document = Document::new(&article);
    let times = time::read(&document, published);
    let told = mentions(body);
    let timing = told.iter().find(|m| m.base == base)?.times.first()?;
    let stretch = times.get(timing.expression)?.stretch?;
    let day = |d| chrono::NaiveDate::from_num_days_from_ce_opt(d).map(|d| d.to_string());
    Some((day(stretch.earliest)?, day(stretch.latest)?))
}

#[test]
fn a_verb_has_the_date_that_is_meant_for_it() {
    let corpus = [
        // A date with a complement of its own names nothing that stands behind it.
        ("At the beginning of November 2023 Carl Dahl left Laketown.", "leave", Some(("2023-11-01", "2023-11-10"))),
        // What is singled out.
        ("It was late August 2023 before the envoys could sign the treaty.", "sign", Some(("2023-08-21", "2023-08-31"))),
        // The day of a deed that happens, or of what was made.
        ("The 7 August 2023 blasts killed 257 people in Norland.", "kill", Some(("2023-08-07", "2023-08-07"))),
        ("They broke the 23 February 2023 accord signed by Ann Lee and Bo Berg.", "sign", Some(("2023-02-23", "2023-02-23"))),
        // What came before it.
        ("On 17 September 2023, after signing a truce with Norland, the Sudlanders invaded Westland.", "sign", None),
        (
            "On 17 September 2023, after signing a truce with Norland, the Sudlanders invaded Westland.",
            "invade",
            Some(("2023-09-17", "2023-09-17")),
        ),
        // Who agrees does so on the day told before, whatever is agreed lies ahead; so does who uses.
        ("On 1 December, the two sides agreed to try again in Laketown.", "agree", Some(("2023-12-01", "2023-12-01"))),
        (
            "Then, on 20 December, Bo Berg used a speech to announce that he would send envoys.",
            "announce",
            Some(("2023-12-20", "2023-12-20")),
        ),
    ];
    for (body, base, expected) in corpus {
        let found = days(body, base);
        assert_eq!(found.as_ref().map(|(a, b)| (a.as_str(), b.as_str())), expected, "{base} in {body}");
    }
}
