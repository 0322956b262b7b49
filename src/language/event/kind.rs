//! What kind of happening, and whether it took place: PLOVER's types and our four statuses.

use serde::{Deserialize, Serialize};

/// PLOVER event types, the successor of CAMEO.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Agree,
    Consult,
    Support,
    Concede,
    Cooperate,
    Aid,
    Retreat,
    Request,
    Accuse,
    Reject,
    Threaten,
    Protest,
    Sanction,
    Mobilize,
    Coerce,
    Assault,
    Other,
}

impl Kind {
    /// Whether armed or bodily force is used or shown, which has a place on the ground.
    pub fn is_force(self) -> bool {
        matches!(self, Kind::Assault | Kind::Mobilize | Kind::Retreat | Kind::Coerce | Kind::Protest)
    }
}

/// Whether it took place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    Happened,
    Expected,
    Proposed,
    CalledOff,
}

/// Who says so, where the text does not say it in its own voice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attribution {
    pub by: Option<String>,
    /// "reportedly", "sources indicate".
    pub hedge: Option<String>,
}
