//! The page of a person: where they are, how to reach them, and what was said with them anywhere.

use std::{collections::BTreeMap, sync::Arc};

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

use super::buying_centre::{part_tag, reach};
use crate::{
    clients::{
        api::{load_older_of_person, load_person},
        domain::{PersonSheet, Place},
    },
    error::AppError,
    i18n::{use_client_texts, use_locale, use_texts},
    loaded::load_first,
    shell::{Failure, Shell, UserButton},
    timeline::view::{Acts, River},
    types::{AccountId, ContactId, TimeZone},
    ui::{Loading, Toast, ToastKind, raw_text, use_toasts},
};

/// One person, wherever they are.
#[component]
pub fn PersonPage() -> impl IntoView {
    let params = use_params_map();
    let id = move || params.read().get("id").and_then(|id| ContactId::parse(&id).ok());
    let sheet = load_first(id, |id| async move {
        match id {
            Some(id) => load_person(id).await,
            None => Err(AppError::NotFound),
        }
    });
    view! {
        <Shell>
            <Suspense fallback=Loading>
                {move || Suspend::new(async move {
                    match sheet.await {
                        Ok(sheet) => page(sheet).into_any(),
                        Err(error) => view! { <Failure error=error /> }.into_any(),
                    }
                })}
            </Suspense>
        </Shell>
    }
}

fn page(sheet: PersonSheet) -> impl IntoView {
    let t = use_texts();
    let c = use_client_texts();
    let locale = use_locale();
    let toasts = use_toasts();
    let PersonSheet {
        contact,
        places,
        history,
        today,
    } = sheet;
    let id = contact.id;
    let name = contact.name.to_string();
    let history = RwSignal::new(history);
    let older = Callback::new(move |()| {
        let Some(before) = history.with_untracked(|history| history.entries.last().map(|last| last.at)) else {
            return;
        };
        leptos::task::spawn_local(async move {
            match load_older_of_person(id, before).await {
                // Refused only when the reader has left the page.
                Ok(more) => drop(history.try_update(|history| {
                    history.entries.extend(more.entries);
                    history.authors.extend(more.authors);
                    history.files.extend(more.files);
                    history.goes_on = more.goes_on;
                })),
                Err(error) => toasts.show(Toast {
                    kind: ToastKind::Refused,
                    about: id.to_string(),
                    subject: String::new(),
                    text: error.sentence(locale),
                    offer: None,
                }),
            }
        });
    });
    let firms: BTreeMap<AccountId, String> = places.iter().map(|it| (it.account, it.name.to_string())).collect();
    let acts: Acts = Arc::new(move |entry, _| {
        let found = entry.account.and_then(|id| Some((id, firms.get(&id)?.clone())));
        found
            .map(|(account, firm)| {
                view! {
                    <a class="link link--alone" href=format!("/accounts/{account}")>
                        {firm}
                    </a>
                }
            })
            .into_any()
    });
    let ways = [
        contact
            .phone
            .as_ref()
            .map(|phone| reach(&name, format!("tel:{phone}"), "phone", phone.format())),
        contact
            .email
            .as_ref()
            .map(|email| reach(&name, format!("mailto:{email}"), "mail", email.to_string())),
    ];
    view! {
        <Title text=raw_text(name.clone()) />
        <main class="main page" id="main" tabindex="-1">
            <header class="page-header">
                <h1 class="page-header__title">{name}</h1>
                <div class="page-header__actions">{ways.into_iter().flatten().collect_view()} <UserButton class="btn-icon page-header__user" /></div>
            </header>
            <div class="page__body client__body">
                <div class="client__main">
                    <River history=history today=today none=c.person_nothing older=older acts=acts />
                </div>
                <div class="client__side">
                    <section class="sheet" aria-labelledby="person-places">
                        <h2 class="sheet__title" id="person-places">
                            {t.accounts_title}
                        </h2>
                        <ul class="people__list">{places.into_iter().map(place).collect_view()}</ul>
                    </section>
                </div>
            </div>
        </main>
    }
}

fn place(it: Place) -> impl IntoView {
    let t = use_texts();
    let c = use_client_texts();
    let locale = use_locale();
    let left = it.left.map(|at| {
        format!(
            " · {} {}",
            c.person_until,
            at.local_day(TimeZone::default()).format(locale)
        )
    });
    let role = it
        .role
        .as_ref()
        .map_or(t.people_no_role, |role| role.as_str())
        .to_owned();
    view! {
        <li class="people__one">
            <p class="people__who">
                <a class="voice people__name" href=format!("/accounts/{}", it.account)>
                    {it.name.to_string()}
                </a>
                <span>{role} {left}</span>
            </p>
            {it.part.map(part_tag)}
        </li>
    }
}
