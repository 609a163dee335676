//! The first start.

use leptos::{form::ActionForm, prelude::*};
use leptos_meta::Title;

use super::door::{Door, Refused, enter_when};
use crate::{
    error::AppError,
    i18n::{use_locale, use_texts},
    team::{api::SetUp, form::Back},
    ui::{Field, FieldKind},
};

/// The firm and its first administrator. The token is in the terminal.
#[component]
pub fn SetUpPage() -> impl IntoView {
    let t = use_texts();
    let locale = use_locale();
    let action = ServerAction::<SetUp>::new();
    let back = Back::read();
    let refusal = back.refusal.clone();
    let error = Signal::derive(move || match action.value().get() {
        Some(answer) => answer.err(),
        None => refusal.clone(),
    });
    enter_when(action);
    let of = move |name: &'static str| {
        Signal::derive(move || match error.get() {
            Some(AppError::Invalid { field, why }) if field == name => Some(why.sentence(locale)),
            _ => None,
        })
    };
    view! {
        <Title text=t.set_up_title />
        <Door>
            <ActionForm action=action attr:class="login__box">
                <h1 class="login__title">{t.set_up_title}</h1>
                <p class="login__sub">{t.set_up_lead}</p>
                <Refused error=error />
                <Field name="token" label=t.set_up_token required=true />
                <Field name="firm" label=t.set_up_firm value=back.firm required=true autocomplete="organization" error=of("firm") />
                <Field name="name" label=t.set_up_name value=back.name required=true autocomplete="name" error=of("name") />
                <Field name="email" label=t.email kind=FieldKind::Email value=back.email required=true autocomplete="username" error=of("email") />
                <Field
                    name="password"
                    label=t.password
                    kind=FieldKind::Password
                    hint=t.set_up_password_hint
                    required=true
                    autocomplete="new-password"
                    error=of("password")
                />
                <Field
                    name="repeat"
                    label=t.set_up_repeat
                    kind=FieldKind::Password
                    required=true
                    autocomplete="new-password"
                    error=of("repeat")
                />
                <button class="btn btn--l btn--pen btn--block" aria-busy=move || action.pending().get().then_some("true")>
                    {t.set_up_do}
                </button>
            </ActionForm>
        </Door>
    }
}
