//! Scenes and chronologies become files: SVG, PNG, JSON. Pure functions from data to text or bytes.

pub mod edtf;
pub mod json;
