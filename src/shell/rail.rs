//! The navigation: a rail on wide screens, a bar under the thumb on narrow ones.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::user_menu::UserButton;
use crate::{
    frame::use_frame,
    i18n::{use_agenda, use_texts},
    search::view::SearchLink,
    ui::{Icon, Mark},
};

/// The pages that exist and that this person may see.
#[component]
pub fn Rail() -> impl IntoView {
    let t = use_texts();
    let viewer = use_frame().viewer;
    let may = |what: fn(&crate::frame::Viewer) -> bool| viewer.as_ref().is_some_and(what);
    let items = [
        may(|viewer| viewer.sees_accounts).then_some(("/today", "today", use_agenda().nav)),
        may(|viewer| viewer.sees_opportunities).then_some(("/board", "board", t.nav_board)),
        may(|viewer| viewer.sees_accounts).then_some(("/accounts", "accounts", t.nav_accounts)),
    ];
    view! {
        <nav class="rail" aria-label=t.main_navigation>
            <a class="rail__brand" href="/" aria-label=t.home>
                <Mark />
            </a>
            <ul class="rail__list">
                {items.into_iter().flatten().map(|(href, icon, name)| item(href, icon, name)).collect_view()}
                {viewer.is_some().then(|| view! { <li><SearchLink /></li> })}
            </ul>
            <div class="rail__foot">
                <UserButton class="btn-icon" />
            </div>
        </nav>
    }
}

fn item(href: &'static str, icon: &'static str, name: &'static str) -> impl IntoView {
    let path = use_location().pathname;
    let here = move || {
        let path = path.get();
        (path.starts_with(href) || (href == "/board" && (path == "/" || path.starts_with("/opportunities"))))
            .then_some("page")
    };
    view! {
        <li>
            <a class="rail__item" href=href aria-current=here>
                <Icon name=icon />
                <span>{name}</span>
            </a>
        </li>
    }
}
