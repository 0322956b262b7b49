//! Paints a `Scene` with egui, shape by shape, without knowing what it shows.

use super::style::color;
use super::text;
use crate::scene::theme::Theme;
use crate::scene::{Ink, Scene, Shape, Stroke};
use egui::epaint::{PathShape, PathStroke};
use egui::{Color32, Painter, Pos2, Rect, Vec2};

/// Paints a scene with its top left corner at `origin`. `shift` moves the groups of events, for marks that glide.
pub fn paint(painter: &Painter, scene: &Scene, origin: Pos2, theme: Theme, shift: &dyn Fn(&str) -> Vec2) {
    let brush = Brush { painter, theme, shift };
    for shape in &scene.shapes {
        brush.shape(shape, origin.to_vec2());
    }
}

struct Brush<'a> {
    painter: &'a Painter,
    theme: Theme,
    shift: &'a dyn Fn(&str) -> Vec2,
}

impl Brush<'_> {
    fn ink(&self, ink: Ink) -> Color32 {
        color(self.theme, ink)
    }

    fn shape(&self, shape: &Shape, by: Vec2) {
        match shape {
            Shape::Rect { rect, fill, stroke, opacity } => self.rect(rect.translate(by), *fill, *stroke, *opacity),
            Shape::Line { from, to, stroke } => self.line(&[*from + by, *to + by], *stroke),
            Shape::Polyline { points, closed, fill, stroke } => {
                let mut points: Vec<Pos2> = points.iter().map(|p| *p + by).collect();
                if let Some(fill) = fill {
                    let stroke = PathStroke::NONE;
                    self.painter.add(PathShape { points: points.clone(), closed: true, fill: self.ink(*fill), stroke });
                }
                if let Some(stroke) = stroke {
                    if stroke.dash.is_none() {
                        let stroke = PathStroke::new(stroke.width, self.ink(stroke.ink));
                        self.painter.add(PathShape { points, closed: *closed, fill: Color32::TRANSPARENT, stroke });
                    } else {
                        if *closed && let Some(first) = points.first() {
                            points.push(*first);
                        }
                        self.line(&points, *stroke);
                    }
                }
            }
            Shape::Disc { center, radius, fill, stroke } => {
                let center = *center + by;
                if let Some(fill) = fill {
                    self.painter.circle_filled(center, *radius, self.ink(*fill));
                }
                match stroke {
                    Some(stroke) if stroke.dash.is_some() => {
                        let points: Vec<Pos2> = (0..=48)
                            .map(|n| {
                                let angle = n as f32 / 48.0 * std::f32::consts::TAU;
                                center + Vec2::angled(angle) * *radius
                            })
                            .collect();
                        self.line(&points, *stroke);
                    }
                    Some(stroke) => {
                        self.painter.circle_stroke(center, *radius, egui::Stroke::new(stroke.width, self.ink(stroke.ink)));
                    }
                    None => {}
                }
            }
            Shape::Text(placed) => {
                text::paint(self.painter, placed.at + by, placed.align, &placed.text, placed.font, self.ink(placed.ink));
            }
            Shape::Group(group) => {
                let by = by + group.event.as_deref().map_or(Vec2::ZERO, |id| (self.shift)(id));
                for shape in &group.shapes {
                    self.shape(shape, by);
                }
            }
        }
    }

    fn rect(&self, rect: Rect, fill: Option<Ink>, stroke: Option<Stroke>, opacity: f32) {
        if let Some(fill) = fill {
            let color = self.ink(fill);
            self.painter.rect_filled(rect, 0.0, if opacity < 1.0 { color.gamma_multiply(opacity) } else { color });
        }
        if let Some(stroke) = stroke {
            let corners = [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom(), rect.left_top()];
            if stroke.dash.is_some() {
                self.line(&corners, stroke);
            } else {
                let stroke = egui::Stroke::new(stroke.width, self.ink(stroke.ink));
                self.painter.rect_stroke(rect, 0.0, stroke, egui::StrokeKind::Middle);
            }
        }
    }

    fn line(&self, points: &[Pos2], stroke: Stroke) {
        let [first, .., last] = points else { return };
        if let Some(dash) = stroke.dash
            && dash.on > 0.05
            && dash.off > 0.05
        {
            let stroke = egui::Stroke::new(stroke.width, self.ink(stroke.ink));
            self.painter.extend(egui::Shape::dashed_line(points, stroke, dash.on, dash.off));
        } else if points.len() == 2 && ((first.x - last.x).abs() < f32::EPSILON || (first.y - last.y).abs() < f32::EPSILON) {
            // Upright and level lines as rectangles: exact to the pixel and never feathered.
            let half = stroke.width / 2.0;
            let rect = if (first.x - last.x).abs() < f32::EPSILON {
                Rect::from_two_pos(*first, *last).expand2(Vec2::new(half, 0.0))
            } else {
                Rect::from_two_pos(*first, *last).expand2(Vec2::new(0.0, half))
            };
            self.painter.rect_filled(rect, 0.0, self.ink(stroke.ink));
        } else {
            let stroke = PathStroke::new(stroke.width, self.ink(stroke.ink));
            self.painter.add(PathShape { points: points.to_vec(), closed: false, fill: Color32::TRANSPARENT, stroke });
        }
    }
}
