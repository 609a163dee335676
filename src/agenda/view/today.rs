//! Hoy: what is late, of today and of the next days, done in one tap.

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;
use strum::IntoEnumIterator;

use super::{job::JobCard, notice::Told};
use crate::{
    agenda::{
        api::load_queue,
        domain::{Due, Queue, Whose},
        form::{Back, OutcomeForm},
    },
    i18n::{Label, agenda, use_agenda, use_locale},
    loaded::load_first,
    messages::view::Waiting,
    reminders::view::Bell,
    shell::{Failure, Shell, UserButton},
    types::{OpId, unpacked},
    ui::{Blank, Icon, Loading},
};

/// The page. Whose activities are looked at is in the address.
#[component]
pub fn TodayPage() -> impl IntoView {
    let t = use_agenda();
    let query = use_query_map();
    let queue = load_first(
        // All of it: a page that one comes back to differs in nothing but what it tells.
        move || query.get(),
        |query| async move {
            let whose = whose(query.get("whose"));
            // As many operations as there are forms, and one for the undo.
            load_queue(whose).await.map(|queue| {
                let operations: Vec<OpId> = (0..=queue.jobs.len()).map(|_| OpId::fresh()).collect();
                (queue, whose, operations)
            })
        },
    );
    view! {
        <Title text=t.nav />
        <Shell reminds=true>
            <Suspense fallback=Loading>
                {move || Suspend::new(async move {
                    match queue.await {
                        Ok((queue, whose, operations)) => page(queue, whose, operations).into_any(),
                        Err(error) => view! { <Failure error=error /> }.into_any(),
                    }
                })}
            </Suspense>
        </Shell>
    }
}

fn whose(text: Option<String>) -> Whose {
    text.and_then(|it| it.parse().ok()).unwrap_or_default()
}

fn page(queue: Queue, whose: Whose, mut operations: Vec<OpId>) -> impl IntoView {
    let t = use_agenda();
    let locale = use_locale();
    let today = queue.today;
    let home = match whose {
        Whose::Mine => "/today".to_owned(),
        Whose::Team => "/today?whose=team".to_owned(),
    };
    let back = use_query_map().with_untracked(|query| query.get("told").and_then(|packed| unpacked::<Back>(&packed)));
    let typed = match &back {
        Some(Back::Refused { typed, .. }) => Some(OutcomeForm::clone(typed)),
        _ => None,
    };
    let told = back.zip(operations.pop()).map(|(back, operation)| {
        view! { <Told back=back today=today operation=operation home=home.clone() /> }
    });
    let nothing = queue.jobs.is_empty().then(|| {
        view! { <Blank icon="check" tone="hoja" title=t.nothing text=t.nothing_text /> }
    });
    // Each form has one of its own, in whatever group it stands.
    let mut operations = operations.into_iter();
    let groups = Due::iter()
        .filter_map(|due| {
            let jobs = queue.of(due);
            if jobs.is_empty() {
                return None;
            }
            let cards = jobs
                .into_iter()
                .zip(operations.by_ref())
                .map(|(job, operation)| {
                    let typed = came_back(typed.as_ref(), &job.activity.id.to_string());
                    let owner = job.activity.owner.filter(|_| whose == Whose::Team);
                    let owner = owner.and_then(|id| queue.names.get(&id).cloned());
                    let brought = job.activity.brought_by.and_then(|id| queue.names.get(&id).cloned());
                    view! {
                        <JobCard
                            job=job.clone()
                            today=today
                            operation=operation
                            home=home.clone()
                            owner=owner
                            brought=brought
                            typed=typed
                        />
                    }
                })
                .collect_view();
            let id = format!("due-{}", due.as_ref());
            let labelled_by = id.clone();
            Some(view! {
                <section class="jobs" aria-labelledby=labelled_by>
                    <h2 class="jobs__title" id=id>
                        {due.label(locale)}
                        <small>{(due != Due::Soon).then_some(t.order)}</small>
                    </h2>
                    <ol class="jobs__list">{cards}</ol>
                </section>
            })
        })
        .collect_view();
    let tabs = [
        (Whose::Mine, "/today", t.mine),
        (Whose::Team, "/today?whose=team", t.team),
    ]
    .map(|(it, href, name)| {
        view! {
            <a class="segmented__option" href=href aria-current=(it == whose).then_some("page")>
                {name}
            </a>
        }
    });
    view! {
        <main class="main page today" id="main" tabindex="-1">
            <header class="page-header">
                <div>
                    <h1 class="page-header__title">{agenda::long_day(locale, today)}</h1>
                    <p class="today__sub">{agenda::waiting(locale, queue.waiting())}</p>
                </div>
                <div class="page-header__actions">
                    <a class="btn btn--quiet btn--fold" href="/agenda">
                        <Icon name="calendar" />
                        <span>{t.agenda}</span>
                    </a>
                    <nav class="segmented" aria-label=t.whose>
                        {tabs.into_iter().collect_view()}
                    </nav>
                    <UserButton class="btn-icon page-header__user" />
                </div>
            </header>
            <div class="page__body today__body">
                <Bell is_inside=true /> {told} <Waiting /> {groups} {nothing}
                {queue.goes_on.then(|| view! { <p class="today__sub">{t.goes_on}</p> })}
            </div>
        </main>
    }
}

/// What was typed under this activity, if it is this one that came back.
pub fn came_back(typed: Option<&OutcomeForm>, activity: &str) -> Option<OutcomeForm> {
    typed.filter(|it| it.activity == activity).cloned()
}
