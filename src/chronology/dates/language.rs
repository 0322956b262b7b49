//! The words of dates in the languages that a brief may be written in. Months and weekdays are those of the Unicode CLDR.

use serde::{Deserialize, Serialize};

/// A language for the dates of figures and exports, written by its ISO 639-1 code. The bundled fonts have the letters of all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum DateLanguage {
    #[default]
    #[serde(rename = "en")]
    English,
    #[serde(rename = "fr")]
    French,
    #[serde(rename = "de")]
    German,
    #[serde(rename = "es")]
    Spanish,
    #[serde(rename = "it")]
    Italian,
    #[serde(rename = "pt")]
    Portuguese,
    #[serde(rename = "ru")]
    Russian,
}

impl DateLanguage {
    pub const ALL: [Self; 7] = [Self::English, Self::French, Self::German, Self::Spanish, Self::Italian, Self::Portuguese, Self::Russian];

    /// ISO 639-1.
    pub fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::French => "fr",
            Self::German => "de",
            Self::Spanish => "es",
            Self::Italian => "it",
            Self::Portuguese => "pt",
            Self::Russian => "ru",
        }
    }

    /// What it calls itself.
    pub fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::French => "Français",
            Self::German => "Deutsch",
            Self::Spanish => "Español",
            Self::Italian => "Italiano",
            Self::Portuguese => "Português",
            Self::Russian => "Русский",
        }
    }

    pub(super) fn words(self) -> &'static Words {
        match self {
            Self::English => &ENGLISH,
            Self::French => &FRENCH,
            Self::German => &GERMAN,
            Self::Spanish => &SPANISH,
            Self::Italian => &ITALIAN,
            Self::Portuguese => &PORTUGUESE,
            Self::Russian => &RUSSIAN,
        }
    }

    /// Days, weeks, months and years as short as an axis writes them.
    pub fn letters(self) -> [&'static str; 4] {
        self.words().letters
    }

    /// "1970s".
    pub fn decade(self, first: i32) -> String {
        self.words().decade.replace("{}", &first.to_string())
    }

    /// "44 BC", "99–1 BC".
    pub fn before_christ(self, years: &str) -> String {
        self.words().before_christ.replace("{}", years)
    }

    /// Between two lengths of time: "3 to 5 weeks".
    pub fn to(self) -> &'static str {
        self.words().to
    }

    /// What stands over an axis that counts from publication in days, weeks, half years or years: before it, after it, and after it
    /// where it is told what is counted.
    pub fn counting(self, unit: usize) -> [String; 3] {
        let words = self.words();
        let unit = words.heads.get(unit).copied().unwrap_or_default();
        [words.head_before.replace("{}", unit), words.head_after.replace("{}", unit), words.head_rest.to_owned()]
    }

    pub fn month_name(self, month: u32) -> &'static str {
        of(&self.words().months_alone, month)
    }

    pub fn month_short(self, month: u32) -> &'static str {
        of(&self.words().short_alone, month)
    }
}

