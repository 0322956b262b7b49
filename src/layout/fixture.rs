//! Hand-made and generated chronologies for tests, benches and trials of the layout; no reader sees them.

use super::dates::day_of;
use crate::article::{Article, PublishedBasis, TextSpan};
use crate::chronology::{Attribution, Basis, Bound, Chronology, Day, Event, Evidence, EvidenceRole, Frame, Grain, Kind, Status, When};
use chrono::NaiveDate;

/// A day of the calendar; 1 January 1 where there is no such day.
pub fn on(year: i32, month: u32, day: u32) -> Day {
    NaiveDate::from_ymd_opt(year, month, day).map_or(1, day_of)
}

pub fn when(frame: Frame, from: Day, to: Day, basis: Basis, grain: Grain) -> When {
    When {
        frame,
        start: Bound { earliest: from, latest: to, approximate: false },
        end: Bound { earliest: from, latest: to, approximate: false },
        grain,
        basis,
        reason: String::new(),
        words: None,
        rule: None,
        expression: None,
    }
}

impl When {
    /// It lasts throughout its bounds.
    #[must_use]
    pub fn throughout(mut self) -> Self {
        self.start.latest = self.start.earliest;
        self.end.earliest = self.end.latest;
        self
    }

    #[must_use]
    pub fn about(mut self, start: bool, end: bool) -> Self {
        self.start.approximate = start;
        self.end.approximate = end;
        self
    }

    #[must_use]
    pub fn said(mut self, words: &str) -> Self {
        self.words = Some(words.to_owned());
        self
    }

    #[must_use]
    pub fn because(mut self, reason: &str) -> Self {
        self.reason = reason.to_owned();
        self
    }
}

/// An event that happened, told in one paragraph.
pub fn event(number: u32, title: &str, place: &str, paragraph: u32, when: Option<When>) -> Event {
    Event {
        id: format!("e{number}"),
        number,
        title: title.to_owned(),
        kind: Kind::Consult,
        mode: None,
        status: Status::Happened,
        status_word: None,
        attribution: None,
        when,
        places: if place.is_empty() { Vec::new() } else { vec![place.to_owned()] },
        participants: Vec::new(),
        evidence: vec![Evidence { span: TextSpan::default(), paragraph: Some(paragraph), role: EvidenceRole::Main, telling: Vec::new() }],
        salience: 0.9,
        confidence: 0.9,
    }
}

pub fn chronology(events: Vec<Event>, published: Option<NaiveDate>) -> Chronology {
    Chronology {
        published,
        language: "en",
        sentences: Vec::new(),
        time_expressions: Vec::new(),
        events,
        constraints: Vec::new(),
        conflicts: Vec::new(),
        set_aside: Vec::new(),
        notices: Vec::new(),
    }
}

