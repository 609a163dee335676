//! Who else looks at the board.

use leptos::prelude::*;

use super::{live::Live, mover::Mover};
use crate::{
    i18n::{sentence, use_locale, use_texts},
    types::UserId,
    ui::{Avatar, Icon},
};

/// The colleagues who look at the board too, and whether anything can be heard of them.
#[component]
pub fn Watchers(mover: Mover, live: Live) -> impl IntoView {
    /// So many faces; the number says the rest.
    const FACES: usize = 3;
    let t = use_texts();
    let locale = use_locale();
    let faces = move || {
        let others = live.others.get();
        let named = mover.board.with(|board| {
            let name = |id: &UserId| Some((*id, board.owners.get(id)?.clone()));
            others.keys().filter_map(name).take(FACES).collect::<Vec<_>>()
        });
        (!others.is_empty()).then(|| {
            view! {
                <span class="watchers__faces">
                    {named.into_iter().map(|(id, name)| view! { <Avatar id=id name=name /> }).collect_view()}
                </span>
                <span class="watchers__text">{sentence::looking(locale, others.len())}</span>
            }
        })
    };
    let deaf = move || {
        live.is_deaf.get().then(|| {
            view! {
                <span class="sync" data-tone="miel">
                    <Icon name="sync" />
                    <span class="sync__text">{t.no_connection}</span>
                </span>
            }
        })
    };
    view! {
        <div class="watchers" role="status">
            {deaf}
            {faces}
        </div>
    }
}
