//! The dialog that asks what a stage needs.

use leptos::{
    ev,
    prelude::*,
    wasm_bindgen::JsCast,
    web_sys::{FormData, HtmlFormElement},
};

use super::{
    move_form::{ClosingFields, Refusals, refusals},
    mover::{Mover, Question},
};
use crate::{
    error::AppError,
    i18n::{counting, use_locale, use_texts},
    pipeline::{
        domain::{Card, Closing, Stage, StageKind},
        form::MoveForm,
    },
    types::{Day, Locale},
    ui::{Dialog, focus_field},
};

/// The question of the board, while there is one.
#[component]
pub fn Questions(mover: Mover) -> impl IntoView {
    move || {
        mover
            .question
            .get()
            .map(|question| view! { <Ask mover=mover question=question /> })
    }
}

#[component]
fn Ask(mover: Mover, question: Question) -> impl IntoView {
    let t = use_texts();
    let locale = use_locale();
    let stage = question.stage.clone();
    let (icon, title, act) = match stage.kind {
        StageKind::Won => ("trophy", t.won_how, t.won_do),
        StageKind::Lost => ("ban", t.lost_why, t.lost_do),
        StageKind::Open => ("warning", t.needed_title, t.needed_do),
    };
    let refused = RwSignal::new(refusals(&question.missing, locale));
    let id = question.card.id;
    let close = Callback::new(move |()| {
        mover.question.set(None);
        mover.focus(id);
    });
    let (card, place, together) = (question.card.clone(), question.place, question.together);
    let today = mover.board.with_untracked(|board| board.today);
    let submit = {
        let (card, stage) = (card.clone(), stage.clone());
        move |event: ev::SubmitEvent| {
            event.prevent_default();
            let typed = typed_in(&event);
            match said(&typed, locale)
                .and_then(|said| complete(said, (together == 0).then_some(&card), &stage, today, locale))
            {
                Ok(said) => {
                    mover.question.set(None);
                    if together > 0 {
                        mover.send_together(stage.clone(), place, said);
                    } else {
                        mover.send(card.clone(), stage.clone(), place, said, typed);
                    }
                }
                Err(why) => {
                    refused.set(why);
                    focus_field("#question");
                }
            }
        }
    };
    let tone = tone_of(&stage);
    let about = if together > 0 {
        counting::opportunities(locale, together as u64)
    } else {
        card.heading().to_owned()
    };
    view! {
        <Dialog id="question" icon=icon tone=tone title=title about=about on_close=close>
            <form class="dialog__ask" novalidate on:submit=submit>
                <div class="dialog__body">
                    <ClosingFields
                        stage=stage.clone()
                        together={together > 0}
                        amount=card.amount
                        close_on=card.close_on
                        contact=card.contact_name.clone()
                        of=card.id
                        today=today
                        typed=question.typed
                        refused=refused
                    />
                </div>
                <footer class="dialog__foot">
                    <button class="btn btn--quiet" type="button" on:click=move |_| close.run(())>
                        {t.cancel}
                    </button>
                    <button class="btn btn--pen">{act}</button>
                </footer>
            </form>
        </Dialog>
    }
}

fn tone_of(stage: &Stage) -> &'static str {
    match stage.kind {
        StageKind::Won => "hoja",
        StageKind::Lost => "piedra",
        StageKind::Open => "miel",
    }
}

/// The form as it is being sent.
fn typed_in(event: &ev::SubmitEvent) -> MoveForm {
    let form = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlFormElement>().ok());
    let data = form.and_then(|form| FormData::new_with_form(&form).ok());
    let text = |name: &str| {
        data.as_ref()
            .and_then(|data| data.get(&format!("form[{name}]")).as_string())
            .unwrap_or_default()
    };
    MoveForm {
        amount: text("amount"),
        close_on: text("close_on"),
        contact: text("contact"),
        closed_on: text("closed_on"),
        loss_reason: text("loss_reason"),
        competitor: text("competitor"),
        note: text("note"),
        ..MoveForm::default()
    }
}

/// What it says, or the field that cannot be read and why.
fn said(typed: &MoveForm, locale: Locale) -> Result<Closing, Refusals> {
    typed.said().map_err(|error| match error {
        AppError::Invalid { field, why } => vec![(field, why.sentence(locale))],
        other => vec![(String::new(), other.sentence(locale))],
    })
}

/// The answer, if it has everything: the server decides again, this only saves the way. Of several each is looked at when it is
/// moved.
fn complete(
    said: Closing,
    card: Option<&Card>,
    stage: &Stage,
    today: Day,
    locale: Locale,
) -> Result<Closing, Refusals> {
    let mut missing = Vec::new();
    if let Some(card) = card {
        // The amount of a sale stood in the field: who has emptied it has not said what it was.
        let known = card.amount.filter(|_| stage.kind != StageKind::Won);
        let contact = said.contact.as_ref().or(card.contact_name.as_ref());
        missing.extend(stage.lacks(said.amount.or(known), said.close_on.or(card.close_on), contact));
    }
    missing.extend(said.unsaid(stage.kind, today));
    if missing.is_empty() {
        Ok(said)
    } else {
        Err(refusals(&missing, locale))
    }
}
