//! Opening, showing and closing articles.

use super::super::command::{Effect, Reading, Source};
use super::super::merged;
use super::super::project;
use super::super::search::Hits;
use super::super::settings::Settings;
use super::super::state::{Cure, Job, Origin, State, Tab, TabId, View};
use super::super::words;
use super::{correct, look, problem, save, tell};
use crate::chronology::corrections::{Change, Correction, Target};
use crate::layout::explorer::Lanes;
use chrono::NaiveDate;
use std::path::PathBuf;
use std::sync::Arc;

/// Reads a file. One that is open already is shown and read again in its place.
fn file(state: &mut State, path: PathBuf, published: Option<NaiveDate>) -> Vec<Effect> {
    let (origin, source, name) = match state.settings.pasted_at(&path) {
        Some(pasted) => (Origin::Pasted { kept: Some(path.clone()) }, Source::Kept(path), pasted.title.clone()),
        None => (Origin::File(path.clone()), Source::File(path.clone()), words::file_name(&path)),
    };
    if state.jobs.iter().any(|j| j.origin == origin) {
        return Vec::new();
    }
    let open = state.tabs.iter().find(|t| t.origin == origin);
    let replaces = open.map(|t| t.id);
    let published = published.or(open.and_then(|t| t.published));
    let mut effects = replaces.map(|tab| show(state, tab)).unwrap_or_default();
    effects.push(read(state, name, origin, source, published, replaces));
    effects
}

/// Reads the file of a tab again; the reader's corrections stay.
pub(super) fn reread(state: &mut State, tab: TabId) -> Vec<Effect> {
    let path = state.tabs.iter().find(|t| t.id == tab).and_then(|t| t.origin.path().cloned());
    path.map(|path| file(state, path, None)).unwrap_or_default()
}

/// Reads several files; the one at `shown` is shown, whichever is read first.
pub(super) fn files(state: &mut State, files: Vec<(PathBuf, Option<NaiveDate>)>, shown: usize) -> Vec<Effect> {
    let mut effects = Vec::new();
    let wanted = files.get(shown).map(|(path, _)| path.clone());
    for (path, published) in files {
        effects.extend(file(state, path, published));
    }
    // It may have been on its way before.
    let job = state.jobs.iter().find(|j| j.origin.path() == wanted.as_ref() && wanted.is_some());
    state.show_when_read = job.map(|j| j.id).or(state.show_when_read);
    effects
}

pub(super) fn sample(state: &mut State) -> Vec<Effect> {
    if let Some(tab) = state.tabs.iter().find(|t| t.origin == Origin::Sample).map(|t| t.id) {
        return show(state, tab);
    }
    if state.jobs.iter().any(|j| j.origin == Origin::Sample) {
        return Vec::new();
    }
    vec![read(state, "the sample article".to_owned(), Origin::Sample, Source::Sample, None, None)]
}

pub(crate) fn read(
    state: &mut State,
    name: String,
    origin: Origin,
    source: Source,
    published: Option<NaiveDate>,
    replaces: Option<TabId>,
) -> Effect {
    let job = state.next_number();
    let date_order = state.settings.date_order;
    state.jobs.push(Job { id: job, name, origin, published, date_order, replaces, given_up: None });
    state.show_when_read = Some(job);
    Effect::Read { job, source, published, date_order }
}

