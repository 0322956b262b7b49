//! What is open and how it is looked at: `State`, the `Command`s that change it, and the `Effect`s that follow.
//!
//! Nothing here knows egui, touches a file or reads the clock: a session is replayed by replaying its commands.

mod apply;
pub mod as_text;
pub mod command;
pub mod figures;
pub mod filter;
pub mod fold;
pub mod history;
pub mod index;
pub mod listing;
mod merged;
pub mod paste;
pub mod project;
pub mod review;
pub mod search;
pub mod settings;
pub mod state;
mod status_counts;
pub mod tab;
pub mod typed_date;
pub mod words;

#[cfg(test)]
pub(crate) mod fixture;
#[cfg(test)]
mod tests;

pub use crate::chronology::DateOrder;
pub use apply::apply;
pub use command::{Clip, Command, Effect, LoadedProject, Reading, Source, Step};
pub use filter::Facet;
pub use listing::{Column, ListPlace, Sort};
pub use settings::{KeptPaste, OpenFile, Settings, ThemeChoice};
pub use state::{Edit, Field, Fold, Job, Origin, Problem, PublicationEdit, Sheet, State, Tab, TabId, View};