/// The Miami sequence: seven placed events and one that nothing places, dated or counted from an unknown publication.
pub fn miami(dated: bool) -> Chronology {
    let published = NaiveDate::from_ymd_opt(2025, 12, 19).filter(|_| dated);
    let frame = if dated { Frame::Calendar } else { Frame::Publication };
    let day = |offset: Day| published.map_or(offset, |p| day_of(p) + offset);
    let stretch = |a, b, basis, grain| when(frame, day(a), day(b), basis, grain);
    let weekend = if dated { (1, 2) } else { (0, 6) };
    let order = || Some(stretch(-56, 0, Basis::Order, Grain::Week).about(true, false).because("after the Moscow visit"));
    let that_weekend = |basis| stretch(weekend.0, weekend.1, basis, Grain::Weekend);
    let mut events = vec![
        event(
            1,
            "Witkoff and Kushner visit Moscow",
            "Moscow",
            2,
            Some(stretch(-56, -14, Basis::Convention, Grain::Week).about(true, true).said("weeks ago")),
        ),
        event(2, "U.S.–Ukraine negotiations in Berlin", "Berlin", 2, order()),
        event(3, "Russian officials demand the Donbas", "", 2, order()),
        event(4, "Dmitriev, Witkoff and Kushner to meet", "Miami", 1, Some(that_weekend(Basis::Relative).said("this weekend"))),
        event(5, "Umerov’s delegation to arrive", "Miami", 5, Some(that_weekend(Basis::Relative).said("simultaneous arrival"))),
        event(6, "Trilateral meeting not planned", "Miami", 4, Some(that_weekend(Basis::Order).said("absence of a planned trilateral"))),
        event(
            7,
            "Ukraine to seek binding guarantees",
            "Miami",
            5,
            Some(that_weekend(Basis::Order).because("once the delegation is there")),
        ),
        event(8, "Kyiv rejects an earlier draft", "Kyiv", 3, None),
    ];
    let mut status = |index: usize, status, word: Option<&str>| {
        if let Some(event) = events.get_mut(index) {
            event.status = status;
            event.status_word = word.map(str::to_owned);
        }
    };
    status(3, Status::Expected, None);
    status(4, Status::Expected, None);
    status(5, Status::CalledOff, Some("not planned"));
    status(6, Status::Proposed, None);
    if let Some(event) = events.get_mut(2) {
        event.attribution = Some(Attribution { by: None, hedge: Some("reportedly".to_owned()) });
        event.confidence = 0.4;
    }
    chronology(events, published)
}

/// The article of the Miami sequence, without its text.
pub fn miami_article(dated: bool) -> Article {
    let published = NaiveDate::from_ymd_opt(2025, 12, 19).filter(|_| dated);
    Article {
        title: "Miami Talks Signal a Potential, Though Fraught, Shift in Ukraine Peace Efforts".to_owned(),
        publisher: dated.then(|| "The Example Courier".to_owned()),
        author: None,
        url: None,
        source: "miami.txt".to_owned(),
        sha256: String::new(),
        published,
        published_basis: if dated { PublishedBasis::Line } else { PublishedBasis::None },
        published_candidates: Vec::new(),
        rows: Vec::new(),
        text: String::new(),
        paragraphs: Vec::new(),
        notices: Vec::new(),
    }
}

