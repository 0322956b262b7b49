//! `apply`: the one place where a session changes.

mod correct;
mod look;
mod open;
mod project;
mod publication;

pub(super) use open::read;

use super::as_text;
use super::command::{Clip, Command, Effect};
use super::project::is_named;
use super::settings::{Settings, ThemeChoice};
use super::state::{ARTICLE_FOLDS_BELOW, Cure, DETAIL_FOLDS_BELOW, Fold, Problem, Recovery, Sheet, State, Working};
use super::{figures, paste, words};
use crate::layout::figure::FigureOptions;
use std::path::PathBuf;

/// Carries a command out and tells what the shell must do.
pub fn apply(state: &mut State, command: Command) -> Vec<Effect> {
    match command {
        Command::AskOpen => vec![Effect::AskOpen],
        Command::Open(paths) => {
            let (projects, files): (Vec<_>, Vec<_>) = paths.into_iter().partition(|p| is_named(p));
            let mut effects = open::files(state, files.into_iter().map(|path| (path, None)).collect(), 0);
            effects.extend(projects.into_iter().next().map(|p| project::open(state, p)).unwrap_or_default());
            effects
        }
        Command::Reopen { files, shown } => {
            let files = files.into_iter().map(|f| (f.path.clone(), f.published_day())).collect();
            open::files(state, files, shown)
        }
        Command::OpenSample => open::sample(state),
        Command::Paste { text } => vec![Effect::ReadClipboard { text }],
        Command::Pasted(clip) => paste::pasted(state, clip),
        Command::Loaded { job, result } => open::loaded(state, job, result),
        Command::Extracted { tab, generation, chronology } => publication::extracted(state, tab, generation, *chronology),
        Command::NotExtracted { tab, generation, text } => publication::not_extracted(state, tab, generation, text),
        Command::Abandon(job) => open::abandon(state, job),
        Command::ForgetRecent => open::forget_recent(state),
        Command::Show(tab) => open::show(state, tab),
        Command::Close(tab) => project::close(state, tab),
        Command::Cycle { forward } => open::cycle(state, forward),
        Command::MergeTabs => open::merge(state),

        Command::Select(id) => look::select(state, id),
        Command::Step(step) => look::step(state, step),
        Command::Hover(id) => look::with_view(state, |view| view.hovered = id),
        Command::ShowInArticle(span) => {
            let narrow = state.width() < ARTICLE_FOLDS_BELOW;
            if state.settings.article == Fold::Folded || (state.settings.article == Fold::Auto && narrow) {
                state.settings.article = Fold::Open;
            }
            look::with_view(state, |view| {
                view.reveal = Some(span);
                view.turn_to_article = true;
            })
        }
        Command::Revealed => look::with_view(state, |view| {
            view.reveal = None;
            view.turn_to_article = false;
        }),
        Command::SetRange(from, to) => look::set_range(state, from, to),
        Command::ZoomTo(id) => look::zoom_to(state, &id),
        Command::Fit => look::with_view(state, |view| {
            view.range = None;
            view.scroll = 0.0;
        }),
        Command::EventRevealed => look::with_view(state, |view| view.reveal_event = false),
        Command::Scroll(points) => look::with_view(state, |view| view.scroll = if points.is_finite() { points.max(0.0) } else { 0.0 }),
        Command::SetLanes(lanes) => look::with_view(state, |view| {
            view.lanes = lanes;
            view.scroll = 0.0;
            view.reveal_event = true;
        }),
        Command::SetScale(scale) => look::with_view(state, |view| {
            view.scale = scale;
            view.range = None;
        }),
        Command::ToggleFilter(facet, value) => look::filter(state, |filter| filter.toggle(facet, &value)),
        Command::ClearFilter => look::filter(state, |filter| filter.chosen.clear()),
        Command::SetList(place) => look::with_view(state, |view| view.list = place),
        Command::SortBy(column) => look::with_view(state, |view| view.sort = view.sort.pressed(column)),
        Command::ToggleArrows => look::with_view(state, |view| view.arrows = !view.arrows),
        Command::ToggleStatus(status) => look::toggle_status(state, status),
        Command::ShowAllStatuses => look::show_all_statuses(state),
        Command::Search(query) => look::search(state, query),
        Command::NextHit { forward } => look::next_hit(state, forward),
        Command::CloseSearch => look::search(state, String::new()),

        Command::EditPublication => publication::edit(state),
        Command::TypePublication(text) => {
            if let Some(edit) = &mut state.publication_edit {
                edit.text = text;
                edit.error = None;
            }
            Vec::new()
        }
        Command::AcceptPublication => publication::accept(state),
        Command::SetPublication(date) => publication::set(state, date),
        Command::CancelPublication => {
            state.publication_edit = None;
            Vec::new()
        }

        Command::Save => project::save_alone(state),
        Command::SaveAs => {
            state.pending = None;
            project::save_as(state)
        }
        Command::SaveProjectTo { path, replace } => project::save_to(state, path, replace),
        Command::ProjectSaved { work, place, saved } => project::saved(state, work, place, saved),
        Command::ProjectChanged { work, path } => project::changed(state, work, path),
        Command::KeepBoth => project::keep_both(state),
        Command::ReplaceTheirs => project::replace_theirs(state),
        Command::AskProjectPath(path) => {
            state.no_dialog = true;
            state.path = path.display().to_string();
            state.sheet = Some(Sheet::SaveProjectPath);
            Vec::new()
        }
        Command::ProjectLoaded { job, recovered, result } => project::loaded(state, job, recovered, result),
        Command::Recoverable { path, name } => {
            state.recovery = Some(Recovery { path, name });
            Vec::new()
        }
        Command::Recover => project::recover(state),
        Command::ForgetRecovery => {
            let delete = |r: Recovery| Effect::DeleteRecovery { path: r.path, once_kept: false };
            state.recovery.take().map(delete).into_iter().collect()
        }
        Command::SaveAndGoOn => project::save(state),
        Command::DiscardAndGoOn => project::go_on(state),
        Command::StayHere => {
            close_sheet(state);
            Vec::new()
        }
        Command::FileChanged(path) => {
            state.tabs.iter_mut().filter(|t| t.origin.path() == Some(&path)).for_each(|t| t.changed_on_disk = true);
            Vec::new()
        }
        Command::Reread(tab) => open::reread(state, tab),
        Command::KeepAsRead(tab) => {
            state.tabs.iter_mut().filter(|t| t.id == tab).for_each(|t| t.changed_on_disk = false);
            Vec::new()
        }
        Command::SetDateOrder(order) => publication::set_order(state, order),

        Command::Correct { event, change } => correct::correct(state, &event, change),
        Command::CorrectSelected(change) => correct::selected(state, change),
        Command::EditField(field) => correct::edit(state, field),
        Command::TypeField(text) => {
            if let Some(edit) = &mut state.edit {
                edit.text = text;
                edit.error = None;
            }
            Vec::new()
        }
        Command::AcceptField => correct::accept(state),
        Command::CancelField => {
            state.edit = None;
            Vec::new()
        }
        Command::Mark(span) => {
            state.marked = span;
            Vec::new()
        }
        Command::Add(span) => correct::add(state, span),
        Command::AddMarked => match state.marked.take() {
            Some(span) => correct::add(state, span),
            None => Vec::new(),
        },
        Command::Merge { event, other } => correct::merge(state, &event, &other),
        Command::Split { event, evidence } => correct::split(state, &event, evidence),
        Command::Undo => correct::undo(state),
        Command::Redo => correct::redo(state),
        Command::GoTo(count) => correct::go_to(state, count),
        Command::Review(on) => correct::review(state, on),
        Command::ReviewStep { forward } => correct::review_step(state, forward),
        Command::ToggleChecked => correct::toggle_checked(state),
        Command::HideSelected => correct::hide(state),

        Command::CopyFigure => {
            let options = figures::brief_options(state);
            copy_figure(state, options)
        }
        Command::CopyChosenFigure => {
            let options = state.figure.clone();
            copy_figure(state, options)
        }
        Command::CopyAllAsText => match state.tab() {
            Some(tab) => {
                let text = as_text::events(tab.visible_events(), state.figure.language);
                let count = tab.visible_count();
                state.done = Some(format!("{count} {} copied as text", if count == 1 { "event" } else { "events" }));
                vec![Effect::CopyText(text)]
            }
            None => Vec::new(),
        },
        Command::CopyEventAsText(id) => {
            let text = state.tab().and_then(|t| t.event(&id)).map(|e| as_text::line(e, state.figure.language));
            if text.is_some() {
                state.done = Some("Event copied as text".to_owned());
            }
            text.map(Effect::CopyText).into_iter().collect()
        }
        Command::SetFigure(options) => {
            state.settings.export.note(&options);
            state.figure = options;
            save(state)
        }
        Command::SetFormat { ending, pixels } => {
            state.settings.export.ending = ending;
            state.settings.export.pixels = pixels.clamp(1, 4);
            save(state)
        }
        Command::Export => {
            close_sheet(state);
            let ending = state.settings.export.ending.clone();
            match state.tab() {
                Some(tab) => vec![Effect::AskExport { suggested: suggested_name(&tab.article.title, &ending), ending }],
                None => Vec::new(),
            }
        }
        Command::ExportTo { path, replace } => {
            let work = state.next_number();
            let Some(tab) = state.tab() else { return Vec::new() };
            let words = format!("Writing {}…", words::file_name(&path));
            let (article, chronology, options) = (tab.article.clone(), tab.chronology.clone(), state.figure.clone());
            state.working = Some(Working { work, words });
            let (ending, pixels) = (state.settings.export.ending.clone(), state.settings.export.pixels);
            vec![Effect::Export { work, path, ending, replace, article, chronology, options, pixels }]
        }
        Command::Done { work, said } => {
            ended(state, work);
            state.done = Some(said);
            Vec::new()
        }
        Command::NotDone { work, problem } => {
            ended(state, work);
            tell(state, problem);
            Vec::new()
        }
        Command::Failed(problem) => {
            tell(state, problem);
            Vec::new()
        }
        Command::CloseProblem(index) => {
            if index < state.problems.len() {
                state.problems.remove(index);
            }
            Vec::new()
        }
        Command::CloseAllProblems => {
            state.problems.clear();
            Vec::new()
        }
        Command::CopyProblem(index) => {
            state.problems.get(index).map(|p| Effect::CopyText(format!("{}\n{}", p.title, p.text))).into_iter().collect()
        }

        Command::ToggleArticle => {
            state.settings.article = toggled(state.settings.article, state.width() < ARTICLE_FOLDS_BELOW);
            save(state)
        }
        Command::ToggleDetail => {
            state.settings.detail = toggled(state.settings.detail, state.width() < DETAIL_FOLDS_BELOW);
            save(state)
        }
        Command::ResizeArticle(width) => {
            state.settings.article_width = width;
            state.settings = state.settings.clone().checked();
            save(state)
        }
        Command::ResizeDetail(width) => {
            state.settings.detail_width = width;
            state.settings = state.settings.clone().checked();
            save(state)
        }
        Command::SetTheme(theme) => {
            state.settings.theme = theme;
            save(state)
        }
        Command::ToggleTheme => {
            state.settings.theme = if state.theme().is_dark() { ThemeChoice::Light } else { ThemeChoice::Dark };
            save(state)
        }
        Command::SystemTheme { dark } => {
            state.system_dark = dark;
            Vec::new()
        }
        Command::SystemStill(still) => {
            state.system_still = still;
            Vec::new()
        }
        Command::ToggleStill => {
            state.settings.still = !state.settings.still;
            save(state)
        }
        Command::SetTextSize(size) => {
            state.settings.text_size = size;
            state.settings = state.settings.clone().checked();
            save(state)
        }
        Command::WindowResized(width, height) => {
            state.settings.window = [width, height];
            state.settings = state.settings.clone().checked();
            Vec::new()
        }
        Command::Brief(on) => {
            state.brief = on && state.tab().is_some();
            Vec::new()
        }
        Command::OpenSheet(sheet) => {
            close_sheet(state);
            let needs_article = matches!(sheet, Sheet::Export | Sheet::SavePath | Sheet::Corrections | Sheet::SetAside | Sheet::AddFrom);
            state.sheet = (!needs_article || state.tab().is_some()).then_some(sheet);
            state.path.clear();
            state.no_dialog = false;
            Vec::new()
        }
        Command::CloseSheet => {
            close_sheet(state);
            Vec::new()
        }
        Command::TypePath(text) => {
            state.path = text;
            Vec::new()
        }
        Command::AskPath => {
            let effects = apply(state, Command::OpenSheet(Sheet::Path));
            state.no_dialog = true;
            effects
        }
        Command::AskSavePath(path) => {
            state.no_dialog = true;
            state.path = path.display().to_string();
            state.sheet = state.tab().is_some().then_some(Sheet::SavePath);
            Vec::new()
        }
        Command::AcceptPath => {
            let typed = std::mem::take(&mut state.path).trim().to_owned();
            match state.sheet.take() {
                Some(Sheet::SaveProjectPath) => project::save_to(state, project::with_ending(PathBuf::from(typed)), false),
                Some(Sheet::SavePath) => apply(state, Command::ExportTo { path: PathBuf::from(typed), replace: false }),
                _ => match paste::meaning(&Clip { text: Some(typed.clone()), html: None }) {
                    paste::Meaning::Files(paths) => apply(state, Command::Open(paths)),
                    paste::Meaning::WebAddress => paste::web_address(state, "A web address was typed"),
                    paste::Meaning::Nothing => Vec::new(),
                    paste::Meaning::Article => vec![Effect::OpenTyped(PathBuf::from(typed))],
                },
            }
        }
        Command::CloseSampleStrip => {
            state.sample_strip_closed = true;
            Vec::new()
        }
        Command::Back => back(state),
        Command::Quit => project::quit(state),
    }
}

