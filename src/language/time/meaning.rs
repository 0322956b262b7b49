//! What a phrase says of time, before it is known against which day: the outcome of recognition.

use super::{Modifier, number::Amount};

/// Units of time, shortest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(i32)]
pub enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Season,
    Year,
    Decade,
    Century,
    Millennium,
}

impl Unit {
    pub const ALL: [Self; 14] = [
        Self::Second,
        Self::Minute,
        Self::Hour,
        Self::Day,
        Self::Weekend,
        Self::Week,
        Self::Fortnight,
        Self::Month,
        Self::Quarter,
        Self::Season,
        Self::Year,
        Self::Decade,
        Self::Century,
        Self::Millennium,
    ];

    pub fn from_value(value: i32) -> Option<Self> {
        Self::ALL.get(usize::try_from(value).ok()?).copied()
    }

    pub fn singular(self) -> &'static str {
        match self {
            Self::Second => "second",
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Weekend => "weekend",
            Self::Week => "week",
            Self::Fortnight => "fortnight",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Season => "season",
            Self::Year => "year",
            Self::Decade => "decade",
            Self::Century => "century",
            Self::Millennium => "millennium",
        }
    }

    pub fn plural(self) -> &'static str {
        match self {
            Self::Second => "seconds",
            Self::Minute => "minutes",
            Self::Hour => "hours",
            Self::Day => "days",
            Self::Weekend => "weekends",
            Self::Week => "weeks",
            Self::Fortnight => "fortnights",
            Self::Month => "months",
            Self::Quarter => "quarters",
            Self::Season => "seasons",
            Self::Year => "years",
            Self::Decade => "decades",
            Self::Century => "centuries",
            Self::Millennium => "millennia",
        }
    }

    /// Whether it is shorter than a day.
    pub fn is_clock(self) -> bool {
        self < Self::Day
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(i32)]
pub enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

impl Season {
    pub const ALL: [Self; 4] = [Self::Spring, Self::Summer, Self::Autumn, Self::Winter];

    pub fn from_value(value: i32) -> Option<Self> {
        Self::ALL.get(usize::try_from(value).ok()?).copied()
    }

    pub fn words(self) -> &'static str {
        match self {
            Self::Spring => "spring springtime",
            Self::Summer => "summer summertime midsummer",
            Self::Autumn => "autumn fall",
            Self::Winter => "winter wintertime midwinter",
        }
    }

    /// TIMEX3's two letters.
    pub fn code(self) -> &'static str {
        match self {
            Self::Spring => "SP",
            Self::Summer => "SU",
            Self::Autumn => "FA",
            Self::Winter => "WI",
        }
    }

    /// Its first month; a winter begins in December and is named by that year.
    pub fn first_month(self) -> u32 {
        match self {
            Self::Spring => 3,
            Self::Summer => 6,
            Self::Autumn => 9,
            Self::Winter => 12,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(i32)]
pub enum DayPart {
    Morning,
    Afternoon,
    Evening,
    Night,
    Daytime,
}

impl DayPart {
    pub const ALL: [Self; 5] = [Self::Morning, Self::Afternoon, Self::Evening, Self::Night, Self::Daytime];

    pub fn from_value(value: i32) -> Option<Self> {
        Self::ALL.get(usize::try_from(value).ok()?).copied()
    }

    pub fn words(self) -> &'static str {
        match self {
            Self::Morning => "morning dawn daybreak sunrise",
            Self::Afternoon => "afternoon",
            Self::Evening => "evening dusk sunset",
            Self::Night => "night nighttime",
            Self::Daytime => "daytime",
        }
    }

    pub fn plurals(self) -> &'static str {
        match self {
            Self::Morning => "mornings",
            Self::Afternoon => "afternoons",
            Self::Evening => "evenings",
            Self::Night => "nights",
            Self::Daytime => "",
        }
    }

    pub fn code(self) -> &'static str {
        match self {
            Self::Morning => "MO",
            Self::Afternoon => "AF",
            Self::Evening => "EV",
            Self::Night => "NI",
            Self::Daytime => "DT",
        }
    }
}

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Clock {
    /// Minutes after midnight, up to 24:00; whether minutes were told.
    At {
        minutes: i32,
        exact: bool,
    },
    Part(DayPart),
}

/// From where a relative expression counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Base {
    /// The publication date: "yesterday", "last week", "ago".
    Publication,
    /// The last date told: "the following day", "two weeks later", "that year".
    Told,
    /// The event that the next words tell: "the day before the summit"; the last date told where they tell none.
    Event,
}

/// Which part of a stretch is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Position {
    Early,
    Mid,
    Late,
    /// "the first days of May"
    FirstDays,
    /// "the last days of the year"
    LastDays,
    /// "the first day of May"
    FirstDay,
    /// "the last day of October"
    LastDay,
    /// "the first week of May"
    FirstWeek,
    /// "the last week of May"
    LastWeek,
    /// "the second week of August": seven days from the first, the eighth, the fifteenth or the twenty-second.
    Week(i32),
    /// "the last Monday of February", "the second Saturday in April": which one, -1 for the last, and its day of the week.
    Weekday(i32, i32),
    FirstHalf,
    SecondHalf,
    /// "earlier this year": from its start to the anchor.
    Earlier,
    /// "later this year": from the anchor to its end.
    Later,
    /// "the rest of the year", "much of May": the whole, as far as is known.
    Most,
}

