//! A field that is changed where it is shown: on leaving it, or with Enter.

use std::sync::Arc;

use leptos::{html, prelude::*};

use crate::{
    i18n::{Label, sentence, use_locale},
    pipeline::{
        domain::{Card, Column},
        view::{field, mover::Mover},
    },
    types::Invalid,
    ui::{Icon, is_half_typed},
};

/// One field as text. What cannot be read stays as it was typed, with the reason under it.
#[component]
pub fn Line(
    name: &'static str,
    label: &'static str,
    #[prop(optional)] unit: &'static str,
    /// The id of the suggestions.
    #[prop(optional)]
    list: &'static str,
    #[prop(default = "text")] kind: &'static str,
    card: Memo<Arc<Card>>,
    value: Memo<String>,
    /// Takes what was typed; answers why it is refused.
    keep: Callback<String, Option<String>>,
) -> impl IntoView {
    let why = RwSignal::new(None::<String>);
    let input = NodeRef::<html::Input>::new();
    let locale = use_locale();
    Effect::new(move |before: Option<String>| {
        let now = value.get();
        let (Some(input), Some(before)) = (input.get_untracked(), before) else {
            return now;
        };
        let is_typed_in = document()
            .active_element()
            .is_some_and(|it| it.is_same_node(Some(&input)));
        if is_typed_in && input.value() != before && input.value() != now {
            // What is being typed stays; whoever types it is told what it would replace.
            why.set(Some(sentence::changed_meanwhile(locale, &now)));
        } else {
            input.set_value(&now);
        }
        now
    });
    let error_id = format!("panel-{name}-error");
    let described = error_id.clone();
    let change = move |event| {
        let text = event_target_value(&event);
        // A field that goes away with its panel says once more that it has changed.
        let Some(now) = value.try_get_untracked() else {
            return;
        };
        if input.get_untracked().is_some_and(|input| is_half_typed(&input)) {
            why.set(Some(Invalid::DayFormat.sentence(locale)));
            return;
        }
        // What is as it was is no change.
        why.set(if text.trim() == now { None } else { keep.run(text) });
        if why.with_untracked(Option::is_none)
            && let Some(input) = input.get_untracked()
        {
            // As it is written here, however it was typed.
            input.set_value(&value.get_untracked());
        }
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
                    node_ref=input
                    value=value.get_untracked()
                    disabled=move || card.with(|card| card.fixed)
                    list=(!list.is_empty()).then_some(list)
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

/// One field whose value is chosen from a list.
#[component]
pub fn ChoiceLine(mover: Mover, card: Memo<Arc<Card>>, column: Column) -> impl IntoView {
    let label = column.label(mover.locale());
    let shown = Memo::new(move |_| card.with(|card| field::typed(card, column)));
    let change = move |event| {
        let id = card.with_untracked(|card| card.id);
        // A choice of the list can be read.
        let _ = field::keep(mover, id, column, label, &event_target_value(&event));
    };
    let choices = field::choices(mover, column);
    let now = shown.get_untracked();
    // Nothing to choose from, nothing shown.
    (!choices.is_empty()).then(|| {
        let options = choices.into_iter().map(|(value, name)| {
            let is_chosen = value == now;
            view! {
                <option value=value selected=is_chosen>
                    {name}
                </option>
            }
        });
        view! {
            <label class="field">
                <span class="field__label">{label}</span>
                <span class="input">
                    <select prop:value=shown disabled=move || card.with(|card| card.fixed) on:change=change>
                        <option value="">"—"</option>
                        {options.collect_view()}
                    </select>
                    <Icon name="down" />
                </span>
            </label>
        }
    })
}
