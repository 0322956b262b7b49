//! Performs the effects of the session: dialogs, files, clipboard, settings.

use super::clipboard::{self, Wish};
use super::projects::{self, Recovery, Saved};
use super::work::{Job, Work, caught};
use super::{absolute, figures, pastes, settings, system_theme};
use crate::session::project::Project;
use crate::session::state::{Cure, Problem};
use crate::session::{Command, Effect, Settings, State};
use egui::{Context, ViewportCommand};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant, SystemTime};

/// Settings are written when nothing has changed for so long.
const SETTLED: Duration = Duration::from_millis(800);
/// So often it is looked whether open files have changed.
const WATCH: Duration = Duration::from_secs(2);

pub struct Shell {
    commands: Sender<Command>,
    /// What comes back from dialogs, workers and the system.
    answers: Receiver<Command>,
    work: Work,
    clipboard: Sender<Wish>,
    place: Option<PathBuf>,
    unsaved: Option<(Settings, Instant)>,
    /// The recent articles and kept pastes that this window has had; others in the settings file are another window's.
    known: BTreeSet<PathBuf>,
    /// Whether the reader has been told that settings could not be written.
    told_unsaved: bool,
    dialog_open: std::sync::Arc<std::sync::atomic::AtomicBool>,
    ask_theme: Sender<()>,
    /// Where unsaved work is kept; none where the system names no folder for it.
    recovery: Option<Recovery>,
    unkept: Option<(Option<Box<Project>>, Instant)>,
    told_unkept: bool,
    quitting: bool,
    /// Open files as they were when they were read: when they were changed and how long they are.
    watched: BTreeMap<(PathBuf, u64, usize), (SystemTime, u64)>,
    watched_at: Option<Instant>,
    ctx: Context,
}

impl Shell {
    pub fn new(ctx: &Context, place: Option<PathBuf>, settings: &Settings) -> Self {
        let (commands, answers) = channel();
        Self {
            ask_theme: system_theme::watch(ctx, commands.clone()),
            work: Work::start(ctx, &commands),
            clipboard: clipboard::serve(ctx, &commands),
            commands,
            answers,
            place,
            unsaved: None,
            known: settings.known().cloned().collect(),
            told_unsaved: false,
            dialog_open: std::sync::Arc::default(),
            recovery: projects::recovery_folder().and_then(|folder| Recovery::take(&folder)),
            unkept: None,
            told_unkept: false,
            quitting: false,
            watched: BTreeMap::new(),
            watched_at: None,
            ctx: ctx.clone(),
        }
    }

    /// The window came to the front: the system's theme may have changed meanwhile.
    pub fn came_to_front(&self) {
        let _ = self.ask_theme.send(());
    }

    /// What has come back since the last frame.
    pub fn answers(&self) -> Vec<Command> {
        self.answers.try_iter().collect()
    }

