//! The page of the messages: those that wait, those that were accepted, those that one has left with their receipt.

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

use super::card::MessageCard;
use crate::{
    i18n::use_messages,
    loaded::load_first,
    messages::{
        api::load_messages,
        domain::{Inbox, Note},
    },
    shell::{Failure, Shell, UserButton},
    types::OpId,
    ui::{Icon, Loading},
};

/// The page.
#[component]
pub fn MessagesPage() -> impl IntoView {
    let query = use_query_map();
    let inbox = load_first(
        // All of it: a page that one comes back to differs in nothing but what it tells.
        move || query.get(),
        |_| async {
            load_messages().await.map(|inbox| {
                let operations: Vec<OpId> = inbox.waiting.iter().map(|_| OpId::fresh()).collect();
                (inbox, operations)
            })
        },
    );
    view! {
        <Title text=use_messages().title />
        <Shell>
            <Suspense fallback=Loading>
                {move || Suspend::new(async move {
                    match inbox.await {
                        Ok((inbox, operations)) => page(inbox, operations).into_any(),
                        Err(error) => view! { <Failure error=error /> }.into_any(),
                    }
                })}
            </Suspense>
        </Shell>
    }
}

fn page(inbox: Inbox, operations: Vec<OpId>) -> impl IntoView {
    let t = use_messages();
    let told = use_query_map().with_untracked(|query| match (query.get("done"), query.get("late")) {
        (Some(_), _) => Some(("hoja", "check", t.done)),
        (None, Some(_)) => Some(("miel", "warning", t.late)),
        (None, None) => None,
    });
    let told = told.map(|(tone, icon, said)| {
        view! {
            <div class="notice" data-tone=tone role="status">
                <Icon name=icon />
                <p>{said}</p>
            </div>
        }
    });
    let none = inbox
        .waiting
        .is_empty()
        .then(|| view! { <p class="today__sub">{t.none}</p> });
    let Inbox {
        waiting,
        accepted,
        left,
        names,
    } = inbox;
    let operations: Vec<Option<OpId>> = operations.into_iter().map(Some).collect();
    let section = |id: &'static str, title: &'static str, notes: Vec<Note>, operations: Vec<Option<OpId>>| {
        let is_empty = notes.is_empty();
        let operations = operations.into_iter().chain(std::iter::repeat(None));
        let cards = notes.into_iter().zip(operations).map(|(note, operation)| {
            view! { <MessageCard note=note names=names.clone() operation=operation /> }
        });
        let cards = cards.collect_view();
        (!is_empty).then(|| {
            view! {
                <section class="jobs" aria-labelledby=id>
                    <h2 class="jobs__title" id=id>
                        {title}
                    </h2>
                    <ol class="jobs__list">{cards}</ol>
                </section>
            }
        })
    };
    view! {
        <main class="main page today" id="main" tabindex="-1">
            <header class="page-header">
                <h1 class="page-header__title">{t.title}</h1>
                <div class="page-header__actions">
                    <a class="btn btn--pen" href="/write?for=message">
                        <Icon name="plus" />
                        {t.new}
                    </a>
                    <UserButton class="btn-icon page-header__user" />
                </div>
            </header>
            <div class="page__body today__body">
                {told} {none} {section("waiting", t.waiting, waiting, operations)} {section("left", t.left, left, Vec::new())}
                {section("accepted", t.accepted, accepted, Vec::new())}
            </div>
        </main>
    }
}
