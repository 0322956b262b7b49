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

    /// The string literals of a source, joined over their line breaks.
    fn literals(source: &str) -> Vec<String> {
        let (mut out, mut rest) = (Vec::new(), source);
        while let Some(at) = rest.find(['"', '/', '\'']) {
            let (mark, after) = rest[at..].split_at(1);
            rest = match mark {
                "/" if after.starts_with('/') => after.split_once('\n').map_or("", |(_, next)| next),
                "'" if after.starts_with("\"'") || after.starts_with("\\\"'") => &after[after.find("\"'").unwrap_or(0) + 2..],
                "\"" => {
                    let mut literal = String::new();
                    let mut chars = after.char_indices();
                    let mut end = after.len();
                    while let Some((at, c)) = chars.next() {
                        match c {
                            '"' => {
                                end = at + 1;
                                break;
                            }
                            '\\' => literal.extend(chars.next().map(|(_, c)| if c == '\n' { ' ' } else { c })),
                            c => literal.push(c),
                        }
                    }
                    out.push(literal);
                    &after[end..]
                }
                _ => after,
            };
        }
        out
    }

    /// A word that stands twice in a list hides that somebody meant another.
    #[test]
    fn no_word_stands_twice_in_a_list() {
        let mut folders = vec![std::path::PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/src/language"))];
        let (mut lists, mut doubled) = (0, Vec::new());
        while let Some(folder) = folders.pop() {
            for path in std::fs::read_dir(&folder).expect("a folder of the source").map(|entry| entry.expect("an entry").path()) {
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|e| e == "rs") && path.file_stem().is_some_and(|n| n != "tests") {
                    let source = std::fs::read_to_string(&path).expect("a source");
                    for list in literals(&source) {
                        let mut words: Vec<&str> = list.split_whitespace().collect();
                        if words.len() < 12 || list.contains(|c: char| !c.is_lowercase() && !c.is_whitespace() && !matches!(c, '-' | '\''))
                        {
                            continue;
                        }
                        lists += 1;
                        words.sort_unstable();
                        doubled.extend(words.windows(2).filter(|w| w[0] == w[1]).map(|w| format!("{}: {}", path.display(), w[0])));
                    }
                }
            }
        }
        assert!(lists > 100, "only {lists} lists found");
        assert_eq!(doubled, [""; 0]);
    }
}
