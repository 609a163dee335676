//! What the list of accounts shows: links and a plain form, so that the address holds it.

use std::collections::BTreeMap;

use leptos::prelude::*;
use strum::IntoEnumIterator;

use crate::{
    clients::domain::{AccountFilter, AccountKind, Holders, Lifecycle},
    frame::use_frame,
    i18n::{Label, use_client_texts, use_locale},
    types::ShortText,
    ui::Icon,
};

/// The choices over the list.
#[component]
pub fn AccountsBar(filter: AccountFilter, holders: Holders) -> impl IntoView {
    let c = use_client_texts();
    let locale = use_locale();
    let me = use_frame().viewer.map(|viewer| viewer.id);
    let mine = me.map(|me| {
        let is_on = filter.owner == Some(me);
        let other = AccountFilter {
            owner: (!is_on).then_some(me),
            ..filter.clone()
        };
        view! {
            <a class="sift__chip" href=other.address(None) aria-current=is_on.then_some("true")>
                {c.accounts_mine}
            </a>
        }
    });
    let whole = filter.is_narrow().then(|| {
        let all = AccountFilter {
            text: filter.text.clone(),
            ..AccountFilter::default()
        };
        view! {
            <a class="btn btn--quiet btn--s" href=all.address(None)>
                {c.filter_off}
            </a>
        }
    });
    let lifecycles = Lifecycle::iter()
        .map(|it| {
            (
                it.as_ref().to_owned(),
                it.label(locale).to_owned(),
                filter.lifecycle == Some(it),
            )
        })
        .collect();
    let kinds = AccountKind::iter()
        .map(|it| {
            (
                it.as_ref().to_owned(),
                it.label(locale).to_owned(),
                filter.kind == Some(it),
            )
        })
        .collect();
    view! {
        <form class="accounts-bar" method="get" action="/accounts" aria-label=c.accounts_filter>
            <input type="hidden" name="q" value=filter.text.clone() />
            {mine}
            {choice("lifecycle", c.any_lifecycle, lifecycles)}
            {choice("owner", c.any_owner, named(&holders.users, filter.owner))}
            {choice("zone", c.any_zone, named(&holders.zones, filter.zone))}
            {choice("kind", c.any_kind, kinds)}
            <button class="btn btn--s">
                <Icon name="filter" />
                {c.filter_do}
            </button>
            {whole}
        </form>
    }
}

/// The code, the name, and whether it is the one that is chosen.
type Choices = Vec<(String, String, bool)>;

fn named<K: ToString + PartialEq + Copy>(names: &BTreeMap<K, ShortText>, chosen: Option<K>) -> Choices {
    names
        .iter()
        .map(|(id, name)| (id.to_string(), name.to_string(), chosen == Some(*id)))
        .collect()
}

fn choice(name: &'static str, any: &'static str, values: Choices) -> impl IntoView {
    let options = values.into_iter().map(|(value, said, is_chosen)| {
        view! {
            <option value=value selected=is_chosen>
                {said}
            </option>
        }
    });
    view! {
        <span class="input accounts-bar__choice">
            <select name=name aria-label=any>
                <option value="">{any}</option>
                {options.collect_view()}
            </select>
            <Icon name="down" />
        </span>
    }
}
