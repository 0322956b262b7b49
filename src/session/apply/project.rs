//! Saving and opening projects, and asking once about unsaved work.

use super::super::command::{Effect, LoadedProject};
use super::super::project::{self, Place, Work};
use super::super::settings::Settings;
use super::super::state::{Cure, Job, Origin, Pending, Recovery, Sheet, State, Tab, TabId, Working};
use super::super::words;
use super::{correct, ended, open as files, problem, save as save_settings, suggested_name, tell};
use std::path::PathBuf;
use std::sync::Arc;

/// A path with the ending of a project.
pub(super) fn with_ending(path: PathBuf) -> PathBuf {
    if project::is_named(&path) || path.as_os_str().is_empty() {
        return path;
    }
    let mut name = path.into_os_string();
    name.push(".demarche");
    PathBuf::from(name)
}

/// Has unsaved work kept for a later start, or what was kept forgotten where all is saved.
pub(super) fn keep(state: &State) -> Vec<Effect> {
    let kept = state.unsaved().then(|| {
        let mut project = project::of(state);
        project.newer_than.clone_from(&state.project);
        Box::new(project)
    });
    vec![Effect::KeepForRecovery(kept)]
}

/// Saves for its own sake: what waited for an answer about unsaved work waits no more.
pub(super) fn save_alone(state: &mut State) -> Vec<Effect> {
    state.pending = None;
    save(state)
}

pub(super) fn save(state: &mut State) -> Vec<Effect> {
    match state.project.clone() {
        Some(place) => write(state, place.path, Some(place.digest), true, false),
        None => save_as(state),
    }
}

pub(super) fn save_as(state: &mut State) -> Vec<Effect> {
    let Some(tab) = state.tab() else { return Vec::new() };
    let suggested = match &state.project {
        Some(place) => words::file_name(&place.path),
        None => suggested_name(&tab.article.title, ".demarche"),
    };
    if state.sheet == Some(Sheet::Unsaved) {
        state.sheet = None;
    }
    vec![Effect::AskSaveProject { suggested }]
}

pub(super) fn save_to(state: &mut State, path: PathBuf, replace: bool) -> Vec<Effect> {
    let typed = path.clone();
    let path = with_ending(path);
    // The system's dialog has asked about the name as it was typed, not about the one with an ending.
    let replace = replace && typed == path;
    let own = state.project.as_ref().filter(|p| p.path == path).map(|p| p.digest.clone());
    let replace = replace || own.is_some();
    write(state, path, own, replace, false)
}

fn write(state: &mut State, path: PathBuf, expected: Option<String>, replace: bool, beside: bool) -> Vec<Effect> {
    if state.tab().is_none() {
        return Vec::new();
    }
    // What is being typed is saved too; where it cannot be taken it stays in its field with the reason.
    let mut effects = correct::accept(state);
    state.sheet = None;
    let work = state.next_number();
    let project = Box::new(project::with_extractions(state));
    state.working = Some(Working { work, words: format!("Saving {}…", words::file_name(&path)) });
    effects.push(Effect::SaveProject { work, path, project, saved: project::work(state), expected, replace, beside });
    effects
}

pub(super) fn saved(state: &mut State, work: u64, place: Place, saved: Work) -> Vec<Effect> {
    ended(state, work);
    state.done = Some(format!("Saved {}", words::file_name(&place.path)));
    let mut effects = files::remember(state, place.path.clone());
    state.project = Some(place);
    state.saved = saved;
    effects.extend(keep(state));
    effects.extend(save_settings(state));
    // What was corrected while it was written is asked about anew.
    if let Some(pending) = state.pending.take() {
        effects.extend(ask_first(state, pending));
    }
    effects
}

pub(super) fn changed(state: &mut State, work: u64, path: PathBuf) -> Vec<Effect> {
    ended(state, work);
    state.path = path.display().to_string();
    state.sheet = Some(Sheet::ProjectChanged);
    Vec::new()
}

pub(super) fn keep_both(state: &mut State) -> Vec<Effect> {
    match state.project.clone() {
        Some(place) => write(state, place.path, None, false, true),
        None => Vec::new(),
    }
}

pub(super) fn replace_theirs(state: &mut State) -> Vec<Effect> {
    match state.project.clone() {
        Some(place) => write(state, place.path, None, true, false),
        None => Vec::new(),
    }
}

/// Opens a project in place of what is open, once it is known what becomes of unsaved work.
pub(super) fn open(state: &mut State, path: PathBuf) -> Vec<Effect> {
    ask_first(state, Pending::OpenProject(path))
}

pub(super) fn recover(state: &mut State) -> Vec<Effect> {
    match state.recovery.take() {
        Some(recovery) => ask_first(state, Pending::Recover(recovery.path)),
        None => Vec::new(),
    }
}

pub(super) fn quit(state: &mut State) -> Vec<Effect> {
    ask_first(state, Pending::Quit)
}

/// Closes a tab; what the reader did to it and has not saved is asked about. What is being typed in it is part of that.
pub(super) fn close(state: &mut State, tab: TabId) -> Vec<Effect> {
    let mut effects = if state.shown == Some(tab) { correct::leave(state, None) } else { Vec::new() };
    let Some(found) = state.tabs.iter().find(|t| t.id == tab) else { return effects };
    let saved = state.saved.contains(&project::work_of(found));
    if !found.touched() || saved {
        effects.extend(close_now(state, tab));
        return effects;
    }
    state.pending = Some(Pending::Close(tab));
    state.sheet = Some(Sheet::Unsaved);
    effects
}

