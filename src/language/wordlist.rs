//! Word lists that are written as one line, so that a reader can check them at a glance.

/// Whether a list of words parted by white space has a word.
pub fn listed(words: &str, word: &str) -> bool {
    // Most words are in no list, which a plain search of the line finds out at once.
    words.contains(word) && words.split_whitespace().any(|w| w == word)
}

#[cfg(test)]
mod tests {
    use super::listed;

    #[test]
    fn only_whole_words_are_listed() {
        let words = "meet  confer\ncalled-off";
        assert!(["meet", "confer", "called-off"].iter().all(|w| listed(words, w)));
        assert!(["", " ", "mee", "eet", "meet  confer", "called", "other"].iter().all(|w| !listed(words, w)));
    }
}
