//! A cell that is being written in. Enter and leaving it keep what was written, Escape does not; what cannot be read stays open
//! with the reason under it.

use std::sync::Arc;

use leptos::{ev::KeyboardEvent, html, prelude::*, wasm_bindgen::JsCast, web_sys::HtmlElement};

use super::choice::choice;
use crate::{
    i18n::{Label, sentence},
    pipeline::{
        domain::{Card, Column},
        view::{field, mover::Mover},
    },
    types::{Invalid, OpportunityId, TableColumn},
    ui::is_half_typed,
};

/// The field of a column; `open` is whether it is there.
pub fn editor(mover: Mover, now: Memo<Arc<Card>>, column: Column, open: RwSignal<bool>) -> AnyView {
    if column.is_chosen() {
        return choice(mover, now, column, open);
    }
    let locale = mover.locale();
    let id = now.with_untracked(|card| card.id);
    let value = Memo::new(move |_| now.with(|card| field::typed(card, column)));
    let why = RwSignal::new(None::<String>);
    let input = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        if let Some(input) = input.get() {
            // Refused only to what is not in the page any more.
            let _ = input.focus();
            input.select();
        }
    });
    Effect::new(move |before: Option<String>| {
        let now = value.get();
        let (Some(input), Some(before)) = (input.get_untracked(), before) else {
            return now;
        };
        let written = input.value();
        if written == before {
            input.set_value(&now);
        } else if written != now {
            // What is being written stays; whoever writes it is told what it would replace.
            why.set(Some(sentence::changed_meanwhile(locale, &now)));
        }
        now
    });
    let is_kept = move || {
        let Some(input) = input.get_untracked() else {
            return true;
        };
        let text = input.value();
        let refused = if is_half_typed(&input) {
            Some(Invalid::DayFormat)
        } else if text.trim() == value.get_untracked() {
            None
        } else {
            field::keep(mover, id, column, column.label(locale), &text)
        };
        why.set(refused.map(|why| why.sentence(locale)));
        why.with_untracked(Option::is_none)
    };
    let key = move |event: KeyboardEvent| {
        let leaves = match event.key().as_str() {
            "Escape" => true,
            "Enter" => is_kept(),
            _ => return,
        };
        event.prevent_default();
        if leaves {
            shut(id, column, open);
        }
    };
    let left = move |_| {
        // A field that goes away is left too: what Escape gave up is not kept after all.
        if open.try_get_untracked() == Some(true) && is_kept() {
            open.set(false);
        }
    };
    let mode = if column.is_number() { "decimal" } else { "text" };
    view! {
        <span class="ledger__field">
            <input
                type=if column == Column::Close { "date" } else { "text" }
                inputmode=mode
                node_ref=input
                value=value.get_untracked()
                maxlength="200"
                autocomplete="off"
                aria-label=column.label(locale)
                aria-invalid=move || why.get().map(|_| "true")
                aria-describedby=move || why.get().map(|_| format!("why-{id}"))
                on:keydown=key
                on:blur=left
            />
            {move || {
                why.get()
                    .map(|why| {
                        view! {
                            <span class="field__error ledger__why" id=format!("why-{id}") role="alert">
                                {why}
                            </span>
                        }
                    })
            }}
        </span>
    }
    .into_any()
}

/// Closes the field of a cell and gives the focus back to the cell.
pub fn shut(card: OpportunityId, column: Column, open: RwSignal<bool>) {
    open.set(false);
    request_animation_frame(move || {
        let cell = format!("[data-card='{card}'] [data-cell='{}']", column.as_ref());
        let found = document().query_selector(&cell).ok().flatten();
        if let Some(cell) = found.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
            // An element that cannot take the focus leaves it where it was.
            let _ = cell.focus();
        }
    });
}
