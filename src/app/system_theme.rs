//! Whether the system is dark, asked on a thread because the answer may hang.

use crate::session::Command;
use std::sync::mpsc::Sender;
use std::time::Duration;

/// Asks at once and then every few seconds, telling only changes.
pub fn watch(ctx: &egui::Context, commands: Sender<Command>) {
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
            std::thread::sleep(Duration::from_secs(5));
        }
    };
    // Without the thread the window is light, which is what an unknown theme means.
    let _ = std::thread::Builder::new().name("system theme".to_owned()).spawn(work);
}
