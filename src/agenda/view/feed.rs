//! The address under which one's agenda is read by other programs.

use leptos::{prelude::*, server_fn::ServerFn};
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

use crate::{
    agenda::{
        api::{MakeFeed, RevokeFeed, load_feed},
        domain::FeedState,
    },
    i18n::{use_agenda, use_locale},
    loaded::load_first,
    shell::{Failure, Shell, UserButton},
    types::{OpId, TimeZone},
    ui::{Icon, Loading},
};

/// The page: whether there is one, the address once, and the buttons that make and take it.
#[component]
pub fn FeedPage() -> impl IntoView {
    let query = use_query_map();
    let state = load_first(
        move || query.get(),
        |_| async { load_feed().await.map(|state| (state, OpId::fresh(), OpId::fresh())) },
    );
    view! {
        <Title text=use_agenda().feed />
        <Shell>
            <Suspense fallback=Loading>
                {move || Suspend::new(async move {
                    match state.await {
                        Ok((state, make, revoke)) => page(state, make, revoke).into_any(),
                        Err(error) => view! { <Failure error=error /> }.into_any(),
                    }
                })}
            </Suspense>
        </Shell>
    }
}

fn page(state: FeedState, make: OpId, revoke: OpId) -> impl IntoView {
    let t = use_agenda();
    let locale = use_locale();
    let has_one = state.since.is_some();
    let stands = match state.since {
        Some(since) => format!(
            "{} {}.",
            t.feed_since,
            since.local_day(TimeZone::default()).format(locale)
        ),
        None => t.feed_none.to_owned(),
    };
    let address = state.address.map(|address| {
        view! {
            <div class="notice" data-tone="hoja" role="status">
                <Icon name="check" />
                <div>
                    <p>{t.feed_address}</p>
                    <input class="feed__address" readonly aria-label=t.feed value=address />
                </div>
            </div>
        }
    });
    view! {
        <main class="main page" id="main" tabindex="-1">
            <header class="page-header">
                <a class="btn-icon" href="/agenda" aria-label=t.agenda>
                    <Icon name="left" />
                </a>
                <h1 class="page-header__title">{t.feed}</h1>
                <div class="page-header__actions">
                    <UserButton class="btn-icon page-header__user" />
                </div>
            </header>
            <div class="page__body">
                <section class="sheet sheet--form">
                    <p>{t.feed_hint}</p>
                    {address}
                    <p>{stands}</p>
                    <div class="dialog__foot">
                        {has_one
                            .then(|| {
                                view! {
                                    <form method="post" action=RevokeFeed::url()>
                                        <input type="hidden" name="operation" value=revoke.to_string() />
                                        <button class="btn btn--quiet">{t.feed_revoke}</button>
                                    </form>
                                }
                            })}
                        <form method="post" action=MakeFeed::url()>
                            <input type="hidden" name="operation" value=make.to_string() />
                            <button class="btn btn--pen">{if has_one { t.feed_renew } else { t.feed_make }}</button>
                        </form>
                    </div>
                </section>
            </div>
        </main>
    }
}
