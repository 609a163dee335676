//! A field of an opportunity that is changed where it is shown: in the panel and in a cell of the table.

use leptos::prelude::*;

use super::mover::Mover;
use crate::{
    pipeline::domain::{Card, Change, Column},
    types::{Day, Invalid, Locale, Money, OpportunityId, Probability, ShortText, UserId},
};

/// What a field holds, as it is typed.
#[must_use]
pub fn typed(card: &Card, column: Column) -> String {
    match column {
        Column::Title => card.title.to_string(),
        Column::Amount => card.amount.map(amount).unwrap_or_default(),
        Column::Close => card.close_on.map(|day| day.to_string()).unwrap_or_default(),
        Column::Probability => card.probability.percent().to_string(),
        Column::Owner => card.facets.owner.map(|owner| owner.to_string()).unwrap_or_default(),
        _ => String::new(),
    }
}

/// Sends what was typed; answers why it cannot be read.
pub fn keep(mover: Mover, card: OpportunityId, column: Column, label: &str, text: &str) -> Option<Invalid> {
    match read(column, text.trim()) {
        Ok(change) => {
            let told = format!("{}: {}", label.to_lowercase(), told(mover, &change));
            mover.edit(card, change, told);
            None
        }
        Err(why) => Some(why),
    }
}

fn read(column: Column, text: &str) -> Result<Change, Invalid> {
    match column {
        Column::Title => ShortText::parse(text).map(Change::Title),
        Column::Amount => optional(text, |text| Money::parse_es(text)?.not_negative()).map(Change::Amount),
        Column::Close => optional(text, Day::parse_es).map(Change::CloseOn),
        Column::Probability => optional(text, Probability::parse).map(Change::Probability),
        Column::Owner => optional(text, UserId::parse).map(Change::Owner),
        _ => Err(Invalid::unknown(column.as_ref())),
    }
}

/// What a field is now, for the toast.
fn told(mover: Mover, change: &Change) -> String {
    let locale = mover.locale();
    let said = match change {
        Change::Title(title) => Some(title.to_string()),
        Change::Amount(amount) => amount.map(|amount| amount.format(locale)),
        Change::CloseOn(day) => day.map(|day| day.format(locale)),
        Change::Probability(chance) => chance.map(|chance| chance.format(locale)),
        Change::Next(_) | Change::Done => None,
        Change::Owner(owner) => mover
            .board
            .with_untracked(|board| owner.and_then(|id| board.owners.get(&id).map(ToString::to_string))),
    };
    said.unwrap_or_else(|| "—".to_owned())
}

/// An amount as it is typed.
fn amount(amount: Money) -> String {
    let parts = amount.parts(Locale::Es);
    format!("{}{}{}", parts.lead, parts.whole, parts.cents)
}

fn optional<T>(text: &str, read: impl Fn(&str) -> Result<T, Invalid>) -> Result<Option<T>, Invalid> {
    if text.is_empty() {
        Ok(None)
    } else {
        read(text).map(Some)
    }
}
