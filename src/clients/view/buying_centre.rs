//! The persons of a client: their post, their part in what it buys, and how to reach them in one tap.

use leptos::prelude::*;

use crate::{
    clients::domain::{BuyingPart, Person},
    i18n::{Label, use_locale, use_texts},
    ui::Icon,
};

/// Everybody who is known there.
#[component]
pub fn BuyingCentre(people: Vec<Person>) -> impl IntoView {
    let t = use_texts();
    let none = people
        .is_empty()
        .then(|| view! { <p class="tray__none">{t.people_none}</p> });
    view! {
        <section class="sheet" aria-labelledby="account-people">
            <h2 class="sheet__title" id="account-people">
                {t.buying_centre}
            </h2>
            <ul class="people__list">{people.into_iter().map(person).collect_view()}</ul>
            {none}
        </section>
    }
}

/// One of them.
pub fn person(it: Person) -> impl IntoView {
    let t = use_texts();
    let part = it.part.map(|part| {
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
    });
    let reach = |href: String, icon: &'static str, what: &str| {
        view! {
            <a class="btn-icon" href=href aria-label=format!("{what}: {}", it.name) title=what.to_owned()>
                <Icon name=icon />
            </a>
        }
    };
    let phone = it
        .phone
        .as_ref()
        .map(|phone| reach(format!("tel:{phone}"), "phone", &phone.format()));
    let email = it
        .email
        .as_ref()
        .map(|email| reach(format!("mailto:{email}"), "mail", email.as_str()));
    view! {
        <li class="people__one">
            <p class="people__who">
                <b class="voice">{it.name.to_string()}</b>
                <span>{it.role.as_ref().map_or(t.people_no_role, |role| role.as_str()).to_owned()}</span>
            </p>
            {part}
            {phone}
            {email}
        </li>
    }
}
