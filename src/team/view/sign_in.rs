//! Signing in.

use leptos::{form::ActionForm, prelude::*};
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

use super::door::{Door, Refused, enter_when};
use crate::{
    i18n::use_texts,
    team::{api::SignIn, form::Back},
    ui::{Field, FieldKind},
};

/// E-mail and password; any password manager may fill it in.
#[component]
pub fn SignInPage() -> impl IntoView {
    let t = use_texts();
    let action = ServerAction::<SignIn>::new();
    let back = Back::read();
    let refusal = back.refusal.clone();
    let error = Signal::derive(move || match action.value().get() {
        Some(answer) => answer.err(),
        None => refusal.clone(),
    });
    enter_when(action);
    let asked = use_query_map().read_untracked().get("next");
    let next = asked.or(back.next).unwrap_or_default();
    view! {
        <Title text=t.sign_in />
        <Door>
            <ActionForm action=action attr:class="login__box">
                <h1 class="login__title">{t.sign_in_title}</h1>
                <p class="login__sub">{t.sign_in_lead}</p>
                <Refused error=error />
                <input type="hidden" name="next" value=next />
                <Field name="email" label=t.email kind=FieldKind::Email value=back.email required=true autocomplete="username" />
                <Field name="password" label=t.password kind=FieldKind::Password required=true autocomplete="current-password" />
                <button class="btn btn--l btn--pen btn--block" aria-busy=move || action.pending().get().then_some("true")>
                    {t.sign_in}
                </button>
                <p class="field__hint">{t.cannot_sign_in}</p>
            </ActionForm>
        </Door>
    }
}
