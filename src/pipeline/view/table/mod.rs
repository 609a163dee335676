//! The board's filter as a table: every open opportunity it admits, a page of rows at a time.
//!
//! It is the board's own state in the browser ([`Mover`]), so that gestures, undo and what others do are the same; and a page is
//! bounded, so that ten thousand rows are a hundred in the document.

mod cell;
mod choice;
mod chooser;
mod editor;
mod grid;
mod pages;
mod row;
mod tools;

use std::sync::Arc;

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

use self::{grid::Grid, pages::Pages, tools::Tools};
use super::{bar::Bar, head::Head, keys, live, move_menu::MoveMenu, mover::Mover, panel::Panel, question::Questions};
use crate::{
    error::AppError,
    frame::use_frame,
    i18n::use_texts,
    loaded::load_first,
    pipeline::{
        api::{load_board, load_views},
        domain::{Board, Card, Columns, Views},
        layout,
        look::{Look, field},
    },
    shell::{Failure, Shell},
    types::OpportunityId,
    ui::{Loading, use_toasts},
};

/// So many rows are a page.
const ROWS: usize = 100;

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Table {
    mover: Mover,
    /// Every row of the filter, in order.
    rows: Memo<Vec<Arc<Card>>>,
    /// Which page of them is asked for, from 0.
    asked: Memo<usize>,
    columns: Memo<Columns>,
}

impl Table {
    fn new(mover: Mover, asked: Memo<usize>) -> Self {
        let rows = Memo::new(move |_| {
            let look = mover.look.get();
            let sort = look.layout.as_ref().and_then(|layout| layout.sort);
            mover.board.with(|board| board.rows(&look.filter, look.order, sort))
        });
        Self {
            mover,
            rows,
            asked,
            columns: Memo::new(move |_| {
                let layout = mover.look.with(|look| look.layout.clone());
                layout.unwrap_or_default().columns
            }),
        }
    }

    /// Which page is shown: where the one that was asked for is no longer there, the last.
    ///
    /// No memo: an effect that reads one over `rows` and then `rows` itself is not always run when `rows` changes and that one
    /// stays as it was (reactive_graph 0.2).
    fn page(self) -> usize {
        let last = self.rows.with(Vec::len).saturating_sub(1) / ROWS;
        self.asked.get().min(last)
    }

    /// The rows of the page.
    fn drawn(self) -> Vec<Arc<Card>> {
        let from = self.page() * ROWS;
        self.rows
            .with(|rows| rows.iter().skip(from).take(ROWS).cloned().collect())
    }
}

/// The table. It is whole before any script runs.
#[component]
pub fn TablePage() -> impl IntoView {
    let t = use_texts();
    let query = use_query_map();
    let pipeline = move || query.with(|query| query.get(field::PIPELINE)?.parse().ok());
    let board = load_first(pipeline, |pipeline| async move {
        Ok::<_, AppError>((load_board(pipeline).await?, load_views().await?))
    });
    view! {
        <Title text=t.opportunities />
        <Shell fixed=true>
            <Suspense fallback=Loading>
                {move || Suspend::new(async move {
                    match board.await {
                        Ok((board, views)) => page(board, views).into_any(),
                        Err(error) => view! { <Failure error=error /> }.into_any(),
                    }
                })}
            </Suspense>
        </Shell>
    }
}

fn page(board: Board, views: Views) -> impl IntoView {
    let creates = use_frame().viewer.is_some_and(|viewer| viewer.creates_opportunities);
    let query = use_query_map();
    let look = Memo::new(move |_| query.with(|query| Look::read_table(|name| query.get_all(name).unwrap_or_default())));
    let opened = Memo::new(move |_| {
        let card = query.with(|query| query.get(field::CARD))?;
        OpportunityId::parse(&card).ok()
    });
    let asked = Memo::new(move |_| {
        let page = query.with(|query| query.get(layout::field::PAGE)?.parse::<usize>().ok());
        page.unwrap_or(1).saturating_sub(1)
    });
    let mover = Mover::new(board, look);
    let table = Table::new(mover, asked);
    let live = live::listen(mover);
    provide_context(live);
    let toasts = use_toasts();
    on_cleanup(move || toasts.forget_offers());
    keys::listen(mover, opened, creates);
    view! {
        <main class="main board" id="main" tabindex="-1">
            <Head mover=mover live=live creates=creates />
            <Bar mover=mover views=views />
            <div class="ledger">
                <Grid table=table />
                <div class="ledger__foot">
                    <Pages table=table />
                    <Tools table=table />
                </div>
            </div>
            <MoveMenu mover=mover />
            <Questions mover=mover />
            <Panel mover=mover open=opened />
            <p class="visually-hidden" role="status">
                {mover.said}
            </p>
        </main>
    }
    .into_any()
}
