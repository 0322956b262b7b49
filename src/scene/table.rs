//! A page of a table: shapes by row and cell, so that a document can say what belongs together.

use super::Shape;

/// A page of the table, in the canvas units of figures.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TablePage {
    pub width: f32,
    pub height: f32,
    /// The line above the table.
    pub heading: Vec<Shape>,
    /// The names of the columns, a cell each.
    pub header: Vec<Vec<Shape>>,
    pub rows: Vec<TableRow>,
    pub rules: Vec<Shape>,
}

/// The row of one event, or the rest of it where it goes on from the page before.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TableRow {
    pub cells: Vec<Vec<Shape>>,
}

impl TablePage {
    /// All that is drawn on it.
    pub fn shapes(&self) -> impl Iterator<Item = &Shape> {
        let cells = self.header.iter().chain(self.rows.iter().flat_map(|row| &row.cells)).flatten();
        self.heading.iter().chain(cells).chain(&self.rules)
    }
}
