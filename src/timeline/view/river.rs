//! The stream of a client on a page of its own: by months, newest first.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    files::view::chips,
    i18n::{Label, forecast, sentence, use_client_texts, use_locale, use_texts},
    timeline::domain::{ActivityKind, Entry, EntryBody, Glossary, History, Reaction},
    types::{Day, Locale, Month, ShortText, TimeZone, UserId},
    ui::{Avatar, Icon},
};

/// Makes what stands under an entry; true where it stays on top.
pub type Acts = Arc<dyn Fn(&Entry, bool) -> AnyView + Send + Sync>;

/// Everything that has happened, as far as it has been asked for. `older` asks for more.
#[component]
pub fn River(
    history: RwSignal<History>,
    today: Day,
    /// What is said where there is nothing.
    none: &'static str,
    older: Callback<()>,
    /// What stays on top.
    #[prop(optional)]
    pins: Vec<Entry>,
    /// What the team's letters mean.
    #[prop(optional)]
    glossary: Glossary,
    /// What can be done with an entry, which may be one that stays on top.
    #[prop(optional)]
    acts: Option<Acts>,
) -> impl IntoView {
    let t = use_texts();
    let c = use_client_texts();
    let locale = use_locale();
    let on_top = (!pins.is_empty()).then(|| {
        let history = history.get_untracked();
        let events = pins
            .iter()
            .map(|entry| {
                event(
                    entry,
                    &history,
                    &glossary,
                    locale,
                    acts.as_ref().map(|acts| acts(entry, true)),
                    true,
                )
            })
            .collect_view();
        view! {
            <h3 class="river__month">{c.pinned}</h3>
            <ol class="river__list river__list--pinned">{events}</ol>
        }
    });
    let months = move || {
        history.with(|history| {
            let of = |entry: &Entry| Month::of(entry.at.local_day(TimeZone::default()));
            let months = history.entries.chunk_by(|a, b| of(a) == of(b));
            months
                .filter_map(|entries| Some((of(entries.first()?), entries)))
                .map(|(month, entries)| {
                    let events = entries
                        .iter()
                        .map(|entry| {
                            event(
                                entry,
                                history,
                                &glossary,
                                locale,
                                acts.as_ref().map(|acts| acts(entry, false)),
                                false,
                            )
                        })
                        .collect_view();
                    view! {
                        <h3 class="river__month">{forecast::month(locale, month, today)}</h3>
                        <ol class="river__list">{events}</ol>
                    }
                })
                .collect_view()
        })
    };
    view! {
        <section class="river" aria-labelledby="river-title">
            <h2 class="visually-hidden" id="river-title">
                {t.history}
            </h2>
            <p class="tray__none" hidden=move || history.with(|history| !history.entries.is_empty())>
                {none}
            </p>
            {on_top}
            {months}
            <button class="btn btn--block" type="button" hidden=move || history.with(|history| !history.goes_on) on:click=move |_| older.run(())>
                {t.history_older}
            </button>
        </section>
    }
}

/// The dye and the icon of what is done with a client.
#[must_use]
pub fn dye_of(kind: ActivityKind) -> (&'static str, &'static str) {
    match kind {
        ActivityKind::Call | ActivityKind::VideoCall => ("hoja", "phone"),
        ActivityKind::Visit => ("ciruela", "visit"),
        ActivityKind::Meeting | ActivityKind::Demo => ("boli", "people"),
        ActivityKind::Email | ActivityKind::LinkedIn | ActivityKind::WhatsApp => ("agua", "mail"),
        ActivityKind::Task | ActivityKind::Note => ("piedra", "report"),
    }
}

/// The dye and the icon of what happened: never the colour alone.
fn dye(body: &EntryBody) -> (&'static str, &'static str) {
    match body {
        EntryBody::Reported(report) => dye_of(report.activity),
        EntryBody::Concluded { activity, outcome, .. } if outcome.is_contact() => dye_of(*activity),
        EntryBody::Concluded { activity, .. } => ("piedra", dye_of(*activity).1),
        EntryBody::Planned { .. } | EntryBody::Replanned { .. } => ("piedra", "calendar"),
        EntryBody::StageMoved { .. } | EntryBody::OpportunityCreated { .. } | EntryBody::OpportunityReopened { .. } => {
            ("ciruela", "stage")
        }
        EntryBody::LifecycleMoved { .. } => ("hoja", "stage"),
        EntryBody::Instructed { .. } => ("miel", "pin"),
        EntryBody::MessageLeft { .. } => ("miel", "sticky"),
        EntryBody::MessageEscalated { .. } => ("lacre", "sticky"),
        EntryBody::MessageAccepted => ("hoja", "check"),
        EntryBody::PersonJoined { .. }
        | EntryBody::PersonLeft { .. }
        | EntryBody::AccountsMerged { .. }
        | EntryBody::AccountsParted { .. } => ("piedra", "people"),
        EntryBody::OpportunityWon { .. } => ("hoja", "trophy"),
        EntryBody::OpportunityLost { .. } => ("lacre", "ban"),
        _ => ("piedra", "dot"),
    }
}

