//! Every command by name, for the palette: what it is called, its key, and what it does.

use super::keys;
use crate::layout::explorer::{Lanes, STATUSES, Scale};
use crate::session::{Command, Field, ListPlace, Sheet, State, Step, ThemeChoice, words};

/// A command that can be given now.
#[derive(Debug, Clone)]
pub struct Named {
    pub name: String,
    /// Its key, or nothing.
    pub key: &'static str,
    pub command: Act,
}

/// What a name stands for.
#[derive(Debug, Clone)]
pub enum Act {
    Command(Command),
    /// Zooms by a factor, which needs to know what is shown.
    Zoom(f64),
    /// Gives the keyboard to the search field.
    Search,
    /// Opens the field for the publication date.
    Publication,
}

/// All that can be done, in the order of the menus; then the open articles.
pub fn all(state: &State) -> Vec<Named> {
    let mut found: Vec<Named> = Vec::new();
    let mut add = |name: String, key: &'static str, command: Act| found.push(Named { name, key, command });
    let mut plain = |name: &str, key: &'static str, command: Command| add(name.to_owned(), key, Act::Command(command));
    plain("Open files…", "Ctrl+O", Command::AskOpen);
    plain("Open by path…", "", Command::OpenSheet(Sheet::Path));
    plain("Paste an article", "Ctrl+V", Command::Paste { text: None });
    plain("Open the sample article", "", Command::OpenSample);
    if let Some(tab) = state.tab() {
        let view = &tab.view;
        plain("Save the project", "Ctrl+S", Command::Save);
        plain("Save the project as…", "Ctrl+Shift+S", Command::SaveAs);
        plain("Next event", "→", Command::Step(Step::Next));
        plain("Previous event", "←", Command::Step(Step::Previous));
        plain("First event", "Home", Command::Step(Step::First));
        plain("Last event", "End", Command::Step(Step::Last));
        plain("Show all of the timeline", "F", Command::Fit);
        if let Some(event) = tab.selected() {
            plain("Zoom to the selected event", "", Command::ZoomTo(event.id.clone()));
            plain("Copy the selected event as text", "", Command::CopyEventAsText(event.id.clone()));
            if let Some(evidence) = event.evidence.first() {
                plain("Show the selected event in the article", "", Command::ShowInArticle(evidence.span));
            }
        }
        plain("Edit the title", "E", Command::EditField(Field::Title));
        plain("Edit the date", "D", Command::EditField(Field::When));
        plain("Edit the place", "I", Command::EditField(Field::Places));
        plain("Edit the people", "W", Command::EditField(Field::Participants));
        plain("Edit who says so", "B", Command::EditField(Field::Attribution));
        plain("Mark as checked", "C", Command::ToggleChecked);
        plain("Hide the event", "Delete", Command::HideSelected);
        plain("Merge with another event…", "M", Command::EditField(Field::Merge));
        plain("Add an event from a sentence…", "A", Command::OpenSheet(Sheet::AddFrom));
        plain("Undo", "Ctrl+Z", Command::Undo);
        plain("Redo", "Ctrl+Shift+Z", Command::Redo);
        plain("Corrections and hidden events…", "H", Command::OpenSheet(Sheet::Corrections));
        plain("Review doubtful events", "R", Command::Review(!state.review));
        for lanes in [Lanes::Auto, Lanes::None, Lanes::Place, Lanes::Participant, Lanes::Kind, Lanes::Status, Lanes::Article] {
            plain(&format!("Lanes: {}", words::lanes(lanes)), "", Command::SetLanes(lanes));
        }
        for scale in [Scale::ToScale, Scale::GapsFolded, Scale::Sequence] {
            plain(&format!("Scale: {}", words::scale(scale)), "", Command::SetScale(scale));
        }
        for place in ListPlace::ALL {
            plain(&format!("View: {}", place.name()), if place == view.list.next() { "L" } else { "" }, Command::SetList(place));
        }
        plain(if view.arrows { "Hide the order told" } else { "Show the order told as arrows" }, "O", Command::ToggleArrows);
        for status in STATUSES {
            let what = if view.statuses.contains(&status) { "Hide" } else { "Show" };
            plain(&format!("{what} events: {}", words::status(status)), "", Command::ToggleStatus(status));
        }
        plain("Show all events, without filters", "", Command::ShowAllStatuses);
        plain("Dated sentences not made into events", "", Command::OpenSheet(Sheet::SetAside));
        plain("Next hit of the search", "Enter", Command::NextHit { forward: true });
        plain("Previous hit of the search", "Shift+Enter", Command::NextHit { forward: false });
        plain("Copy figure", "Ctrl+Shift+C", Command::CopyFigure);
        plain("Copy events as text", "", Command::CopyAllAsText);
        plain("Export…", "Ctrl+E", Command::OpenSheet(Sheet::Export));
        plain("Brief view", "F11", Command::Brief(true));
        plain("All open articles on one timeline", "", Command::MergeTabs);
        plain("Close the tab", "Ctrl+W", Command::Close(tab.id));
        plain("Next tab", "Ctrl+Tab", Command::Cycle { forward: true });
        plain("Previous tab", "Ctrl+Shift+Tab", Command::Cycle { forward: false });
        plain("Fold or unfold the article", "Ctrl+1", Command::ToggleArticle);
        plain("Fold or unfold the detail", "Ctrl+2", Command::ToggleDetail);
    }
    let size = state.settings.text_size;
    plain("Larger text", "Ctrl+Plus", Command::SetTextSize(keys::larger(size)));
    plain("Smaller text", "Ctrl+Minus", Command::SetTextSize(keys::smaller(size)));
    plain("Text at its usual size", "Ctrl+0", Command::SetTextSize(1.0));
    for (choice, name) in THEMES {
        plain(name, "", Command::SetTheme(choice));
    }
    plain("Light or dark", "T", Command::ToggleTheme);
    plain(if state.settings.still { "Let things move" } else { "Let nothing move" }, "", Command::ToggleStill);
    plain("Settings…", "", Command::OpenSheet(Sheet::Settings));
    plain("Keys", "?", Command::OpenSheet(Sheet::Keys));
    plain("Forget recent articles", "", Command::ForgetRecent);
    plain("Quit", "Ctrl+Q", Command::Quit);
    for tab in &state.tabs {
        plain(&format!("Go to: {}", tab.article.title), "", Command::Show(tab.id));
    }
    for path in &state.settings.recent {
        plain(&format!("Open again: {}", state.settings.recent_name(path).0), "", Command::Open(vec![path.clone()]));
    }
    if let Some(tab) = state.tab() {
        add("Zoom in".to_owned(), "+", Act::Zoom(1.5));
        add("Zoom out".to_owned(), "−", Act::Zoom(1.0 / 1.5));
        add("Search events and text".to_owned(), "Ctrl+F", Act::Search);
        if tab.has_publication() {
            add("Set the publication date…".to_owned(), "", Act::Publication);
        }
    }
    found
}

