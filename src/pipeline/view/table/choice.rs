//! The cell of who answers for an opportunity, while somebody is chosen.

use std::sync::Arc;

use leptos::{ev::KeyboardEvent, html, prelude::*};

use super::editor::shut;
use crate::{
    i18n::Label,
    pipeline::{
        domain::{Card, Column},
        view::{field, mover::Mover},
    },
    types::fold,
};

/// The colleagues, of whom one is chosen: at once with the pointer, and on leaving the list with the keyboard, whose arrows go
/// through everybody on the way.
pub fn choice(mover: Mover, now: Memo<Arc<Card>>, open: RwSignal<bool>) -> AnyView {
    const COLUMN: Column = Column::Owner;
    let label = COLUMN.label(mover.locale());
    let (id, owner) = now.with_untracked(|card| (card.id, field::typed(card, COLUMN)));
    let mut people: Vec<(String, String)> = mover.board.with_untracked(|board| {
        let owners = board.owners.iter();
        owners.map(|(id, name)| (id.to_string(), name.to_string())).collect()
    });
    people.sort_by_cached_key(|(_, name)| fold(name));
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
            // Whoever stands in the list can be read.
            let _ = field::keep(mover, id, COLUMN, label, &list.value());
        }
    };
    let key = move |event: KeyboardEvent| match event.key().as_str() {
        "Escape" => shut(id, COLUMN, open),
        "Enter" => {
            event.prevent_default();
            keep();
            shut(id, COLUMN, open);
        }
        _ => by_keys.set_value(true),
    };
    let change = move |_| {
        if !by_keys.get_value() {
            keep();
            shut(id, COLUMN, open);
        }
    };
    let left = move |_| {
        if open.try_get_untracked() == Some(true) {
            keep();
            open.set(false);
        }
    };
    let options = people.into_iter().map(|(id, name)| {
        let is_owner = id == owner;
        view! {
            <option value=id selected=is_owner>
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
