//! Every command by name, for the palette: what it is called, its key, and what it does.

use super::correct::Choice;
use super::keys;
use crate::chronology::Event;
use crate::layout::explorer::{Lanes, STATUSES, Scale};
use crate::session::{Command, Field, ListPlace, Sheet, State, Step, Tab, ThemeChoice, words};

/// Sizes of text between which the session keeps it, a little inside.
const LARGEST_TEXT: f32 = 1.99;
const SMALLEST_TEXT: f32 = 0.81;

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
    /// Goes to the event nearest in time in the lane above or below.
    Lane {
        down: bool,
    },
    /// Opens a menu of the detail.
    Choose(Choice),
}

/// All that can be done now, in the order of the menus; then the open articles.
pub fn all(state: &State) -> Vec<Named> {
    let mut list = List(Vec::new());
    list.add("Open files…", "Ctrl+O", Command::AskOpen);
    list.add("Open by path…", "", Command::OpenSheet(Sheet::Path));
    list.add("Paste an article", "Ctrl+V", Command::Paste { text: None });
    list.add("Open the sample article", "", Command::OpenSample);
    if let Some(tab) = state.tab() {
        list.add("Save the project", "Ctrl+S", Command::Save);
        list.add("Save the project as…", "Ctrl+Shift+S", Command::SaveAs);
        around(&mut list, state, tab);
        if let Some(event) = tab.selected() {
            of_event(&mut list, tab, event);
        }
        corrections(&mut list, state, tab);
        looks(&mut list, tab);
        out(&mut list, state, tab);
    }
    window(&mut list, state);
    for tab in state.tabs.iter().filter(|t| Some(t.id) != state.shown) {
        list.add(&format!("Go to: {}", tab.article.title), "", Command::Show(tab.id));
    }
    for path in &state.settings.recent {
        list.add(&format!("Open again: {}", state.settings.recent_name(path).0), "", Command::Open(vec![path.clone()]));
    }
    list.0
}

struct List(Vec<Named>);

impl List {
    fn add(&mut self, name: &str, key: &'static str, command: Command) {
        self.act(name, key, Act::Command(command));
    }

    fn add_if(&mut self, can: bool, name: &str, key: &'static str, command: Command) {
        if can {
            self.add(name, key, command);
        }
    }

    fn act(&mut self, name: &str, key: &'static str, command: Act) {
        self.0.push(Named { name: name.to_owned(), key, command });
    }
}

/// Going from event to event, and nearer and farther.
fn around(list: &mut List, state: &State, tab: &Tab) {
    let any = tab.visible_count() > 0;
    list.add_if(any, "Next event", "→", Command::Step(Step::Next));
    list.add_if(any, "Previous event", "←", Command::Step(Step::Previous));
    list.add_if(any, "First event", "Home", Command::Step(Step::First));
    list.add_if(any, "Last event", "End", Command::Step(Step::Last));
    if tab.selected().is_some() {
        list.act("Event in the lane above", "↑", Act::Lane { down: false });
        list.act("Event in the lane below", "↓", Act::Lane { down: true });
    }
    list.add_if(any, "Show all of the timeline", "F", Command::Fit);
    if any {
        list.act("Zoom in", "+", Act::Zoom(1.5));
        list.act("Zoom out", "−", Act::Zoom(1.0 / 1.5));
    }
    list.act("Search events and text", "Ctrl+F", Act::Search);
    let found = !state.hits.events.is_empty() || !state.hits.text.is_empty();
    list.add_if(found, "Next hit of the search", "Enter", Command::NextHit { forward: true });
    list.add_if(found, "Previous hit of the search", "Shift+Enter", Command::NextHit { forward: false });
}

