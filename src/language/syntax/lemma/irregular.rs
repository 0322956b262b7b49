//! Tables for the words that the rules of spelling do not cover.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// Base form, then its irregular forms: past, participle, others. Forms that follow the rules need not be told.
const VERBS: &str = "\
arise arose arisen;awake awoke awoken;bear bore borne born;beat beaten;become became;begin began begun;bend bent;bet;bid;bind bound;\
bite bit bitten;bleed bled;blow blew blown;break broke broken;breed bred;bring brought;broadcast;build built;burn burnt;burst;buy bought;\
cast;catch caught;choose chose chosen;cling clung;come came;cost;creep crept;cut;deal dealt;die dying;dig dug;do did done does doing;draw drew drawn;\
dream dreamt;drink drank drunk;drive drove driven;eat ate eaten;fall fell fallen;feed fed;feel felt;fight fought;find found;flee fled;\
fling flung;fly flew flown;forbid forbade forbidden;forecast;foresee foresaw foreseen;forget forgot forgotten;forgive forgave forgiven;\
freeze froze frozen;get got gotten;give gave given;go went gone goes;grind ground;grow grew grown;hang hung;have had has having;hear heard;hide hid hidden;\
hit;hold held;hurt;keep kept;kneel knelt;know knew known;lay laid;lead led;lean leant;leap leapt;learn learnt;leave left;lend lent;let;lie lain lying;\
light lit;lose lost;make made;mean meant;meet met;mislead misled;mistake mistook mistaken;oversee oversaw overseen;\
overcome overcame;overthrow overthrew overthrown;overtake overtook overtaken;override overrode overridden;pay paid;put;quit;read;rebuild rebuilt;\
remake remade;repay repaid;rethink rethought;rid;ride rode ridden;ring rang rung;rise rose risen;run ran;say said;see saw seen;seek sought;sell sold;\
send sent;set;shake shook shaken;shed;shine shone;shoot shot;show shown;shrink shrank shrunk;shut;sing sang sung;sink sank sunk;sit sat;\
sleep slept;slide slid;speak spoke spoken;speed sped;spell spelt;spend spent;spill spilt;spin spun;split;spread;spring sprang sprung;stand stood;\
steal stole stolen;stick stuck;sting stung;strike struck stricken;strive strove striven;swear swore sworn;sweep swept;swell swollen;swim swam swum;\
swing swung;take took taken;teach taught;tear tore torn;tell told;think thought;throw threw thrown;tie tying;undergo underwent undergone undergoes;\
understand understood;undertake undertook undertaken;undo undid undone;uphold upheld;upset;wake woke woken;wear wore worn;weave wove woven;\
weep wept;win won;wind wound;withdraw withdrew withdrawn;withhold withheld;withstand withstood;write wrote written;rewrite rewrote rewritten;\
partake partook partaken;foretell foretold;outdo outdid outdone;outgrow outgrew outgrown;redo redid redone;resell resold;resend resent;\
retake retook retaken;sublet;interweave interwove interwoven;panic panicked panicking";

/// Singular, then its plurals.
const NOUNS: &str = "\
man men;woman women;child children;person people persons;foot feet;tooth teeth;goose geese;mouse mice;ox oxen;leaf leaves;life lives;\
wife wives;knife knives;half halves;wolf wolves;thief thieves;shelf shelves;loaf loaves;calf calves;self selves;elf elves;hoof hooves;\
criterion criteria;phenomenon phenomena;medium media;bacterium bacteria;curriculum curricula;memorandum memoranda;stratum strata;\
crisis crises;analysis analyses;thesis theses;hypothesis hypotheses;basis bases;axis axes;diagnosis diagnoses;oasis oases;\
emphasis emphases;parenthesis parentheses;synthesis syntheses;appendix appendices;index indices;matrix matrices;vertex vertices;\
nucleus nuclei;stimulus stimuli;alumnus alumni;fungus fungi;series;species;means;headquarters;news;politics;economics;gas gases;bus buses;quiz quizzes;data;bureau bureaux;plateau plateaux;\
datum;dice;barracks;crossroads;gallows;sheep;deer;fish;aircraft;offspring;corps;\
penny pennies pence;passer-by passers-by;attorney-general attorneys-general";

/// Base, then comparative and superlative.
const COMPARED: &str = "\
good better best;bad worse worst;far farther further farthest furthest;little less least;much more most;late latter latest last;old elder eldest";

const PRONOUNS: &str = "I me my mine;he him his;she her hers;we us our ours 's;they them their theirs 'em;it its;you your yours";

type Forms = HashMap<&'static str, &'static str>;

/// The base of each form of a table; of two the first.
fn forms(table: &'static str) -> Forms {
    let mut out = Forms::new();
    for entry in table.split(';') {
        let base = entry.split(' ').next().unwrap_or(entry);
        for form in entry.split(' ') {
            out.entry(form).or_insert(base);
        }
    }
    out
}

static VERB_FORMS: LazyLock<Forms> = LazyLock::new(|| forms(VERBS));
static NOUN_FORMS: LazyLock<Forms> = LazyLock::new(|| forms(NOUNS));
static COMPARED_FORMS: LazyLock<Forms> = LazyLock::new(|| forms(COMPARED));
static PRONOUN_FORMS: LazyLock<Forms> = LazyLock::new(|| forms(PRONOUNS));
static PAST_FORMS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| VERBS.split(';').filter_map(|e| e.split(' ').nth(1)).collect());

/// Whether a word is the past of an irregular verb and no form of another word that is more common.
pub fn past(word: &str) -> bool {
    PAST_FORMS.contains(word) && !matches!(word, "dying" | "tying" | "ground" | "panicked")
}

/// The base of an irregular verb form under its tag.
pub fn verb(word: &str, xpos: &str) -> Option<&'static str> {
    match (word, xpos) {
        // Past forms that are also bases of other verbs.
        ("lay", "VBD") => Some("lie"),
        ("felled", _) => Some("fell"),
        _ => VERB_FORMS.get(word).copied(),
    }
}

pub fn noun(word: &str) -> Option<&'static str> {
    NOUN_FORMS.get(word).copied()
}

pub fn compared(word: &str) -> Option<&'static str> {
    COMPARED_FORMS.get(word).copied()
}

pub fn pronoun(word: &str) -> Option<&'static str> {
    PRONOUN_FORMS.get(if word == "i" { "I" } else { word }).copied()
}
