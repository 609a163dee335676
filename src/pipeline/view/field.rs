//! A field of an opportunity that is changed where it is shown: in the panel and in a cell of the table.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::mover::Mover;
use strum::IntoEnumIterator;

use crate::{
    clients::domain::Source,
    i18n::Label,
    pipeline::domain::{Card, Change, Column},
    types::{
        Day, DepartmentId, Invalid, Locale, Money, OpportunityId, Probability, ProductId, ShortText, UserId, ZoneId,
        fold,
    },
};

/// What a field holds, as it is typed.
#[must_use]
pub fn typed(card: &Card, column: Column) -> String {
    match column {
        Column::Title => card.title.to_string(),
        Column::Amount => card.amount.map(amount).unwrap_or_default(),
        Column::Close => card.close_on.map(|day| day.to_string()).unwrap_or_default(),
        Column::Probability => card.probability.percent().to_string(),
        Column::Contact => card.contact_name.as_ref().map(ToString::to_string).unwrap_or_default(),
        Column::Owner => key(card.facets.owner),
        Column::Zone => key(card.facets.zone),
        Column::Department => key(card.facets.department),
        Column::Product => key(card.facets.product),
        Column::Source => card.facets.source.map(|it| it.as_ref().to_owned()).unwrap_or_default(),
        _ => String::new(),
    }
}

/// What can be chosen in a field that is `now` that, as key and name, in the order of the names.
#[must_use]
pub fn choices(mover: Mover, column: Column, now: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = mover.board.with_untracked(|board| match column {
        Column::Owner => pairs(
            board
                .owners
                .iter()
                .filter(|(id, _)| !board.gone.contains(id) || id.to_string() == now),
        ),
        Column::Zone => pairs(&board.zones),
        Column::Department => pairs(&board.departments),
        Column::Product => pairs(&board.products),
        Column::Source => Source::iter()
            .map(|it| (it.as_ref().to_owned(), it.label(mover.locale()).to_owned()))
            .collect(),
        _ => Vec::new(),
    });
    found.sort_by_cached_key(|(_, name)| fold(name));
    found
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
        Column::Contact => optional(text, ShortText::parse).map(Change::Contact),
        Column::Owner => optional(text, UserId::parse).map(Change::Owner),
        Column::Zone => optional(text, ZoneId::parse).map(Change::Zone),
        Column::Department => optional(text, DepartmentId::parse).map(Change::Department),
        Column::Product => optional(text, ProductId::parse).map(Change::Product),
        Column::Source => optional(text, |text| text.parse().map_err(|_| Invalid::unknown(text))).map(Change::Source),
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
        Change::Tag(tag) | Change::Untag(tag) => Some(tag.to_string()),
        Change::Contact(name) => name.as_ref().map(ToString::to_string),
        Change::Source(source) => source.map(|it| it.label(locale).to_owned()),
        Change::Owner(it) => mover.board.with_untracked(|board| named(&board.owners, *it)),
        Change::Zone(it) => mover.board.with_untracked(|board| named(&board.zones, *it)),
        Change::Department(it) => mover.board.with_untracked(|board| named(&board.departments, *it)),
        Change::Product(it) => mover.board.with_untracked(|board| named(&board.products, *it)),
    };
    said.unwrap_or_else(|| "—".to_owned())
}

fn key<K: ToString>(id: Option<K>) -> String {
    id.map(|id| id.to_string()).unwrap_or_default()
}

fn named<K: Ord>(names: &BTreeMap<K, ShortText>, id: Option<K>) -> Option<String> {
    names.get(&id?).map(ToString::to_string)
}

fn pairs<'a, K: ToString + 'a>(names: impl IntoIterator<Item = (&'a K, &'a ShortText)>) -> Vec<(String, String)> {
    names
        .into_iter()
        .map(|(id, name)| (id.to_string(), name.to_string()))
        .collect()
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
