//! Writing down who works at a client, and what is new of them.

use leptos::{prelude::*, server_fn::ServerFn};
use strum::IntoEnumIterator;

use crate::{
    clients::{
        api::SavePerson,
        domain::BuyingPart,
        forms::{PersonForm, Returned},
    },
    i18n::{Label, use_client_texts, use_locale, use_texts},
    types::{AccountId, Invalid, OpId},
    ui::{Field, FieldKind, Icon},
};

/// The form of one person, filled with what is known or with what came back.
#[component]
pub fn PersonEditor(
    account: AccountId,
    operation: OpId,
    form: Returned<PersonForm>,
    /// Another changed the person meanwhile.
    is_stale: bool,
) -> impl IntoView {
    let t = use_texts();
    let c = use_client_texts();
    let locale = use_locale();
    let fault = |name: &str| {
        let why = form.fault(name).map(|why| match (name, why) {
            ("name", Invalid::Taken) => c.person_namesake.to_owned(),
            (_, why) => why.sentence(locale),
        });
        Signal::stored(why)
    };
    let is_known = !form.typed.contact.is_empty();
    let parts = BuyingPart::iter().map(|part| {
        let is_chosen = part.as_ref() == form.typed.part;
        view! {
            <option value=part.as_ref().to_owned() selected=is_chosen>
                {part.label(locale)}
            </option>
        }
    });
    let parts = parts.collect_view();
    let home = format!("/accounts/{account}");
    let stale = is_stale.then(|| {
        view! {
            <div class="notice" data-tone="lacre" role="alert">
                <Icon name="error" />
                <p>{t.goals_stale}</p>
            </div>
        }
    });
    view! {
        <form class="person-editor" method="post" action=SavePerson::url() aria-label=c.person_add novalidate>
            {stale}
            <input type="hidden" name="form[operation]" value=operation.to_string() />
            <input type="hidden" name="form[account]" value=account.to_string() />
            <input type="hidden" name="form[contact]" value=form.typed.contact.clone() />
            <input type="hidden" name="form[seen]" value=form.typed.seen.clone() />
            <Field name="form[name]" id="person-name" label=t.name value=form.typed.name.clone() error=fault("name") small=true />
            <Field name="form[role]" id="person-role" label=c.person_role value=form.typed.role.clone() error=fault("role") small=true />
            <label class="field">
                <span class="field__label">{c.person_part}</span>
                <span class="input">
                    <select name="form[part]">
                        <option value="">{c.person_part_unknown}</option>
                        {parts}
                    </select>
                    <Icon name="down" />
                </span>
            </label>
            <Field name="form[phone]" id="person-phone" label=t.phone value=form.typed.phone.clone() error=fault("phone") small=true />
            <Field
                name="form[email]"
                id="person-email"
                label=t.email
                kind=FieldKind::Email
                value=form.typed.email.clone()
                error=fault("email")
                small=true
            />
            <div class="person-editor__foot">
                <button class="btn btn--pen">{c.save}</button>
                <a class="btn btn--quiet" href=home>
                    {t.cancel}
                </a>
                {is_known
                    .then(|| {
                        view! {
                            <button class="btn btn--quiet person-editor__leaves" name="form[leaves]" value="1">
                                {c.person_leaves}
                            </button>
                        }
                    })}
            </div>
        </form>
    }
}
