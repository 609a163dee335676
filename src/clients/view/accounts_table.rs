//! The rows of the list of accounts.

use leptos::prelude::*;

use super::fact_cell::FactCell;
use crate::{
    clients::{
        domain::{AccountColumn, AccountLook, AccountRow, Holders, Lifecycle, Warmth},
        listing::cell,
    },
    frame::use_frame,
    i18n::{Label, use_listing, use_locale, use_texts},
    types::TableColumn,
    ui::Icon,
};

/// Heads that sort, and a row for each account. On a phone every row is a card.
#[component]
pub fn AccountsTable(
    look: AccountLook,
    rows: Vec<AccountRow>,
    holders: Holders,
    /// Those that are ticked, by their ids.
    picked: Vec<String>,
    /// Whether rows can be ticked.
    picks: bool,
) -> impl IntoView {
    let t = use_texts();
    let l = use_listing();
    let heads = look.columns.iter().map(|column| head(&look, column)).collect_view();
    let holders = StoredValue::new(holders);
    let columns: Vec<AccountColumn> = look.columns.iter().collect();
    let rows = rows
        .into_iter()
        .map(|row| {
            let is_picked = picked.contains(&row.account.id.to_string());
            line(row, &columns, holders, picks.then_some(is_picked))
        })
        .collect_view();
    let ticks = picks.then(|| {
        view! {
            <th role="columnheader" scope="col" class="accounts__tick">
                <span class="visually-hidden">{l.pick}</span>
            </th>
        }
    });
    view! {
        <div class="table-wrap" tabindex="0" role="region" aria-label=t.accounts_title>
            <table class="table accounts" role="table">
                <thead role="rowgroup">
                    <tr role="row">{ticks} {heads}</tr>
                </thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </div>
        <p class="visually-hidden" id="accounts-edit">
            {l.edit_hint}
        </p>
    }
}

/// The head of a column, as a link that sorts by it where the list can.
fn head(look: &AccountLook, column: AccountColumn) -> AnyView {
    let name = column.label(use_locale());
    let number = column.is_number().then_some("true");
    if !column.sorts() {
        return view! {
            <th role="columnheader" scope="col" data-number=number>
                {name}
            </th>
        }
        .into_any();
    }
    let now = look.sort.filter(|sort| sort.by == column);
    let way = now.map(|sort| if sort.descends { "descending" } else { "ascending" });
    let mark = now.map(|sort| view! { <Icon name=if sort.descends { "down" } else { "up" } /> });
    view! {
        <th role="columnheader" scope="col" aria-sort=way data-number=number>
            <a class="ledger__head" href=look.sorted_by(column).address()>
                {name}
                {mark}
            </a>
        </th>
    }
    .into_any()
}

/// `ticked` is whether it is ticked, where it can be.
fn line(row: AccountRow, columns: &[AccountColumn], holders: StoredValue<Holders>, ticked: Option<bool>) -> AnyView {
    let l = use_listing();
    let (id, name) = (row.account.id, row.account.name.to_string());
    let tick = ticked.map(|is_ticked| {
        view! {
            <td role="cell" class="accounts__tick">
                <label>
                    <input
                        type="checkbox"
                        name="form[picks][]"
                        value=id.to_string()
                        form="together"
                        checked=is_ticked
                        aria-label=format!("{}: {name}", l.pick)
                    />
                </label>
            </td>
        }
    });
    let row = RwSignal::new(row);
    let cells = columns.iter().map(|column| one(row, *column, holders)).collect_view();
    view! { <tr role="row" data-account=id.to_string()>{tick} {cells}</tr> }.into_any()
}

fn one(row: RwSignal<AccountRow>, column: AccountColumn, holders: StoredValue<Holders>) -> AnyView {
    let locale = use_locale();
    let label = column.label(locale);
    let said = move || holders.with_value(|holders| row.with(|row| cell(row, column, holders, locale).format(locale)));
    let fixed = row.with_untracked(|row| row.fixed);
    let inner = match column {
        AccountColumn::Name => return named(row),
        AccountColumn::Lifecycle => {
            let tone = row.with_untracked(|row| match row.account.lifecycle {
                Lifecycle::CustomerActive => "hoja",
                Lifecycle::CustomerInactive | Lifecycle::Discarded => "piedra",
                Lifecycle::Target | Lifecycle::Lead | Lifecycle::Quoted => "agua",
            });
            view! {
                <span class="tag" data-tone=tone>
                    {said}
                </span>
            }
            .into_any()
        }
        AccountColumn::Contact => contact(row, said()),
        column if column.is_written() && !fixed => {
            view! { <FactCell row=row column=column holders=holders /> }.into_any()
        }
        _ => said.into_any(),
    };
    view! {
        <td role="cell" data-label=label data-number=column.is_number().then_some("true")>
            <span>{inner}</span>
        </td>
    }
    .into_any()
}

/// The name, which leads to the account, over its town.
fn named(row: RwSignal<AccountRow>) -> AnyView {
    let (id, name, town) = row.with_untracked(|row| {
        let address = row.account.address.as_ref();
        let town = address.and_then(|address| address.town.clone().or_else(|| address.country.clone()));
        (row.account.id, row.account.name.to_string(), town)
    });
    view! {
        <th role="rowheader" scope="row">
            <a class="table__name" href=format!("/accounts/{id}")>
                {name}
            </a>
            <span class="table__sub">{town.map(|town| town.to_string())}</span>
        </th>
    }
    .into_any()
}

/// The day of the last contact in the colour of how warm that is, which is said as well.
fn contact(row: RwSignal<AccountRow>, said: String) -> AnyView {
    let locale = use_locale();
    let Some(last) = row.with_untracked(|row| row.last_contact) else {
        return said.into_any();
    };
    let warmth = Warmth::of(Some(last), use_frame().today);
    let tone = match warmth {
        Warmth::Hot => "lacre",
        Warmth::Warm => "miel",
        Warmth::Cold => "agua",
    };
    view! {
        <span class="tag" data-tone=tone title=warmth.label(locale)>
            {said}
            <span class="visually-hidden">{format!(", {}", warmth.label(locale))}</span>
        </span>
    }
    .into_any()
}
