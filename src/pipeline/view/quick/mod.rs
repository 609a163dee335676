//! A new card typed into its column: with whom, what, how much, until when.

mod known;

use leptos::{
    ev, html,
    prelude::*,
    wasm_bindgen::JsCast,
    web_sys::{FormData, HtmlElement, HtmlFormElement},
};

use self::known::Known;
use super::mover::Mover;
use crate::{
    error::AppError,
    i18n::{sentence, use_locale, use_texts},
    pipeline::{
        api::add_opportunity,
        domain::{Missing, Requirement, Stage},
        form::NewForm,
    },
    types::{Invalid, Locale, OpId, StageId},
    ui::{Toast, ToastKind, is_half_typed, use_toasts},
};

/// The form at the top of a column. What is refused stays as it was typed, with the reason under it.
#[component]
pub fn Quick(mover: Mover, stage: Stage) -> impl IntoView {
    let t = use_texts();
    let locale = use_locale();
    let toasts = use_toasts();
    let refused = RwSignal::new(None::<(String, String)>);
    let busy = RwSignal::new(false);
    let named = RwSignal::new(String::new());
    let account = NodeRef::<html::Input>::new();
    // One operation for as long as the form is open: sent twice, it is one card.
    let operation = StoredValue::new(OpId::fresh().to_string());
    Effect::new(move |_| {
        if let Some(field) = account.get() {
            // Refused only to what is not in the page any more.
            let _ = field.focus();
        }
    });
    let id = stage.id;
    let close = move || mover.adding.set(None);
    let leave = move || {
        // What is being saved is answered first.
        if busy.get_untracked() {
            return;
        }
        close();
        focus_plus(id);
    };
    let name = stage.name.to_string();
    let needs = stage.clone();
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let form = NewForm {
            operation: operation.get_value(),
            stage: id.to_string(),
            ..typed(&event)
        };
        let half = half_typed(&event).then(|| AppError::invalid(Missing::CloseDate.field(), Invalid::DayFormat));
        let read = half.map_or_else(|| form.read(), Err);
        let asked = read.and_then(|(operation, asked)| {
            match needs
                .lacks(asked.amount, asked.close_on, asked.contact.as_ref())
                .first()
            {
                Some(missing) => Err(AppError::invalid(missing.field(), Invalid::Empty)),
                None => Ok((operation, asked)),
            }
        });
        let (operation, asked) = match asked {
            Ok(asked) => asked,
            Err(error) => return refused.set(Some(told(&error, locale))),
        };
        busy.set(true);
        let name = name.clone();
        leptos::task::spawn_local(async move {
            let answer = match add_opportunity(operation, asked.clone()).await {
                // Nobody knows whether it was done. Asked again under the same operation, it is done once.
                Err(AppError::Transport(_)) => add_opportunity(operation, asked).await,
                answer => answer,
            };
            if busy.try_set(false).is_some() {
                // The person has left the board.
                return;
            }
            match answer {
                Ok(moved) => {
                    toasts.show(Toast {
                        kind: ToastKind::Done,
                        about: moved.card.id.to_string(),
                        subject: moved.card.heading().to_owned(),
                        text: sentence::added_to(locale, &name),
                        offer: None,
                    });
                    let card = moved.card.id;
                    mover.board.update(|board| board.settle(&moved));
                    close();
                    mover.by_keys.set_value(true);
                    mover.focus(card);
                }
                Err(error) => refused.set(Some(told(&error, locale))),
            }
        });
    };
    let why = move |of: &'static str| {
        move || {
            refused.with(|refused| {
                refused
                    .as_ref()
                    .filter(|(field, _)| field == of)
                    .map(|(_, why)| why.clone())
            })
        }
    };
    let field = move |name: &'static str, label: &'static str, kind: &'static str| {
        view! {
            <label class="quick__field">
                <span class="visually-hidden">{label}</span>
                <input
                    class="quick__input"
                    name=name
                    type=kind
                    placeholder=label
                    title=label
                    maxlength="200"
                    autocomplete="off"
                    inputmode=(name == Missing::Amount.field()).then_some("decimal")
                    aria-invalid=move || why(name)().map(|_| "true")
                    aria-describedby=move || why(name)().map(|_| "quick-error")
                />
            </label>
        }
    };
    let invalid = why("account");
    let asks_person = stage.required.contains(&Requirement::Contact);
    view! {
        <div class="quick">
            <form
                class="quick__form"
                novalidate
                aria-label=format!("{}: {}", t.new_title, stage.name)
                on:submit=submit
                on:keydown=move |event| {
                    if event.key() == "Escape" {
                        event.stop_propagation();
                        leave();
                    }
                }
            >
                <label class="quick__field">
                    <span class="visually-hidden">{t.new_account}</span>
                    <input
                        class="quick__input quick__input--account"
                        name="account"
                        placeholder=t.new_account_hint
                        maxlength="200"
                        autocomplete="off"
                        node_ref=account
                        on:input=move |event| named.set(event_target_value(&event))
                        aria-invalid=move || invalid().map(|_| "true")
                        aria-describedby="quick-match quick-error"
                    />
                </label>
                <Known named=named field=account />
                {field("title", t.new_what, "text")}
                <div class="quick__row">{field("amount", t.quick_amount, "text")} {field("close_on", t.close_on, "date")}</div>
                {asks_person.then(|| field(Missing::Contact.field(), t.deal_with, "text"))}
                <p class="field__error" id="quick-error" role="alert">
                    {move || refused.get().map(|(_, why)| why)}
                </p>
                <div class="quick__row quick__foot">
                    <button class="btn btn--s btn--quiet" type="button" on:click=move |_| leave()>
                        {t.cancel}
                    </button>
                    <button class="btn btn--s btn--pen" disabled=move || busy.get()>
                        {t.quick_do}
                    </button>
                </div>
            </form>
        </div>
    }
}

/// Back to the plus that opened it.
fn focus_plus(stage: StageId) {
    let plus = document().query_selector(&format!("[data-stage='{stage}'] .tray__head > .btn-icon"));
    if let Some(plus) = plus.ok().flatten().and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        // Refused only to what is not in the page any more.
        let _ = plus.focus();
    }
}

fn typed(event: &ev::SubmitEvent) -> NewForm {
    let form = event.target().and_then(|it| it.dyn_into::<HtmlFormElement>().ok());
    let data = form.and_then(|form| FormData::new_with_form(&form).ok());
    let said = |name: &str| {
        data.as_ref()
            .and_then(|data| data.get(name).as_string())
            .unwrap_or_default()
    };
    NewForm {
        account: said("account"),
        title: said("title"),
        amount: said("amount"),
        close_on: said("close_on"),
        contact: said("contact"),
        ..NewForm::default()
    }
}

/// Whether the close has been begun and cannot be read.
fn half_typed(event: &ev::SubmitEvent) -> bool {
    let form = event.target().and_then(|it| it.dyn_into::<HtmlFormElement>().ok());
    let day = form.and_then(|form| form.query_selector("input[type=date]").ok().flatten());
    day.and_then(|day| day.dyn_into().ok())
        .is_some_and(|day| is_half_typed(&day))
}

/// Which field was refused, and why.
fn told(error: &AppError, locale: Locale) -> (String, String) {
    let field = match error {
        AppError::Invalid { field, .. } => field.clone(),
        _ => String::new(),
    };
    (field, error.sentence(locale))
}
