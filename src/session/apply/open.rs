//! Opening, showing and closing articles.

use super::super::command::{Effect, Reading, Source};
use super::super::merged;
use super::super::search::Hits;
use super::super::settings::Settings;
use super::super::state::{Cure, Job, Origin, State, Tab, TabId, View};
use super::super::words;
use super::{look, problem, save, tell};
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
    if let Some(tab) = replaces {
        let _ = show(state, tab);
    }
    vec![read(state, name, origin, source, published, replaces)]
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
    state.jobs.push(Job { id: job, name, origin, published, replaces, given_up: None });
    state.show_when_read = Some(job);
    Effect::Read { job, source, published }
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
    let replaced = job.replaces.and_then(|id| state.tabs.iter_mut().find(|t| t.id == id));
    let tab = if let Some(tab) = replaced {
        tab.article = article;
        tab.changed_on_disk = false;
        tab.take(chronology);
        tab.generation = generation;
        tab.shown_generation = generation;
        if tab.published != job.published {
            // The reader has set another publication date while the file was read.
            tab.generation = again;
            effects.push(Effect::Extract { tab: tab.id, generation: again, article: tab.article.clone(), published: tab.published });
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
        tab.published = job.published;
        tab.view.selected = first;
        state.tabs.insert(place, tab);
        id
    };
    if state.show_when_read.is_none_or(|job| job == id) || state.shown.is_none() {
        let _ = show(state, tab);
    }
    if state.jobs.is_empty() {
        state.show_when_read = None;
    }
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

pub(super) fn show(state: &mut State, tab: TabId) -> Vec<Effect> {
    if state.tabs.iter().any(|t| t.id == tab) {
        state.shown = Some(tab);
        state.done = None;
        state.publication_edit = None;
        state.edit = None;
        state.marked = None;
        look::find_again(state);
    }
    Vec::new()
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
    let mut effects = let_go(state);
    effects.extend(save(state));
    effects
}

/// Puts all open articles on one timeline, in a tab of its own; one that is open already is made anew.
pub(super) fn merge(state: &mut State) -> Vec<Effect> {
    let sources: Vec<&Tab> = state.tabs.iter().filter(|t| t.parts.is_empty()).collect();
    if sources.len() < 2 {
        state.done = Some("Open two articles or more to put them on one timeline".to_owned());
        return Vec::new();
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
    tab.refilter();
    state.tabs.push(tab);
    show(state, id)
}

/// Makes several articles on one timeline anew where one of them has been read again; what is shown stays shown.
pub(super) fn merge_again(state: &mut State) {
    let Some(merged) = state.tabs.iter().find(|t| t.origin == Origin::Merged).map(|t| t.id) else { return };
    let shown = state.shown.filter(|shown| *shown != merged);
    let _ = merge(state);
    if let Some(shown) = shown {
        let _ = show(state, shown);
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
