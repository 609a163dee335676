//! The tags that are in use as boxes: any number of them, and a card must have all that are ticked.

use leptos::prelude::*;

use crate::{
    i18n::use_texts,
    pipeline::{
        domain::Tag,
        look::field,
        view::{mover::Mover, tags},
    },
};

/// The boxes; nothing where no card has any.
pub fn boxes(mover: Mover) -> impl IntoView {
    let t = use_texts();
    let all = Memo::new(move |before: Option<&Vec<Tag>>| {
        let mut all = mover.tags.get();
        // What nothing has any more can still be taken off, and does not go from under the finger.
        let wanted = mover.look.with(|look| look.filter.tags.clone());
        for tag in wanted.iter().chain(before.into_iter().flatten()) {
            if !all.contains(tag) {
                all.push(tag.clone());
            }
        }
        all.sort();
        all
    });
    let list = move || {
        let boxes = all.get().into_iter().map(|tag| one(mover, tag)).collect::<Vec<_>>();
        (!boxes.is_empty()).then(|| {
            view! {
                <fieldset class="field bar__tags">
                    <legend class="field__label">{t.tags}</legend>
                    <div>{boxes}</div>
                </fieldset>
            }
        })
    };
    view! {
        {tags::in_use(mover)}
        {list}
    }
}

fn one(mover: Mover, tag: Tag) -> impl IntoView {
    let (name, tone) = (tag.to_string(), tags::tone(&tag));
    let is_on = move || mover.look.with(|look| look.filter.tags.contains(&tag));
    view! {
        <label class="choice">
            <input type="checkbox" name=field::TAG value=name.clone() checked=untrack(&is_on) prop:checked=is_on />
            <span class="dot" data-tone=tone></span>
            {name}
        </label>
    }
}
