//! The figure of the open article: how Brief view and Copy figure draw it, and what is said of it.

use super::state::State;
use super::words::count;
use crate::article::Article;
use crate::layout::figure::{Figure, FigureOptions, Preset};

/// Brief view and Copy figure: a slide in the window's theme, with the title chosen for figures.
pub fn brief_options(state: &State) -> FigureOptions {
    FigureOptions { preset: Preset::Slide, theme: state.theme(), title: state.figure.title.clone(), ..FigureOptions::default() }
}

/// A figure in words, for a screen reader.
pub fn said(article: &Article, figure: &Figure) -> String {
    let shown = if figure.shown == figure.total {
        count(figure.total, "event", "events")
    } else {
        format!("{} of {}", figure.shown, count(figure.total, "event", "events"))
    };
    let unplaced = if figure.unplaced > 0 { format!(", {} not placed in time", figure.unplaced) } else { String::new() };
    format!("Timeline of {}: {shown}{unplaced}", article.title)
}
