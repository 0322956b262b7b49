//! The clipboard, on a thread of its own: it must outlive what was copied, and reading it may take a while.

use crate::session::state::{Cure, Problem};
use crate::session::{Clip, Command};
use arboard::{Clipboard, ImageData};
use std::borrow::Cow;
use std::sync::mpsc::{Receiver, Sender, channel};

pub enum Wish {
    /// What to paste; `text` is what came along with the key.
    Read {
        text: Option<String>,
    },
    Text(String),
    /// A figure that the reader waits for, and what is said once it is there.
    Picture {
        work: u64,
        width: usize,
        height: usize,
        rgba: Vec<u8>,
        said: String,
    },
}

/// Starts the thread that serves the clipboard.
pub fn serve(ctx: &egui::Context, commands: &Sender<Command>) -> Sender<Wish> {
    let (wishes, queue) = channel();
    let (commands, ctx) = (commands.clone(), ctx.clone());
    let work = move || keep(&queue, &commands, &ctx);
    if let Err(error) = std::thread::Builder::new().name("clipboard".to_owned()).spawn(work) {
        log::error!("no clipboard: {error}");
    }
    wishes
}

fn keep(queue: &Receiver<Wish>, commands: &Sender<Command>, ctx: &egui::Context) {
    let mut held: Option<Clipboard> = None;
    while let Ok(wish) = queue.recv() {
        let answer = match open(&mut held) {
            Ok(clipboard) => serve_one(clipboard, wish),
            Err(error) => Some(refused(&wish, &error.to_string())),
        };
        if let Some(answer) = answer {
            if commands.send(answer).is_err() {
                return;
            }
            ctx.request_repaint();
        }
    }
}

fn open(held: &mut Option<Clipboard>) -> Result<&mut Clipboard, arboard::Error> {
    match held {
        Some(clipboard) => Ok(clipboard),
        None => Ok(held.insert(Clipboard::new()?)),
    }
}

fn serve_one(clipboard: &mut Clipboard, wish: Wish) -> Option<Command> {
    match wish {
        Wish::Read { text } => {
            let files = clipboard.get().file_list().ok().filter(|f| !f.is_empty());
            if let Some(files) = files {
                return Some(Command::Open(files));
            }
            let html = clipboard.get().html().ok().filter(|h| !h.trim().is_empty());
            let text = clipboard.get_text().ok().or(text);
            Some(Command::Pasted(Clip { html, text }))
        }
        Wish::Text(text) => match clipboard.set_text(text) {
            Ok(()) => None,
            Err(error) => Some(refused(&Wish::Text(String::new()), &error.to_string())),
        },
        Wish::Picture { work, width, height, rgba, said } => {
            Some(match clipboard.set_image(ImageData { width, height, bytes: Cow::Owned(rgba) }) {
                Ok(()) => Command::Done { work, said },
                Err(error) => picture_refused(work, &error.to_string()),
            })
        }
    }
}

/// What is answered where the clipboard does not do what was wished.
pub fn refused(wish: &Wish, error: &str) -> Command {
    match wish {
        Wish::Read { text } => Command::Pasted(Clip { html: None, text: text.clone() }),
        Wish::Text(_) => Command::Failed(Problem {
            title: "The text could not be copied".to_owned(),
            text: format!("The system's clipboard did not take it ({error})."),
            cure: Cure::None,
        }),
        Wish::Picture { work, .. } => picture_refused(*work, error),
    }
}

fn picture_refused(work: u64, error: &str) -> Command {
    let problem = Problem {
        title: "The figure could not be copied".to_owned(),
        text: format!("The system's clipboard did not take the picture ({error}). Save it as a PNG file and insert that."),
        cure: Cure::SavePicture,
    };
    Command::NotDone { work, problem }
}
