//! What tests share: the folder of articles and gold timelines that lies beside the project, where there is one.
//!
//! ```ignore
//! let Some(gold) = crate::testing::shared("accuracy/gold") else { return };
//! ```
//!
//! Tests in `tests/` take it in by `#[path = "../src/testing.rs"] mod testing;`.

use std::path::{Path, PathBuf};

/// With this variable set, a test that would skip itself fails instead.
pub const NO_SKIP: &str = "DEMARCHE_NO_SKIP";

/// A file or folder in `../shared`. Where it is missing, says that the test is skipped and gives none.
///
/// # Panics
/// Where it is missing and `DEMARCHE_NO_SKIP` is set to anything but nothing or 0.
pub fn shared(path: &str) -> Option<PathBuf> {
    let place = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared").join(path);
    if place.exists() {
        return Some(place);
    }
    let forbidden = std::env::var_os(NO_SKIP).is_some_and(|v| !v.is_empty() && v != "0");
    assert!(!forbidden, "../shared/{path} is missing, and {NO_SKIP} forbids skipping the test that reads it");
    println!("skipped: this test reads ../shared/{path}, which is missing");
    None
}

/// Says that a test is skipped for want of something.
///
/// # Panics
/// Where `DEMARCHE_NO_SKIP` is set to anything but nothing or 0.
#[allow(dead_code, reason = "not every test program skips for want of another program")]
pub fn skip(missing: &str) {
    let forbidden = std::env::var_os(NO_SKIP).is_some_and(|v| !v.is_empty() && v != "0");
    assert!(!forbidden, "{missing} is missing, and {NO_SKIP} forbids skipping the test that needs it");
    println!("skipped: this test needs {missing}, which is missing");
}
