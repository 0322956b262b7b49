//! Sentences of our own and who takes part in what they tell.

use crate::article::load;
use crate::chronology::read;

/// The participants of the event whose title holds the given words.
#[track_caller]
fn check(body: &str, title: &str, people: &[&str]) {
    let article = load(format!("A headline without news\n\n{body}\n").as_bytes(), "test.txt").expect("a text");
    let told = read(&article, "2024-05-17".parse().ok());
    let found = told.events.iter().find(|e| e.title.contains(title));
    let titles: Vec<&str> = told.events.iter().map(|e| e.title.as_str()).collect();
    assert_eq!(found.map(|e| e.participants.iter().map(String::as_str).collect::<Vec<_>>()), Some(people.to_vec()), "{body}\n{titles:?}");
}

#[test]
fn a_list_of_names_is_read_to_its_end() {
    check(
        "Lena Orlova, Senator Paul Reed, and General Karl Brandt flew to Oslo on Monday.",
        "fly to Oslo",
        &["Lena Orlova", "Paul Reed", "Karl Brandt"],
    );
    check(
        "Lena Orlova held talks on Monday with President of the Swiss Confederation Anna Keller and President of Ukraine Petro Melnyk.",
        "talks",
        &["Lena Orlova", "Anna Keller", "Petro Melnyk"],
    );
}

#[test]
fn whose_proposal_is_turned_down_takes_part() {
    check("Argentina rejected Haig's final proposal on 29 April 1982.", "reject", &["Argentina", "Haig"]);
    check("On 3 May 2024 Iran accepted the French offer.", "accept", &["Iran", "France"]);
}

#[test]
fn a_noun_tells_who_acts_by_the_word_before_it() {
    check("NATO airstrikes began on 30 August 1995.", "airstrikes", &["NATO"]);
}

#[test]
fn him_is_not_who_acts() {
    check("Lena Orlova received Tomas Berg on Monday. Karl Brandt met him on Tuesday.", "Brandt meets", &["Karl Brandt", "Tomas Berg"]);
}

#[test]
fn the_parties_are_those_told_together() {
    check(
        "On Monday Lena Orlova met Tomas Berg in Oslo. The parties agreed to reopen the border on Tuesday.",
        "agree",
        &["Lena Orlova", "Tomas Berg"],
    );
}

#[test]
fn talks_told_without_anybody_are_those_of_the_people_before() {
    check("Lena Orlova met Tomas Berg on Monday. Talks resumed on Wednesday.", "resume", &["Lena Orlova", "Tomas Berg"]);
}

#[test]
fn a_capital_that_acts_is_a_party() {
    check("Washington and Moscow pledged on 3 May 1986 to keep the terms.", "pledge", &["Washington", "Moscow"]);
}

#[test]
fn a_long_title_names_its_holder() {
    check("Assistant Secretary for the Bureau of African Affairs Dr. Karen Holm will visit Nairobi on Monday.", "Nairobi", &["Karen Holm"]);
}

#[test]
fn words_after_a_common_noun_name_whom_it_means() {
    check(
        "The alliance invited three neighbours \u{2013} Poland, Hungary and Romania \u{2013} on 8 July 1997.",
        "invite",
        &["Poland", "Hungary", "Romania"],
    );
    check("The army overthrew the government of Lena Orlova on 3 May 1991.", "overthrow", &["Lena Orlova"]);
}

#[test]
fn a_land_votes() {
    check("Elections were held in Latvia on 5 March 1995.", "lections", &["Latvia"]);
}

#[test]
fn names_after_a_date_act() {
    let told = "Ann Lee and Bo Berg met Carl Dahl in April.\n\nOn the last Monday of February, Lee and Berg sat down with Dahl in Oslo.";
    check(told, "sit down", &["Ann Lee", "Bo Berg", "Carl Dahl"]);
    check("At the beginning of March Carlos de la Vega and Iván Robles flew to Havana.", "fly", &["Carlos de la Vega", "Iván Robles"]);
}

#[test]
fn a_list_is_read_from_its_first_name() {
    check(
        "Poland, the Czech Republic and Hungary, who were invited in July 1997, will join NATO on March 12.",
        "join NATO",
        &["Poland", "Czech Republic", "Hungary", "NATO"],
    );
}

#[test]
fn who_is_only_counted_or_sent_takes_no_part() {
    check("Norland evacuated about 80 people in the town of Havel on Monday.", "evacuate", &["Norland"]);
    check("Lena Orlova sent 10,000 troops to the border on Monday.", "send", &["Lena Orlova"]);
    check("French troops attacked Russian soldiers on Monday.", "attack", &["French troops", "Russian soldiers"]);
}