/// The word of a month, 1 to 12.
pub(super) fn of(months: &[&'static str; 12], month: u32) -> &'static str {
    months.get(month.saturating_sub(1) as usize).copied().unwrap_or("")
}

/// A unit of time: for one, for two to four where that differs, for more.
pub(super) type Unit = [&'static str; 3];

/// How a language writes dates. In patterns `{}` stands for what is said.
pub(super) struct Words {
    /// Months with a day before them, and without.
    pub months: [&'static str; 12],
    pub months_alone: [&'static str; 12],
    pub short: [&'static str; 12],
    pub short_alone: [&'static str; 12],
    /// From Monday on.
    pub weekdays: [&'static str; 7],
    /// What stands behind the number of a day, and the first of a month.
    pub day_mark: &'static str,
    pub first: &'static str,
    /// Between day, month and year of a date in full, and behind it.
    pub of: &'static str,
    pub year_mark: &'static str,
    pub before_christ: &'static str,
    pub decade: &'static str,
    pub about: &'static str,
    pub before: &'static str,
    pub after: &'static str,
    pub up_to_before: &'static str,
    pub up_to_after: &'static str,
    /// Between a time before and a time after.
    pub to: &'static str,
    pub day_of_publication: &'static str,
    pub weekend: &'static str,
    /// What follows a time before publication, and one after it.
    pub publication: [&'static str; 2],
    pub day: Unit,
    pub week: Unit,
    pub month: Unit,
    pub year: Unit,
    /// Days, weeks, months and years as short as an axis writes them.
    pub letters: [&'static str; 4],
    /// Days, weeks, half years and years at the head of an axis.
    pub heads: [&'static str; 4],
    pub head_before: &'static str,
    pub head_after: &'static str,
    pub head_rest: &'static str,
}

impl Words {
    /// A number of units: "8 weeks".
    pub fn count(&self, number: i64, unit: &Unit) -> String {
        format!("{number} {}", self.form(number, unit))
    }

    /// The form of a unit that goes with two numbers: with the one beside it, or with the greater where it only tells one from more.
    pub fn pair_form(&self, a: i64, b: i64, unit: &Unit) -> &'static str {
        self.form(if unit[1] == unit[2] { a.max(b) } else { b }, unit)
    }

    /// The form of a unit that goes with a number.
    pub fn form(&self, number: i64, unit: &Unit) -> &'static str {
        let [one, few, many] = *unit;
        if few == many {
            return if number == 1 { one } else { many };
        }
        // As Slavic languages count.
        match (number % 10, number % 100) {
            (1, last) if last != 11 => one,
            (2..=4, last) if !(12..=14).contains(&last) => few,
            _ => many,
        }
    }
}

const EN_MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const EN_SHORT: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

static ENGLISH: Words = Words {
    months: EN_MONTHS,
    months_alone: EN_MONTHS,
    short: EN_SHORT,
    short_alone: EN_SHORT,
    weekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    day_mark: "",
    first: "1",
    of: " ",
    year_mark: "",
    before_christ: "{} BC",
    decade: "{}s",
    about: "c. ",
    before: "{} before",
    after: "{} after",
    up_to_before: "up to {} before",
    up_to_after: "up to {} after",
    to: " to ",
    day_of_publication: "the day of publication",
    weekend: "that weekend, ",
    publication: [" publication", " publication"],
    day: ["day", "days", "days"],
    week: ["week", "weeks", "weeks"],
    month: ["month", "months", "months"],
    year: ["year", "years", "years"],
    letters: ["d", "w", "mo", "y"],
    heads: ["Days", "Weeks", "Half years", "Years"],
    head_before: "{} before publication",
    head_after: "{} after publication",
    head_rest: "After",
};

const FR_MONTHS: [&str; 12] =
    ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];
const FR_SHORT: [&str; 12] = ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."];

static FRENCH: Words = Words {
    months: FR_MONTHS,
    months_alone: FR_MONTHS,
    short: FR_SHORT,
    short_alone: FR_SHORT,
    weekdays: ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."],
    day_mark: "",
    first: "1er",
    of: " ",
    year_mark: "",
    before_christ: "{} av. J.-C.",
    decade: "années {}",
    about: "vers ",
    before: "{} avant",
    after: "{} après",
    up_to_before: "jusqu’à {} avant",
    up_to_after: "jusqu’à {} après",
    to: " à ",
    day_of_publication: "le jour de la publication",
    weekend: "ce week-end-là, ",
    publication: [" la publication", " la publication"],
    day: ["jour", "jours", "jours"],
    week: ["semaine", "semaines", "semaines"],
    month: ["mois", "mois", "mois"],
    year: ["an", "ans", "ans"],
    letters: ["j", "sem.", "mois", "ans"],
    heads: ["Jours", "Semaines", "Semestres", "Années"],
    head_before: "{} avant la publication",
    head_after: "{} après la publication",
    head_rest: "Après",
};

const DE_MONTHS: [&str; 12] =
    ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"];
const DE_SHORT: [&str; 12] = ["Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."];

static GERMAN: Words = Words {
    months: DE_MONTHS,
    months_alone: DE_MONTHS,
    short: DE_SHORT,
    short_alone: DE_SHORT,
    weekdays: ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"],
    day_mark: ".",
    first: "1.",
    of: " ",
    year_mark: "",
    before_christ: "{} v. Chr.",
    decade: "{}er",
    about: "ca. ",
    before: "{} davor",
    after: "{} danach",
    up_to_before: "bis zu {} davor",
    up_to_after: "bis zu {} danach",
    to: " bis ",
    day_of_publication: "Tag der Veröffentlichung",
    weekend: "jenes Wochenende, ",
    publication: [" (Veröffentlichung)", " (Veröffentlichung)"],
    day: ["Tag", "Tage", "Tage"],
    week: ["Woche", "Wochen", "Wochen"],
    month: ["Monat", "Monate", "Monate"],
    year: ["Jahr", "Jahre", "Jahre"],
    letters: ["T", "Wo.", "Mon.", "J."],
    heads: ["Tage", "Wochen", "Halbjahre", "Jahre"],
    head_before: "{} vor Veröffentlichung",
    head_after: "{} nach Veröffentlichung",
    head_rest: "Danach",
};

const ES_MONTHS: [&str; 12] =
    ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"];
const ES_SHORT: [&str; 12] = ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic"];

static SPANISH: Words = Words {
    months: ES_MONTHS,
    months_alone: ES_MONTHS,
    short: ES_SHORT,
    short_alone: ES_SHORT,
    weekdays: ["lun", "mar", "mié", "jue", "vie", "sáb", "dom"],
    day_mark: "",
    first: "1",
    of: " de ",
    year_mark: "",
    before_christ: "{} a. C.",
    decade: "años {}",
    about: "c. ",
    before: "{} antes",
    after: "{} después",
    up_to_before: "hasta {} antes",
    up_to_after: "hasta {} después",
    to: " a ",
    day_of_publication: "el día de la publicación",
    weekend: "ese fin de semana, ",
    publication: [" de la publicación", " de la publicación"],
    day: ["día", "días", "días"],
    week: ["semana", "semanas", "semanas"],
    month: ["mes", "meses", "meses"],
    year: ["año", "años", "años"],
    letters: ["d", "sem.", "mes.", "a"],
    heads: ["Días", "Semanas", "Semestres", "Años"],
    head_before: "{} antes de la publicación",
    head_after: "{} después de la publicación",
    head_rest: "Después",
};

const IT_MONTHS: [&str; 12] =
    ["gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"];
const IT_SHORT: [&str; 12] = ["gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"];

static ITALIAN: Words = Words {
    months: IT_MONTHS,
    months_alone: IT_MONTHS,
    short: IT_SHORT,
    short_alone: IT_SHORT,
    weekdays: ["lun", "mar", "mer", "gio", "ven", "sab", "dom"],
    day_mark: "",
    first: "1º",
    of: " ",
    year_mark: "",
    before_christ: "{} a.C.",
    decade: "anni {}",
    about: "ca. ",
    before: "{} prima",
    after: "{} dopo",
    up_to_before: "fino a {} prima",
    up_to_after: "fino a {} dopo",
    to: " – ",
    day_of_publication: "il giorno della pubblicazione",
    weekend: "quel fine settimana, ",
    publication: [" della pubblicazione", " la pubblicazione"],
    day: ["giorno", "giorni", "giorni"],
    week: ["settimana", "settimane", "settimane"],
    month: ["mese", "mesi", "mesi"],
    year: ["anno", "anni", "anni"],
    letters: ["g", "sett.", "mesi", "a"],
    heads: ["Giorni", "Settimane", "Semestri", "Anni"],
    head_before: "{} prima della pubblicazione",
    head_after: "{} dopo la pubblicazione",
    head_rest: "Dopo",
};

const PT_MONTHS: [&str; 12] =
    ["janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro", "dezembro"];
const PT_SHORT: [&str; 12] = ["jan.", "fev.", "mar.", "abr.", "mai.", "jun.", "jul.", "ago.", "set.", "out.", "nov.", "dez."];

static PORTUGUESE: Words = Words {
    months: PT_MONTHS,
    months_alone: PT_MONTHS,
    short: PT_SHORT,
    short_alone: PT_SHORT,
    weekdays: ["seg.", "ter.", "qua.", "qui.", "sex.", "sáb.", "dom."],
    day_mark: "",
    first: "1",
    of: " de ",
    year_mark: "",
    before_christ: "{} a.C.",
    decade: "anos {}",
    about: "c. ",
    before: "{} antes",
    after: "{} depois",
    up_to_before: "até {} antes",
    up_to_after: "até {} depois",
    to: " a ",
    day_of_publication: "o dia da publicação",
    weekend: "nesse fim de semana, ",
    publication: [" da publicação", " da publicação"],
    day: ["dia", "dias", "dias"],
    week: ["semana", "semanas", "semanas"],
    month: ["mês", "meses", "meses"],
    year: ["ano", "anos", "anos"],
    letters: ["d", "sem.", "mes.", "a"],
    heads: ["Dias", "Semanas", "Semestres", "Anos"],
    head_before: "{} antes da publicação",
    head_after: "{} depois da publicação",
    head_rest: "Depois",
};

static RUSSIAN: Words = Words {
    months: ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"],
    months_alone: ["январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"],
    short: ["янв.", "февр.", "мар.", "апр.", "мая", "июн.", "июл.", "авг.", "сент.", "окт.", "нояб.", "дек."],
    short_alone: ["янв.", "февр.", "март", "апр.", "май", "июнь", "июль", "авг.", "сент.", "окт.", "нояб.", "дек."],
    weekdays: ["пн", "вт", "ср", "чт", "пт", "сб", "вс"],
    day_mark: "",
    first: "1",
    of: " ",
    year_mark: " г.",
    before_christ: "{} до н. э.",
    decade: "{}-е",
    about: "ок. ",
    before: "за {} до",
    after: "через {} после",
    up_to_before: "не раньше чем за {} до",
    up_to_after: "не позже чем через {} после",
    to: " – ",
    day_of_publication: "день публикации",
    weekend: "в те выходные, ",
    publication: [" публикации", " публикации"],
    day: ["день", "дня", "дней"],
    week: ["неделю", "недели", "недель"],
    month: ["месяц", "месяца", "месяцев"],
    year: ["год", "года", "лет"],
    letters: ["д", "нед.", "мес.", "г."],
    heads: ["Дни", "Недели", "Полугодия", "Годы"],
    head_before: "{} до публикации",
    head_after: "{} после публикации",
    head_rest: "После",
};

#[cfg(test)]
mod tests;
