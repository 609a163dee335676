//! A tag put on, or taken off, all the cards that are chosen.

use leptos::{ev, html, prelude::*};

use super::{chosen::choice, mover::Mover, tags};
use crate::{
    i18n::{sentence, use_locale, use_texts},
    pipeline::domain::{Change, Tag, Tags},
    types::Invalid,
    ui::Icon,
};

/// The field, the list of what they have, and why the last one was refused.
pub fn tagging(mover: Mover) -> impl IntoView {
    let t = use_texts();
    let locale = use_locale();
    let input = NodeRef::<html::Input>::new();
    let why = RwSignal::new(None::<Invalid>);
    let add = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let Some(field) = input.get_untracked() else { return };
        match tags::typed(mover, &field.value()).and_then(one) {
            Ok(tag) => {
                why.set(None);
                field.set_value("");
                let full = untrack(|| mover.chosen_cards());
                let full = full.iter().filter(|card| card.tags.with(&tag).is_err()).count();
                mover.edit_together(&Change::Tag(tag.clone()), sentence::tagged(locale, &tag));
                if full > 0 {
                    mover.stayed(full, Tags::full().sentence(locale));
                }
            }
            Err(refused) => why.set(Some(refused)),
        }
    };
    // Those that any of them has.
    let theirs = Memo::new(move |_| {
        let mut all: Vec<Tag> = mover
            .chosen_cards()
            .iter()
            .flat_map(|card| card.tags.iter().cloned())
            .collect();
        all.sort();
        all.dedup();
        all
    });
    let off = move || {
        let names: Vec<(String, String)> = theirs
            .get()
            .iter()
            .map(|tag| (tag.to_string(), tag.to_string()))
            .collect();
        let drop = move |name: String| {
            if let Ok(tag) = Tag::parse(&name) {
                mover.edit_together(&Change::Untag(tag.clone()), sentence::untagged(locale, &tag));
            }
        };
        (!names.is_empty()).then(|| choice(t.tag_drop, names, drop))
    };
    view! {
        <form class="chosen__tag" novalidate on:submit=add>
            <span class="input">
                <input
                    id="chosen-tag"
                    list=tags::IN_USE
                    maxlength="60"
                    autocomplete="off"
                    placeholder=t.tag
                    aria-label=t.tag_add
                    node_ref=input
                    aria-invalid=move || why.get().map(|_| "true")
                    aria-describedby="chosen-tag-error"
                />
            </span>
            <button class="btn-icon" aria-label=t.tag_chosen title=t.tag_chosen>
                <Icon name="check" />
            </button>
        </form>
        {off}
        <p class="field__error" id="chosen-tag-error" role="alert">
            {move || why.get().map(|why| why.sentence(locale))}
        </p>
    }
}

/// One at a time: each is a gesture of its own, to be taken back.
fn one(tags: Vec<Tag>) -> Result<Tag, Invalid> {
    match <[Tag; 1]>::try_from(tags) {
        Ok([tag]) => Ok(tag),
        Err(none) if none.is_empty() => Err(Invalid::Empty),
        Err(_) => Err(Invalid::Comma),
    }
}