/// The themes by name.
pub const THEMES: [(ThemeChoice, &str); 4] = [
    (ThemeChoice::System, "System theme"),
    (ThemeChoice::Light, "Light theme"),
    (ThemeChoice::Dark, "Dark theme"),
    (ThemeChoice::Contrast, "High contrast"),
];

/// The commands whose names hold all words of a query, those first that begin with it.
pub fn matching(state: &State, query: &str) -> Vec<Named> {
    let query = query.trim().to_lowercase();
    let wanted: Vec<&str> = query.split_whitespace().collect();
    let mut found = all(state);
    found.retain(|c| wanted.iter().all(|w| c.name.to_lowercase().contains(w)));
    found.sort_by_key(|c| {
        let name = c.name.to_lowercase();
        let word_begins = wanted.iter().all(|w| name.split(|c: char| !c.is_alphanumeric()).any(|own| own.starts_with(w)));
        (!name.starts_with(&query), !word_begins)
    });
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::fixture;

    #[test]
    fn a_command_is_found_by_words_of_its_name() {
        let state = fixture::opened();
        let first = |query: &str| matching(&state, query).first().map(|c| c.name.clone());
        assert_eq!(first("gaps").as_deref(), Some("Scale: Gaps folded"));
        assert_eq!(first("lanes pla").as_deref(), Some("Lanes: Place"));
        assert_eq!(first("zoom in").as_deref(), Some("Zoom in"));
        assert_eq!(first("no such command"), None);
    }

    #[test]
    fn every_key_of_the_sheet_that_commands_anything_is_in_the_palette() {
        let state = fixture::opened();
        let keys: Vec<&str> = all(&state).iter().map(|c| c.key).filter(|k| !k.is_empty()).collect();
        for key in ["Ctrl+O", "Ctrl+V", "Ctrl+W", "Ctrl+Tab", "Ctrl+F", "Ctrl+E", "F11", "Ctrl+Shift+C", "F", "T", "?", "Ctrl+Q", "L", "O"]
        {
            assert!(keys.contains(&key), "{key} is not in the palette");
        }
    }
}
