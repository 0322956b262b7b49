use demarche::chronology::Chronology;
use demarche::export::png;
use demarche::layout::figure::*;
use demarche::layout::fixture;
use demarche::scene::theme::Theme;
use demarche::text::FigureMeasure;

fn main() {
    let m = FigureMeasure::new();
    let out = std::env::args().nth(1).unwrap_or("/tmp/figs".into());
    let only = std::env::args().nth(2);
    std::fs::create_dir_all(&out).unwrap();
    let take = |mut c: Chronology, n: usize| {
        c.events.truncate(n);
        c
    };
    let cases = [
        ("miami", fixture::miami(true), true),
        ("undated", fixture::miami(false), false),
        ("one", take(fixture::miami(true), 1), true),
        ("five", take(fixture::miami(true), 5), true),
        ("three", take(fixture::miami(true), 3), true),
        ("fifteen", take(fixture::forty(), 15), false),
        ("forty", fixture::forty(), false),
    ];
    for (name, c, dated) in cases {
        for (pn, preset) in [
            ("slide", Preset::Slide),
            ("a4", Preset::A4),
            ("half", Preset::Half),
            ("square", Preset::Square),
            ("wide", Preset::Custom { width: 2400.0, height: 900.0 }),
        ] {
            for all in [false, true] {
                if all && name != "forty" {
                    continue;
                }
                let id = format!("{name}-{pn}{}", if all { "-all" } else { "" });
                if only.as_ref().is_some_and(|o| !id.contains(o.as_str())) {
                    continue;
                }
                let f = figure(
                    &fixture::miami_article(dated),
                    &c,
                    &FigureOptions {
                        preset,
                        scope: if all { demarche::layout::figure::Scope::All } else { demarche::layout::figure::Scope::Main },
                        ..Default::default()
                    },
                    &m,
                );
                println!("{id}: {} pages, {} of {}, {} unplaced", f.pages.len(), f.shown, f.total, f.unplaced);
                for (i, page) in f.pages.iter().enumerate().take(2) {
                    let bytes = png::png(page, Theme::Light, name, 1.4).unwrap();
                    std::fs::write(format!("{out}/{id}{}.png", if i > 0 { format!("-{i}") } else { String::new() }), bytes).unwrap();
                }
            }
        }
    }
}
