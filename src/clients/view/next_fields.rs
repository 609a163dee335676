//! What comes next, written down with the report.

use leptos::prelude::*;
use strum::IntoEnumIterator;

use crate::{
    clients::forms::ReportForm,
    i18n::{Label, use_agenda, use_client_texts, use_locale},
    timeline::domain::ActivityKind,
    types::{ShortText, UserId},
    ui::Icon,
};

/// The fields, folded away until something comes next; `mine` is whose it is unless somebody else is named.
#[component]
pub fn NextFields(typed: ReportForm, doers: Vec<(UserId, ShortText)>, mine: String) -> impl IntoView {
    let t = use_agenda();
    let c = use_client_texts();
    let locale = use_locale();
    let is_open = typed.says_next();
    let owner = if typed.next_owner.is_empty() {
        mine
    } else {
        typed.next_owner
    };
    let kind = typed.next_kind.parse().unwrap_or(ActivityKind::Call);
    let kinds = ActivityKind::iter().filter(|it| *it != ActivityKind::Note);
    let kinds = kinds.map(|it| {
        view! {
            <option value=it.as_ref().to_owned() selected=it == kind>
                {it.label(locale)}
            </option>
        }
    });
    let owners = doers.into_iter().map(|(id, name)| {
        let id = id.to_string();
        let is_owner = id == owner;
        view! {
            <option value=id selected=is_owner>
                {name.to_string()}
            </option>
        }
    });
    view! {
        <details class="composer__next" open=is_open>
            <summary class="btn btn--quiet btn--s">
                <Icon name="calendar" />
                {c.next_step}
            </summary>
            <div class="composer__foot">
                <label class="field">
                    <span class="field__label">{c.next_kind}</span>
                    <span class="input">
                        <select name="form[next_kind]">{kinds.collect_view()}</select>
                        <Icon name="down" />
                    </span>
                </label>
                <label class="field">
                    <span class="field__label">{c.next_on}</span>
                    <span class="input">
                        <input type="date" name="form[next_on]" value=typed.next_on />
                    </span>
                </label>
                <label class="field">
                    <span class="field__label">{t.what}</span>
                    <span class="input">
                        <input name="form[next_what]" maxlength="200" autocomplete="off" value=typed.next_what />
                    </span>
                </label>
                <label class="field">
                    <span class="field__label">{t.owner}</span>
                    <span class="input">
                        <select name="form[next_owner]">{owners.collect_view()}</select>
                        <Icon name="down" />
                    </span>
                </label>
            </div>
        </details>
    }
}
