//! Folding of letters for search: case, diacritics and typography do not count, and every folded letter knows its place.

/// A text folded for search, with the byte in the original where each folded character began.
#[derive(Debug, Clone, Default)]
pub struct Folded {
    pub text: String,
    /// For each byte of `text`, the byte of the original; one more for its end.
    places: Vec<usize>,
}

impl Folded {
    pub fn new(original: &str) -> Self {
        let mut text = String::with_capacity(original.len());
        let mut places = Vec::with_capacity(original.len() + 1);
        let mut piece = String::new();
        for (at, c) in original.char_indices() {
            piece.clear();
            fold(c, &mut piece);
            text.push_str(&piece);
            places.extend(std::iter::repeat_n(at, piece.len()));
        }
        places.push(original.len());
        Self { text, places }
    }

    /// The bytes of the original that a range of folded bytes stands for.
    pub fn original(&self, start: usize, end: usize) -> Option<(usize, usize)> {
        Some((*self.places.get(start)?, *self.places.get(end)?))
    }

    /// Where folded words occur, as bytes of the original.
    pub fn find_all(&self, needle: &str) -> Vec<(usize, usize)> {
        if needle.is_empty() {
            return Vec::new();
        }
        self.text.match_indices(needle).filter_map(|(at, m)| self.original(at, at + m.len())).filter(|(s, e)| s < e).collect()
    }
}

/// Folds a query.
pub fn query(text: &str) -> String {
    Folded::new(text.trim()).text
}

fn fold(c: char, into: &mut String) {
    match c {
        '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}' => {}
        '‘' | '’' | 'ʼ' | '′' => into.push('\''),
        '“' | '”' | '«' | '»' | '„' => into.push('"'),
        '‐' | '‑' | '–' | '—' | '−' => into.push('-'),
        '\u{a0}' | '\u{2009}' | '\u{202f}' | '\n' | '\t' => into.push(' '),
        _ if c.is_ascii() => into.push(c.to_ascii_lowercase()),
        _ => {
            for lower in c.to_lowercase() {
                match plain(lower) {
                    Some(letters) => into.push_str(letters),
                    None if ('\u{300}'..='\u{36f}').contains(&lower) => {}
                    None => into.push(lower),
                }
            }
        }
    }
}

/// The Latin letters under a letter with a diacritic.
fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ĥ' | 'ħ' => "h",
        'ì' | 'í' | 'î' | 'ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => "i",
        'ĵ' => "j",
        'ķ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => "o",
        'œ' => "oe",
        'ŕ' | 'ŗ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => "s",
        'ß' => "ss",
        'ţ' | 'ť' | 'ŧ' | 'ț' => "t",
        'þ' => "th",
        'ù' | 'ú' | 'û' | 'ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => "u",
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        _ => return None,
    })
}
