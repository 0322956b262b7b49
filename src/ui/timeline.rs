//! The timeline: the scene of the layout, each mark a named control, and what pointer and wheel do with it.

use super::measure::EguiMeasure;
use super::paint_scene;
use super::stage::Stage;
use super::{laid_out, no_events, tray, widgets};
use crate::layout::explorer::{self, Explorer, PlacedCluster};
use crate::scene::Ink;
use crate::session::{Command, Tab, TabId, words};
use egui::{CursorIcon, Id, Key, Modifiers, Popup, Pos2, Rect, Role, Sense, Ui, Vec2, WidgetInfo, pos2};
use std::collections::HashMap;

/// How long pans, zooms and gliding marks take.
const MOTION: f64 = 0.12;

/// Motion under way.
#[derive(Default)]
pub struct Motion {
    of: Option<(TabId, bool, crate::layout::explorer::Scale)>,
    reading: (TabId, u64),
    /// The range asked for last, and from which one it is being reached since when.
    target: (f64, f64),
    from: (f64, f64),
    since: Option<f64>,
    /// Nothing moves by itself.
    pub still: bool,
    /// The next change of the range follows the hand and is not to lag behind it.
    pub direct: bool,
    /// How far the marks stood from their places before the dates were read again.
    moved: HashMap<String, Vec2>,
    glide: Option<f64>,
}

impl Motion {
    /// The range to show now.
    fn range(
        &mut self,
        key: (TabId, bool, crate::layout::explorer::Scale),
        wanted: (f64, f64),
        fits: bool,
        now: f64,
    ) -> ((f64, f64), bool) {
        if self.of != Some(key) || (self.direct && wanted != self.target) {
            self.of = Some(key);
            self.target = wanted;
            self.since = None;
        } else if wanted != self.target && self.still {
            self.target = wanted;
            self.since = None;
        } else if wanted != self.target {
            let shown = self.at(now).0;
            // A width that changed moves the range of "everything" a little; that is no motion of the reader's.
            let little = fits && (wanted.0 - self.target.0).abs() + (wanted.1 - self.target.1).abs() < 0.05 * (wanted.1 - wanted.0);
            self.from = shown;
            self.since = (!little).then_some(now);
            self.target = wanted;
        }
        self.direct = false;
        self.at(now)
    }

    fn at(&mut self, now: f64) -> ((f64, f64), bool) {
        let Some(since) = self.since else { return (self.target, false) };
        let share = (now - since) / MOTION;
        if share >= 1.0 {
            self.since = None;
            return (self.target, false);
        }
        let eased = eased(share);
        let mix = |a: f64, b: f64| a + (b - a) * eased;
        ((mix(self.from.0, self.target.0), mix(self.from.1, self.target.1)), true)
    }
}

fn eased(share: f64) -> f64 {
    1.0 - (1.0 - share.clamp(0.0, 1.0)).powi(3)
}

/// The id of an event's mark, for the keyboard focus.
pub fn mark_id(tab: TabId, event: &str) -> Id {
    Id::unique(("mark", tab, event))
}

pub fn show(ui: &mut Ui, stage: &mut Stage, room: Rect) {
    let Some(tab) = stage.state.tab() else { return };
    let now = ui.input(|i| i.time);
    let wanted = match tab.view.range {
        Some(range) => range,
        None => tab.timeline.fit(room.width(), tab.view.lanes, tab.view.scale, &EguiMeasure::new(ui.ctx(), &mut stage.memory.widths)),
    };
    stage.memory.motion.still = stage.state.still();
    let key = (tab.id, tab.frame() == crate::chronology::Frame::Calendar, tab.view.scale);
    let (range, moving) = stage.memory.motion.range(key, wanted, tab.view.range.is_none(), now);
    let focused = ui.memory(|m| m.focused());
    let focused = focused.and_then(|id| on_mark(stage, tab, id));
    if stage.memory.follow_focus_from.is_some() && stage.memory.follow_focus_from != tab.view.selected {
        stage.memory.follow_focus_from = None;
        stage.memory.focus_event.clone_from(&tab.view.selected);
    }
    let drawn = laid_out::lay_out(ui, stage, tab, range, room.size(), focused);
    let gliding = glide(stage, tab, &drawn, now);
    if moving || gliding {
        ui.ctx().request_repaint();
    }

    ground(ui, stage, tab, room, &drawn);
    paint(ui, stage, room, &drawn, now);
    told_days(ui, stage, room, &drawn);
    marks(ui, stage, tab, room, &drawn);
    clusters(ui, stage, tab, room, &drawn);
    publication_row(ui, stage, room, &drawn);
    no_events::show(ui, stage, tab, Rect::from_min_max(pos2(room.left(), room.top() + explorer::AXIS - 1.0), room.max));
    scroll_hint(stage, tab, &drawn);
    stage.memory.explorer = Some(drawn);
}

