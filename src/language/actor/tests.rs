//! Sentences of our own with the names that stand in them.

use super::{ActorKind, Actors, read};
use crate::article::{Article, Paragraph, ParagraphRole, PublishedBasis, TextSpan};
use crate::language::Document;
use proptest::prelude::*;

/// An article of the given paragraphs; the first is the headline where `headline` is set.
fn article(paragraphs: &[&str], headline: bool) -> Article {
    let text = paragraphs.join("\n\n");
    let mut start = 0;
    let mut spans = Vec::new();
    for (index, paragraph) in paragraphs.iter().enumerate() {
        let span = TextSpan::new(start, start + paragraph.len());
        let role = if headline && index == 0 { ParagraphRole::Headline } else { ParagraphRole::Body };
        spans.push(Paragraph { span, role, number: None });
        start = span.end + 2;
    }
    Article {
        title: String::new(),
        publisher: None,
        author: None,
        url: None,
        source: "test".to_owned(),
        sha256: String::new(),
        published: None,
        published_basis: PublishedBasis::None,
        published_candidates: Vec::new(),
        rows: Vec::new(),
        text,
        paragraphs: spans,
        notices: Vec::new(),
    }
}

fn actors(paragraphs: &[&str]) -> Actors {
    read(&Document::new(&article(paragraphs, false)))
}

/// The mentions of a text that are names and more than modifiers, as "Kind name".
fn told(paragraphs: &[&str]) -> Vec<String> {
    let actors = actors(paragraphs);
    let names = actors.mentions.iter().filter(|m| !m.modifier && !m.pronoun);
    names.filter_map(|m| actors.entity(m)).map(|e| format!("{:?} {}", e.kind, e.name)).collect()
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(told(&[text]), expected, "{text}");
}

/// All mentions of a text as "words → Kind name", with what marks them.
fn mentions(paragraphs: &[&str]) -> Vec<String> {
    let article = article(paragraphs, false);
    let actors = read(&Document::new(&article));
    let line = |m: &super::Mention| {
        let entity = actors.entity(m)?;
        let marks = [(m.modifier, " modifier"), (m.pronoun, " pronoun")];
        let marks: String = marks.iter().filter(|(set, _)| *set).map(|(_, word)| *word).collect();
        Some(format!("{} → {:?} {}{marks}", m.span.of(&article.text), entity.kind, entity.name))
    };
    actors.mentions.iter().filter_map(line).collect()
}

/// The person of this name: role and state.
#[track_caller]
fn person(text: &str, name: &str) -> (Option<String>, Option<String>) {
    let actors = actors(&[text]);
    let found = actors.entities.iter().find(|e| e.kind == ActorKind::Person && e.name == name);
    let Some(found) = found else { panic!("no {name} in {:?}", actors.entities) };
    (found.role.clone(), found.state.clone())
}

fn some(role: &str, state: &str) -> (Option<String>, Option<String>) {
    let given = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    (given(role), given(state))
}

#[test]
fn people_with_titles_before_their_names() {
    let cases = [
        ("U.S. special envoy Nora Halvik flew home.", "Nora Halvik", "U.S. special envoy", "United States"),
        ("Israeli Prime Minister Yitzhak Rabin agreed.", "Yitzhak Rabin", "Israeli Prime Minister", "Israel"),
        ("President of Iran Hassan Rouhani spoke.", "Hassan Rouhani", "President of Iran", "Iran"),
        ("Deputy Secretary of State Wendy Sherman left.", "Wendy Sherman", "Deputy Secretary of State", ""),
        ("UN Secretary-General António Guterres called.", "António Guterres", "UN Secretary-General", ""),
        ("Minister of Industry and Trade Denis Manturov came.", "Denis Manturov", "Minister of Industry and Trade", ""),
        ("Lieutenant General Hugh Shelton landed.", "Hugh Shelton", "Lieutenant General", ""),
        ("White House envoy Steve Witkoff arrived.", "Steve Witkoff", "White House envoy", "United States"),
        ("Chargé d’Affaires Cathy Westley met them.", "Cathy Westley", "Chargé d’Affaires", ""),
        ("European Commission President Ursula von der Leyen dined.", "Ursula von der Leyen", "European Commission President", ""),
        ("Former President Jimmy Carter helped.", "Jimmy Carter", "Former President", "United States"),
        ("Admiral Heihachiro Togo waited.", "Heihachiro Togo", "Admiral", ""),
        ("President Muhammadu Buhari of Nigeria signed.", "Muhammadu Buhari", "President", "Nigeria"),
    ];
    for (text, name, role, state) in cases {
        assert_eq!(person(text, name), some(role, state), "{text}");
    }
}

