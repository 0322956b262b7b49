//! The export: what the figure shows and how, and a preview of exactly what will be written.

use super::super::icons::Icon;
use super::super::stage::Stage;
use super::super::style::color;
use super::super::widgets::{self, Look};
use super::super::{brief, fonts, text};
use crate::chronology::dates::DateLanguage;
use crate::layout::explorer::Lanes;
use crate::layout::figure::{FigureOptions, Layout, Parts, Preset, Scope, size};
use crate::scene::theme::Theme;
use crate::scene::{Align, Ink};
use crate::session::Command;
use egui::{CornerRadius, Frame, Id, Margin, Pos2, Rect, Role, Sense, Stroke, StrokeKind, TextEdit, Ui, WidgetInfo, pos2, vec2};

/// Width of the options, and of the names before them.
const OPTIONS: f32 = 330.0;
const NAMES: f32 = 62.0;
const PITCH: f32 = 24.0;

/// What can be written, with the ending that asks for it.
const FORMATS: [(&str, &str); 10] = [
    ("PNG", ".png"),
    ("SVG", ".svg"),
    ("PDF", ".pdf"),
    ("PowerPoint", ".pptx"),
    ("JSON", ".json"),
    ("CSV", ".csv"),
    ("Calendar", ".ics"),
    ("Markdown", ".md"),
    ("Markwhen", ".mw"),
    ("TimelineJS", ".timelinejs.json"),
];

pub fn show(ui: &mut Ui, stage: &mut Stage, body: Rect) {
    let now = stage.state.figure.clone();
    let left = Rect::from_min_size(body.min, vec2(OPTIONS, body.height()));
    let with = |change: &dyn Fn(&mut FigureOptions)| {
        let mut options = now.clone();
        change(&mut options);
        Command::SetFigure(options)
    };
    let mut y = left.top() + 8.0;
    let preset = |preset: Preset| with(&|o| o.preset = preset);
    let custom = match now.preset {
        Preset::Custom { width, height } => Preset::Custom { width, height },
        _ => Preset::Custom { width: 1600.0, height: 900.0 },
    };
    let is_custom = matches!(now.preset, Preset::Custom { .. });
    let mut pages: Vec<Choice> =
        [("Slide 16:9", Preset::Slide), ("A4", Preset::A4), ("Half of A4", Preset::Half), ("Square", Preset::Square)]
            .into_iter()
            .map(|(words, p)| Choice::new(words, now.preset == p, preset(p)))
            .collect();
    pages.push(Choice::new("Own size", is_custom, preset(custom)));
    y = choices(ui, stage, left, y, "Page", pages);
    if let Preset::Custom { width, height } = now.preset {
        y = own_size(ui, stage, left, y, (width, height), &now);
    }
    let layouts = [
        ("By itself", Layout::Auto),
        ("Rows", Layout::Rows),
        ("Cascade", Layout::Cascade),
        ("List", Layout::List),
        ("Lanes", Layout::Lanes),
    ];
    let layouts = layouts.map(|(words, layout)| Choice::new(words, now.layout == layout, with(&|o| o.layout = layout)));
    y = choices(ui, stage, left, y, "Layout", layouts.into());
    if now.layout == Layout::Lanes {
        let lanes = [("Place", Lanes::Place), ("Person", Lanes::Participant), ("Kind", Lanes::Kind), ("Status", Lanes::Status)];
        let chosen =
            |lanes| now.lanes == lanes || (lanes == Lanes::Place && matches!(now.lanes, Lanes::Auto | Lanes::None | Lanes::Article));
        let lanes = lanes.map(|(words, lanes)| Choice::new(words, chosen(lanes), with(&|o| o.lanes = lanes)));
        y = choices(ui, stage, left, y, "Lanes by", lanes.into());
    }
    y = choices(ui, stage, left, y, "Events", scopes(stage, &now));
    let themes = [("Light", Theme::Light), ("Dark", Theme::Dark), ("Greyscale", Theme::Grey)];
    let themes = themes.map(|(words, theme)| Choice::new(words, now.theme == theme, with(&|o| o.theme = theme)));
    y = choices(ui, stage, left, y, "Colours", themes.into());
    y = choices(ui, stage, left, y, "Show", parts(&now)) + 2.0;
    for (name, hint, value, set) in [
        ("Title", "the headline", &now.title, (|o, t| o.title = t) as fn(&mut FigureOptions, Option<String>)),
        ("Subtitle", "the count and who tells it", &now.subtitle, |o, t| o.subtitle = t),
        ("Caption", "none", &now.caption, |o, t| o.caption = t),
        ("Source", "publisher, address and date", &now.source, |o, t| o.source = t),
    ] {
        if let Some(typed) = field(ui, stage, left, y, name, hint, value.as_deref().unwrap_or_default()) {
            let typed = (!typed.trim().is_empty()).then_some(typed);
            stage.push(with(&|o| set(o, typed.clone())));
        }
        y += 30.0;
    }
    let languages = DateLanguage::ALL.map(|l| Choice::new(l.code().to_uppercase(), now.language == l, with(&|o| o.language = l)));
    y = choices(ui, stage, left, y, "Dates", languages.into()) + 4.0;
    let (ending, pixels) = (stage.state.settings.export.ending.clone(), stage.state.settings.export.pixels);
    let formats = FORMATS.map(|(words, of)| Choice::new(words, ending == of, Command::SetFormat { ending: of.to_owned(), pixels }));
    y = choices(ui, stage, left, y, "Save as", formats.into());
    if ending == ".png" {
        let sizes =
            [1, 2, 3, 4].map(|n| Choice::new(format!("{n}×"), pixels == n, Command::SetFormat { ending: ending.clone(), pixels: n }));
        choices(ui, stage, left, y, "Pixels", sizes.into());
    }
    let room = Rect::from_min_max(pos2(left.right() + 24.0, body.top()), pos2(body.right(), body.bottom() - 44.0));
    stage.fill(ui.painter(), room, Ink::Bar);
    let wanted = stage.memory.page;
    let shown = brief::preview(ui, stage, room.shrink(12.0), now.clone(), wanted);
    ui.painter().rect_stroke(shown.rect, 0.0, Stroke::new(1.0, color(stage.theme, Ink::Rule)), StrokeKind::Outside);
    let foot = body.bottom() - 14.0;
    let end = buttons(ui, stage, body.right(), foot, &ending);
    pages_line(ui, stage, pos2(room.left(), foot), end, wanted, (&shown.extent, &now, &ending));
}

