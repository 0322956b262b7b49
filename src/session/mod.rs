//! What is open and how it is looked at: `State`, `Command`, `apply`. No egui, no files.
