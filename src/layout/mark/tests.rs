use super::*;

fn mark(form: Form, status: Status, x: (f32, f32)) -> Mark {
    let tone = Tone { ink: Ink::Ink, span: Ink::Span, ground: Some(Ink::Paper) };
    Mark { form, status, x: extent(form, x, 1.0), core: None, approximate: [false; 2], open: [false; 2], y: 100.0, k: 1.0, tone }
}

fn drawn(mark: &Mark) -> Vec<Shape> {
    let mut shapes = Vec::new();
    mark.draw(&mut shapes);
    shapes
}

fn rects(shapes: &[Shape], of: Ink) -> Vec<(f32, f32, f32, f32, f32)> {
    shapes
        .iter()
        .filter_map(|s| match s {
            Shape::Rect { rect, fill, opacity, .. } if *fill == Some(of) => {
                Some((rect.left(), rect.top(), rect.right(), rect.bottom(), *opacity))
            }
            _ => None,
        })
        .collect()
}

#[test]
fn a_known_day_is_a_disc_of_ten_on_the_middle_of_the_day() {
    let shapes = drawn(&mark(Form::Day, Status::Happened, (200.0, 206.0)));
    assert_eq!(shapes, [Shape::Disc { center: pos2(203.0, 100.0), radius: 5.0, fill: Some(Ink::Ink), stroke: None }]);
}

#[test]
fn bounds_have_ticks_whose_outer_edges_stand_on_the_bounds() {
    let shapes = drawn(&mark(Form::Bounds, Status::Happened, (453.0, 722.0)));
    assert_eq!(rects(&shapes, Ink::Span), [(453.0, 96.0, 722.0, 104.0, 1.0)]);
    assert_eq!(rects(&shapes, Ink::Ink), [(453.0, 93.0, 455.0, 107.0, 1.0), (720.0, 93.0, 722.0, 107.0, 1.0)]);
}

#[test]
fn a_certain_core_is_an_ink_bar() {
    let shapes = drawn(&Mark { core: Some((476.0, 496.0)), ..mark(Form::Bounds, Status::Happened, (453.0, 722.0)) });
    assert!(rects(&shapes, Ink::Ink).contains(&(476.0, 96.0, 496.0, 104.0, 1.0)));
}

#[test]
fn approximate_ends_have_no_tick_and_fade_in_three_steps_of_four() {
    let shapes = drawn(&Mark { approximate: [true, false], ..mark(Form::Bounds, Status::Happened, (400.0, 500.0)) });
    assert_eq!(
        rects(&shapes, Ink::Span),
        [
            (412.0, 96.0, 500.0, 104.0, 1.0),
            (408.0, 96.0, 412.0, 104.0, 0.75),
            (404.0, 96.0, 408.0, 104.0, 0.5),
            (400.0, 96.0, 404.0, 104.0, 0.25)
        ]
    );
    assert_eq!(rects(&shapes, Ink::Ink), [(498.0, 93.0, 500.0, 107.0, 1.0)]);
}

#[test]
fn order_only_is_a_dashed_line_between_open_arrowheads() {
    let shapes = drawn(&mark(Form::Order, Status::Happened, (453.0, 804.0)));
    let Shape::Line { from, to, stroke } = &shapes[0] else { panic!("a line") };
    assert_eq!((from.x, to.x, stroke.width), (457.0, 800.0, 1.25));
    assert_eq!(stroke.dash.map(|d| d.on), Some(6.0));
    let heads: Vec<_> =
        shapes.iter().filter_map(|s| if let Shape::Polyline { points, .. } = s { Some(points.clone()) } else { None }).collect();
    assert_eq!(heads[0], [pos2(458.0, 94.0), pos2(453.75, 100.0), pos2(458.0, 106.0)]);
    assert_eq!(heads[1], [pos2(799.0, 94.0), pos2(803.25, 100.0), pos2(799.0, 106.0)]);
}

#[test]
fn order_under_24_is_a_lozenge_as_wide_as_its_bounds() {
    let shapes = drawn(&mark(Form::Order, Status::Happened, (809.0, 823.0)));
    let Shape::Polyline { points, closed, fill, stroke } = &shapes[0] else { panic!("a lozenge") };
    assert_eq!(points[..], [pos2(809.0, 100.0), pos2(816.0, 94.0), pos2(823.0, 100.0), pos2(816.0, 106.0)]);
    assert_eq!((*closed, *fill, stroke.map(|s| s.width)), (true, Some(Ink::Span), Some(1.5)));
    assert!(!mark(Form::Order, Status::Happened, (800.0, 824.0)).is_lozenge());
}

#[test]
fn expected_bounds_are_hollow_and_dashed_between_solid_ticks() {
    let shapes = drawn(&mark(Form::Bounds, Status::Expected, (791.0, 829.0)));
    let lines: Vec<_> =
        shapes.iter().filter_map(|s| if let Shape::Line { from, to, stroke } = s { Some((*from, *to, *stroke)) } else { None }).collect();
    assert_eq!(lines.len(), 2);
    assert_eq!((lines[0].0, lines[0].1), (pos2(793.0, 95.75), pos2(827.0, 95.75)));
    assert_eq!(lines[0].2.dash, Some(Dash { on: 4.0, off: 3.5 }));
    assert_eq!(rects(&shapes, Ink::Ink).len(), 2);
    assert!(rects(&shapes, Ink::Span).is_empty());
}

#[test]
fn called_off_is_struck_through_its_middle() {
    for form in [Form::Day, Form::Bounds, Form::Order] {
        let shapes = drawn(&mark(form, Status::CalledOff, (700.0, 760.0)));
        let Some(Shape::Line { from, to, stroke }) = shapes.last() else { panic!("a stroke") };
        assert_eq!((from.x + to.x) / 2.0, 730.0);
        assert!((to.x - from.x - (from.y - to.y)).abs() < 1e-3, "45 degrees");
        assert_eq!(stroke.dash, None);
    }
}

#[test]
fn dashes_end_in_ink() {
    for length in [10.0, 34.0, 77.3, 343.0] {
        let dash = fitted(Dash { on: 4.0, off: 3.0 }, length);
        let rest = (length - dash.on).rem_euclid(dash.on + dash.off);
        assert!(rest < 0.01 || dash.on + dash.off - rest < 0.01, "{length} {dash:?}");
    }
}

#[test]
fn every_mark_keeps_a_drawable_width_and_grows_by_k() {
    for (form, least) in [(Form::Day, 10.0), (Form::Stretch, 6.0), (Form::Bounds, 6.0), (Form::Order, 12.0)] {
        let (a, b) = extent(form, (100.0, 100.5), 2.2);
        assert!((b - a - least * 2.2).abs() < 1e-3);
        assert!(((a + b) / 2.0 - 100.25).abs() < 1e-3);
    }
}
