use super::*;

fn node(xpos: &'static str) -> Node {
    let upos = match xpos {
        "NNP" => Upos::Propn,
        "NN" | "NNS" => Upos::Noun,
        "MD" => Upos::Aux,
        "PRP" => Upos::Pron,
        "JJR" | "JJS" => Upos::Adj,
        "RB" => Upos::Part,
        _ => Upos::Verb,
    };
    Node { upos, xpos, head: None, relation: "" }
}

#[track_caller]
fn check(xpos: &'static str, known: &str, pairs: &str) {
    for pair in pairs.split_whitespace() {
        let (word, base) = pair.split_once('>').unwrap();
        let is_base = |_: Base, form: &str| known.split(' ').any(|k| k == form);
        assert_eq!(lemma(word, &node(xpos), is_base), base, "{word} as {xpos}");
    }
}

#[test]
fn regular_verbs_find_their_base_among_known_ones() {
    let known = "arrive plan travel call cancel negotiate visit merge hope hop discuss announce agree tie carry die raise bring change teach focus need";
    check(
        "VBD",
        known,
        "arrived>arrive planned>plan travelled>travel called>call cancelled>cancel negotiated>negotiate visited>visit merged>merge \
         hoped>hope hopped>hop discussed>discuss announced>announce agreed>agree carried>carry raised>raise changed>change",
    );
    check(
        "VBG",
        known,
        "arriving>arrive planning>plan hoping>hope agreeing>agree bringing>bring carrying>carry focusing>focus needing>need",
    );
    check("VBZ", known, "arrives>arrive carries>carry teaches>teach raises>raise discusses>discuss calls>call dies>die");
}

#[test]
fn unknown_verbs_follow_the_spelling_rules() {
    check("VBD", "", "blogged>blog voiced>voice zoomed>zoom faxed>fax sanctioned>sanction");
}

#[test]
fn irregular_verbs_and_clitics_are_in_the_table() {
    check("VBD", "", "met>meet flew>fly held>hold said>say left>leave was>be had>have 'd>have lay>lie found>find");
    check("VBN", "", "been>be gone>go withdrawn>withdraw");
    check("VBZ", "", "goes>go does>do 's>be has>have is>be");
    check("MD", "", "will>will wo>will ca>can 'd>would 'll>will");
    check("VB", "", "meet>meet found>found leave>leave");
}

#[test]
fn plurals_lose_their_endings() {
    let known = "talk visit party house case box speech hero size";
    check(
        "NNS",
        known,
        "talks>talk visits>visit parties>party houses>house cases>case boxes>box speeches>speech heroes>hero sizes>size crises>crisis \
         men>man spokeswomen>spokeswoman people>person series>series",
    );
}

#[test]
fn comparisons_pronouns_and_names() {
    check("JJR", "large big busy strong", "larger>large bigger>big busier>busy better>good stronger>strong");
    check("PRP", "", "them>they I>I him>he it>it");
    check("RB", "", "n't>not n’t>not not>not");
    check("NNP", "", "States>States Geneva>Geneva");
}
