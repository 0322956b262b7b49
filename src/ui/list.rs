//! The list of events, under the timeline or in its place: sortable by each column, laid out only where it is seen.

use super::icons::{self, Icon, icon};
use super::stage::Stage;
use super::{fonts, text, widgets};
use crate::chronology::{Event, dates};
use crate::scene::{Align, Font, Ink};
use crate::session::filter::Filter;
use crate::session::listing::sorted;
use crate::session::{Column, Command, Sort, Tab, TabId, words};
use egui::{CursorIcon, Painter, Rect, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};
use std::rc::Rc;

const HEAD: f32 = 30.0;
const ROW: f32 = 28.0;
const INSET: f32 = 16.0;
const NUMBER: f32 = 36.0;

/// The order found last, and for what.
#[derive(Default)]
pub struct Order {
    of: Option<(TabId, u64, Sort, Vec<crate::chronology::Status>, Filter)>,
    places: Rc<[usize]>,
    /// The selection that was last brought into view.
    shown: Option<String>,
    /// How far it was scrolled in the last frame.
    offset: f32,
}

/// The shares of the width that columns take, the least first to be left out where it is narrow.
fn columns(width: f32) -> Vec<(Column, f32)> {
    let all = [
        (Column::Title, 0.35),
        (Column::When, 0.27),
        (Column::Place, 0.12),
        (Column::Status, 0.12),
        (Column::Kind, 0.09),
        (Column::Source, 0.05),
    ];
    let count = match width {
        ..420.0 => 2,
        420.0..560.0 => 3,
        560.0..700.0 => 4,
        _ => 6,
    };
    let whole: f32 = all.iter().take(count).map(|(_, share)| share).sum();
    all.into_iter().take(count).map(|(column, share)| (column, share / whole)).collect()
}

pub fn show(ui: &mut Ui, stage: &mut Stage, room: Rect) {
    let Some(tab) = stage.state.tab() else { return };
    stage.fill(ui.painter(), room, Ink::Paper);
    let columns = columns(room.width());
    let left = room.left() + INSET + NUMBER;
    let width = room.right() - INSET - left;
    head(ui, stage, tab, Rect::from_min_size(room.min, vec2(room.width(), HEAD)), left, width, &columns);
    let places = order(stage, tab);
    let body = Rect::from_min_max(pos2(room.left(), room.top() + HEAD), room.max);
    if places.is_empty() {
        widgets::label(ui, stage, left, body.top() + 20.0, "No event is shown", fonts::LABEL, Ink::Ink3);
        return;
    }
    let mut inner = ui.new_child(UiBuilder::new().id_salt(("list", tab.id)).max_rect(body));
    inner.set_clip_rect(body.intersect(ui.clip_rect()));
    let mut area = ScrollArea::vertical().auto_shrink(false);
    if stage.memory.order.shown != tab.view.selected {
        stage.memory.order.shown.clone_from(&tab.view.selected);
        let at = tab.view.selected.as_deref().and_then(|id| tab.index.place(id)).and_then(|at| places.iter().position(|p| *p == at));
        let offset = stage.memory.order.offset;
        if let Some(top) = at.map(|at| at as f32 * ROW).filter(|top| *top < offset || top + ROW > offset + body.height()) {
            area = area.vertical_scroll_offset((top - body.height() / 2.0 + ROW / 2.0).max(0.0));
        }
    }
    let shown = area.id_salt("events").show_rows(&mut inner, ROW, places.len(), |ui, rows| {
        for place in places.get(rows).unwrap_or(&[]) {
            if let Some(event) = tab.chronology.events.get(*place) {
                row(ui, stage, tab, event, room, (left, width, &columns));
            }
        }
    });
    stage.memory.order.offset = shown.state.clamped_offset().y;
}

/// The events in the order chosen, found again only when something changes it.
fn order(stage: &mut Stage, tab: &Tab) -> Rc<[usize]> {
    let key = (tab.id, tab.version, tab.view.sort, tab.view.statuses.clone(), tab.view.filter.clone());
    let known = &mut stage.memory.order;
    if known.of.as_ref() != Some(&key) {
        known.places = sorted(tab, tab.view.sort).into();
        known.of = Some(key);
    }
    known.places.clone()
}

