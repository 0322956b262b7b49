//! The inks of the design as egui's colours and visuals.

use crate::scene::Ink;
use crate::scene::theme::{self, Theme};
use egui::style::{ScrollStyle, WidgetVisuals};
use egui::{Color32, Context, CornerRadius, Margin, Shadow, Stroke, TextStyle, Visuals, vec2};

/// The colour of an ink.
pub fn color(theme: Theme, ink: Ink) -> Color32 {
    let [r, g, b] = theme::color(theme, ink);
    Color32::from_rgb(r, g, b)
}

/// Sets every visual of egui from the inks, for the few widgets that are egui's own: fields, menus, scroll bars, tooltips.
pub fn apply(ctx: &Context, theme: Theme) {
    let ink = |i| color(theme, i);
    let dark = theme.is_dark();
    let mut visuals = if dark { Visuals::dark() } else { Visuals::light() };
    let widget = |fill: Ink, text: Ink| WidgetVisuals {
        bg_fill: ink(fill),
        weak_bg_fill: ink(fill),
        bg_stroke: Stroke::NONE,
        corner_radius: CornerRadius::ZERO,
        fg_stroke: Stroke::new(1.0, ink(text)),
        expansion: 0.0,
    };
    visuals.widgets.noninteractive = WidgetVisuals { bg_stroke: Stroke::new(1.0, ink(Ink::Hair)), ..widget(Ink::Panel, Ink::Ink2) };
    visuals.widgets.inactive = widget(Ink::Rule, Ink::Ink);
    visuals.widgets.inactive.weak_bg_fill = Color32::TRANSPARENT;
    visuals.widgets.hovered = widget(Ink::Tint, Ink::Ink);
    visuals.widgets.hovered.bg_fill = ink(Ink::Ink3);
    visuals.widgets.active = widget(Ink::AccentSoft, Ink::Ink);
    visuals.widgets.active.bg_fill = ink(Ink::Ink2);
    visuals.widgets.open = widget(Ink::Tint, Ink::Ink);
    visuals.selection.bg_fill = ink(Ink::AccentSpan);
    visuals.selection.stroke = Stroke::new(1.0, ink(Ink::Ink));
    visuals.text_cursor.stroke = Stroke::new(1.5, ink(Ink::Ink));
    visuals.text_cursor.blink = false;
    visuals.hyperlink_color = ink(Ink::Accent);
    visuals.faint_bg_color = ink(Ink::Panel);
    visuals.extreme_bg_color = ink(Ink::Paper);
    visuals.text_edit_bg_color = Some(ink(Ink::Paper));
    visuals.code_bg_color = ink(Ink::Panel);
    visuals.warn_fg_color = ink(Ink::Warning);
    visuals.error_fg_color = ink(Ink::Error);
    visuals.weak_text_color = Some(ink(Ink::Ink3));
    visuals.panel_fill = ink(Ink::Paper);
    visuals.window_fill = ink(Ink::Paper);
    visuals.window_stroke = Stroke::new(1.0, ink(Ink::Rule));
    visuals.window_corner_radius = CornerRadius::ZERO;
    visuals.menu_corner_radius = CornerRadius::ZERO;
    visuals.window_shadow = Shadow::NONE;
    visuals.popup_shadow = Shadow::NONE;
    visuals.interact_cursor = None;
    ctx.all_styles_mut(|style| {
        style.visuals = visuals.clone();
        style.animation_time = 0.0;
        style.interaction.tooltip_delay = 0.4;
        style.interaction.selectable_labels = false;
        style.spacing.item_spacing = vec2(0.0, 0.0);
        style.spacing.button_padding = vec2(8.0, 4.0);
        style.spacing.menu_margin = Margin::same(4);
        style.spacing.scroll = ScrollStyle {
            bar_width: 6.0,
            floating_width: 4.0,
            floating_allocated_width: 0.0,
            bar_outer_margin: 2.0,
            bar_inner_margin: 0.0,
            dormant_handle_opacity: 0.9,
            active_handle_opacity: 1.0,
            interact_handle_opacity: 1.0,
            dormant_background_opacity: 0.0,
            active_background_opacity: 0.0,
            interact_background_opacity: 0.0,
            foreground_color: false,
            handle_min_length: 24.0,
            ..ScrollStyle::floating()
        };
        style.spacing.scroll.fade.strength = 0.0;
        for (text_style, font) in &mut style.text_styles {
            font.size = match text_style {
                TextStyle::Small => 11.0,
                TextStyle::Heading => 16.0,
                _ => 13.0,
            };
        }
    });
}
