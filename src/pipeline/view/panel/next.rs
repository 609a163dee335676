//! What comes next, planned and done where it is shown.

use std::sync::Arc;

use leptos::{ev, html, prelude::*};
use strum::IntoEnumIterator;

use crate::{
    i18n::{Label, sentence, use_locale, use_texts},
    pipeline::{
        domain::{Card, Change, NextStep, Upcoming},
        view::{mix::dye, mover::Mover},
    },
    timeline::domain::ActivityKind,
    types::{Day, Invalid, TimeOfDay},
    ui::{Icon, is_half_typed},
};

/// The id of the first field, which "plan the next step" leads to.
pub const FIRST: &str = "next-kind";

/// The next step of a card: how it stands, done in one tap, planned in two.
#[component]
pub fn Next(mover: Mover, card: Memo<Arc<Card>>) -> impl IntoView {
    let t = use_texts();
    let next = Memo::new(move |_| card.with(|card| card.next));
    let edit = move |change, text| mover.edit(card.with_untracked(|card| card.id), change, text);
    let kind = NodeRef::<html::Select>::new();
    // What was done or dropped asks what follows, and the button goes.
    let follow = move || {
        if let Some(kind) = kind.get_untracked() {
            // Refused only to what is not in the page any more.
            let _ = kind.focus();
        }
    };
    let done = move |_| {
        edit(Change::Done, t.next_is_done.to_owned());
        follow();
    };
    let drop = move |_| {
        edit(Change::Next(None), format!("{}: —", t.next_step.to_lowercase()));
        follow();
    };
    let fixed = move || card.with(|card| card.fixed);
    let buttons = move || {
        (next.get().is_some() && !fixed()).then(|| {
            view! {
                <button class="btn btn--s" type="button" on:click=done>
                    <Icon name="check" />
                    {t.next_done}
                </button>
                <button class="btn btn--s btn--quiet" type="button" on:click=drop>
                    {t.next_drop}
                </button>
            }
        })
    };
    view! {
        <section class="next" aria-labelledby="next-title">
            <h3 class="next__title" id="next-title">
                {t.next_step}
            </h3>
            <div class="next__now">{move || now(mover, next.get())} {buttons}</div>
            {move || (!fixed()).then(|| view! { <Plan mover=mover card=card next=next kind=kind /> })}
        </section>
    }
}

fn now(mover: Mover, next: Option<NextStep>) -> impl IntoView {
    let t = use_texts();
    let locale = use_locale();
    let today = mover.board.with_untracked(|board| board.today);
    let (tone, icon) = dye(Upcoming::of(next.as_ref(), today));
    let said = next.map_or_else(
        || t.next_none.to_owned(),
        |next| sentence::next_step(locale, &next, today),
    );
    view! {
        <p data-tone=tone>
            <Icon name=icon />
            {said}
        </p>
    }
}

/// The form: what, when, and three days that need no calendar.
#[component]
fn Plan(
    mover: Mover,
    card: Memo<Arc<Card>>,
    next: Memo<Option<NextStep>>,
    kind: NodeRef<html::Select>,
) -> impl IntoView {
    let t = use_texts();
    let locale = use_locale();
    let today = mover.board.with_untracked(|board| board.today);
    let why = RwSignal::new(None::<Invalid>);
    let (day, time) = (NodeRef::<html::Input>::new(), NodeRef::<html::Input>::new());
    let plan = move |on: Result<Day, Invalid>| {
        let chosen = || -> Result<NextStep, Invalid> {
            // A time that is half typed has no value, and is none.
            if time.get_untracked().is_some_and(|time| is_half_typed(&time)) {
                return Err(Invalid::TimeFormat);
            }
            let text = time.get_untracked().map(|time| time.value()).unwrap_or_default();
            let at = if text.is_empty() {
                None
            } else {
                Some(TimeOfDay::parse(&text)?)
            };
            let kind = kind.get_untracked().and_then(|kind| kind.value().parse().ok());
            Ok(NextStep {
                kind: kind.unwrap_or(ActivityKind::Call),
                on: on?,
                at,
            })
        };
        match chosen() {
            Ok(step) => {
                why.set(None);
                let said = sentence::next_step(locale, &step, today).to_lowercase();
                let text = format!("{}: {said}", t.next_step.to_lowercase());
                mover.edit(card.with_untracked(|card| card.id), Change::Next(Some(step)), text);
            }
            Err(refused) => why.set(Some(refused)),
        }
    };
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let typed = day.get_untracked().map(|day| day.value()).unwrap_or_default();
        plan(Day::parse_es(&typed));
    };
    let quick = [
        (t.tomorrow, today.plus_days(1)),
        (t.in_a_week, today.plus_days(7)),
        (t.in_a_month, today.add_month()),
    ]
    .map(|(name, on)| {
        view! {
            <button class="chip" type="button" on:click=move |_| plan(Ok(on))>
                {name}
            </button>
        }
    });
    let chosen = next.get_untracked().map_or(ActivityKind::Call, |next| next.kind);
    let kinds = ActivityKind::iter().map(|it| {
        view! {
            <option value=it.as_ref().to_owned() selected=it == chosen>
                {it.label(locale)}
            </option>
        }
    });
    let on = move || next.get().map(|next| next.on.to_string()).unwrap_or_default();
    let at = move || {
        next.get()
            .and_then(|next| next.at)
            .map(|at| at.to_string())
            .unwrap_or_default()
    };
    let shown = move || {
        next.get()
            .map_or(ActivityKind::Call, |next| next.kind)
            .as_ref()
            .to_owned()
    };
    let verb = move || {
        if next.get().is_some() {
            t.next_replan_do
        } else {
            t.next_plan_do
        }
    };
    view! {
        <form class="next__plan" on:submit=submit novalidate>
            <label class="field">
                <span class="field__label">{t.next_what}</span>
                <span class="input">
                    <select id=FIRST node_ref=kind prop:value=shown>
                        {kinds.collect_view()}
                    </select>
                    <Icon name="down" />
                </span>
            </label>
            <label class="field">
                <span class="field__label">{t.next_when}</span>
                <span class="input">
                    <input
                        type="date"
                        node_ref=day
                        prop:value=on
                        aria-invalid=move || why.get().map(|_| "true")
                        aria-describedby="next-error"
                    />
                </span>
            </label>
            <label class="field">
                <span class="field__label">{t.next_at}</span>
                <span class="input">
                    <input type="time" node_ref=time prop:value=at />
                </span>
            </label>
            <div class="next__quick">{quick.into_iter().collect_view()} <button class="btn btn--s btn--pen">{verb}</button></div>
            <p class="field__error" id="next-error" role="alert">
                {move || why.get().map(|why| why.sentence(locale))}
            </p>
        </form>
    }
}
