//! A value that is chosen from a list where it is shown: in the panel and in a cell of the table.

use leptos::{ev, html, prelude::*};

use super::{field, mover::Mover};
use crate::pipeline::domain::Column;

/// The values of a column. One is taken at once with the pointer; by keyboard, whose arrows go through all of them on the way,
/// with Enter or on leaving the list. In a cell, which it closes, Escape leaves it as it was; in the panel it closes that, and
/// what was chosen is kept as what was typed is.
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
    let is_chosen = StoredValue::new(false);
    let take = move || {
        // A list that goes away with its panel is left once more.
        let is_chosen = is_chosen.try_update_value(std::mem::take).unwrap_or_default();
        if let Some(list) = node.try_get_untracked().flatten().filter(|_| is_chosen) {
            keep.run(list.value());
        }
    };
    let leave = move || {
        if let Some(done) = done {
            done.run(());
        }
    };
    let key = move |event: ev::KeyboardEvent| match event.key().as_str() {
        "Escape" if done.is_some() => {
            is_chosen.set_value(false);
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
        is_chosen.try_set_value(true);
        if by_keys.try_get_value() == Some(false) {
            take();
            leave();
        }
    };
    let chosen = now.get_untracked();
    let options = field::choices(mover, column, &chosen).into_iter().map(|(value, name)| {
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