/// Forty invented events of a peace process from 1968 to 1980: days, stretches, bounds, orders, clusters and long gaps.
pub fn forty() -> Chronology {
    const FORTY: [(&str, &str, u32, [i32; 6], char); 40] = [
        ("Canal treaty drafted in slow talks", "Washington", 1, [1969, 9, 1, 1979, 11, 30], 'o'),
        ("Conference opens in Geneva", "Geneva", 1, [1973, 12, 21, 1973, 12, 22], 's'),
        ("Foreign ministers negotiate intensively", "Washington", 2, [1977, 1, 20, 1977, 6, 30], 'o'),
        ("Envoys meet the region’s leaders", "Cairo", 2, [1977, 3, 1, 1977, 5, 31], 'b'),
        ("Opposition wins the election", "Jerusalem", 2, [1977, 5, 17, 1977, 5, 17], 'd'),
        ("President willing to go to Jerusalem", "Cairo", 3, [1977, 11, 9, 1977, 11, 9], 'd'),
        ("President visits Jerusalem", "Jerusalem", 3, [1977, 11, 9, 1977, 12, 31], 'o'),
        ("Direct talks between the two sides", "Cairo", 3, [1977, 12, 1, 1977, 12, 31], 'b'),
        ("Washington returns to the lead", "Washington", 3, [1977, 12, 1, 1978, 1, 31], 'b'),
        ("Washington seeks common ground", "Washington", 4, [1978, 3, 1, 1978, 6, 30], 'b'),
        ("Egypt insists on the old borders", "Cairo", 4, [1978, 3, 1, 1978, 6, 30], 'o'),
        ("Israel argues for autonomy", "Jerusalem", 4, [1978, 3, 1, 1978, 6, 30], 'p'),
        ("Israel rejects withdrawal", "Jerusalem", 4, [1978, 3, 1, 1978, 6, 30], 'o'),
        ("President wants to cut contacts", "Cairo", 5, [1978, 7, 1, 1978, 7, 30], 'b'),
        ("White House calls for a summit", "Washington", 5, [1978, 7, 1, 1978, 7, 30], 'b'),
        ("Summit announced", "Washington", 5, [1978, 8, 8, 1978, 8, 8], 'd'),
        ("Experts draft the treaty text", "Camp David", 6, [1978, 8, 8, 1978, 9, 17], 'o'),
        ("Summit at Camp David", "Camp David", 6, [1978, 9, 5, 1978, 9, 17], 's'),
        ("Delegations met one by one", "Camp David", 6, [1978, 9, 5, 1978, 9, 17], 'b'),
        ("Accords signed at Camp David", "Camp David", 6, [1978, 9, 5, 1978, 9, 30], 'b'),
        ("Cairo lets Washington speak for it", "Cairo", 8, [1978, 9, 17, 1979, 3, 10], 'o'),
        ("No support from Jordan or Riyadh", "Amman", 7, [1978, 9, 17, 1978, 11, 1], 'o'),
        ("Dispute over the freeze of settlements", "Jerusalem", 7, [1978, 9, 17, 1978, 11, 10], 'o'),
        ("Talks break down in Washington", "Washington", 7, [1978, 10, 1, 1978, 11, 30], 'b'),
        ("Revolution in Iran distracts Washington", "Tehran", 7, [1978, 10, 1, 1979, 2, 28], 'o'),
        ("Winter impasse", "Washington", 7, [1978, 12, 1, 1979, 2, 28], 'b'),
        ("President flies to the region", "Cairo", 8, [1979, 3, 7, 1979, 3, 13], 's'),
        ("Cabinet approves the last clauses", "Jerusalem", 8, [1979, 3, 10, 1979, 3, 14], 'b'),
        ("Cairo assents to the text", "Cairo", 8, [1979, 3, 13, 1979, 3, 13], 'd'),
        ("Cabinet assents to the text", "Jerusalem", 8, [1979, 3, 14, 1979, 3, 14], 'd'),
        ("Parliament approves the treaty", "Jerusalem", 8, [1979, 3, 20, 1979, 3, 22], 's'),
        ("Peace treaty signed", "Washington", 8, [1979, 3, 26, 1979, 3, 26], 'd'),
        ("Autonomy talks produce little", "Cairo", 9, [1979, 3, 26, 1979, 12, 31], 'o'),
        ("Palestinians refuse to take part", "", 9, [1979, 3, 26, 1979, 12, 31], 'o'),
        ("League moves its seat to Tunis", "Tunis", 9, [1979, 3, 31, 1979, 3, 31], 'd'),
        ("Special envoy appointed", "Washington", 9, [1979, 3, 26, 1979, 11, 30], 'o'),
        ("Ambassadors to be exchanged", "Cairo", 9, [1980, 2, 26, 1980, 2, 26], 'e'),
        ("Withdrawal from the western Sinai due", "", 9, [1979, 12, 25, 1980, 1, 25], 'e'),
        ("Second summit of the three not held", "Camp David", 9, [1980, 4, 1, 1980, 6, 30], 'x'),
        ("New envoy replaces the first", "Washington", 9, [1979, 9, 1, 1979, 11, 30], 'b'),
    ];
    let mut events: Vec<Event> = FORTY
        .iter()
        .enumerate()
        .map(|(index, (title, place, paragraph, [a, b, c, d, e, f], form))| {
            let (from, to) = (on(*a, *b as u32, *c as u32), on(*d, *e as u32, *f as u32));
            let basis = if *form == 'o' { Basis::Order } else { Basis::Explicit };
            let time = when(Frame::Calendar, from, to, basis, Grain::Day);
            let time = if matches!(form, 's' | 'd') { time.throughout() } else { time };
            let mut event = event(index as u32 + 1, title, place, *paragraph, Some(time));
            event.status = match form {
                'p' => Status::Proposed,
                'e' => Status::Expected,
                'x' => Status::CalledOff,
                _ => Status::Happened,
            };
            event.kind = [Kind::Consult, Kind::Agree, Kind::Request, Kind::Reject, Kind::Accuse, Kind::Other][index % 6];
            event.salience = [0.9, 0.7, 0.5, 0.3, 0.8][index % 5];
            event
        })
        .collect();
    events.sort_by_key(|e| e.when.as_ref().map(|w| (w.earliest(), w.latest())));
    for (index, event) in events.iter_mut().enumerate() {
        event.number = index as u32 + 1;
        event.id = format!("e{}", index + 1);
    }
    chronology(events, None)
}

