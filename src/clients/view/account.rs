//! The page of an account: who it is, what is being sold to it, what was said and what has happened.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::{use_params_map, use_query_map};
use serde::{Deserialize, Serialize};

use super::{
    buying_centre::BuyingCentre, composer::Composer, done::Done, entry_acts::EntryActs, facts::facts,
    instruction::Instruction, needs::Needs, summary::Summary,
};
use crate::{
    agenda::view::Upcoming,
    clients::{
        api::{load_account, load_older},
        domain::AccountSheet,
        forms::ReportBack,
    },
    error::AppError,
    files::domain::Told,
    frame::use_frame,
    i18n::{use_client_texts, use_locale, use_texts},
    loaded::load_first,
    pipeline::domain::{Opportunity, StageKind},
    shell::{Failure, Shell},
    timeline::{
        domain::Entry,
        view::{Acts, River, SiftBar, sift_of},
    },
    types::{AccountId, OpId, unpacked},
    ui::{Amount, Chance, Icon, Loading, Toast, ToastKind, raw_text, use_toasts},
};

/// One client.
#[component]
pub fn AccountPage() -> impl IntoView {
    let params = use_params_map();
    let id = move || params.read().get("id").and_then(|id| AccountId::parse(&id).ok());
    let query = use_query_map();
    let asked = move || (id(), query.with(sift_of));
    let sheet = load_first(asked, |(id, sift)| async move {
        match id {
            Some(id) => load_account(id, sift).await.map(|sheet| (sheet, Operations::fresh())),
            None => Err(AppError::NotFound),
        }
    });
    view! {
        <Shell>
            <Suspense fallback=Loading>
                {move || Suspend::new(async move {
                    match sheet.await {
                        Ok((sheet, operations)) => page(sheet, operations).into_any(),
                        Err(error) => view! { <Failure error=error /> }.into_any(),
                    }
                })}
            </Suspense>
        </Shell>
    }
}

/// The operation of each form of the page: a form that is sent twice is carried out once.
#[derive(Clone, Copy, PartialEq, Serialize, Deserialize)]
struct Operations {
    report: OpId,
    act: OpId,
    undo: OpId,
    instruction: OpId,
    person: OpId,
    pin: OpId,
    need: OpId,
}

impl Operations {
    fn fresh() -> Self {
        Self {
            report: OpId::fresh(),
            act: OpId::fresh(),
            undo: OpId::fresh(),
            instruction: OpId::fresh(),
            person: OpId::fresh(),
            pin: OpId::fresh(),
            need: OpId::fresh(),
        }
    }
}

