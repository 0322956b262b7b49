//! egui views: they read `State`, paint, and push commands.
