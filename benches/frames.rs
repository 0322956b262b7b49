//! What a frame costs: one egui pass with tessellation while the timeline is panned, without a GPU.
//!
//! Prints one line a case: `frame events=100000 view=whole mean_ms=0.61 p95_ms=0.80`. The view is the whole timeline, a window on
//! about a hundred events, the whole as a sequence of equal steps, or the whole while the article's edge is dragged. Before them, for each number of events, how long it takes
//! from events to the first painted scene, and the most memory held so far: `first events=100000 ms=120.3 peak_mb=310`. Means
//! and first scenes are CPU time of the window's thread, the 95th of a hundred is by the clock. Run by `cargo bench --bench frames`; numbers and
//! views after `--` leave out the others: `-- 10000 window`.

#[cfg(feature = "window")]
fn main() {
    window::run();
}

#[cfg(not(feature = "window"))]
fn main() {
    println!("skipped: the window is not built");
}

#[cfg(feature = "window")]
mod window {
    use demarche::article::{Article, Paragraph, ParagraphRole, PublishedBasis, TextSpan};
    use demarche::layout::explorer::Scale;
    use demarche::layout::generated;
    use demarche::session::{Command, Reading, State, apply};
    use demarche::ui::{Memory, fonts, window};
    use egui::{Context, Pos2, RawInput, Rect, vec2};
    use std::hint::black_box;
    use std::time::Instant;

    const FRAMES: usize = 300;
    const WARM_UP: usize = 20;
    const SIZE: [f32; 2] = [1400.0, 860.0];
    /// The least width of the article, in points, while its edge is dragged by one point a frame.
    const EDGE: f32 = 360.0;
    /// Points that each frame pans by, to and fro.
    const STEP: f64 = 3.0;

    pub fn run() {
        let only: Vec<String> = std::env::args().skip(1).filter(|a| !a.starts_with('-')).collect();
        let (numbers, views): (Vec<&String>, Vec<&String>) = only.iter().partition(|a| a.parse::<usize>().is_ok());
        let among = |list: &[&String], what: &str| list.is_empty() || list.iter().any(|own| *own == what);
        for events in [12_usize, 1_000, 10_000, 100_000, 1_000_000].into_iter().filter(|n| among(&numbers, &n.to_string())) {
            if among(&views, "first") {
                first_scene(events);
            }
            for view in ["whole", "sequence", "window", "edge"].into_iter().filter(|v| among(&views, v)) {
                let (mean, times) = moved(events, view);
                let p95 = times.get(times.len() * 95 / 100).copied().unwrap_or(mean);
                println!("frame events={events} view={view} mean_ms={mean:.2} p95_ms={p95:.2}");
            }
        }
    }

    /// From the events of a reading to its first scene, in a window that has been painted before.
    fn first_scene(events: usize) {
        let (mut state, mut memory, ctx) = (State::default(), Memory::default(), Context::default());
        ctx.set_fonts(fonts::definitions());
        pass(&ctx, &state, &mut memory, 0);
        let reading = Box::new(Reading { article: article(), chronology: generated(events, 7), kept: None });
        apply(&mut state, Command::Open(vec!["/generated.txt".into()]));
        let began = cpu_ms();
        if let Some(job) = state.jobs.first().map(|j| j.id) {
            apply(&mut state, Command::Loaded { job, result: Ok(reading) });
        }
        pass(&ctx, &state, &mut memory, 1);
        println!("first events={events} ms={:.1} peak_mb={}", cpu_ms() - began, peak_megabytes());
    }

    /// CPU time of this thread in milliseconds, where the system tells it; else the time of the clock.
    fn cpu_ms() -> f64 {
        thread_local!(static BEGAN: Instant = Instant::now());
        let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
        let told = told.and_then(|s| s.split_whitespace().next().and_then(|n| n.parse::<f64>().ok()));
        told.map_or_else(|| BEGAN.with(|began| began.elapsed().as_secs_f64() * 1e3), |ns| ns / 1e6)
    }

    /// The most memory that this process has held, in megabytes; 0 where the system does not tell.
    fn peak_megabytes() -> u64 {
        let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
        let line = status.lines().find_map(|l| l.strip_prefix("VmHWM:"));
        line.and_then(|l| l.split_whitespace().next()?.parse::<u64>().ok()).unwrap_or(0) / 1024
    }

