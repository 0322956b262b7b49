//! A scene as pixels and as a PNG file, drawn from its SVG by resvg with the bundled fonts alone.
//!
//! Both files of one scene thus look the same, and no font of the machine has a say. Lines with letters that Inter lacks, or from right to
//! left, come as shapes from our own shaping: the renderer's own order and choice of fonts is good for less.

#[cfg(test)]
mod tests;

use super::{UNITS_PER_POINT, svg::svg_to_render};
use crate::scene::theme::{Theme, color};
use crate::scene::{Ink, Scene};
use crate::text::{FigureMeasure, fonts};
use resvg::{tiny_skia, usvg};
use std::sync::{Arc, LazyLock};

/// More pixels than this are refused: a picture of 400 MB.
const MOST_PIXELS: f32 = 100e6;

#[derive(Debug, thiserror::Error)]
pub enum PngError {
    #[error("a picture of {width} × {height} pixels is too large: take fewer pixels per point or a smaller page")]
    TooLarge { width: u64, height: u64 },
    #[error("a figure without an area cannot be drawn: give the page a width and a height")]
    Empty,
    #[error("the figure cannot be drawn ({0}): write it as SVG and report this")]
    Render(String),
}

/// A picture without transparency, rows from top to bottom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    pub width: u32,
    pub height: u32,
    /// Red, green, blue and 255 for each pixel.
    pub rgba: Vec<u8>,
    pub pixels_per_metre: u32,
}

static FONTS: LazyLock<Arc<usvg::fontdb::Database>> = LazyLock::new(|| {
    let mut database = usvg::fontdb::Database::new();
    for weight in fonts::WEIGHTS {
        database.load_font_source(usvg::fontdb::Source::Binary(Arc::new(fonts::bytes(fonts::Family::Inter, weight))));
    }
    Arc::new(database)
});

/// Draws a figure's scene. `pixels_per_point` is 2 for one pixel a unit (a slide is then 1920 × 1080), 8 for four times that.
pub fn render(scene: &Scene, theme: Theme, pixels_per_point: f32) -> Result<Image, PngError> {
    let scale = pixels_per_point / UNITS_PER_POINT;
    let (width, height) = ((scene.width * scale).round(), (scene.height * scale).round());
    if !(width >= 1.0 && height >= 1.0) {
        return Err(PngError::Empty);
    }
    if width * height > MOST_PIXELS {
        return Err(PngError::TooLarge { width: width as u64, height: height as u64 });
    }
    let options = usvg::Options { fontdb: FONTS.clone(), font_family: fonts::FAMILY.to_owned(), ..usvg::Options::default() };
    let tree =
        usvg::Tree::from_str(&svg_to_render(scene, theme, &FigureMeasure::new()), &options).map_err(|e| PngError::Render(e.to_string()))?;
    let mut pixels = tiny_skia::Pixmap::new(width as u32, height as u32).ok_or(PngError::Empty)?;
    let [r, g, b] = color(theme, Ink::Paper);
    // So that no rounding at the edges leaves a pixel that shines through.
    pixels.fill(tiny_skia::Color::from_rgba8(r, g, b, 255));
    // The tree's size is that of the document in CSS pixels; what it holds is stretched to the picture's whole pixels.
    let fit = tiny_skia::Transform::from_scale(width / tree.size().width(), height / tree.size().height());
    resvg::render(&tree, fit, &mut pixels.as_mut());
    Ok(Image {
        width: width as u32,
        height: height as u32,
        rgba: pixels.take(),
        pixels_per_metre: (pixels_per_point * POINTS_PER_METRE).round() as u32,
    })
}

/// 72 points to 25.4 mm.
const POINTS_PER_METRE: f32 = 72.0 / 0.0254;

/// Draws a figure's scene as a PNG file, which records its resolution and its title.
pub fn png(scene: &Scene, theme: Theme, title: &str, pixels_per_point: f32) -> Result<Vec<u8>, PngError> {
    encode(&render(scene, theme, pixels_per_point)?, title)
}

/// A picture as a PNG file in sRGB.
pub fn encode(image: &Image, title: &str) -> Result<Vec<u8>, PngError> {
    let wrong = |error: png::EncodingError| PngError::Render(error.to_string());
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, image.width, image.height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_source_srgb(png::SrgbRenderingIntent::Perceptual);
    encoder.set_pixel_dims(Some(png::PixelDimensions {
        xppu: image.pixels_per_metre,
        yppu: image.pixels_per_metre,
        unit: png::Unit::Meter,
    }));
    if !title.is_empty() {
        encoder.add_itxt_chunk("Title".to_owned(), title.replace('\0', "")).map_err(wrong)?;
    }
    let mut writer = encoder.write_header().map_err(wrong)?;
    let rgb: Vec<u8> = image.rgba.chunks_exact(4).flat_map(|p| [p[0], p[1], p[2]]).collect();
    writer.write_image_data(&rgb).map_err(wrong)?;
    writer.finish().map_err(wrong)?;
    Ok(file)
}
