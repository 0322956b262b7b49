//! Spellings made alike: lower case, no accents, plain apostrophes, so that "Erdoğan" meets "Erdogan".

use crate::language::token::{fold_char, fold_into};

/// The plain letters of U+00C0 to U+024F; "." where there is none.
const LATIN: &str = "aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuytyaaaaaaccccccccddddeeeeeeeeeegggggggg\
    hhhhiiiiiiiiii..jjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs......o.\
    .d.....ae...............oo.............uu............................aaiioouuuuuuuuuu.aaaa....ggkkoo\
    oo..j...gg..nnaa....aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............................";

/// The plain letters of U+1E00 to U+1EFF, where Vietnamese has its vowels.
const LATIN_ADDITIONAL: &str = "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssss\
    ssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy......aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeee\
    iiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";

/// Appends a word's plain spelling: folded as everywhere (`token`), and without accents.
pub fn plain_into(word: &str, out: &mut String) {
    if word.is_ascii() {
        return fold_into(word, out);
    }
    for c in word.chars() {
        match c {
            '\u{02BB}' | '\u{02BF}' | '`' => out.push('\''),
            '\u{2013}' => out.push('-'),
            '\u{0300}'..='\u{036F}' => {}
            '\u{00C0}'..='\u{024F}' => push_letter(LATIN, c, 0xC0, out),
            '\u{1E00}'..='\u{1EFF}' => push_letter(LATIN_ADDITIONAL, c, 0x1E00, out),
            _ => fold_char(c, out),
        }
    }
}

/// A word's plain spelling.
pub fn plain(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    plain_into(word, &mut out);
    out
}

fn push_letter(table: &str, c: char, first: usize, out: &mut String) {
    match table.as_bytes().get((c as usize).wrapping_sub(first)) {
        Some(&letter) if letter != b'.' => out.push(letter as char),
        _ => out.extend(c.to_lowercase()),
    }
}

/// Whether two plain spellings are one name as different romanisations write it: "zelensky" and "zelenskyy", "yuri" and "yury".
pub fn same_sound(a: &str, b: &str) -> bool {
    a == b || a.len() > 3 && b.len() > 3 && Sounds::new(a).eq(Sounds::new(b))
}

/// A spelling that all of one name's romanisations share.
pub fn sound(a: &str) -> String {
    if a.len() > 3 { Sounds::new(a).collect() } else { a.to_owned() }
}

/// The letters of a name with "y" and "j" told as "i", doubled letters once, and silent hyphens and apostrophes left out.
struct Sounds<'a> {
    letters: std::str::Chars<'a>,
    last: char,
}

impl<'a> Sounds<'a> {
    fn new(name: &'a str) -> Self {
        Self { letters: name.chars(), last: ' ' }
    }
}

impl Iterator for Sounds<'_> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        loop {
            let c = match self.letters.next()? {
                'y' | 'j' | 'i' => 'i',
                '-' | '\'' => continue,
                'v' | 'w' => 'v',
                c => c,
            };
            if c != self.last {
                self.last = c;
                return Some(c);
            }
        }
    }
}
