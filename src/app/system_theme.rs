//! Whether the system is dark and whether it asks for less motion, asked on a thread because the answer may hang.

use crate::session::Command;
use std::sync::mpsc::{Sender, channel};

/// Asks once, and again whenever something is sent; only changes are told.
pub fn watch(ctx: &egui::Context, commands: Sender<Command>) -> Sender<()> {
    let (ask, asked) = channel();
    let ctx = ctx.clone();
    let work = move || {
        let mut known = None;
        let mut moving = true;
        loop {
            let dark = matches!(dark_light::detect(), Ok(dark_light::Mode::Dark));
            if known != Some(dark) {
                known = Some(dark);
                if commands.send(Command::SystemTheme { dark }).is_err() {
                    return;
                }
                ctx.request_repaint();
            }
            let moves = may_move();
            if moving != moves {
                moving = moves;
                if commands.send(Command::SystemStill(!moves)).is_err() {
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

/// Whether the system lets things move: the desktop portal's wish for less motion, and the switch for animations of GNOME, which the
/// portal tells too. Where nothing is told, they may.
#[cfg(target_os = "linux")]
fn may_move() -> bool {
    use zbus::zvariant::OwnedValue;
    let Ok(bus) = zbus::blocking::Connection::session() else { return true };
    let ask = |namespace: &str, key: &str| -> Option<OwnedValue> {
        let (portal, path, settings) =
            ("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings");
        let answer = bus.call_method(Some(portal), path, Some(settings), "ReadOne", &(namespace, key)).ok()?;
        answer.body().deserialize().ok()
    };
    let less = ask("org.freedesktop.appearance", "reduced-motion").and_then(|v| u32::try_from(v).ok()) == Some(1);
    let off = ask("org.gnome.desktop.interface", "enable-animations").and_then(|v| bool::try_from(v).ok()) == Some(false);
    !less && !off
}

#[cfg(not(target_os = "linux"))]
fn may_move() -> bool {
    true
}
