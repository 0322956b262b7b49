//! Abbreviations of news and histories whose full stop belongs to the word.

/// Titles and the like: a name or a number follows, so that no sentence ends with them.
const TITLES: [&str; 51] = [
    "mr", "mrs", "ms", "mx", "dr", "prof", "gen", "lt", "col", "maj", "capt", "sgt", "cpl", "pvt", "adm", "cmdr", "brig", "sen", "sens",
    "rep", "reps", "gov", "govs", "pres", "amb", "hon", "rev", "fr", "msgr", "messrs", "st", "sr", "mt", "ft", "supt", "insp", "atty",
    "asst", "dep", "vs", "viz", "cf", "eg", "ie", "approx", "ca", "esp", "incl", "resp", "vols", "gens",
];

/// They may stand in the middle of a sentence or at its end.
const OTHERS: [&str; 39] = [
    "inc", "corp", "co", "ltd", "llc", "plc", "bros", "jr", "etc", "al", "ave", "blvd", "rd", "dept", "univ", "assn", "est", "ind", "intl",
    "natl", "ph.d", "jan", "feb", "aug", "sept", "oct", "nov", "dec", "tues", "thurs", "calif", "fla", "mass", "conn", "va", "pa", "tenn",
    "ed", "eds",
];

/// Words of their own unless a number follows: "No. 10", "Art. 5", "Mar. 3".
const BEFORE_NUMBERS: [&str; 29] = [
    "no", "nos", "art", "arts", "sec", "secs", "vol", "pp", "p", "fig", "ch", "para", "paras", "jan", "feb", "mar", "apr", "jun", "jul",
    "aug", "sep", "sept", "oct", "nov", "dec", "c", "res", "stat", "doc",
];

/// Weekdays cut short; words too ("sun", "sat"), hence only with a capital.
const WEEKDAYS: [&str; 4] = ["Mon", "Tue", "Wed", "Fri"];

/// Whether a word takes in the full stop after it; `number_follows` is asked only where that decides.
pub(super) fn is_abbreviation(word: &str, number_follows: impl Fn() -> bool) -> bool {
    if word.len() > 7 || !word.is_ascii() {
        return false;
    }
    let known = |list: &[&str]| list.iter().any(|a| a.eq_ignore_ascii_case(word));
    if word == "v" || WEEKDAYS.contains(&word) {
        return true;
    }
    let capital = word.starts_with(|c: char| c.is_ascii_uppercase());
    // "st", "ed", "col" in lower case are words or ordinals' ends.
    let lower_allowed = ["vs", "cf", "eg", "ie", "viz", "approx", "ca", "esp", "incl", "resp", "vols", "etc", "al", "est"];
    if (capital || lower_allowed.contains(&word)) && (known(&TITLES) || known(&OTHERS)) {
        return true;
    }
    known(&BEFORE_NUMBERS) && number_follows()
}

/// Whether a token with its stop ("Mr.", "Gen.", "No.") never ends a sentence, whatever follows; `word` is folded.
pub fn never_ends_sentence(word: &str) -> bool {
    let bare = word.strip_suffix('.').unwrap_or(word);
    TITLES.contains(&bare) && bare != "sr" && bare != "ft" || matches!(bare, "e.g" | "i.e" | "v" | "no" | "nos")
}

/// Whether a token that ends in a stop of its own may end a sentence as well: "U.S.", "Inc.", "a.m."
pub fn may_end_sentence(word: &str) -> bool {
    word.len() > 1 && word.ends_with('.') && !never_ends_sentence(word)
}
