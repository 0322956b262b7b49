//! Numbers the rules that read articles: what was read by other rules is read again.

use std::fs;
use std::path::{Path, PathBuf};

/// Where the rules stand, with the data that they use.
const RULES: [&str; 5] = ["src/article", "src/language", "src/chronology", "assets/gazetteer", "assets/syntax.bin"];

fn main() {
    let mut files = Vec::new();
    for place in RULES {
        println!("cargo:rerun-if-changed={place}");
        collect(Path::new(place), &mut files);
    }
    println!("cargo:rerun-if-changed=build.rs");
    files.sort();
    // FNV-1a: the same on every machine and by every compiler.
    let mut number: u64 = 0xcbf2_9ce4_8422_2325;
    for file in files {
        for byte in fs::read(&file).unwrap_or_default() {
            number = (number ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
        }
    }
    println!("cargo:rustc-env=DEMARCHE_RULES={number:016x}");
}

fn collect(place: &Path, files: &mut Vec<PathBuf>) {
    match fs::read_dir(place) {
        Ok(entries) => entries.filter_map(Result::ok).for_each(|entry| collect(&entry.path(), files)),
        // A file.
        Err(_) => files.push(place.to_owned()),
    }
}
