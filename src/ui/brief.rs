//! Brief view: the window shows only the figure, as rendered for files, so that what is seen is what is written.

use super::stage::Stage;
use super::{fonts, text};
use crate::article::Article;
use crate::chronology::Chronology;
use crate::export;
use crate::export::png::{self, Image};
use crate::layout::figure::{Figure, FigureOptions, figure, table::table};
use crate::scene::{Align, Ink};
use crate::session::{TabId, figures};
use crate::text::FigureMeasure;
use egui::{Color32, ColorImage, Context, Rect, Role, Sense, TextureHandle, TextureOptions, Ui, Vec2, WidgetInfo, pos2};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};

/// Pictures are not drawn wider than this, whatever the screen.
const WIDEST: u32 = 3840;

/// What a picture shows: drawn again when any of it changes.
#[derive(Debug, Clone, PartialEq)]
pub struct Key {
    pub tab: TabId,
    pub generation: u64,
    pub options: FigureOptions,
    /// Counted from 0; the last page stands for all beyond it.
    pub page: usize,
    /// Pixels that the picture may take.
    pub room: (u32, u32),
}

/// One picture of a figure, drawn off the window's thread.
#[derive(Default)]
pub struct Pictures {
    shown: Option<(Key, Result<Picture, String>)>,
    coming: Option<(Key, Receiver<Result<Drawn, String>>)>,
    /// Draw at once instead, for tests that must not wait.
    pub at_once: bool,
}

/// How much a figure shows.
#[derive(Debug, Clone, Default)]
pub struct Extent {
    pub pages: usize,
    pub shown: usize,
    pub total: usize,
    pub unplaced: usize,
    /// Which letters its fonts lack, in a sentence: on its pages, and with the table of events too.
    pub lacking: [Option<String>; 2],
}

#[derive(Clone)]
struct Picture {
    texture: TextureHandle,
    pixels: Vec2,
    said: String,
    extent: Extent,
}

struct Drawn {
    image: Image,
    said: String,
    extent: Extent,
}

/// The figure of a view and how it is to be named.
enum Found {
    Coming,
    Failed(String),
    Ready(Picture),
}

impl Pictures {
    fn get(&mut self, ctx: &Context, key: &Key, article: &Arc<Article>, chronology: &Arc<Chronology>) -> Found {
        if let Some((coming, answer)) = &self.coming
            && let Ok(result) = answer.try_recv()
        {
            let result = result.map(|drawn| picture(ctx, drawn));
            self.shown = Some((coming.clone(), result));
            self.coming = None;
        }
        match &self.shown {
            Some((shown, result)) if shown == key => {
                return match result {
                    Ok(picture) => Found::Ready(picture.clone()),
                    Err(text) => Found::Failed(text.clone()),
                };
            }
            _ => {}
        }
        if self.coming.as_ref().is_none_or(|(coming, _)| coming != key) {
            let (tell, answer) = channel();
            let (for_article, for_chronology, wanted, repaint) = (article.clone(), chronology.clone(), key.clone(), ctx.clone());
            let work = move || {
                // Whoever asked may be gone by now.
                let _ = tell.send(draw(&for_article, &for_chronology, &wanted));
                repaint.request_repaint();
            };
            self.coming = Some((key.clone(), answer));
            if self.at_once {
                work();
                return self.get(ctx, key, article, chronology);
            }
            std::thread::spawn(work);
        }
        // What was drawn for another size stays until the new picture has come.
        match &self.shown {
            Some((shown, Ok(picture))) if (shown.tab, shown.generation) == (key.tab, key.generation) && shown.options == key.options => {
                Found::Ready(picture.clone())
            }
            _ => Found::Coming,
        }
    }
}

