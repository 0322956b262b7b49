//! Whatever is done in whatever order, the state stays whole.

use crate::chronology::Status;
use crate::layout::axis::NARROWEST;
use crate::session::fixture::{chronology, reading};
use crate::session::{Clip, Command, DateOrder, Effect, Reading, Settings, Sheet, Source, State, Step, ThemeChoice, apply};
use chrono::NaiveDate;
use proptest::prelude::*;
use std::path::PathBuf;

/// What the world does with an effect: answers it now, later, or with a failure.
#[derive(Debug, Clone)]
enum Deed {
    Do(Command),
    /// Answers the oldest (or newest) open question.
    Answer {
        newest: bool,
        well: bool,
    },
    CloseNth(usize),
    ShowNth(usize),
}

fn event_id() -> impl Strategy<Value = String> {
    prop_oneof![Just("visit"), Just("talks"), Just("meeting"), Just("three"), Just("demand"), Just("no such event")].prop_map(str::to_owned)
}

fn date() -> impl Strategy<Value = Option<NaiveDate>> {
    proptest::option::of((-5000i32..9000, 1u32..13, 1u32..29).prop_filter_map("a date", |(y, m, d)| NaiveDate::from_ymd_opt(y, m, d)))
}

fn number() -> impl Strategy<Value = f64> {
    prop_oneof![-1e6..1e6, Just(f64::NAN), Just(f64::INFINITY), Just(-1e300)]
}

fn command() -> impl Strategy<Value = Command> {
    let opening = prop_oneof![
        "[a-c]".prop_map(|name| Command::Open(vec![format!("/a/{name}.txt").into()])),
        Just(Command::Open(vec!["/a/a.txt".into(), "/a/d.txt".into()])),
        Just(Command::OpenSample),
        Just(Command::ForgetRecent),
        any::<String>().prop_map(|text| Command::Pasted(Clip { text: Some(text), html: None })),
        (0u64..30).prop_map(Command::Abandon),
        any::<bool>().prop_map(|forward| Command::Cycle { forward }),
    ];
    let looking = prop_oneof![
        proptest::option::of(event_id()).prop_map(Command::Select),
        proptest::option::of(event_id()).prop_map(Command::Hover),
        prop_oneof![Just(Step::Next), Just(Step::Previous), Just(Step::First), Just(Step::Last)].prop_map(Command::Step),
        (number(), number()).prop_map(|(a, b)| Command::SetRange(a, b)),
        event_id().prop_map(Command::ZoomTo),
        Just(Command::Fit),
        any::<f32>().prop_map(Command::Scroll),
        prop_oneof![Just(Status::Happened), Just(Status::Expected), Just(Status::Proposed), Just(Status::CalledOff)]
            .prop_map(Command::ToggleStatus),
        "[a-zé’ ]{0,6}".prop_map(Command::Search),
        any::<bool>().prop_map(|forward| Command::NextHit { forward }),
        Just(Command::CloseSearch),
    ];
    let rest = prop_oneof![
        Just(Command::EditPublication),
        any::<String>().prop_map(Command::TypePublication),
        Just(Command::AcceptPublication),
        date().prop_map(Command::SetPublication),
        prop_oneof![Just(DateOrder::DayFirst), Just(DateOrder::Automatic)].prop_map(Command::SetDateOrder),
        prop_oneof![Just(Command::Undo), Just(Command::Redo)],
        (0usize..4).prop_map(Command::GoTo),
        Just(Command::CancelPublication),
        any::<bool>().prop_map(Command::Brief),
        prop_oneof![Just(Sheet::Keys), Just(Sheet::Export), Just(Sheet::Path)].prop_map(Command::OpenSheet),
        Just(Command::Back),
        Just(Command::CopyFigure),
        Just(Command::CopyAllAsText),
        Just(Command::ToggleArticle),
        Just(Command::ToggleDetail),
        any::<f32>().prop_map(Command::SetTextSize),
        any::<f32>().prop_map(Command::ResizeArticle),
        (0usize..3).prop_map(Command::CloseProblem),
        Just(Command::SetTheme(ThemeChoice::Dark)),
        Just(Command::AcceptPath),
    ];
    prop_oneof![opening, looking, rest]
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        4 => command().prop_map(Deed::Do),
        2 => (any::<bool>(), proptest::bool::weighted(0.85)).prop_map(|(newest, well)| Deed::Answer { newest, well }),
        1 => (0usize..4).prop_map(Deed::CloseNth),
        1 => (0usize..4).prop_map(Deed::ShowNth),
    ]
}

