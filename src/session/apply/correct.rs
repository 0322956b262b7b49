//! Corrections: typed, chosen, undone and done again, and the review that walks through the doubtful events.

use super::super::command::Effect;
use super::super::history;
use super::super::review;
use super::super::state::{DETAIL_FOLDS_BELOW, Edit, Field, Fold, State};
use super::project::keep;
use super::{look, open, publication};
use crate::article::TextSpan;
use crate::chronology::corrections::typed::{self, Typed};
use crate::chronology::corrections::{self, Change, Correction, Target, TextQuote};
use crate::chronology::{Attribution, Event, dates};

/// Does something to an event, unless it is so already.
pub(super) fn correct(state: &mut State, event: &str, change: Change) -> Vec<Effect> {
    if refused(state) {
        return Vec::new();
    }
    let Some(tab) = state.tab() else { return Vec::new() };
    let found = tab.event(event).or_else(|| tab.hidden.iter().find(|e| e.id == event));
    let Some(found) = found.filter(|e| changes(e, &change)) else { return Vec::new() };
    let target = Target::of(found, &tab.article);
    push(state, Correction { target, change })
}

/// Several articles on one timeline are corrected each in its own tab.
fn refused(state: &mut State) -> bool {
    let several = state.tab().is_some_and(|t| !t.parts.is_empty());
    if several {
        state.done = Some("Here are several articles: correct each in its own tab".to_owned());
    }
    several
}

/// Whether a change makes a difference to an event.
fn changes(event: &Event, change: &Change) -> bool {
    match change {
        Change::Title(title) => !title.is_empty() && *title != event.title,
        Change::Kind { kind, mode } => (*kind, mode.as_deref()) != (event.kind, event.mode),
        Change::Status(status) => *status != event.status || event.status_word.is_some(),
        Change::Attribution(attribution) => *attribution != event.attribution,
        Change::Places(places) => *places != event.places,
        Change::Participants(people) => *people != event.participants,
        Change::Unplaced => event.when.is_some(),
        Change::After(other) | Change::Before(other) | Change::Merged(other) => other.event != event.id,
        _ => true,
    }
}

fn push(state: &mut State, correction: Correction) -> Vec<Effect> {
    let said = format!("{} · {}", history::told(&correction.change), correction.target.title);
    if let Some(tab) = state.tab_mut() {
        tab.history.push(correction);
        tab.correct();
    }
    state.done = Some(said);
    open::merge_again(state);
    look::find_again(state);
    keep(state)
}

pub(super) fn selected(state: &mut State, change: Change) -> Vec<Effect> {
    match selected_id(state) {
        Some(id) => correct(state, &id, change),
        None => Vec::new(),
    }
}

fn selected_id(state: &State) -> Option<String> {
    state.tab().and_then(|t| t.selected()).map(|e| e.id.clone())
}

/// Opens a field with what it holds now.
pub(super) fn edit(state: &mut State, field: Field) -> Vec<Effect> {
    if refused(state) {
        return Vec::new();
    }
    let Some(event) = state.tab().and_then(|t| t.selected()) else { return Vec::new() };
    let text = match field {
        Field::Title => event.title.clone(),
        Field::When => event.when.as_ref().map(dates::when).unwrap_or_default(),
        Field::Places => list_of(&event.places),
        Field::Participants => list_of(&event.participants),
        Field::Attribution => event.attribution.as_ref().and_then(|a| a.by.clone().or(a.hedge.clone())).unwrap_or_default(),
        Field::Merge => String::new(),
    };
    state.edit = Some(Edit { event: event.id.clone(), field, text, error: None });
    let narrow = state.width() < DETAIL_FOLDS_BELOW;
    if state.settings.detail == Fold::Folded || (state.settings.detail == Fold::Auto && narrow) {
        state.settings.detail = Fold::Open;
    }
    Vec::new()
}

/// Another event is turned to: what was typed is taken; where it cannot be, that is told.
pub(super) fn leave(state: &mut State, to: Option<&str>) -> Vec<Effect> {
    if state.edit.as_ref().is_none_or(|e| Some(e.event.as_str()) == to) {
        return Vec::new();
    }
    let effects = accept(state);
    if let Some(edit) = state.edit.take() {
        state.done = edit.error.map(|why| format!("“{}” was not taken. {why}", edit.text));
    }
    effects
}

/// Names as they are typed: parted by commas, or by semicolons where a name holds a comma.
fn list_of(names: &[String]) -> String {
    names.join(if names.iter().any(|n| n.contains(',')) { "; " } else { ", " })
}

