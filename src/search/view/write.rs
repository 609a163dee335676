//! Anotar, from any page: about whom, in a few letters or among those opened last; then one is in the report on them.

use leptos::{ev, prelude::*, wasm_bindgen::JsCast, web_sys::HtmlElement};
use leptos_meta::Title;
use leptos_router::hooks::{use_location, use_query_map};

use super::{
    group::{Line, content, use_words},
    typing::Typing,
};
use crate::{
    frame::use_frame,
    loaded::load_first,
    search::{
        api::search_everything,
        domain::{Found, Hit, Query, Thing, marked},
    },
    shell::{Failure, Shell, UserButton},
    types::{AccountId, UserId, escaped},
    ui::{Icon, Loading, focus_field},
};

/// Where one writes on the page of a client.
const COMPOSER: &str = "composer-text";
/// What the address says when it is a message for a colleague.
const MESSAGE: &str = "message";

/// The page that asks about whom; what is searched for is in the address.
#[component]
pub fn WritePage() -> impl IntoView {
    let (t, _) = use_words();
    let query = use_query_map();
    let asked = move || query.get().get("q").unwrap_or_default();
    let found = load_first(asked, search_everything);
    view! {
        <Title text=t.write />
        <Shell>
            <Suspense fallback=Loading>
                {move || Suspend::new(async move {
                    match found.await {
                        Ok(found) => {
                            let text = query.with_untracked(|query| query.get("q").unwrap_or_default());
                            let me = use_frame().viewer.map(|viewer| viewer.id);
                            me.map(|me| page(me, text, found)).into_any()
                        }
                        Err(error) => view! { <Failure error=error /> }.into_any(),
                    }
                })}
            </Suspense>
        </Shell>
    }
}

fn page(me: UserId, text: String, found: Found) -> impl IntoView {
    let (t, _) = use_words();
    let is_message = use_query_map().with_untracked(|query| query.get("for").is_some_and(|it| it == MESSAGE));
    let typing = Typing::new(me, RwSignal::new(true));
    typing.typed.set(text.clone());
    typing.answered.set((text.clone(), found));
    Effect::new(|_| focus_field(".found__form"));
    let lines = move || {
        let query = typing.typed.with(|typed| Query::read(typed));
        typing.answered.with(|(_, found)| whom(found, &query, is_message))
    };
    let is_empty = move || typing.typed.with(|typed| Query::read(typed).is_empty());
    let said = move || match (is_empty(), lines().is_empty()) {
        (true, true) => t.write_hint,
        (true, false) => t.recent,
        (false, true) if typing.is_answered() => t.nothing,
        (false, _) => "",
    };
    let item = |line: Line| {
        view! {
            <li>
                <a class="found__line" href=line.href.clone()>
                    {content(&line)}
                </a>
            </li>
        }
    };
    view! {
        <main class="main page" id="main" tabindex="-1">
            <header class="page-header">
                <h1 class="page-header__title">{if is_message { t.write_message } else { t.write }}</h1>
                <div class="page-header__actions">
                    <UserButton class="btn-icon page-header__user" />
                </div>
            </header>
            <div class="page__body found">
                <form class="found__form" method="get" action="/write" role="search">
                    {is_message.then(|| view! { <input type="hidden" name="for" value=MESSAGE /> })}
                    <label class="visually-hidden" for="write-q">
                        {t.write_whom}
                    </label>
                    <div class="input input--l">
                        <input
                            id="write-q"
                            name="q"
                            type="search"
                            value=text
                            placeholder=t.write_whom
                            maxlength="200"
                            autocomplete="off"
                            on:input=move |event: ev::Event| typing.typed.set(event_target_value(&event))
                        />
                    </div>
                    <button class="btn btn--primary">
                        <Icon name="search" />
                        {t.search}
                    </button>
                </form>
                <p class="found__said" role="status">
                    {said}
                </p>
                <ul class="found__group">{move || lines().into_iter().map(item).collect_view()}</ul>
                <a class="btn btn--quiet" href="/accounts/new">
                    <Icon name="plus" />
                    {t.new_account}
                </a>
            </div>
        </main>
    }
}

/// The clients, the people and the sales among what was found; a person is already named in the report.
fn whom(found: &Found, query: &Query, is_message: bool) -> Vec<Line> {
    let line = |hit: &Hit| {
        let of = |account: AccountId, with: &str| match is_message {
            true => format!("/messages/new?account={account}&with={with}"),
            false => format!("/accounts/{account}?with={with}#{COMPOSER}"),
        };
        let (icon, href) = match (hit.thing, hit.account) {
            (Thing::Account(id), _) => ("accounts", of(id, "")),
            (Thing::Contact(_), Some(account)) => ("user", of(account, &escaped(&hit.name))),
            // Its own panel has a report on it.
            (Thing::Opportunity(_), _) if !is_message => ("board", hit.href()),
            _ => return None,
        };
        Some(Line {
            href,
            icon,
            name: marked(&hit.name, query),
            about: hit.about.clone(),
        })
    };
    found.hits().filter_map(line).collect()
}

/// The item of the rail, from every page: on the page of a client it is about that client.
#[component]
pub fn WriteLink() -> impl IntoView {
    let (t, _) = use_words();
    let path = use_location().pathname;
    let href = move || {
        let is_account = path.with(|path| {
            let key = path.strip_prefix("/accounts/");
            key.is_some_and(|key| AccountId::parse(key).is_ok())
        });
        match is_account {
            true => format!("{}#{COMPOSER}", path.get()),
            false => "/write".to_owned(),
        }
    };
    // Already there, one is only taken to the words.
    let go = |event: ev::MouseEvent| {
        if focus_composer() {
            event.prevent_default();
        }
    };
    view! {
        <a class="rail__item rail__new" href=href on:click=go>
            <Icon name="pen" />
            <span>{t.write}</span>
        </a>
    }
}

/// Takes whoever came to a page to write there to where one writes.
pub fn write_at_once() {
    let hash = use_location().hash;
    Effect::new(move |_| {
        if hash.with(|hash| hash.trim_start_matches('#') == COMPOSER) {
            request_animation_frame(|| {
                focus_composer();
            });
        }
    });
}

/// Puts the cursor into the report of the page; false where there is none.
fn focus_composer() -> bool {
    let found = document().get_element_by_id(COMPOSER);
    let area = found.and_then(|it| it.dyn_into::<HtmlElement>().ok());
    area.is_some_and(|area| area.focus().is_ok())
}
