//! The shell: what stands around every page of whoever is signed in.

mod failure;
mod keys_help;
mod rail;
mod user_menu;

use leptos::prelude::*;

pub use failure::Failure;
pub use keys_help::keys_are_on;
use keys_help::{KeysButton, KeysHelp};
use rail::Rail;
pub use user_menu::UserButton;
use user_menu::UserMenu;

use crate::{
    i18n::use_texts,
    search::view::{Palette, provide_palette},
    ui::Toasts,
};

/// Rail, page, toasts, and the menu of the person.
#[component]
pub fn Shell(
    /// The page never scrolls as a whole (the board).
    #[prop(optional)]
    fixed: bool,
    children: Children,
) -> impl IntoView {
    let t = use_texts();
    provide_palette();
    view! {
        <a class="skip-link" href="#main">
            {t.skip}
        </a>
        <div class=if fixed { "app app--fixed" } else { "app" }>
            <Rail />
            {children()}
            <Toasts />
            <UserMenu />
            <KeysHelp />
            <Palette />
        </div>
    }
}
