//! A value that is chosen from a list where it is shown: in the panel and in a cell of the table.

use leptos::{ev, html, prelude::*};

use super::{field, mover::Mover};
use crate::pipeline::domain::Column;

/// The values of a column. One is taken at once with the pointer; by keyboard, whose arrows go through all of them on the way,
/// with Enter or on leaving the list. Escape leaves it as it was.
#[component]
pub fn Pick(
    mover: Mover,
    column: Column,
    /// What is chosen now.
    now: Memo<String>,
    #[prop(optional, into)] disabled: Signal<bool>,
    #[prop(optional)] label: &'static str,
    node: NodeRef<html::Select>,
    /// Takes what was chosen.
    keep: Callback<String>,
    /// Whoever chose is through with the list.
    #[prop(optional)]
    done: Option<Callback<()>>,
) -> impl IntoView {
    let by_keys = StoredValue::new(false);
    let take = move || {
        // A list that goes away with its panel is left once more.
        if let Some(list) = node.try_get_untracked().flatten() {
            keep.run(list.value());
        }
    };
    let leave = move || {
        if let Some(done) = done {
            done.run(());
        }
    };
    let key = move |event: ev::KeyboardEvent| match event.key().as_str() {
        "Escape" => {
            if let Some(list) = node.get_untracked() {
                list.set_value(&now.get_untracked());
            }
            leave();
        }
        "Enter" => {
            event.prevent_default();
            take();
            leave();
        }
        _ => by_keys.set_value(true),
    };
    let change = move |_| {
        if !by_keys.get_value() {
            take();
            leave();
        }
    };
    let chosen = now.get_untracked();
    let options = field::choices(mover, column).into_iter().map(|(value, name)| {
        let is_chosen = value == chosen;
        view! {
            <option value=value selected=is_chosen>
                {name}
            </option>
        }
    });
    view! {
        <select
            node_ref=node
            prop:value=now
            disabled=disabled
            aria-label=(!label.is_empty()).then_some(label)
            on:pointerdown=move |_| by_keys.set_value(false)
            on:keydown=key
            on:change=change
            on:blur=move |_| take()
        >
            <option value="">"—"</option>
            {options.collect_view()}
        </select>
    }
    .into_any()
}
