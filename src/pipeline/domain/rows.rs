//! The board as rows: what the table shows and what an export takes out, from one function, so that they are the same.

use std::sync::Arc;

use super::{Board, Card, Cell, Column, Filter, Order, Sort};
use crate::types::fold;

/// What a row is compared by. Two of one column are always of one kind.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Number(i64),
    Text(String),
}

impl Board {
    /// Every open card that the filter admits. Without a sort they stand as on the board, column after column; in the board's
    /// order by amount, close or days that holds over all of them.
    #[must_use]
    pub fn rows(&self, filter: &Filter, order: Order, sort: Option<Sort>) -> Vec<Arc<Card>> {
        let mut columns = self.columns_as(filter, Order::Manual);
        let stages = self.open_stages();
        let mut rows: Vec<Arc<Card>> = stages.filter_map(|stage| columns.remove(&stage.id)).flatten().collect();
        match sort {
            None => order.arrange(&mut rows),
            Some(sort) => self.sort_rows(&mut rows, sort),
        }
        rows
    }

    /// What is empty comes last, whichever way; what is equal stays as it was.
    fn sort_rows(&self, rows: &mut Vec<Arc<Card>>, sort: Sort) {
        let mut keyed: Vec<(Option<Key>, Arc<Card>)> = std::mem::take(rows)
            .into_iter()
            .map(|card| (self.key(&card, sort.by), card))
            .collect();
        keyed.sort_by(|(a, _), (b, _)| match (a, b) {
            (Some(a), Some(b)) if sort.descends => b.cmp(a),
            (Some(a), Some(b)) => a.cmp(b),
            (a, b) => b.is_some().cmp(&a.is_some()),
        });
        rows.extend(keyed.into_iter().map(|(_, card)| card));
    }

    fn key(&self, card: &Card, by: Column) -> Option<Key> {
        if by == Column::Stage {
            // As the stages stand, not by their names.
            return self.stage(card.stage).map(|stage| Key::Number(stage.position.into()));
        }
        Some(match self.cell(card, by) {
            Cell::Empty => return None,
            Cell::Text(text) => Key::Text(fold(text)),
            Cell::Money(amount) => Key::Number(amount.cents()),
            Cell::Percent(chance) => Key::Number(chance.percent().into()),
            Cell::Day(day) => Key::Text(day.to_string()),
            Cell::Step(next) => {
                let at = next.at.map(|at| at.to_string()).unwrap_or_default();
                Key::Text(format!("{} {at}", next.on))
            }
            Cell::Count(count) => Key::Number(count.into()),
            Cell::Source(source) => Key::Text(source.as_ref().to_owned()),
            Cell::Tags(tags) => Key::Text(fold(&tags.joined(","))),
        })
    }
}
