//! What is done with all the cards that are chosen: a bar under the board, for as long as something is.

use std::collections::BTreeSet;

use leptos::{ev, prelude::*, wasm_bindgen::JsCast, web_sys::HtmlSelectElement};

use super::mover::Mover;
use crate::{
    i18n::{sentence, use_locale, use_texts},
    pipeline::domain::{Change, Place, Tally},
    types::{Day, ShortText, StageId, UserId, fold},
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
        let mut people: Vec<(&UserId, &ShortText)> = board.owners.iter().collect();
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
    let close = move |event: ev::Event| {
        // A day that is half typed is no change yet.
        if let Ok(day) = Day::parse_es(&event_target_value(&event)) {
            let text = format!("{}: {}", t.close_on.to_lowercase(), day.format(locale));
            mover.edit_together(&Change::CloseOn(Some(day)), text);
        }
    };
    view! {
        <section class="chosen" aria-label=t.chosen>
            <p class="chosen__count" role="status">
                <b>{move || sentence::opportunities(locale, tally.get().count as usize)}</b>
                <span>{move || view! { <Amount money=tally.get().sum /> }}</span>
            </p>
            {choice(t.move_all, stages, go)}
            {choice(t.owner, people, give)}
            <label class="chosen__day">
                <span>{t.close_on}</span>
                <span class="input">
                    <input type="date" on:change=close />
                </span>
            </label>
            <button
                class="btn-icon"
                type="button"
                aria-label=t.chosen_none
                title=t.chosen_none
                on:click=move |_| mover.chosen.update(BTreeSet::clear)
            >
                <Icon name="close" />
            </button>
        </section>
    }
}

/// A list that does something at once, and then shows its own name again.
fn choice(label: &'static str, values: Vec<(String, String)>, act: impl Fn(String) + 'static) -> impl IntoView {
    let change = move |event: ev::Event| {
        let list = event.target().and_then(|it| it.dyn_into::<HtmlSelectElement>().ok());
        if let Some(list) = list {
            act(list.value());
            list.set_value("");
        }
    };
    let options = values
        .into_iter()
        .map(|(value, text)| view! { <option value=value>{text}</option> });
    view! {
        <span class="input chosen__choice">
            <select aria-label=label on:change=change>
                <option value="">{label}</option>
                {options.collect_view()}
            </select>
            <Icon name="down" />
        </span>
    }
}
