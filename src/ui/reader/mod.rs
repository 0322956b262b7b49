//! The article, with the words of its events highlighted and their numbers in the margin.
//!
//! Only the paragraphs in view are laid out; the heights of the others are remembered or guessed.

mod found;
mod highlight;
mod marking;
mod mentions;
mod paragraph;

pub use highlight::{boxes, underlines};
pub use mentions::{Mention, hull};

use super::stage::Stage;
use super::{fonts, text};
use crate::article::{Notice, Paragraph, ParagraphRole, Severity, TextSpan};
use crate::scene::Ink;
use crate::session::words::count;
use crate::session::{Command, Tab, TabId};
use egui::style::ScrollAnimation;
use egui::{Align, Rect, ScrollArea, Ui, pos2, vec2};
use mentions::Mentions;

/// The place of the text in the panel: room for ¶ numbers at its left, for event numbers at its right.
pub const INSET: f32 = 20.0;
pub const TEXT_LEFT: f32 = 48.0;
const TEXT_RIGHT: f32 = 34.0;
const LINE: f32 = 20.0;

/// What is remembered of the article shown: heights of paragraphs by width, and where its events are told.
#[derive(Default)]
pub struct Heights {
    of: Option<(TabId, u64, u32, u32)>,
    known: Vec<Option<f32>>,
    mentions: Mentions,
    mentions_of: Option<(TabId, u64)>,
    /// Which page of the panel is shown while a search is on.
    pub page: Page,
    was_searching: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Page {
    Article,
    #[default]
    Found,
}

pub fn show(ui: &mut Ui, stage: &mut Stage, panel: Rect) {
    let mut body = panel;
    let searching = stage.state.searching();
    if searching && !stage.memory.reader.was_searching {
        stage.memory.reader.page = Page::Found;
    }
    stage.memory.reader.was_searching = searching;
    if searching {
        found::pages(ui, stage, Rect::from_min_size(panel.min, vec2(panel.width(), 40.0)));
        body.min.y += 40.0;
    }
    if stage.state.tab().is_some_and(|t| t.view.turn_to_article) {
        stage.memory.reader.page = Page::Article;
    }
    if searching && stage.memory.reader.page == Page::Found {
        found::list(ui, stage, body);
    } else {
        article(ui, stage, body);
    }
}

/// The room at the right of the text, wider where numbers of events have more than three digits.
fn text_right(tab: &Tab) -> f32 {
    const DIGIT: f32 = 8.0;
    let most = tab.chronology.events.len().max(1).ilog10() + 1;
    TEXT_RIGHT + DIGIT * most.saturating_sub(3) as f32
}

fn article(ui: &mut Ui, stage: &mut Stage, panel: Rect) {
    let Some(tab) = stage.state.tab() else { return };
    let width = panel.width() - TEXT_LEFT - text_right(tab);
    refresh(stage, tab, width, ui.pixels_per_point());
    let reveal = tab.view.reveal;
    let mut area = ui.new_child(egui::UiBuilder::new().id_salt(("article", tab.id)).max_rect(panel));
    area.set_clip_rect(panel.intersect(ui.clip_rect()));
    ScrollArea::vertical().id_salt(tab.id).auto_shrink(false).show_viewport(&mut area, |ui, viewport| {
        let origin = ui.max_rect().min;
        let left = panel.left();
        let mut y = head(ui, stage, tab, left, origin.y, panel.width());
        if let Some(span) = reveal {
            measure_to(ui, stage, tab, span, width);
        }
        let mut after_heading = false;
        for (index, paragraph) in tab.article.paragraphs.iter().enumerate() {
            if is_title(tab, index, paragraph) {
                continue;
            }
            y += if after_heading { 4.0 } else { 12.0 };
            after_heading = paragraph.role == ParagraphRole::Heading;
            let height = height(stage, tab, index, width);
            let seen = y + height >= origin.y + viewport.top() - 40.0 && y <= origin.y + viewport.bottom() + 40.0;
            let wanted = reveal.is_some_and(|span| paragraph.span.contains(span));
            if seen || wanted {
                let place = pos2(left + TEXT_LEFT, y);
                let shown = paragraph::show(ui, stage, tab, index, paragraph, place, panel);
                if let Some(known) = stage.memory.reader.known.get_mut(index) {
                    *known = Some(shown.height);
                }
                if wanted && let Some(span) = reveal {
                    bring(ui, &shown, paragraph, span, place, panel, origin.y + viewport.top());
                    stage.push(Command::Revealed);
                }
                y += shown.height;
            } else {
                y += height;
            }
        }
        let total = y + 24.0 - origin.y;
        ui.allocate_rect(Rect::from_min_size(pos2(left, origin.y), vec2(panel.width(), total)), egui::Sense::hover());
        if let Some(span) = reveal
            && !tab.article.paragraphs.iter().enumerate().any(|(i, p)| p.span.contains(span) && !is_title(tab, i, p))
        {
            ui.scroll_to_rect(Rect::from_min_size(origin, vec2(1.0, 1.0)), Some(Align::TOP));
            stage.push(Command::Revealed);
        }
    });
}

/// Where the events of an article are told, found once for each reading.
pub fn told<'a>(stage: &'a mut Stage, tab: &Tab) -> &'a Mentions {
    let reader = &mut stage.memory.reader;
    if reader.mentions_of != Some((tab.id, tab.version)) {
        reader.mentions_of = Some((tab.id, tab.version));
        reader.mentions = Mentions::new(&tab.article, &tab.chronology);
    }
    &reader.mentions
}