/// A file for a paste; some pastes are of the same text.
fn kept(clip: &Clip) -> PathBuf {
    format!("/data/pasted/{}.txt", clip.text.as_ref().map_or(0, String::len) % 3).into()
}

/// What is deleted is neither open nor recent nor on its way, and was kept by this session.
fn check_deleted(state: &State, effects: &[Effect]) {
    let deleted = effects.iter().filter_map(|e| if let Effect::Delete(gone) = e { Some(gone) } else { None });
    for path in deleted.flatten() {
        assert!(path.starts_with("/data/pasted"), "{}", path.display());
        assert!(!Settings::of(state).wants(path), "{}", path.display());
        assert!(state.settings.pasted_at(path).is_none());
    }
    for path in state.tabs.iter().filter_map(|t| t.origin.path()).filter(|p| p.starts_with("/data/pasted")) {
        assert!(state.settings.pasted_at(path).is_some(), "{} is open and not kept", path.display());
    }
}

fn answer(effect: &Effect, well: bool) -> Option<Command> {
    match effect {
        Effect::Read { job, source, published, .. } => {
            let kept = if let Source::Pasted(clip) = source { Some(kept(clip)) } else { None };
            let result = if well { Ok(Box::new(Reading { kept, ..reading(*published) })) } else { Err("it is no text".to_owned()) };
            Some(Command::Loaded { job: *job, result })
        }
        Effect::Extract { tab, generation, published, .. } if well => {
            Some(Command::Extracted { tab: *tab, generation: *generation, chronology: Box::new(chronology(*published)) })
        }
        Effect::Extract { tab, generation, .. } => {
            Some(Command::NotExtracted { tab: *tab, generation: *generation, text: "a fault".to_owned() })
        }
        _ => None,
    }
}

fn check(state: &State) {
    assert_eq!(state.tabs.is_empty(), state.shown.is_none());
    assert_eq!(state.shown.is_some(), state.tab().is_some());
    assert!(state.tabs.windows(2).all(|t| t[0].asked < t[1].asked));
    assert!(!state.brief || state.tab().is_some());
    for tab in &state.tabs {
        let ids: Vec<&str> = tab.chronology.events.iter().map(|e| e.id.as_str()).collect();
        assert_eq!(ids, ["visit", "talks", "meeting", "three", "demand"]);
        assert!(tab.view.selected.as_deref().is_none_or(|id| tab.event(id).is_some()));
        assert!(tab.view.scroll >= 0.0 && tab.view.scroll.is_finite());
        if let Some((from, to)) = tab.view.range {
            assert!(from.is_finite() && to.is_finite() && to - from > NARROWEST * 0.99, "{from} {to}");
        }
        assert_eq!(tab.published, tab.history.published());
        // What is shown is what was asked for last, unless that is still under way.
        assert!(tab.reading() || tab.chronology.published == tab.published, "{:?} {:?}", tab.chronology.published, tab.published);
    }
    assert!((0.5..=2.5).contains(&state.settings.text_size));
    for hit in &state.hits.events {
        assert!(state.tab().is_some_and(|t| t.event(hit).is_some()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, ..ProptestConfig::default() })]

    #[test]
    fn any_sequence_of_commands_leaves_the_state_whole(deeds in proptest::collection::vec(deed(), 1..60)) {
        let mut state = State::default();
        let mut open: Vec<Effect> = Vec::new();
        for deed in deeds {
            let command = match deed {
                Deed::Do(command) => Some(command),
                Deed::Answer { newest, well } => {
                    let effect = if open.is_empty() { None } else if newest { open.pop() } else { Some(open.remove(0)) };
                    effect.and_then(|e| answer(&e, well))
                }
                Deed::CloseNth(n) => state.tabs.get(n).map(|t| Command::Close(t.id)),
                Deed::ShowNth(n) => state.tabs.get(n).map(|t| Command::Show(t.id)),
            };
            if let Some(command) = command {
                let effects = apply(&mut state, command);
                check_deleted(&state, &effects);
                open.extend(effects.into_iter().filter(|e| matches!(e, Effect::Read { .. } | Effect::Extract { .. })));
                check(&state);
            }
        }
        // Once every question is answered, nothing is under way.
        while let Some(effect) = open.pop() {
            if let Some(command) = answer(&effect, true) {
                let effects = apply(&mut state, command);
                check_deleted(&state, &effects);
                open.extend(effects);
                check(&state);
            }
        }
        prop_assert!(state.jobs.is_empty());
        prop_assert!(state.tabs.iter().all(|t| !t.reading()));
    }
}
