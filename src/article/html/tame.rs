//! Cuts tags with thousands of attributes short: the tokenizer compares each attribute with all before it.

use std::borrow::Cow;

/// More attributes than any honest tag has.
const MOST: usize = 1000;

/// The page with at most `MOST` parts left in each tag; untouched, as nearly always, where none has more.
pub(super) fn tame(html: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut copied = 0;
    let mut at = 0;
    while let Some(open) = html[at..].find('<').map(|found| at + found) {
        let rest = &html[open..];
        at = open + 1;
        if rest.starts_with("<!--") {
            at = open + rest.find("-->").unwrap_or(rest.len());
        } else if rest.as_bytes().get(1).is_some_and(|b| b.is_ascii_alphabetic() || *b == b'/') {
            let (cut, end) = tag(rest.as_bytes());
            at = open + end;
            if let Some(cut) = cut {
                out.push_str(&html[copied..open + cut]);
                copied = at;
            }
            at = past_raw_text(html, open, at);
        }
    }
    if copied == 0 {
        return Cow::Borrowed(html);
    }
    out.push_str(&html[copied..]);
    Cow::Owned(out)
}

/// Where a tag has had `MOST` parts, if it has more, and where its ">" stands. A quote counts only after "=", as in the HTML standard.
fn tag(bytes: &[u8]) -> (Option<usize>, usize) {
    let (mut parts, mut cut, mut quote, mut before) = (0, None, None, b' ');
    for (at, byte) in bytes.iter().copied().enumerate() {
        match quote {
            Some(open) if byte != open => continue,
            Some(_) => {
                quote = None;
                parts += 1;
                // The next attribute may follow without a space.
                before = b' ';
            }
            None if byte == b'>' => return (cut, at),
            None if matches!(byte, b'"' | b'\'') && before == b'=' => quote = Some(byte),
            None if byte.is_ascii_whitespace() || byte == b'/' => parts += 1,
            None => before = byte,
        }
        if parts > MOST * 2 && cut.is_none() && quote.is_none() && byte.is_ascii() {
            cut = Some(at + 1);
        }
    }
    (cut, bytes.len())
}

/// Scripts and styles are no tags, whatever they hold.
fn past_raw_text(html: &str, open: usize, end: usize) -> usize {
    let name = |name: &str| html.get(open + 1..open + 1 + name.len()).is_some_and(|n| n.eq_ignore_ascii_case(name));
    let close = ["</script", "</style"].into_iter().find(|close| name(&close[2..]));
    close.and_then(|close| html[end..].find(close)).map_or(end, |found| end + found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn honest_pages_are_left_alone() {
        for page in [
            "<p class=\"a > b\" id='x'>Talks</p>",
            "<script>for (i=0;i<b;i++) { x = 'it is' }</script><p>Talks",
            "<!-- <p a b c --><p>",
            "a < b",
            "<",
            "</",
            "<p",
            "",
        ] {
            assert!(matches!(tame(page), Cow::Borrowed(same) if same == page));
        }
    }

    #[test]
    fn endless_tags_are_cut_before_their_end() {
        let attributes: String = (0..9000).map(|n| format!("a{n}='>' ")).collect();
        let tamed = tame(&format!("<p {attributes}>Talks</p><b>on</b>")).into_owned();
        assert!(tamed.len() < 20_000 && tamed.ends_with(">Talks</p><b>on</b>"), "{}", tamed.len());
    }
}