fn toggled(fold: Fold, narrow: bool) -> Fold {
    match fold {
        Fold::Auto if narrow => Fold::Open,
        Fold::Auto | Fold::Open => Fold::Folded,
        Fold::Folded => Fold::Open,
    }
}

fn back(state: &mut State) -> Vec<Effect> {
    if state.sheet.is_some() {
        close_sheet(state);
    } else if state.publication_edit.is_some() {
        state.publication_edit = None;
    } else if state.edit.is_some() {
        state.edit = None;
    } else if state.marked.is_some() {
        state.marked = None;
    } else if state.brief {
        state.brief = false;
    } else if state.searching() {
        return look::search(state, String::new());
    } else if state.review {
        state.review = false;
    } else if state.tab().is_some_and(|t| t.view.selected.is_some()) {
        return look::select(state, None);
    }
    Vec::new()
}

/// Closes what lies over the window; a question that it asked is not answered, and what waited for the answer is not done.
fn close_sheet(state: &mut State) {
    state.sheet = None;
    state.pending = None;
}

fn save(state: &State) -> Vec<Effect> {
    vec![Effect::SaveSettings(Settings::of(state))]
}

/// Adds a problem; the same one is told once.
fn tell(state: &mut State, problem: Problem) {
    if !state.problems.contains(&problem) {
        state.problems.push(problem);
    }
}

fn problem(title: impl Into<String>, text: impl Into<String>, cure: Cure) -> Problem {
    Problem { title: title.into(), text: text.into(), cure }
}

fn copy_figure(state: &mut State, options: FigureOptions) -> Vec<Effect> {
    let work = state.next_number();
    let Some(tab) = state.tab() else { return Vec::new() };
    let effect = Effect::CopyFigure { work, article: tab.article.clone(), chronology: tab.chronology.clone(), options };
    state.working = Some(Working { work, words: "Drawing the figure…".to_owned() });
    vec![effect]
}

/// What the reader waited for has ended; what was begun later goes on.
fn ended(state: &mut State, work: u64) {
    state.working.take_if(|w| w.work == work);
}

/// A file name from a headline: its first words without what file systems refuse.
fn suggested_name(title: &str, ending: &str) -> String {
    let mut name = String::new();
    for word in title.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()) {
        if name.chars().count() + word.chars().count() > 48 {
            break;
        }
        if !name.is_empty() {
            name.push('-');
        }
        name.push_str(&word.to_lowercase());
    }
    if name.is_empty() { format!("timeline{ending}") } else { format!("{name}{ending}") }
}
