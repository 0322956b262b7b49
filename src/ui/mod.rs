//! The window's views. Each reads the session's `State`, paints, and pushes `Command`s; none changes the state itself.

mod brief;
mod commands;
mod copying;
mod correct;
mod detail;
mod empty;
mod filters;
pub mod fonts;
mod hover_card;
mod icons;
mod keys;
mod laid_out;
mod list;
mod measure;
mod menu;
mod no_events;
mod overview;
mod paint_scene;
mod publication;
mod rail;
mod reader;
mod review;
mod search_field;
mod sheets;
mod stage;
mod status_line;
mod strips;
mod style;
mod tabs;
#[cfg(test)]
mod tests;
mod text;
mod timeline;
mod toolbar;
mod top_bar;
mod tray;
mod veil;
mod widgets;
mod window;

pub use brief::Pictures;
pub use stage::Memory;
pub use style::apply as apply_style;
pub use window::window;
