//! The plain words that the window uses for kinds, statuses, bases and roles.

use crate::article::PublishedBasis;
use crate::chronology::{Basis, Event, EvidenceRole, Kind, Status};
use crate::layout::explorer::{Lanes, Scale};
use std::path::Path;

/// What a reader calls a PLOVER kind.
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Agree => "Agreement",
        Kind::Consult => "Talks",
        Kind::Support => "Support",
        Kind::Concede => "Concession",
        Kind::Cooperate => "Cooperation",
        Kind::Aid => "Aid",
        Kind::Retreat => "Withdrawal",
        Kind::Request => "Demand",
        Kind::Accuse => "Accusation",
        Kind::Reject => "Rejection",
        Kind::Threaten => "Threat",
        Kind::Protest => "Protest",
        Kind::Sanction => "Sanction",
        Kind::Mobilize => "Mobilization",
        Kind::Coerce => "Coercion",
        Kind::Assault => "Attack",
        Kind::Other => "Other",
    }
}

pub fn status(status: Status) -> &'static str {
    match status {
        Status::Happened => "Happened",
        Status::Expected => "Expected",
        Status::Proposed => "Proposed",
        Status::CalledOff => "Called off",
    }
}

/// Status and attribution in one line: "Happened, reportedly", "Called off, not planned", "Expected, per Moscow".
pub fn standing(event: &Event) -> String {
    let mut words = status(event.status).to_owned();
    if let Some(word) = &event.status_word
        && !word.eq_ignore_ascii_case(status(event.status))
    {
        words.push_str(", ");
        words.push_str(word);
    }
    if let Some(attribution) = &event.attribution {
        if let Some(by) = &attribution.by {
            words.push_str(", per ");
            words.push_str(by);
        } else if let Some(hedge) = &attribution.hedge {
            words.push_str(", ");
            words.push_str(hedge);
        }
    }
    words
}

/// Kind and mode: "Talks, visit".
pub fn kind_and_mode(event: &Event) -> String {
    match event.mode {
        Some(mode) => format!("{}, {mode}", kind(event.kind)),
        None => kind(event.kind).to_owned(),
    }
}

pub fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Explicit => "dated by the text",
        Basis::Relative => "counted from another date",
        Basis::Order => "placed by the order told",
        Basis::Convention => "taken by convention",
        Basis::Corrected => "set by you",
    }
}

/// How a publication date is known, as said beside it.
pub fn published_basis(basis: PublishedBasis) -> &'static str {
    match basis {
        PublishedBasis::None => "unknown",
        PublishedBasis::Metadata => "from the page",
        PublishedBasis::Line => "from the text",
        PublishedBasis::Dateline => "from the dateline",
        PublishedBasis::FileName => "from the file name",
        PublishedBasis::Reader => "set by you",
    }
}

pub fn evidence_role(role: EvidenceRole) -> &'static str {
    match role {
        EvidenceRole::Main => "tells it",
        EvidenceRole::Retelling => "tells it again",
        EvidenceRole::Time => "dates it",
        EvidenceRole::Order => "orders it",
    }
}

/// Why a sentence was made no event.
pub fn set_aside(why: &str) -> &str {
    match why {
        "opinion" => "An opinion",
        "background" => "Background",
        "habit" => "What happens again and again",
        "hypothesis" => "What might be",
        "question" => "A question",
        "saying" => "Only something said",
        "no-actor" => "Nobody is named who does it",
        "repeated" => "Told elsewhere",
        "not-english" => "Demarche reads English",
        other => other,
    }
}

pub fn lanes(lanes: Lanes) -> &'static str {
    match lanes {
        Lanes::Auto => "Automatic",
        Lanes::None => "None",
        Lanes::Place => "Place",
        Lanes::Participant => "Participant",
        Lanes::Kind => "Kind",
        Lanes::Status => "Status",
        Lanes::Article => "Article",
    }
}

pub fn scale(scale: Scale) -> &'static str {
    match scale {
        Scale::ToScale => "To scale",
        Scale::GapsFolded => "Gaps folded",
        Scale::Sequence => "Sequence",
    }
}

/// English name of a language by its ISO 639-1 code, for the notice "This looks like French".
pub fn language(code: &str) -> Option<&'static str> {
    Some(match code {
        "ar" => "Arabic",
        "cs" => "Czech",
        "da" => "Danish",
        "de" => "German",
        "el" => "Greek",
        "es" => "Spanish",
        "fa" => "Persian",
        "fi" => "Finnish",
        "fr" => "French",
        "he" => "Hebrew",
        "hr" => "Croatian or Serbian",
        "hu" => "Hungarian",
        "id" => "Indonesian",
        "it" => "Italian",
        "ja" => "Japanese",
        "ko" => "Korean",
        "nl" => "Dutch",
        "no" => "Norwegian",
        "pl" => "Polish",
        "pt" => "Portuguese",
        "ro" => "Romanian",
        "ru" => "Russian",
        "sv" => "Swedish",
        "sw" => "Swahili",
        "tr" => "Turkish",
        "uk" => "Ukrainian",
        "vi" => "Vietnamese",
        "zh" => "Chinese",
        _ => return None,
    })
}

/// A file by its name; by its whole path where it has none.
pub fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |n| n.to_string_lossy().into_owned())
}

/// "7535" as "7,535".
pub fn number(number: usize) -> String {
    crate::layout::explorer::thousands(number)
}

/// "1 event", "7,535 events".
pub fn count(count: usize, one: &str, many: &str) -> String {
    format!("{} {}", number(count), if count == 1 { one } else { many })
}
