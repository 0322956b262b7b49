//! Pasted articles, kept as files of ours so that they are there again at the next start.

use super::settings;
use crate::cli::output;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Keeps what was pasted under its digest. Where it could not be written the error says why, in one sentence.
pub fn keep(bytes: &[u8], sha256: &str, ending: &str) -> Result<PathBuf, String> {
    keep_in(&folder().ok_or("The system names no folder for data")?, bytes, sha256, ending)
}

/// Deletes these pastes and no others.
pub fn delete(gone: &[PathBuf]) {
    if let Some(folder) = folder() {
        delete_in(&folder, gone);
    }
}

fn folder() -> Option<PathBuf> {
    settings::data_folder().map(|folder| folder.join("pasted"))
}

fn keep_in(folder: &Path, bytes: &[u8], sha256: &str, ending: &str) -> Result<PathBuf, String> {
    let path = folder.join(format!("{}.{ending}", sha256.get(..16).unwrap_or(sha256)));
    // What is pasted may be confidential: no other user of the machine reads it.
    private(folder).map_err(|error| format!("{} cannot be made ({error})", folder.display()))?;
    output::write(&path, bytes)?;
    Ok(path)
}

/// Makes a folder that no other user of the machine reads.
pub fn private(folder: &Path) -> std::io::Result<()> {
    fs::create_dir_all(folder)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(folder, fs::Permissions::from_mode(0o700))?;
    }
    Ok(())
}

fn delete_in(folder: &Path, gone: &[PathBuf]) {
    // A settings file may name anything: only what lies in the folder is ours.
    for path in gone.iter().filter(|p| p.parent() == Some(folder)) {
        if let Err(error) = fs::remove_file(path)
            && error.kind() != ErrorKind::NotFound
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
        let foreign = home.path().join("talks.txt");
        fs::write(&foreign, "Talks began.").unwrap();
        delete_in(&folder, &[one.clone(), foreign.clone(), folder.join("never-there.txt")]);
        assert!(!one.exists());
        assert!(two.exists(), "what is not named stays, whoever keeps it");
        assert!(foreign.exists());
    }

    #[test]
    fn a_paste_that_cannot_be_kept_says_why() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("pasted");
        fs::write(&folder, "a file in the way").unwrap();
        let why = keep_in(&folder, b"Talks began.", "0123456789abcdef00", "txt").unwrap_err();
        assert!(why.contains("pasted cannot be made"), "{why}");
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
