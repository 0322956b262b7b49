//! Writes files so that a reader sees the old one or the new one whole, never a part.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Puts bytes at a path in one step. A link is followed and stays a link; an existing file keeps its permissions,
/// a new one gets those of any new file. The error is one sentence that names the file and the cure.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    replace(path, bytes).map_err(|error| {
        let name = path.display();
        match error.kind() {
            io::ErrorKind::NotFound => format!("{name} cannot be written: its folder does not exist, make it first"),
            io::ErrorKind::PermissionDenied => format!("{name} may not be written: choose a folder of your own"),
            io::ErrorKind::IsADirectory => format!("{name} is a folder: give the name of a file in it"),
            io::ErrorKind::StorageFull => format!("{name} cannot be written: the disk is full, free some room"),
            _ => format!("{name} cannot be written ({error}): choose another place"),
        }
    })
}

fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let target = followed(path)?;
    let existing = match fs::metadata(&target) {
        Ok(found) if found.is_dir() => return Err(io::ErrorKind::IsADirectory.into()),
        // Devices and pipes ("/dev/stdout") cannot be put in place of; they are written to.
        Ok(found) if !found.is_file() => return fs::OpenOptions::new().write(true).open(&target)?.write_all(bytes),
        Ok(found) if found.permissions().readonly() => return Err(io::ErrorKind::PermissionDenied.into()),
        Ok(found) => Some(found.permissions()),
        Err(_) => None,
    };
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut builder = tempfile::Builder::new();
    builder.prefix(".demarche-").suffix(".part");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // Asked for as any program does; the system takes the user's mask off.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut part = builder.tempfile_in(folder)?;
    part.write_all(bytes)?;
    if let Some(permissions) = existing {
        part.as_file().set_permissions(permissions)?;
    }
    part.as_file().sync_all()?;
    part.persist(&target).map_err(|e| e.error)?;
    #[cfg(unix)]
    if let Ok(folder) = fs::File::open(folder) {
        // Some file systems cannot do it; the file itself is safe by now.
        let _ = folder.sync_all();
    }
    Ok(())
}

/// The file that a path means once links are followed, also where the last link points to nothing yet.
fn followed(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_path_buf();
    for _ in 0..40 {
        match fs::read_link(&path) {
            Ok(to) => path = path.parent().map_or_else(|| to.clone(), |folder| folder.join(&to)),
            Err(_) => return Ok(path),
        }
    }
    Err(io::Error::other("the links lead in a circle"))
}

/// What the files of a figure's pages are called: `stem` for one, else `stem-1`, `stem-2` and so on, with as many digits as the last
/// needs.
pub fn page_stems(stem: &str, count: usize) -> Vec<String> {
    let digits = count.to_string().len();
    (1..=count).map(|page| if count > 1 { format!("{stem}-{page:0digits$}") } else { stem.to_owned() }).collect()
}

/// The name of a file without its folders and its ending.
pub fn stem(name: &str) -> String {
    Path::new(name).file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Names for files that must not meet: `name`, then `name-2`, `name-3` for a stem that was given before.
#[derive(Default)]
pub struct Names {
    taken: Vec<String>,
}

impl Names {
    /// `stem.ending`, numbered where that name was given before.
    pub fn unique(&mut self, stem: &str, ending: &str) -> String {
        let mut name = format!("{stem}.{ending}");
        let mut count = 1;
        while self.taken.contains(&name) {
            count += 1;
            name = format!("{stem}-{count}.{ending}");
        }
        self.taken.push(name.clone());
        name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_numbered_and_one_page_is_not() {
        assert_eq!(page_stems("talks", 1), ["talks"]);
        assert_eq!(page_stems("talks", 2), ["talks-1", "talks-2"]);
        assert_eq!(page_stems("talks", 10).first().map(String::as_str), Some("talks-01"));
    }
}
