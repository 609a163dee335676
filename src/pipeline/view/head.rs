//! The head of the board and of its table: where one is, who else looks, and a new opportunity.

use leptos::prelude::*;

use super::{live::Live, mover::Mover, pipelines::Pipelines, watchers::Watchers};
use crate::{i18n::use_texts, shell::UserButton, ui::Icon};

/// The same on both, so that the switch between them moves nothing.
#[component]
pub fn Head(mover: Mover, live: Live, creates: bool) -> impl IntoView {
    let t = use_texts();
    let new_button = creates.then(|| {
        view! {
            <a class="btn btn--pen btn--fold" href=mover.new_address(None)>
                <Icon name="plus" />
                <span>{t.board_new}</span>
            </a>
        }
    });
    view! {
        <header class="page-header">
            <h1 class="page-header__title">
                {t.board_title} <span class="page-header__long">{t.board_title_long}</span>
            </h1>
            <Pipelines mover=mover />
            <div class="page-header__actions">
                <Watchers mover=mover live=live /> {new_button} <UserButton class="btn-icon page-header__user" />
            </div>
        </header>
    }
}
