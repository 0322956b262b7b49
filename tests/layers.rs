//! Guards the layers of `docs/ARCHITECTURE.md`: who imports whom, who may touch files, clocks and the window, where colours are written.
//!
//! It reads the source as text, so it also sees code behind features and platform switches.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

/// Each layer and the layers that it may import besides itself, from the bottom up.
const LAYERS: &[(&str, &[&str])] = &[
    ("article", &[]),
    ("language", &["article"]),
    ("chronology", &["article", "language"]),
    ("scene", &[]),
    ("text", &["scene"]),
    ("layout", &["article", "chronology", "scene", "text"]),
    ("export", &["article", "language", "chronology", "scene", "text"]),
    ("session", &["article", "language", "chronology", "scene", "text", "layout", "export"]),
    ("ui", &["article", "language", "chronology", "scene", "text", "layout", "export", "session"]),
    ("cli", &["article", "language", "chronology", "scene", "text", "layout", "export", "session"]),
    ("app", &["article", "language", "chronology", "scene", "text", "layout", "export", "session", "ui", "cli"]),
];
/// Crates of the window, and the layers that may use them.
const WINDOW_CRATES: &[&str] = &["egui", "eframe", "rfd", "winit", "arboard", "dark_light"];
const WINDOW_LAYERS: &[&str] = &["ui", "app"];
/// Names by which files and clocks are reached, and the layers that may reach them.
const WORLD: &[&str] = &["fs", "OpenOptions", "SystemTime", "Instant", "Utc", "Local"];
const WORLD_LAYERS: &[&str] = &["app", "cli"];
/// What `scene` may use from outside.
const SCENE_CRATES: &[&str] = &["std", "core", "emath", "crate", "self", "super"];
/// The only file that writes colours as numbers.
const THEME: &str = "scene/theme.rs";
/// Colours that are none: nothing, whatever the painter sets, and an image left as it is.
const NO_COLOURS: &[&str] = &["TRANSPARENT", "PLACEHOLDER", "WHITE"];

/// A source file: its path below `src`, and its text.
struct Source {
    path: String,
    text: String,
    /// Whether the whole file is compiled for tests alone.
    test: bool,
}

#[test]
fn the_layers_are_kept() {
    let sources = sources();
    assert!(sources.len() > 20, "only {} files found", sources.len());
    let breaches: Vec<String> = sources.iter().flat_map(breaches).collect();
    assert!(breaches.is_empty(), "\n{}", breaches.join("\n"));
}

#[test]
fn planted_breaches_are_found() {
    for (path, text, what) in [
        ("article/load.rs", "use crate::language::token::Token;", "language"),
        ("layout/axis.rs", "use crate::{article::Article, export::svg, text};", "export"),
        ("scene/mod.rs", "fn f(x: &crate::article::Article) {}", "article"),
        ("cli/mod.rs", "    pub(super) use crate::{\n    app,\n    session::{State, ui},\n};", "app"),
        ("session/mod.rs", "use demarche::ui::Memory;", "ui"),
        ("export/png.rs", "use crate::session::State;", "session"),
        ("session/mod.rs", "use egui::Key;", "egui"),
        ("layout/axis.rs", "fn f(p: egui::Pos2) {}", "egui"),
        ("cli/mod.rs", "use rfd::FileDialog;", "rfd"),
        ("scene/mod.rs", "use serde::Serialize;", "serde"),
        ("export/svg.rs", "let file = std::fs::read(path);", "fs"),
        ("session/mod.rs", "use std::{fs::File, path::Path};", "fs"),
        ("article/load.rs", "let now = chrono::Utc::now();", "Utc"),
        ("ui/mod.rs", "use std::time::Instant;", "Instant"),
        ("ui/style.rs", "let ink = Color32::from_rgb(20, 30, 40);", "colour"),
        ("ui/style.rs", "let ink = Color32::RED;", "colour"),
        ("export/svg.rs", "out.push_str(\"fill=\\\"#1A2B3C\\\"\");", "colour"),
        ("layout/lanes.rs", "const INK: u32 = 0x1A2B3C;", "colour"),
        (
            "article/load.rs",
            "//! Talks of std::fs freely.\n#[cfg(test)]\nmod tests {\n    use std::fs;\n    use crate::ui::Memory;\n}",
            "ui",
        ),
    ] {
        let found = breaches(&Source { path: path.to_owned(), text: text.to_owned(), test: false });
        assert_eq!(found.len(), 1, "{path}: {text}\n{found:?}");
        assert!(found[0].contains(path) && found[0].contains(what), "{found:?}");
    }
}

