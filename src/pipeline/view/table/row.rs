//! A row: one opportunity.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Table, cell::cell};
use crate::{
    pipeline::{
        domain::{Card, Columns},
        view::{live::Live, menu_button::menu_button},
    },
    types::TableColumn,
};

/// The row of a card. It stays where it is while its card changes, so that a cell that is being written in does too.
pub fn row(table: Table, card: &Arc<Card>, columns: &Columns) -> AnyView {
    let id = card.id;
    let first = card.clone();
    let live = expect_context::<Live>();
    let now = Memo::new(move |last: Option<&Arc<Card>>| {
        let found = table.rows.with(|rows| rows.iter().find(|card| card.id == id).cloned());
        // A row that leaves the filter shows what was last known until it is gone.
        found.or(last.cloned()).unwrap_or_else(|| first.clone())
    });
    let cells = columns
        .iter()
        .enumerate()
        .map(|(at, column)| {
            let inner = cell(table.mover, now, column);
            let number = column.is_number().then_some("true");
            if at == 0 {
                view! {
                    <th scope="row" data-number=number>
                        {inner}
                    </th>
                }
                .into_any()
            } else {
                view! { <td data-number=number>{inner}</td> }.into_any()
            }
        })
        .collect_view();
    let menu =
        (!card.fixed).then(|| menu_button(table.mover, card, move || table.mover.menu.get() == Some(id)).into_any());
    view! {
        <tr
            tabindex="-1"
            data-card=id.to_string()
            data-fresh=move || live.fresh.with(|fresh| fresh.contains(&id)).then_some("true")
        >
            {cells}
            <td class="ledger__menu">{menu}</td>
        </tr>
    }
    .into_any()
}