pub(super) fn loaded(state: &mut State, id: u64, result: Result<Box<Reading>, String>) -> Vec<Effect> {
    let Some(at) = state.jobs.iter().position(|j| j.id == id) else {
        // Abandoned when it was all but done: what was kept of it is nobody's, unless it is the same as another paste.
        if let Ok(reading) = result
            && let Some(path) = reading.kept
            && state.settings.pasted_at(&path).is_none()
        {
            state.settings.keep_paste(path.clone(), reading.article.title);
            state.let_go.push(path);
        }
        return let_go(state);
    };
    let mut job = state.jobs.remove(at);
    let reading = match result {
        Ok(reading) => *reading,
        Err(text) => {
            if state.show_when_read == Some(id) {
                state.show_when_read = None;
            }
            let mut effects = Vec::new();
            match &job.origin {
                Origin::File(path) => state.settings.recent.retain(|p| p != path),
                // It was promised to be kept, and may be read another time.
                Origin::Pasted { kept: Some(path) } => effects = remember(state, path.clone()),
                Origin::Pasted { kept: None } | Origin::Sample | Origin::Merged => {}
            }
            let what = match job.origin {
                Origin::Pasted { .. } => "The pasted text could not be read".to_owned(),
                _ => format!("{} could not be read", job.name),
            };
            tell(state, problem(what, text, Cure::OpenOther));
            effects.extend(let_go(state));
            effects.extend(save(state));
            return effects;
        }
    };
    state.done = None;
    let mut effects = Vec::new();
    let (generation, again) = (state.next_number(), state.next_number());
    let date_order = state.settings.date_order;
    let first = reading.chronology.events.first().map(|e| e.id.clone());
    let (article, chronology) = (Arc::new(reading.article), reading.chronology);
    if let Origin::Pasted { kept: kept @ None } = &mut job.origin
        && let Some(path) = reading.kept
    {
        state.settings.keep_paste(path.clone(), article.title.clone());
        *kept = Some(path);
        // The same text pasted once more is the same article.
        job.replaces = state.tabs.iter().find(|t| t.origin == job.origin).map(|t| t.id);
    }
    if let Some(path) = job.origin.path() {
        effects.extend(remember(state, path.clone()));
    }
    let open = job.replaces.and_then(|id| state.tabs.iter_mut().find(|t| t.id == id));
    let replaced = open.is_some();
    let tab = if let Some(tab) = open {
        tab.article = article;
        tab.changed_on_disk = false;
        tab.take(chronology);
        tab.generation = generation;
        tab.shown_generation = generation;
        tab.date_order = date_order;
        if (tab.published, date_order) != (job.published, job.date_order) {
            // The reader has set another publication date or order while the file was read.
            effects.push(tab.read_again(again));
        }
        if tab.view.selected.as_deref().is_some_and(|id| tab.event(id).is_none()) {
            tab.view.selected = first;
        }
        tab.id
    } else {
        let id = state.next_number();
        // Tabs stand in the order in which they were asked for, whichever is read first.
        let place = state.tabs.partition_point(|t| t.asked < job.id);
        let mut tab = Tab::new(id, job.id, job.origin, article, chronology);
        (tab.generation, tab.shown_generation) = (generation, generation);
        if job.published.is_some() {
            // The reader has set it at an earlier start; the settings keep it, so that it is nothing to save.
            let change = Change::Published(job.published);
            tab.history.push(Correction { target: Target::article(&tab.article), change });
            tab.published = job.published;
            state.saved.push(project::work_of(&tab));
        }
        tab.date_order = date_order;
        if date_order != job.date_order {
            effects.push(tab.read_again(again));
        }
        tab.view.selected = first;
        state.tabs.insert(place, tab);
        id
    };
    if state.show_when_read.is_none_or(|job| job == id) || state.shown.is_none() {
        effects.extend(show(state, tab));
    }
    if state.jobs.is_empty() {
        state.show_when_read = None;
    }
    if replaced {
        look::find_again(state);
    }
    merge_again(state);
    effects.extend(let_go(state));
    effects.extend(save(state));
    effects
}

/// Gives up what is on its way. Of a kept paste the reader finds it among the recent articles.
pub(super) fn abandon(state: &mut State, id: u64) -> Vec<Effect> {
    let mut effects = vec![Effect::Abandon(id)];
    let Some(at) = state.jobs.iter().position(|j| j.id == id) else {
        return effects;
    };
    let job = state.jobs.remove(at);
    state.show_when_read = state.show_when_read.filter(|j| *j != id);
    if let Origin::Pasted { kept: Some(path) } = job.origin {
        effects.extend(remember(state, path));
    }
    effects.extend(let_go(state));
    effects.extend(save(state));
    effects
}

/// Puts a file at the head of the recent ones, and lets go of a paste for which there is no place among them any more.
pub(super) fn remember(state: &mut State, path: PathBuf) -> Vec<Effect> {
    let rest = state.settings.remember(path);
    state.let_go.extend(rest);
    let_go(state)
}

/// Deletes what was kept of pastes that have been closed and are not recent. While the place of a paste is not known yet it may be one
/// of them, and they wait for it.
fn let_go(state: &mut State) -> Vec<Effect> {
    if state.jobs.iter().any(|j| matches!(j.origin, Origin::Pasted { kept: None })) {
        return Vec::new();
    }
    let settings = Settings::of(state);
    let mut gone = std::mem::take(&mut state.let_go);
    // While a project is open the settings name none of its articles.
    let origins = || state.tabs.iter().map(|t| &t.origin).chain(state.jobs.iter().map(|j| &j.origin));
    let open = |path: &PathBuf| origins().any(|o| o.path() == Some(path));
    gone.retain(|path| settings.pasted_at(path).is_some() && !settings.wants(path) && !open(path));
    gone.sort();
    gone.dedup();
    state.settings.pasted.retain(|p| !gone.contains(&p.path));
    if gone.is_empty() { Vec::new() } else { vec![Effect::Delete(gone)] }
}