#[test]
fn what_is_allowed_is_passed() {
    for (path, text) in [
        ("layout/axis.rs", "use crate::scene::Ink;\nuse crate::layout::line;\nuse crate::{chronology::{self, When}, text};"),
        ("app/mod.rs", "use crate::{cli, ui};\nuse egui::Context;\nlet now = std::time::Instant::now();"),
        ("cli/input.rs", "use std::fs::File;\nlet today = chrono::Local::now();"),
        ("ui/paint.rs", "use egui::Color32;\nlet none = Color32::TRANSPARENT;\nlet ink = Color32::from_rgb(r, g, b);"),
        ("scene/theme.rs", "const INK: Ink = rgb(0x1A2B3C);"),
        ("article/load.rs", "// as std::fs does\nlet s = \"http://example.org\"; let offs = 1;"),
        ("article/mod.rs", "#[cfg(test)]\nmod tests {\n    use std::fs;\n    use crate::testing::shared;\n    let a = \"#1A2B3C\";\n}"),
        ("scene/mod.rs", "pub mod theme;\nuse emath::Pos2;\nuse theme::Ink;\nuse std::fmt;"),
        ("main.rs", "use demarche::cli;\ndemarche::app::run();"),
        ("chronology/identity.rs", "const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;"),
    ] {
        let found = breaches(&Source { path: path.to_owned(), text: text.to_owned(), test: false });
        assert!(found.is_empty(), "{path}: {found:?}");
    }
}

#[test]
fn files_compiled_for_tests_alone_are_known() {
    let parent = Path::new("src/a/mod.rs");
    let text = "mod x;\n#[cfg(test)]\nmod y;\n#[cfg(test)]\nmod inline {\n}\n#[cfg(test)]\n#[rustfmt::skip]\nmod z;";
    let modules = test_modules(parent, text);
    assert_eq!(modules, ["src/a/y.rs", "src/a/y", "src/a/z.rs", "src/a/z"].map(PathBuf::from));
    assert_eq!(test_modules(Path::new("src/a/b.rs"), "#[cfg(test)]\nmod tests;"), ["src/a/b/tests.rs", "src/a/b/tests"].map(PathBuf::from));
}

/// Every breach of the rules in one file, as sentences that name file and line.
fn breaches(source: &Source) -> Vec<String> {
    let layer = source.path.split(['/', '.']).next().unwrap_or("");
    let code = without_comments(&source.text);
    let own = own_part(&code);
    let mut found = Vec::new();
    if let Some((_, allowed)) = LAYERS.iter().find(|(name, _)| *name == layer) {
        for (line, import) in imports(&code) {
            let known = LAYERS.iter().any(|(name, _)| *name == import);
            if known && import != layer && !allowed.contains(&import.as_str()) {
                found.push(format!("src/{}:{line}: `{layer}` may not import `{import}`", source.path));
            }
        }
    }
    if layer == "scene" && !source.test {
        found.extend(foreign_crates(own).map(|(line, name)| format!("src/{}:{line}: `scene` may not use the crate `{name}`", source.path)));
    }
    let is_program = matches!(source.path.as_str(), "main.rs" | "lib.rs");
    for (number, line) in own.lines().enumerate() {
        let mut tell = |what: String| found.push(format!("src/{}:{}: {what}", source.path, number + 1));
        let words: Vec<&str> = line.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|w| !w.is_empty()).collect();
        if !is_program
            && !WINDOW_LAYERS.contains(&layer)
            && let Some(name) = WINDOW_CRATES.iter().find(|name| uses_crate(line, name))
        {
            tell(format!("only ui and app may use `{name}`"));
        }
        if source.test {
            continue;
        }
        if !is_program
            && !WORLD_LAYERS.contains(&layer)
            && let Some(name) =
                WORLD.iter().find(|name| words.contains(name) && (line.contains("::") || line.trim_start().starts_with("use ")))
        {
            tell(format!("only app and cli may touch files and clocks: `{name}`"));
        }
        if source.path != THEME && writes_colour(line) {
            tell("a colour is written outside scene/theme.rs".to_owned());
        }
    }
    found
}

/// The code before the tests at a file's end; they may read files and name colours.
fn own_part(code: &str) -> &str {
    let inline = code.match_indices("#[cfg(test)]").find(|(at, _)| {
        let after = code[at + "#[cfg(test)]".len()..].trim_start();
        after.starts_with("mod ") && after.find('{').is_some_and(|brace| after.find(';').is_none_or(|end| brace < end))
    });
    inline.map_or(code, |(at, _)| &code[..at])
}

/// Blanks out comments, keeping line numbers.
fn without_comments(text: &str) -> String {
    let cut = |line: &str| {
        let at = line
            .match_indices("//")
            .map(|(at, _)| at)
            .find(|at| !line[..*at].ends_with(':') && line[..*at].matches('"').count().is_multiple_of(2));
        line[..at.unwrap_or(line.len())].to_owned()
    };
    text.lines().map(cut).collect::<Vec<_>>().join("\n")
}

