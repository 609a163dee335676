//! The agenda by day, week and month, of oneself, of a colleague or of the team; what is planned is carried to another day.

use std::{collections::BTreeMap, sync::Arc};

use leptos::{ev, prelude::*};
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;
use strum::IntoEnumIterator;

use super::carry;
use crate::{
    agenda::{
        api::{load_agenda, load_day, replan_activity},
        domain::{Calendar, Concluded, Job, Queue, Replan, Span, SpanKind, Status},
    },
    error::AppError,
    i18n::{Label, agenda, use_agenda, use_locale},
    loaded::load_first,
    shell::{Failure, Shell, UserButton},
    timeline::view::dye_of,
    types::{Day, OpId, ShortText, UserId},
    ui::{Icon, Loading, Offer, Toast, ToastKind, use_toasts},
};

/// The page; which days and whose is in the address.
#[component]
pub fn AgendaPage() -> impl IntoView {
    let query = use_query_map();
    // How often something was carried: the page is read anew then.
    let again = RwSignal::new(0_u32);
    let asked = move || {
        let query = query.get();
        let said = |name: &str| query.get(name).unwrap_or_default();
        let kind: SpanKind = said("view").parse().unwrap_or_default();
        let on = Day::parse_iso(&said("on")).ok();
        (kind, on, Calendar::read(&said("who")), again.get())
    };
    let found = load_first(asked, |(kind, on, whose, _)| async move {
        let on = match on {
            Some(on) => on,
            None => load_day().await?,
        };
        let span = Span { kind, on };
        let (queue, names) = load_agenda(span, whose).await?;
        Ok::<_, AppError>((span, whose, queue, names))
    });
    view! {
        <Title text=use_agenda().agenda />
        <Shell>
            <Suspense fallback=Loading>
                {move || Suspend::new(async move {
                    match found.await {
                        Ok((span, whose, queue, names)) => page(span, whose, queue, names, again).into_any(),
                        Err(error) => view! { <Failure error=error /> }.into_any(),
                    }
                })}
            </Suspense>
        </Shell>
    }
}

fn page(
    span: Span,
    whose: Calendar,
    queue: Queue,
    names: BTreeMap<UserId, ShortText>,
    again: RwSignal<u32>,
) -> impl IntoView {
    let t = use_agenda();
    let locale = use_locale();
    let today = queue.today;
    let kinds = SpanKind::iter().map(|kind| {
        let href = Span { kind, ..span }.address(whose);
        view! {
            <a class="segmented__option" href=href aria-current=(kind == span.kind).then_some("page")>
                {kind.label(locale)}
            </a>
        }
    });
    let title = match span.kind {
        SpanKind::Day => agenda::long_day(locale, span.on),
        SpanKind::Week => agenda::week(locale, &span.days()),
        SpanKind::Month => agenda::month(locale, span.on),
    };
    let days = span.each().map(|day| {
        let jobs: Vec<Job> = queue
            .jobs
            .iter()
            .filter(|job| job.activity.day == day)
            .cloned()
            .collect();
        column(day, span, whose, today, jobs, &names, again)
    });
    let days = days.collect_view();
    let goes_on = queue.goes_on.then(|| view! { <p class="today__sub">{t.goes_on}</p> });
    view! {
        <main class="main page agenda" id="main" tabindex="-1">
            <header class="page-header agenda__header">
                <h1 class="page-header__title">{title}</h1>
                <nav class="agenda__steps" aria-label=t.agenda>
                    <a class="btn-icon" href=span.before().address(whose) aria-label=t.before>
                        <Icon name="left" />
                    </a>
                    <a class="btn btn--s" href=Span { on: today, ..span }.address(whose)>
                        {t.nav}
                    </a>
                    <a class="btn-icon" href=span.after().address(whose) aria-label=t.after>
                        <Icon name="right" />
                    </a>
                </nav>
                <div class="page-header__actions">
                    <nav class="segmented" aria-label=t.span>
                        {kinds.collect_view()}
                    </nav>
                    {whose_form(span, whose, &names)}
                    <UserButton class="btn-icon page-header__user" />
                </div>
            </header>
            <div class="page__body">
                {goes_on} <div class="cal" data-view=span.kind.as_ref().to_owned()>
                    {days}
                </div>
                <a class="btn btn--quiet" href="/agenda/feed">
                    <Icon name="calendar" />
                    {t.feed}
                </a>
            </div>
        </main>
    }
}

fn whose_form(span: Span, whose: Calendar, names: &BTreeMap<UserId, ShortText>) -> impl IntoView + use<> {
    let t = use_agenda();
    let people = names.iter().map(|(id, name)| {
        let is_it = whose == Calendar::Of(*id);
        view! {
            <option value=id.to_string() selected=is_it>
                {name.to_string()}
            </option>
        }
    });
    view! {
        <form class="agenda__whose" method="get" action="/agenda">
            <input type="hidden" name="view" value=span.kind.as_ref().to_owned() />
            <input type="hidden" name="on" value=span.on.to_string() />
            <span class="input">
                <select name="who" aria-label=t.whose>
                    <option value="" selected=whose == Calendar::Mine>
                        {t.mine}
                    </option>
                    <option value="team" selected=whose == Calendar::Team>
                        {t.team}
                    </option>
                    {people.collect_view()}
                </select>
                <Icon name="down" />
            </span>
            <button class="btn btn--s">{t.see}</button>
        </form>
    }
}