/// Where the publication date comes from.
pub fn published_words(tab: &Tab) -> Option<String> {
    if tab.published.is_some() {
        return Some("set by you".to_owned());
    }
    tab.article.published.map(|_| words::published_basis(tab.article.published_basis).to_owned())
}

fn paint(ui: &Ui, stage: &Stage, room: Rect, drawn: &Explorer, now: f64) {
    let painter = ui.painter_at(room);
    let motion = &stage.memory.motion;
    let left = motion.glide.map_or(0.0, |since| 1.0 - eased((now - since) / MOTION)) as f32;
    let shift = |id: &str| if left > 0.0 { motion.moved.get(id).map_or(Vec2::ZERO, |by| *by * left) } else { Vec2::ZERO };
    paint_scene::paint(&painter, &drawn.scene, room.min, stage.theme, &shift);
}

/// Marks glide from where they stood in the last frame when the dates were read again.
fn glide(stage: &mut Stage, tab: &Tab, drawn: &Explorer, now: f64) -> bool {
    let motion = &mut stage.memory.motion;
    let reading = (tab.id, tab.version);
    if motion.reading != reading {
        motion.moved.clear();
        motion.glide = None;
        if let Some(last) = stage.memory.explorer.as_ref().filter(|_| motion.reading.0 == tab.id && !motion.still) {
            let stood: HashMap<&str, Pos2> = last.events.iter().map(|e| (e.id.as_str(), e.block.min)).collect();
            let moved = drawn.events.iter().filter_map(|e| Some((e.id.clone(), *stood.get(e.id.as_str())? - e.block.min)));
            motion.moved = moved.collect();
            motion.glide = Some(now);
        }
        motion.reading = reading;
    }
    if motion.glide.is_some_and(|since| now - since >= MOTION) {
        motion.glide = None;
        motion.moved.clear();
    }
    motion.glide.is_some()
}

/// The days of the words under the pointer in the article, as a line on the axis.
fn told_days(ui: &Ui, stage: &Stage, room: Rect, drawn: &Explorer) {
    let Some((first, last)) = stage.memory.days else { return };
    let x = |day: f64| room.left() + drawn.axis.to_x(day).clamp(drawn.axis.left, drawn.axis.right);
    let (left, right) = (x(f64::from(first)), x(f64::from(last) + 1.0));
    let y = room.top() + explorer::AXIS - 3.0;
    stage.fill(ui.painter(), Rect::from_min_max(pos2(left, y), pos2(right.max(left + 3.0), y + 3.0)), Ink::Ink2);
}

/// The ground under the marks: drag and shift+wheel pan, ctrl+wheel and pinch zoom, the wheel scrolls the lanes.
fn ground(ui: &Ui, stage: &mut Stage, tab: &Tab, room: Rect, drawn: &Explorer) {
    let response = ui.interact(room, ui.scope_id().with("ground"), Sense::CLICK | Sense::DRAG);
    if response.dragged() {
        ui.set_cursor_icon(CursorIcon::Grabbing);
        let delta = response.drag_delta();
        if delta.x != 0.0 {
            set_range(stage, drawn.axis.panned(delta.x));
        }
        if delta.y != 0.0 {
            scroll(stage, tab, drawn, -delta.y);
        }
    }
    if response.clicked() {
        stage.push(Command::Select(None));
    }
    if !response.contains_pointer() {
        return;
    }
    let (zoom, wheel, pointer) = ui.input(|i| (i.zoom_delta(), i.smooth_scroll_delta(), i.pointer.hover_pos()));
    if zoom != 1.0
        && let Some(pointer) = pointer
    {
        set_range(stage, drawn.axis.zoomed(pointer.x - room.left(), f64::from(zoom)));
    } else {
        if wheel.x != 0.0 {
            set_range(stage, drawn.axis.panned(wheel.x));
        }
        if wheel.y != 0.0 {
            scroll(stage, tab, drawn, -wheel.y);
        }
    }
}

fn set_range(stage: &mut Stage, range: (f64, f64)) {
    stage.memory.motion.direct = true;
    stage.push(Command::SetRange(range.0, range.1));
}

