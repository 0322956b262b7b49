//! Guesses the language that an article is written in, from its script and its commonest small words.

use std::collections::HashMap;

/// A language by its ISO 639-1 code ("und" where it cannot be told) and its English name, for "This looks like French".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tongue {
    pub code: &'static str,
    pub name: &'static str,
}

impl Tongue {
    /// Whether the text is in another language than English, whose rules would read nonsense out of it. What cannot be told is read.
    pub fn foreign(self) -> bool {
        self != ENGLISH && self != UNDETERMINED
    }
}

pub const ENGLISH: Tongue = Tongue { code: "en", name: "English" };
pub const UNDETERMINED: Tongue = Tongue { code: "und", name: "an undetermined language" };

/// How much of the text is looked at, in bytes.
const ENOUGH: usize = 40_000;

/// Fewer small words than this tell nothing.
const FEWEST: usize = 3;

/// Languages in Latin letters with the small words that tell them, most of which they share with few others.
const LATIN: [(Tongue, &str); 20] = [
    (
        ENGLISH,
        "the of and to in that is was for with on he it by at his from as are not be have has which this but were an they their who will said after between had would its",
    ),
    (
        Tongue { code: "fr", name: "French" },
        "le la les des et est une un du que dans pour qui sur au avec par plus ne pas ce il elle sont aux ses cette été mais ont leur ou où son entre après",
    ),
    (
        Tongue { code: "de", name: "German" },
        "der die das und ist nicht von den mit dem des auf für ein eine im zu sich auch als wird nach bei aus einer sind hat wurde über zum zur einen noch dass am",
    ),
    (
        Tongue { code: "es", name: "Spanish" },
        "el la los las de y que en un una por con para se del al es lo como más su pero sus ha este sobre entre también fue hasta desde cuando muy sin años",
    ),
    (
        Tongue { code: "it", name: "Italian" },
        "il la di che e è per un una con non del della dei le gli sono nel alla anche ha più al da si delle nella come dal questo suo tra ma dopo stato",
    ),
    (
        Tongue { code: "pt", name: "Portuguese" },
        "o os as de e que em um uma do da dos das para com não no na por mais ao se foi como pelo pela seu sua também à é são entre até sobre após nos",
    ),
    (
        Tongue { code: "nl", name: "Dutch" },
        "de het een en van in op te dat is voor met zijn niet aan er ook door om bij naar maar uit werd heeft als tot hij wordt over worden nog deze hebben tussen",
    ),
    (
        Tongue { code: "sv", name: "Swedish" },
        "och att det som är på en för med av den till inte har ett om de var från sig men vid kan under efter också eller mellan hade skulle",
    ),
    (
        Tongue { code: "no", name: "Norwegian" },
        "og det er på som en for med av til ikke den har at et om de var fra seg men ved kan under etter også eller mellom hadde skal ble",
    ),
    (
        Tongue { code: "da", name: "Danish" },
        "og det er på som en for med af til ikke den har at et om de var fra sig men ved kan under efter også eller mellem havde skal blev",
    ),
    (
        Tongue { code: "fi", name: "Finnish" },
        "ja on ei että se oli hän ovat joka myös mutta kun sen kuin ole mukaan sekä jo vuonna hänen ollut jos jälkeen",
    ),
    (
        Tongue { code: "pl", name: "Polish" },
        "w i na z się do że nie jest o to od po za przez dla jak które który oraz był przed jego może tym ich także między",
    ),
    (
        Tongue { code: "cs", name: "Czech" },
        "a v se na že je s z do o k i za pro jsou by jako po od které který také byl není podle však jeho mezi nebo",
    ),
    (
        Tongue { code: "ro", name: "Romanian" },
        "și în de la a cu pe care nu este din că pentru sunt o un al mai fost au prin după între lui fi ale sau",
    ),
    (
        Tongue { code: "hu", name: "Hungarian" },
        "a az és hogy nem is egy van meg volt csak azt már után mint között ez de szerint el még ki kell lesz",
    ),
    (
        Tongue { code: "tr", name: "Turkish" },
        "ve bir bu da de için ile olarak olan çok daha en gibi kadar sonra ancak ise her olduğu arasında değil var dedi",
    ),
    (
        Tongue { code: "id", name: "Indonesian" },
        "yang dan di dengan untuk dari ini pada dalam tidak itu akan ke adalah oleh juga telah ada mereka atau sebagai tersebut antara",
    ),
    (Tongue { code: "vi", name: "Vietnamese" }, "của và là có được cho trong một các đã với không người những này đến khi từ tại về năm"),
    (
        Tongue { code: "hr", name: "Croatian or Serbian" },
        "i je u se da na su za od s a koji što nije kao bi ali o iz koja sa će ili biti nakon između",
    ),
    (Tongue { code: "sw", name: "Swahili" }, "ya na wa kwa katika ni za la kuwa hii huo cha wakati baada alisema huku hiyo"),
];

/// Guesses the language of a text.
pub fn guess(text: &str) -> Tongue {
    let mut end = text.len().min(ENOUGH);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let text = text.get(..end).unwrap_or("");
    by_script(text).unwrap_or_else(|| by_small_words(text))
}

