//! The persons of a client: their post, their part in what it buys, and how to reach them in one tap.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::person_editor::PersonEditor;
use crate::{
    clients::{
        domain::{BuyingPart, Person},
        forms::{ClientForm, PersonForm, Returned},
    },
    i18n::{Label, use_client_texts, use_locale, use_texts},
    types::{AccountId, OpId, unpacked},
    ui::Icon,
};

/// Everybody who is known there; whom the address names with `who`, or somebody `new`, is being written down.
#[component]
pub fn BuyingCentre(
    account: AccountId,
    people: Vec<Person>,
    edits: bool,
    is_past: bool,
    operation: OpId,
) -> impl IntoView {
    let t = use_texts();
    let c = use_client_texts();
    let query = use_query_map();
    let none = people
        .is_empty()
        .then(|| view! { <p class="tray__none">{t.people_none}</p> });
    let back: Option<Returned<PersonForm>> =
        query.with_untracked(|query| query.get(PersonForm::BACK).and_then(|packed| unpacked(&packed)));
    let known = people.clone();
    let editor = move || {
        let who = query.with(|query| query.get("who"));
        let form = match (&back, who) {
            (Some(back), None) => Some(back.clone()),
            (_, Some(who)) if who == "new" => Some(Returned {
                typed: PersonForm::default(),
                why: None,
            }),
            (_, Some(who)) => known
                .iter()
                .find(|person| edits && person.contact.to_string() == who)
                .map(|person| Returned {
                    typed: PersonForm::of(person),
                    why: None,
                }),
            (None, None) => None,
        };
        form.map(|mut form| {
            // Who has read what another changed meanwhile decides with what is now there before their eyes.
            let now = known.iter().find(|it| it.contact.to_string() == form.typed.contact);
            let now = now.map(|it| it.seen.to_string()).unwrap_or_default();
            let is_stale = form.typed.seen != now;
            form.typed.seen = now;
            view! { <PersonEditor account=account operation=operation form=form is_stale=is_stale /> }
        })
    };
    view! {
        <section class="sheet" id="people" aria-labelledby="account-people">
            <div class="sheet__head">
                <h2 class="sheet__title" id="account-people">
                    {t.buying_centre}
                </h2>
                {(!is_past).then(|| view! { <a class="btn-icon" href=format!("/accounts/{account}?who=new#people") aria-label=c.person_add title=c.person_add>
                    <Icon name="plus" />
                </a> })}
            </div>
            {editor}
            <ul class="people__list">
                {people.into_iter().map(|it| person(it, edits.then_some(account))).collect_view()}
            </ul>
            {none}
        </section>
    }
}

/// What somebody does when the firm buys.
pub(super) fn part_tag(part: BuyingPart) -> impl IntoView + use<> {
    let tone = match part {
        BuyingPart::Decides | BuyingPart::Pays => "hoja",
        BuyingPart::Influences | BuyingPart::Uses => "agua",
        BuyingPart::Blocks => "lacre",
    };
    view! {
        <span class="tag" data-tone=tone>
            {part.label(use_locale())}
        </span>
    }
}

/// A way to somebody, in one tap.
pub(super) fn reach(name: &str, href: String, icon: &'static str, what: String) -> impl IntoView + use<> {
    view! {
        <a class="btn-icon" href=href aria-label=format!("{what}: {name}") title=what>
            <Icon name=icon />
        </a>
    }
}

/// One of them; `edited` is the account on whose page they can be changed.
pub fn person(it: Person, edited: Option<AccountId>) -> impl IntoView {
    let t = use_texts();
    let phone = it
        .phone
        .as_ref()
        .map(|phone| reach(it.name.as_str(), format!("tel:{phone}"), "phone", phone.format()));
    let email = it
        .email
        .as_ref()
        .map(|email| reach(it.name.as_str(), format!("mailto:{email}"), "mail", email.to_string()));
    let heard = edited.map(|_| {
        let said = use_client_texts().said_with.to_owned();
        reach(it.name.as_str(), format!("/people/{}", it.contact), "report", said)
    });
    let name = it.name.to_string();
    let named = match edited {
        Some(account) => {
            let href = format!("/accounts/{account}?who={}#people", it.contact);
            view! {
                <a class="voice people__name" href=href>
                    {name}
                </a>
            }
            .into_any()
        }
        None => view! { <b class="voice">{name}</b> }.into_any(),
    };
    view! {
        <li class="people__one">
            <p class="people__who">
                {named}
                <span>{it.role.as_ref().map_or(t.people_no_role, |role| role.as_str()).to_owned()}</span>
            </p>
            {it.part.map(part_tag)}
            {heard}
            {phone}
            {email}
        </li>
    }
}