fn scroll(stage: &mut Stage, tab: &Tab, drawn: &Explorer, by: f32) {
    let most = (drawn.content_height - drawn.lanes.height()).max(0.0);
    let wanted = (tab.view.scroll + by).clamp(0.0, most);
    if wanted != tab.view.scroll {
        stage.push(Command::Scroll(wanted));
    }
}

/// Zooms about the middle of the lanes, or about the selection where it is seen; for the keys.
pub fn zoom_by(stage: &mut Stage, factor: f64) {
    let Some(tab) = stage.state.tab() else { return };
    let Some(drawn) = &stage.memory.explorer else { return };
    let selected = tab.view.selected.as_deref().and_then(|id| drawn.events.iter().find(|e| e.id == id));
    let about = selected.map(|e| e.mark.center().x).filter(|x| (drawn.axis.left..=drawn.axis.right).contains(x));
    let x = about.unwrap_or(f32::midpoint(drawn.axis.left, drawn.axis.right));
    let (from, to) = drawn.axis.zoomed(x, factor);
    stage.push(Command::SetRange(from, to));
}

fn marks(ui: &Ui, stage: &mut Stage, tab: &Tab, room: Rect, drawn: &Explorer) {
    let popups = Popup::is_any_open(ui.ctx());
    for placed in &drawn.events {
        let rect = placed.block.translate(room.min.to_vec2()).intersect(room);
        if !rect.is_positive() {
            continue;
        }
        let selected = tab.view.selected.as_deref() == Some(placed.id.as_str());
        // Drags begun on a mark still pan: only presses are sensed. What stands in the tray is dragged onto the axis.
        let sense = tray::sense(tab, &placed.id);
        let response = ui.interact(rect, mark_id(tab.id, &placed.id), sense);
        tray::drag(ui, stage, tab, room, drawn, placed, &response);
        response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, selected, &placed.name));
        if response.hovered() {
            stage.over = Some(placed.id.clone());
            ui.set_cursor_icon(CursorIcon::PointingHand);
        }
        if stage.memory.focus_event.as_deref() == Some(placed.id.as_str()) {
            stage.memory.focus_event = None;
            response.request_focus();
        }
        if response.double_clicked() {
            stage.push(Command::ZoomTo(placed.id.clone()));
        } else if response.clicked() {
            stage.push(Command::Select(Some(placed.id.clone())));
        }
        if popups || response.secondary_clicked() {
            context_menu(stage, tab, &placed.id, &response);
        }
        if response.hovered()
            && let Some(event) = tab.event(&placed.id)
        {
            super::hover_card::show(stage, tab, event, response);
        }
    }
}

fn context_menu(stage: &mut Stage, tab: &Tab, id: &str, response: &egui::Response) {
    Popup::context_menu(response).width(200.0).show(|ui| {
        ui.set_width(200.0);
        let evidence = tab.event(id).and_then(|e| e.evidence.first()).map(|e| e.span);
        super::menu::item(ui, stage, "Zoom to event", "", true, None, Command::ZoomTo(id.to_owned()));
        if let Some(span) = evidence {
            super::menu::item(ui, stage, "Show in article", "", true, None, Command::ShowInArticle(span));
        }
        super::menu::item(ui, stage, "Copy event as text", "", true, None, Command::CopyEventAsText(id.to_owned()));
    });
}

/// Each "+N" opens by zooming in on its events; where that would show no more of them, and for those that are not on the axis, by a
/// list. The other button always gives the list.
fn clusters(ui: &Ui, stage: &mut Stage, tab: &Tab, room: Rect, drawn: &Explorer) {
    for cluster in &drawn.clusters {
        let rect = cluster.block.translate(room.min.to_vec2()).intersect(room);
        if !rect.is_positive() {
            continue;
        }
        let id = Id::unique(("cluster", tab.id, cluster.ids.first()));
        let closer = closer(tab, drawn, cluster);
        let name = format!("{}. {}", cluster.name, if closer.is_some() { "Zoom in" } else { "List" });
        let response = widgets::pressable(ui, stage, rect, id, &name);
        if let Some((from, to)) = closer {
            if response.clicked() {
                stage.push(Command::SetRange(from, to));
            }
            Popup::context_menu(&response).width(320.0).accessible_name(&cluster.name).show(|ui| list(ui, stage, tab, cluster));
        } else {
            Popup::menu(&response).width(320.0).accessible_name(&cluster.name).show(|ui| list(ui, stage, tab, cluster));
        }
    }
}