    pub fn perform(&mut self, effect: Effect) {
        match effect {
            Effect::AskOpen => self.dialog("open", Command::AskPath, || {
                let files = rfd::FileDialog::new()
                    .set_title("Open articles or a project")
                    .add_filter(
                        "Articles and projects",
                        &["txt", "text", "md", "markdown", "html", "htm", "xhtml", "csv", "tsv", "demarche"],
                    )
                    .add_filter("All files", &["*"])
                    .pick_files();
                files.map(Command::Open)
            }),
            Effect::AskExport { suggested, ending } => self.dialog("export", Command::AskSavePath(at_home(&suggested)), move || {
                let ending = ending.rsplit('.').next().unwrap_or_default().to_owned();
                let path = rfd::FileDialog::new()
                    .set_title("Save the figure")
                    .set_file_name(suggested)
                    .add_filter(ending.to_uppercase(), &[&ending])
                    .add_filter("All files", &["*"])
                    .save_file();
                // The dialog has asked whether a file there is to be replaced.
                path.map(|path| Command::ExportTo { path, replace: true })
            }),
            Effect::AskSaveProject { suggested } => self.dialog("save", Command::AskProjectPath(at_home(&suggested)), move || {
                let path = rfd::FileDialog::new()
                    .set_title("Save the project")
                    .set_file_name(suggested)
                    .add_filter("Demarche project", &["demarche"])
                    .save_file();
                path.map(|path| Command::SaveProjectTo { path, replace: true })
            }),
            Effect::SaveProject { work, path, project, saved, expected, replace, beside } => {
                let not_saved = move |why: String| Command::NotDone {
                    work,
                    problem: problem("The project could not be saved", why, Cure::SaveProjectElsewhere),
                };
                self.spawn("save", not_saved, move || {
                    let path = absolute(path);
                    Ok(Some(match projects::save(&path, &project, expected.as_deref(), replace, beside)? {
                        Saved::At(place) => Command::ProjectSaved { work, place, saved },
                        Saved::Changed => Command::ProjectChanged { work, path },
                    }))
                });
            }
            Effect::ReadProject { job, path, recovered } => self.work.give(Job::Project { job, path, recovered }),
            Effect::KeepForRecovery(work) => {
                self.unkept = Some((work, Instant::now()));
                self.ctx.request_repaint_after(SETTLED + Duration::from_millis(50));
            }
            Effect::DeleteRecovery { path, once_kept } => {
                if self.keep_now() || !once_kept {
                    // What is gone already is as good as deleted.
                    let _ = std::fs::remove_file(path);
                }
            }
            Effect::Read { job, source, published, date_order } => self.work.give(Job::Read { job, source, published, date_order }),
            Effect::Extract { tab, generation, article, published, date_order } => {
                self.work.give(Job::Extract { tab, generation, article, published, date_order });
            }
            Effect::Abandon(job) => self.work.abandon(job),
            Effect::ReadClipboard { text } => self.wish(Wish::Read { text }),
            Effect::CopyText(text) => self.wish(Wish::Text(text)),
            Effect::OpenTyped(path) => self.answer(Command::Open(vec![absolute(path)])),
            Effect::CopyFigure { work, article, chronology, options } => {
                let (clipboard, commands) = (self.clipboard.clone(), self.commands.clone());
                let not_drawn =
                    move |why: String| Command::NotDone { work, problem: problem("The figure could not be drawn", why, Cure::None) };
                self.spawn("figure", not_drawn, move || {
                    let (image, said) = figures::picture(&article, &chronology, &options)?;
                    let (width, height) = (image.width as usize, image.height as usize);
                    if let Err(unsent) = clipboard.send(Wish::Picture { work, width, height, rgba: image.rgba, said }) {
                        // The clipboard's thread has ended.
                        let _ = commands.send(clipboard::refused(&unsent.0, "it cannot be reached"));
                    }
                    Ok(None)
                });
            }
            Effect::Export { work, path, ending, replace, article, chronology, options, pixels } => {
                let not_written = move |why: String| Command::NotDone {
                    work,
                    problem: problem("The figure could not be written", why, Cure::SaveElsewhere),
                };
                self.spawn("export", not_written, move || {
                    let said = figures::write(
                        &figures::Place { path: &absolute(path), ending: &ending, replace },
                        &article,
                        &chronology,
                        &options,
                        pixels,
                    )?;
                    Ok(Some(Command::Done { work, said }))
                });
            }
            Effect::SaveSettings(settings) => {
                self.unsaved = Some((settings, Instant::now()));
                self.ctx.request_repaint_after(SETTLED + Duration::from_millis(50));
            }
            Effect::Delete(gone) => pastes::delete(&gone),
            Effect::Quit => {
                self.quitting = true;
                self.keep_now();
                self.save_now();
                self.ctx.send_viewport_cmd(ViewportCommand::Close);
            }
        }
    }

    /// Whether the window has been told to close.
    pub fn quitting(&self) -> bool {
        self.quitting
    }

    /// Writes unsaved work and settings once they have settled.
    pub fn save_settled(&mut self) {
        if let Some((_, since)) = &self.unkept {
            match SETTLED.checked_sub(since.elapsed()).filter(|left| !left.is_zero()) {
                Some(left) => self.ctx.request_repaint_after(left + Duration::from_millis(50)),
                None => {
                    self.keep_now();
                }
            }
        }
        self.settle_settings();
    }

    /// Keeps unsaved work for a later start. Gives whether all that waited is kept by now; where it is not, the reader is told once.
    pub fn keep_now(&mut self) -> bool {
        let Some((work, _)) = self.unkept.take() else { return true };
        let kept = match &self.recovery {
            Some(recovery) => recovery.keep(work.as_deref()),
            None if work.is_none() => Ok(()),
            None => Err("No folder could be made for them".to_owned()),
        };
        if let Err(why) = &kept {
            log::warn!("unsaved work could not be kept: {why}");
            if !std::mem::replace(&mut self.told_unkept, true) {
                let text = format!("{why}. Save the project so that your corrections are not lost.");
                self.answer(Command::Failed(problem("Unsaved corrections could not be kept", text, Cure::None)));
            }
        }
        kept.is_ok()
    }

