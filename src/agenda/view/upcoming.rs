//! What is planned with a client, on the client's page.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::{job::JobCard, notice::Told, today::came_back};
use crate::{
    agenda::{
        api::load_upcoming,
        domain::Queue,
        form::{Back, OutcomeForm},
    },
    i18n::{use_agenda, use_locale},
    loaded::load_first,
    types::{AccountId, OpId, unpacked},
    ui::Icon,
};

/// The section; its forms come back to the page of the client.
#[component]
pub fn Upcoming(
    account: AccountId,
    /// How often something was planned on this page meanwhile.
    again: Signal<u32>,
) -> impl IntoView {
    let t = use_agenda();
    let query = use_query_map();
    let queue = load_first(
        move || (query.get().get("told"), again.get()),
        move |_| async move {
            load_upcoming(account).await.map(|queue| {
                let operations: Vec<OpId> = (0..=queue.jobs.len()).map(|_| OpId::fresh()).collect();
                (queue, operations)
            })
        },
    );
    view! {
        <section class="sheet upcoming" id="upcoming" aria-labelledby="upcoming-title">
            <h2 class="sheet__title" id="upcoming-title">
                {t.upcoming}
            </h2>
            <Suspense>
                {move || Suspend::new(async move {
                    match queue.await {
                        Ok((queue, operations)) => list(account, queue, operations).into_any(),
                        Err(error) => view! { <p class="tray__none">{error.sentence(use_locale())}</p> }.into_any(),
                    }
                })}
            </Suspense>
            <a class="btn btn--s" href=format!("/activities/new?account={account}")>
                <Icon name="plus" />
                {t.plan}
            </a>
        </section>
    }
}

fn list(account: AccountId, queue: Queue, mut operations: Vec<OpId>) -> impl IntoView {
    let t = use_agenda();
    let today = queue.today;
    let home = format!("/accounts/{account}");
    let back = use_query_map().with_untracked(|query| query.get("told").and_then(|packed| unpacked::<Back>(&packed)));
    let typed = match &back {
        Some(Back::Refused { typed, .. }) => Some(OutcomeForm::clone(typed)),
        _ => None,
    };
    let told = back.zip(operations.pop()).map(|(back, operation)| {
        view! { <Told back=back today=today operation=operation home=home.clone() /> }
    });
    let none = queue
        .jobs
        .is_empty()
        .then(|| view! { <p class="tray__none">{t.upcoming_none}</p> });
    let Queue { jobs, names, .. } = queue;
    let cards = jobs
        .into_iter()
        .zip(operations)
        .map(|(job, operation)| {
            let owner = job.activity.owner.and_then(|id| names.get(&id).cloned());
            let typed = came_back(typed.as_ref(), &job.activity.id.to_string());
            let brought = job.activity.brought_by.and_then(|id| names.get(&id).cloned());
            view! {
                <JobCard
                    job=job
                    today=today
                    operation=operation
                    home=home.clone()
                    owner=owner
                    brought=brought
                    typed=typed
                    is_at_home=true
                />
            }
        })
        .collect_view();
    view! {
        {told}
        <ol class="jobs__list">{cards}</ol>
        {none}
    }
}
