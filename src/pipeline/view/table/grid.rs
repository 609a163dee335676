//! Heads, rows and totals.

use leptos::prelude::*;

use super::{Table, row::row};
use crate::{
    i18n::{Label, counting, use_locale, use_texts},
    pipeline::{
        domain::{Column, Columns, Sort, Tally},
        layout::Layout,
        view::mover::Mover,
    },
    types::TableColumn,
    ui::{Amount, Icon},
};

/// The table in a box of its own, which scrolls: heads and totals stay in sight.
#[component]
pub fn Grid(table: Table) -> impl IntoView {
    let t = use_texts();
    let nothing = move || {
        let is_empty = table.mover.board.with(|board| board.cards.is_empty());
        let why = if is_empty {
            t.board_empty_none
        } else {
            t.board_filtered_out
        };
        table
            .rows
            .with(Vec::is_empty)
            .then(|| view! { <p class="board__none">{why}</p> })
    };
    view! {
        <div class="ledger__box" tabindex="0" role="region" aria-label=t.opportunities>
            {move || of_columns(table, table.columns.get())}
            {nothing}
        </div>
        <p class="visually-hidden" id="ledger-edit">
            {t.table_edit}
        </p>
    }
}

fn of_columns(table: Table, columns: Columns) -> AnyView {
    let t = use_texts();
    let heads = columns.iter().map(|column| head(table.mover, column)).collect_view();
    let totals = columns.clone();
    view! {
        <table class="ledger__table">
            <thead>
                <tr>
                    {heads}
                    <th scope="col">
                        <span class="visually-hidden">{t.move_or_more}</span>
                    </th>
                </tr>
            </thead>
            <tbody>
                <For each=move || table.drawn() key=|card| (card.id, card.fixed) let:card>
                    {row(table, &card, &columns)}
                </For>
            </tbody>
            <tfoot>
                <tr>
                    {move || sums(table, &totals)}
                    <td></td>
                </tr>
            </tfoot>
        </table>
    }
    .into_any()
}

/// The head of a column, as a link that sorts by it.
fn head(mover: Mover, column: Column) -> AnyView {
    let sort = move || {
        mover
            .look
            .with(|look| look.layout.as_ref().and_then(|layout| layout.sort))
    };
    let now = move || sort().filter(|sort| sort.by == column);
    let address = move || {
        let look = mover.look.get();
        let layout = Layout {
            sort: Sort::after(sort(), column),
            ..look.layout.clone().unwrap_or_default()
        };
        look.laid_out(Some(layout)).address()
    };
    let way = move || now().map(|sort| if sort.descends { "descending" } else { "ascending" });
    let mark = move || now().map(|sort| view! { <Icon name=if sort.descends { "down" } else { "up" } /> });
    view! {
        <th scope="col" aria-sort=way data-number=column.is_number().then_some("true")>
            <a class="ledger__head" href=address>
                {column.label(use_locale())}
                {mark}
            </a>
        </th>
    }
    .into_any()
}

/// What all the rows of the filter add up to, not only those of the page.
fn sums(table: Table, columns: &Columns) -> AnyView {
    let locale = use_locale();
    let tally = table.rows.with(|rows| Tally::of(rows));
    let cell = |(at, column): (usize, Column)| {
        let sum = match column {
            Column::Amount => Some(tally.sum),
            Column::Weighted => Some(tally.weighted),
            _ => None,
        };
        let sum = sum.map(|sum| view! { <Amount money=sum /> });
        let count = (at == 0).then(|| counting::opportunities(locale, tally.count.into()));
        if at == 0 {
            view! {
                <th scope="row">
                    {count}
                    " "
                    {sum}
                </th>
            }
            .into_any()
        } else {
            view! { <td data-number=column.is_number().then_some("true")>{sum}</td> }.into_any()
        }
    };
    columns.iter().enumerate().map(cell).collect_view().into_any()
}
