//! The stream of what has happened.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::{
    i18n::{Label, sentence, use_locale, use_texts},
    timeline::domain::{Entry, EntryBody},
    types::{ShortText, TimeZone, UserId},
    ui::{Avatar, Icon},
};

/// Newest first. When something was written down on another day than it happened, both are said.
#[component]
pub fn Timeline(entries: Vec<Entry>, people: BTreeMap<UserId, ShortText>) -> impl IntoView {
    let t = use_texts();
    let none = entries
        .is_empty()
        .then(|| view! { <p class="tray__none">{t.history_empty}</p> });
    let items = entries.into_iter().map(|entry| item(entry, &people)).collect_view();
    view! {
        <section class="sheet timeline" aria-labelledby="timeline-title">
            <h2 class="sheet__title" id="timeline-title">
                {t.history}
            </h2>
            <ol class="timeline__list">{items}</ol>
            {none}
        </section>
    }
}

fn item(entry: Entry, people: &BTreeMap<UserId, ShortText>) -> impl IntoView + use<> {
    let t = use_texts();
    let locale = use_locale();
    let zone = TimeZone::default();
    let (on, written) = (entry.at.local_day(zone), entry.written_at.local_day(zone));
    let later = (on != written).then(|| format!(" · {} {}", t.written_later, written.format(locale)));
    let author = entry
        .author
        .and_then(|id| people.get(&id).map(|name| (id, name.clone())));
    let by = author
        .as_ref()
        .map_or_else(|| t.the_program.to_owned(), |(_, name)| name.to_string());
    let heading = match &entry.body {
        EntryBody::Reported(report) => {
            let with = report
                .with
                .as_ref()
                .map(|with| format!(" · {with}"))
                .unwrap_or_default();
            Some(format!("{}{with}", report.activity.label(locale)))
        }
        _ => None,
    };
    let avatar = match author {
        Some((id, name)) => view! { <Avatar id=id name=name decorative=true /> }.into_any(),
        None => view! { <Icon name="dot" /> }.into_any(),
    };
    view! {
        <li class="timeline__entry">
            {avatar}
            <div>
                <p class="timeline__when">
                    <time datetime=entry.at.to_string()>{format!("{} {}", on.format(locale), entry.at.local_time(zone))}</time>
                    {format!(" · {by}")}
                    {later}
                </p>
                {heading.map(|heading| view! { <p class="timeline__what">{heading}</p> })}
                <p class="timeline__text voice">{sentence::entry(locale, &entry.body)}</p>
            </div>
        </li>
    }
}
