//! The page of an account: what it is, what is being sold to it, what has happened.

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

use crate::{
    clients::{
        api::load_account,
        domain::{Account, AccountSheet},
    },
    error::AppError,
    frame::use_frame,
    i18n::{Label, use_locale, use_texts},
    loaded::load_first,
    pipeline::domain::{Opportunity, StageKind},
    shell::{Failure, Shell, UserButton},
    timeline::view::Timeline,
    types::AccountId,
    ui::{Amount, Chance, Icon, Loading},
};

/// One client.
#[component]
pub fn AccountPage() -> impl IntoView {
    let params = use_params_map();
    let id = move || params.read().get("id").and_then(|id| AccountId::parse(&id).ok());
    let sheet = load_first(id, |id| async move {
        match id {
            Some(id) => load_account(id).await,
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

fn page(sheet: AccountSheet) -> impl IntoView {
    let t = use_texts();
    let name = sheet.account.name.to_string();
    let none = sheet
        .opportunities
        .is_empty()
        .then(|| view! { <p class="tray__none">{t.opportunities_none}</p> });
    let owner = sheet
        .account
        .owner
        .and_then(|owner| sheet.people.get(&owner))
        .map(ToString::to_string);
    let facts = details(&sheet.account, owner);
    let stages = sheet.stages;
    let named = move |opportunity: &Opportunity| {
        stages
            .get(&opportunity.stage)
            .map(ToString::to_string)
            .unwrap_or_default()
    };
    let opportunities = sheet
        .opportunities
        .into_iter()
        .map(|it| opportunity_row(named(&it), it))
        .collect_view();
    // Whoever may not see opportunities is not told that there are none.
    let sees = use_frame().viewer.is_some_and(|viewer| viewer.sees_opportunities);
    let sold = sees.then(|| {
        view! {
            <section class="sheet" aria-labelledby="account-opportunities">
                <h2 class="sheet__title" id="account-opportunities">
                    {t.opportunities}
                </h2>
                <ul class="rows">{opportunities}</ul>
                {none}
            </section>
        }
    });
    view! {
        <Title text=name.clone() />
        <main class="main page" id="main" tabindex="-1">
            <header class="page-header">
                <a class="btn-icon" href="/accounts" aria-label=t.accounts_title>
                    <Icon name="left" />
                </a>
                <h1 class="page-header__title">{name}</h1>
                <p class="page-header__sub">{sheet.account.lifecycle.label(use_locale())}</p>
                <div class="page-header__actions">
                    <UserButton class="btn-icon page-header__user" />
                </div>
            </header>
            <div class="page__body account">
                <section class="sheet" aria-labelledby="account-details">
                    <h2 class="sheet__title" id="account-details">
                        {t.details}
                    </h2>
                    {facts}
                </section>
                {sold}
                <Timeline entries=sheet.entries people=sheet.people />
            </div>
        </main>
    }
}

fn details(account: &Account, owner: Option<String>) -> impl IntoView + use<> {
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
        (t.owner, Some(owner.unwrap_or_else(|| t.nobody.to_owned()))),
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

fn opportunity_row(stage: String, it: Opportunity) -> impl IntoView {
    let t = use_texts();
    let edits = use_frame().viewer.is_some_and(|viewer| viewer.edits_opportunities);
    let title = it.title.to_string();
    let named = if edits {
        view! {
            <a class="link" href=format!("/opportunities/{}/move", it.id)>
                {title}
            </a>
        }
        .into_any()
    } else {
        view! { <span>{title}</span> }.into_any()
    };
    let tone = match it.state {
        StageKind::Open => "agua",
        StageKind::Won => "hoja",
        StageKind::Lost => "piedra",
    };
    view! {
        <li class="rows__row">
            {named}
            <span class="tag" data-tone=tone>
                {stage}
            </span>
            {match it.amount {
                Some(amount) => view! { <Amount money=amount /> }.into_any(),
                None => view! { <span>{t.no_amount}</span> }.into_any(),
            }}
            {(it.state == StageKind::Open).then(|| view! { <Chance probability=it.probability /> })}
        </li>
    }
}
