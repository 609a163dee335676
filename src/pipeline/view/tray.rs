//! A stage as a tray: its exact totals and its tickets.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    drag::Target,
    fold,
    mix::Mix,
    mover::{Mover, Shown},
    pane::Pane,
    quick::Quick,
    ticket::Ticket,
};
use crate::{
    i18n::{sentence, use_locale, use_texts},
    pipeline::domain::{Order, Place, Stage, Tally},
    ui::{Amount, Icon},
};

/// A column of the board. Totals are over every card, whatever is drawn.
#[component]
pub fn Tray(
    mover: Mover,
    stage: Stage,
    /// Draw every card at once: for whoever has no JavaScript.
    all: bool,
    /// Whether the person may add cards.
    creates: bool,
) -> impl IntoView {
    let id = stage.id;
    let cards = Memo::new(move |_| mover.column(id));
    let tally = Memo::new(move |_| cards.with(|cards| Tally::of(cards.iter())));
    let pane = Pane::new(Memo::new(move |_| cards.with(|cards| cards.len())), all);
    Effect::new(move |_| {
        let asked = mover.shown.get();
        let at = cards.with_untracked(|cards| cards.iter().position(|card| Some(card.id) == asked));
        if let Some(at) = at {
            pane.reveal(at);
        }
    });
    let of = stage.clone();
    let over = Memo::new(move |_| {
        mover
            .drag
            .with(|drag| drag.as_ref().and_then(|drag| drag.future_of(&of)))
    });
    let slot = Memo::new(
        move |_| match mover.drag.with(|drag| drag.as_ref().map(|drag| drag.target)) {
            // Where the order is not the people's own, a place would say nothing.
            Some(Target::Column(stage, place))
                if stage == id && mover.look.with(|look| look.order == Order::Manual) =>
            {
                Some(place)
            }
            _ => None,
        },
    );
    let folded = Memo::new(move |_| mover.is_folded(id));
    Effect::new(move |was_folded: Option<bool>| {
        let is_folded = folded.get();
        if was_folded == Some(true) && !is_folded {
            // Once it is drawn.
            request_animation_frame(move || pane.look());
        }
        is_folded
    });
    let column = Parts {
        mover,
        cards,
        tally,
        over,
        slot,
        pane,
    };
    let tab = format!("tab-{}", stage.code);
    let of = stage.clone();
    view! {
        <section
            class="tray"
            id=format!("stage-{}", stage.code)
            data-tone=stage.tone.as_ref().to_owned()
            data-stage=id.to_string()
            data-folded=move || folded.get().then_some("true")
            data-over=move || over.get().map(|_| "true")
            aria-labelledby=tab
        >
            {move || {
                if folded.get() {
                    fold::strip(mover, &of, tally, over).into_any()
                } else {
                    view! {
                        {head(column, &of, creates)}
                        {list(column, &of)}
                    }
                        .into_any()
                }
            }}
        </section>
    }
}

/// What the parts of an open column share.
#[derive(Clone, Copy)]
struct Parts {
    mover: Mover,
    cards: Memo<Shown>,
    tally: Memo<Tally>,
    over: Memo<Option<Tally>>,
    slot: Memo<Option<Place>>,
    pane: Pane,
}

fn head(column: Parts, stage: &Stage, creates: bool) -> impl IntoView + use<> {
    let t = use_texts();
    let locale = use_locale();
    let Parts { mover, tally, over, .. } = column;
    let id = stage.id;
    // While a card hangs over it the column shows what it would hold.
    let future = move || over.get().map_or(tally.get(), |more| tally.get().plus(more));
    let adds = move || mover.adding.get() == Some(id);
    let new = stage.clone();
    let add = creates.then(|| {
        view! {
            <a
                class="btn-icon btn-icon--s"
                href=format!("/opportunities/new?stage={id}")
                aria-label=format!("{}: {}", t.new_title, stage.name)
                aria-expanded=move || adds().to_string()
                on:click=move |event| {
                    event.prevent_default();
                    mover.adding.update(|now| *now = (*now != Some(id)).then_some(id));
                }
            >
                <Icon name="plus" />
            </a>
        }
    });
    view! {
        <header class="tray__head">
            <h2 class="tray__tab" id=format!("tab-{}", stage.code)>
                <span class="tray__name">{stage.name.to_string()}</span>
                <span class="tray__count">
                    {move || locale.number(tally.get().count.into())}
                    {move || over.get().filter(|it| it.count > 0).map(|it| view! { <span>"+" {it.count}</span> })}
                </span>
            </h2>
            {fold::away(mover, stage)}
            {add}
            <p class="tray__sum">
                <b>{move || view! { <Amount money=future().sum /> }}</b>
                {move || match over.get().filter(|it| it.count > 0) {
                    Some(more) => {
                        view! {
                            <span class="tray__future">"+" <Amount money=more.weighted /> " " {t.weighted}</span>
                        }
                            .into_any()
                    }
                    None => view! { <span><Amount money=tally.get().weighted /> " " {t.weighted}</span> }.into_any(),
                }}
            </p>
            <Mix mover=mover stage=id />
            <Show when=adds>
                <Quick mover=mover stage=new.clone() />
            </Show>
        </header>
    }
}

fn list(column: Parts, stage: &Stage) -> impl IntoView + use<> {
    let locale = use_locale();
    let Parts {
        mover,
        cards,
        slot,
        pane,
        ..
    } = column;
    let drawn = move || {
        let range = pane.drawn();
        cards.with(|cards| cards.get(range).unwrap_or_default().to_vec())
    };
    let in_stage = stage.clone();
    view! {
            <ol
                class="tray__list"
                tabindex="0"
                aria-label=stage.name.to_string()
                node_ref=pane.list
                on:scroll=move |_| pane.look()
            >
                <Show when=move || slot.get() == Some(Place::Top)>
                    <li class="slot" aria-hidden="true"></li>
                </Show>
                <For each=drawn key=Arc::clone let:card>
                    {
                        let below = card.id;
                        view! {
                            <Ticket mover=mover card=card stage=in_stage.clone() />
                            <Show when=move || slot.get() == Some(Place::Below(below))>
                                <li class="slot" aria-hidden="true"></li>
                            </Show>
                        }
                    }
                </For>
                <Show when=move || { pane.beyond() > 0 }>
                    <li class="tray__none">
                        <a class="link" href=move || mover.look.with(|look| look.with("all", "1"))>
                            {move || sentence::more_cards(locale, pane.beyond() as u64)}
                        </a>
                    </li>
                </Show>
            </ol>
    }
}
