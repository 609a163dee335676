//! The tags of a card, put on and taken off where they are shown.

use std::sync::Arc;

use leptos::{html, prelude::*};

use crate::{
    i18n::{sentence, use_locale, use_texts},
    pipeline::{
        domain::{Card, Change, Tag},
        view::{mover::Mover, tags},
    },
    types::Invalid,
    ui::{Icon, Refused},
};

/// The tags, each with its cross, and a field for more.
#[component]
pub fn Tagged(mover: Mover, card: Memo<Arc<Card>>) -> impl IntoView {
    let t = use_texts();
    let input = NodeRef::<html::Input>::new();
    let fixed = move || card.with(|card| card.fixed);
    let all = Memo::new(move |_| card.with(|card| card.tags.clone()));
    let drop = move |tag: &Tag| {
        let text = sentence::untagged(mover.locale(), tag);
        mover.edit(card.with_untracked(|card| card.id), Change::Untag(tag.clone()), text);
        // Its cross goes with it.
        if let Some(input) = input.get_untracked() {
            // Refused only to what is not in the page any more.
            let _ = input.focus();
        }
    };
    let item = move |tag: &Tag| {
        let of = tag.clone();
        let cross = (!fixed()).then(|| {
            let name = format!("{} «{tag}»", t.tag_drop);
            view! {
                <button class="btn-icon btn-icon--s" type="button" aria-label=name.clone() title=name on:click=move |_| drop(&of)>
                    <Icon name="close" />
                </button>
            }
        });
        view! { <li class="tagged__one">{tags::link(mover.look, tag)} {cross}</li> }
    };
    let list = move || all.with(|all| all.iter().map(item).collect_view());
    view! {
        <section class="tagged" aria-labelledby="tagged-title">
            <h3 class="field__label" id="tagged-title">
                {t.tags}
            </h3>
            <ul class="tagged__list">{list}</ul>
            {move || (!fixed()).then(|| view! { <More mover=mover card=card input=input /> })}
        </section>
    }
}

/// The field: on leaving it or with Enter. What is refused stays as it was typed, with the reason under it.
#[component]
fn More(mover: Mover, card: Memo<Arc<Card>>, input: NodeRef<html::Input>) -> impl IntoView {
    let t = use_texts();
    let locale = use_locale();
    let why = RwSignal::new(None::<Invalid>);
    let add = move |text: String| -> Result<(), Invalid> {
        let new = tags::typed(mover, &text)?;
        // A field that goes away with its panel says once more that it has changed.
        let Some((id, tags)) = card.try_with_untracked(|card| (card.id, card.tags.clone())) else {
            return Ok(());
        };
        new.iter().try_fold(tags, |all, tag| all.with(tag))?;
        for tag in new {
            let text = sentence::tagged(locale, &tag);
            mover.edit(id, Change::Tag(tag), text);
        }
        Ok(())
    };
    let change = move |event| {
        let refused = add(event_target_value(&event)).err();
        if refused.is_none()
            && let Some(input) = input.try_get_untracked().flatten()
        {
            input.set_value("");
        }
        // The panel may have gone.
        let _ = why.try_set(refused);
    };
    view! {
        <div class="input">
            <input
                id="panel-tag"
                node_ref=input
                list=tags::IN_USE
                maxlength="200"
                autocomplete="off"
                placeholder=t.tag_add
                aria-label=t.tag_add
                aria-invalid=move || why.get().map(|_| "true")
                aria-describedby=move || why.get().map(|_| "panel-tag-error")
                on:change=change
            />
        </div>
        {move || {
            why.get()
                .map(|why| {
                    view! { <Refused id="panel-tag-error" why=why.sentence(locale) /> }
                })
        }}
    }
}
