//! The whole window: its regions, and which of them are folded at which width.

use super::stage::{Memory, Stage};
use super::{
    brief, copying, detail, empty, keys, list, overview, publication, rail, reader, sheets, status_line, strips, style, timeline, toolbar,
    top_bar, veil,
};
use crate::scene::Ink;
use crate::session::state::{ARTICLE_FOLDS_BELOW, DETAIL_FOLDS_BELOW};
use crate::session::{Command, Fold, ListPlace, State};
use egui::{CursorIcon, Id, Rect, Role, Sense, Ui, UiBuilder, pos2, vec2};

const TOP_BAR: f32 = 44.0;
const TOOLBAR: f32 = 40.0;
const STATUS_LINE: f32 = 24.0;
const OVERVIEW: f32 = 68.0;
const OVERVIEW_NARROW: f32 = 44.0;
const ARTICLE_RAIL: f32 = 44.0;
const DETAIL_RAIL: f32 = 32.0;
/// The timeline is never narrower than this, whatever the panels ask for.
const NARROWEST_CENTRE: f32 = 360.0;

/// Paints the window and gathers what the reader asked for.
pub fn window(ui: &mut Ui, state: &State, memory: &mut Memory, commands: &mut Vec<Command>) {
    let theme = state.theme();
    if memory.styled != Some(theme) {
        style::apply(ui.ctx(), theme);
        memory.styled = Some(theme);
        ui.ctx().options_mut(|o| o.zoom_with_keyboard = false);
    }
    if (ui.ctx().zoom_factor() - state.settings.text_size).abs() > 0.001 {
        ui.ctx().set_zoom_factor(state.settings.text_size);
    }
    copying::WithSource::follow(ui.ctx(), state.tab().map(|t| &t.article));
    let whole = ui.max_rect();
    let mut stage = Stage { state, theme, memory, commands, over: None, over_days: None };
    stage.fill(ui.painter(), whole, Ink::Paper);
    keys::handle(ui, &mut stage);
    veil::take(ui, &mut stage);
    if state.brief && state.tab().is_some() {
        brief::show(ui, &mut stage, whole);
    } else {
        regions(ui, &mut stage, whole);
        sheets::show(ui, &mut stage, whole);
    }
    veil::show(ui, &stage, whole);
    if stage.memory.days != stage.over_days {
        stage.memory.days = stage.over_days;
        ui.ctx().request_repaint();
    }
    if let Some(tab) = state.tab()
        && tab.view.hovered != stage.over
    {
        let over = stage.over.take();
        stage.push(Command::Hover(over));
    }
}

fn regions(ui: &mut Ui, stage: &mut Stage, whole: Rect) {
    let top = Rect::from_min_max(whole.min, pos2(whole.right(), whole.top() + TOP_BAR));
    let foot = Rect::from_min_max(pos2(whole.left(), whole.bottom() - STATUS_LINE), whole.max);
    region(ui, top, "Top bar", Role::Toolbar, |ui| top_bar::show(ui, stage, top));
    let below = strips::show(ui, stage, Rect::from_min_max(pos2(whole.left(), top.bottom()), pos2(whole.right(), foot.top())));
    region(ui, foot, "Status line", Role::Status, |ui| status_line::show(ui, stage, foot));
    let middle = Rect::from_min_max(pos2(whole.left(), below), pos2(whole.right(), foot.top()));
    if stage.state.tab().is_none() {
        region(ui, middle, "Start", Role::Main, |ui| empty::show(ui, stage, middle));
        return;
    }
    article_window(ui, stage, whole, middle);
}