fn head(ui: &Ui, stage: &mut Stage, tab: &Tab, bar: Rect, left: f32, width: f32, columns: &[(Column, f32)]) {
    stage.hline(ui.painter(), bar.left(), bar.right(), bar.bottom() - 1.0, Ink::Rule);
    let sort = tab.view.sort;
    let mut x = left;
    for (column, share) in columns {
        let own = width * share;
        let on = sort.by == *column;
        let rect = Rect::from_min_max(pos2(x - 8.0, bar.top() + 2.0), pos2(x + own - 10.0, bar.bottom() - 2.0));
        let name = match (on, sort.descending) {
            (true, false) => format!("{}, sorted upwards", column.name()),
            (true, true) => format!("{}, sorted downwards", column.name()),
            (false, _) => format!("Sort by {}", column.name().to_lowercase()),
        };
        let response = widgets::pressable(ui, stage, rect, ui.scope_id().with(("head", column.name())), &name);
        let font = if on { fonts::CAPTION_STRONG } else { fonts::CAPTION };
        let y = bar.center().y;
        let wide = stage.text(ui.painter(), pos2(x, text::baseline(y, font)), column.name(), font, if on { Ink::Ink } else { Ink::Ink3 });
        if on {
            let which = if sort.descending { Icon::Down } else { Icon::Up };
            icon(ui.painter(), pos2(x + wide + 10.0, y), which, stage.color(Ink::Ink2));
        }
        if response.clicked() {
            stage.push(Command::SortBy(*column));
        }
        x += own;
    }
}

/// One event; `grid` is the left end of the columns, their width together in points, and each with its share.
fn row(ui: &mut Ui, stage: &mut Stage, tab: &Tab, event: &Event, room: Rect, grid: (f32, f32, &[(Column, f32)])) {
    let (left, width, columns) = grid;
    let (row, response) = ui.allocate_exact_size(vec2(room.width(), ROW), Sense::click());
    let selected = tab.view.selected.as_deref() == Some(event.id.as_str());
    let when = event.when.as_ref().map_or_else(|| "Not placed in time".to_owned(), dates::when);
    let standing = words::standing(event);
    response.widget_info(|| {
        let name = format!("{}. {} {when}, {standing}", event.number, event.title);
        WidgetInfo::selected(Role::Row, true, selected, name)
    });
    let painter = ui.painter().clone();
    let dimmed = stage.state.searching() && !stage.state.hits.ids.contains(&event.id) && !selected;
    if selected {
        stage.fill(&painter, row, Ink::AccentSoft);
        stage.fill(&painter, Rect::from_min_size(row.min, vec2(2.0, row.height())), Ink::Accent);
    } else if response.hovered() || tab.view.hovered.as_deref() == Some(event.id.as_str()) {
        stage.fill(&painter, row, Ink::Tint);
    }
    if response.hovered() {
        stage.over = Some(event.id.clone());
        ui.set_cursor_icon(CursorIcon::PointingHand);
    }
    stage.hline(&painter, row.left() + INSET, row.right() - INSET, row.bottom() - 1.0, Ink::Hair);
    if response.has_focus() {
        widgets::focus_ring(stage, &painter, row.shrink(4.0));
    }
    let y = row.center().y;
    let number = event.number.to_string();
    stage.text(&painter, pos2(room.left() + INSET, text::baseline(y, fonts::CAPTION)), &number, fonts::CAPTION, Ink::Ink3);
    let mut x = left;
    for (column, share) in columns {
        let own = width * share - 14.0;
        let ink = |ink: Ink| if dimmed { Ink::Ink3 } else { ink };
        match column {
            Column::Title => {
                cell(&painter, stage, (x, y, own), &event.title, fonts::BUTTON, if selected { Ink::Accent } else { ink(Ink::Ink) })
            }
            Column::When => cell(&painter, stage, (x, y, own), &when, fonts::VALUE, ink(Ink::Ink2)),
            Column::Place => {
                cell(&painter, stage, (x, y, own), event.places.first().map_or("", String::as_str), fonts::LABEL, ink(Ink::Ink2))
            }
            Column::Status => {
                icons::status(&painter, stage.theme, pos2(x + 5.0, y), event.status, dimmed);
                cell(&painter, stage, (x + 16.0, y, own - 16.0), &standing, fonts::LABEL, ink(Ink::Ink2));
            }
            Column::Kind => cell(&painter, stage, (x, y, own), words::kind(event.kind), fonts::LABEL, ink(Ink::Ink2)),
            Column::Source => {
                let paragraph = event.evidence.first().and_then(|e| e.paragraph).map(|n| format!("¶{n}")).unwrap_or_default();
                cell(&painter, stage, (x, y, own + 14.0), &paragraph, fonts::CAPTION, Ink::Ink3);
            }
        }
        x += width * share;
    }
    if response.double_clicked() {
        stage.push(Command::ZoomTo(event.id.clone()));
    } else if response.clicked() {
        stage.push(Command::Select(Some(event.id.clone())));
    }
}

fn cell(painter: &Painter, stage: &Stage, (x, y, width): (f32, f32, f32), words: &str, font: Font, ink: Ink) {
    let galley = text::elided(painter, words, font, width);
    text::paint_galley(painter, pos2(x, text::baseline(y, font)), Align::Left, galley, font, stage.color(ink));
}