/// Forgets heights that belong to another article, width or scale.
fn refresh(stage: &mut Stage, tab: &Tab, width: f32, pixels_per_point: f32) {
    let key = (tab.id, tab.version, width.round() as u32, (pixels_per_point * 1000.0) as u32);
    told(stage, tab);
    let reader = &mut stage.memory.reader;
    if reader.of != Some(key) {
        reader.of = Some(key);
        reader.known = vec![None; tab.article.paragraphs.len()];
    }
}

/// The headline stands at the head of the panel, so its paragraph is not shown again.
fn is_title(tab: &Tab, index: usize, paragraph: &Paragraph) -> bool {
    index == 0 && paragraph.role == ParagraphRole::Headline && paragraph.span.of(&tab.article.text).trim() == tab.article.title.trim()
}

fn height(stage: &Stage, tab: &Tab, index: usize, width: f32) -> f32 {
    if let Some(Some(height)) = stage.memory.reader.known.get(index) {
        return *height;
    }
    // About 6.6 points a letter in the reader's type.
    let letters = tab.article.paragraphs.get(index).map_or(0, |p| p.span.end - p.span.start) as f32;
    ((letters * 6.6 / width.max(40.0)).ceil().max(1.0)) * LINE
}

/// Lays out all that stands before the words to be shown, so that their place is exact.
fn measure_to(ui: &Ui, stage: &mut Stage, tab: &Tab, span: TextSpan, width: f32) {
    for (index, paragraph) in tab.article.paragraphs.iter().enumerate() {
        if paragraph.span.start > span.start {
            break;
        }
        if stage.memory.reader.known.get(index).is_some_and(Option::is_none) {
            let galley = paragraph::galley(ui, stage, tab, paragraph, width);
            if let Some(known) = stage.memory.reader.known.get_mut(index) {
                *known = Some(galley.size().y);
            }
        }
    }
}

fn bring(ui: &Ui, shown: &paragraph::Shown, paragraph: &Paragraph, span: TextSpan, place: egui::Pos2, panel: Rect, top: f32) {
    let inside = TextSpan::new(span.start - paragraph.span.start, span.end - paragraph.span.start);
    let rows = boxes(&shown.galley, inside, 0.0);
    let mut rect = rows.first().copied().unwrap_or(Rect::from_min_size(pos2(0.0, 0.0), vec2(1.0, LINE)));
    if let Some(last) = rows.last() {
        rect = rect.union(*last);
    }
    let rect = rect.translate(place.to_vec2());
    // What is seen already stays where it is.
    if rect.top() < top + 8.0 || rect.bottom() > top + panel.height() - 8.0 {
        ui.scroll_to_rect_animation(rect.expand(40.0), Some(Align::Center), ScrollAnimation::duration(0.12));
    }
}

