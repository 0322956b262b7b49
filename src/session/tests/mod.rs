//! Tests of the session: single commands, and any sequence of them.

mod correcting;
mod opening;
mod projects;
mod prose;
mod searching;
mod sequences;
