//! Whether the system is dark, asked on a thread because the answer may hang.

use crate::session::Command;
use std::sync::mpsc::{Sender, channel};

/// Asks once, and again whenever something is sent; only changes are told.
pub fn watch(ctx: &egui::Context, commands: Sender<Command>) -> Sender<()> {
    let (ask, asked) = channel();
    let ctx = ctx.clone();
    let work = move || {
        let mut known = None;
        loop {
            let dark = matches!(dark_light::detect(), Ok(dark_light::Mode::Dark));
            if known != Some(dark) {
                known = Some(dark);
                if commands.send(Command::SystemTheme { dark }).is_err() {
                    return;
                }
                ctx.request_repaint();
            }
            if asked.recv().is_err() {
                return;
            }
            // Asked several times while the answer was on its way: once more is enough.
            while asked.try_recv().is_ok() {}
        }
    };
    // Without the thread the window is light, which is what an unknown theme means.
    let _ = std::thread::Builder::new().name("system theme".to_owned()).spawn(work);
    ask
}
