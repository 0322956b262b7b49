//! Tests of the session: single commands, and any sequence of them.

mod correcting;
mod office;
mod opening;
mod pdf;
mod pptx;
mod projects;
mod prose;
mod searching;
mod sequences;
