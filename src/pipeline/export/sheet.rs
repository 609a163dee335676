//! What is written into a file, whatever its kind.

use std::sync::Arc;

use crate::{
    i18n::Label,
    pipeline::domain::{Board, Card, Cell, Column, Columns},
    types::Locale,
};

/// Rows and columns, as the table shows them.
pub struct Sheet {
    pub board: Board,
    pub rows: Vec<Arc<Card>>,
    pub columns: Columns,
}

impl Sheet {
    /// What stands over the columns; with its unit where the figures below are bare.
    pub fn heads(&self, locale: Locale) -> impl Iterator<Item = String> + '_ {
        self.columns.iter().map(move |column| {
            let name = column.label(locale);
            match column {
                Column::Amount | Column::Weighted => format!("{name} (€)"),
                Column::Probability => format!("{name} (%)"),
                _ => name.to_owned(),
            }
        })
    }

    /// The cells of a row.
    pub fn cells<'a>(&'a self, card: &'a Card) -> impl Iterator<Item = Cell<'a>> + 'a {
        self.columns.iter().map(move |column| self.board.cell(card, column))
    }
}
