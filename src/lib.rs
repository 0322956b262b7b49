//! Demarche reads the diplomatic sequence out of an article and draws it as a timeline.
//!
//! The layers and what each may import are told in `docs/ARCHITECTURE.md`; `tests/layers.rs` guards them.

pub mod article;
pub mod chronology;
pub mod cli;
pub mod export;
pub mod language;
pub mod layout;
pub mod scene;
pub mod session;
pub mod text;

#[cfg(test)]
mod testing;

#[cfg(feature = "window")]
pub mod app;
#[cfg(feature = "window")]
pub mod ui;
