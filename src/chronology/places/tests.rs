//! Sentences of our own and where what they tell takes place.

use super::written;
use crate::article::load;
use crate::chronology::read;
use crate::language::actor::{ActorKind, Entity};

/// The places of the event whose title holds the given words.
#[track_caller]
fn check(body: &str, title: &str, places: &[&str]) {
    let article = load(format!("A headline without news\n\n{body}\n").as_bytes(), "test.txt").expect("a text");
    let told = read(&article, "2024-05-17".parse().ok());
    let found = told.events.iter().find(|e| e.title.contains(title));
    let titles: Vec<&str> = told.events.iter().map(|e| e.title.as_str()).collect();
    assert_eq!(found.map(|e| e.places.iter().map(String::as_str).collect::<Vec<_>>()), Some(places.to_vec()), "{body}\n{titles:?}");
}

#[test]
fn a_phrase_belongs_to_what_it_hangs_on() {
    check("Students clashed with riot police in Lyon on Tuesday.", "clash", &["Lyon"]);
    check("The rebels set up a checkpoint at the Halvard bridge on 3 April 2023.", "checkpoint", &["Halvard bridge"]);
    check("The general met the envoys behind closed doors in Nairobi on Monday.", "meet", &["Nairobi"]);
    // What a place is spoken of is no place of the talk.
    check("France and Egypt discussed the situation in Libya on Monday.", "discuss", &[]);
    check("The United States gave military aid to Greece in May 1947.", "aid", &[]);
}

#[test]
fn force_is_used_where_it_is_aimed() {
    check("NATO began to bomb Serbia, Russia’s ally, in March 1999.", "bomb", &["Serbia"]);
    check("Rebels attacked the garrison of Goma on 20 November 2012.", "attack", &["Goma"]);
    check("On 14 June 1982 British forces captured the islands' capital, Port Stanley.", "capture", &["Port Stanley"]);
}

#[test]
fn a_city_may_have_its_land_beside_it() {
    check("The ministers met in Baku, Azerbaijan, on Tuesday.", "meet", &["Baku", "Azerbaijan"]);
    check("The ministers met in Niamey, Niger's capital, on Tuesday.", "meet", &["Niamey", "Niger"]);
}

#[test]
fn a_summit_is_held_where_its_name_says() {
    check("At the Vladivostok Summit on 23 November 1974 Ford and Brezhnev agreed on a framework.", "Vladivostok", &["Vladivostok"]);
}

#[test]
fn the_city_is_the_one_told_last() {
    check("French ships reached Haiphong on 20 November 1946. On 23 November 1946 the fleet bombarded the city.", "bombard", &["Haiphong"]);
    check("Arafat flew to Cairo on 3 May 2001. He met the ministers there on 5 May 2001.", "meet", &["Cairo"]);
}

#[test]
fn what_opens_a_sentence_holds_for_all_of_it() {
    check("In Bangkok, the minister dined with the king on Monday and met the premier on Tuesday.", "premier", &["Bangkok"]);
}

#[test]
fn a_fight_goes_on_where_it_was_told() {
    check("Rebel troops attacked Goma on 20 November 2012. Two days later the army counterattacked.", "counterattack", &["Goma"]);
}

#[test]
fn a_people_votes_at_home() {
    check("Croatia declared independence on 25 June 1991.", "independence", &["Croatia"]);
    check("A Croatian referendum took place on 19 May 1991.", "referendum", &["Croatia"]);
}

#[test]
fn a_conference_opens_where_its_name_says() {
    check("The Madrid Conference opened on 30 October 1991.", "Madrid", &["Madrid"]);
}

#[test]
fn only_a_line_of_place_and_date_is_a_dateline() {
    let told = |line: &str| {
        let text =
            format!("Meeting with the president of Latvia\n\n{line}\n\nMarta Lindqvist met President Lena Orlova. They signed a treaty.\n");
        let article = load(text.as_bytes(), "test.txt").expect("a text");
        let told = read(&article, "2010-06-11".parse().ok());
        told.events.iter().filter(|e| e.title.contains("treaty")).flat_map(|e| e.places.clone()).collect::<Vec<_>>()
    };
    assert_eq!(told("June 10, 2010 22:00 Tashkent"), ["Tashkent"]);
    assert_eq!(told("June 10, 2010 The Blue Hall, Tashkent"), ["Blue Hall", "Tashkent"]);
    assert_eq!(told("Prices rose in Warsaw on June 9, 2010"), [""; 0]);
}

#[test]
fn names_in_capitals_are_written_as_in_a_sentence() {
    let entity = |name: &str, kind, state: Option<&str>| Entity {
        kind,
        name: name.to_owned(),
        short: None,
        role: None,
        state: state.map(str::to_owned),
        locatable: true,
        seat: false,
    };
    assert_eq!(written(&entity("GENEVA", ActorKind::Place, Some("Switzerland"))), "Geneva");
    assert_eq!(written(&entity("NEW YORK", ActorKind::Place, None)), "New York");
    assert_eq!(written(&entity("FRANCE", ActorKind::State, Some("France"))), "France");
    assert_eq!(written(&entity("USSR", ActorKind::State, Some("Soviet Union"))), "USSR");
}

#[test]
fn a_republican_is_no_republic() {
    check("Chad announced a republican reform on Monday.", "reform", &[]);
    check("Chad proclaimed a republic on Monday.", "republic", &["Chad"]);
}

#[test]
fn a_city_told_with_its_land_is_told_with_both() {
    check("Anna Berg will visit Baku, Azerbaijan, on June 15, where she will meet Lena Orlova.", "visit Baku", &["Baku", "Azerbaijan"]);
    check("Anna Berg visited Baku, Lima and Quito in April.", "visit", &["Baku", "Lima", "Quito"]);
}