/// Empties the list of recent articles, and lets go of what was kept of those that are not open.
pub(super) fn forget_recent(state: &mut State) -> Vec<Effect> {
    state.settings.recent.clear();
    state.let_go.extend(state.settings.pasted.iter().map(|p| p.path.clone()));
    let mut effects = let_go(state);
    effects.extend(save(state));
    effects
}

/// Shows a tab. What is being typed in another is taken first, as wherever a field is left; where it cannot be, that is told.
pub(super) fn show(state: &mut State, tab: TabId) -> Vec<Effect> {
    if !state.tabs.iter().any(|t| t.id == tab) {
        return Vec::new();
    }
    if state.shown == Some(tab) {
        state.done = None;
        look::find_again(state);
        return Vec::new();
    }
    let typed = state.edit.is_some();
    let effects = correct::leave(state, None);
    state.shown = Some(tab);
    if !typed {
        state.done = None;
    }
    state.publication_edit = None;
    state.marked = None;
    look::find_again(state);
    effects
}

pub(super) fn close(state: &mut State, tab: TabId) -> Vec<Effect> {
    let Some(at) = state.tabs.iter().position(|t| t.id == tab) else {
        return Vec::new();
    };
    let closed = state.tabs.remove(at);
    state.let_go.extend(closed.origin.path().cloned());
    state.jobs.iter_mut().filter(|j| j.replaces == Some(tab)).for_each(|j| j.replaces = None);
    if state.shown == Some(tab) {
        state.publication_edit = None;
        state.edit = None;
        state.marked = None;
        state.shown = state.tabs.get(at).or(state.tabs.last()).map(|t| t.id);
        look::find_again(state);
    }
    if state.tabs.is_empty() {
        state.brief = false;
        state.query.clear();
        state.hits = Hits::default();
        state.done = None;
    }
    merge_again(state);
    let mut effects = let_go(state);
    effects.extend(save(state));
    effects
}

/// Puts all open articles on one timeline, in a tab of its own; one that is open already is made anew.
pub(super) fn merge(state: &mut State) -> Vec<Effect> {
    // What is being typed belongs to what is merged.
    let mut effects = correct::leave(state, None);
    match merge_tabs(state) {
        Some(merged) => effects.extend(show(state, merged)),
        None => state.done = Some("Open two articles or more to put them on one timeline".to_owned()),
    }
    effects
}

/// Makes the tab of all open articles on one timeline, in place of one that is open already; none where there are not two.
fn merge_tabs(state: &mut State) -> Option<TabId> {
    let sources: Vec<&Tab> = state.tabs.iter().filter(|t| t.parts.is_empty()).collect();
    if sources.len() < 2 {
        return None;
    }
    let pairs: Vec<_> = sources.iter().map(|t| (&*t.article, &*t.chronology)).collect();
    let merged = merged::merged(&pairs);
    let before = state.tabs.iter().position(|t| t.origin == Origin::Merged).map(|at| state.tabs.remove(at));
    let (id, generation) = (state.next_number(), state.next_number());
    let selected = merged.chronology.events.first().map(|e| e.id.clone());
    let mut tab = Tab::new(id, u64::MAX, Origin::Merged, Arc::new(merged.article), merged.chronology);
    (tab.generation, tab.shown_generation) = (generation, generation);
    tab.whole = Arc::new(merged.timeline);
    tab.timeline = tab.whole.clone();
    tab.parts = merged.parts;
    tab.view = before.map_or_else(|| View { selected, lanes: Lanes::Article, ..View::default() }, |tab| tab.view);
    if tab.view.selected.as_deref().is_some_and(|id| tab.event(id).is_none()) {
        tab.view.selected = None;
    }
    tab.refilter();
    state.tabs.push(tab);
    Some(id)
}

/// Makes several articles on one timeline anew where one of them is shown otherwise by now, or closed; what is shown stays shown.
pub(super) fn merge_again(state: &mut State) {
    let Some(merged) = state.tabs.iter().find(|t| t.origin == Origin::Merged).map(|t| t.id) else { return };
    let made = merge_tabs(state);
    if made.is_none() {
        // Of one article alone there is nothing to put on one timeline.
        state.tabs.retain(|t| t.id != merged);
    }
    if state.shown == Some(merged) {
        state.shown = made.or(state.tabs.first().map(|t| t.id));
        look::find_again(state);
    }
}

pub(super) fn cycle(state: &mut State, forward: bool) -> Vec<Effect> {
    let Some(at) = state.tabs.iter().position(|t| Some(t.id) == state.shown) else {
        return Vec::new();
    };
    let count = state.tabs.len();
    let next = if forward { (at + 1) % count } else { (at + count - 1) % count };
    match state.tabs.get(next).map(|t| t.id) {
        Some(id) => show(state, id),
        None => Vec::new(),
    }
}
