//! Reads what the command line names: files, and standard input as `-`.

use crate::article::{self, Article, LARGEST, LoadError};
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// Reads and loads one article. The error is one sentence that names the file and the cure.
pub fn article(path: &Path) -> Result<Article, String> {
    if let Some(address) = address(path) {
        return Err(address.to_string());
    }
    if path == Path::new("-") {
        let bytes = bounded(io::stdin().lock(), None).map_err(|e| format!("standard input cannot be read ({e})"))?;
        return load(bytes, "standard input");
    }
    file(path, &path.file_name().unwrap_or(path.as_os_str()).to_string_lossy())
}

/// Reads and loads a file under a name of its own. Errors as in `article`.
pub fn file(path: &Path, name: &str) -> Result<Article, String> {
    load(open(path).map_err(|e| failure(path, &e))?, name)
}

/// The bytes of a file, none of more than an article may have. The error is one sentence that names the file and the cure.
pub fn bytes(path: &Path) -> Result<Vec<u8>, String> {
    match open(path).map_err(|e| failure(path, &e))? {
        Bytes::All(bytes) => Ok(bytes),
        Bytes::TooMany(bytes) => {
            Err(LoadError::TooLarge { name: path.display().to_string(), megabytes: bytes.div_ceil(1_000_000) }.to_string())
        }
    }
}

/// What is to be said of an address on the web where a file is named.
pub fn address(path: &Path) -> Option<LoadError> {
    // A file may be called "www.txt".
    let address = path.to_str().filter(|p| article::is_web_address(p) && !path.exists())?;
    Some(LoadError::Address { address: address.to_owned() })
}

fn load(bytes: Bytes, name: &str) -> Result<Article, String> {
    match bytes {
        Bytes::All(bytes) => article::load(&bytes, name).map_err(|e| e.to_string()),
        Bytes::TooMany(bytes) => Err(LoadError::TooLarge { name: name.to_owned(), megabytes: bytes.div_ceil(1_000_000) }.to_string()),
    }
}

enum Bytes {
    All(Vec<u8>),
    TooMany(u64),
}

fn open(path: &Path) -> io::Result<Bytes> {
    let file = File::open(path)?;
    let size = file.metadata()?.len();
    bounded(file, Some(size))
}

/// Reads to the end or to the limit, whichever comes first: a device or a pipe may have no end.
fn bounded(reader: impl Read, size: Option<u64>) -> io::Result<Bytes> {
    if let Some(size) = size.filter(|s| *s > LARGEST as u64) {
        return Ok(Bytes::TooMany(size));
    }
    let mut bytes = Vec::new();
    reader.take(LARGEST as u64 + 1).read_to_end(&mut bytes)?;
    Ok(if bytes.len() > LARGEST { Bytes::TooMany(bytes.len() as u64) } else { Bytes::All(bytes) })
}

/// What is to be said of a file that cannot be read: one sentence that names it and the cure.
pub fn failure(path: &Path, error: &io::Error) -> String {
    let name = path.display();
    match error.kind() {
        io::ErrorKind::NotFound => format!("{name} does not exist: check the name and the folder"),
        io::ErrorKind::PermissionDenied => format!("{name} may not be read: ask for the right to read it, or copy it elsewhere"),
        io::ErrorKind::IsADirectory => format!("{name} is a folder: name the article in it"),
        _ => format!("{name} cannot be read ({error}): try a copy of it"),
    }
}
