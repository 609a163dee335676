//! The button of a card that opens its "Mover a…" menu. Without JavaScript it is a link to the page of the move.

use leptos::{
    ev::{KeyboardEvent, MouseEvent},
    prelude::*,
};

use super::mover::Mover;
use crate::{i18n::use_texts, pipeline::domain::Card, types::OpportunityId, ui::Icon};

/// Of a card that may be moved; `open` says whether its menu is.
pub fn menu_button<O>(mover: Mover, card: &Card, open: O) -> impl IntoView + use<O>
where
    O: Fn() -> bool + Copy + Send + Sync + 'static,
{
    let t = use_texts();
    let id = card.id;
    let label = match card.account_name {
        Some(_) => format!("{}: {} ({})", t.move_or_more, card.heading(), card.title),
        None => format!("{}: {}", t.move_or_more, card.heading()),
    };
    let press = move |event: MouseEvent| {
        event.prevent_default();
        event.stop_propagation();
        if is_second(&event) {
            return;
        }
        mover.by_keys.set_value(false);
        mover
            .menu
            .update(|menu| *menu = if *menu == Some(id) { None } else { Some(id) });
    };
    let key = move |event: KeyboardEvent| {
        // A link is followed with Enter; what is said to be a button answers to Space too.
        if event.key() == " " {
            event.prevent_default();
            mover.menu.set(Some(id));
        }
    };
    view! {
        <a
            class="btn-icon btn-icon--s ticket__menu"
            href=format!("/opportunities/{id}/move")
            role="button"
            aria-controls="move-menu"
            aria-haspopup="menu"
            aria-expanded=move || open().to_string()
            aria-label=label
            on:click=press
            on:keydown=key
        >
            <Icon name="dots" />
        </a>
    }
}

/// The same in words, where there is room for them.
pub fn labelled(mover: Mover, id: OpportunityId) -> impl IntoView + use<> {
    let open = move || mover.menu.get() == Some(id);
    view! {
        <button
            class="chip panel__move"
            type="button"
            aria-controls="move-menu"
            aria-haspopup="menu"
            aria-expanded=move || open().to_string()
            on:click=move |_| {
                mover.by_keys.set_value(false);
                mover.menu.set(Some(id));
            }
        >
            {use_texts().move_all}
        </button>
    }
}

/// Whether it is the second click of a double click.
pub fn is_second(event: &MouseEvent) -> bool {
    event.detail() > 1
}
