//! Icons: one inline sprite with only those used.

use leptos::prelude::*;

/// The sprite; once in the page, before anything that draws from it.
#[component]
pub fn Sprite() -> impl IntoView {
    view! { <div hidden inner_html=include_str!("sprite.svg")></div> }
}

/// An icon of the sprite. Decoration: the words beside it say the same.
#[component]
pub fn Icon(
    /// Its name in the sprite, without `i-`.
    name: &'static str,
) -> impl IntoView {
    view! {
        <svg class="icon" aria-hidden="true">
            <use href=format!("#i-{name}")></use>
        </svg>
    }
}

/// The C of Clientela.
#[component]
pub fn Mark() -> impl IntoView {
    view! {
        <svg viewBox="0 0 32 32" aria-hidden="true">
            <path d="M23.8 8.2a11 11 0 1 0 0 15.6" fill="none" stroke="currentColor" stroke-width="4.4" stroke-linecap="round"></path>
            <circle cx="16.2" cy="16" r="3.9" fill="currentColor"></circle>
        </svg>
    }
}
