//! What a line is by its looks: a headline, a heading, a caption, an item of a list, a rule, a button of the page it was copied from.

/// The longest headline seen in practice has some 230 characters.
const LONGEST_HEADLINE: usize = 250;
const LONGEST_HEADING: usize = 110;

/// A headline stands first, is one line, and does not end as a sentence does.
pub(super) fn is_headline(line: &str) -> bool {
    let length = line.chars().count();
    length <= LONGEST_HEADLINE && has_letters(line) && !ends_like_text(line) && bullet(line).is_none() && !is_interface(line)
}

/// A heading inside the text: short, begun with a capital or a digit, not ended as a sentence. A question may be one if it is short.
pub(super) fn is_heading(line: &str) -> bool {
    let length = line.chars().count();
    if length > LONGEST_HEADING || !has_letters(line) || bullet(line).is_some() {
        return false;
    }
    let Some(first) = line.chars().find(|c| !matches!(c, '\'' | '‘' | '’' | '"' | '“')) else { return false };
    if !(first.is_uppercase() || first.is_numeric()) {
        return false;
    }
    if line.ends_with('?') {
        return line.split_whitespace().count() <= 10 && !line.starts_with(['"', '“', '‘', '\'']);
    }
    !ends_like_text(line) && !is_quoted_whole(line)
}

/// Whether a line ends as running text does: a stop, a colon, a comma, a closing quote after one of these.
pub(super) fn ends_like_text(line: &str) -> bool {
    let line = line.trim_end();
    if is_abbreviation_at_end(line) {
        return false;
    }
    let bare = line.trim_end_matches(['"', '”', '’', '\'', '»', ')', ']']);
    bare.ends_with(['.', '!', ':', ';', ',', '…', '—', '–']) || (bare.len() < line.len() && bare.ends_with('?'))
}

/// Whether a line ends with the end of a sentence.
pub(super) fn ends_sentence(line: &str) -> bool {
    let bare = line.trim_end().trim_end_matches(['"', '”', '’', '\'', '»', ')', ']']);
    bare.ends_with(['.', '!', '?', '…'])
}

/// "Washington, D.C." and "the U.S." end with a stop that ends no sentence.
fn is_abbreviation_at_end(line: &str) -> bool {
    let last = line.rsplit(' ').next().unwrap_or("");
    let letters: Vec<&str> = last.split_terminator('.').collect();
    last.ends_with('.')
        && letters.len() >= 2
        && line.len() <= 80
        && letters.iter().all(|l| l.chars().count() == 1 && l.chars().all(char::is_uppercase))
}

/// A whole line in quotes is something said, not a heading; quotes that open and close on the way are none.
fn is_quoted_whole(line: &str) -> bool {
    let inner = line.strip_prefix(['"', '“', '«']).and_then(|l| l.strip_suffix(['"', '”', '»']));
    inner.is_some_and(|inner| !inner.contains(['"', '“', '”']) && inner.split_whitespace().count() > 6)
}

/// The item without its mark, where a line is an item of a list: "- ", "• ", "1. ", "(a) ".
pub(super) fn bullet(line: &str) -> Option<&str> {
    let mut chars = line.chars();
    if matches!(chars.next()?, '-' | '*' | '+' | '•' | '‣' | '▪' | '●' | '○' | '◦' | '·' | '–' | '—' | '■' | '►' | '✓')
    {
        let rest = chars.as_str();
        return (rest.starts_with([' ', '\t']) && has_letters(rest)).then(|| rest.trim_start());
    }
    numbered(line).map(|(_, rest)| rest)
}

/// The number and the words of a numbered item: "1. ", "2) ", "(3) ", "(a) ", "iv. " is not one.
pub(super) fn numbered(line: &str) -> Option<(u32, &str)> {
    let open = line.starts_with('(');
    let body = if open { &line[1..] } else { line };
    let mark = body.find(|c: char| !c.is_ascii_alphanumeric())?;
    let (label, rest) = body.split_at(mark);
    let rest = if open { rest.strip_prefix(')')? } else { rest.strip_prefix(['.', ')'])? };
    let words = rest.strip_prefix([' ', '\t'])?.trim_start();
    let value = match label.as_bytes() {
        [letter @ b'a'..=b'z'] if open || body.as_bytes().get(1) == Some(&b')') => u32::from(letter - b'a') + 1,
        digits if (1..=2).contains(&digits.len()) => label.parse().ok()?,
        _ => return None,
    };
    has_letters(words).then_some((value, words))
}

