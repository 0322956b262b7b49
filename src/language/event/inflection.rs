//! English inflection: all forms of a base form, the base form of a form, and the present tense for titles.

use crate::language::wordlist::listed;
use std::collections::HashMap;
use std::sync::OnceLock;

/// What a form of a verb can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum VerbForm {
    Base,
    /// "meets"
    Third,
    /// "met", "began"
    Past,
    /// "met", "begun"
    Participle,
    /// "meeting"
    Gerund,
}

/// Irregular verbs: base, past, participle.
const IRREGULAR: &str = "arise arose arisen,awake awoke awoken,be was been,bear bore borne,beat beat beaten,become became become,begin began begun,\
bend bent bent,bet bet bet,bid bid bid,bind bound bound,bite bit bitten,bleed bled bled,blow blew blown,break broke broken,bring brought brought,\
broadcast broadcast broadcast,build built built,burst burst burst,buy bought bought,cast cast cast,catch caught caught,choose chose chosen,\
cling clung clung,come came come,cost cost cost,cut cut cut,deal dealt dealt,dig dug dug,do did done,draw drew drawn,drink drank drunk,\
drive drove driven,eat ate eaten,fall fell fallen,feed fed fed,feel felt felt,fight fought fought,find found found,flee fled fled,fly flew flown,\
forbid forbade forbidden,forget forgot forgotten,forgive forgave forgiven,freeze froze frozen,get got got,give gave given,go went gone,grow grew grown,\
hang hung hung,have had had,hear heard heard,hide hid hidden,hit hit hit,hold held held,hurt hurt hurt,keep kept kept,know knew known,lay laid laid,\
lead led led,leave left left,lend lent lent,let let let,lie lay lain,light lit lit,lose lost lost,make made made,mean meant meant,meet met met,\
offset offset offset,outlaw outlawed outlawed,overcome overcame overcome,override overrode overridden,overrun overran overrun,oversee oversaw overseen,\
overthrow overthrew overthrown,pay paid paid,put put put,quit quit quit,read read read,rebuild rebuilt rebuilt,rend rent rent,resit resat resat,\
retake retook retaken,rewrite rewrote rewritten,ride rode ridden,ring rang rung,rise rose risen,run ran run,say said said,see saw seen,seek sought sought,\
sell sold sold,send sent sent,set set set,shake shook shaken,shed shed shed,shine shone shone,shoot shot shot,show showed shown,shrink shrank shrunk,\
shut shut shut,sing sang sung,sink sank sunk,sit sat sat,sleep slept slept,slide slid slid,speak spoke spoken,spend spent spent,split split split,\
spread spread spread,spring sprang sprung,stand stood stood,steal stole stolen,stick stuck stuck,strike struck struck,strive strove striven,\
swear swore sworn,sweep swept swept,swim swam swum,swing swung swung,take took taken,teach taught taught,tear tore torn,tell told told,\
think thought thought,throw threw thrown,undergo underwent undergone,understand understood understood,undertake undertook undertaken,\
undo undid undone,uphold upheld upheld,upset upset upset,wage waged waged,wake woke woken,wear wore worn,weep wept wept,win won won,\
wind wound wound,withdraw withdrew withdrawn,withhold withheld withheld,withstand withstood withstood,write wrote written";

/// Verbs of two syllables and more that double their last consonant, or that British writers double.
const DOUBLING: &str = "admit commit permit submit transmit omit emit remit compel expel propel repel rebel impel dispel defer refer confer prefer \
infer transfer occur incur concur recur abet regret begin forget upset embed control patrol equip abhor deter debar disbar annul enrol extol quit \
travel pencil cancel signal label level model quarrel fuel rival marshal shovel duel channel funnel counsel handicap kidnap program worship overlap unzip";

/// Base forms in -e that the spelling of their past does not give away.
const SILENT_E: &str = "agree free guarantee decree flee referee disagree oversee tie die lie untie dye";

fn irregular() -> &'static HashMap<&'static str, (&'static str, &'static str)> {
    static TABLE: OnceLock<HashMap<&'static str, (&'static str, &'static str)>> = OnceLock::new();
    TABLE.get_or_init(|| {
        IRREGULAR
            .split(',')
            .filter_map(|row| {
                let mut words = row.split_whitespace();
                Some((words.next()?, (words.next()?, words.next()?)))
            })
            .collect()
    })
}

