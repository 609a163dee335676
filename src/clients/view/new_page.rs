//! A new account: who it is, how to reach it, and with whom to talk there.

use leptos::{form::ActionForm, prelude::*, web_sys::HtmlInputElement};
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;
use strum::IntoEnumIterator;

use super::suspects::Suspects;
use crate::{
    clients::{
        api::{CreateAccount, suspects_of},
        domain::{AccountKind, BuyingPart, SizeBand, Source, Suspect, Typed},
        new_form::{Back, CameBack, NewAccountForm},
    },
    error::AppError,
    i18n::{Label, NewAccountTexts, use_locale, use_texts},
    loaded::load_first,
    shell::{Failure, Shell, UserButton},
    types::{OpId, unpacked},
    ui::{Field, FieldKind, Icon, Loading, focus_field},
};

/// The form, empty or as it came back.
#[component]
pub fn NewAccountPage() -> impl IntoView {
    let t = NewAccountTexts::of(use_locale());
    let query = use_query_map();
    let came = load_first(
        move || query.with(|query| query.get("back")),
        |back| async move {
            let back = back.and_then(|packed| unpacked::<CameBack>(&packed));
            // Also asks whether the person may be here at all.
            let typed = back.as_ref().map(|back| back.typed.typed()).unwrap_or_default();
            let suspects = suspects_of(typed, None).await?;
            Ok::<_, AppError>((back, suspects, OpId::fresh()))
        },
    );
    view! {
        <Title text=t.title />
        <Shell>
            <Suspense fallback=Loading>
                {move || Suspend::new(async move {
                    match came.await {
                        Ok((back, suspects, operation)) => page(back, suspects, operation).into_any(),
                        Err(error) => view! { <Failure error=error /> }.into_any(),
                    }
                })}
            </Suspense>
        </Shell>
    }
}

fn page(back: Option<CameBack>, suspects: Vec<Suspect>, operation: OpId) -> impl IntoView {
    let (t, own) = (use_texts(), NewAccountTexts::of(use_locale()));
    let locale = use_locale();
    let action = ServerAction::<CreateAccount>::new();
    Effect::new(|_| focus_field(".sheet--form"));
    let failed = move || {
        let error = action.value().get().and_then(Result::err)?;
        Some(view! {
            <div class="notice" data-tone="lacre" role="alert">
                <Icon name="error" />
                <p>{error.sentence(locale)}</p>
            </div>
        })
    };
    let (form, refused) = match back {
        Some(CameBack {
            typed,
            why: Back::Refused { field, why },
        }) => (typed, Some((field, why.sentence(locale)))),
        Some(CameBack {
            typed,
            why: Back::Suspected,
        }) => (typed, None),
        None => (NewAccountForm::default(), None),
    };
    let of = move |name: &str| {
        let why = refused.as_ref().filter(|(field, _)| field == name);
        Signal::stored(why.map(|(_, why)| why.clone()))
    };
    let typed = RwSignal::new(form.typed());
    let found = RwSignal::new(suspects);
    let is_suspected = move || found.with(|found| !found.is_empty());
    let label = move || if is_suspected() { own.anyway } else { own.create };
    view! {
        <main class="main page" id="main" tabindex="-1">
            <header class="page-header">
                <a class="btn-icon" href="/accounts" aria-label=t.accounts_title>
                    <Icon name="left" />
                </a>
                <h1 class="page-header__title">{own.title}</h1>
                <div class="page-header__actions">
                    <UserButton class="btn-icon page-header__user" />
                </div>
            </header>
            <div class="page__body" on:input=move |event| note(typed, &event_target::<HtmlInputElement>(&event))>
                <ActionForm action=action attr:class="sheet sheet--form" attr:novalidate=true>
                    {failed}
                    <input type="hidden" name="form[operation]" value=operation.to_string() />
                    <div class="fields">
                        <Field name="form[name]" label=t.name value=form.name required=true error=of("name") />
                        <Suspects typed=typed found=found />
                        <Field name="form[nif]" label=own.nif value=form.nif error=of("nif") />
                        <Field name="form[phone]" label=t.phone value=form.phone error=of("phone") />
                        <Field name="form[email]" label=t.email kind=FieldKind::Email value=form.email error=of("email") />
                        <Field name="form[web]" label=own.web value=form.web error=of("web") />
                        <Field name="form[street]" label=own.street value=form.street error=of("street") />
                        <Field name="form[postal_code]" label=own.postal_code value=form.postal_code error=of("postal_code") />
                        <Field name="form[town]" label=own.town value=form.town error=of("town") />
                        <Field name="form[sector]" label=t.sector value=form.sector error=of("sector") />
                        {choice::<SizeBand>("form[size]", own.size, &form.size)}
                        {choice::<Source>("form[source]", own.source, &form.source)}
                        {choice::<AccountKind>("form[kind]", own.kind, &form.kind)}
                        <Field name="form[contact]" label=own.first_contact value=form.contact error=of("contact") />
                        <Field name="form[contact_role]" label=own.post value=form.contact_role error=of("contact_role") />
                        <Field name="form[contact_phone]" label=own.contact_phone value=form.contact_phone error=of("contact_phone") />
                        <Field
                            name="form[contact_email]"
                            label=own.contact_email
                            kind=FieldKind::Email
                            value=form.contact_email
                            error=of("contact_email")
                        />
                        {choice::<BuyingPart>("form[contact_part]", own.part, &form.contact_part)}
                    </div>
                    <div class="dialog__foot">
                        <a class="btn btn--quiet" href="/accounts">
                            {t.cancel}
                        </a>
                        // Sent while those that it may be are in sight, it is meant all the same.
                        <button
                            class="btn btn--pen"
                            name="form[anyway]"
                            value=move || if is_suspected() { "yes" } else { "" }
                            aria-busy=move || action.pending().get().then_some("true")
                        >
                            {label}
                        </button>
                    </div>
                </ActionForm>
            </div>
        </main>
    }
}

/// Takes over what is typed into a field that a firm is recognised by.
fn note(typed: RwSignal<Typed>, field: &HtmlInputElement) {
    let value = field.value();
    match field.name().as_str() {
        "form[name]" => typed.update(|it| it.name = value),
        "form[nif]" => typed.update(|it| it.nif = value),
        "form[phone]" => typed.update(|it| it.phone = value),
        "form[email]" => typed.update(|it| it.email = value),
        "form[web]" => typed.update(|it| it.web = value),
        _ => {}
    }
}

/// One of several, or none.
fn choice<T: IntoEnumIterator + Label + AsRef<str> + 'static>(
    name: &'static str,
    label: &'static str,
    chosen: &str,
) -> impl IntoView + use<T> {
    let locale = use_locale();
    let options: Vec<_> = T::iter()
        .map(|it| {
            view! {
                <option value=it.as_ref().to_owned() selected=it.as_ref() == chosen>
                    {it.label(locale)}
                </option>
            }
        })
        .collect();
    view! {
        <label class="field">
            <span class="field__label">{label}</span>
            <span class="input">
                <select name=name>
                    <option value="">"—"</option>
                    {options}
                </select>
                <Icon name="down" />
            </span>
        </label>
    }
}