    /// Tells of open files that have changed on disk since they were read.
    pub fn watch(&mut self, state: &State) {
        if self.watched_at.is_some_and(|at| at.elapsed() < WATCH) {
            return;
        }
        self.watched_at = Some(Instant::now());
        let mut seen = BTreeMap::new();
        for tab in &state.tabs {
            let Some(path) = tab.origin.path() else { continue };
            let Some(stamp) = std::fs::metadata(path).ok().and_then(|m| Some((m.modified().ok()?, m.len()))) else { continue };
            // A file that is read again is another one from then on.
            let key = (path.clone(), tab.id, std::sync::Arc::as_ptr(&tab.article) as usize);
            match self.watched.get(&key) {
                Some(known) if *known != stamp => {
                    self.answer(Command::FileChanged(path.clone()));
                    seen.insert(key, stamp);
                }
                Some(known) => {
                    seen.insert(key, *known);
                }
                None => {
                    seen.insert(key, stamp);
                }
            }
        }
        self.watched = seen;
        if !self.watched.is_empty() {
            self.ctx.request_repaint_after(WATCH);
        }
    }

    fn settle_settings(&mut self) {
        let Some((_, since)) = &self.unsaved else { return };
        match SETTLED.checked_sub(since.elapsed()).filter(|left| !left.is_zero()) {
            // A frame painted meanwhile has used up the wish for a later one.
            Some(left) => self.ctx.request_repaint_after(left + Duration::from_millis(50)),
            None => self.save_now(),
        }
    }

    pub fn save_now(&mut self) {
        let (Some((settings, _)), Some(place)) = (self.unsaved.take(), &self.place) else { return };
        self.known.extend(settings.known().cloned());
        if let Err(why) = settings::save(place, settings, &self.known) {
            log::warn!("settings could not be written: {why}");
            if !std::mem::replace(&mut self.told_unsaved, true) {
                let text = format!("{why}. What is open now is not open again at the next start.");
                self.answer(Command::Failed(problem("The settings could not be written", text, Cure::None)));
            }
        }
    }

    /// Has a command applied in the next frame.
    fn answer(&self, command: Command) {
        let _ = self.commands.send(command);
        self.ctx.request_repaint();
    }

    fn spawn(
        &self,
        name: &str,
        failed: impl Fn(String) -> Command + Send + Clone + 'static,
        work: impl FnOnce() -> Result<Option<Command>, String> + Send + 'static,
    ) -> bool {
        on_a_thread(name, &self.commands, &self.ctx, failed, work)
    }

    fn wish(&self, wish: Wish) {
        // The clipboard's thread ends only with the program.
        let _ = self.clipboard.send(wish);
    }

    /// Shows one of the system's dialogs on a thread. One that hangs does not keep the window from working: asking again offers to
    /// type the path. Where the system has no dialog, `instead` is done.
    fn dialog(&self, name: &str, instead: Command, ask: impl FnOnce() -> Option<Command> + Send + 'static) {
        use std::sync::atomic::Ordering;
        if self.dialog_open.swap(true, Ordering::SeqCst) {
            let text = "It may be behind this window. Where the system shows none, type the path of the file instead.";
            self.answer(Command::Failed(problem("A dialog of the system is still open", text.to_owned(), Cure::TypePath)));
            return;
        }
        let open = self.dialog_open.clone();
        let failed = |why| Command::Failed(problem("The system's dialog could not be shown", why, Cure::TypePath));
        let shown = self.spawn(name, failed, move || {
            let began = Instant::now();
            let answer = caught(ask);
            open.store(false, Ordering::SeqCst);
            let answer = answer?;
            // No reader closes a dialog so fast: the system has shown none.
            let failed = answer.is_none() && began.elapsed() < Duration::from_millis(150);
            Ok(answer.or_else(|| failed.then_some(instead)))
        });
        if !shown {
            self.dialog_open.store(false, Ordering::SeqCst);
        }
    }
}

