//! The shell: what stands around every page of whoever is signed in.

mod failure;
mod keys_help;
mod rail;
mod user_menu;

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

pub use failure::Failure;
pub use keys_help::keys_are_on;
use keys_help::{KeysButton, KeysHelp};
use rail::Rail;
pub use user_menu::UserButton;
use user_menu::UserMenu;

use crate::{
    error::AppError,
    i18n::{use_locale, use_texts},
    reminders::view::{Bell, provide_ring},
    search::view::{Palette, provide_palette},
    types::unpacked,
    ui::Toasts,
};

/// Rail, page, toasts, and the menu of the person.
#[component]
pub fn Shell(
    /// The page never scrolls as a whole (the board).
    #[prop(optional)]
    fixed: bool,
    /// The page shows by itself what one is reminded of (Hoy).
    #[prop(optional)]
    reminds: bool,
    children: Children,
) -> impl IntoView {
    let t = use_texts();
    provide_palette();
    provide_ring();
    view! {
        <a class="skip-link" href="#main">
            {t.skip}
        </a>
        <div class=if fixed { "app app--fixed" } else { "app" }>
            <Rail />
            {refused()}
            {(!reminds).then(|| view! { <Bell is_rung=fixed /> })}
            {children()}
            <Toasts />
            <UserMenu />
            <KeysHelp />
            <Palette />
        </div>
    }
}

/// What a form could not do, where no page has it again: without JavaScript the browser comes back with the error in the address.
fn refused() -> impl IntoView {
    let t = use_texts();
    let locale = use_locale();
    let why = use_query_map().with_untracked(|query| query.get("__err"));
    why.map(|why| {
        let why = unpacked::<AppError>(&why).map_or(t.not_done.to_owned(), |why| why.sentence(locale));
        view! {
            <div class="bell">
                <p class="bell__slip" role="alert">
                    {why}
                </p>
            </div>
        }
    })
}