fn event(
    entry: &Entry,
    history: &History,
    glossary: &Glossary,
    locale: Locale,
    acts: Option<AnyView>,
    on_top: bool,
) -> impl IntoView + use<> {
    let on = entry.at.local_day(TimeZone::default());
    let (tone, icon) = dye(&entry.body);
    // Where what came of it leads back to; on top of the stream is a second one of the same.
    let anchor = (!on_top).then(|| format!("entry-{}", entry.id));
    let author = entry
        .author
        .and_then(|id| history.authors.get(&id).map(|name| (id, name.clone())));
    let told = match &entry.body {
        EntryBody::Reported(report) => {
            let with = report.with.as_ref().map(|with| sentence::with_whom(locale, with));
            let reaction = report.reaction.map(|it| {
                let tone = match it {
                    Reaction::VeryGood | Reaction::Good => "hoja",
                    Reaction::Neutral => "piedra",
                    Reaction::Bad | Reaction::VeryBad => "lacre",
                };
                view! {
                    <span class="tag" data-tone=tone>
                        {it.label(locale)}
                    </span>
                }
            });
            view! {
                <article class="event__report">
                    <p class="event__title">
                        <b>{report.activity.label(locale)}</b>
                        " "
                        {with}
                        " "
                        {reaction}
                    </p>
                    <p class="event__text voice">{report.text.to_string()}</p>
                    {explained(glossary, report.text.as_str())}
                    {chips(history.files.get(&entry.id))}
                    {signed(entry, author, on, locale)}
                    {acts}
                </article>
            }
            .into_any()
        }
        body => view! {
            <div class="event__body">
                <p class="event__title">{sentence::entry(locale, body)} {origin(body)}</p>
                {signed(entry, author, on, locale)}
                {acts}
            </div>
        }
        .into_any(),
    };
    view! {
        <li class="event" id=anchor>
            <time class="event__date" datetime=entry.at.to_string() title=on.format(locale)>
                <b>{on.day_of_month()}</b>
                <span>{on.weekday(locale)}</span>
            </time>
            <span class="event__node" data-tone=tone>
                <Icon name=icon />
            </span>
            {told}
        </li>
    }
}

/// Who wrote it down; and when, if that was more than a day after it happened (T8).
fn signed(entry: &Entry, author: Option<(UserId, ShortText)>, on: Day, locale: Locale) -> impl IntoView + use<> {
    let t = use_texts();
    let written = entry.written_at.local_day(TimeZone::default());
    let days = written.days_since(on);
    let later = (days > 1).then(|| {
        view! {
            <span class="tag" data-tone="miel">
                <Icon name="clock" />
                {sentence::written_after(locale, written, days)}
            </span>
        }
    });
    let corrected = entry.corrected_at.map(|at| {
        view! {
            <span class="tag" data-tone="piedra">
                {sentence::corrected_on(locale, at.local_day(TimeZone::default()))}
            </span>
        }
    });
    let by = match author {
        Some((id, name)) => {
            let said = name.to_string();
            view! {
                <Avatar id=id name=name decorative=true />
                <span>{said}</span>
            }
            .into_any()
        }
        None => view! { <span>{t.the_program}</span> }.into_any(),
    };
    view! {
        <p class="event__by">
            {by}
            <span>{entry.at.local_time(TimeZone::default())}</span>
            {later}
            {corrected}
        </p>
    }
}

/// Where one reads what an opportunity came from.
fn origin(body: &EntryBody) -> impl IntoView + use<> {
    let c = use_client_texts();
    let from = match body {
        EntryBody::OpportunityCreated { from, .. } => *from,
        _ => None,
    };
    from.map(|from| {
        view! {
            <a class="link" href=format!("#entry-{from}")>
                {c.entry_origin}
            </a>
        }
    })
}

/// What the letters in it mean that the team has explained.
fn explained(glossary: &Glossary, text: &str) -> impl IntoView + use<> {
    let terms = glossary.found_in(text).into_iter().map(|it| {
        view! {
            <div>
                <dt>{it.term.to_string()}</dt>
                <dd>{it.meaning.to_string()}</dd>
            </div>
        }
    });
    let terms: Vec<_> = terms.collect();
    (!terms.is_empty()).then(|| view! { <dl class="event__terms">{terms}</dl> })
}