fn names_in(text: &str) -> Vec<String> {
    let mark = if text.contains(';') { ';' } else { ',' };
    let mut names: Vec<String> = Vec::new();
    for name in text.split(mark).map(str::trim).filter(|n| !n.is_empty()) {
        if !names.iter().any(|n| n == name) {
            names.push(name.to_owned());
        }
    }
    names
}

/// Words by which a text keeps its distance without naming who says so.
const HEDGES: [&str; 8] =
    ["reportedly", "allegedly", "apparently", "supposedly", "purportedly", "according to reports", "sources say", "reported"];

/// Takes what was typed, or says why it cannot be taken.
pub(super) fn accept(state: &mut State) -> Vec<Effect> {
    let Some(edit) = state.edit.clone() else { return Vec::new() };
    let text = edit.text.trim().to_owned();
    let outcome = match edit.field {
        Field::Title if text.is_empty() => Err("An event needs a title".to_owned()),
        Field::Title => Ok(Change::Title(text)),
        Field::Places => Ok(Change::Places(names_in(&text))),
        Field::Participants => Ok(Change::Participants(names_in(&text))),
        Field::Attribution if text.is_empty() => Ok(Change::Attribution(None)),
        Field::Attribution if HEDGES.contains(&text.to_lowercase().as_str()) => {
            Ok(Change::Attribution(Some(Attribution { by: None, hedge: Some(text) })))
        }
        Field::Attribution => Ok(Change::Attribution(Some(Attribution { by: Some(text), hedge: None }))),
        Field::When => when(state, &edit.event, &text),
        Field::Merge => numbered(state, text.trim_start_matches('#').parse().ok(), &edit.event).map(Change::Merged),
    };
    match outcome {
        Ok(change) => {
            state.edit = None;
            correct(state, &edit.event, change)
        }
        Err(error) => {
            state.edit = Some(Edit { error: Some(error), ..edit });
            Vec::new()
        }
    }
}

fn when(state: &State, event: &str, text: &str) -> Result<Change, String> {
    let Some(tab) = state.tab() else { return Err(String::new()) };
    // What stands there already is left as it is.
    if let Some(now) = tab.event(event)
        && now.when.as_ref().is_some_and(|w| dates::when(w) == text)
    {
        return Ok(Change::Title(now.title.clone()));
    }
    Ok(match typed::read(text, &tab.chronology, state.settings.date_order.day_first())? {
        Typed::Days(days) => Change::When(days),
        Typed::Unplaced => Change::Unplaced,
        Typed::After(number) => Change::After(numbered(state, Some(number), event)?),
        Typed::Before(number) => Change::Before(numbered(state, Some(number), event)?),
    })
}

/// The event of a number, other than the one that is being corrected.
fn numbered(state: &State, number: Option<u32>, event: &str) -> Result<Target, String> {
    let tab = state.tab().ok_or_else(String::new)?;
    let number = number.ok_or("Type the number of an event on the timeline".to_owned())?;
    let found = tab.chronology.events.iter().find(|e| e.number == number);
    match found {
        Some(other) if other.id == event => Err("That is this event itself: type the number of another".to_owned()),
        Some(other) => Ok(Target::of(other, &tab.article)),
        None => Err(format!("There is no event {number}: type the number of one on the timeline")),
    }
}

/// Makes an event of words of the article, begun by the extractor, and opens its title for typing.
pub(super) fn add(state: &mut State, span: TextSpan) -> Vec<Effect> {
    if refused(state) {
        return Vec::new();
    }
    let Some(tab) = state.tab() else { return Vec::new() };
    let words = span.of(&tab.article.text);
    let (before, after) = (words.len() - words.trim_start().len(), words.len() - words.trim_end().len());
    let span = TextSpan::new(span.start + before, span.end.saturating_sub(after));
    if span.of(&tab.article.text).is_empty() {
        return Vec::new();
    }
    let added = corrections::suggested(&tab.article, &tab.extraction, span);
    let target = corrections::event_of(&tab.article, &tab.chronology, span, &tab.hidden, &added.title);
    let id = target.event.clone();
    state.marked = None;
    let mut effects = push(state, Correction { target, change: Change::Added(Box::new(added)) });
    let said = state.done.take();
    effects.extend(look::select(state, Some(id)));
    state.done = said;
    let _ = edit(state, Field::Title);
    effects
}

pub(super) fn merge(state: &mut State, event: &str, other: &str) -> Vec<Effect> {
    let Some(tab) = state.tab() else { return Vec::new() };
    let Some(other) = tab.event(other).map(|e| Target::of(e, &tab.article)) else { return Vec::new() };
    correct(state, event, Change::Merged(other))
}

