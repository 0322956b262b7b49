//! The figure of the open article: how Brief view and Copy figure draw it, and what is said of it.

use super::state::State;
use super::words::count;
use crate::article::Article;
use crate::layout::figure::{Figure, FigureOptions, Preset};

/// Brief view and Copy figure: a slide in the window's theme, with the title chosen for figures.
pub fn brief_options(state: &State) -> FigureOptions {
    let (title, language) = (state.figure.title.clone(), state.figure.language);
    FigureOptions { preset: Preset::Slide, theme: state.theme(), title, language, ..FigureOptions::default() }
}

/// A figure in words, for a screen reader.
pub fn said(article: &Article, figure: &Figure) -> String {
    let shown = if figure.shown == figure.total {
        count(figure.total, "event", "events")
    } else {
        format!("{} of {}", figure.shown, count(figure.total, "event", "events"))
    };
    let unplaced = if figure.unplaced > 0 { format!(", {} not placed in time", figure.unplaced) } else { String::new() };
    format!("Timeline of {}: {shown}{unplaced}", article.title)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chronology::dates::{DateLanguage, Style, day, day_of, length_in, long_day_in, offset_in, when_in, year_in};
    use crate::layout::figure::{Layout, figure};
    use crate::scene::Shape;
    use crate::session::fixture;
    use crate::text::FigureMeasure;

    fn words(shapes: &[Shape], out: &mut Vec<String>) {
        for shape in shapes {
            match shape {
                Shape::Text(text) => out.push(text.text.clone()),
                Shape::Group(group) => words(&group.shapes, out),
                _ => {}
            }
        }
    }

    #[test]
    fn a_figure_tells_its_dates_in_the_language_chosen() {
        let article = fixture::article();
        let chronology = fixture::chronology(Some(fixture::day(2025, 12, 19)));
        let measure = FigureMeasure::new();
        for (language, published) in [
            (DateLanguage::English, "19 December 2025"),
            (DateLanguage::French, "19 décembre 2025"),
            (DateLanguage::German, "19. Dezember 2025"),
            (DateLanguage::Russian, "19 декабря 2025 г."),
        ] {
            for layout in [Layout::Rows, Layout::Cascade, Layout::List] {
                let options = FigureOptions { language, layout, ..FigureOptions::default() };
                let mut told = Vec::new();
                figure(&article, &chronology, &options, &measure).pages.iter().for_each(|p| words(&p.shapes, &mut told));
                assert!(told.iter().any(|t| t.contains(published)), "{layout:?} {told:?}");
                let others = ["Dec", "Oct", "Nov", "c. 24"];
                let english = told.iter().any(|t| others.iter().any(|o| t.split([' ', '–']).any(|w| w == *o) || t.contains("c. 24")));
                assert_eq!(english, language == DateLanguage::English, "{layout:?} {told:?}");
            }
        }
    }

    #[test]
    fn the_fonts_of_figures_have_every_letter_of_dates() {
        let measure = FigureMeasure::new();
        let chronology = fixture::chronology(None);
        for language in DateLanguage::ALL {
            let mut told: Vec<String> = chronology.events.iter().filter_map(|e| e.when.as_ref()).map(|w| when_in(w, language)).collect();
            for number in 0..400 {
                let at = day_of(fixture::day(2025, 1, 1)) + number;
                told.extend([long_day_in(at, language), day(at, Style::FULL.told_in(language)), length_in(number.into(), language)]);
                told.extend([offset_in(number * 9, language), language.month_name(number as u32 % 12 + 1).to_owned()]);
            }
            told.extend((0..4).flat_map(|unit| language.counting(unit)));
            told.extend([year_in(-43, language), language.decade(1970), language.name().to_owned()]);
            for text in told {
                assert!(measure.missing(&text).is_empty(), "{text}");
            }
        }
    }
}