    /// The mean CPU time of a frame, and how long each took by the clock in ascending order, in milliseconds.
    fn moved(events: usize, view: &str) -> (f64, Vec<f64>) {
        let mut state = opened(events);
        let mut memory = Memory::default();
        let ctx = Context::default();
        ctx.set_fonts(fonts::definitions());
        let mut range = whole(&state);
        if view == "sequence" {
            apply(&mut state, Command::SetScale(Scale::Sequence));
        }
        if view == "window" {
            let days = (range.1 - range.0) * (100.0 / events as f64).min(1.0);
            let middle = f64::midpoint(range.0, range.1);
            range = (middle - days / 2.0, middle + days / 2.0);
        }
        let step = (range.1 - range.0) * STEP / 700.0;
        let mut times = Vec::with_capacity(FRAMES);
        let mut cpu = 0.0;
        for frame in 0..WARM_UP + FRAMES {
            // A hundred frames to the right, then as many back.
            let to_right = frame / 100 % 2 == 0;
            if view == "edge" {
                let moved = if to_right { frame % 100 } else { 100 - frame % 100 };
                apply(&mut state, Command::ResizeArticle(EDGE + moved as f32));
            } else {
                let by = if to_right { step } else { -step };
                range = (range.0 + by, range.1 + by);
                apply(&mut state, Command::SetRange(range.0, range.1));
            }
            memory.follow_hand();
            if frame == WARM_UP {
                cpu = cpu_ms();
            }
            let began = Instant::now();
            pass(&ctx, &state, &mut memory, frame);
            if frame >= WARM_UP {
                times.push(began.elapsed().as_secs_f64() * 1e3);
            }
        }
        times.sort_by(f64::total_cmp);
        ((cpu_ms() - cpu) / FRAMES as f64, times)
    }

    fn pass(ctx: &Context, state: &State, memory: &mut Memory, frame: usize) {
        let screen = Rect::from_min_size(Pos2::ZERO, vec2(SIZE[0], SIZE[1]));
        let input = RawInput { screen_rect: Some(screen), time: Some(frame as f64 / 60.0), ..RawInput::default() };
        let mut commands = Vec::new();
        let mut output = ctx.run_ui(input, |ui| window(ui, state, memory, &mut commands));
        let shapes = std::mem::take(&mut output.shapes);
        black_box(ctx.tessellate(shapes, output.pixels_per_point));
        output.drop_without_applying_deltas();
    }

    fn whole(state: &State) -> (f64, f64) {
        let extent = state.tab().and_then(|t| t.timeline.extent()).unwrap_or((0, 1));
        (f64::from(extent.0), f64::from(extent.1) + 1.0)
    }

    /// A session with an article of forty paragraphs and so many events.
    fn opened(events: usize) -> State {
        let mut state = State::default();
        apply(&mut state, Command::Open(vec!["/generated.txt".into()]));
        let reading = Reading { article: article(), chronology: generated(events, 7), kept: None };
        if let Some(job) = state.jobs.first().map(|j| j.id) {
            apply(&mut state, Command::Loaded { job, result: Ok(Box::new(reading)) });
        }
        state
    }

    fn article() -> Article {
        let sentence = "The delegations met in the morning, parted at noon and agreed to meet again before the end of the month. ";
        let mut text = "A long season of talks".to_owned();
        let mut paragraphs = vec![Paragraph { span: TextSpan::new(0, text.len()), role: ParagraphRole::Headline, number: None }];
        for number in 1..=40 {
            text.push_str("\n\n");
            let start = text.len();
            text.push_str(sentence.repeat(7).trim_end());
            paragraphs.push(Paragraph { span: TextSpan::new(start, text.len()), role: ParagraphRole::Body, number: Some(number) });
        }
        Article {
            title: "A long season of talks".to_owned(),
            publisher: None,
            author: None,
            url: None,
            source: "generated.txt".to_owned(),
            sha256: String::new(),
            published: None,
            published_basis: PublishedBasis::None,
            published_candidates: Vec::new(),
            rows: Vec::new(),
            text,
            paragraphs,
            notices: Vec::new(),
        }
    }
}