/// Save and Copy at the right; gives where they begin.
fn buttons(ui: &Ui, stage: &mut Stage, right: f32, y: f32, ending: &str) -> f32 {
    let look = Look { font: fonts::TAB_OPEN, ink: Ink::Accent, pad: 0.0, align: Align::Right };
    let format = FORMATS.iter().find(|(_, e)| *e == ending).map_or("PNG", |(name, _)| *name);
    let save = format!("Save {format}…");
    if widgets::words(ui, stage, right, y, &save, "Save the figure", look).clicked() {
        stage.push(Command::Export);
    }
    let next = right - text::width(ui.painter(), &save, fonts::TAB_OPEN) - 24.0;
    if widgets::words(ui, stage, next, y, "Copy", "Copy this figure", look).clicked() {
        stage.push(Command::CopyChosenFigure);
    }
    next - text::width(ui.painter(), "Copy", fonts::TAB_OPEN) - 16.0
}

/// What may be shown: the selected event and the visible range only where there is one.
fn scopes(stage: &Stage, now: &FigureOptions) -> Vec<Choice> {
    let with = |scope: Scope| Command::SetFigure(FigureOptions { scope, ..now.clone() });
    let mut list = vec![
        Choice::new("Main", now.scope == Scope::Main, with(Scope::Main)),
        Choice::new("All", now.scope == Scope::All, with(Scope::All)),
    ];
    let view = stage.state.tab().map(|tab| &tab.view);
    if let Some((from, to)) = view.and_then(|v| v.range) {
        list.push(Choice::new("Visible range", matches!(now.scope, Scope::Within(..)), with(Scope::Within(from, to))));
    }
    if let Some(id) = view.and_then(|v| v.selected.clone()) {
        list.push(Choice::new("Selected", matches!(now.scope, Scope::Only(_)), with(Scope::Only(vec![id]))));
    }
    list
}

