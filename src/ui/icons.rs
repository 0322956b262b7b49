//! Small drawn signs: chevrons, cross, plus, lens, and the glyphs of the statuses.

use super::style::color;
use crate::chronology::Status;
use crate::scene::Ink;
use crate::scene::theme::Theme;
use egui::{Color32, Painter, Pos2, Shape, Stroke, pos2, vec2};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    Left,
    Right,
    Down,
    Up,
    Cross,
    Plus,
    Lens,
    Menu,
    Check,
}

/// Paints a sign about a middle.
pub fn icon(painter: &Painter, middle: Pos2, icon: Icon, ink: Color32) {
    let stroke = Stroke::new(1.25, ink);
    let line = |points: &[(f32, f32)]| {
        let points: Vec<Pos2> = points.iter().map(|(x, y)| middle + vec2(*x, *y)).collect();
        painter.add(Shape::line(points, stroke));
    };
    match icon {
        Icon::Left => line(&[(1.75, -3.5), (-1.75, 0.0), (1.75, 3.5)]),
        Icon::Right => line(&[(-1.75, -3.5), (1.75, 0.0), (-1.75, 3.5)]),
        Icon::Down => line(&[(-3.5, -1.75), (0.0, 1.75), (3.5, -1.75)]),
        Icon::Up => line(&[(-3.5, 1.75), (0.0, -1.75), (3.5, 1.75)]),
        Icon::Cross => {
            line(&[(-3.0, -3.0), (3.0, 3.0)]);
            line(&[(-3.0, 3.0), (3.0, -3.0)]);
        }
        Icon::Plus => {
            line(&[(-4.0, 0.0), (4.0, 0.0)]);
            line(&[(0.0, -4.0), (0.0, 4.0)]);
        }
        Icon::Lens => {
            painter.circle_stroke(middle + vec2(-0.9, -0.9), 4.25, stroke);
            line(&[(2.3, 2.3), (5.6, 5.6)]);
        }
        Icon::Menu => {
            for y in [-4.0, 0.0, 4.0] {
                line(&[(-6.0, y), (6.0, y)]);
            }
        }
        Icon::Check => line(&[(-4.0, 0.0), (-1.0, 3.0), (4.0, -3.0)]),
    }
}

/// The glyph of a status, 9 points across, as it stands in the toolbar and beside words.
pub fn status(painter: &Painter, theme: Theme, middle: Pos2, status: Status, off: bool) {
    let ink = color(theme, if off || status == Status::CalledOff { Ink::Ink3 } else { Ink::Ink });
    let radius = 3.825;
    let stroke = Stroke::new(1.35, ink);
    match status {
        Status::Happened if off => {
            painter.circle_stroke(middle, radius, stroke);
        }
        Status::Happened => {
            painter.circle_filled(middle, 4.5, ink);
        }
        Status::Expected => dashed_circle(painter, middle, radius, stroke, 2.7, 1.845),
        Status::Proposed => dashed_circle(painter, middle, radius, stroke, 1.17, 1.863),
        Status::CalledOff => {
            painter.circle_stroke(middle, radius, stroke);
            let d = 4.212;
            painter.line_segment([middle + vec2(-d, d), middle + vec2(d, -d)], stroke);
        }
    }
}

fn dashed_circle(painter: &Painter, middle: Pos2, radius: f32, stroke: Stroke, on: f32, off: f32) {
    let around = std::f32::consts::TAU;
    let count = ((around * radius) / (on + off)).round().max(3.0);
    let step = around / count;
    let arc = step * on / (on + off);
    for n in 0..count as usize {
        let start = step * n as f32 - arc / 2.0;
        let points: Vec<Pos2> = (0..=4)
            .map(|k| {
                let angle = start + arc * k as f32 / 4.0;
                pos2(middle.x + radius * angle.cos(), middle.y + radius * angle.sin())
            })
            .collect();
        painter.add(Shape::line(points, stroke));
    }
}