#[test]
fn people_with_roles_after_their_names() {
    let cases = [
        ("Nora Halvik, the U.S. special envoy, flew home.", "Nora Halvik", "U.S. special envoy", "United States"),
        ("Qasem Soleimani, head of Iran's Quds Force, was killed.", "Qasem Soleimani", "head of Iran's Quds Force", "Iran"),
        ("The Turkish foreign minister, Hulusi Akar, flew to Kyiv.", "Hulusi Akar", "Turkish foreign minister", "Turkey"),
    ];
    for (text, name, role, state) in cases {
        assert_eq!(person(text, name), some(role, state), "{text}");
    }
}

#[test]
fn names_keep_their_particles_hyphens_and_suffixes() {
    for name in [
        "Charles de Gaulle",
        "Ursula von der Leyen",
        "Bashar al-Assad",
        "Kim Jong-un",
        "Jean-Bertrand Aristide",
        "Lloyd J. Austin III",
        "Alexander M. Haig, Jr.",
        "Le Duc Tho",
        "Vo Nguyen Giap",
        "Zhou Enlai",
        "Nur al-Din ibn Karim",
    ] {
        let text = format!("On Friday the envoys met with {name} in Geneva.");
        assert_eq!(person(&text, name).0, None, "{text}");
    }
}

#[test]
fn crowns_and_peerages_belong_to_a_name_of_one_word() {
    check("King Hussein met Lord Carrington and Pope Francis.", &["Person King Hussein", "Person Lord Carrington", "Person Pope Francis"]);
    let text = "Saddam Hussein refused. Jordan's King Hussein wavered. Hussein of Jordan left.";
    assert!(told(&[text]).contains(&"Person King Hussein".to_owned()), "{:?}", told(&[text]));
}

#[test]
fn states_are_known_by_all_their_names() {
    for (text, state) in [
        ("The Soviet Union protested.", "Soviet Union"),
        ("The USSR protested.", "Soviet Union"),
        ("Yugoslavia broke up.", "Yugoslavia"),
        ("The German Democratic Republic closed the border.", "East Germany"),
        ("Czechoslovakia accepted.", "Czechoslovakia"),
        ("The Ottoman Empire declined.", "Ottoman Empire"),
        ("Türkiye mediated.", "Turkey"),
        ("The DPRK tested a missile.", "North Korea"),
        ("The U.S. objected.", "United States"),
        ("The French objected.", "France"),
        ("The Japanese occupied the town.", "Japan"),
    ] {
        let actors = actors(&[text]);
        let found = actors.mentions.iter().find(|m| !m.modifier).and_then(|m| actors.entity(m));
        assert_eq!(found.map(|e| (e.kind, e.state.as_deref())), Some((ActorKind::State, Some(state))), "{text}");
    }
}

#[test]
fn a_state_is_called_as_the_article_calls_it() {
    check("The U.S. objected.", &["State U.S."]);
    check("The U.S. objected. The United States left.", &["State United States", "State United States"]);
    check("American troops left.", &["Group American troops"]);
}

#[test]
fn a_capital_may_stand_for_its_state() {
    let actors = actors(&["Moscow rejected the plan, and the Kremlin said so."]);
    let seats: Vec<_> = actors.entities.iter().filter(|e| e.seat && e.locatable).map(|e| (e.name.as_str(), e.state.as_deref())).collect();
    assert_eq!(seats, [("Moscow", Some("Russia")), ("Kremlin", Some("Russia"))]);
}

#[test]
fn bodies_by_lists_and_by_their_telling_nouns() {
    check("NATO met the Taliban.", &["Body NATO", "Body Taliban"]);
    check("The Syrian Democratic Forces withdrew.", &["Body Syrian Democratic Forces"]);
    check("The Ministry of Foreign Affairs replied.", &["Body Ministry of Foreign Affairs"]);
    check("The Organization of American States met.", &["Body Organization of American States"]);
    check("The Tigray People's Liberation Front agreed.", &["Body Tigray People's Liberation Front"]);
}

#[test]
fn an_abbreviation_in_brackets_means_the_long_name() {
    let text = "The Northern River Council (NRC) met. Later the NRC voted.";
    assert_eq!(told(&[text]), ["Body Northern River Council", "Body Northern River Council"]);
    let actors = actors(&["The International Atomic Energy Agency (IAEA) met. The IAEA voted."]);
    let agency = actors.entities.first().map(|e| (e.name.as_str(), e.short.as_deref()));
    assert_eq!(agency, Some(("International Atomic Energy Agency", Some("IAEA"))));
}