fn list(ui: &mut Ui, stage: &mut Stage, tab: &Tab, cluster: &PlacedCluster) {
    ui.set_width(320.0);
    egui::ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
        for id in &cluster.ids {
            if let Some(event) = tab.event(id) {
                let number = event.number.to_string();
                super::menu::item(ui, stage, &event.title, &number, true, None, Command::Select(Some(id.clone())));
            }
        }
    });
}

/// The range in which a cluster's days fill a quarter of the view, at least twice as close as now where they are few; none where that
/// shows hardly more of them.
fn closer(tab: &Tab, drawn: &Explorer, cluster: &PlacedCluster) -> Option<(f64, f64)> {
    let (first, last) = cluster.days?;
    let axis = &drawn.axis;
    let (from, to) = (axis.unit(f64::from(first)), axis.unit(f64::from(last) + 1.0));
    let now = axis.units().1 - axis.units().0;
    let width = ((to - from) * 4.0).min(now / 2.0).max((to - from) * 1.5);
    let middle = f64::midpoint(from, to);
    // The timeline knows how close is too close.
    let range = tab.timeline.clamp(axis.days((middle - width / 2.0, middle + width / 2.0)), tab.view.scale);
    (axis.unit(range.1) - axis.unit(range.0) < 0.8 * now).then_some(range)
}

fn publication_row(ui: &Ui, stage: &mut Stage, room: Rect, drawn: &Explorer) {
    let Some((rect, name)) = &drawn.publication_action else { return };
    let rect = rect.translate(room.min.to_vec2());
    let response = ui.interact(rect.expand(4.0), ui.scope_id().with("publication"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    if response.hovered() {
        ui.set_cursor_icon(CursorIcon::PointingHand);
        stage.hline(ui.painter(), rect.left(), rect.right(), rect.bottom() - 1.0, Ink::Accent);
    }
    if response.has_focus() {
        widgets::focus_ring(stage, ui.painter(), rect);
    }
    if response.clicked() {
        super::publication::open(ui, stage);
    }
    stage.memory.publication_at = Some(pos2(rect.left(), rect.bottom()));
}

/// Keeps the lanes from standing scrolled past their end, and brings a selection made elsewhere into view.
fn scroll_hint(stage: &mut Stage, tab: &Tab, drawn: &Explorer) {
    let most = (drawn.content_height - drawn.lanes.height()).max(0.0);
    if tab.view.scroll > most {
        stage.push(Command::Scroll(most));
        return;
    }
    if !tab.view.reveal_event {
        return;
    }
    if let Some((top, bottom)) = drawn.selected_row {
        let seen = drawn.lanes.height();
        if top < tab.view.scroll {
            scroll(stage, tab, drawn, top - tab.view.scroll - 8.0);
        } else if bottom > tab.view.scroll + seen {
            scroll(stage, tab, drawn, bottom - tab.view.scroll - seen + 8.0);
        }
    }
    stage.push(Command::EventRevealed);
}

/// The event whose mark has an id.
fn on_mark(stage: &Stage, tab: &Tab, id: Id) -> Option<String> {
    stage.memory.explorer.as_ref()?.events.iter().find(|e| mark_id(tab.id, &e.id) == id).map(|e| e.id.clone())
}

/// Whether a mark has the keyboard; arrows then go from event to event and not from control to control.
pub fn holds_focus(ui: &Ui, stage: &Stage) -> bool {
    let Some(tab) = stage.state.tab() else { return false };
    let Some(focused) = ui.memory(|m| m.focused()) else { return false };
    let holds = on_mark(stage, tab, focused).is_some();
    if holds {
        let filter = egui::EventFilter { horizontal_arrows: true, vertical_arrows: true, ..Default::default() };
        ui.memory_mut(|m| m.set_focus_lock_filter(focused, filter));
    }
    holds
}

/// The keys that the timeline takes itself.
pub fn keys(ui: &Ui, stage: &mut Stage) {
    let pressed = |key: Key| ui.input_mut(|i| i.consume_key(Modifiers::NONE, key));
    for (key, down) in [(Key::ArrowUp, false), (Key::ArrowDown, true)] {
        if pressed(key) {
            to_lane(stage, down);
        }
    }
}

/// Selects the event nearest in time in the lane above or below.
pub fn to_lane(stage: &mut Stage, down: bool) {
    let Some(tab) = stage.state.tab() else { return };
    let view = explorer::View { lanes: tab.view.lanes, statuses: &tab.view.statuses, ..Default::default() };
    let to = tab.view.selected.as_deref().and_then(|from| explorer::lane_step(&tab.timeline, &view, from, down));
    if let Some(id) = to {
        stage.push(Command::Select(Some(id.to_owned())));
    }
}