pub(super) fn split(state: &mut State, event: &str, evidence: usize) -> Vec<Effect> {
    if refused(state) {
        return Vec::new();
    }
    let Some(tab) = state.tab() else { return Vec::new() };
    let Some(piece) = tab.event(event).and_then(|e| e.evidence.get(evidence)) else { return Vec::new() };
    let quote = TextQuote::of(piece.span, &tab.article.text);
    let taken: Vec<&str> = tab.chronology.events.iter().chain(&tab.hidden).map(|e| e.id.as_str()).collect();
    let id = corrections::id_for(&quote, &taken);
    let mut effects = correct(state, event, Change::Split { id: id.clone(), evidence: quote });
    let said = state.done.take();
    effects.extend(look::select(state, Some(id)));
    state.done = said;
    effects
}

pub(super) fn undo(state: &mut State) -> Vec<Effect> {
    let change = state.tab_mut().and_then(|t| t.history.undo().cloned());
    walked(state, change, "Undone")
}

pub(super) fn redo(state: &mut State) -> Vec<Effect> {
    let change = state.tab_mut().and_then(|t| t.history.redo().cloned());
    walked(state, change, "Done again")
}

fn walked(state: &mut State, correction: Option<Correction>, how: &str) -> Vec<Effect> {
    state.edit = None;
    let Some(correction) = correction else { return Vec::new() };
    if let Some(tab) = state.tab_mut() {
        tab.correct();
        // What was changed is seen; it may bear another id by now.
        let id = correction.target.event.clone();
        if tab.event(&id).is_some() && tab.view.selected.as_ref() != Some(&id) {
            tab.view.selected = Some(id);
            tab.view.reveal_event = true;
        }
    }
    state.done = Some(format!("{how}: {} · {}", history::told(&correction.change), correction.target.title));
    open::merge_again(state);
    look::find_again(state);
    let mut effects = publication::follow(state);
    effects.extend(keep(state));
    effects
}

/// Walks to the point in the history at which so many corrections are done.
pub(super) fn go_to(state: &mut State, count: usize) -> Vec<Effect> {
    let Some(tab) = state.tab_mut() else { return Vec::new() };
    while tab.history.done.len() > count && tab.history.undo().is_some() {}
    while tab.history.done.len() < count && tab.history.redo().is_some() {}
    tab.correct();
    state.edit = None;
    open::merge_again(state);
    look::find_again(state);
    let mut effects = publication::follow(state);
    effects.extend(keep(state));
    effects
}

pub(super) fn review(state: &mut State, on: bool) -> Vec<Effect> {
    state.review = on && state.tab().is_some();
    if state.review {
        let first = state.tab().and_then(|t| review::step(t, None, true));
        if let Some(id) = first {
            return look::select(state, Some(id));
        }
    }
    Vec::new()
}

pub(super) fn review_step(state: &mut State, forward: bool) -> Vec<Effect> {
    let next = state.tab().and_then(|t| review::step(t, t.view.selected.as_deref(), forward));
    match next {
        Some(id) => look::select(state, Some(id)),
        None => Vec::new(),
    }
}

pub(super) fn toggle_checked(state: &mut State) -> Vec<Effect> {
    let Some(id) = selected_id(state) else { return Vec::new() };
    let checked = state.tab().is_some_and(|t| t.mark(&id).checked);
    and_on(state, &id, Change::Checked(!checked || state.review))
}

pub(super) fn hide(state: &mut State) -> Vec<Effect> {
    let Some(id) = selected_id(state) else { return Vec::new() };
    and_on(state, &id, Change::Hidden(true))
}

/// Does something to the selected event and goes on to the next: in the review the next doubtful one, after hiding the neighbour.
fn and_on(state: &mut State, id: &str, change: Change) -> Vec<Effect> {
    if refused(state) {
        return Vec::new();
    }
    let Some(tab) = state.tab() else { return Vec::new() };
    let hides = change == Change::Hidden(true);
    let next = if state.review {
        review::step(tab, Some(id), true).filter(|next| next != id)
    } else if hides {
        let ids: Vec<&str> = tab.visible_events().map(|e| e.id.as_str()).collect();
        let at = ids.iter().position(|i| *i == id);
        at.and_then(|at| ids.get(at + 1).or(at.checked_sub(1).and_then(|at| ids.get(at)))).map(|id| (*id).to_owned())
    } else {
        Some(id.to_owned())
    };
    let mut effects = correct(state, id, change);
    let said = state.done.take();
    if next.as_deref() != Some(id) {
        effects.extend(look::select(state, next));
    }
    state.done = said;
    effects
}
