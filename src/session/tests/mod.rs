//! Tests of the session: single commands, and any sequence of them.

mod correcting;
mod opening;
mod prose;
mod searching;
mod sequences;
