//! One way of writing: line ends, spaces and invisible characters, so that one article is one text from whatever file it came.

/// Normalises characters: every line end is "\n", every other white space one plain space, invisible characters are gone.
///
/// No-break spaces become plain ones: writers and content systems set them by habit, so that one article would differ from its
/// own copy, and searching and quoting words would miss. Letters are left as they are (no Unicode normalisation), for quotes must stay verbatim.
pub(super) fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' => {
                chars.next_if_eq(&'\n');
                out.push('\n');
            }
            '\n' | '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' => out.push('\n'),
            '\u{2029}' => out.push_str("\n\n"),
            '\t' => out.push('\t'),
            _ if is_space(c) => out.push(' '),
            // The joiners shape Arabic, Indic and emoji; beside ASCII they are debris of a web page.
            '\u{200C}' | '\u{200D}' => {
                if out.chars().next_back().is_some_and(|c| !c.is_ascii()) && chars.peek().is_some_and(|c| !c.is_ascii()) {
                    out.push(c);
                }
            }
            _ if is_invisible(c) => {}
            _ => out.push(c),
        }
    }
    out
}

/// White space that is not a line end and not a tab.
fn is_space(c: char) -> bool {
    c.is_whitespace() && c != '\n' && c != '\t'
}

/// Characters that show nothing: controls, soft hyphens, zero-width spaces, marks of direction, non-characters.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180E}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF0}'..='\u{FFFC}' | '\u{FFFE}' | '\u{FFFF}'
    ) || c.is_control()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_and_spaces_are_written_one_way() {
        assert_eq!(clean("a\r\nb\rc\u{2028}d\u{85}e"), "a\nb\nc\nd\ne");
        assert_eq!(clean("10\u{A0}May\u{202F}2014\u{2009}x"), "10 May 2014 x");
        assert_eq!(clean("a\u{2029}b"), "a\n\nb");
    }

    #[test]
    fn invisible_characters_are_dropped_and_joiners_kept_where_they_shape() {
        assert_eq!(clean("\u{FEFF}nego\u{AD}tia\u{200B}tions\0\u{202E}"), "negotiations");
        assert_eq!(clean("talks\u{200D} held"), "talks held");
        assert_eq!(clean("می\u{200C}شود"), "می\u{200C}شود");
    }

    #[test]
    fn letters_stay_as_they_were_written() {
        assert_eq!(clean("e\u{301} “quoted” — …"), "e\u{301} “quoted” — …");
    }
}
