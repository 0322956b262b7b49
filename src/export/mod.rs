//! Scenes and chronologies become files: SVG, PNG, JSON.
