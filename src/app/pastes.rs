//! Pasted articles, kept as files of ours so that they are there again at the next start.

use super::settings;
use crate::cli::output;
use std::fs;
use std::path::{Path, PathBuf};

/// Keeps what was pasted under its digest; none where it could not be written, and then the article is open until it is closed.
pub fn keep(bytes: &[u8], sha256: &str, ending: &str) -> Option<PathBuf> {
    keep_in(&folder()?, bytes, sha256, ending)
}

/// Deletes what is kept, all but these.
pub fn keep_only(kept: &[PathBuf]) {
    if let Some(folder) = folder() {
        keep_only_in(&folder, kept);
    }
}

fn folder() -> Option<PathBuf> {
    settings::data_folder().map(|folder| folder.join("pasted"))
}

fn keep_in(folder: &Path, bytes: &[u8], sha256: &str, ending: &str) -> Option<PathBuf> {
    let path = folder.join(format!("{}.{ending}", sha256.get(..16)?));
    // What is pasted may be confidential: no other user of the machine reads it.
    let kept = private(folder).map_err(|e| e.to_string()).and_then(|()| output::write(&path, bytes));
    match kept {
        Ok(()) => Some(path),
        Err(error) => {
            log::warn!("a paste could not be kept: {error}");
            None
        }
    }
}

fn private(folder: &Path) -> std::io::Result<()> {
    fs::create_dir_all(folder)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(folder, fs::Permissions::from_mode(0o700))?;
    }
    Ok(())
}

fn keep_only_in(folder: &Path, kept: &[PathBuf]) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|e| e.path()) {
        if !kept.contains(&path)
            && path.is_file()
            && let Err(error) = fs::remove_file(&path)
        {
            log::warn!("{} could not be deleted: {error}", path.display());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paste_is_kept_until_it_is_no_longer_wanted() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("pasted");
        let one = keep_in(&folder, b"Talks began.", "0123456789abcdef00", "txt").unwrap();
        let two = keep_in(&folder, b"<p>Talks ended.</p>", "fedcba987654321000", "html").unwrap();
        assert_eq!(fs::read(&one).unwrap(), b"Talks began.");
        keep_only_in(&folder, std::slice::from_ref(&two));
        assert!(!one.exists());
        assert!(two.exists());
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_reads_what_was_pasted() {
        use std::os::unix::fs::PermissionsExt;
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("pasted");
        keep_in(&folder, b"Talks began.", "0123456789abcdef00", "txt").unwrap();
        assert_eq!(fs::metadata(&folder).unwrap().permissions().mode() & 0o777, 0o700);
    }
}
