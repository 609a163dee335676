//! The pencil: amounts are typed in a form beside what they change. It is a plain form, with JavaScript and without: it is
//! used once a month, and the page comes back as it was looked at.

use leptos::{ev, prelude::*, server_fn::ServerFn, wasm_bindgen::JsCast, web_sys};

use crate::{
    error::AppError,
    frame::use_frame,
    i18n::{forecast, use_locale, use_texts},
    pipeline::{
        api::SubmitGoals,
        domain::Goal,
        goals_form::{Kind, Returned, look_of},
        view::mover::Mover,
    },
    types::{Locale, Month, OpId},
    ui::{Field, FieldKind, Icon},
};

/// This year, and the first quarter of the next one, which is planned before this one ends.
const MONTHS: usize = 15;

/// The form of the objectives, for whoever may set them.
pub fn objectives(mover: Mover, operation: OpId, back: Option<&Returned>) -> Option<AnyView> {
    let t = use_texts();
    let (today, outlook) = mover.board.with_untracked(|board| (board.today, board.outlook.clone()));
    let goals = outlook.goals.filter(|_| outlook.sets)?;
    let months = Month::of(*today.year().start()).onwards().take(MONTHS);
    let rows = months.map(|month| {
        let known = goals.iter().find(|it| it.month == month);
        known.copied().unwrap_or(blank(month))
    });
    let titles = (t.goals_edit, t.goals_title);
    Some(form(mover, Kind::Objective, titles, operation, rows.collect(), back))
}

/// The form of what this person promises, if that is asked of this person.
pub fn commitment(mover: Mover, operation: OpId, back: Option<&Returned>) -> Option<AnyView> {
    let t = use_texts();
    let me = use_frame().viewer?.id;
    let (month, outlook) = mover
        .board
        .with_untracked(|board| (Month::of(board.today), board.outlook.clone()));
    let row = outlook.promise_of(me).map_or(blank(month), |it| Goal {
        month,
        revision: Some(it.revision),
        amount: it.amount,
    });
    let titles = (t.commitment_edit, t.commitment_mine);
    outlook
        .sets
        .then(|| form(mover, Kind::Commitment, titles, operation, vec![row], back))
}

const fn blank(month: Month) -> Goal {
    Goal {
        month,
        revision: None,
        amount: None,
    }
}

fn form(
    mover: Mover,
    kind: Kind,
    (pencil, title): (&'static str, &'static str),
    operation: OpId,
    rows: Vec<Goal>,
    back: Option<&Returned>,
) -> AnyView {
    let t = use_texts();
    let locale = use_locale();
    let code = kind.as_ref().to_owned();
    let back = back.filter(|back| back.typed.kind == code);
    let (pipeline, today) = mover.board.with_untracked(|board| (board.pipeline.id, board.today));
    let refused = back.and_then(|back| match &back.why {
        Some(AppError::Invalid { field, why }) => Some((field.clone(), why.sentence(locale))),
        _ => None,
    });
    let notice = back.filter(|_| refused.is_none()).map(|back| {
        let why = back
            .why
            .as_ref()
            .map_or(t.goals_stale.to_owned(), |why| why.sentence(locale));
        view! {
            <div class="notice" data-tone="lacre" role="alert">
                <Icon name="error" />
                <p>{why}</p>
            </div>
        }
    });
    let row = |(at, goal): (usize, Goal)| {
        let month = goal.month.to_string();
        let typed = back.and_then(|back| {
            let place = back.typed.months.iter().position(|it| *it == month)?;
            back.typed.amounts.get(place).cloned()
        });
        let why = refused
            .as_ref()
            .filter(|(place, _)| *place == at.to_string())
            .map(|(_, why)| why.clone());
        let name = forecast::month(locale, goal.month, today);
        let value = typed.unwrap_or_else(|| as_typed(&goal));
        amount(
            &code,
            at,
            (name, month),
            goal.revision.map(|it| it.to_string()),
            value,
            why,
        )
    };
    let rows = rows.into_iter().enumerate().map(row).collect_view();
    let close = |event: ev::KeyboardEvent| {
        let opened = event.current_target().map(|it| it.unchecked_into::<web_sys::Element>());
        if let Some(details) = opened.filter(|_| event.key() == "Escape") {
            // What was typed stays in its fields; the focus goes back to the pencil.
            let pencil = details.query_selector("summary").ok().flatten();
            // Neither is refused: the one is there, the other can be focused.
            let _ = details.remove_attribute("open");
            let _ = pencil.map(|it| it.unchecked_into::<web_sys::HtmlElement>().focus());
        }
    };
    let (look, board) = (mover.look, mover.look);
    view! {
        <details class="goals" name="forecast" open=back.is_some() data-kind=code on:keydown=close>
            <summary class="btn-icon btn-icon--s">
                <Icon name="pen" />
                <span class="visually-hidden">{pencil}</span>
            </summary>
            <form class="goals__form" method="post" action=SubmitGoals::url()>
                <h3>{title}</h3>
                {notice}
                <input type="hidden" name="form[operation]" value=operation.to_string() />
                <input type="hidden" name="form[kind]" value=code.clone() />
                <input type="hidden" name="form[pipeline]" value=pipeline.to_string() />
                <input type="hidden" name="form[look]" value=move || look.with(look_of) />
                <div class="goals__rows">{rows}</div>
                <p class="field__hint">{t.goals_hint}</p>
                <div class="goals__foot">
                    <a class="btn btn--quiet" rel="external" href=move || board.with(crate::pipeline::look::Look::address)>
                        {t.cancel}
                    </a>
                    <button class="btn btn--pen">{t.goals_save}</button>
                </div>
            </form>
        </details>
    }
    .into_any()
}

/// One month: its amount as typed or as it is, and why it was refused.
fn amount(
    code: &str,
    at: usize,
    (name, month): (String, String),
    seen: Option<String>,
    value: String,
    why: Option<String>,
) -> AnyView {
    view! {
        <Field
            name=format!("form[amounts][{at}]")
            id=format!("{code}-{at}")
            label=name
            kind=FieldKind::Amount
            small=true
            value=value
            autofocus=why.is_some()
            error=Signal::stored(why)
        />
        <input type="hidden" name=format!("form[months][{at}]") value=month />
        <input type="hidden" name=format!("form[seen][{at}]") value=seen.unwrap_or_default() />
    }
    .into_any()
}

/// The amount as somebody would type it.
fn as_typed(goal: &Goal) -> String {
    let parts = goal.amount.map(|amount| amount.parts(Locale::Es));
    parts.map_or_else(String::new, |it| format!("{}{}{}", it.lead, it.whole, it.cents))
}
