//! What a stage asks on the way in: the same fields in the dialog and in the page without JavaScript.

use leptos::prelude::*;
use strum::IntoEnumIterator;

use crate::{
    i18n::{Label, use_locale, use_texts},
    loaded::load_later,
    pipeline::{
        api::load_beside,
        domain::{LossReason, Missing, Requirement, Stage, StageKind},
        form::MoveForm,
    },
    types::{Day, Locale, Money, OpportunityId, ShortText},
    ui::{Field, FieldKind, Icon},
};

/// Why fields were refused, by their names.
pub type Refusals = Vec<(String, String)>;

/// The sentence under each field that something is missing of.
#[must_use]
pub fn refusals(missing: &[Missing], locale: Locale) -> Refusals {
    missing
        .iter()
        .map(|missing| (missing.field().to_owned(), missing.label(locale).to_owned()))
        .collect()
}

/// The fields for entering a stage.
#[component]
pub fn ClosingFields(
    stage: Stage,
    /// One of several that are asked together: each keeps its own amount.
    #[prop(optional)]
    together: bool,
    amount: Option<Money>,
    close_on: Option<Day>,
    contact: Option<ShortText>,
    /// Whose account has the persons that are suggested.
    of: OpportunityId,
    today: Day,
    /// What had been typed before it was sent back; it goes before what is known.
    #[prop(optional)]
    typed: MoveForm,
    #[prop(into)] refused: Signal<Refusals>,
) -> impl IntoView {
    let t = use_texts();
    let why = move |name: &'static str| {
        Signal::derive(move || {
            refused.with(|all| all.iter().find(|(field, _)| field == name).map(|(_, why)| why.clone()))
        })
    };
    let asks = |requirement| stage.required.contains(&requirement);
    let typed_amount = amount
        .map(|amount| amount.parts(Locale::Es))
        .map(|parts| format!("{}{}{}", parts.lead, parts.whole, parts.cents));
    let typed_amount = known(&typed.amount).or(typed_amount).unwrap_or_default();
    let person = known(&typed.contact)
        .or(contact.map(|name| name.to_string()))
        .unwrap_or_default();
    let amount_field = move |label| {
        view! {
            <Field
                name="form[amount]"
                label=label
                kind=FieldKind::Amount
                value=typed_amount.clone()
                hint=t.amount_hint
                error=why("amount")
            />
        }
    };
    let day = |name, field, label, typed: &str, value: Option<Day>| {
        let value = known(typed).or(value.map(|day| day.to_string())).unwrap_or_default();
        view! { <Field name=name label=label kind=FieldKind::Day value=value error=why(field) /> }
    };
    match stage.kind {
        StageKind::Won => view! {
            <div class="fields fields--pair">{(!together).then(|| amount_field(t.final_amount))} {day("form[closed_on]", "closed_on", t.won_on, &typed.closed_on, Some(today))}</div>
        }
        .into_any(),
        StageKind::Lost => view! {
            {reasons(why("loss_reason"), why("competitor"), &typed)}
            <div class="fields">
                <Field name="form[note]" label=t.note value=typed.note.clone() hint=t.optional error=why("note") />
            </div>
        }
        .into_any(),
        StageKind::Open => view! {
            <div class="fields">
                {asks(Requirement::Amount).then(|| amount_field(t.amount))}
                {asks(Requirement::Contact)
                    .then(|| {
                        view! {
                            <Field name="form[contact]" label=t.deal_with value=person list="move-people" error=why("contact") />
                            <Suggested of=of />
                        }
                    })}
                {asks(Requirement::CloseDate).then(|| day("form[close_on]", "close_on", t.close_on, &typed.close_on, close_on))}
            </div>
        }
        .into_any(),
    }
}

/// The persons of the account, as suggestions.
#[component]
fn Suggested(of: OpportunityId) -> impl IntoView {
    let beside = load_later(|| (), move |()| load_beside(of));
    let names = move || {
        Suspend::new(async move {
            // Without an answer nobody is suggested, which is no reason to stop whoever types.
            let people = beside.await.map(|it| it.people).unwrap_or_default();
            people
                .into_iter()
                .map(|person| view! { <option value=person.name.to_string()></option> })
                .collect_view()
        })
    };
    view! {
        <datalist id="move-people">
            <Suspense>{names}</Suspense>
        </datalist>
    }
}

/// What was typed, if anything was.
fn known(typed: &str) -> Option<String> {
    (!typed.is_empty()).then(|| typed.to_owned())
}

fn reasons(why: Signal<Option<String>>, competitor: Signal<Option<String>>, typed: &MoveForm) -> impl IntoView + use<> {
    let t = use_texts();
    let locale = use_locale();
    let error = "loss-reason-error";
    let described = error;
    view! {
        <fieldset
            class="choices"
            data-invalid=move || why.get().map(|_| "true")
            aria-describedby=move || why.get().map(|_| described)
        >
            <legend class="choices__title">{t.lost_reason}</legend>
            {move || {
                why.get()
                    .map(|why| {
                        view! {
                            <p class="field__error" id=error>
                                <Icon name="warning" />
                                {why}
                            </p>
                        }
                    })
            }}
            {LossReason::iter()
                .map(|reason| {
                    // Shown only while its reason is the chosen one; `competitor` is missing only then.
                    let which = (reason == LossReason::Competition).then(|| {
                        view! {
                            <div class="choice__more fields">
                                <Field name="form[competitor]" label=t.competitor value=typed.competitor.clone() error=competitor />
                            </div>
                        }
                    });
                    view! {
                        <div class="choices__row">
                            <label class="choice">
                                <input
                                    type="radio"
                                    name="form[loss_reason]"
                                    value=reason.as_ref().to_owned()
                                    checked=typed.loss_reason == reason.as_ref()
                                />
                                <span>{reason.label(locale)}</span>
                            </label>
                            {which}
                        </div>
                    }
                })
                .collect_view()}
        </fieldset>
    }
}
