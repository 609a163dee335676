//! A new account: who it is, how to reach it, and with whom to talk there.

use leptos::{prelude::*, server_fn::ServerFn};
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;
use strum::IntoEnumIterator;

use super::{
    facts_form::{FactFields, MoreFacts},
    suspects::{Suspects, note},
};
use crate::{
    clients::{
        api::{CreateAccount, load_new_account},
        domain::{BuyingPart, NewAccountSheet},
        forms::{CameBack, FactsForm, NewAccountForm, PersonForm, Returned},
    },
    error::AppError,
    i18n::{Label, use_client_texts, use_locale, use_merging, use_texts},
    loaded::load_first,
    shell::{Failure, Shell, UserButton},
    types::{OpId, unpacked},
    ui::{Field, FieldKind, Icon, Loading, focus_field},
};

/// The form, empty or as it came back.
#[component]
pub fn NewAccountPage() -> impl IntoView {
    let query = use_query_map();
    let sheet = load_first(
        move || query.with(|query| query.get("back")),
        |back| async move {
            let back = back.and_then(|packed| unpacked::<(NewAccountForm, CameBack)>(&packed));
            let typed = back.as_ref().map(|(form, _)| form.facts.typed()).unwrap_or_default();
            let sheet = load_new_account(typed).await?;
            Ok::<_, AppError>((back, sheet, OpId::fresh()))
        },
    );
    view! {
        <Title text=use_merging().new_title />
        <Shell>
            <Suspense fallback=Loading>
                {move || Suspend::new(async move {
                    match sheet.await {
                        Ok((back, sheet, operation)) => page(back, sheet, operation).into_any(),
                        Err(error) => view! { <Failure error=error /> }.into_any(),
                    }
                })}
            </Suspense>
        </Shell>
    }
}

fn page(back: Option<(NewAccountForm, CameBack)>, sheet: NewAccountSheet, operation: OpId) -> impl IntoView {
    let t = use_texts();
    let m = use_merging();
    let said = |it: Option<String>| it.unwrap_or_default();
    let fresh = || NewAccountForm {
        facts: FactsForm {
            owner: said(sheet.owner.map(|it| it.to_string())),
            department: said(sheet.department.map(|it| it.to_string())),
            zone: said(sheet.zone.map(|it| it.to_string())),
            ..FactsForm::default()
        },
        ..NewAccountForm::default()
    };
    let (form, why) = match back {
        Some((form, CameBack::Refused(why))) => (form, Some(why)),
        Some((form, CameBack::Suspected)) => (form, None),
        None => (fresh(), None),
    };
    Effect::new(|_| focus_field(".facts-form"));
    let typed = RwSignal::new(form.facts.typed());
    let found = RwSignal::new(sheet.suspects);
    let is_suspected = move || found.with(|found| !found.is_empty());
    let person = Returned {
        typed: form.person,
        why: why.clone(),
    };
    // What was refused may be among them.
    let is_refused = why.is_some();
    let facts = Returned { typed: form.facts, why };
    view! {
        <main class="main page" id="main" tabindex="-1">
            <header class="page-header">
                <a class="btn-icon" href="/accounts" aria-label=t.accounts_title>
                    <Icon name="left" />
                </a>
                <h1 class="page-header__title">{m.new_title}</h1>
                <div class="page-header__actions">
                    <UserButton class="btn-icon page-header__user" />
                </div>
            </header>
            <div class="page__body">
                <form
                    class="sheet sheet--form facts-form"
                    method="post"
                    action=CreateAccount::url()
                    novalidate
                    on:input=move |event| note(typed, &event_target(&event))
                >
                    <input type="hidden" name="form[operation]" value=operation.to_string() />
                    <FactFields form=facts.clone() />
                    <FirstPerson form=person />
                    <details class="facts-form__more" open=is_refused>
                        <summary class="btn btn--quiet btn--s">{m.more_facts}</summary>
                        <MoreFacts form=facts holders=sheet.holders />
                    </details>
                    <Suspects typed=typed found=found but=None />
                    <div class="dialog__foot">
                        <a class="btn btn--quiet" href="/accounts">
                            {t.cancel}
                        </a>
                        // Sent while those that it may be are in sight, it is meant all the same.
                        <button class="btn btn--pen" name="anyway" value=move || if is_suspected() { "yes" } else { "" }>
                            {move || if is_suspected() { m.anyway } else { m.create }}
                        </button>
                    </div>
                </form>
            </div>
        </main>
    }
}

/// Whom to talk to there.
#[component]
fn FirstPerson(form: Returned<PersonForm>) -> impl IntoView {
    let t = use_texts();
    let c = use_client_texts();
    let m = use_merging();
    let locale = use_locale();
    let fault = |name: &str| Signal::stored(form.fault(&format!("person_{name}")).map(|why| why.sentence(locale)));
    let text = |name: &'static str, label: &'static str, value: &str| {
        let kind = match name {
            "email" => FieldKind::Email,
            _ => FieldKind::Text,
        };
        view! {
            <Field
                name=format!("person[{name}]")
                id=format!("person-{name}")
                label=label
                kind=kind
                value=value.to_owned()
                error=fault(name)
                small=true
            />
        }
    };
    let typed = &form.typed;
    let parts = BuyingPart::iter().map(|part| {
        view! {
            <option value=part.as_ref().to_owned() selected=part.as_ref() == typed.part>
                {part.label(locale)}
            </option>
        }
    });
    let parts = parts.collect_view();
    view! {
        <fieldset class="ways">
            <legend class="field__label">{m.first_person}</legend>
            <p class="field__hint">{m.first_person_hint}</p>
            <div class="fields fields--pair">
                {text("name", t.name, &typed.name)}
                {text("role", c.person_role, &typed.role)}
                {text("phone", t.phone, &typed.phone)}
                {text("email", t.email, &typed.email)}
                <label class="field">
                    <span class="field__label">{c.person_part}</span>
                    <span class="input">
                        <select name="person[part]">
                            <option value="">{c.person_part_unknown}</option>
                            {parts}
                        </select>
                        <Icon name="down" />
                    </span>
                </label>
            </div>
        </fieldset>
    }
}
