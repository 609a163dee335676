//! A cell whose value is chosen from a list (who answers for an opportunity, what is sold), while it is.

use std::sync::Arc;

use leptos::{ev::KeyboardEvent, html, prelude::*};

use super::editor::shut;
use crate::{
    i18n::Label,
    pipeline::{
        domain::{Card, Column},
        view::{field, mover::Mover},
    },
};

/// The values of a column, of which one is chosen: at once with the pointer, and on leaving the list with the keyboard, whose arrows go
/// through all of them on the way.
pub fn choice(mover: Mover, now: Memo<Arc<Card>>, column: Column, open: RwSignal<bool>) -> AnyView {
    let label = column.label(mover.locale());
    let (id, chosen) = now.with_untracked(|card| (card.id, field::typed(card, column)));
    let list = NodeRef::<html::Select>::new();
    Effect::new(move |_| {
        if let Some(list) = list.get() {
            // Refused only to what is not in the page any more.
            let _ = list.focus();
        }
    });
    let by_keys = StoredValue::new(false);
    let keep = move || {
        if let Some(list) = list.get_untracked() {
            // What stands in the list can be read.
            let _ = field::keep(mover, id, column, label, &list.value());
        }
    };
    let key = move |event: KeyboardEvent| match event.key().as_str() {
        "Escape" => shut(id, column, open),
        "Enter" => {
            event.prevent_default();
            keep();
            shut(id, column, open);
        }
        _ => by_keys.set_value(true),
    };
    let change = move |_| {
        if !by_keys.get_value() {
            keep();
            shut(id, column, open);
        }
    };
    let left = move |_| {
        if open.try_get_untracked() == Some(true) {
            keep();
            open.set(false);
        }
    };
    let options = field::choices(mover, column).into_iter().map(|(value, name)| {
        let is_chosen = value == chosen;
        view! {
            <option value=value selected=is_chosen>
                {name}
            </option>
        }
    });
    view! {
        <span class="ledger__field">
            <select
                node_ref=list
                aria-label=label
                on:pointerdown=move |_| by_keys.set_value(false)
                on:keydown=key
                on:change=change
                on:blur=left
            >
                <option value="">"—"</option>
                {options.collect_view()}
            </select>
        </span>
    }
    .into_any()
}