/// Parts that may be left out.
fn parts(now: &FigureOptions) -> Vec<Choice> {
    let part = |words: &str, on: bool, change: fn(&mut Parts)| {
        let mut options = now.clone();
        change(&mut options.parts);
        Choice { words: words.to_owned(), on, command: Command::SetFigure(options), several: true }
    };
    vec![
        part("Subtitle", now.parts.subtitle, |p| p.subtitle = !p.subtitle),
        part("Legend", now.parts.legend, |p| p.legend = !p.legend),
        part("Source", now.parts.source, |p| p.source = !p.source),
        part("¶", now.parts.paragraphs, |p| p.paragraphs = !p.paragraphs),
        part("Quotes", now.parts.quotes, |p| p.quotes = !p.quotes),
    ]
}

/// "Page 1 of 3" with the signs that turn the pages, or what one page leaves out.
fn pages_line(ui: &Ui, stage: &mut Stage, at: Pos2, end: f32, page: usize, (extent, now, ending): (&brief::Extent, &FigureOptions, &str)) {
    let count = extent.pages;
    if count == 0 {
        return;
    }
    let data = !matches!(ending, ".png" | ".svg" | ".pdf" | ".pptx");
    let mut told = Vec::new();
    let page = page.min(count - 1);
    if count > 1 {
        told.push(format!("Page {} of {count}", page + 1));
    }
    if data {
        told.push("The file holds all events, whatever the figure shows".to_owned());
    } else if now.scope == Scope::Main && extent.shown + extent.unplaced < extent.total {
        told.push(format!("{} of {} events fit this page; All adds pages", extent.shown, extent.total));
    } else if count == 1 {
        told.push(format!("{} of {} events", extent.shown, extent.total));
    }
    if ending == ".pdf" {
        told.push("then the table of events".to_owned());
    }
    let room = end - at.x - if count > 1 { 60.0 } else { 0.0 };
    while told.len() > 1 && text::width(ui.painter(), &told.join(" · "), fonts::LABEL) > room {
        told.pop();
    }
    let width = widgets::label(ui, stage, at.x, at.y, &told.join(" · "), fonts::LABEL, Ink::Ink2);
    if count < 2 {
        return;
    }
    for (n, icon, name, to) in
        [(0.0, Icon::Left, "Previous page", page.checked_sub(1)), (1.0, Icon::Right, "Next page", Some(page + 1).filter(|p| *p < count))]
    {
        let rect = Rect::from_center_size(pos2(at.x + width + 22.0 + 24.0 * n, at.y), vec2(22.0, 22.0));
        match to {
            None => widgets::dead_sign(ui, stage, rect, icon, name),
            Some(to) => {
                if widgets::sign(ui, stage, rect, icon, name, Ink::Ink2).clicked() {
                    stage.memory.page = to;
                }
            }
        }
    }
}

/// Words that can be chosen, and what that does.
struct Choice {
    words: String,
    on: bool,
    command: Command,
    /// Whether others may be on with it.
    several: bool,
}

impl Choice {
    fn new(words: impl Into<String>, on: bool, command: Command) -> Self {
        Self { words: words.into(), on, command, several: false }
    }
}

