//! The page of what the administrator decides for the firm.

use leptos::{prelude::*, server_fn::ServerFn};
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

use crate::{
    error::AppError,
    i18n::{use_client_texts, use_locale, use_settings},
    loaded::load_first,
    shell::{Failure, Shell, UserButton},
    team::{
        api::{ChangeSettings, load_settings},
        domain::Settings,
        settings_form::{SettingsBack, SettingsForm},
    },
    types::{Invalid, OpId, Revision, unpacked},
    ui::{Field, FieldKind, Icon, Loading, raw_text},
};

/// The firm's name, when a customer is inactive, what its letters mean.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let query = use_query_map();
    let settings = load_first(
        // Anew after each answer.
        move || query.get(),
        |_| async move { load_settings().await.map(|it| (it, OpId::fresh())) },
    );
    view! {
        <Title text=use_settings().title />
        <Shell>
            <Suspense fallback=Loading>
                {move || Suspend::new(async move {
                    match settings.await {
                        Ok(((settings, revision), operation)) => page(&settings, revision, operation).into_any(),
                        Err(error) => view! { <Failure error=error /> }.into_any(),
                    }
                })}
            </Suspense>
        </Shell>
    }
}

fn page(settings: &Settings, revision: Revision, operation: OpId) -> impl IntoView + use<> {
    let s = use_settings();
    let c = use_client_texts();
    let query = use_query_map();
    let back: Option<SettingsBack> =
        query.with_untracked(|query| query.get("back").and_then(|packed| unpacked(&packed)));
    let is_stale = back.as_ref().is_some_and(|back| back.why.is_none());
    let is_done = query.with_untracked(|query| query.get("done").is_some());
    let (typed, why) = match back {
        Some(SettingsBack { typed, why }) => (typed, why),
        None => (SettingsForm::of(settings, revision), None),
    };
    let notice = match (is_stale, is_done) {
        (true, _) => Some(("miel", "error", c.changed_meanwhile)),
        (_, true) => Some(("hoja", "check", c.done)),
        _ => None,
    };
    let notice = notice.map(|(tone, icon, text)| {
        view! {
            <p class="notice" data-tone=tone role="status">
                <Icon name=icon />
                {text}
            </p>
        }
    });
    // Who has read what another decided meanwhile decides with that before their eyes.
    let now = is_stale.then(|| {
        view! {
            <div class="sheet settings__now">
                <p class="field__label">{s.now}</p>
                <p>{settings.name.to_string()} " · " {settings.inactive_after.to_string()} " · " {settings.most_megabytes.to_string()} " MB"</p>
                <pre class="voice">{settings.glossary.text()}</pre>
            </div>
        }
    });
    let typed = SettingsForm {
        operation: operation.to_string(),
        seen: revision.to_string(),
        ..typed
    };
    view! {
        <main class="main page" id="main" tabindex="-1">
            <header class="page-header">
                <h1 class="page-header__title">{s.title}</h1>
                <div class="page-header__actions">
                    <UserButton class="btn-icon page-header__user" />
                </div>
            </header>
            <div class="page__body settings">
                {notice} {now} {form(typed, why)}
                <p>
                    <a class="btn" href="/settings/holidays">
                        <Icon name="calendar" />
                        {s.holidays}
                    </a>
                </p>
            </div>
        </main>
    }
}

fn form(typed: SettingsForm, why: Option<AppError>) -> impl IntoView + use<> {
    let s = use_settings();
    let c = use_client_texts();
    let locale = use_locale();
    let fault = |name: &str| -> Option<Invalid> {
        match &why {
            Some(AppError::Invalid { field, why }) if field == name => Some(why.clone()),
            _ => None,
        }
    };
    let said = |name: &str| Signal::stored(fault(name).map(|why| why.sentence(locale)));
    let unread = fault("glossary").map(|why| why.sentence(locale));
    let is_wrong = unread.is_some();
    view! {
        <form class="sheet sheet--form" method="post" action=ChangeSettings::url() aria-label=s.title novalidate>
            <input type="hidden" name="form[operation]" value=typed.operation />
            <input type="hidden" name="form[seen]" value=typed.seen />
            <Field name="form[name]" id="settings-name" label=s.name value=typed.name error=said("name") />
            <Field
                name="form[inactive_after]"
                id="settings-inactive"
                label=s.inactive_after
                kind=FieldKind::Number
                value=typed.inactive_after
                hint=s.inactive_hint
                error=said("inactive_after")
            />
            <Field
                name="form[most_megabytes]"
                id="settings-megabytes"
                label=s.most_megabytes
                kind=FieldKind::Number
                value=typed.most_megabytes
                hint=s.most_megabytes_hint
                error=said("most_megabytes")
            />
            <label class="field">
                <span class="field__label">{s.glossary}</span>
                <textarea
                    class="settings__glossary"
                    name="form[glossary]"
                    rows="8"
                    maxlength="40000"
                    spellcheck="false"
                    aria-invalid=is_wrong.then_some("true")
                    aria-describedby="settings-glossary-hint settings-glossary-error"
                >
                    {raw_text(typed.glossary)}
                </textarea>
            </label>
            <p class="field__hint" id="settings-glossary-hint">
                {s.glossary_hint}
            </p>
            <p class="field__error" id="settings-glossary-error" role="alert">
                {unread}
            </p>
            <div class="dialog__foot">
                <button class="btn btn--pen">{c.save}</button>
            </div>
        </form>
    }
}
