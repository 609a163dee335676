//! A cell: what a column says of a card; pressed, it is written in.

use std::sync::Arc;

use leptos::prelude::*;

use super::editor::editor;
use crate::{
    i18n::{Label, sentence},
    pipeline::{
        domain::{Card, Cell, Column},
        view::{mover::Mover, tags},
    },
    ui::Amount,
};

/// The inside of a cell.
pub fn cell(mover: Mover, now: Memo<Arc<Card>>, column: Column) -> AnyView {
    let said = move || said(mover, &now.get(), column);
    let (account, fixed) = now.with_untracked(|card| (card.account, card.fixed));
    match (column, account) {
        (Column::Account, Some(account)) => view! {
            <a class="ledger__name" href=format!("/accounts/{account}")>
                {said}
            </a>
        }
        .into_any(),
        (Column::Stage, _) => {
            let tone = move || {
                let stage = now.with(|card| card.stage);
                mover
                    .board
                    .with(|board| board.stage(stage).map(|stage| stage.tone.as_ref().to_owned()))
            };
            view! {
                <span class="ledger__stage" data-tone=tone>
                    <span class="dot"></span>
                    {said}
                </span>
            }
            .into_any()
        }
        _ if column.is_edited() && !fixed => {
            let open = RwSignal::new(false);
            let written = move || {
                if open.get() {
                    return editor(mover, now, column, open);
                }
                view! {
                    <button
                        class="ledger__cell"
                        type="button"
                        data-cell=column.as_ref().to_owned()
                        aria-describedby="ledger-edit"
                        on:click=move |_| open.set(true)
                    >
                        {said}
                    </button>
                }
                .into_any()
            };
            written.into_any()
        }
        _ => said.into_any(),
    }
}

/// The value for the eye.
fn said(mover: Mover, card: &Card, column: Column) -> AnyView {
    let locale = mover.locale();
    mover.board.with_untracked(|board| match board.cell(card, column) {
        Cell::Money(amount) => view! { <Amount money=amount /> }.into_any(),
        Cell::Empty => "—".into_any(),
        Cell::Text(text) => text.to_owned().into_any(),
        Cell::Percent(chance) => chance.format(locale).into_any(),
        Cell::Day(day) => day.format(locale).into_any(),
        Cell::Step(next) => sentence::next_step(locale, &next, board.today).into_any(),
        Cell::Count(count) => locale.number(count.into()).into_any(),
        Cell::Source(source) => source.label(locale).into_any(),
        Cell::Tags(of) => tags::row(mover, of),
    })
}