fn irregular_forms() -> &'static HashMap<&'static str, (&'static str, VerbForm)> {
    static TABLE: OnceLock<HashMap<&'static str, (&'static str, VerbForm)>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = HashMap::new();
        let mut rows: Vec<_> = irregular().iter().collect();
        rows.sort_unstable();
        for (base, (past, participle)) in rows {
            table.entry(*past).or_insert((*base, VerbForm::Past));
            table.entry(*participle).or_insert((*base, VerbForm::Participle));
        }
        table.extend([("were", ("be", VerbForm::Past)), ("is", ("be", VerbForm::Third)), ("are", ("be", VerbForm::Third))]);
        table.extend([("am", ("be", VerbForm::Third)), ("has", ("have", VerbForm::Third)), ("does", ("do", VerbForm::Third))]);
        table.extend([("goes", ("go", VerbForm::Third)), ("found", ("find", VerbForm::Past)), ("lay", ("lie", VerbForm::Past))]);
        table
    })
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')
}

fn doubles(base: &str) -> bool {
    let letters: Vec<char> = base.chars().collect();
    let [.., a, b, c] = letters.as_slice() else { return false };
    let shape = !is_vowel(*a) && is_vowel(*b) && !is_vowel(*c) && !matches!(c, 'w' | 'x' | 'y');
    let one_syllable = letters.iter().filter(|c| is_vowel(**c)).count() == 1;
    shape && (one_syllable || listed(DOUBLING, base))
}

/// The third person singular: "meets", "flies".
pub fn third(base: &str) -> String {
    match base {
        "be" => return "is".into(),
        "have" => return "has".into(),
        _ => {}
    }
    let vowel_before_y = base.len() >= 2 && base.chars().rev().nth(1).is_some_and(is_vowel);
    if let Some(stem) = base.strip_suffix('y').filter(|_| !vowel_before_y) {
        format!("{stem}ies")
    } else if ["s", "x", "z", "ch", "sh", "o"].iter().any(|e| base.ends_with(e)) {
        format!("{base}es")
    } else {
        format!("{base}s")
    }
}

fn regular_past(base: &str) -> Vec<String> {
    let vowel_before_y = base.len() >= 2 && base.chars().rev().nth(1).is_some_and(is_vowel);
    if base.ends_with('e') {
        vec![format!("{base}d")]
    } else if let Some(stem) = base.strip_suffix('y').filter(|_| !vowel_before_y) {
        vec![format!("{stem}ied")]
    } else if doubles(base) {
        let last = base.chars().last().unwrap_or('t');
        vec![format!("{base}{last}ed"), format!("{base}ed")]
    } else {
        vec![format!("{base}ed")]
    }
}

fn gerunds(base: &str) -> Vec<String> {
    if let Some(stem) = base.strip_suffix("ie") {
        vec![format!("{stem}ying")]
    } else if base.ends_with("ee") || base.ends_with("ye") || base.ends_with("oe") || base == "be" {
        vec![format!("{base}ing")]
    } else if let Some(stem) = base.strip_suffix('e') {
        vec![format!("{stem}ing")]
    } else if doubles(base) {
        let last = base.chars().last().unwrap_or('t');
        vec![format!("{base}{last}ing"), format!("{base}ing")]
    } else {
        vec![format!("{base}ing")]
    }
}

/// The past tense and the participle: "met" twice, "went" and "gone".
pub fn past(base: &str) -> (String, String) {
    if let Some((past, participle)) = irregular().get(base) {
        return ((*past).to_owned(), (*participle).to_owned());
    }
    let regular = regular_past(base).into_iter().next().unwrap_or_default();
    (regular.clone(), regular)
}

/// All forms of a verb.
pub fn forms(base: &str) -> Vec<(VerbForm, String)> {
    let mut out = vec![(VerbForm::Base, base.to_owned()), (VerbForm::Third, third(base))];
    match irregular().get(base) {
        Some((past, participle)) => {
            out.push((VerbForm::Past, (*past).to_owned()));
            out.push((VerbForm::Participle, (*participle).to_owned()));
        }
        None => out.extend(regular_past(base).into_iter().map(|w| (VerbForm::Past, w))),
    }
    out.extend(gerunds(base).into_iter().map(|w| (VerbForm::Gerund, w)));
    out
}

/// The plurals of a noun.
pub fn plurals(noun: &str) -> Vec<String> {
    vec![third(noun)]
}