/// Does work on a thread of its own and answers, also where it fails, meets a fault of ours, or can have no thread. Gives whether it has
/// one.
fn on_a_thread(
    name: &str,
    commands: &Sender<Command>,
    ctx: &Context,
    failed: impl Fn(String) -> Command + Send + Clone + 'static,
    work: impl FnOnce() -> Result<Option<Command>, String> + Send + 'static,
) -> bool {
    let (sender, window, no_thread) = (commands.clone(), ctx.clone(), failed.clone());
    let work = move || {
        let answer = caught(work).and_then(|result| result).unwrap_or_else(|why| Some(failed(why)));
        if let Some(answer) = answer {
            let _ = sender.send(answer);
        }
        window.request_repaint();
    };
    let began = std::thread::Builder::new().name(name.to_owned()).stack_size(8 << 20).spawn(work);
    if let Err(error) = &began {
        let _ = commands.send(no_thread(format!("The system gives no thread for it ({error}).")));
        ctx.request_repaint();
    }
    began.is_ok()
}

fn problem(title: &str, text: String, cure: Cure) -> Problem {
    Problem { title: title.to_owned(), text, cure }
}

/// Where a file goes whose place was not asked for.
fn at_home(name: &str) -> PathBuf {
    etcetera::home_dir().unwrap_or_default().join(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::{fixture, project};
    use std::path::Path;

    /// A window's shell that keeps unsaved work in a folder, or has none for it.
    fn shell(recovery: Option<&Path>) -> Shell {
        let (commands, answers) = channel();
        let ctx = Context::default();
        Shell {
            ask_theme: channel().0,
            work: Work::start(&ctx, &commands),
            clipboard: channel().0,
            commands,
            answers,
            place: None,
            unsaved: None,
            known: BTreeSet::new(),
            told_unsaved: false,
            dialog_open: std::sync::Arc::default(),
            recovery: recovery.and_then(Recovery::take),
            unkept: None,
            told_unkept: false,
            quitting: false,
            watched: BTreeMap::new(),
            watched_at: None,
            ctx,
        }
    }

    /// What the shell is asked to do when work left behind at a path has been opened.
    fn recovered(path: &Path) -> [Effect; 2] {
        let project = Box::new(project::of(&fixture::opened()));
        [Effect::KeepForRecovery(Some(project)), Effect::DeleteRecovery { path: path.to_owned(), once_kept: true }]
    }

    #[test]
    fn work_left_behind_is_deleted_only_where_it_has_been_kept_anew() {
        let folder = tempfile::tempdir().unwrap();
        let left = folder.path().join("1.demarche");
        std::fs::write(&left, "the only copy").unwrap();
        // Without a folder, and with a place that cannot be written.
        let (mut without, mut blocked) = (shell(None), shell(Some(folder.path())));
        std::fs::create_dir(folder.path().join("2.demarche")).unwrap();
        for shell in [&mut without, &mut blocked] {
            recovered(&left).into_iter().for_each(|effect| shell.perform(effect));
            assert!(left.exists());
            let told = shell.answers();
            assert!(matches!(&told[..], [Command::Failed(p)] if p.text.ends_with("so that your corrections are not lost.")), "{told:?}");
        }
        let mut whole = shell(Some(folder.path()));
        recovered(&left).into_iter().for_each(|effect| whole.perform(effect));
        assert!(!left.exists());
        assert!(folder.path().join("3.demarche").exists(), "kept before it was deleted");
        assert!(whole.answers().is_empty());
    }

    #[test]
    fn where_nothing_is_unsaved_a_missing_folder_is_not_told() {
        let mut shell = shell(None);
        shell.perform(Effect::KeepForRecovery(None));
        assert!(shell.keep_now() && shell.answers().is_empty());
    }

    #[test]
    fn work_that_fails_or_meets_a_fault_is_answered_all_the_same() {
        for fault in [false, true] {
            let work = move || if fault { panic!("a fault") } else { Err("the disk is full".to_owned()) };
            let (commands, answers) = channel();
            let failed = |why| Command::NotDone { work: 7, problem: problem("The figure could not be written", why, Cure::SaveElsewhere) };
            assert!(on_a_thread("test", &commands, &Context::default(), failed, work));
            drop(commands);
            assert!(matches!(answers.recv(), Ok(Command::NotDone { work: 7, .. })));
        }
    }
}
