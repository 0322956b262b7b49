//! Stable names for events: the same under another publication date, other line ends, another file name, or added paragraphs.

use crate::language::token::fold_into;
use sha2::{Digest, Sha256};

/// A hash of the trigger, its sentence with white space and typography folded, and its ordinal among equal ones.
pub fn id(trigger: &str, sentence: &str, ordinal: usize) -> String {
    let mut text = String::with_capacity(sentence.len() + 32);
    fold_into(trigger, &mut text);
    for word in sentence.split_whitespace() {
        text.push(' ');
        for letter in word.chars() {
            match letter {
                '–' | '—' | '‐' | '‑' => text.push('-'),
                _ => fold_into(letter.encode_utf8(&mut [0; 4]), &mut text),
            }
        }
    }
    text.push_str(&format!(" {ordinal}"));
    Sha256::digest(text.as_bytes()).iter().take(8).map(|b| format!("{b:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::id;

    #[test]
    fn white_space_and_typography_do_not_change_an_id() {
        assert_eq!(id("met", "They met – in “Vienna”.", 0), id("Met", "They  met\n— in \"Vienna\".", 0));
        assert_ne!(id("met", "They met.", 0), id("met", "They met.", 1));
        assert_ne!(id("met", "They met.", 0), id("talks", "They met.", 0));
    }
}