/// The base form of a verb's form that no lexicon knows, as its spelling suggests.
pub fn base(word: &str) -> String {
    if let Some((base, _)) = irregular_forms().get(word) {
        return (*base).to_owned();
    }
    if let Some(base) =
        SILENT_E.split_whitespace().find(|b| word == format!("{b}d") || word == format!("{b}s") || word == format!("{b}ing"))
    {
        return base.to_owned();
    }
    if let Some(stem) = word.strip_suffix("ied").or_else(|| word.strip_suffix("ies")).filter(|s| s.len() > 1) {
        return format!("{stem}y");
    }
    if let Some(stem) = word.strip_suffix("ed").or_else(|| word.strip_suffix("ing")).filter(|s| s.len() > 1 && s.chars().any(is_vowel)) {
        return restore(stem);
    }
    if let Some(stem) = word.strip_suffix("es").filter(|s| ["s", "x", "z", "ch", "sh"].iter().any(|e| s.ends_with(e))) {
        return stem.to_owned();
    }
    if !word.ends_with("ss")
        && !word.ends_with("us")
        && let Some(stem) = word.strip_suffix('s').filter(|s| s.len() > 1)
    {
        return stem.to_owned();
    }
    word.to_owned()
}

/// Gives a stem its silent e back, or its last consonant single.
fn restore(stem: &str) -> String {
    let mut letters = stem.chars().rev();
    let (last, before) = (letters.next().unwrap_or(' '), letters.next().unwrap_or(' '));
    if last == before && !matches!(last, 's' | 'l' | 'z' | 'f' | 'e' | 'o') {
        return stem.strip_suffix(last).unwrap_or(stem).to_owned();
    }
    if last == 'l' && before == 'l' && stem.strip_suffix('l').is_some_and(|s| listed(DOUBLING, s)) {
        return stem.strip_suffix('l').unwrap_or(stem).to_owned();
    }
    let vowels = stem.chars().filter(|c| is_vowel(*c)).count();
    let third = letters.next().unwrap_or(' ');
    // A single consonant after a single vowel would be doubled if no e followed, unless the syllable is unstressed.
    let single = !is_vowel(last) && !matches!(last, 'w' | 'x' | 'y') && is_vowel(before) && (!is_vowel(third) || stem.contains("qu"));
    let unstressed = vowels > 1
        && ["er", "en", "on", "or", "it", "et", "el", "op", "ip", "om", "um", "ar", "ic", "an", "al", "ot", "im"]
            .iter()
            .any(|e| stem.ends_with(e));
    let silent = matches!(last, 'c' | 'v' | 'u' | 'z')
        || last == 's' && (is_vowel(before) || matches!(before, 'n' | 'r' | 'p')) && !stem.ends_with("us")
        || last == 'g' && matches!(before, 'd' | 'r' | 'a' | 'e')
        || ["ang", "iat", "creat", "uat"].iter().any(|e| stem.ends_with(e))
        || last == 'l' && !is_vowel(before) && !matches!(before, 'l' | 'r' | 'w')
        || single && !unstressed;
    if silent { format!("{stem}e") } else { stem.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verb_has_all_its_forms() {
        let words = |base| forms(base).into_iter().map(|(_, w)| w).collect::<Vec<_>>().join(" ");
        assert_eq!(words("meet"), "meet meets met met meeting");
        assert_eq!(words("fly"), "fly flies flew flown flying");
        assert_eq!(words("expel"), "expel expels expelled expeled expelling expeling");
        assert_eq!(words("agree"), "agree agrees agreed agreeing");
        assert_eq!(words("deploy"), "deploy deploys deployed deploying");
        assert_eq!(words("ratify"), "ratify ratifies ratified ratifying");
        assert_eq!(words("ban"), "ban bans banned baned banning baning");
    }

    #[test]
    fn the_base_form_is_found_from_the_spelling() {
        for (word, expected) in [
            ("walked", "walk"),
            ("invaded", "invade"),
            ("stopped", "stop"),
            ("carried", "carry"),
            ("agreed", "agree"),
            ("received", "receive"),
            ("began", "begin"),
            ("issued", "issue"),
            ("passed", "pass"),
            ("launched", "launch"),
            ("called", "call"),
            ("opposed", "oppose"),
            ("formalized", "formalize"),
            ("changed", "change"),
            ("hoping", "hope"),
            ("returned", "return"),
            ("required", "require"),
            ("visited", "visit"),
            ("created", "create"),
            ("watches", "watch"),
            ("settled", "settle"),
            ("repeated", "repeat"),
        ] {
            assert_eq!(base(word), expected, "{word}");
        }
    }
}
