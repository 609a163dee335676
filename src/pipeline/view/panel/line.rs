//! A field that is changed where it is shown: on leaving it, or with Enter.

use std::sync::Arc;

use leptos::{html, prelude::*};

use crate::{
    i18n::{Label, sentence, use_locale},
    pipeline::{
        domain::{Card, Column},
        view::{field, mover::Mover, pick::Pick},
    },
    types::Invalid,
    ui::{Icon, Refused, is_half_typed},
};

/// One field as text. What cannot be read stays as it was typed, with the reason under it.
#[component]
pub fn Line(mover: Mover, card: Memo<Arc<Card>>, column: Column) -> impl IntoView {
    let locale = use_locale();
    let label = column.label(locale);
    let (kind, unit, list) = match column {
        Column::Amount => ("text", "€", None),
        Column::Probability => ("text", "%", None),
        Column::Close => ("date", "", None),
        Column::Contact => ("text", "", Some(super::people::NAMES)),
        _ => ("text", "", None),
    };
    let keyboard = match column {
        Column::Amount => Some("decimal"),
        Column::Probability => Some("numeric"),
        _ => None,
    };
    let value = Memo::new(move |_| card.with(|card| field::typed(card, column)));
    let why = RwSignal::new(None::<String>);
    let input = NodeRef::<html::Input>::new();
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
    let id = card.with_untracked(|card| card.id);
    let error_id = format!("panel-field-{}-error", column.as_ref());
    let described = error_id.clone();
    let change = move |event| {
        let text = event_target_value(&event);
        // A field that goes away with its panel (the browser's Back) says what was typed in it when nothing of it is left here.
        let board = mover.board.try_with_untracked(|board| board.card(id).cloned());
        let Some(now) = board.flatten().map(|card| field::typed(&card, column)) else {
            return;
        };
        let input = input.try_get_untracked().flatten();
        if input.as_ref().is_some_and(is_half_typed) {
            why.set(Some(Invalid::DayFormat.sentence(locale)));
            return;
        }
        // What is as it was is no change.
        let refused = if text.trim() == now {
            None
        } else {
            field::keep(mover, id, column, label, &text)
        };
        let is_kept = refused.is_none();
        // Refused only when it has gone.
        let _ = why.try_set(refused.map(|why| why.sentence(locale)));
        if let Some(now) = value.try_get_untracked().filter(|_| is_kept)
            && let Some(input) = input
        {
            // As it is written here, however it was typed.
            input.set_value(&now);
        }
    };
    view! {
        <div class="field">
            <label class="field__label" for=format!("panel-field-{}", column.as_ref())>
                {label}
            </label>
            <div class="input">
                <input
                    id=format!("panel-field-{}", column.as_ref())
                    type=kind
                    inputmode=keyboard
                    node_ref=input
                    value=value.get_untracked()
                    disabled=move || card.with(|card| card.fixed)
                    list=list
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
                        view! { <Refused id=error_id.clone() why=why /> }
                    })
            }}
        </div>
    }
}

/// One field whose value is chosen from a list. Nothing to choose from, nothing shown.
#[component]
pub fn ChoiceLine(mover: Mover, card: Memo<Arc<Card>>, column: Column) -> impl IntoView {
    let label = column.label(mover.locale());
    let now = Memo::new(move |_| card.with(|card| field::typed(card, column)));
    let keep = Callback::new(move |value: String| {
        // A card that has gone is not asked; what stands in the list can be read.
        if let Some(id) = card.try_with_untracked(|card| card.id) {
            let _ = field::keep(mover, id, column, label, &value);
        }
    });
    let fixed = Signal::derive(move || card.with(|card| card.fixed));
    (!field::choices(mover, column, "").is_empty()).then(|| {
        view! {
            <label class="field">
                <span class="field__label">{label}</span>
                <span class="input">
                    <Pick mover=mover column=column now=now disabled=fixed node=NodeRef::new() keep=keep />
                    <Icon name="down" />
                </span>
            </label>
        }
    })
}
