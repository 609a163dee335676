//! Won and lost: where a card leaves the board, and what has left it this month.

use leptos::prelude::*;

use super::{drag::Target, mover::Mover};
use crate::{
    i18n::{use_locale, use_texts},
    pipeline::domain::{ClosedCard, Stage, StageKind, Tally},
    types::Probability,
    ui::{Amount, Dialog, Icon},
};

/// The latest so many are named; the rest are one tap away.
const NAMED: usize = 6;

/// The closing column.
#[component]
pub fn Closings(mover: Mover, stages: Vec<Stage>) -> impl IntoView {
    view! {
        <section class="closing" aria-label=move || stages_label(mover)>
            {stages.into_iter().map(|stage| zone(mover, stage)).collect_view()}
        </section>
    }
}

fn stages_label(mover: Mover) -> String {
    mover.board.with(|board| {
        let ends = board.stages.iter().filter(|stage| stage.kind != StageKind::Open);
        ends.map(|stage| stage.name.to_string()).collect::<Vec<_>>().join(", ")
    })
}

fn zone(mover: Mover, stage: Stage) -> impl IntoView {
    let t = use_texts();
    let locale = use_locale();
    let id = stage.id;
    let won = stage.kind == StageKind::Won;
    let closed = Memo::new(move |_| {
        let look = mover.look.get();
        mover.board.with(|board| {
            board
                .closed
                .iter()
                .filter(|card| card.stage == id && look.filter.admits_closed(card, board.today))
                .cloned()
                .collect::<Vec<ClosedCard>>()
        })
    });
    let tally = move || {
        closed.with(|closed| {
            closed.iter().fold(Tally::default(), |tally, card| {
                tally.with(card.amount, Probability::CERTAIN)
            })
        })
    };
    let over = move || {
        mover
            .drag
            .with(|drag| drag.as_ref().is_some_and(|drag| drag.target == Target::End(id)))
    };
    let named = move || closed.with(|closed| closed.iter().take(NAMED).map(line).collect_view());
    let is_listed = RwSignal::new(false);
    let (icon, name) = (if won { "trophy" } else { "ban" }, stage.name.to_string());
    let list = {
        let name = name.clone();
        move || {
            let close = Callback::new(move |()| is_listed.set(false));
            let all = move || closed.with(|closed| closed.iter().map(line).collect_view());
            let count = closed.with_untracked(|closed| locale.number(closed.len() as u64));
            is_listed.get().then(|| {
                view! {
                    <Dialog
                        id="closed"
                        icon=icon
                        tone=if won { "hoja" } else { "lacre" }
                        title=name.clone()
                        about=format!("{count} {}", t.this_month)
                        on_close=close
                    >
                        <div class="dialog__body">
                            <p class="field__hint">{t.closed_open}</p>
                            <ul class="closed">{all}</ul>
                        </div>
                    </Dialog>
                }
            })
        }
    };
    view! {
        <div
            class="dropzone"
            data-tone=stage.tone.as_ref().to_owned()
            data-stage=id.to_string()
            data-end="true"
            data-over=move || over().then_some("true")
        >
            <h2 class="dropzone__name">
                <Icon name=icon />
                {name}
            </h2>
            <p class="dropzone__sum">{move || view! { <Amount money=tally().sum /> }}</p>
            <p class="dropzone__sub">
                <button
                    class="link"
                    type="button"
                    aria-haspopup="dialog"
                    disabled=move || closed.with(Vec::is_empty)
                    on:click=move |_| is_listed.set(true)
                >
                    {move || locale.number(tally().count.into())}
                    " "
                    {t.this_month}
                </button>
            </p>
            <ul class="dropzone__list">{named}</ul>
            {(!won).then(|| view! { <p class="dropzone__hint">{t.closed_drop}</p> })}
        </div>
        {list}
    }
}

/// One that was won or lost; it leads to where it can be opened again.
fn line(card: &ClosedCard) -> impl IntoView + use<> {
    view! {
        <li>
            <a href=format!("/opportunities/{}/move", card.id)>{card.name.to_string()}</a>
            {card.amount.map(|amount| view! { <Amount money=amount /> })}
        </li>
    }
}
