//! What a column says of a card, as a value: the page writes it for the eye, an export for a spreadsheet.

use super::{Board, Card, Column, NextStep, Tags};
use crate::{
    clients::domain::Source,
    types::{Day, Money, Probability, ShortText},
};

/// The value of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell<'a> {
    Empty,
    Text(&'a str),
    Money(Money),
    Percent(Probability),
    Day(Day),
    Step(NextStep),
    Count(u32),
    Source(Source),
    Tags(&'a Tags),
}

impl Board {
    /// What a column says of a card of this board.
    #[must_use]
    pub fn cell<'a>(&'a self, card: &'a Card, column: Column) -> Cell<'a> {
        fn text(name: Option<&ShortText>) -> Cell<'_> {
            name.map_or(Cell::Empty, |name| Cell::Text(name.as_str()))
        }
        let facets = &card.facets;
        match column {
            Column::Account => text(card.account_name.as_ref()),
            Column::Title => text(Some(&card.title)),
            Column::Contact => text(card.contact_name.as_ref()),
            Column::Stage => text(self.stage(card.stage).map(|stage| &stage.name)),
            Column::Amount => card.amount.map_or(Cell::Empty, Cell::Money),
            Column::Probability => Cell::Percent(card.probability),
            Column::Weighted => card
                .amount
                .map_or(Cell::Empty, |amount| Cell::Money(amount.weighted(card.probability))),
            Column::Close => card.close_on.map_or(Cell::Empty, Cell::Day),
            Column::Next => card.next.map_or(Cell::Empty, Cell::Step),
            Column::Days => Cell::Count(card.days_in_stage(self.today).unsigned_abs()),
            Column::Owner => text(facets.owner.and_then(|it| self.owners.get(&it))),
            Column::Zone => text(facets.zone.and_then(|it| self.zones.get(&it))),
            Column::Department => text(facets.department.and_then(|it| self.departments.get(&it))),
            Column::Product => text(facets.product.and_then(|it| self.products.get(&it))),
            Column::Source => facets.source.map_or(Cell::Empty, Cell::Source),
            Column::Tags if card.tags.is_empty() => Cell::Empty,
            Column::Tags => Cell::Tags(&card.tags),
        }
    }
}