/// The language of a script that one language writes above all; none for Latin letters.
fn by_script(text: &str) -> Option<Tongue> {
    let (mut latin, mut cyrillic, mut ukrainian, mut arabic, mut persian, mut han, mut kana) = (0, 0, 0, 0, 0, 0, 0);
    let (mut hangul, mut greek, mut hebrew, mut devanagari, mut thai, mut georgian, mut armenian) = (0, 0, 0, 0, 0, 0, 0);
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        match c {
            'A'..='Z' | 'a'..='z' | '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' => latin += 1,
            'і' | 'ї' | 'є' | 'ґ' | 'І' | 'Ї' | 'Є' => {
                cyrillic += 1;
                ukrainian += 1;
            }
            '\u{400}'..='\u{52F}' => cyrillic += 1,
            'پ' | 'چ' | 'ژ' | 'گ' | 'ی' | 'ک' => {
                arabic += 1;
                persian += 1;
            }
            '\u{600}'..='\u{77F}' => arabic += 1,
            // A kanji counts once, a kana as well: Japanese mixes both.
            '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}' => han += 1,
            '\u{3040}'..='\u{30FF}' => kana += 1,
            '\u{AC00}'..='\u{D7AF}' => hangul += 1,
            '\u{370}'..='\u{3FF}' => greek += 1,
            '\u{590}'..='\u{5FF}' => hebrew += 1,
            '\u{900}'..='\u{97F}' => devanagari += 1,
            '\u{E00}'..='\u{E7F}' => thai += 1,
            '\u{10A0}'..='\u{10FF}' => georgian += 1,
            '\u{530}'..='\u{58F}' => armenian += 1,
            _ => {}
        }
    }
    let scripts = [
        (cyrillic, if ukrainian * 40 > cyrillic { ("uk", "Ukrainian") } else { ("ru", "Russian") }),
        (arabic, if persian * 20 > arabic { ("fa", "Persian") } else { ("ar", "Arabic") }),
        // A character of Chinese is worth about three letters.
        ((han + kana) * 3, if kana * 5 > han { ("ja", "Japanese") } else { ("zh", "Chinese") }),
        (hangul * 2, ("ko", "Korean")),
        (greek, ("el", "Greek")),
        (hebrew, ("he", "Hebrew")),
        (devanagari, ("hi", "Hindi")),
        (thai, ("th", "Thai")),
        (georgian, ("ka", "Georgian")),
        (armenian, ("hy", "Armenian")),
    ];
    let (count, (code, name)) = scripts.into_iter().max_by_key(|(count, _)| *count)?;
    (count > latin && count > 10).then_some(Tongue { code, name })
}

/// The language in Latin letters whose small words are the commonest.
fn by_small_words(text: &str) -> Tongue {
    // For each small word the languages that have it, one bit each.
    let mut languages: HashMap<&str, u32> = HashMap::with_capacity(1024);
    for (index, (_, words)) in LATIN.iter().enumerate() {
        for word in words.split(' ') {
            *languages.entry(word).or_default() |= 1 << index;
        }
    }
    let mut counts = [0usize; LATIN.len()];
    let mut word = String::new();
    for raw in text.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty() && w.len() < 16) {
        word.clear();
        word.extend(raw.chars().flat_map(char::to_lowercase));
        let found = languages.get(word.as_str()).copied().unwrap_or(0);
        for (index, count) in counts.iter_mut().enumerate() {
            *count += (found >> index & 1) as usize;
        }
    }
    // English comes first and wins a tie.
    let mut best = (0, UNDETERMINED);
    for (count, (tongue, _)) in counts.into_iter().zip(LATIN) {
        if count > best.0 {
            best = (count, tongue);
        }
    }
    if best.0 < FEWEST { UNDETERMINED } else { best.1 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn languages_are_told_by_their_small_words_and_scripts() {
        let cases = [
            ("en", "The foreign ministers met in Geneva on Tuesday and agreed that the talks would go on."),
            ("en", "Le Duc Tho and de Gaulle were not among the guests of the president."),
            ("fr", "Le ministre des Affaires étrangères est arrivé à Genève pour des entretiens avec ses homologues."),
            ("de", "Der Außenminister ist am Dienstag nach Genf gereist und wird sich mit den Vertretern treffen."),
            ("es", "El ministro de Exteriores llegó el martes a Ginebra para reunirse con los delegados de la Unión."),
            ("it", "Il ministro degli Esteri è arrivato a Ginevra per i colloqui con la delegazione che non ha parlato."),
            ("pt", "O ministro das Relações Exteriores chegou a Genebra para uma reunião com os delegados e não falou."),
            ("nl", "De minister van Buitenlandse Zaken is dinsdag in Genève aangekomen voor overleg met het bestuur."),
            ("pl", "Minister spraw zagranicznych przybył do Genewy na rozmowy, które nie odbyły się w środę."),
            ("tr", "Dışişleri bakanı salı günü görüşmeler için Cenevre'ye geldi ve bir açıklama yaptı, ancak bu kadar."),
            ("ru", "Министр иностранных дел прибыл во вторник в Женеву на переговоры."),
            ("uk", "Міністр закордонних справ прибув у вівторок до Женеви на переговори."),
            ("ar", "وصل وزير الخارجية إلى جنيف يوم الثلاثاء لإجراء محادثات"),
            ("fa", "وزیر امور خارجه روز سه‌شنبه برای گفتگو وارد ژنو شد و گفت که گام دیگری برمی‌دارد"),
            ("zh", "外交部长星期二抵达日内瓦参加会谈"),
            ("ja", "外務大臣は火曜日に会談のためジュネーブに到着しました"),
            ("ko", "외무장관이 화요일 회담을 위해 제네바에 도착했다"),
            ("und", "12 345 xyz"),
            ("und", ""),
        ];
        for (code, text) in cases {
            assert_eq!(guess(text).code, code, "{text}");
        }
    }

    #[test]
    fn english_with_foreign_names_stays_english() {
        let text = "Zhou Enlai (周恩来) and Алексей Косыгин met at the airport in Beijing, and the two of them spoke for three hours.";
        assert_eq!(guess(text), ENGLISH);
    }

    proptest! {
        #[test]
        fn any_text_has_an_answer(text in "\\PC{0,200}") {
            prop_assert!(!guess(&text).name.is_empty());
        }
    }
}