#[test]
fn places_by_lists_by_nouns_and_by_what_stands_before() {
    check("They met in Sharm el-Sheikh.", &["Place Sharm el-Sheikh"]);
    check("The talks at Camp David failed.", &["Place Camp David"]);
    check("It lies on the Vorma River near Sulvan Pass.", &["Place Vorma River", "Place Sulvan Pass"]);
    check("The column entered Tell Tamer and Ain Issa at dawn.", &["Place Tell Tamer", "Place Ain Issa"]);
    check("A camp near Zortan was lost.", &["Place Zortan"]);
    check("The general moved his command to Tan Trao.", &["Place Tan Trao"]);
}

#[test]
fn occasions_are_no_actors_and_hide_the_place_in_their_name() {
    for (text, name) in [
        ("The Camp David Accords held.", "Camp David Accords"),
        ("The Treaty of Versailles failed.", "Treaty of Versailles"),
        ("The Cold War ended.", "Cold War"),
        ("The Cairo Declaration followed.", "Cairo Declaration"),
        ("The First World War began.", "First World War"),
        ("World War II ended.", "World War II"),
    ] {
        let actors = actors(&[text]);
        assert_eq!(actors.entities.iter().map(|e| (e.kind, e.name.as_str())).collect::<Vec<_>>(), [(ActorKind::Occasion, name)], "{text}");
    }
}

#[test]
fn an_occasion_held_where_its_name_says_shows_the_place() {
    let expected = ["Vladivostok Summit → Occasion Vladivostok Summit", "Vladivostok → Place Vladivostok modifier"];
    assert_eq!(mentions(&["The Vladivostok Summit ended."]), expected);
}

#[test]
fn groups_carry_their_state_and_part_at_and() {
    check("U.S. and Ukrainian officials met.", &["Group U.S. officials", "Group Ukrainian officials"]);
    check("The Ukrainian delegation left.", &["Group Ukrainian delegation"]);
    check("The U.S. and French contingents left.", &["Group U.S. contingent", "Group French contingent"]);
    check("The foreign ministers of Armenia and Azerbaijan met.", &["Group foreign ministers of Armenia and Azerbaijan"]);
    check("The heads of state of six countries met.", &["Group heads of state of six countries"]);
    check("Pro-Syrian militias attacked.", &["Group Pro-Syrian militias"]);
    check("The Syrian government replied.", &["Body Syrian government"]);
    check("The Muslims and Croats agreed.", &["Group Muslims", "Group Croats"]);
    let actors = actors(&["Senior Iranian negotiators left."]);
    assert_eq!(actors.entities.iter().find(|e| e.kind == ActorKind::Group).and_then(|e| e.state.as_deref()), Some("Iran"));
}

#[test]
fn qualifying_words_are_modifiers() {
    let expected = ["Russian envoy Kirill Dmitriev → Person Kirill Dmitriev", "Russian → State Russia modifier"];
    assert_eq!(mentions(&["Russian envoy Kirill Dmitriev left."]), expected);
    assert_eq!(mentions(&["NATO jets flew."]), ["NATO jets → Group NATO jets", "NATO → Body NATO modifier"]);
    assert_eq!(mentions(&["The U.S.-led talks went on."]), ["U.S. → State U.S. modifier"]);
}

#[test]
fn short_forms_find_the_full_name() {
    let text = ["Secretary Baker flew out. James Baker met Eduard Shevardnadze.", "Baker said no, and Mr. Shevardnadze agreed."];
    let names = told(&text);
    assert_eq!(names.iter().filter(|n| *n == "Person James Baker").count(), 3, "{names:?}");
    assert_eq!(names.iter().filter(|n| *n == "Person Eduard Shevardnadze").count(), 2, "{names:?}");
}

#[test]
fn family_names_may_come_first() {
    let names = told(&["Kim Jong-un met Moon Jae-in. Kim smiled. Moon smiled."]);
    assert_eq!(names, ["Person Kim Jong-un", "Person Moon Jae-in", "Person Kim Jong-un", "Person Moon Jae-in"]);
}

#[test]
fn spellings_of_one_name_are_one_person() {
    let names = told(&["Volodymyr Zelenskyy spoke. Later Zelensky left. Recep Tayyip Erdoğan met Mr. Erdogan's guests."]);
    assert_eq!(names.iter().filter(|n| *n == "Person Volodymyr Zelenskyy").count(), 2, "{names:?}");
    assert!(!names.contains(&"Person Erdogan".to_owned()), "{names:?}");
}

#[test]
fn people_of_one_surname_stay_apart() {
    let names = told(&["Attorney General Robert Kennedy called the ambassador. President Kennedy waited."]);
    assert!(names.contains(&"Person Kennedy".to_owned()), "{names:?}");
}