fn page(sheet: AccountSheet, operations: Operations) -> impl IntoView {
    let t = use_texts();
    let c = use_client_texts();
    let locale = use_locale();
    let toasts = use_toasts();
    let name = sheet.account.name.to_string();
    let id = sheet.account.id;
    let viewer = use_frame().viewer;
    // Whoever may not see opportunities is not told that there are none.
    let sees = viewer.as_ref().is_some_and(|viewer| viewer.sees_opportunities);
    let creates = viewer.as_ref().is_some_and(|viewer| viewer.creates_opportunities);
    let reader = viewer.as_ref().map(|viewer| viewer.id);
    let me = viewer.map(|viewer| (viewer.id, viewer.name));
    let back =
        use_query_map().with_untracked(|query| query.get("back").and_then(|packed| unpacked::<ReportBack>(&packed)));
    let history = RwSignal::new(sheet.history.clone());
    let sift = sheet.sift.clone();
    let wanted = StoredValue::new(sift.clone());
    // What was planned with a report stands beside it.
    let again = RwSignal::new(0_u32);
    let told = Callback::new(move |Told { entry, files }: Told| {
        again.update(|times| *times += 1);
        let is_wanted = wanted.with_value(|sift| sift.admits(&entry));
        history.update(|history| {
            history.authors.extend(me.clone());
            let key = |it: &Entry| (it.at, it.id);
            let at = history.entries.partition_point(|it| key(it) > key(&entry));
            if is_wanted {
                history.files.insert(entry.id, files);
                history.entries.insert(at, entry);
            }
        });
        toasts.show(Toast {
            kind: ToastKind::Done,
            about: id.to_string(),
            subject: String::new(),
            text: t.report_saved.to_owned(),
            offer: None,
        });
    });
    let older = Callback::new(move |()| {
        let Some(before) = history.with_untracked(|history| history.entries.last().map(|last| last.at)) else {
            return;
        };
        leptos::task::spawn_local(async move {
            match load_older(id, wanted.get_value(), before).await {
                // Refused only when the person has left the page.
                Ok(more) => drop(history.try_update(|history| {
                    history.entries.extend(more.entries);
                    history.authors.extend(more.authors);
                    history.files.extend(more.files);
                    history.goes_on = more.goes_on;
                })),
                Err(error) => toasts.show(Toast {
                    kind: ToastKind::Refused,
                    about: id.to_string(),
                    subject: String::new(),
                    text: error.sentence(locale),
                    offer: None,
                }),
            }
        });
    });
    let needs = view! {
        <Needs
            account=id
            needs=sheet.needs.clone()
            operation=operations.need
            reader=reader
            edits=sheet.edits
            is_past=sheet.sift.as_of.is_some()
        />
    };
    let known = facts(&sheet.account, sees);
    let sold = sees.then(|| opportunities(&sheet));
    let (people, today, edits, removes) = (sheet.people.clone(), sheet.today, sheet.edits, sheet.removes);
    let colleagues = sheet.colleagues.clone();
    let none = if sift.is_open() { t.history_empty } else { c.filter_none };
    let pins = sheet.pins.clone();
    let glossary = sheet.glossary.clone();
    let explained = glossary.clone();
    let name_there = sheet.account.name.to_string();
    let is_past = sift.as_of.is_some();
    let acts: Acts = Arc::new(move |entry, pinned| {
        let (entry, name) = (entry.clone(), name_there.clone());
        let (edits, creates) = (edits && !is_past, creates && !is_past);
        let corrects = !is_past && entry.is_corrected_by(reader, removes);
        view! {
            <EntryActs
                entry=entry
                account=id
                name=name
                operation=operations.pin
                pinned=pinned
                edits=edits
                plans=!is_past
                creates=creates
                corrects=corrects
            />
        }
        .into_any()
    });
    // The past is read and not written.
    let writes = sift.as_of.is_none().then(|| {
        let people = people.clone();
        let doers = sheet.doers.clone();
        let glossary = glossary.terms();
        let message = format!("/messages/new?account={id}");
        view! {
            <Composer account=id operation=operations.report people=people doers=doers glossary=glossary back=back told=told />
            <a class="btn btn--s client__message" href=message>
                <Icon name="sticky" />
                {c.message_leave}
            </a>
        }
    });
    let edit = edits.then(|| {
        view! {
            <a class="btn btn--quiet btn--s" href=format!("/accounts/{id}/edit")>
                {c.edit}
            </a>
        }
    });
    view! {
        <Title text=raw_text(name) />
        <main class="main page client" id="main" tabindex="-1">
            <a class="btn btn--quiet btn--s client__back" href="/accounts">
                <Icon name="left" />
                {t.accounts_title}
            </a>
            <Done account=id operation=operations.undo />
            <Summary sheet=sheet.clone() sees_opportunities=sees operation=operations.act />
            <div class="client__body">
                <div class="client__main">
                    <Instruction sheet=sheet operation=operations.instruction />
                    {writes}
                    <SiftBar page=format!("/accounts/{id}") sift=sift people=colleagues />
                    <River history=history today=today none=none older=older pins=pins acts=acts glossary=explained />
                </div>
                <div class="client__side">
                    {(!is_past).then(|| view! { <Upcoming account=id again=again.into() /> })}
                    <BuyingCentre account=id people=people edits=edits is_past=is_past operation=operations.person />
                    {needs}
                    {sold}
                    <section class="sheet" aria-labelledby="account-details">
                        <div class="sheet__head">
                            <h2 class="sheet__title" id="account-details">
                                {t.details}
                            </h2>
                            {edit}
                        </div>
                        {known}
                    </section>
                </div>
            </div>
        </main>
    }
}

fn opportunities(sheet: &AccountSheet) -> impl IntoView + use<> {
    let t = use_texts();
    let none = sheet
        .opportunities
        .is_empty()
        .then(|| view! { <p class="tray__none">{t.opportunities_none}</p> });
    let rows = sheet.opportunities.iter().map(|it| {
        let stage = sheet.stages.get(&it.stage).map(ToString::to_string);
        opportunity_row(stage.unwrap_or_default(), it.clone())
    });
    view! {
        <section class="sheet" aria-labelledby="account-opportunities">
            <h2 class="sheet__title" id="account-opportunities">
                {t.opportunities}
            </h2>
            <ul class="rows">{rows.collect_view()}</ul>
            {none}
        </section>
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
