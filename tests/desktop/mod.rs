//! A display without a screen, the program on it, and the eyes and hands of a user. Everything waits for conditions, with a deadline.

use demarche::scene::Ink;
use demarche::scene::theme::{Theme, color};
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// Long enough for a machine that is busy with other work.
const DEADLINE: Duration = Duration::from_secs(60);
const BETWEEN_LOOKS: Duration = Duration::from_millis(40);

/// What the tests run besides the program.
const TOOLS: [&str; 4] = ["Xvfb", "xdotool", "xclip", "import"];

/// A display of 1440 × 900, and a home folder with nothing in it.
pub struct Desktop {
    server: Child,
    display: String,
    home: TempDir,
}

impl Desktop {
    /// Starts a display of its own; none, with a line that says so, where a tool for it is missing.
    pub fn start() -> Option<Self> {
        let found = |tool: &&&str| std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()).any(|p| p.join(tool).is_file());
        let missing: Vec<_> = TOOLS.iter().filter(|tool| !found(tool)).copied().collect();
        if !missing.is_empty() {
            let forbidden = std::env::var_os("DEMARCHE_NO_SKIP").is_some_and(|v| !v.is_empty() && v != "0");
            assert!(!forbidden, "{missing:?} are missing, and DEMARCHE_NO_SKIP forbids skipping the test of the window");
            println!("skipped: the test of the window needs {missing:?}");
            return None;
        }
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1440x900x24", "-noreset", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // The server writes the number of its display once it takes programs.
        let mut number = String::new();
        BufReader::new(server.stdout.take().unwrap()).read_line(&mut number).unwrap();
        assert!(!number.trim().is_empty(), "Xvfb did not start");
        Some(Self { server, display: format!(":{}", number.trim()), home: TempDir::new().unwrap() })
    }

    /// Writes an article that opens under a headline of its own, and gives its path.
    pub fn article(&self, name: &str, headline: &str) -> PathBuf {
        let path = self.home.path().join(name);
        let text = "BERN, 14 April 2014 — The foreign ministers of Austria and Norway met in Bern on Monday and signed an agreement.";
        fs::write(&path, format!("{headline}\n\n{text}\n\nThey will meet again in Oslo on 3 May 2014.\n")).unwrap();
        path
    }

    /// Starts the program with files.
    pub fn run(&self, files: &[&Path]) -> Program<'_> {
        let binary = std::env::var_os("DEMARCHE_BINARY").unwrap_or_else(|| env!("CARGO_BIN_EXE_demarche").into());
        let child = Command::new(&binary)
            .args(files)
            .env("DISPLAY", &self.display)
            .env("HOME", self.home.path())
            .env("XDG_CONFIG_HOME", self.home.path().join("config"))
            .env("XDG_DATA_HOME", self.home.path().join("data"))
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("WAYLAND_SOCKET")
            .env_remove("DBUS_SESSION_BUS_ADDRESS")
            .stdin(Stdio::null())
            .spawn()
            .unwrap_or_else(|e| panic!("{} does not start: {e}", Path::new(&binary).display()));
        Program { desktop: self, child }
    }

    fn xdotool(&self, arguments: &[&str]) -> String {
        let output = Command::new("xdotool").args(arguments).env("DISPLAY", &self.display).output().unwrap();
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    }

    /// Presses and lets go a key, or keys held together: "ctrl+q".
    pub fn key(&self, keys: &str) {
        // No window manager gives the window the keyboard here.
        let window = self.window();
        if self.xdotool(&["getwindowfocus"]) != window {
            self.xdotool(&["windowfocus", "--sync", &window]);
        }
        // As slow as a hand: a program that takes the keyboard asks which modifiers are held just then.
        self.xdotool(&["key", "--delay", "100", keys]);
    }

    pub fn click(&self, x: u32, y: u32) {
        self.xdotool(&["mousemove", "--sync", &x.to_string(), &y.to_string()]);
        self.xdotool(&["click", "1"]);
    }

    /// Puts a web page on the clipboard as a browser does, but without plain text beside it.
    pub fn copy_page(&self, html: &str) {
        let page = self.home.path().join("copied.html");
        fs::write(&page, html).unwrap();
        // xclip goes on in the background for as long as it owns the clipboard.
        let mut command = Command::new("xclip");
        command.args(["-selection", "clipboard", "-t", "text/html", "-i"]).arg(page).env("DISPLAY", &self.display);
        assert!(command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap().success());
    }

    /// Waits until the clipboard holds something of a kind, such as "image/png".
    pub fn copied(&self, kind: &str) -> Vec<u8> {
        let asked_for = |kind: &str| {
            let mut command = Command::new("xclip");
            command.args(["-selection", "clipboard", "-o", "-t", kind]).env("DISPLAY", &self.display);
            command.stderr(Stdio::null()).output().unwrap().stdout
        };
        let from = Instant::now();
        while from.elapsed() < DEADLINE {
            // Some owners give what they have whatever is asked for: they are first asked what that is.
            if String::from_utf8_lossy(&asked_for("TARGETS")).lines().any(|offered| offered == kind) {
                return asked_for(kind);
            }
            std::thread::sleep(BETWEEN_LOOKS);
        }
        panic!("nothing of kind {kind} was copied{}", self.kept("clipboard"));
    }

    fn window(&self) -> String {
        self.xdotool(&["search", "--onlyvisible", "--name", "Demarche"]).lines().last().unwrap_or_default().to_owned()
    }

    fn picture(&self) -> Option<Picture> {
        let output = Command::new("import").args(["-window", "root", "png:-"]).env("DISPLAY", &self.display).output().ok()?;
        Picture::read(output.stdout)
    }
}