/// The year of a date as far as it is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Year {
    /// Astronomical: 1 BC is 0.
    Known(i32),
    /// Two digits: "'94".
    Short(i32),
    /// "last year" is -1 from the publication, "that year" 0 from the last date told.
    Shifted {
        steps: i32,
        base: Base,
    },
    Open,
}

/// What of the year is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Within {
    Whole,
    Month(u32),
    Day {
        month: u32,
        day: u32,
    },
    /// "the 25th": the month is open.
    DayOnly(u32),
    Quarter(u32),
    Half(u32),
    Season(Season),
    Holiday(super::holiday::Holiday),
    /// ISO week.
    Week(u32),
    /// "the week of 6 March"
    WeekOf {
        month: u32,
        day: u32,
    },
    /// "the weekend of 6 March"
    WeekendOf {
        month: u32,
        day: u32,
    },
}

/// A date of the calendar as far as it is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Partial {
    pub year: Year,
    pub within: Within,
    /// The weekday told beside it: "Friday, Oct. 13".
    pub weekday: Option<i32>,
}

/// Which day of a name a weekday means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Which {
    /// Tense decides: the last on or before, or the next on or after publication.
    Bare,
    /// "last Monday", "this past Monday"
    Last,
    /// "next Monday"
    Next,
    /// "this Monday", "this coming Monday"
    This,
    /// "that Monday", "the Monday"
    That,
    /// "the following Monday"
    Following,
    /// "the previous Monday"
    Previous,
    /// "Monday of last week", "Monday next week": the week so many steps off the publication's.
    OfWeek(i32),
    /// "Monday week", "a week from Monday"
    AfterNext,
}

/// What a word without number refers to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reference {
    Past,
    Present,
    Future,
}

/// Which days a vague reference is taken to mean, counted from its anchor; none for "in the past".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Convention {
    Nothing,
    /// Some day from the first to the second, days after the anchor (before it where negative).
    Days(i32, i32),
    /// From the anchor to the end of its year.
    YearEnd,
}

/// The meaning of a phrase.
#[derive(Debug, Clone, PartialEq)]
pub enum Meaning {
    Date(Partial),
    /// A whole unit some steps from the anchor's: "last week", "this month", "the following year", "yesterday".
    Shift {
        unit: Unit,
        steps: i32,
        base: Base,
    },
    /// Counted from the anchor: "two weeks ago", "three days later".
    Count {
        amount: Amount,
        unit: Unit,
        later: bool,
        base: Base,
    },
    Weekday {
        day: i32,
        which: Which,
    },
    /// "this weekend" is 0, "last weekend" -1; `Base::Told` for "that weekend".
    Weekend {
        steps: i32,
        base: Base,
    },
    /// A stretch that ends or starts at the anchor: "the past two weeks", "the next few days".
    Period {
        amount: Amount,
        unit: Unit,
        later: bool,
        base: Base,
    },
    Duration {
        amount: Amount,
        unit: Unit,
    },
    Set {
        value: String,
    },
    Reference {
        what: Reference,
        days: Convention,
        base: Base,
    },
    /// The 1980s: the astronomical year it starts in; `None` for a century not told ("the eighties" are 1980 on).
    Decade(i32),
    /// The 20th century is 20, the 4th before Christ -4.
    Century(i32),
    /// A decade or century some steps from the anchor's.
    Era {
        unit: Unit,
        steps: i32,
        base: Base,
    },
    /// A quarter some steps from the last one told: "the year-ago quarter" is -4.
    QuarterShift {
        steps: i32,
    },
    /// The quarter told last, in another year: "the 1988 quarter"; the year where no quarter was told.
    QuarterOf {
        year: i32,
    },
    /// A clock time whose day is the last one told or the publication's.
    SameDay,
    /// A month, season or holiday by name some steps off: "last May", "this autumn", "next Thanksgiving"; `Base::Told` for "that spring".
    Named {
        within: Within,
        steps: i32,
        base: Base,
    },
    /// "a year ago today", "four years ago last month": the day or month so many years before the publication's, a month less or not.
    YearsAgo {
        years: i32,
        unit: Unit,
        back: i32,
    },
    /// "the 25th of last month"
    DayOfMonth {
        day: u32,
        steps: i32,
    },
    /// A day of the calendar that does not exist: "31 April".
    Impossible,
}

/// A meaning with what qualifies it.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    pub meaning: Meaning,
    pub position: Option<Position>,
    pub modifier: Option<Modifier>,
    pub clock: Option<Clock>,
}

impl From<Meaning> for Reading {
    fn from(meaning: Meaning) -> Self {
        Self { meaning, position: None, modifier: None, clock: None }
    }
}

impl Reading {
    pub fn at(self, clock: Clock) -> Self {
        Self { clock: Some(clock), ..self }
    }

    pub fn part(self, position: Position) -> Self {
        Self { position: Some(position), ..self }
    }

    pub fn with(self, modifier: Modifier) -> Self {
        Self { modifier: Some(modifier), ..self }
    }
}