fn column(
    day: Day,
    span: Span,
    whose: Calendar,
    today: Day,
    jobs: Vec<Job>,
    names: &BTreeMap<UserId, ShortText>,
    again: RwSignal<u32>,
) -> impl IntoView + use<> {
    let locale = use_locale();
    let is_empty = jobs.is_empty();
    let href = Span {
        kind: SpanKind::Day,
        on: day,
    }
    .address(whose);
    let items = jobs.into_iter().map(|job| {
        let owner = job.activity.owner.filter(|_| whose == Calendar::Team);
        let owner = owner.and_then(|id| names.get(&id).cloned());
        item(job, owner, today, again)
    });
    let items = items.collect_view();
    view! {
        <section
            class="cal__day"
            data-day=day.to_string()
            data-today=(day == today).then_some("")
            data-beside=(!span.has(day)).then_some("")
            data-empty=is_empty.then_some("")
            aria-label=agenda::long_day(locale, day)
        >
            <h2 class="cal__head">
                <a class="cal__date" href=href>
                    {day.weekday(locale)}
                    " "
                    <b>{day.day_of_month()}</b>
                </a>
            </h2>
            <ul class="cal__list">{items}</ul>
        </section>
    }
}

fn item(job: Job, owner: Option<ShortText>, today: Day, again: RwSignal<u32>) -> impl IntoView {
    let t = use_agenda();
    let locale = use_locale();
    let toasts = use_toasts();
    let activity = job.activity;
    let (tone, icon) = dye_of(activity.kind);
    let is_planned = activity.status == Status::Planned;
    let moves = is_planned && job.is_open;
    let has_carried = StoredValue::new(false);
    let name = job
        .account_name
        .map_or_else(|| t.no_client.to_owned(), |name| name.to_string());
    let key = activity.id.to_string();
    let subject = name.clone();
    let (id, at, from) = (activity.id, activity.at, activity.day);
    let seen = activity.revision;
    let drop = Callback::new(move |day: Day| {
        if day == from {
            return;
        }
        let (about, subject) = (key.clone(), subject.clone());
        let say = move |kind: ToastKind, text: String, offer: Option<Offer>| {
            toasts.show(Toast {
                kind,
                about: about.clone(),
                subject: subject.clone(),
                text,
                offer,
            });
        };
        leptos::task::spawn_local(async move {
            let asked = |seen, day| Replan {
                activity: id,
                seen,
                day,
                at,
                words: None,
            };
            let done = replan_activity(OpId::fresh(), asked(seen, day)).await;
            // Whoever has left the page is told all the same.
            again.try_update(|times| *times += 1);
            match done {
                Ok(Concluded::Done { activity, .. }) => {
                    let back = asked(activity.revision, from);
                    let undo = move || {
                        let back = back.clone();
                        leptos::task::spawn_local(async move {
                            let undone = replan_activity(OpId::fresh(), back).await;
                            again.try_update(|times| *times += 1);
                            let refused = match undone {
                                Ok(Concluded::Done { .. }) => return,
                                Ok(Concluded::Stale) => t.stale.to_owned(),
                                Err(error) => error.sentence(locale),
                            };
                            toasts.show(Toast {
                                kind: ToastKind::Refused,
                                about: id.to_string(),
                                subject: String::new(),
                                text: refused,
                                offer: None,
                            });
                        });
                    };
                    let said = agenda::replanned(locale, activity.day, activity.at, today);
                    // Nothing is planned for a day gone by, not even what was overdue.
                    let offer = (from >= today).then(|| Offer::Undo(Arc::new(undo)));
                    say(ToastKind::Done, said, offer);
                }
                Ok(Concluded::Stale) => say(ToastKind::Refused, t.stale.to_owned(), None),
                Err(error) => say(ToastKind::Refused, error.sentence(locale), None),
            }
        });
    });
    let click = move |event: ev::MouseEvent| {
        if has_carried.get_value() {
            event.prevent_default();
        }
    };
    let hour = activity.at.map(|at| at.to_string());
    let about = [activity.what.as_ref(), owner.as_ref()];
    let about: Vec<String> = about.into_iter().flatten().map(ToString::to_string).collect();
    let said = view! {
        <b>{hour}</b>
        " "
        <span class="cal__name">{name}</span>
        <small>{about.join(" · ")}</small>
    };
    let linked = match activity.account {
        Some(account) => view! {
            <a class="cal__link" href=format!("/accounts/{account}#job-{}", activity.id) draggable="false" on:click=click>
                {said}
            </a>
        }
        .into_any(),
        None => view! { <span class="cal__link">{said}</span> }.into_any(),
    };
    view! {
        <li
            class="cal__item"
            data-tone=tone
            data-done=(!is_planned).then_some("")
            data-moves=moves.then_some("")
            on:pointerdown=move |event| {
                if moves {
                    carry::press(&event, drop, has_carried);
                }
            }
        >
            <span class="cal__grip" title=agenda::heading(locale, activity.kind, activity.contact_name.as_ref())>
                <Icon name=icon />
            </span>
            {linked}
        </li>
    }
}
