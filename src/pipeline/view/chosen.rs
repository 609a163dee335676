//! What is done with all the cards that are chosen: a bar under the board, for as long as something is.

use std::{collections::BTreeSet, rc::Rc};

use leptos::{ev, html, prelude::*};

use super::{chosen_tags::tagging, mover::Mover};
use crate::{
    i18n::{counting, use_locale, use_texts},
    pipeline::domain::{Change, Place, Tally},
    types::{Day, Invalid, ShortText, StageId, UserId, fold},
    ui::{Amount, Icon},
};

/// The bar of the selection.
#[component]
pub fn Chosen(mover: Mover) -> impl IntoView {
    let is_any = Memo::new(move |_| !mover.chosen_cards().is_empty());
    move || is_any.get().then(|| view! { <Tools mover=mover /> })
}

#[component]
fn Tools(mover: Mover) -> impl IntoView {
    let t = use_texts();
    let locale = use_locale();
    let tally = Memo::new(move |_| Tally::of(&mover.chosen_cards()));
    let (stages, people) = mover.board.with_untracked(|board| {
        let stages: Vec<(String, String)> = board
            .stages
            .iter()
            .map(|stage| (stage.id.to_string(), stage.name.to_string()))
            .collect();
        let mut people: Vec<(&UserId, &ShortText)> =
            board.owners.iter().filter(|(id, _)| !board.gone.contains(id)).collect();
        people.sort_by_cached_key(|(_, name)| fold(name.as_str()));
        let people = people.into_iter().map(|(id, name)| (id.to_string(), name.to_string()));
        (stages, people.collect::<Vec<_>>())
    });
    let go = move |value: String| {
        if let Ok(stage) = StageId::parse(&value) {
            mover.ask_together(stage, Place::Top);
        }
    };
    let names = people.clone();
    let give = move |value: String| {
        let name = names.iter().find(|(id, _)| *id == value).map(|(_, name)| name.as_str());
        if let (Ok(owner), Some(name)) = (UserId::parse(&value), name) {
            mover.edit_together(
                &Change::Owner(Some(owner)),
                format!("{}: {name}", t.owner.to_lowercase()),
            );
        }
    };
    let day = NodeRef::<html::Input>::new();
    let why = RwSignal::new(None::<Invalid>);
    let close = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let Some(field) = day.get_untracked() else { return };
        match Day::parse_es(&field.value()) {
            Ok(day) => {
                why.set(None);
                field.set_value("");
                let text = format!("{}: {}", t.close_on.to_lowercase(), day.format(locale));
                mover.edit_together(&Change::CloseOn(Some(day)), text);
            }
            Err(refused) => why.set(Some(refused)),
        }
    };
    let clear = move |_| {
        let first = untrack(|| mover.chosen_cards().first().map(|card| card.id));
        mover.chosen.update(BTreeSet::clear);
        if let Some(first) = first {
            mover.focus(first);
        }
    };
    view! {
        <section class="chosen" aria-label=t.chosen>
            <p class="chosen__count" role="status">
                <b>{move || counting::opportunities(locale, tally.get().count.into())}</b>
                <span>{move || view! { <Amount money=tally.get().sum /> }}</span>
            </p>
            {choice(t.move_all, stages, go)}
            {choice(t.owner, people, give)}
            <form class="chosen__day" novalidate on:submit=close>
                <label for="chosen-day">{t.close_on}</label>
                <span class="input">
                    <input
                        id="chosen-day"
                        type="date"
                        node_ref=day
                        aria-invalid=move || why.get().map(|_| "true")
                        aria-describedby="chosen-error"
                    />
                </span>
                <button class="btn-icon" aria-label=t.chosen_close title=t.chosen_close>
                    <Icon name="check" />
                </button>
            </form>
            <p class="field__error" id="chosen-error" role="alert">
                {move || why.get().map(|why| why.sentence(locale))}
            </p>
            {tagging(mover)}
            <button
                class="btn-icon"
                type="button"
                aria-label=t.chosen_none
                title=t.chosen_none
                on:click=clear
            >
                <Icon name="close" />
            </button>
        </section>
    }
}

/// A list that does something at once with the pointer, and with Enter by keyboard, whose arrows go through everything on the
/// way; then it shows its own name again.
pub fn choice(label: &'static str, values: Vec<(String, String)>, act: impl Fn(String) + 'static) -> impl IntoView {
    let node = NodeRef::<html::Select>::new();
    let by_keys = StoredValue::new(false);
    let act = move || {
        if let Some(list) = node.get_untracked() {
            act(list.value());
            list.set_value("");
        }
    };
    let act = Rc::new(act);
    let on_enter = Rc::clone(&act);
    let key = move |event: ev::KeyboardEvent| {
        by_keys.set_value(true);
        if event.key() == "Enter" {
            event.prevent_default();
            on_enter();
        }
    };
    let change = move |_| {
        if !by_keys.get_value() {
            act();
        }
    };
    let left = move |_| {
        if let Some(list) = node.get_untracked() {
            list.set_value("");
        }
    };
    let options = values
        .into_iter()
        .map(|(value, text)| view! { <option value=value>{text}</option> });
    view! {
        <span class="input chosen__choice">
            <select
                aria-label=label
                node_ref=node
                on:pointerdown=move |_| by_keys.set_value(false)
                on:keydown=key
                on:change=change
                on:blur=left
            >
                <option value="">{label}</option>
                {options.collect_view()}
            </select>
            <Icon name="down" />
        </span>
    }
}
