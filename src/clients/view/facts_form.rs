//! The facts of a client as a form.

use leptos::{prelude::*, server_fn::ServerFn};
use strum::IntoEnumIterator;

use super::{
    accounts_bar::{Choices, by_name, chosen, coded, colleagues, named, options},
    suspects::{Suspects, note},
};
use crate::{
    clients::{
        api::EditAccount,
        domain::{AccountKind, Holders, MOST_WAYS, Section, SizeBand, Source, Suspect, WayKind},
        forms::{FactsForm, Returned, WayForm},
    },
    i18n::{Label, use_client_texts, use_locale, use_texts},
    types::AccountId,
    ui::{Field, FieldKind, Icon},
};

/// So many empty lines wait for another way to reach them.
const SPARE_WAYS: usize = 2;

/// The form of a client that is there, with why it came back.
#[component]
pub fn FactsSheet(
    account: AccountId,
    form: Returned<FactsForm>,
    holders: Holders,
    suspects: Vec<Suspect>,
    is_stale: bool,
) -> impl IntoView {
    let t = use_texts();
    let c = use_client_texts();
    let typed = form.typed.clone();
    let home = format!("/accounts/{}", typed.account);
    let stale = is_stale.then(|| {
        view! {
            <div class="notice" data-tone="lacre" role="alert">
                <Icon name="error" />
                <p>{t.goals_stale}</p>
            </div>
        }
    });
    let known = RwSignal::new(typed.typed());
    view! {
        <form
            class="sheet sheet--form facts-form"
            method="post"
            action=EditAccount::url()
            novalidate
            on:input=move |event| note(known, &event_target(&event))
        >
            {stale}
            <input type="hidden" name="form[operation]" value=typed.operation.clone() />
            <input type="hidden" name="form[account]" value=typed.account.clone() />
            <input type="hidden" name="form[seen]" value=typed.seen.clone() />
            <FactFields form=form.clone() />
            <MoreFacts form=form holders=holders />
            <Suspects typed=known found=RwSignal::new(suspects) but=Some(account) />
            <div class="dialog__foot">
                <a class="btn btn--quiet" href=home>
                    {t.cancel}
                </a>
                <button class="btn btn--pen">{c.save}</button>
            </div>
        </form>
    }
}

/// Who it is and how to reach it: what one writes down first.
#[component]
pub fn FactFields(form: Returned<FactsForm>) -> impl IntoView {
    let t = use_texts();
    let c = use_client_texts();
    let typed = &form.typed;
    let text = |name, label, value: &str| text(&form, name, label, value);
    view! {
        <div class="fields fields--pair">
            {text("name", t.name, &typed.name)}
            {text("nif", t.nif, &typed.nif)}
            {text("phone", t.phone, &typed.phone)}
            {text("email", t.email, &typed.email)}
            {text("web", t.web, &typed.web)}
            {text("street", c.street, &typed.street)}
            {text("postal_code", c.postal_code, &typed.postal_code)}
            {text("town", c.town, &typed.town)}
        </div>
    }
}

/// What is known of it besides, and whose it is.
#[component]
pub fn MoreFacts(form: Returned<FactsForm>, holders: Holders) -> impl IntoView {
    let t = use_texts();
    let c = use_client_texts();
    let locale = use_locale();
    let typed = &form.typed;
    let text = |name, label, value: &str| text(&form, name, label, value);
    let said = |name: &str| {
        let why = form.fault(name).map(|why| why.sentence(locale));
        why.map(|why| view! { <p class="field__error" role="alert">{why}</p> })
    };
    let users = colleagues(&holders, &typed.owner);
    let departments = named(&holders.departments, None);
    let zones = named(&holders.zones, None);
    view! {
        <div class="fields fields--pair">
            {choice("kind", c.kind, None, coded::<AccountKind>(None), &typed.kind)}
            {choice("size", t.size, Some(c.unknown), coded::<SizeBand>(None), &typed.size)}
            {choice("section", c.section, Some(c.unknown), coded::<Section>(None), &typed.section)}
            {text("sector", t.sector, &typed.sector)}
            <Field
                name="form[turnover]"
                id="turnover"
                label=t.turnover
                kind=FieldKind::Amount
                value=typed.turnover.clone()
                error=Signal::stored(form.fault("turnover").map(|why| why.sentence(locale)))
                small=true
            />
            {choice("source", t.source, Some(c.unknown), by_name(coded::<Source>(None)), &typed.source)}
            {text("country", c.country, &typed.country)}
        </div>
        <fieldset class="ways">
            <legend class="field__label">{c.ways}</legend>
            <p class="field__hint">{c.ways_hint}</p>
            {said("ways")}
            {ways(&form)}
        </fieldset>
        <div class="fields fields--pair">
            {choice("owner", t.held_by, Some(t.nobody), users, &typed.owner)}
            {choice("department", c.department, Some(t.nobody), departments, &typed.department)}
            {choice("zone", c.zone, Some(t.nobody), zones, &typed.zone)}
        </div>
        {said("owner")}
        {said("department")}
        {said("zone")}
    }
}

/// A line of text under its name, with why it was refused.
fn text(form: &Returned<FactsForm>, name: &'static str, label: &'static str, value: &str) -> impl IntoView + use<> {
    let locale = use_locale();
    let error = Signal::stored(form.fault(name).map(|why| why.sentence(locale)));
    view! { <Field name=format!("form[{name}]") id=name label=label value=value.to_owned() error=error small=true /> }
}

fn ways(form: &Returned<FactsForm>) -> impl IntoView + use<> {
    let c = use_client_texts();
    let locale = use_locale();
    let mut lines = form.typed.ways.clone();
    let room = usize::from(MOST_WAYS).saturating_sub(lines.len()).min(SPARE_WAYS);
    lines.extend(std::iter::repeat_n(WayForm::default(), room));
    let fault = |name: String| Signal::stored(form.fault(&name).map(|why| why.sentence(locale)));
    lines
        .into_iter()
        .enumerate()
        .map(|(at, way)| {
            let kinds = WayKind::iter().map(|kind| {
                let is_chosen = kind.as_ref() == way.kind;
                view! {
                    <option value=kind.as_ref().to_owned() selected=is_chosen>
                        {kind.label(locale)}
                    </option>
                }
            });
            view! {
                <div class="ways__line">
                    <label class="field">
                        <span class="visually-hidden">{c.way_kind}</span>
                        <span class="input">
                            <select name=format!("form[ways][{at}][kind]")>{kinds.collect_view()}</select>
                            <Icon name="down" />
                        </span>
                    </label>
                    <Field
                        name=format!("form[ways][{at}][text]")
                        label=c.way_text
                        value=way.text.clone()
                        error=fault(format!("way{at}"))
                        small=true
                    />
                    <Field
                        name=format!("form[ways][{at}][what]")
                        label=c.way_what
                        value=way.what.clone()
                        error=fault(format!("what{at}"))
                        small=true
                    />
                </div>
            }
        })
        .collect_view()
}

fn choice(
    name: &'static str,
    label: &'static str,
    none: Option<&'static str>,
    values: Choices,
    now: &str,
) -> impl IntoView + use<> {
    view! {
        <label class="field">
            <span class="field__label">{label}</span>
            <span class="input">
                <select name=format!("form[{name}]") id=name>
                    {none.map(|none| view! { <option value="">{none}</option> })}
                    {options(chosen(values, now))}
                </select>
                <Icon name="down" />
            </span>
        </label>
    }
}
