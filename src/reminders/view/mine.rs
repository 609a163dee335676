//! The page of how one wants to be reminded.

use leptos::{prelude::*, server_fn::ServerFn};
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;
use strum::IntoEnumIterator;

use crate::{
    error::Returned,
    i18n::{reminders, use_client_texts, use_locale, use_reminders},
    loaded::load_first,
    reminders::{
        api::{SaveReminderChoice, load_reminder_choice},
        domain::{BEFORE, Mailing, ReminderChoice},
        form::{NEVER, ReminderForm},
    },
    shell::{Failure, Shell, UserButton},
    types::{OpId, TimeZone, unpacked},
    ui::{Icon, Loading, Refused},
};

/// How long before, when the day begins, by which clock, and whether by e-mail.
#[component]
pub fn MyRemindersPage() -> impl IntoView {
    let query = use_query_map();
    let choice = load_first(
        // Anew after each answer.
        move || query.get(),
        |_| async move { load_reminder_choice().await.map(|it| (it, OpId::fresh())) },
    );
    view! {
        <Title text=use_reminders().title />
        <Shell>
            <Suspense fallback=Loading>
                {move || Suspend::new(async move {
                    match choice.await {
                        Ok(((choice, mailing), operation)) => page(&choice, mailing, operation).into_any(),
                        Err(error) => view! { <Failure error=error /> }.into_any(),
                    }
                })}
            </Suspense>
        </Shell>
    }
}

fn page(choice: &ReminderChoice, mailing: Mailing, operation: OpId) -> impl IntoView + use<> {
    let t = use_reminders();
    let c = use_client_texts();
    let query = use_query_map();
    let back: Option<Returned<ReminderForm>> =
        query.with_untracked(|query| query.get("back").and_then(|packed| unpacked(&packed)));
    let is_done = query.with_untracked(|query| query.get("done").is_some());
    let mut back = back.unwrap_or_else(|| Returned {
        typed: ReminderForm::of(choice),
        why: None,
    });
    back.typed.operation = operation.to_string();
    let done = is_done.then(|| {
        view! {
            <p class="notice" data-tone="hoja" role="status">
                <Icon name="check" />
                {c.done}
            </p>
        }
    });
    view! {
        <main class="main page" id="main" tabindex="-1">
            <header class="page-header">
                <h1 class="page-header__title">{t.title}</h1>
                <div class="page-header__actions">
                    <UserButton class="btn-icon page-header__user" />
                </div>
            </header>
            <div class="page__body settings">{done} {form(back, mailing)}</div>
        </main>
    }
}

fn form(back: Returned<ReminderForm>, mailing: Mailing) -> impl IntoView + use<> {
    let t = use_reminders();
    let c = use_client_texts();
    let locale = use_locale();
    let unread = back.fault("morning").map(|why| why.sentence(locale));
    let typed = back.typed;
    let is_wrong = unread.is_some();
    let before = BEFORE
        .map(|minutes| (minutes.to_string(), reminders::before(locale, minutes)))
        .into_iter()
        .chain([(NEVER.to_owned(), t.never.to_owned())])
        .map(|(value, name)| option(value == typed.before, value, name))
        .collect_view();
    let clocks = TimeZone::iter()
        .map(|clock| {
            let name = match clock {
                TimeZone::Peninsula => t.peninsula,
                TimeZone::Canary => t.canary,
            };
            let value = clock.to_string();
            option(value == typed.clock, value, name.to_owned())
        })
        .collect_view();
    let mail = match mailing {
        Mailing::Off => view! { <p class="field__hint">{t.no_mail}</p> }.into_any(),
        Mailing::On | Mailing::Failed(_) => {
            let failed = match mailing {
                Mailing::Failed(at) => Some(reminders::failed(locale, at)),
                Mailing::Off | Mailing::On => None,
            };
            let failed = failed.map(|said| {
                view! {
                    <p class="notice" data-tone="miel">
                        <Icon name="warning" />
                        {said}
                    </p>
                }
            });
            view! {
                <input type="hidden" name="form[mails]" value="1" />
                <label class="plan__one">
                    <input type="checkbox" name="form[by_mail]" value="1" checked=!typed.by_mail.is_empty() />
                    {t.by_mail}
                </label>
                {failed}
            }
            .into_any()
        }
    };
    view! {
        <form class="sheet sheet--form" method="post" action=SaveReminderChoice::url() aria-label=t.title novalidate>
            <input type="hidden" name="form[operation]" value=typed.operation />
            <label class="field">
                <span class="field__label">{t.before}</span>
                <span class="input">
                    <select name="form[before]">{before}</select>
                    <Icon name="down" />
                </span>
            </label>
            <div class="field">
                <label class="field__label" for="reminders-morning">
                    {t.morning}
                </label>
                <span class="input">
                    <input
                        type="time"
                        id="reminders-morning"
                        name="form[morning]"
                        value=typed.morning
                        aria-invalid=is_wrong.then_some("true")
                        aria-describedby="reminders-morning-hint reminders-morning-error"
                    />
                </span>
                <p class="field__hint" id="reminders-morning-hint">
                    {t.morning_hint}
                </p>
                {unread.map(|why| view! { <Refused id="reminders-morning-error" why=why /> })}
            </div>
            <label class="field">
                <span class="field__label">{t.clock}</span>
                <span class="input">
                    <select name="form[clock]">{clocks}</select>
                    <Icon name="down" />
                </span>
            </label>
            {mail}
            <div class="dialog__foot">
                <button class="btn btn--pen">{c.save}</button>
            </div>
        </form>
    }
}

fn option(is_chosen: bool, value: String, name: String) -> impl IntoView {
    view! {
        <option value=value selected=is_chosen>
            {name}
        </option>
    }
}