fn close_now(state: &mut State, tab: TabId) -> Vec<Effect> {
    if state.project.is_none()
        && let Some(own) = state.tabs.iter().find(|t| t.id == tab).map(project::work_of)
    {
        // No file keeps it: what is closed is neither saved nor unsaved.
        state.saved.retain(|work| *work != own);
    }
    let mut effects = files::close(state, tab);
    if state.tabs.is_empty() {
        state.project = None;
        state.saved.clear();
        effects.extend(save_settings(state));
    } else if let Some(place) = state.project.as_ref().filter(|_| state.unsaved()) {
        // What the reader did to it counts as unsaved from now on: saving takes it out of the file.
        state.done = Some(format!("Closed; {} keeps it until you save", words::file_name(&place.path)));
    }
    effects.extend(keep(state));
    effects
}

fn ask_first(state: &mut State, pending: Pending) -> Vec<Effect> {
    let asked = state.sheet == Some(Sheet::Unsaved) && state.pending.as_ref() == Some(&pending);
    if asked {
        return Vec::new();
    }
    // What is being typed is unsaved work too.
    let mut effects = correct::leave(state, None);
    state.pending = Some(pending);
    if state.unsaved() {
        state.sheet = Some(Sheet::Unsaved);
    } else {
        effects.extend(go_on(state));
    }
    effects
}

/// Does what waited, whatever is unsaved.
pub(super) fn go_on(state: &mut State) -> Vec<Effect> {
    state.sheet = None;
    match state.pending.take() {
        None => Vec::new(),
        Some(Pending::Quit) => vec![Effect::KeepForRecovery(None), Effect::SaveSettings(Settings::of(state)), Effect::Quit],
        Some(Pending::Close(tab)) => close_now(state, tab),
        Some(Pending::OpenProject(path)) => read(state, path, false),
        Some(Pending::Recover(path)) => read(state, path, true),
    }
}

fn read(state: &mut State, path: PathBuf, recovered: bool) -> Vec<Effect> {
    let origin = Origin::File(path.clone());
    if state.jobs.iter().any(|j| j.origin == origin) {
        return Vec::new();
    }
    let job = state.next_number();
    let name = if recovered { "your unsaved work".to_owned() } else { words::file_name(&path) };
    let given_up = Some(project::work(state));
    let date_order = state.settings.date_order;
    state.jobs.push(Job { id: job, name, origin, published: None, date_order, replaces: None, given_up });
    vec![Effect::ReadProject { job, path, recovered }]
}

pub(super) fn loaded(state: &mut State, job: u64, recovered: bool, result: Result<Box<LoadedProject>, String>) -> Vec<Effect> {
    let Some(at) = state.jobs.iter().position(|j| j.id == job) else { return Vec::new() };
    let job = state.jobs.remove(at);
    // What is being typed is work too.
    let mut effects = correct::leave(state, None);
    let LoadedProject { project, place, readings } = match result {
        Ok(loaded) => *loaded,
        Err(text) => {
            tell(state, problem(format!("{} could not be opened", job.name), text, Cure::OpenOther));
            state.settings.recent.retain(|p| Some(p) != job.origin.path());
            effects.extend(save_settings(state));
            return effects;
        }
    };
    if job.given_up.is_some_and(|work| work != project::work(state)) {
        let text = "What you corrected while it was read would be lost: save that, then open it again.";
        tell(state, problem(format!("{} was not opened", job.name), text, Cure::None));
        if recovered {
            let name = project.articles.first().map(|a| a.article.title.clone()).unwrap_or_default();
            state.recovery = Some(Recovery { path: place.path, name });
        }
        return effects;
    }
    let gone: Vec<PathBuf> = state.tabs.drain(..).filter_map(|t| t.origin.path().cloned()).collect();
    state.let_go.extend(gone);
    state.shown = None;
    state.review = false;
    for (entry, extraction) in project.articles.iter().zip(readings) {
        let id = state.next_number();
        let origin = entry.file.clone().map_or(Origin::Pasted { kept: None }, Origin::File);
        let mut tab = Tab::new(id, id, origin, Arc::new(entry.article()), extraction.chronology);
        tab.history = entry.history();
        tab.published = tab.history.published();
        tab.date_order = entry.date_order;
        tab.view = entry.view.view();
        tab.correct();
        if tab.view.selected.is_none() {
            tab.view.selected = tab.chronology.events.first().map(|e| e.id.clone());
        }
        tab.view.range = tab.view.range.map(|range| tab.timeline.clamp(range, tab.view.scale));
        if !extraction.current {
            // It is shown until the rules of now have read it.
            effects.push(tab.read_again(state.next_number()));
        }
        state.tabs.push(tab);
    }
    state.figure = project.figure.options();
    state.settings.export.note(&state.figure);
    project.figure.note(&mut state.settings.export);
    if recovered {
        // It is not saved yet; where it was a project's, it is that one's again.
        state.project = project.newer_than;
        state.saved = Work::new();
        effects.extend(keep(state));
        effects.push(Effect::DeleteRecovery { path: place.path, once_kept: true });
        state.done = Some("Your unsaved work is back".to_owned());
    } else {
        effects.extend(files::remember(state, place.path.clone()));
        state.project = Some(place);
        state.saved = project::work(state);
        effects.extend(keep(state));
    }
    let shown = state.tabs.get(project.shown).or(state.tabs.first()).map(|t| t.id);
    if let Some(tab) = shown {
        let done = state.done.take();
        effects.extend(files::show(state, tab));
        state.done = done;
    }
    effects.extend(save_settings(state));
    effects
}
