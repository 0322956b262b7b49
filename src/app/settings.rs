//! The settings file: read at the start, written atomically a moment after something changed.

use crate::cli::output;
use crate::session::Settings;
use crate::session::state::{Cure, Problem};
use etcetera::{AppStrategy, AppStrategyArgs, choose_app_strategy};
use std::fs;
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
    let Ok(metadata) = fs::metadata(place) else {
        return (Settings::default(), None);
    };
    let text =
        if metadata.len() <= LARGEST { fs::read_to_string(place).map_err(|e| e.to_string()) } else { Err("it is too large".to_owned()) };
    match text.and_then(|text| serde_json::from_str::<Settings>(&text).map_err(|e| e.to_string())) {
        Ok(settings) => (settings, None),
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

/// Writes the settings; a failure is logged, for nothing of the reader's work is in them.
pub fn save(place: &Path, settings: &Settings) {
    let Ok(text) = serde_json::to_string_pretty(settings) else { return };
    if let Some(folder) = place.parent()
        && let Err(error) = fs::create_dir_all(folder)
    {
        log::warn!("settings could not be written: {error}");
        return;
    }
    if let Err(error) = output::write(place, text.as_bytes()) {
        log::warn!("settings could not be written: {error}");
    }
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
        save(&place, &settings);
        assert_eq!(read(&place).0, settings);
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