/// The words under a picture, or whose picture it is.
pub(super) fn is_caption(line: &str) -> bool {
    if line.chars().count() > 400 {
        return false;
    }
    let lower = line.to_lowercase();
    let starts = [
        "photo:",
        "photo by",
        "photos:",
        "photograph:",
        "photograph by",
        "image:",
        "image credit",
        "image source",
        "picture:",
        "file photo",
        "file -",
        "file –",
        "file —",
        "caption:",
        "credit:",
        "media caption",
        "illustration:",
        "figure:",
        "video:",
        "watch:",
        "[photo",
        "(photo",
        "[image",
    ];
    let ends = [
        "/reuters",
        "/afp",
        "/ap",
        "/getty images",
        "/getty",
        "getty images",
        "/epa",
        "/tass",
        "[reuters]",
        "[afp]",
        "/ap photo",
        "/anadolu",
        "file photo",
    ];
    let bare = lower.trim_end_matches([')', ']', '.', ' ']);
    let credited = lower.contains("(ap photo")
        || lower.contains("(photo by")
        || lower.contains("/ap photo")
        || ends.iter().any(|e| bare.ends_with(e) || lower.ends_with(e));
    starts.iter().any(|s| lower.starts_with(s)) || credited
}

/// Words of the page's own controls that come along when an article is copied.
pub(super) fn is_interface(line: &str) -> bool {
    const WORDS: &[&str] = &[
        "advertisement",
        "advertising",
        "share",
        "share this",
        "share this article",
        "share on facebook",
        "share on twitter",
        "tweet",
        "print",
        "save",
        "listen",
        "comments",
        "sign up",
        "subscribe",
        "read more",
        "related",
        "related articles",
        "most read",
        "follow us",
        "copy link",
        "story continues below advertisement",
        "article continues below",
        "skip to content",
        "skip to main content",
        "menu",
        "search",
        "loading",
    ];
    const LABELS: &[&str] = &["read more: ", "read also: ", "also read: ", "related: ", "see also: ", "more on this: ", "recommended: "];
    let start = line.trim_start().chars().take(16).collect::<String>().to_lowercase();
    if LABELS.iter().any(|label| start.starts_with(label)) && line.chars().count() <= 160 {
        return true;
    }
    let lower = line.trim_end_matches([':', '.', '…', '›', '»', '>']).trim().to_lowercase();
    lower.len() <= 40 && WORDS.contains(&lower.as_str())
}

/// The part of a paper that an article stands in, or its kind: "World", "OPINION", "Analysis:".
pub(super) fn is_rubric(line: &str) -> bool {
    const WORDS: &[&str] = &[
        "news",
        "world",
        "world news",
        "politics",
        "international",
        "europe",
        "asia",
        "africa",
        "americas",
        "middle east",
        "opinion",
        "analysis",
        "editorial",
        "commentary",
        "comment",
        "explainer",
        "feature",
        "features",
        "exclusive",
        "breaking",
        "breaking news",
        "live",
        "update",
        "briefing",
        "business",
        "national",
        "home",
        "top stories",
        "diplomacy",
        "press release",
        "for immediate release",
    ];
    WORDS.contains(&line.trim_end_matches(':').trim().to_lowercase().as_str())
}

/// "* * *", "———": parts parted by a rule. There is no word in it.
pub(super) fn is_rule(line: &str) -> bool {
    !line.chars().any(char::is_alphanumeric) && line.chars().all(|c| c.is_whitespace() || "*-–—_=~#•·.+".contains(c))
}

pub(super) fn has_letters(line: &str) -> bool {
    line.chars().any(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headlines_and_headings_do_not_end_as_sentences_do() {
        for line in [
            "Ministers meet in Geneva",
            "The deal is near. Will it hold?",
            "Talks open in Washington, D.C.",
            "Who gains",
            "'A new city in Ohio'",
            "“Corridor” is a word",
        ] {
            assert!(is_headline(line), "{line}");
            assert!(is_heading(line), "{line}");
        }
        for line in ["Ministers met in Geneva.", "The following was agreed:", "Colleagues,", "“We will see,” he said.", "- We agreed", "…"]
        {
            assert!(!is_headline(line) && !is_heading(line), "{line}");
        }
        for line in ["what happened", "“Will they come again to this table?”", "“We praise the people of this land for their will”"]
        {
            assert!(!is_heading(line), "{line}");
        }
    }

    #[test]
    fn items_lose_their_marks() {
        for (line, item) in [
            ("- one", "one"),
            ("• one", "one"),
            ("1. one", "one"),
            ("12) one", "one"),
            ("(a) one", "one"),
            ("b) one", "one"),
            ("— one", "one"),
        ] {
            assert_eq!(bullet(line), Some(item), "{line}");
        }
        for line in ["-one", "1945. one", "* * *", "3.5 tons", "A. Smith said", "(Reuters) one", "no", ""] {
            assert_eq!(bullet(line), None, "{line}");
        }
    }

    #[test]
    fn captions_buttons_and_rules_are_known() {
        assert!(
            is_caption("Photo: the two ministers in Geneva")
                && is_caption("The two ministers in Geneva. Ann Lee/Reuters")
                && is_caption("A guard at the gate (AP Photo/Ann Lee)")
        );
        assert!(!is_caption("The two ministers met in Geneva."));
        assert!(
            is_interface("Advertisement")
                && is_interface("Read more:")
                && is_interface("READ MORE: Night boats return")
                && !is_interface("Share of the vote")
        );
        assert!(is_rubric("OPINION") && is_rubric("World") && !is_rubric("World War"));
        assert!(is_rule("* * *") && is_rule("———") && !is_rule("1") && !is_rule("<…>"));
    }
}