/// What can be done with the selected event.
fn of_event(list: &mut List, tab: &Tab, event: &Event) {
    list.add_if(event.when.is_some(), "Zoom to the selected event", "", Command::ZoomTo(event.id.clone()));
    list.add("Copy the selected event as text", "", Command::CopyEventAsText(event.id.clone()));
    if let Some(evidence) = event.evidence.first() {
        list.add("Show the selected event in the article", "", Command::ShowInArticle(evidence.span));
    }
    // Several articles on one timeline are corrected each in its own tab.
    if !tab.parts.is_empty() {
        return;
    }
    list.add("Edit the title", "E", Command::EditField(Field::Title));
    list.add("Edit the date", "D", Command::EditField(Field::When));
    list.add("Edit the place", "I", Command::EditField(Field::Places));
    list.add("Edit the people", "W", Command::EditField(Field::Participants));
    list.add("Edit who says so", "B", Command::EditField(Field::Attribution));
    list.act("Choose the status…", "S", Act::Choose(Choice::Status));
    list.act("Choose the kind…", "K", Act::Choose(Choice::Kind));
    let checked = if tab.mark(&event.id).checked { "Mark as not checked" } else { "Mark as checked" };
    list.add(checked, "C", Command::ToggleChecked);
    list.add("Hide the event", "Delete", Command::HideSelected);
    list.add_if(tab.chronology.events.len() > 1, "Merge with another event…", "M", Command::EditField(Field::Merge));
}

fn corrections(list: &mut List, state: &State, tab: &Tab) {
    list.add_if(tab.parts.is_empty(), "Add an event from a sentence…", "A", Command::OpenSheet(Sheet::AddFrom));
    list.add_if(!tab.history.done.is_empty(), "Undo", "Ctrl+Z", Command::Undo);
    list.add_if(!tab.history.undone.is_empty(), "Redo", "Ctrl+Shift+Z", Command::Redo);
    list.add("Corrections and hidden events…", "H", Command::OpenSheet(Sheet::Corrections));
    if state.review {
        list.add("End the review", "R", Command::Review(false));
        list.add("Next doubtful event", "N", Command::ReviewStep { forward: true });
        list.add("Previous doubtful event", "P", Command::ReviewStep { forward: false });
    } else {
        list.add("Review doubtful events", "R", Command::Review(true));
    }
    if tab.has_publication() {
        list.act("Set the publication date…", "", Act::Publication);
    }
}

/// How the article is looked at: what is shown so already is not offered.
fn looks(list: &mut List, tab: &Tab) {
    let view = &tab.view;
    let by_article = |lanes: Lanes| lanes != Lanes::Article || !tab.parts.is_empty();
    for lanes in Lanes::ALL.into_iter().filter(|l| *l != view.lanes && by_article(*l)) {
        list.add(&format!("Lanes: {}", words::lanes(lanes)), "", Command::SetLanes(lanes));
    }
    for scale in Scale::ALL.into_iter().filter(|s| *s != view.scale) {
        list.add(&format!("Scale: {}", words::scale(scale)), "", Command::SetScale(scale));
    }
    for place in ListPlace::ALL.into_iter().filter(|p| *p != view.list) {
        let key = if place == view.list.next() { "L" } else { "" };
        list.add(&format!("View: {}", place.name()), key, Command::SetList(place));
    }
    list.add(if view.arrows { "Hide the order told" } else { "Show the order told as arrows" }, "O", Command::ToggleArrows);
    for status in STATUSES.into_iter().filter(|s| tab.with_status(*s) > 0) {
        let what = if view.statuses.contains(&status) { "Hide" } else { "Show" };
        list.add(&format!("{what} events: {}", words::status(status)), "", Command::ToggleStatus(status));
    }
    let filtered = view.statuses.len() < STATUSES.len() || !view.filter.is_empty();
    list.add_if(filtered, "Show all events, without filters", "", Command::ShowAllStatuses);
    list.add_if(tab.set_aside().next().is_some(), "Dated sentences not made into events", "", Command::OpenSheet(Sheet::SetAside));
}

/// Figures and text, and the tab as a whole.
fn out(list: &mut List, state: &State, tab: &Tab) {
    list.add("Copy figure", "Ctrl+Shift+C", Command::CopyFigure);
    list.add("Copy events as text", "", Command::CopyAllAsText);
    list.add("Export…", "Ctrl+E", Command::OpenSheet(Sheet::Export));
    list.add("Brief view", "F11", Command::Brief(true));
    let several = state.tabs.len() > 1;
    list.add_if(several, "All open articles on one timeline", "", Command::MergeTabs);
    list.add("Close the tab", "Ctrl+W", Command::Close(tab.id));
    list.add_if(several, "Next tab", "Ctrl+Tab", Command::Cycle { forward: true });
    list.add_if(several, "Previous tab", "Ctrl+Shift+Tab", Command::Cycle { forward: false });
    list.add("Fold or unfold the article", "Ctrl+1", Command::ToggleArticle);
    list.add("Fold or unfold the detail", "Ctrl+2", Command::ToggleDetail);
}

