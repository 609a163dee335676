//! The list of accounts.

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

use crate::{
    clients::{api::load_accounts, domain::Account},
    i18n::{Label, NewAccountTexts, use_locale, use_texts},
    frame::use_frame,
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
        (query.get("q").unwrap_or_default(), query.get("after"))
    };
    let accounts = load_first(asked, |(text, after)| load_accounts(text, after));
    view! {
        <Title text=t.accounts_title />
        <Shell>
            <Suspense fallback=Loading>
                {move || Suspend::new(async move {
                    match accounts.await {
                        Ok(page) => {
                            let (text, after) = query.with_untracked(|query| (query.get("q").unwrap_or_default(), query.get("after")));
                            list(text, after.is_some(), page.accounts, page.next).into_any()
                        }
                        Err(error) => view! { <Failure error=error /> }.into_any(),
                    }
                })}
            </Suspense>
        </Shell>
    }
}

fn list(text: String, further: bool, accounts: Vec<Account>, next: Option<String>) -> impl IntoView {
    let t = use_texts();
    let none = accounts
        .is_empty()
        .then(|| view! { <p class="tray__none">{t.accounts_none}</p> });
    let creates = use_frame().viewer.is_some_and(|viewer| viewer.creates_accounts);
    let new = creates.then(|| {
        view! {
            <a class="btn btn--pen" href="/accounts/new">
                <Icon name="plus" />
                {NewAccountTexts::of(use_locale()).title}
            </a>
        }
    });
    let begin = further.then(|| {
        view! {
            <a class="btn" href=address(&text, None)>
                <Icon name="left" />
                {t.accounts_first}
            </a>
        }
    });
    let more = next.map(|next| {
        view! {
            <a class="btn" href=address(&text, Some(&next))>
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
                            <input id="accounts-q" name="q" type="search" value=text.clone() placeholder=t.accounts_search />
                        </div>
                        <button class="btn-icon" aria-label=t.accounts_find>
                            <Icon name="search" />
                        </button>
                    </form>
                    {new}
                    <UserButton class="btn-icon page-header__user" />
                </div>
            </header>
            <div class="page__body">
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
                <p class="page-header__actions">{begin} {more}</p>
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
                    <span class="tag" data-tone=if account.lifecycle.is_customer() { "hoja" } else { "agua" }>
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

/// The address of a page of the list. Keys and searches are escaped as the browser would.
fn address(text: &str, after: Option<&str>) -> String {
    let escaped = |text: &str| leptos_router::location::Url::escape(text);
    let after = after
        .map(|after| format!("&after={}", escaped(after)))
        .unwrap_or_default();
    format!("/accounts?q={}{after}", escaped(text))
}
