//! The page of a search: the same without the palette, and without JavaScript.

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

use super::group::{Lines, all_lines, content, use_words};
use crate::{
    frame::use_frame,
    loaded::load_first,
    search::{
        api::search_everything,
        domain::{Found, Query},
    },
    shell::{Failure, Shell, UserButton},
    ui::{Icon, Loading},
};

/// What is searched for is in the address.
#[component]
pub fn SearchPage() -> impl IntoView {
    let (t, _) = use_words();
    let query = use_query_map();
    let asked = move || query.get().get("q").unwrap_or_default();
    let found = load_first(asked, search_everything);
    view! {
        <Title text=t.search />
        <Shell>
            <Suspense fallback=Loading>
                {move || Suspend::new(async move {
                    match found.await {
                        Ok(found) => results(query.with_untracked(|query| query.get("q").unwrap_or_default()), &found).into_any(),
                        Err(error) => view! { <Failure error=error /> }.into_any(),
                    }
                })}
            </Suspense>
        </Shell>
    }
}

fn results(text: String, found: &Found) -> impl IntoView + use<> {
    let (t, locale) = use_words();
    let query = Query::read(&text);
    let lines = use_frame()
        .viewer
        .map(|viewer| all_lines(found, &query, &viewer, t, locale))
        .unwrap_or_default();
    let said = match (query.is_empty(), found.is_empty()) {
        (true, _) => Some(t.nothing_yet),
        (false, true) => Some(t.nothing),
        (false, false) => None,
    };
    let preparing = found.is_preparing.then_some(t.preparing);
    view! {
        <main class="main page" id="main" tabindex="-1">
            <header class="page-header">
                <h1 class="page-header__title">{t.search}</h1>
                <div class="page-header__actions">
                    <UserButton class="btn-icon page-header__user" />
                </div>
            </header>
            <div class="page__body found">
                <form class="found__form" method="get" action="/search" role="search">
                    <label class="visually-hidden" for="search-q">
                        {t.find}
                    </label>
                    <div class="input input--l">
                        <input id="search-q" name="q" type="search" value=text placeholder=t.placeholder maxlength="200" autocomplete="off" autofocus />
                    </div>
                    <button class="btn btn--primary">
                        <Icon name="search" />
                        {t.search}
                    </button>
                </form>
                <p class="found__said" role="status">
                    {said}
                    {preparing}
                </p>
                {lines.into_iter().map(section).collect_view()}
            </div>
        </main>
    }
}

fn section(group: Lines) -> impl IntoView {
    let item = |line| {
        view! {
            <li>
                <a class="found__line" href=href(&line)>
                    {content(&line)}
                </a>
            </li>
        }
    };
    view! {
        <section class="found__group" aria-label=group.title>
            <h2 class="found__title">{group.title}</h2>
            <ul>{group.lines.into_iter().map(item).collect_view()}</ul>
        </section>
    }
}

fn href(line: &super::group::Line) -> String {
    line.href.clone()
}