/// `n` events over some decades, clustered as news are, the same for the same seed.
pub fn generated(n: usize, seed: u64) -> Chronology {
    const WHO: [&str; 12] = [
        "Envoys",
        "Ministers",
        "Presidents",
        "Delegations",
        "Mediators",
        "Generals",
        "Ambassadors",
        "Negotiators",
        "Observers",
        "Advisers",
        "Speakers",
        "Inspectors",
    ];
    const WHAT: [&str; 10] = [
        "meet in",
        "hold talks in",
        "arrive in",
        "sign a protocol in",
        "leave",
        "postpone a round in",
        "open a summit in",
        "exchange drafts in",
        "agree on a truce in",
        "walk out of talks in",
    ];
    const WHERE: [&str; 14] = [
        "Geneva", "Vienna", "Oslo", "Doha", "Cairo", "Berlin", "Moscow", "Miami", "Ankara", "Astana", "Minsk", "Dayton", "Madrid",
        "Helsinki",
    ];
    let mut random = Random(seed ^ 0x9E37_79B9_7F4A_7C15);
    let first = on(1960, 1, 1);
    let mut events: Vec<Event> = (0..n)
        .map(|index| {
            // Three of four events cluster around one of sixty crises.
            let day = if random.below(4) == 0 {
                random.below(24_000) as Day
            } else {
                random.below(60) as Day * 400 + (random.below(40) * random.below(10)) as Day
            };
            let length = [0, 0, 0, 1, 4, 9, 30, 90][random.below(8)];
            let place = WHERE[random.below(14)];
            let title = format!("{} {} {place}", WHO[random.below(12)], WHAT[random.below(10)]);
            let (from, to) = (first + day, first + day + length);
            let order = length > 0 && random.below(4) == 0;
            let time = when(Frame::Calendar, from, to, if order { Basis::Order } else { Basis::Explicit }, Grain::Day);
            let time = if random.below(3) == 0 { time.throughout() } else { time };
            let time = if length >= 30 && random.below(3) == 0 { time.about(true, random.below(2) == 0) } else { time };
            let mut event = event(0, &title, place, 1 + random.below(30) as u32, Some(time));
            event.id = format!("g{index}");
            event.status = [
                Status::Happened,
                Status::Happened,
                Status::Happened,
                Status::Happened,
                Status::Expected,
                Status::Proposed,
                Status::CalledOff,
            ][random.below(7)];
            event.kind = [Kind::Consult, Kind::Agree, Kind::Request, Kind::Reject, Kind::Threaten, Kind::Other][random.below(6)];
            event.salience = random.below(1000) as f32 / 1000.0;
            event
        })
        .collect();
    events.sort_by_key(|e| e.when.as_ref().map(|w| (w.earliest(), w.latest())));
    for (index, event) in events.iter_mut().enumerate() {
        event.number = index as u32 + 1;
    }
    chronology(events, None)
}

/// Xorshift: enough chance for test data, and the same on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 16) as usize % n.max(1)
    }
}