#[test]
fn pronouns_mean_the_subject_before() {
    let found = mentions(&["Warren Christopher flew to Dayton. He stayed a week."]);
    assert_eq!(found.last().map(String::as_str), Some("He → Person Warren Christopher pronoun"));
    let found = mentions(&["Mrs. Thatcher received Alexander Haig. She thanked the envoy."]);
    assert!(found.contains(&"She → Person Thatcher pronoun".to_owned()), "{found:?}");
}

#[test]
fn descriptions_find_their_holder() {
    let text = [
        "Egyptian President Anwar Sadat met Israeli Prime Minister Menachem Begin.",
        "The Egyptian president spoke first. The two leaders dined.",
    ];
    let found = mentions(&text);
    assert!(found.contains(&"The Egyptian president → Person Anwar Sadat pronoun".to_owned()), "{found:?}");
    assert_eq!(found.iter().filter(|m| m.starts_with("The two leaders")).count(), 2, "{found:?}");
    let unnamed = mentions(&["Yerevan's foreign minister sent his regrets."]);
    assert!(unnamed.contains(&"Yerevan's foreign minister → Group Yerevan's foreign minister pronoun".to_owned()), "{unnamed:?}");
}

#[test]
fn both_sides_are_the_states_told_last() {
    let found = mentions(&["India and China held talks. Both sides agreed to go on."]);
    assert!(found.contains(&"Both sides → State India pronoun".to_owned()), "{found:?}");
    assert!(found.contains(&"Both sides → State China pronoun".to_owned()), "{found:?}");
}

#[test]
fn a_headline_in_capitals_names_whom_the_body_names() {
    let article = article(&["Baker Presses Both Sides in Last Talks Before Summit", "James Baker spoke on Monday."], true);
    let actors = read(&Document::new(&article));
    let names: Vec<_> = actors.mentions.iter().filter(|m| !m.pronoun).filter_map(|m| actors.entity(m)).map(|e| e.name.as_str()).collect();
    assert_eq!(names, ["James Baker", "James Baker"]);
}

#[test]
fn what_is_no_name() {
    for text in [
        "On Monday talks began.",
        "Negotiations went on in May and at Easter.",
        "Frustrated, many left early.",
        "Nothing was signed before Christmas.",
        "The President, it was said, was tired.",
        "Yesterday was quiet.",
        "The major general question remained.",
        "However, the plan held.",
        "Of course the date was Nice, or so it seemed.",
        "\"Peace!\" was the cry.",
        "COVID-19 delayed the GDP figures.",
    ] {
        let named: Vec<_> = told(&[text]).into_iter().filter(|n| !n.starts_with("Group")).collect();
        assert!(named.is_empty() || text.contains("Nice") && named == ["Place Nice"], "{text}: {named:?}");
    }
}

#[test]
fn a_mention_is_found_by_any_of_its_tokens() {
    let article = article(&["Russian envoy Kirill Dmitriev left."], false);
    let document = Document::new(&article);
    let actors = read(&document);
    let first = actors.at(0).first().and_then(|m| actors.entity(m)).map(|e| e.name.as_str());
    assert_eq!(first, Some("Kirill Dmitriev"));
    assert_eq!(actors.at(4).len(), 0);
    assert_eq!(actors.within(&(0..6)).len(), actors.mentions.len());
}

#[test]
fn the_lists_are_sound() {
    let gazetteer = super::gazetteer::gazetteer();
    for (index, unit) in gazetteer.units.iter().enumerate() {
        assert!(!unit.name.is_empty() && !unit.name.contains(['|', ';']), "unit {index}: {:?}", unit.name);
    }
    // A state that a row of another list names must exist, else its bodies and cities have none.
    for (list, text) in super::gazetteer::stated_lists() {
        for line in text.lines().filter(|l| !l.starts_with('#') && !l.is_empty()) {
            let field = line.split('|').nth(list).unwrap_or("").trim();
            let known = field.is_empty() || field == "-" || gazetteer.units.iter().any(|u| u.name == field);
            assert!(known, "{line}");
        }
    }
}

proptest! {
    #[test]
    fn any_text_gives_sound_mentions(text in "(\\PC|[A-Z][a-z]{1,8} |the |of |and |President |, |'s |-|U\\.S\\. |Russian |officials |\\(NATO\\) ){0,60}") {
        let article = article(&[&text, &text], true);
        let document = Document::new(&article);
        let actors = read(&document);
        for mention in &actors.mentions {
            prop_assert!(mention.entity < actors.entities.len());
            prop_assert!(mention.tokens.start < mention.tokens.end && mention.tokens.end <= document.tokens.len());
            prop_assert!(mention.tokens.contains(&mention.head));
            prop_assert!(article.text.get(mention.span.start..mention.span.end).is_some_and(|t| !t.is_empty()));
        }
        prop_assert_eq!(&actors, &read(&document));
    }
}