fn article_window(ui: &mut Ui, stage: &mut Stage, whole: Rect, middle: Rect) {
    let settings = &stage.state.settings;
    let shown = |fold: Fold, below: f32| match fold {
        Fold::Auto => whole.width() >= below,
        Fold::Open => true,
        Fold::Folded => false,
    };
    let article_open = shown(settings.article, ARTICLE_FOLDS_BELOW);
    let detail_open = shown(settings.detail, DETAIL_FOLDS_BELOW);
    // The menu that a key asks for opens in the detail: where that is folded, it unfolds first.
    match stage.state.tab().and_then(|t| t.selected()) {
        None => stage.memory.open_choice = None,
        Some(_) if stage.memory.open_choice.is_some() && !detail_open => stage.push(Command::ToggleDetail),
        Some(_) => {}
    }
    let detail_floats = detail_open && whole.width() < DETAIL_FOLDS_BELOW;
    let detail_room = if detail_open && !detail_floats { settings.detail_width } else { DETAIL_RAIL };
    let most = (middle.width() - detail_room - NARROWEST_CENTRE).max(ARTICLE_RAIL);
    let article_room = if article_open { settings.article_width.min(most) } else { ARTICLE_RAIL };
    let left = Rect::from_min_max(middle.min, pos2(middle.left() + article_room, middle.bottom()));
    let right = Rect::from_min_max(pos2(middle.right() - detail_room, middle.top()), middle.max);
    let centre = Rect::from_min_max(pos2(left.right(), middle.top()), pos2(right.left(), middle.bottom()));

    region(ui, left, "Article", Role::Region, |ui| {
        stage.fill(ui.painter(), left, Ink::Panel);
        if article_open {
            reader::show(ui, stage, left);
        } else {
            rail::article(ui, stage, left);
        }
        stage.vline(ui.painter(), left.right() - 1.0, left.top(), left.bottom(), Ink::Rule);
    });
    region(ui, centre, "Timeline", Role::Main, |ui| centre_column(ui, stage, centre));
    let over = if detail_floats {
        let width = settings.detail_width.min(middle.width() - 2.0 * DETAIL_RAIL);
        Rect::from_min_max(pos2(middle.right() - width, middle.top()), middle.max)
    } else {
        right
    };
    region(ui, over, "Detail", Role::Complementary, |ui| {
        // What lies under a floating panel must not be reached through it.
        ui.interact(over, ui.scope_id().with("ground"), Sense::click_and_drag());
        stage.fill(ui.painter(), over, Ink::Panel);
        if detail_open {
            detail::show(ui, stage, over);
        } else {
            rail::detail(ui, stage, over);
        }
        stage.vline(ui.painter(), over.left(), over.top(), over.bottom(), Ink::Rule);
    });
    if article_open && let Some(x) = edge(ui, left.right(), middle, "Width of the article") {
        stage.push(Command::ResizeArticle((x - middle.left()).min(most)));
    }
    if detail_open && let Some(x) = edge(ui, over.left(), middle, "Width of the detail") {
        stage.push(Command::ResizeDetail(middle.right() - x));
    }
    publication::editor(ui, stage);
}

fn centre_column(ui: &mut Ui, stage: &mut Stage, centre: Rect) {
    let narrow = centre.width() < 720.0;
    let tools = Rect::from_min_size(centre.min, vec2(centre.width(), TOOLBAR));
    let strip_height = if narrow { OVERVIEW_NARROW } else { OVERVIEW };
    let strip = Rect::from_min_max(pos2(centre.left(), centre.bottom() - strip_height), centre.max);
    let axis = Rect::from_min_max(pos2(centre.left(), tools.bottom()), pos2(centre.right(), strip.top()));
    region(ui, tools, "Tools", Role::Toolbar, |ui| toolbar::show(ui, stage, tools, narrow));
    let place = stage.state.tab().map_or(ListPlace::Hidden, |t| t.view.list);
    if place == ListPlace::Instead {
        region(ui, axis, "List of events", Role::Table, |ui| list::show(ui, stage, axis));
        region(ui, strip, "Overview", Role::Region, |ui| overview::show(ui, stage, strip));
        return;
    }
    // A little over a third of the height is the list's.
    let split = if place == ListPlace::Beside { (axis.bottom() - axis.height() * 0.38).round() } else { axis.bottom() };
    let (axis, below) = (Rect::from_min_max(axis.min, pos2(axis.right(), split)), Rect::from_min_max(pos2(axis.left(), split), axis.max));
    region(ui, axis, "Events", Role::List, |ui| timeline::show(ui, stage, axis));
    if place == ListPlace::Beside {
        region(ui, below, "List of events", Role::Table, |ui| {
            list::show(ui, stage, below);
            stage.hline(ui.painter(), below.left(), below.right(), below.top(), Ink::Rule);
        });
    }
    region(ui, strip, "Overview", Role::Region, |ui| overview::show(ui, stage, strip));
}

/// A part of the window with its own name, clipped to its place.
pub fn region<R>(ui: &mut Ui, rect: Rect, name: &'static str, role: Role, add: impl FnOnce(&mut Ui) -> R) -> R {
    let builder = UiBuilder::new().id_salt(name).max_rect(rect).accessibility_label(name).accessibility_role(role);
    let mut child = ui.new_child(builder);
    child.set_clip_rect(rect.intersect(ui.clip_rect()));
    add(&mut child)
}

/// The edge between two panels, to be dragged; gives the new place while it is.
fn edge(ui: &Ui, x: f32, middle: Rect, name: &str) -> Option<f32> {
    let rect = Rect::from_min_max(pos2(x - 3.0, middle.top()), pos2(x + 3.0, middle.bottom()));
    let response = ui.interact(rect, Id::unique(("edge", name)), Sense::drag());
    response.widget_info(|| egui::WidgetInfo::labeled(Role::Splitter, true, name));
    if response.hovered() || response.dragged() {
        ui.set_cursor_icon(CursorIcon::ResizeHorizontal);
    }
    if response.dragged() { response.interact_pointer_pos().map(|p| p.x) } else { None }
}
