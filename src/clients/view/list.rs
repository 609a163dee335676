//! The list of accounts.

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

use super::{
    accounts_bar::{AccountsBar, hidden},
    accounts_foot::AccountsFoot,
    accounts_table::AccountsTable,
    accounts_views::AccountsViews,
    together::Together,
};
use crate::{
    clients::{
        domain::{AccountList, AccountLook, filter_field, look_field},
        forms::{Returned, TogetherForm, told},
        listing::api::load_accounts,
    },
    frame::use_frame,
    i18n::{listing, use_client_texts, use_listing, use_locale, use_merging, use_texts},
    loaded::load_first,
    shell::{Failure, Shell, UserButton},
    types::{OpId, unpacked},
    ui::{Icon, Loading},
};

/// A page at a time; what is shown, in which order and with which columns are in the address.
#[component]
pub fn AccountsPage() -> impl IntoView {
    let t = use_texts();
    let query = use_query_map();
    let look =
        Memo::new(move |_| query.with(|query| AccountLook::read(|name| query.get_all(name).unwrap_or_default())));
    let page = move || {
        let page = query.with(|query| query.get(look_field::PAGE)?.parse::<u32>().ok());
        page.unwrap_or(1).saturating_sub(1)
    };
    // What came of a form is in the address too: the same list is read anew then.
    let told = move || query.with(|query| query.get(told::OPERATION).or(query.get(told::CHANGED)));
    let accounts = load_first(
        // Its columns too: the table is drawn anew with them.
        move || (look.get(), page(), told()),
        |(look, page, _)| async move { Ok((OpId::fresh(), load_accounts(look.asked(page)).await?)) },
    );
    view! {
        <Title text=t.accounts_title />
        <Shell>
            <Suspense fallback=Loading>
                {move || Suspend::new(async move {
                    match accounts.await {
                        Ok((operation, page)) => list(look.get_untracked(), page, operation).into_any(),
                        Err(error) => view! { <Failure error=error /> }.into_any(),
                    }
                })}
            </Suspense>
        </Shell>
    }
}

fn list(look: AccountLook, page: AccountList, operation: OpId) -> impl IntoView {
    let t = use_texts();
    let l = use_listing();
    let m = use_merging();
    let locale = use_locale();
    let viewer = use_frame().viewer;
    let creates = viewer.as_ref().is_some_and(|viewer| viewer.creates_accounts);
    let changes = viewer.is_some_and(|viewer| viewer.changes_accounts_together);
    let query = use_query_map();
    let back: Option<Returned<TogetherForm>> =
        query.with_untracked(|query| query.get(told::BACK).and_then(|packed| unpacked(&packed)));
    let picked = back.as_ref().map(|back| back.typed.picks.clone()).unwrap_or_default();
    let count = listing::accounts(locale, page.count);
    let partly = (!page.is_whole).then(|| {
        view! {
            <p class="notice" data-tone="miel" role="status">
                <Icon name="clock" />
                {l.preparing}
            </p>
        }
    });
    let none = page
        .rows
        .is_empty()
        .then(|| view! { <p class="tray__none">{why_none(&look)}</p> });
    let together = changes.then(|| {
        view! { <Together look=look.clone() holders=page.holders.clone() back=back operation=operation count=page.count /> }
    });
    view! {
        <main class="main page" id="main" tabindex="-1">
            <header class="page-header">
                <h1 class="page-header__title">{t.accounts_title}</h1>
                <div class="page-header__actions">
                    <form class="page-header__actions" method="get" action="/accounts" role="search">
                        <label class="visually-hidden" for="accounts-q">
                            {l.search}
                        </label>
                        <div class="input">
                            <input
                                id="accounts-q"
                                name=filter_field::TEXT
                                type="search"
                                maxlength="200"
                                value=look.filter.text.clone()
                                placeholder=l.search
                            />
                        </div>
                        {hidden(&look, &[filter_field::TEXT])}
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
                <div class="accounts-head">
                    <AccountsBar look=look.clone() holders=page.holders.clone() />
                    {partly}
                    <div class="accounts-tools">
                        <p class="accounts-count" role="status">
                            {count}
                        </p>
                        <AccountsViews look=look.clone() views=page.views operation=operation />
                        {together}
                    </div>
                </div>
                <AccountsTable look=look.clone() rows=page.rows holders=page.holders picked=picked picks=changes />
                {none}
                <AccountsFoot look=look page=page.page count=page.count />
            </div>
        </main>
    }
}

fn why_none(look: &AccountLook) -> &'static str {
    let l = use_listing();
    let c = use_client_texts();
    if look.filter.is_narrow() {
        c.accounts_none
    } else if look.filter.text.is_empty() {
        l.none_yet
    } else {
        l.none
    }
}
