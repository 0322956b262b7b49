//! What a paste means: an article's text or page, the path or address of files, or an address on the web.

use super::apply::read;
use super::command::{Clip, Command, Effect, Source};
use super::state::{Cure, Origin, Problem, State};
use crate::article::is_web_address;
use std::path::PathBuf;

/// What pasted text stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meaning {
    Nothing,
    /// Files named by path or by file:// address, one a line.
    Files(Vec<PathBuf>),
    WebAddress,
    Article,
}

pub(super) fn pasted(state: &mut State, clip: Clip) -> Vec<Effect> {
    match meaning(&clip) {
        Meaning::Nothing => {
            state.done = Some("There is no text on the clipboard".to_owned());
            Vec::new()
        }
        Meaning::Files(paths) => super::apply(state, Command::Open(paths)),
        Meaning::WebAddress => web_address(state, "A web address was pasted"),
        Meaning::Article => vec![read(state, "pasted text".to_owned(), Origin::Pasted { kept: None }, Source::Pasted(clip), None, None)],
    }
}

/// An address is told of; it is never fetched.
pub(super) fn web_address(state: &mut State, title: &str) -> Vec<Effect> {
    let problem = Problem {
        title: title.to_owned(),
        text: "Demarche never goes online: save the page and open the file.".to_owned(),
        cure: Cure::OpenOther,
    };
    super::apply(state, Command::Failed(problem))
}

/// Tells what was pasted. A text of one line that could be a path is a path only where it looks like nothing else.
pub fn meaning(clip: &Clip) -> Meaning {
    let text = clip.text.as_deref().unwrap_or("").trim();
    if text.is_empty() {
        return if clip.html.as_deref().is_none_or(|h| h.trim().is_empty()) { Meaning::Nothing } else { Meaning::Article };
    }
    // File managers put "copy" or "cut" before the addresses.
    let lines: Vec<&str> =
        text.lines().map(str::trim).filter(|l| !l.is_empty() && !matches!(*l, "copy" | "cut" | "x-special/nautilus-clipboard")).collect();
    let paths: Option<Vec<PathBuf>> = if lines.len() <= 64 { lines.iter().map(|l| path(l)).collect() } else { None };
    if let Some(paths) = paths
        && !paths.is_empty()
    {
        return Meaning::Files(paths);
    }
    if is_web_address(text) {
        return Meaning::WebAddress;
    }
    Meaning::Article
}

fn path(line: &str) -> Option<PathBuf> {
    let line = line.strip_prefix(['"', '\'']).and_then(|l| l.strip_suffix(['"', '\''])).unwrap_or(line);
    if let Some(rest) = line.strip_prefix("file://") {
        let rest = rest.strip_prefix("localhost").unwrap_or(rest);
        let decoded = percent_decoded(rest)?;
        // "file:///C:/x" is C:/x.
        let bytes = decoded.as_bytes();
        let drive = bytes.len() > 2 && bytes.first() == Some(&b'/') && bytes.get(2) == Some(&b':');
        return Some(PathBuf::from(if drive { decoded.get(1..)? } else { decoded.as_str() }));
    }
    if line.len() > 1024 {
        return None;
    }
    let bytes = line.as_bytes();
    let windows =
        bytes.first().is_some_and(u8::is_ascii_alphabetic) && bytes.get(1) == Some(&b':') && matches!(bytes.get(2), Some(b'\\' | b'/'));
    let absolute = (line.starts_with('/') && line.len() > 1 && !line.starts_with("//")) || line.starts_with("\\\\");
    (windows || absolute).then(|| PathBuf::from(line))
}

fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(b) = rest.next() {
        if b == b'%' {
            let high = char::from(rest.next()?).to_digit(16)?;
            let low = char::from(rest.next()?).to_digit(16)?;
            bytes.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            bytes.push(b);
        }
    }
    String::from_utf8(bytes).ok()
}