fn picture(ctx: &Context, drawn: Drawn) -> Picture {
    let size = [drawn.image.width as usize, drawn.image.height as usize];
    let image = ColorImage::from_rgba_unmultiplied(size, &drawn.image.rgba);
    let pixels = Vec2::new(drawn.image.width as f32, drawn.image.height as f32);
    Picture { texture: ctx.load_texture("figure", image, TextureOptions::LINEAR), pixels, said: drawn.said, extent: drawn.extent }
}

fn draw(article: &Article, chronology: &Chronology, key: &Key) -> Result<Drawn, String> {
    let measure = FigureMeasure::new();
    let figure = figure(article, chronology, &key.options, &measure);
    let Some(page) = figure.pages.get(key.page).or(figure.pages.last()) else {
        return Err("There are no events to draw".to_owned());
    };
    let scale = (key.room.0.min(WIDEST) as f32 / page.width).min(key.room.1 as f32 / page.height);
    let image = png::render(page, figure.theme, scale * export::UNITS_PER_POINT).map_err(|e| e.to_string())?;
    let said = figures::said(article, &figure);
    let table = table(article, chronology, &key.options, &figure.ids, &measure);
    let lacking = [&[][..], &table].map(|table| export::missing_glyphs(&figure.pages, table, &measure));
    let Figure { shown, total, unplaced, .. } = figure;
    Ok(Drawn { image, said, extent: Extent { pages: figure.pages.len(), shown, total, unplaced, lacking } })
}

pub fn show(ui: &Ui, stage: &mut Stage, whole: Rect) {
    stage.fill(ui.painter(), whole, Ink::Paper);
    preview(ui, stage, whole, figures::brief_options(stage.state), 0);
}

/// What a preview showed: where, and of how many pages.
pub struct Previewed {
    pub rect: Rect,
    pub extent: Extent,
}

/// Shows a page of the figure of the open article as large as a rectangle allows.
pub fn preview(ui: &Ui, stage: &mut Stage, room: Rect, options: FigureOptions, page: usize) -> Previewed {
    let nothing = Previewed { rect: room, extent: Extent::default() };
    let Some(tab) = stage.state.tab() else { return nothing };
    let scale = ui.pixels_per_point();
    let pixels = ((room.width() * scale).floor().max(1.0) as u32, (room.height() * scale).floor().max(1.0) as u32);
    let key = Key { tab: tab.id, generation: tab.version, options, page, room: pixels };
    match stage.memory.pictures.get(ui.ctx(), &key, &tab.article, &tab.chronology) {
        Found::Ready(picture) => {
            let fits = (room.width() * scale / picture.pixels.x).min(room.height() * scale / picture.pixels.y).min(1.0);
            let size = picture.pixels * fits / scale;
            let corner = room.center() - size / 2.0;
            let corner = pos2((corner.x * scale).round() / scale, (corner.y * scale).round() / scale);
            let rect = Rect::from_min_size(corner, size);
            ui.painter().image(picture.texture.id(), rect, Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0)), Color32::WHITE);
            let response = ui.interact(rect, ui.scope_id().with("figure"), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &picture.said));
            Previewed { rect, extent: picture.extent }
        }
        Found::Coming => {
            text::paint(ui.painter(), room.center(), Align::Center, "Drawing the figure…", fonts::LABEL, stage.color(Ink::Ink3));
            nothing
        }
        Found::Failed(why) => {
            text::paint(ui.painter(), room.center(), Align::Center, &why, fonts::LABEL, stage.color(Ink::Error));
            nothing
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::fixture;

    #[test]
    fn a_preview_tells_which_letters_its_figure_lacks() {
        let options = FigureOptions { title: Some("習近平 meets Prado".to_owned()), ..FigureOptions::default() };
        let key = Key { tab: 1, generation: 0, options, page: 0, room: (480, 270) };
        let drawn = draw(&fixture::article(), &fixture::chronology(None), &key).unwrap();
        for told in drawn.extent.lacking {
            assert!(told.unwrap().contains("fonts lack 平 習 近: boxes stand there"));
        }
    }
}
