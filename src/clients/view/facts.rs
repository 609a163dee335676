//! What is written down of a client.

use leptos::prelude::*;

use crate::{
    clients::domain::{Account, AccountKind, Address, Fact},
    i18n::{Label, use_client_texts, use_locale, use_texts},
};

/// The facts that are known, each with its name; a telephone, an address of mail and a web page lead there.
pub fn facts(account: &Account, sees_opportunities: bool) -> impl IntoView + use<> {
    let t = use_texts();
    let c = use_client_texts();
    let locale = use_locale();
    let kind = Some(account.kind).filter(|kind| *kind != AccountKind::Client);
    let facts = [
        (Fact::Kind.label(locale), kind.map(|kind| kind.label(locale).to_owned())),
        (t.nif, account.nif.as_ref().map(ToString::to_string)),
        (t.phone, account.phone.as_ref().map(crate::types::Phone::format)),
        (t.email, account.email.as_ref().map(ToString::to_string)),
        (t.web, account.web.as_ref().map(ToString::to_string)),
        (t.address, account.address.as_ref().map(Address::line)),
        (
            Fact::Section.label(locale),
            account.section.map(|it| it.label(locale).to_owned()),
        ),
        (t.sector, account.sector.as_ref().map(ToString::to_string)),
        (t.size, account.size.map(|size| size.label(locale).to_owned())),
        (t.turnover, account.turnover.map(|turnover| turnover.format(locale))),
        (t.source, account.source.map(|source| source.label(locale).to_owned())),
    ];
    let known = facts
        .into_iter()
        .filter_map(|(name, value)| value.map(|value| (name.to_owned(), value)));
    let ways = account.ways.iter().map(|way| {
        let name = way
            .what
            .as_ref()
            .map_or_else(|| way.kind.label(locale).to_owned(), ToString::to_string);
        (name, way.said())
    });
    let bought = account
        .bought_on
        .filter(|_| sees_opportunities)
        .map(|day| (c.bought_on.to_owned(), day.format(locale)));
    let known: Vec<(String, String)> = known.chain(ways).chain(bought).collect();
    if known.is_empty() {
        return view! { <p class="tray__none">{c.facts_none}</p> }.into_any();
    }
    view! {
        <dl class="facts">
            {known
                .into_iter()
                .map(|(name, value)| {
                    view! {
                        <div>
                            <dt>{name}</dt>
                            <dd>{value}</dd>
                        </div>
                    }
                })
                .collect_view()}
        </dl>
    }
    .into_any()
}