/// A name and its choices beside it, in as many lines as they take. What is on stands on a line of ink.
fn choices(ui: &Ui, stage: &mut Stage, room: Rect, top: f32, name: &str, list: Vec<Choice>) -> f32 {
    let mut y = top;
    widgets::label(ui, stage, room.left(), y, name, fonts::CAPTION, Ink::Ink3);
    let left = room.left() + NAMES;
    let mut x = left;
    for choice in list {
        // Room for the heavier of its two weights, so that nothing moves when it is chosen.
        let width = text::width(ui.painter(), &choice.words, fonts::VALUE).max(text::width(ui.painter(), &choice.words, fonts::LABEL));
        if x > left && x + width > room.right() {
            x = left;
            y += PITCH;
        }
        let rect = Rect::from_min_max(pos2(x - 5.0, y - 11.0), pos2(x + width + 5.0, y + 11.0));
        let response = ui.interact(rect, ui.scope_id().with((name, &choice.words)), Sense::click());
        let role = if choice.several { Role::CheckBox } else { Role::RadioButton };
        response.widget_info(|| WidgetInfo::selected(role, true, choice.on, format!("{name}: {}", choice.words)));
        if response.hovered() {
            stage.fill(ui.painter(), rect, Ink::Tint);
        }
        if response.has_focus() {
            widgets::focus_ring(stage, ui.painter(), rect.shrink(2.0));
        }
        let (font, ink) = if choice.on { (fonts::VALUE, Ink::Ink) } else { (fonts::LABEL, Ink::Ink3) };
        stage.text(ui.painter(), pos2(x, text::baseline(y, font)), &choice.words, font, ink);
        if choice.on {
            stage.fill(ui.painter(), Rect::from_min_max(pos2(x, y + 8.0), pos2(x + width, y + 10.0)), Ink::Accent);
        }
        if response.clicked() {
            stage.push(choice.command);
        }
        x += width + 14.0;
    }
    y + PITCH
}

/// A field with its name before it; gives what was typed.
fn field(ui: &mut Ui, stage: &mut Stage, room: Rect, y: f32, name: &str, hint: &str, before: &str) -> Option<String> {
    widgets::label(ui, stage, room.left(), y, name, fonts::CAPTION, Ink::Ink3);
    let field = Rect::from_min_max(pos2(room.left() + NAMES - 6.0, y - 12.0), pos2(room.right(), y + 12.0));
    let id = Id::unique(("figure field", name));
    let (width, ink) = if ui.memory(|m| m.has_focus(id)) { (2.0, Ink::Accent) } else { (1.0, Ink::Rule) };
    ui.painter().rect_stroke(field, CornerRadius::same(4), Stroke::new(width, color(stage.theme, ink)), StrokeKind::Middle);
    let mut words = before.to_owned();
    let edit = TextEdit::singleline(&mut words)
        .id(id)
        .font(fonts::id(fonts::LABEL))
        .text_color(color(stage.theme, Ink::Ink))
        .hint_text(egui::RichText::new(hint).font(fonts::id(fonts::LABEL)).color(color(stage.theme, Ink::Ink3)))
        .frame(Frame::NONE)
        .margin(Margin::ZERO)
        .char_limit(300);
    let inner = Rect::from_center_size(field.center(), vec2(field.width() - 16.0, 16.0));
    ui.place(inner, edit.desired_width(inner.width())).accessible_name(format!("{name} of the figure"));
    (words != before).then_some(words)
}

/// The sides of a page of one's own, in pixels, millimetres or inches.
fn own_size(ui: &mut Ui, stage: &mut Stage, room: Rect, y: f32, (width, height): (f32, f32), now: &FigureOptions) -> f32 {
    let written = match &stage.memory.own_size {
        Some(typed) => typed.clone(),
        None => format!("{width} x {height} px"),
    };
    let narrow = Rect::from_min_max(room.min, pos2(room.left() + NAMES + 120.0, room.bottom()));
    if let Some(typed) = field(ui, stage, narrow, y, "Size", "160 x 90 mm", &written) {
        if let Ok(preset @ Preset::Custom { .. }) = size::preset(&typed) {
            stage.push(Command::SetFigure(FigureOptions { preset, ..now.clone() }));
        }
        stage.memory.own_size = Some(typed);
    }
    let wrong = stage.memory.own_size.as_ref().is_some_and(|typed| !matches!(size::preset(typed), Ok(Preset::Custom { .. })));
    let (note, ink) = if wrong { ("480 to 8000 px", Ink::Error) } else { ("px, mm or in", Ink::Ink3) };
    widgets::label(ui, stage, narrow.right() + 10.0, y, note, fonts::CAPTION, ink);
    y + 30.0
}
