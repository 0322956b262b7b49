//! Tests of the session: single commands, and any sequence of them.

mod opening;
mod prose;
mod searching;
mod sequences;
