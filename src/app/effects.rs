//! Performs the effects of the session: dialogs, files, clipboard, settings.

use super::clipboard::{self, Wish};
use super::work::{Job, Work};
use super::{figures, pastes, settings, system_theme};
use crate::session::state::{Cure, Problem};
use crate::session::{Command, Effect, Settings};
use egui::{Context, ViewportCommand};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

/// Settings are written when nothing has changed for so long.
const SETTLED: Duration = Duration::from_millis(800);

pub struct Shell {
    commands: Sender<Command>,
    /// What comes back from dialogs, workers and the system.
    answers: Receiver<Command>,
    work: Work,
    clipboard: Sender<Wish>,
    place: Option<PathBuf>,
    unsaved: Option<(Settings, Instant)>,
    dialog_open: std::sync::Arc<std::sync::atomic::AtomicBool>,
    ask_theme: Sender<()>,
    ctx: Context,
}

impl Shell {
    pub fn new(ctx: &Context, place: Option<PathBuf>) -> Self {
        let (commands, answers) = channel();
        Self {
            ask_theme: system_theme::watch(ctx, commands.clone()),
            work: Work::start(ctx, &commands),
            clipboard: clipboard::serve(ctx, &commands),
            commands,
            answers,
            place,
            unsaved: None,
            dialog_open: std::sync::Arc::default(),
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
                    .set_title("Open articles")
                    .add_filter("Articles", &["txt", "text", "md", "markdown", "html", "htm", "xhtml"])
                    .add_filter("All files", &["*"])
                    .pick_files();
                files.map(Command::Open)
            }),
            Effect::AskExport { suggested } => self.dialog("export", Command::AskSavePath(at_home(&suggested)), move || {
                let path = rfd::FileDialog::new()
                    .set_title("Save the figure as PNG or SVG")
                    .set_file_name(suggested)
                    .add_filter("PNG picture", &["png"])
                    .add_filter("SVG drawing", &["svg"])
                    .save_file();
                path.map(Command::ExportTo)
            }),
            Effect::Read { job, source, published } => self.work.give(Job::Read { job, source, published }),
            Effect::Extract { tab, generation, article, published } => self.work.give(Job::Extract { tab, generation, article, published }),
            Effect::Abandon(job) => self.work.abandon(job),
            Effect::ReadClipboard { text } => self.wish(Wish::Read { text }),
            Effect::CopyText(text) => self.wish(Wish::Text(text)),
            Effect::CopyFigure { article, chronology, options } => {
                let (clipboard, commands, ctx) = (self.clipboard.clone(), self.commands.clone(), self.ctx.clone());
                spawn("figure", move || match figures::picture(&article, &chronology, &options) {
                    Ok((image, said)) => {
                        let _ = clipboard.send(Wish::Picture {
                            width: image.width as usize,
                            height: image.height as usize,
                            rgba: image.rgba,
                            said,
                        });
                    }
                    Err(why) => {
                        let problem = Problem { title: "The figure could not be drawn".to_owned(), text: why, cure: Cure::None };
                        let _ = commands.send(Command::Failed(problem));
                        ctx.request_repaint();
                    }
                });
            }
            Effect::Export { path, article, chronology, options } => {
                let (commands, ctx) = (self.commands.clone(), self.ctx.clone());
                spawn("export", move || {
                    let answer = match figures::write(&path, &article, &chronology, &options) {
                        Ok(said) => Command::Done(said),
                        Err(why) => Command::Failed(Problem {
                            title: "The figure could not be written".to_owned(),
                            text: why,
                            cure: Cure::SaveElsewhere,
                        }),
                    };
                    let _ = commands.send(answer);
                    ctx.request_repaint();
                });
            }
            Effect::SaveSettings(settings) => {
                self.unsaved = Some((settings, Instant::now()));
                self.ctx.request_repaint_after(SETTLED + Duration::from_millis(50));
            }
            Effect::KeepOnly(kept) => pastes::keep_only(&kept),
            Effect::Quit => {
                self.save_now();
                self.ctx.send_viewport_cmd(ViewportCommand::Close);
            }
        }
    }

    /// Writes the settings once they have settled.
    pub fn save_settled(&mut self) {
        let Some((_, since)) = &self.unsaved else { return };
        match SETTLED.checked_sub(since.elapsed()).filter(|left| !left.is_zero()) {
            // A frame painted meanwhile has used up the wish for a later one.
            Some(left) => self.ctx.request_repaint_after(left + Duration::from_millis(50)),
            None => self.save_now(),
        }
    }

    pub fn save_now(&mut self) {
        if let (Some((settings, _)), Some(place)) = (self.unsaved.take(), &self.place) {
            settings::save(place, &settings);
        }
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
            let problem = Problem {
                title: "A dialog of the system is still open".to_owned(),
                text: "It may be behind this window. Where the system shows none, type the path of the file instead.".to_owned(),
                cure: Cure::TypePath,
            };
            let _ = self.commands.send(Command::Failed(problem));
            self.ctx.request_repaint();
            return;
        }
        let (commands, ctx, open) = (self.commands.clone(), self.ctx.clone(), self.dialog_open.clone());
        spawn(name, move || {
            let began = Instant::now();
            let answer = ask();
            open.store(false, Ordering::SeqCst);
            // No reader closes a dialog so fast: the system has shown none.
            let failed = answer.is_none() && began.elapsed() < Duration::from_millis(150);
            let answer = answer.or_else(|| failed.then_some(instead));
            if let Some(answer) = answer {
                let _ = commands.send(answer);
                ctx.request_repaint();
            }
        });
    }
}

/// Where a file goes whose place was not asked for.
fn at_home(name: &str) -> PathBuf {
    etcetera::home_dir().unwrap_or_default().join(name)
}

fn spawn(name: &str, work: impl FnOnce() + Send + 'static) {
    if let Err(error) = std::thread::Builder::new().name(name.to_owned()).stack_size(8 << 20).spawn(work) {
        log::error!("no thread for {name}: {error}");
    }
}
