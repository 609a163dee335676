//! Who is in the account: whom to ask for, and how to reach them in one tap.

use leptos::prelude::*;

use crate::{
    clients::domain::{BuyingPart, Person},
    i18n::{Label, use_locale, use_texts},
    ui::Icon,
};

/// The id of the names alone, which the field of whom one deals with suggests.
pub const NAMES: &str = "panel-people";

/// The persons with their posts; their names are what a report offers as "with whom".
#[component]
pub fn People(people: Vec<Person>) -> impl IntoView {
    let t = use_texts();
    let none = people
        .is_empty()
        .then(|| view! { <p class="tray__none">{t.people_none}</p> });
    let known = people
        .iter()
        .map(|person| view! { <option value=person.name.to_string()></option> })
        .collect_view();
    let names = people
        .iter()
        .map(|person| view! { <option value=person.said()></option> })
        .collect_view();
    view! {
        <section class="people" aria-labelledby="people-title">
            <h3 class="next__title" id="people-title">
                {t.people}
            </h3>
            <ul class="people__list">{people.into_iter().map(person).collect_view()}</ul>
            {none}
            <datalist id="report-people">{names}</datalist>
            <datalist id=NAMES>{known}</datalist>
        </section>
    }
}

fn person(it: Person) -> impl IntoView {
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
