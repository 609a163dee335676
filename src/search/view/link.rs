//! The way to the search: a link to its page that opens the palette where there is one.

use leptos::{ev, prelude::*};

use crate::{i18n::search::use_search_texts, ui::Icon};

/// Whether the palette is open, for whatever opens it.
#[derive(Clone, Copy)]
pub(super) struct IsOpen(pub RwSignal<bool>);

/// Puts it where the rail and the palette find it.
pub fn provide_palette() {
    provide_context(IsOpen(RwSignal::new(false)));
}

/// The item of the rail.
#[component]
pub fn SearchLink() -> impl IntoView {
    let t = use_search_texts();
    let IsOpen(is_open) = expect_context();
    let open = move |event: ev::MouseEvent| {
        // Whoever wants it in another tab wants the page.
        if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
            event.prevent_default();
            is_open.set(true);
        }
    };
    view! {
        <a class="rail__item" href="/search" aria-keyshortcuts="Control+K" on:click=open>
            <Icon name="search" />
            <span>{t.search}</span>
        </a>
    }
}
