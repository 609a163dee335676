//! What somebody opened last, kept by the browser: only what it was, never how it was called.

use leptos::{prelude::*, web_sys::Storage};
use leptos_router::hooks::{use_location, use_query_map};

use crate::{
    search::domain::Thing,
    types::{AccountId, OpportunityId, UserId},
};

/// So many are remembered.
const MOST: usize = 8;

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

fn place(of: UserId) -> String {
    format!("clientela-recent-{of}")
}

/// What this person opened last, the last first.
pub(super) fn recent(of: UserId) -> Vec<Thing> {
    let kept = storage().and_then(|it| it.get_item(&place(of)).ok().flatten());
    let kept = kept.unwrap_or_default();
    kept.split(' ').filter_map(Thing::parse).take(MOST).collect()
}

fn remember(of: UserId, thing: Thing) {
    let before = recent(of);
    let before = before.into_iter().filter(|it| *it != thing);
    let all: Vec<String> = std::iter::once(thing)
        .chain(before)
        .take(MOST)
        .map(|it| it.to_string())
        .collect();
    if let Some(storage) = storage() {
        // A browser that keeps nothing forgets it with the page.
        let _ = storage.set_item(&place(of), &all.join(" "));
    }
}

/// Remembers which accounts and opportunities are opened, however that happens.
pub(super) fn watch(of: UserId) {
    let (path, query) = (use_location().pathname, use_query_map());
    Effect::new(move |_| {
        let account = path.with(|path| {
            let key = path.strip_prefix("/accounts/")?;
            AccountId::parse(key).ok().map(Thing::Account)
        });
        let card = query.with(|query| {
            let key = query.get("card")?;
            OpportunityId::parse(&key).ok().map(Thing::Opportunity)
        });
        for thing in account.into_iter().chain(card) {
            remember(of, thing);
        }
    });
}
