//! A field that is changed where it is shown: on leaving it, or with Enter.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    i18n::use_texts,
    pipeline::{
        domain::{Card, Change},
        view::mover::Mover,
    },
    types::UserId,
    ui::Icon,
};

/// One field as text. What cannot be read stays as it was typed, with the reason under it.
#[component]
pub fn Line(
    name: &'static str,
    label: &'static str,
    #[prop(optional)] unit: &'static str,
    #[prop(default = "text")] kind: &'static str,
    card: Memo<Arc<Card>>,
    value: Memo<String>,
    /// Takes what was typed; answers why it is refused.
    keep: Callback<String, Option<String>>,
) -> impl IntoView {
    let why = RwSignal::new(None::<String>);
    let error_id = format!("panel-{name}-error");
    let described = error_id.clone();
    let change = move |event| {
        let text = event_target_value(&event);
        // What is as it was is no change.
        why.set(if text.trim() == value.get_untracked() {
            None
        } else {
            keep.run(text)
        });
    };
    view! {
        <div class="field">
            <label class="field__label" for=format!("panel-{name}")>
                {label}
            </label>
            <div class="input">
                <input
                    id=format!("panel-{name}")
                    type=kind
                    value=value.get_untracked()
                    prop:value=value
                    disabled=move || card.with(|card| card.fixed)
                    maxlength="200"
                    autocomplete="off"
                    aria-invalid=move || why.get().map(|_| "true")
                    aria-describedby=move || why.get().map(|_| described.clone())
                    on:change=change
                />
                {(!unit.is_empty()).then(|| view! { <span class="input__unit" aria-hidden="true">{unit}</span> })}
            </div>
            {move || {
                why.get()
                    .map(|why| {
                        view! {
                            <p class="field__error" id=error_id.clone() role="alert">
                                <Icon name="warning" />
                                {why}
                            </p>
                        }
                    })
            }}
        </div>
    }
}

/// Who answers for it.
#[component]
pub fn OwnerLine(mover: Mover, card: Memo<Arc<Card>>) -> impl IntoView {
    let t = use_texts();
    let owner = Memo::new(move |_| card.with(|card| card.facets.owner));
    let shown = move || owner.get().map(|id| id.to_string()).unwrap_or_default();
    let change = move |event| {
        let chosen = UserId::parse(&event_target_value(&event)).ok();
        let name = mover
            .board
            .with_untracked(|board| chosen.and_then(|id| board.owners.get(&id).map(ToString::to_string)));
        let told = format!("{}: {}", t.owner.to_lowercase(), name.as_deref().unwrap_or("—"));
        mover.edit(card.with_untracked(|card| card.id), Change::Owner(chosen), told);
    };
    let now = owner.get_untracked();
    let people = mover.board.with_untracked(|board| {
        let mut people: Vec<(UserId, String)> = board.owners.iter().map(|(id, name)| (*id, name.to_string())).collect();
        people.sort_by(|a, b| a.1.cmp(&b.1));
        people
    });
    let options = people.into_iter().map(|(id, name)| {
        view! {
            <option value=id.to_string() selected=now == Some(id)>
                {name}
            </option>
        }
    });
    view! {
        <label class="field">
            <span class="field__label">{t.owner}</span>
            <span class="input">
                <select prop:value=shown disabled=move || card.with(|card| card.fixed) on:change=change>
                    <option value="">"—"</option>
                    {options.collect_view()}
                </select>
                <Icon name="down" />
            </span>
        </label>
    }
}
