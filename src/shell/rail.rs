//! The navigation: a rail on wide screens, a bar under the thumb on narrow ones.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::user_menu::UserButton;
use crate::{
    agenda::api::count_waiting,
    error::AppError,
    frame::use_frame,
    i18n::{use_agenda, use_messages, use_texts},
    loaded::{Loaded, load_later},
    messages::api::count_messages,
    search::view::{SearchLink, WriteLink},
    ui::{Icon, Mark},
};

/// The pages that exist and that this person may see.
#[component]
pub fn Rail() -> impl IntoView {
    let t = use_texts();
    let viewer = use_frame().viewer;
    let may = |what: fn(&crate::frame::Viewer) -> bool| viewer.as_ref().is_some_and(what);
    let works = may(|viewer| viewer.sees_accounts);
    let items = [
        may(|viewer| viewer.sees_opportunities).then_some(("/board", "board", t.nav_board)),
        may(|viewer| viewer.sees_accounts).then_some(("/accounts", "accounts", t.nav_accounts)),
    ];
    view! {
        <nav class="rail" aria-label=t.main_navigation>
            <a class="rail__brand" href="/" aria-label=t.home>
                <Mark />
            </a>
            <ul class="rail__list">
                {works.then(today)} {items.into_iter().flatten().map(|(href, icon, name)| item(href, icon, name, ())).collect_view()}
                {works.then(messages)}
                {viewer.is_some().then(|| view! { <li><SearchLink /></li> })}
            </ul>
            {works.then(|| view! { <WriteLink /> })}
            <div class="rail__foot">
                <UserButton class="btn-icon" />
            </div>
        </nav>
    }
}

/// Hoy, with how many of one's own are late or of today.
fn today() -> impl IntoView {
    let waiting = load_later(|| (), |()| count_waiting());
    item("/today", "today", use_agenda().nav, count(waiting))
}

/// Recados, with how many wait for the reader.
fn messages() -> impl IntoView {
    let waiting = load_later(|| (), |()| count_messages());
    item("/messages", "sticky", use_messages().title, count(waiting))
}

fn count(waiting: Loaded<Result<u32, AppError>>) -> impl IntoView {
    let t = use_agenda();
    let count = move || {
        Suspend::new(async move {
            let waiting = waiting.await.unwrap_or_default();
            (waiting > 0).then(|| {
                view! {
                    <b class="rail__count">
                        <span class="visually-hidden">{t.nav_waiting}</span>
                        {waiting}
                    </b>
                }
            })
        })
    };
    view! { <Suspense>{count}</Suspense> }
}

fn item(href: &'static str, icon: &'static str, name: &'static str, count: impl IntoView) -> impl IntoView {
    let path = use_location().pathname;
    let here = move || {
        let path = path.get();
        let beside = match href {
            "/board" => path == "/" || path.starts_with("/opportunities"),
            "/today" => path.starts_with("/agenda") || path.starts_with("/activities"),
            _ => false,
        };
        (beside || path.starts_with(href)).then_some("page")
    };
    view! {
        <li>
            <a class="rail__item" href=href aria-current=here>
                <Icon name=icon />
                <span>{name}</span>
                {count}
            </a>
        </li>
    }
}
