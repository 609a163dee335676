//! Who is in the account: whom to ask for, and how to reach them in one tap.

use leptos::prelude::*;

use crate::{
    clients::{domain::Person, view::person},
    i18n::use_texts,
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
            <ul class="people__list">{people.into_iter().map(|it| person(it, None)).collect_view()}</ul>
            {none}
            <datalist id="report-people">{names}</datalist>
            <datalist id=NAMES>{known}</datalist>
        </section>
    }
}
