//! What the list of accounts says in its cells.

pub mod api;
#[cfg(feature = "ssr")]
pub mod export;

use super::domain::{AccountColumn, AccountRow, Holders};
use crate::{
    i18n::Label,
    types::{CellValue, Locale, Phone, TimeZone},
};

/// What a column says of an account.
#[must_use]
pub fn cell(row: &AccountRow, column: AccountColumn, holders: &Holders, locale: Locale) -> CellValue {
    let it = &row.account;
    let named = |label: Option<&'static str>| CellValue::text(label);
    let address = it.address.as_ref();
    match column {
        AccountColumn::Name => CellValue::Text(it.name.to_string()),
        AccountColumn::Lifecycle => named(Some(it.lifecycle.label(locale))),
        AccountColumn::Kind => named(Some(it.kind.label(locale))),
        AccountColumn::Contact => CellValue::day(row.last_contact),
        AccountColumn::Owner => CellValue::text(it.owner.and_then(|id| holders.users.get(&id))),
        AccountColumn::Zone => CellValue::text(it.zone.and_then(|id| holders.zones.get(&id))),
        AccountColumn::Department => CellValue::text(it.department.and_then(|id| holders.departments.get(&id))),
        AccountColumn::Phone => CellValue::text(it.phone.as_ref().map(Phone::format)),
        AccountColumn::Email => CellValue::text(it.email.as_ref()),
        AccountColumn::Web => CellValue::text(it.web.as_ref()),
        AccountColumn::Nif => CellValue::text(it.nif.as_ref()),
        AccountColumn::Town => CellValue::text(address.and_then(|it| it.town.as_ref())),
        AccountColumn::Province => {
            let code = address.and_then(|it| it.postal_code.as_ref());
            CellValue::text(code.map(|code| code.province().name()))
        }
        AccountColumn::Sector => CellValue::text(it.sector.as_ref()),
        AccountColumn::Section => named(it.section.map(|it| it.label(locale))),
        AccountColumn::Size => named(it.size.map(|it| it.label(locale))),
        AccountColumn::Source => named(it.source.map(|it| it.label(locale))),
        AccountColumn::Turnover => it.turnover.map_or(CellValue::Empty, CellValue::Money),
        AccountColumn::Bought => CellValue::day(it.bought_on),
        AccountColumn::Created => CellValue::Day(it.created_at.local_day(TimeZone::default())),
    }
}
