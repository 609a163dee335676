//! The page on which a report is corrected, taken out or brought back.

use leptos::{prelude::*, server_fn::ServerFn};
use leptos_meta::Title;
use leptos_router::hooks::{use_params_map, use_query_map};

use super::report_fields::{KindOptions, ReactionField};
use crate::{
    clients::{
        api::{CorrectReport, load_entry},
        forms::{ClientForm, CorrectionForm, Returned},
    },
    error::AppError,
    files::view::FilesSheet,
    i18n::{sentence, use_client_texts, use_locale, use_texts},
    loaded::load_first,
    shell::{Failure, Shell, UserButton},
    timeline::domain::{ActivityKind, EntryBody, EntrySheet},
    types::{AccountId, EntryId, OpId, unpacked},
    ui::{Field, Icon, Loading, raw_text},
};

/// One report of a client, as a form.
#[component]
pub fn CorrectPage() -> impl IntoView {
    let params = use_params_map();
    let asked = move || {
        let params = params.read();
        let account = params.get("id").and_then(|id| AccountId::parse(&id).ok());
        let entry = params.get("entry").and_then(|id| EntryId::parse(&id).ok());
        account.zip(entry)
    };
    let sheet = load_first(asked, |asked| async move {
        match asked {
            Some((account, entry)) => load_entry(account, entry).await.map(|it| {
                // One for each file: what is sent twice is carried out once, and what is another is another.
                let takes_out: Vec<OpId> = it.files.iter().map(|_| OpId::fresh()).collect();
                (it, [OpId::fresh(), OpId::fresh()], takes_out)
            }),
            None => Err(AppError::NotFound),
        }
    });
    view! {
        <Title text=use_client_texts().correct_title />
        <Shell>
            <Suspense fallback=Loading>
                {move || Suspend::new(async move {
                    match sheet.await {
                        Ok((sheet, operations, takes_out)) => page(sheet, operations, takes_out).into_any(),
                        Err(error) => view! { <Failure error=error /> }.into_any(),
                    }
                })}
            </Suspense>
        </Shell>
    }
}

fn page(sheet: EntrySheet, [operation, adds]: [OpId; 2], takes_out: Vec<OpId>) -> impl IntoView {
    let t = use_texts();
    let c = use_client_texts();
    let now = CorrectionForm::seen_of(&sheet);
    let back: Option<Returned<CorrectionForm>> =
        use_query_map().with_untracked(|query| query.get(CorrectionForm::BACK).and_then(|packed| unpacked(&packed)));
    let mut form = back.unwrap_or_else(|| Returned {
        typed: CorrectionForm::of(&sheet),
        why: None,
    });
    // Who has read what another changed meanwhile decides with what it says now before their eyes.
    let stale = (form.typed.seen != now).then(|| {
        view! {
            <div class="notice" data-tone="miel" role="alert">
                <Icon name="error" />
                <p>{c.changed_meanwhile}</p>
            </div>
            <blockquote class="sheet voice">{sheet.report.text.to_string()}</blockquote>
        }
    });
    form.typed.seen = now;
    form.typed.operation = operation.to_string();
    let home = form.typed.home();
    let is_out = matches!(sheet.entry.body, EntryBody::ReportRemoved { .. });
    let out = is_out.then(|| {
        view! {
            <p class="notice" data-tone="miel">
                <Icon name="clock" />
                {c.taken_out}
            </p>
        }
    });
    let files = sheet.entry.account.map(|account| {
        let files = sheet.files.iter().cloned().zip(takes_out).collect();
        view! { <FilesSheet account=account entry=sheet.entry.id files=files operation=adds writes=!is_out /> }
    });
    view! {
        <main class="main page" id="main" tabindex="-1">
            <header class="page-header">
                <a class="btn-icon" href=home aria-label=t.cancel>
                    <Icon name="left" />
                </a>
                <h1 class="page-header__title">{c.correct_title}</h1>
                <p>{sheet.account.to_string()}</p>
                <div class="page-header__actions">
                    <UserButton class="btn-icon page-header__user" />
                </div>
            </header>
            <div class="page__body correct">
                {stale} {out} <ReportSheet form=form is_out=is_out /> {files} {earlier(&sheet)}
            </div>
        </main>
    }
}

/// What it is to say from now on.
#[component]
fn ReportSheet(form: Returned<CorrectionForm>, is_out: bool) -> impl IntoView {
    let t = use_texts();
    let c = use_client_texts();
    let locale = use_locale();
    let said = |name: &str| form.fault(name).map(|why| why.sentence(locale));
    let (no_text, no_with) = (said("text"), Signal::stored(said("with")));
    let (is_wrong, form) = (no_text.is_some(), form.typed);
    let chosen = form.activity.parse().unwrap_or(ActivityKind::Note);
    let take_out = (!is_out).then(|| {
        view! {
            <button class="btn btn--quiet" name="form[out]" value="1">
                {c.take_out}
            </button>
        }
    });
    view! {
        <form class="composer" method="post" action=CorrectReport::url() aria-label=c.correct_title novalidate>
            <input type="hidden" name="form[operation]" value=form.operation />
            <input type="hidden" name="form[account]" value=form.account />
            <input type="hidden" name="form[entry]" value=form.entry />
            <input type="hidden" name="form[seen]" value=form.seen />
            <KindOptions chosen=chosen />
            <textarea
                class="composer__text voice"
                name="form[text]"
                rows="8"
                maxlength="20000"
                aria-label=t.report_text
                aria-invalid=is_wrong.then_some("true")
                aria-describedby="correct-error"
            >
                {raw_text(form.text)}
            </textarea>
            <p class="field__error" id="correct-error" role="alert">
                {no_text}
            </p>
            <div class="composer__foot">
                <Field name="form[with]" id="correct-with" label=t.report_with value=form.with error=no_with small=true />
                <ReactionField chosen=form.reaction />
            </div>
            <p class="field__hint">{c.correct_hint}</p>
            <div class="person-editor__foot">
                <button class="btn btn--pen">{if is_out { c.bring_back } else { c.save }}</button>
                {take_out}
            </div>
        </form>
    }
}

/// What it said before.
fn earlier(sheet: &EntrySheet) -> impl IntoView + use<> {
    let c = use_client_texts();
    let locale = use_locale();
    let versions = sheet.versions.iter().map(|it| {
        let by = it.by.and_then(|by| sheet.people.get(&by));
        view! {
            <li>
                <p class="field__label">{sentence::said_until(locale, it.until, by)}</p>
                <p class="event__text voice">{sentence::entry(locale, &it.body)}</p>
            </li>
        }
    });
    let versions: Vec<_> = versions.collect();
    (!versions.is_empty()).then(|| {
        view! {
            <section class="sheet" aria-labelledby="versions">
                <h2 class="sheet__title" id="versions">
                    {c.versions}
                </h2>
                <ol class="correct__versions">{versions}</ol>
            </section>
        }
    })
}
