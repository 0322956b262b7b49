//! The commands `extract` and `export`, without a window.
