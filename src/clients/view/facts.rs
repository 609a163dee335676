//! What is written down of a client.

use leptos::prelude::*;

use crate::{
    clients::domain::Account,
    i18n::{Label, use_locale, use_texts},
};

/// The facts that are known, each with its name; a telephone, an address of mail and a web page lead there.
pub fn facts(account: &Account) -> impl IntoView + use<> {
    let t = use_texts();
    let locale = use_locale();
    let place = account.address.as_ref().map(|address| {
        let parts = [
            address.street.as_ref().map(ToString::to_string),
            address.postal_code.as_ref().map(ToString::to_string),
            address.town.as_ref().map(ToString::to_string),
            address
                .postal_code
                .as_ref()
                .map(|code| code.province().name().to_owned()),
            address.country.as_ref().map(ToString::to_string),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    });
    let facts = [
        (t.nif, account.nif.as_ref().map(ToString::to_string)),
        (t.phone, account.phone.as_ref().map(crate::types::Phone::format)),
        (t.email, account.email.as_ref().map(ToString::to_string)),
        (t.web, account.web.as_ref().map(ToString::to_string)),
        (t.address, place),
        (t.sector, account.sector.as_ref().map(ToString::to_string)),
        (t.size, account.size.map(|size| size.label(locale).to_owned())),
        (t.turnover, account.turnover.map(|turnover| turnover.format(locale))),
        (t.source, account.source.map(|source| source.label(locale).to_owned())),
    ];
    let known = facts
        .into_iter()
        .filter_map(|(name, value)| value.map(|value| (name, value)));
    view! {
        <dl class="facts">
            {known
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
}
