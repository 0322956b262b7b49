use super::*;
use proptest::prelude::*;

fn words(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    cut(text, 0, &mut tokens);
    tokens.iter().map(|t| t.span.of(text)).collect()
}

fn check(text: &str, expected: &str) {
    assert_eq!(words(text).join(" "), expected, "for {text:?}");
}

#[test]
fn clitics_are_tokens_of_their_own() {
    check("Moscow's envoys don't agree", "Moscow 's envoys do n't agree");
    check("Kyiv’s envoys can’t, won’t", "Kyiv ’s envoys ca n’t , wo n’t");
    check("They've said we'll see", "They 've said we 'll see");
    check("the leaders' talks", "the leaders ' talks");
    check("they cannot agree", "they can not agree");
    check("O'Brien met d'Ivoire in Sana'a", "O'Brien met d'Ivoire in Sana'a");
}

#[test]
fn hyphens_between_words_part_them() {
    check("a 30-year-old Russian-led plan", "a 30 - year - old Russian - led plan");
    check("U.S.-Japan talks in mid-1970s", "U.S. - Japan talks in mid - 1970s");
    check("COVID-19, G-20 and the U-2", "COVID-19 , G-20 and the U-2");
    check("from 1941–1945, May 3-5", "from 1941 – 1945 , May 3 - 5");
    check("peace—if it comes—holds", "peace — if it comes — holds");
}

#[test]
fn numbers_stay_whole() {
    check("$1,500.50 or 3.5%", "$ 1,500.50 or 3.5 %");
    check("at 10:30am on 2/3/2004", "at 10:30 am on 2/3/2004");
    check("May 3,1994", "May 3 , 1994");
    check("the '90s and the 1990s, 21st", "the '90s and the 1990s , 21st");
    check("the 1990's", "the 1990 's");
    check("at 9a.m. sharp", "at 9 a.m. sharp");
}

#[test]
fn abbreviations_keep_their_stop() {
    check("The U.S. and Mr. J. F. Smith Jr. met.", "The U.S. and Mr. J. F. Smith Jr. met .");
    check("No. 10 says no.", "No. 10 says no .");
    check("On Jan. 5 at 5 p.m. Gen. Lee", "On Jan. 5 at 5 p.m. Gen. Lee");
    check("It was etc... and so on", "It was etc ... and so on");
    check("in March.", "in March .");
    check("Ph.D. holders", "Ph.D. holders");
}

#[test]
fn marks_are_cut_off() {
    check("“Peace,” he said (twice).", "“ Peace , ” he said ( twice ) .");
    check("end.Next one", "end . Next one");
    check("see https://example.org/a?b=c.", "see https://example.org/a?b=c .");
    check("yes/no and/or", "yes / no and/or");
}

#[test]
fn folding_makes_quotes_straight() {
    let mut out = String::new();
    fold_into("Kyiv’S “ÉTAT”", &mut out);
    assert_eq!(out, "kyiv's \"état\"");
}

proptest! {
    #[test]
    fn tokens_cover_everything_but_white_space(text in "\\PC{0,80}") {
        let mut tokens = Vec::new();
        cut(&text, 0, &mut tokens);
        let mut at = 0;
        for token in &tokens {
            prop_assert!(token.span.start >= at && token.span.end > token.span.start);
            prop_assert!(text[at..token.span.start].chars().all(is_space));
            at = token.span.end;
        }
        prop_assert!(text[at..].chars().all(is_space));
    }

    #[test]
    fn likely_texts_never_panic(text in "([A-Za-z0-9]{1,4}|[.,'’:/$&@ -]|n't|U\\.S\\.|–|é|…){0,40}") {
        let mut tokens = Vec::new();
        cut(&text, 0, &mut tokens);
        prop_assert_eq!(tokens.iter().map(|t| t.span.of(&text)).collect::<String>(), text.replace(' ', ""));
    }
}