fn window(list: &mut List, state: &State) {
    let settings = &state.settings;
    let size = settings.text_size;
    list.add_if(size < LARGEST_TEXT, "Larger text", "Ctrl+Plus", keys::resized(size, 1));
    list.add_if(size > SMALLEST_TEXT, "Smaller text", "Ctrl+Minus", keys::resized(size, -1));
    list.add_if(size != 1.0, "Text at its usual size", "Ctrl+0", Command::SetTextSize(1.0));
    for (choice, name) in THEMES.into_iter().filter(|(choice, _)| *choice != settings.theme) {
        list.add(name, "", Command::SetTheme(choice));
    }
    list.add("Light or dark", "T", Command::ToggleTheme);
    list.add(if settings.still { "Let things move" } else { "Let nothing move" }, "", Command::ToggleStill);
    list.add("Settings…", "", Command::OpenSheet(Sheet::Settings));
    list.add("Keys", "?", Command::OpenSheet(Sheet::Keys));
    list.add_if(!settings.recent.is_empty(), "Forget recent articles", "", Command::ForgetRecent);
    list.add("Quit", "Ctrl+Q", Command::Quit);
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
    use crate::chronology::corrections::Change;
    use crate::session::{apply, fixture};

    #[test]
    fn a_command_is_found_by_words_of_its_name() {
        let state = fixture::opened();
        let first = |query: &str| matching(&state, query).first().map(|c| c.name.clone());
        assert_eq!(first("gaps").as_deref(), Some("Scale: Gaps folded"));
        assert_eq!(first("lanes pla").as_deref(), Some("Lanes: Place"));
        assert_eq!(first("zoom in").as_deref(), Some("Zoom in"));
        assert_eq!(first("no such command"), None);
    }

    /// What the sheet tells of the hand, of Esc, and of the palette's own key is no command.
    const NOT_COMMANDS: [&str; 8] = ["Drag", "Shift+wheel", "Ctrl+wheel", "pinch", "Double", "click", "Esc", "Ctrl+K"];

    #[test]
    fn every_key_of_the_sheet_that_commands_anything_is_in_the_palette() {
        let mut state = fixture::opened();
        fixture::open(&mut state, "/articles/again.txt");
        for command in [
            Command::Select(Some("visit".into())),
            Command::ToggleChecked,
            Command::CorrectSelected(Change::Unplaced),
            Command::Undo,
            Command::Search("Oslo".into()),
            Command::SetTextSize(1.2),
            Command::Review(true),
        ] {
            apply(&mut state, command);
        }
        let known: Vec<&str> = all(&state).iter().map(|c| c.key).collect();
        let told = keys::ALL.iter().flat_map(|(_, keys)| keys.iter()).flat_map(|(keys, _)| keys.split(", "));
        for key in told.flat_map(|keys| keys.split(' ')) {
            assert!(NOT_COMMANDS.contains(&key) || known.contains(&key), "{key} is not in the palette");
        }
    }

    #[test]
    fn what_cannot_be_done_now_is_not_offered() {
        let named = |state: &State| all(state).into_iter().map(|c| c.name).collect::<Vec<_>>();
        let offers = |state: &State, name: &str| named(state).iter().any(|n| n == name);
        let mut state = fixture::opened();
        let with_event = ["Edit the title", "Choose the status…", "Choose the kind…", "Hide the event", "Event in the lane below"];
        let later = ["Undo", "Redo", "Next hit of the search", "Next tab", "All open articles on one timeline", "Lanes: Article"];
        apply(&mut state, Command::Select(None));
        for name in with_event.iter().chain(&later) {
            assert!(!offers(&state, name), "{name} without cause");
        }
        apply(&mut state, Command::Select(Some("visit".into())));
        assert!(with_event.iter().all(|name| offers(&state, name)));
        apply(&mut state, Command::ToggleChecked);
        assert!(offers(&state, "Undo") && offers(&state, "Mark as not checked"));
        assert!(!named(&State::default()).iter().any(|n| n.contains("event")), "without an article there are no events");
    }
}
