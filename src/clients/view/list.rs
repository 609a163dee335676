//! The list of accounts.

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

use super::accounts_bar::AccountsBar;
use crate::{
    clients::{
        api::load_accounts,
        domain::{Account, AccountFilter, AccountPage, Lifecycle},
    },
    frame::use_frame,
    i18n::{Label, use_client_texts, use_locale, use_merging, use_texts},
    loaded::load_first,
    shell::{Failure, Shell, UserButton},
    ui::{Icon, Loading},
};

/// By name, a page at a time; what is searched for and where the page begins are in the address.
#[component]
pub fn AccountsPage() -> impl IntoView {
    let t = use_texts();
    let query = use_query_map();
    let asked = move || {
        let query = query.get();
        (AccountFilter::read(|name| query.get(name)), query.get("after"))
    };
    let accounts = load_first(asked, |(filter, after)| load_accounts(filter, after));
    view! {
        <Title text=t.accounts_title />
        <Shell>
            <Suspense fallback=Loading>
                {move || Suspend::new(async move {
                    match accounts.await {
                        Ok(page) => {
                            let (filter, after) = query
                                .with_untracked(|query| (AccountFilter::read(|name| query.get(name)), query.get("after")));
                            list(filter, after.is_some(), page).into_any()
                        }
                        Err(error) => view! { <Failure error=error /> }.into_any(),
                    }
                })}
            </Suspense>
        </Shell>
    }
}

fn list(filter: AccountFilter, further: bool, page: AccountPage) -> impl IntoView {
    let t = use_texts();
    let c = use_client_texts();
    let m = use_merging();
    let creates = use_frame().viewer.is_some_and(|viewer| viewer.creates_accounts);
    let AccountPage {
        accounts,
        holders,
        next,
    } = page;
    let none = accounts.is_empty().then(|| {
        let why = if filter.is_narrow() {
            c.accounts_none
        } else {
            t.accounts_none
        };
        view! { <p class="tray__none">{why}</p> }
    });
    let begin = further.then(|| {
        view! {
            <a class="btn" href=filter.address(None)>
                <Icon name="left" />
                {t.accounts_first}
            </a>
        }
    });
    let more = next.map(|next| {
        view! {
            <a class="btn" href=filter.address(Some(&next))>
                {t.accounts_more}
                <Icon name="right" />
            </a>
        }
    });
    view! {
        <main class="main page" id="main" tabindex="-1">
            <header class="page-header">
                <h1 class="page-header__title">{t.accounts_title}</h1>
                <div class="page-header__actions">
                    <form class="page-header__actions" method="get" action="/accounts" role="search">
                        <label class="visually-hidden" for="accounts-q">
                            {t.accounts_search}
                        </label>
                        <div class="input">
                            <input id="accounts-q" name="q" type="search" value=filter.text.clone() placeholder=t.accounts_search />
                        </div>
                        {kept(&filter)}
                        <button class="btn-icon" aria-label=t.accounts_find>
                            <Icon name="search" />
                        </button>
                    </form>
                    {creates
                        .then(|| {
                            view! {
                                <a class="btn btn--pen" href="/accounts/new">
                                    <Icon name="plus" />
                                    {m.new_title}
                                </a>
                            }
                        })}
                    <UserButton class="btn-icon page-header__user" />
                </div>
            </header>
            <div class="page__body">
                <AccountsBar filter=filter holders=holders />
                <div class="table-wrap" tabindex="0" role="region" aria-label=t.accounts_title>
                    <table class="table" role="table">
                        <thead role="rowgroup">
                            <tr role="row">
                                <th role="columnheader" scope="col">
                                    {t.name}
                                </th>
                                <th role="columnheader" scope="col">
                                    {t.lifecycle}
                                </th>
                                <th role="columnheader" scope="col">
                                    {t.sector}
                                </th>
                                <th role="columnheader" scope="col">
                                    {t.phone}
                                </th>
                            </tr>
                        </thead>
                        <tbody role="rowgroup">{accounts.into_iter().map(row).collect_view()}</tbody>
                    </table>
                </div>
                {none}
                <p class="page-header__actions">
                    {begin} {more} <a class="btn btn--quiet" href="/accounts/alike">
                        <Icon name="people" />
                        {m.alike_title}
                    </a>
                </p>
            </div>
        </main>
    }
}

fn row(account: Account) -> impl IntoView {
    let t = use_texts();
    let town = account
        .address
        .as_ref()
        .and_then(|address| address.town.clone().or_else(|| address.country.clone()));
    let tone = match account.lifecycle {
        Lifecycle::CustomerActive => "hoja",
        Lifecycle::CustomerInactive | Lifecycle::Discarded => "piedra",
        Lifecycle::Target | Lifecycle::Lead | Lifecycle::Quoted => "agua",
    };
    view! {
        <tr role="row">
            <th role="rowheader" scope="row">
                <a class="table__name" href=format!("/accounts/{}", account.id)>
                    {account.name.to_string()}
                </a>
                <span class="table__sub">{town.map(|town| town.to_string())}</span>
            </th>
            <td role="cell" data-label=t.lifecycle>
                <span>
                    <span class="tag" data-tone=tone>
                        {account.lifecycle.label(use_locale())}
                    </span>
                </span>
            </td>
            <td role="cell" data-label=t.sector>
                {account.sector.map(|sector| sector.to_string())}
            </td>
            <td role="cell" data-label=t.phone>
                {account.phone.map(|phone| phone.format())}
            </td>
        </tr>
    }
}

/// What is asked besides the name, as it travels with a search.
fn kept(filter: &AccountFilter) -> impl IntoView + use<> {
    let fields = [
        ("lifecycle", filter.lifecycle.map(|it| it.as_ref().to_owned())),
        ("kind", filter.kind.map(|it| it.as_ref().to_owned())),
        ("owner", filter.owner.map(|it| it.to_string())),
        ("zone", filter.zone.map(|it| it.to_string())),
    ];
    fields
        .into_iter()
        .filter_map(|(name, value)| value.map(|value| view! { <input type="hidden" name=name value=value /> }))
        .collect_view()
}
