use super::*;
use crate::export::svg::svg;
use crate::export::svg::tests::small_scene;
use crate::scene::Shape;
use emath::{Rect, pos2};
use sha2::{Digest, Sha256};

fn decode(file: &[u8]) -> (png::OutputInfo, Vec<u8>, Option<png::PixelDimensions>) {
    let mut reader = png::Decoder::new(std::io::Cursor::new(file)).read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut pixels).unwrap();
    let dimensions = reader.info().pixel_dims;
    (info, pixels, dimensions)
}

#[test]
fn the_file_holds_the_pixels_and_their_resolution() {
    for (pixels_per_point, width, per_metre) in [(2.0, 400, 5669), (4.0, 800, 11339), (8.0, 1600, 22677)] {
        let (info, _, dimensions) = decode(&png(&small_scene(), Theme::Light, "Talks in Łódź", pixels_per_point).unwrap());
        assert_eq!((info.width, info.height), (width, width * 2 / 5));
        let dimensions = dimensions.unwrap();
        assert_eq!((dimensions.xppu, dimensions.yppu, dimensions.unit), (per_metre, per_metre, png::Unit::Meter));
    }
}

#[test]
fn the_same_scene_gives_the_same_bytes() {
    let hash = || Sha256::digest(png(&small_scene(), Theme::Dark, "Talks", 3.0).unwrap());
    assert_eq!(hash(), hash());
}

#[test]
fn the_picture_is_opaque_to_its_edges_at_odd_scales() {
    for scale in [1.3, 2.0, 2.77] {
        let image = render(&small_scene(), Theme::Dark, scale).unwrap();
        assert_eq!(image.rgba.len(), image.width as usize * image.height as usize * 4);
        assert!(image.rgba.chunks_exact(4).all(|p| p[3] == 255));
    }
}

#[test]
fn the_svg_drawn_by_itself_shows_the_pixels_of_the_png() {
    let options = usvg::Options { fontdb: FONTS.clone(), ..usvg::Options::default() };
    let tree = usvg::Tree::from_str(&svg(&small_scene(), Theme::Light, "A title"), &options).unwrap();
    let mut pixels = tiny_skia::Pixmap::new(400, 160).unwrap();
    let scale = 400.0 / tree.size().width();
    resvg::render(&tree, tiny_skia::Transform::from_scale(scale, scale), &mut pixels.as_mut());
    let (_, ours, _) = decode(&png(&small_scene(), Theme::Light, "", 2.0).unwrap());
    let theirs: Vec<u8> = pixels.data().chunks_exact(4).flat_map(|p| [p[0], p[1], p[2]]).collect();
    assert!(ours == theirs);
}

#[test]
fn text_is_drawn_where_and_as_wide_as_it_was_measured() {
    let image = render(&small_scene(), Theme::Light, 2.0).unwrap();
    let Shape::Group(group) = &small_scene().shapes[0] else { unreachable!() };
    let Some(Shape::Text(text)) = group.shapes.last() else { unreachable!() };
    let dark = |x: u32, y: u32| image.rgba[((y * image.width + x) * 4) as usize] < 100;
    let columns: Vec<u32> = (0..image.width).filter(|x| (30..62).any(|y| dark(*x, y))).collect();
    let (first, last) = (columns[0] as f32, columns[columns.len() - 1] as f32);
    assert!((first - text.at.x).abs() < 3.0, "starts at {first}");
    assert!((last - text.at.x - text.width).abs() < 4.0, "ends at {last}, measured to {}", text.at.x + text.width);
}

#[test]
fn no_size_is_too_strange_to_be_refused_with_a_sentence() {
    let of = |width, height| Scene { width, height, shapes: Vec::new() };
    for (width, height) in [(0.0, 10.0), (f32::NAN, 10.0), (-5.0, 10.0)] {
        assert!(matches!(render(&of(width, height), Theme::Light, 2.0), Err(PngError::Empty)));
    }
    assert!(matches!(render(&of(1e6, 1e6), Theme::Light, 2.0), Err(PngError::TooLarge { .. })));
    assert!(matches!(render(&of(f32::INFINITY, 10.0), Theme::Light, 2.0), Err(PngError::TooLarge { .. })));
    assert!(render(&of(1.0, 1.0), Theme::Light, f32::NAN).is_err());
}

#[test]
fn shapes_with_broken_numbers_do_not_stop_the_figure() {
    let broken = Shape::Rect {
        rect: Rect::from_min_max(pos2(f32::NAN, 5.0), pos2(f32::INFINITY, 1.0)),
        fill: Some(crate::scene::Ink::Ink),
        stroke: None,
        opacity: f32::NAN,
    };
    let scene = Scene { shapes: [vec![broken], small_scene().shapes].concat(), ..small_scene() };
    assert!(render(&scene, Theme::Light, 2.0).is_ok());
}
