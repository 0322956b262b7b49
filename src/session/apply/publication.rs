//! The publication date: typing it, setting it, and what is read anew when it changes.

use super::super::command::Effect;
use super::super::history;
use super::super::state::{Cure, PublicationEdit, State, TabId};
use super::super::typed_date;
use super::{look, open, problem, save, tell};
use crate::chronology::corrections::{Change, Correction, Target};
use crate::chronology::dates::{self, Style};
use crate::chronology::{Chronology, DateOrder, Frame};
use chrono::{Datelike, NaiveDate};

pub(super) fn edit(state: &mut State) -> Vec<Effect> {
    if let Some(tab) = state.tab().filter(|t| t.has_publication()) {
        let text = tab.publication().map(|d| dates::day(dates::day_of(d), Style::YEAR)).unwrap_or_default();
        state.publication_edit = Some(PublicationEdit { text, error: None });
    }
    Vec::new()
}

pub(super) fn accept(state: &mut State) -> Vec<Effect> {
    let Some(edit) = &state.publication_edit else {
        return Vec::new();
    };
    match typed_date::read(&edit.text) {
        Ok(date) => set(state, Some(date)),
        Err(error) => {
            let text = edit.text.clone();
            state.publication_edit = Some(PublicationEdit { text, error: Some(error) });
            Vec::new()
        }
    }
}

/// Sets the reader's publication date, or with none goes back to the article's own.
pub(super) fn set(state: &mut State, date: Option<NaiveDate>) -> Vec<Effect> {
    state.publication_edit = None;
    let Some(tab) = state.tab_mut().filter(|t| t.has_publication() && t.published != date) else {
        return Vec::new();
    };
    let change = Change::Published(date);
    let said = history::told(&change);
    let correction = Correction { target: Target::article(&tab.article), change };
    tab.history.push(correction);
    state.done = Some(said);
    let mut effects = follow(state);
    effects.extend(super::project::keep(state));
    effects
}

/// Reads the shown article again where the history says another publication date than the one that it was read against.
pub(super) fn follow(state: &mut State) -> Vec<Effect> {
    let generation = state.next_number();
    let Some(tab) = state.tab_mut() else { return Vec::new() };
    let published = tab.history.published();
    if tab.published == published {
        return Vec::new();
    }
    tab.published = published;
    let mut effects = vec![tab.read_again(generation)];
    effects.extend(save(state));
    effects
}

/// Chooses how ambiguous dates are read, and reads all that is open so.
pub(super) fn set_order(state: &mut State, order: DateOrder) -> Vec<Effect> {
    state.settings.date_order = order;
    let mut number = state.last_number;
    let mut effects = Vec::new();
    for tab in state.tabs.iter_mut().filter(|t| t.parts.is_empty() && t.date_order != order) {
        tab.date_order = order;
        number += 1;
        effects.push(tab.read_again(number));
    }
    state.last_number = number;
    effects.extend(save(state));
    effects
}

pub(super) fn extracted(state: &mut State, id: TabId, generation: u64, chronology: Chronology) -> Vec<Effect> {
    let Some(tab) = state.tabs.iter_mut().find(|t| t.id == id) else {
        return Vec::new();
    };
    if tab.generation != generation {
        return Vec::new();
    }
    let before = (tab.frame(), tab.chronology.published);
    tab.take(chronology);
    tab.shown_generation = generation;
    if let Some(range) = tab.view.range {
        tab.view.range = carried(range, before, (tab.frame(), tab.chronology.published));
    }
    if tab.view.selected.as_deref().is_some_and(|id| tab.event(id).is_none()) {
        tab.view.selected = None;
    }
    if Some(id) == state.shown {
        look::find_again(state);
    }
    open::merge_again(state);
    Vec::new()
}

/// The same stretch in another frame, or none (everything) where the two cannot be compared.
fn carried(range: (f64, f64), from: (Frame, Option<NaiveDate>), to: (Frame, Option<NaiveDate>)) -> Option<(f64, f64)> {
    let zero = |(frame, published): (Frame, Option<NaiveDate>)| match frame {
        Frame::Calendar => published.map(|d| f64::from(d.num_days_from_ce())),
        Frame::Publication => Some(0.0),
    };
    if from.0 == Frame::Calendar && to.0 == Frame::Calendar {
        return Some(range);
    }
    let shift = zero(to)? - zero(from)?;
    Some((range.0 + shift, range.1 + shift))
}

/// What was shown stays, with the publication date that it was read against.
pub(super) fn not_extracted(state: &mut State, id: TabId, generation: u64, text: String) -> Vec<Effect> {
    let Some(tab) = state.tabs.iter_mut().find(|t| t.id == id && t.generation == generation) else {
        return Vec::new();
    };
    tab.generation = tab.shown_generation;
    tab.published = tab.chronology.published.filter(|d| Some(*d) != tab.article.published);
    tab.history.forget_published_until(tab.published);
    tell(state, problem("The dates could not be read again", text, Cure::None));
    Vec::new()
}