/// The first path segments after `crate::` and `demarche::`, grouped ones too, with their lines.
fn imports(code: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for root in ["crate::", "demarche::"] {
        for (at, _) in code.match_indices(root) {
            if code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '$') {
                continue;
            }
            let line = code[..at].matches('\n').count() + 1;
            let rest = code[at + root.len()..].trim_start();
            let names = match rest.strip_prefix('{') {
                Some(group) => group_heads(group),
                None => vec![head(rest)],
            };
            found.extend(names.into_iter().filter(|name| !name.is_empty()).map(|name| (line, name.to_owned())));
        }
    }
    found
}

/// The first segments of the members of a `{…}` group, its opening brace already taken.
fn group_heads(group: &str) -> Vec<&str> {
    let (mut depth, mut start, mut heads) = (0, 0, Vec::new());
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => {
                heads.push(head(group[start..at].trim_start()));
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                heads.push(head(group[start..at].trim_start()));
                start = at + 1;
            }
            _ => {}
        }
    }
    heads
}

fn head(path: &str) -> &str {
    &path[..path.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(path.len())]
}

/// The roots of `use` lines that are neither allowed crates nor modules declared in the file.
fn foreign_crates(code: &str) -> impl Iterator<Item = (usize, &str)> {
    let modules: HashSet<&str> = code.lines().filter_map(|line| line.trim().rsplit_once("mod ")).map(|(_, name)| head(name)).collect();
    code.lines().enumerate().filter_map(move |(number, line)| {
        let bare = line.trim_start();
        let path = bare.strip_prefix("use ").or_else(|| bare.strip_prefix("pub use "))?;
        let root = head(path.trim_start_matches("::"));
        (!SCENE_CRATES.contains(&root) && !modules.contains(root)).then_some((number + 1, root))
    })
}

fn uses_crate(line: &str, name: &str) -> bool {
    line.match_indices(name).any(|(at, _)| {
        let begins = !line[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '"');
        let rest = &line[at + name.len()..];
        let in_use = line.trim_start().trim_start_matches("pub ").starts_with("use ") && line[..at].trim_end().ends_with("use");
        begins && (rest.starts_with("::") || (in_use && rest.starts_with([';', ' '])))
    })
}

/// Whether a line writes a colour as a number or by name.
fn writes_colour(line: &str) -> bool {
    let digits = |text: &str, digit: fn(char) -> bool| text.chars().take_while(|c| digit(*c)).count();
    let hex = |c: char| c.is_ascii_hexdigit();
    let after = |mark: &'static str| line.match_indices(mark).map(move |(at, _)| &line[at + mark.len()..]);
    let quoted =
        after("#").any(|rest| matches!(digits(rest, hex), 6 | 8) && !rest[digits(rest, hex)..].starts_with(|c: char| c.is_alphanumeric()));
    let number = after("0x").any(|rest| {
        let length = digits(rest, |c| c.is_ascii_hexdigit() || c == '_');
        matches!(rest[..length].replace('_', "").len(), 6 | 8)
    });
    let channels = ["from_rgb(", "from_rgba_unmultiplied(", "from_rgba_premultiplied(", "from_gray(", "from_rgba8(", "rgb("];
    let made = channels.iter().any(|call| after(call).any(|rest| rest.starts_with(|c: char| c.is_ascii_digit())));
    let named = after("Color32::").any(|rest| rest.starts_with(|c: char| c.is_ascii_uppercase()) && !NO_COLOURS.contains(&head(rest)));
    quoted || number || made || named
}

/// Paths, below the file's folder, of modules declared for tests alone.
fn test_modules(file: &Path, text: &str) -> Vec<PathBuf> {
    let folder = match file.file_name().and_then(|n| n.to_str()) {
        Some("mod.rs" | "lib.rs" | "main.rs") => file.parent().unwrap_or(Path::new("")).to_owned(),
        _ => file.with_extension(""),
    };
    let mut found = Vec::new();
    let mut gated = false;
    for line in text.lines().map(str::trim) {
        let declared = line
            .strip_prefix("pub(crate) ")
            .or_else(|| line.strip_prefix("pub "))
            .unwrap_or(line)
            .strip_prefix("mod ")
            .and_then(|rest| rest.strip_suffix(';'));
        if line == "#[cfg(test)]" {
            gated = true;
        } else if let (true, Some(name)) = (gated, declared) {
            found.extend([folder.join(format!("{name}.rs")), folder.join(name)]);
            gated = false;
        } else if !line.starts_with("#[") {
            gated = false;
        }
    }
    found
}

/// All source files of the package.
fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    collect(&root, &mut files);
    files.sort();
    let texts: Vec<(PathBuf, String)> = files.into_iter().map(|file| (file.clone(), std::fs::read_to_string(file).unwrap())).collect();
    let tests: Vec<PathBuf> = texts.iter().flat_map(|(file, text)| test_modules(file, text)).collect();
    texts
        .into_iter()
        .map(|(file, text)| {
            let test = tests.iter().any(|t| file.starts_with(t));
            let path = file.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
            Source { path, text, test }
        })
        .collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|e| e == "rs") {
            files.push(path);
        }
    }
}