/// Headline and source line; gives where they end.
fn head(ui: &Ui, stage: &Stage, tab: &Tab, left: f32, top: f32, width: f32) -> f32 {
    let mut y = top + 20.0;
    let title = if tab.article.title.is_empty() { "Without a headline" } else { &tab.article.title };
    let galley = text::wrapped(ui.painter(), title, fonts::READER_TITLE, stage.color(Ink::Ink), LINE, width - 2.0 * INSET);
    let rect = Rect::from_min_size(pos2(left + INSET, y), galley.size());
    let response = ui.interact(rect, ui.scope_id().with("headline"), egui::Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Heading, true, title));
    ui.painter().galley(rect.min, galley, stage.color(Ink::Ink));
    y = rect.bottom() + 11.0;
    let numbered = tab.article.paragraphs.iter().filter(|p| p.number.is_some()).count();
    let events = tab.chronology.events.len();
    let mut parts: Vec<String> = Vec::new();
    if let Some(publisher) = &tab.article.publisher {
        parts.push(publisher.clone());
    }
    parts.push(tab.article.source.clone());
    parts.push(count(numbered, "paragraph", "paragraphs"));
    parts.push(count(events, "event", "events"));
    let line = parts.join(" · ");
    let galley = text::elided(ui.painter(), &line, fonts::CAPTION, width - 2.0 * INSET);
    let at = pos2(left + INSET, text::baseline(y, fonts::CAPTION));
    text::paint_galley(ui.painter(), at, crate::scene::Align::Left, galley, fonts::CAPTION, stage.color(Ink::Ink3));
    y += 9.0;
    faces(ui, stage, tab, left, y, width)
}

/// Says what is odd about the article: another language, no events, what was met while reading it.
fn faces(ui: &Ui, stage: &Stage, tab: &Tab, left: f32, top: f32, width: f32) -> f32 {
    let language = tab.chronology.language;
    let foreign = language != "en" && language != "und";
    let mut faces: Vec<String> = Vec::new();
    if foreign {
        let name = crate::session::words::language(language).unwrap_or("another language");
        faces.push(format!("This looks like {name}; Demarche reads English. Its dates are underlined."));
    } else if tab.chronology.events.is_empty() && !tab.reading() {
        faces.push(NO_EVENTS.to_owned());
    }
    let told = |n: &&Notice| n.severity == Severity::Warning && !(foreign && n.code == "not-english");
    faces.extend(tab.chronology.notices.iter().filter(told).map(|n| sentence(&n.text)));
    faces.iter().fold(top, |y, words| face(ui, stage, words, left, y, width))
}

const NO_EVENTS: &str = "No events found. Demarche looks for visits, talks, demands, deals and the like; this text may tell none, \
                         or tell them in ways that it does not know.";

fn sentence(words: &str) -> String {
    if words.ends_with(['.', '!', '?']) { words.to_owned() } else { format!("{words}.") }
}

fn face(ui: &Ui, stage: &Stage, words: &str, left: f32, top: f32, width: f32) -> f32 {
    let galley = text::wrapped(ui.painter(), words, fonts::LABEL, stage.color(Ink::Ink), 18.0, width - 2.0 * INSET - 24.0);
    let rect = Rect::from_min_size(pos2(left + INSET, top + 10.0), vec2(width - 2.0 * INSET, galley.size().y + 16.0));
    stage.fill(ui.painter(), rect, Ink::Tint);
    stage.fill(ui.painter(), Rect::from_min_size(rect.min, vec2(2.0, rect.height())), Ink::Warning);
    ui.painter().galley(rect.min + vec2(12.0, 8.0), galley, stage.color(Ink::Ink));
    let response = ui.interact(rect, ui.scope_id().with(("face", words)), egui::Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, words));
    rect.bottom()
}
