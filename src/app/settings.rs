//! The settings file: read at the start, written atomically a moment after something changed.

use crate::cli::output;
use crate::session::Settings;
use crate::session::state::{Cure, Problem};
use etcetera::{AppStrategy, AppStrategyArgs, choose_app_strategy};
use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

/// More than this is no settings file of ours.
const LARGEST: u64 = 1 << 20;

pub struct Stored {
    pub settings: Settings,
    /// Where they are kept; none where the system names no folder for it.
    pub place: Option<PathBuf>,
    pub problem: Option<Problem>,
}

/// Reads the settings. A file that cannot be understood is kept aside and told of; the program starts with defaults.
pub fn load() -> Stored {
    let place = place();
    let (settings, problem) = match &place {
        Some(place) => read(place),
        None => (Settings::default(), None),
    };
    Stored { settings, place, problem }
}

fn place() -> Option<PathBuf> {
    strategy().map(|s| s.in_config_dir("settings.json"))
}

/// Where files of ours go that are no settings; none where the system names no folder for it.
pub fn data_folder() -> Option<PathBuf> {
    strategy().map(|s| s.data_dir())
}

fn strategy() -> Option<impl AppStrategy> {
    let arguments = AppStrategyArgs { top_level_domain: "org".to_owned(), author: "Demarche".to_owned(), app_name: "demarche".to_owned() };
    choose_app_strategy(arguments).ok()
}

fn read(place: &Path) -> (Settings, Option<Problem>) {
    match written(place) {
        Ok(settings) => (settings.unwrap_or_default(), None),
        Err(why) => {
            let aside = place.with_extension("corrupt.json");
            let kept = fs::rename(place, &aside).is_ok();
            log::warn!("settings could not be read: {why}");
            let text = if kept {
                format!("They were set aside as {} and the defaults are used.", aside.display())
            } else {
                "The defaults are used.".to_owned()
            };
            let problem = Problem { title: "The settings could not be read".to_owned(), text, cure: Cure::None };
            (Settings { started: true, ..Settings::default() }, Some(problem))
        }
    }
}

/// What is written at a place; none where there is no file.
fn written(place: &Path) -> Result<Option<Settings>, String> {
    let size = match fs::metadata(place) {
        Ok(metadata) => metadata.len(),
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error.to_string()),
    };
    if size > LARGEST {
        return Err("it is too large".to_owned());
    }
    let text = fs::read_to_string(place).map_err(|e| e.to_string())?;
    serde_json::from_str(&text).map(Some).map_err(|e| e.to_string())
}

/// Writes the settings, with the recent articles and pastes that another window has written meanwhile; `known` are those that this one
/// has had. The error is one sentence.
pub fn save(place: &Path, settings: Settings, known: &BTreeSet<PathBuf>) -> Result<(), String> {
    let settings = match written(place) {
        Ok(Some(other)) => settings.with_those_of(&other, known),
        Ok(None) | Err(_) => settings,
    };
    let text = serde_json::to_string_pretty(&settings).map_err(|e| e.to_string())?;
    if let Some(folder) = place.parent() {
        fs::create_dir_all(folder).map_err(|error| format!("{} cannot be made ({error})", folder.display()))?;
    }
    output::write(place, text.as_bytes())
}

pub fn seconds_since_epoch() -> i64 {
    SystemTime::now().duration_since(UNIX_EPOCH).ok().and_then(|d| i64::try_from(d.as_secs()).ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_come_back_as_they_were_written() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("deep/settings.json");
        let mut settings = Settings { text_size: 1.2, started: true, ..Settings::default() };
        settings.remember(PathBuf::from("/a/article.html"));
        save(&place, settings.clone(), &BTreeSet::new()).unwrap();
        assert_eq!(read(&place).0, settings);
    }

    #[test]
    fn two_windows_lose_nothing_of_each_other() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("settings.json");
        let of = |names: &[&str]| {
            let mut settings = Settings { started: true, ..Settings::default() };
            for name in names.iter().rev() {
                settings.keep_paste(name.into(), format!("Talks {name}"));
                settings.remember(name.into());
            }
            settings
        };
        let known = |names: &[&str]| names.iter().map(PathBuf::from).collect();
        save(&place, of(&["/one's", "/both", "/forgotten"]), &known(&["/one's", "/both", "/forgotten"])).unwrap();
        save(&place, of(&["/other's", "/both"]), &known(&["/other's", "/both", "/forgotten"])).unwrap();
        let (settings, _) = read(&place);
        assert_eq!(settings.recent, ["/other's", "/both", "/one's"].map(PathBuf::from));
        assert!(["/other's", "/both", "/one's"].iter().all(|p| settings.pasted_at(Path::new(p)).is_some()));
        assert_eq!(settings.pasted.len(), 3);
    }

    #[test]
    fn settings_that_cannot_be_written_say_so() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("file"), "").unwrap();
        assert!(save(&folder.path().join("file/settings.json"), Settings::default(), &BTreeSet::new()).is_err());
    }

    #[test]
    fn a_corrupt_file_is_kept_aside_and_told_of() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("settings.json");
        fs::write(&place, "{\"theme\": \"plaid\"").unwrap();
        let (settings, problem) = read(&place);
        assert_eq!(settings, Settings { started: true, ..Settings::default() });
        assert!(problem.is_some());
        assert_eq!(fs::read_to_string(folder.path().join("settings.corrupt.json")).unwrap(), "{\"theme\": \"plaid\"");
    }

    #[test]
    fn unknown_and_missing_fields_are_no_corruption() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("settings.json");
        fs::write(&place, "{\"text_size\": 1.5, \"colour_of_the_sky\": \"blue\"}").unwrap();
        let (settings, problem) = read(&place);
        assert_eq!(settings.text_size, 1.5);
        assert!(problem.is_none());
    }
}
