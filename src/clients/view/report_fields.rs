//! What is chosen from a list in a report.

use leptos::prelude::*;
use strum::IntoEnumIterator;

use crate::{
    i18n::{Label, use_locale, use_texts},
    timeline::domain::{ActivityKind, Reaction},
    ui::Icon,
};

/// What was done, one of all kinds.
#[component]
pub fn KindOptions(chosen: ActivityKind) -> impl IntoView {
    let t = use_texts();
    let locale = use_locale();
    let kinds = ActivityKind::iter().map(|kind| {
        view! {
            <label class="segmented__option">
                <input class="visually-hidden" type="radio" name="form[activity]" value=kind.as_ref().to_owned() checked=kind == chosen />
                {kind.label(locale)}
            </label>
        }
    });
    view! {
        <div class="segmented composer__kinds" role="radiogroup" aria-label=t.report_kind>
            {kinds.collect_view()}
        </div>
    }
}

/// How they took it; `chosen` as it is typed.
#[component]
pub fn ReactionField(chosen: String) -> impl IntoView {
    let t = use_texts();
    let locale = use_locale();
    let reactions = Reaction::iter().map(|it| {
        let is_chosen = it.as_ref() == chosen;
        view! {
            <option value=it.as_ref().to_owned() selected=is_chosen>
                {it.label(locale)}
            </option>
        }
    });
    view! {
        <label class="field">
            <span class="field__label">{t.report_reaction}</span>
            <span class="input">
                <select name="form[reaction]">
                    <option value="">"—"</option>
                    {reactions.collect_view()}
                </select>
                <Icon name="down" />
            </span>
        </label>
    }
}