impl Drop for Desktop {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// The program while it runs; it does not outlive the test.
pub struct Program<'a> {
    desktop: &'a Desktop,
    child: Child,
}

impl Program<'_> {
    /// Waits until the title of the window begins with these words.
    pub fn titled(&mut self, words: &str) {
        let from = Instant::now();
        let mut title = String::new();
        while from.elapsed() < DEADLINE {
            if let Some(status) = self.child.try_wait().unwrap() {
                panic!("the program ended with {status} before it showed “{words}”");
            }
            title = match self.desktop.window().as_str() {
                "" => String::new(),
                window => self.desktop.xdotool(&["getwindowname", window]),
            };
            if title.starts_with(words) {
                return;
            }
            std::thread::sleep(BETWEEN_LOOKS);
        }
        panic!("no window named “{words}”; the last was named “{title}”{}", self.desktop.kept("title"));
    }

    /// Waits until the program has ended; gives its exit code.
    pub fn ended(&mut self) -> i32 {
        let from = Instant::now();
        while from.elapsed() < DEADLINE {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.code().unwrap_or(-1);
            }
            std::thread::sleep(BETWEEN_LOOKS);
        }
        panic!("the program did not end{}", self.desktop.kept("end"));
    }
}

impl Drop for Program<'_> {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Desktop {
    /// Waits until the settings that the program writes hold these words.
    pub fn remembers(&self, words: &str) {
        let settings = self.home.path().join("config/demarche/settings.json");
        let from = Instant::now();
        while from.elapsed() < DEADLINE {
            if fs::read_to_string(&settings).is_ok_and(|text| text.contains(words)) {
                return;
            }
            std::thread::sleep(BETWEEN_LOOKS);
        }
        panic!("{words} never stood in {}{}", settings.display(), self.kept("settings"));
    }

    /// Puts something in place of the settings, as a fault of the disk would.
    pub fn spoil_settings(&self) {
        fs::write(self.home.path().join("config/demarche/settings.json"), "{\"theme\": ").unwrap();
    }

    /// How many pastes are kept.
    pub fn pastes(&self) -> usize {
        fs::read_dir(self.home.path().join("data/demarche/pasted")).map_or(0, Iterator::count)
    }

    /// Looks at the screen until a condition holds; gives the picture in which it does.
    pub fn until(&self, what: &str, condition: impl Fn(&Picture) -> bool) -> Picture {
        let from = Instant::now();
        while from.elapsed() < DEADLINE {
            if let Some(picture) = self.picture().filter(&condition) {
                return picture;
            }
            std::thread::sleep(BETWEEN_LOOKS);
        }
        panic!("not seen: {what}{}", self.kept(what));
    }

    /// Keeps a picture of the screen for whoever reads the failure.
    fn kept(&self, name: &str) -> String {
        let Some(picture) = self.picture() else { return String::new() };
        let name: String = name.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.png"));
        match fs::write(&path, &picture.file) {
            Ok(()) => format!(" (the screen is in {})", path.display()),
            Err(_) => String::new(),
        }
    }
}

/// A part of the screen in pixels: left, top, right, bottom.
pub type Part = [u32; 4];

/// What stood on the screen.
pub struct Picture {
    width: u32,
    rgb: Vec<u8>,
    file: Vec<u8>,
}

impl Picture {
    fn read(file: Vec<u8>) -> Option<Self> {
        let mut decoder = png::Decoder::new(std::io::Cursor::new(&file));
        decoder.set_transformations(png::Transformations::normalize_to_color8());
        let mut reader = decoder.read_info().ok()?;
        let mut pixels = vec![0; reader.output_buffer_size()?];
        let info = reader.next_frame(&mut pixels).ok()?;
        let samples = info.color_type.samples();
        let rgb = pixels.chunks_exact(samples).flat_map(|p| if samples < 3 { [p[0]; 3] } else { [p[0], p[1], p[2]] }).collect();
        Some(Self { width: info.width, rgb, file })
    }

    /// The pixels of a part that have exactly the colour of an ink.
    pub fn places(&self, [left, top, right, bottom]: Part, theme: Theme, ink: Ink) -> Vec<(u32, u32)> {
        let wanted = color(theme, ink);
        let has = |x: u32, y: u32| {
            let at = ((y * self.width + x) * 3) as usize;
            self.rgb.get(at..at + 3) == Some(&wanted)
        };
        (top..bottom).flat_map(|y| (left..right).map(move |x| (x, y))).filter(|(x, y)| has(*x, *y)).collect()
    }
}
