//! The program in a real window: started, looked at, clicked, typed at and closed as a user does, on a display without a screen.
//!
//! Needs Xvfb, xdotool, xclip and ImageMagick's import. Where they are missing the tests say that they are skipped, unless
//! `DEMARCHE_NO_SKIP` forbids it. `DEMARCHE_BINARY` names another build of the program to look at.
#![cfg(all(feature = "window", target_os = "linux"))]

mod desktop;

use demarche::scene::Ink;
use demarche::scene::theme::Theme::{Dark, Light};
use desktop::{Desktop, Part, Picture};

/// Parts of the window at its first size, 1440 × 900.
const LANES: Part = [330, 200, 1120, 800];
const TOP_BAR: Part = [700, 4, 900, 40];
const DETAIL: Part = [1140, 80, 1430, 860];

/// Pixels of the colour in which a selected event is drawn.
fn selected(picture: &Picture) -> usize {
    picture.places(LANES, Light, Ink::Accent).len()
}

#[test]
fn the_sample_opens_with_its_events_and_answers_keys_and_clicks() {
    let Some(desktop) = Desktop::start() else { return };
    let mut program = desktop.run(&[]);
    program.titled("Envoys Head for Miami");
    desktop.until("the events of the sample", |picture| picture.places(LANES, Light, Ink::Ink).len() > 400);

    desktop.key("Home");
    let first = desktop.until("the first event selected by a key", |picture| selected(picture) > 60);
    assert!(first.places(DETAIL, Light, Ink::Ink).len() > 100, "the detail tells of the event");
    let mark = first.places(LANES, Light, Ink::Accent);
    desktop.key("Escape");
    desktop.until("nothing selected", |picture| selected(picture) == 0);
    let (x, y) = mark[mark.len() / 2];
    desktop.click(x, y);
    desktop.until("the event selected by a click", |picture| selected(picture) > 60);

    desktop.key("t");
    desktop.until("the window in dark", |picture| picture.places(LANES, Dark, Ink::Paper).len() > 10_000);
    desktop.key("t");
    desktop.until("the window in light", |picture| picture.places(LANES, Light, Ink::Paper).len() > 10_000);

    desktop.key("F11");
    desktop.until("the figure alone", |picture| {
        picture.places(TOP_BAR, Light, Ink::Bar).is_empty() && picture.places(LANES, Light, Ink::Ink).len() > 400
    });
    desktop.key("Escape");
    desktop.until("the bar again", |picture| picture.places(TOP_BAR, Light, Ink::Bar).len() > 1000);

    desktop.key("ctrl+q");
    assert_eq!(program.ended(), 0);
}

#[test]
fn files_named_open_as_tabs_and_are_there_again_at_the_next_start() {
    let Some(desktop) = Desktop::start() else { return };
    let files = [desktop.article("first.txt", "Ministers Meet in Bern"), desktop.article("second.txt", "Envoys Travel to Oslo")];
    let mut program = desktop.run(&[&files[0], &files[1]]);
    program.titled("Ministers Meet");
    desktop.remembers("second.txt");
    desktop.key("ctrl+Tab");
    program.titled("Envoys Travel");
    desktop.key("ctrl+q");
    assert_eq!(program.ended(), 0);

    let mut again = desktop.run(&[]);
    again.titled("Envoys Travel");
    desktop.key("ctrl+q");
    assert_eq!(again.ended(), 0);
}

#[test]
fn a_pasted_page_is_there_again_at_the_next_start_and_its_figure_goes_to_the_clipboard() {
    let Some(desktop) = Desktop::start() else { return };
    let mut program = desktop.run(&[]);
    program.titled("Envoys Head for Miami");
    desktop.copy_page(
        "<h1>Ministers Gather in Vienna</h1><p>The foreign ministers of Austria and Norway met in Vienna on 14 April 2014.</p>\
         <p>They will meet again in Oslo on 3 May 2014.</p>",
    );
    desktop.key("ctrl+v");
    program.titled("Ministers Gather in Vienna");
    desktop.key("ctrl+shift+c");
    let figure = desktop.copied("image/png");
    let mut reader = png::Decoder::new(std::io::Cursor::new(figure)).read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut pixels).unwrap();
    assert_eq!((info.width, info.height), (1920, 1080));
    assert!(pixels.iter().filter(|b| **b < 40).count() > 5000, "the figure has no ink");
    desktop.key("ctrl+q");
    assert_eq!(program.ended(), 0);

    let mut again = desktop.run(&[]);
    again.titled("Ministers Gather in Vienna");
    desktop.key("ctrl+q");
    assert_eq!(again.ended(), 0);

    // Settings that are lost cost no paste, neither at once nor at the start after that.
    desktop.spoil_settings();
    for _ in 0..2 {
        let mut later = desktop.run(&[]);
        later.titled("Demarche");
        desktop.key("ctrl+q");
        assert_eq!(later.ended(), 0);
        assert_eq!(desktop.pastes(), 1);
    }
}
