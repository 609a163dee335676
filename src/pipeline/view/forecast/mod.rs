//! The forecast above the board: what was won, is likely, was promised and is missing. On the phone, a line that opens.

mod cell;
mod goals;
mod ruler;
mod say;

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use self::cell::Cell;
use super::mover::Mover;
use crate::{
    i18n::use_texts,
    pipeline::{
        domain::Span,
        goals_form::{BACK, Returned},
    },
    types::{OpId, unpacked},
    ui::Icon,
};

/// Its figures follow the cards at once: they are counted here, over the whole board, whatever its filter.
#[component]
pub fn ForecastHeader(
    mover: Mover,
    /// Of the form of the objectives, and of that of the commitment.
    operations: [OpId; 2],
) -> impl IntoView {
    let t = use_texts();
    let forecast = Memo::new(move |_| mover.board.with(crate::pipeline::domain::Board::forecast));
    let back = use_query_map().with_untracked(|query| query.get(BACK).and_then(|packed| unpacked::<Returned>(&packed)));
    let is_narrowed = move || mover.look.with(|look| !look.filter.is_empty());
    let mut objectives = goals::objectives(mover, operations[0], back.as_ref());
    let cells = Span::ALL.map(|span| {
        let figures = Memo::new(move |_| forecast.with(|it| it.spans[span as usize]));
        let pencil = objectives.take();
        view! { <Cell mover=mover span=span figures=figures pencil=pencil /> }
    });
    view! {
        <section class="forecast" aria-label=t.forecast>
            <details class="forecast__fold" open=back.is_some()>
                <summary class="btn-icon btn-icon--s">
                    <Icon name="down" />
                    <span class="visually-hidden">{t.forecast_all}</span>
                </summary>
            </details>
            {cells.into_iter().collect_view()}
            {say::say(mover, forecast, operations[1], back.as_ref())}
            <p class="forecast__note" hidden=move || !is_narrowed()>
                {t.forecast_whole}
            </p>
        </section>
    }
    .into_any()
}
