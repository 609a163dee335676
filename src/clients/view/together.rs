//! The same for several accounts of the list: a plain form, and what came of it.

use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::use_query_map;

use super::accounts_bar::{Choices, by_name, chosen, coded, colleagues, named, options};
use crate::{
    clients::{
        domain::{AccountKind, AccountLook, Holders, MOST_ACCOUNTS, Section, SizeBand, Source},
        forms::{Returned, TogetherForm, told},
        listing::api::{ChangeTogether, TakeBackTogether},
    },
    error::AppError,
    i18n::{listing, use_client_texts, use_listing, use_locale, use_texts},
    types::OpId,
    ui::Icon,
};

/// The form, folded until it is wanted. The boxes of the rows belong to it.
#[component]
pub fn Together(
    look: AccountLook,
    holders: Holders,
    back: Option<Returned<TogetherForm>>,
    operation: OpId,
    /// How many the filter lets through.
    count: u32,
) -> impl IntoView {
    let t = use_texts();
    let c = use_client_texts();
    let l = use_listing();
    let why = back.as_ref().and_then(|back| back.why.as_ref().map(refused));
    let is_back = back.is_some();
    let typed = back.map(|back| back.typed).unwrap_or_default();
    let all = (count <= u32::from(MOST_ACCOUNTS)).then(|| {
        view! {
            <label class="check">
                <input type="checkbox" name="form[all]" value="1" checked=!typed.all.is_empty() />
                {l.together_all}
                " ("
                {listing::accounts(use_locale(), count)}
                ")"
            </label>
        }
    });
    let why = why.map(|why| {
        view! {
            <p class="field__error" role="alert">
                {why}
            </p>
        }
    });
    view! {
        {done(&look, operation)}
        <details class="together" open=is_back>
            <summary class="btn btn--s">
                <Icon name="check" />
                {l.together}
            </summary>
            <form id="together" class="together__form" method="post" action=ChangeTogether::url()>
                <p class="field__hint">{l.together_hint}</p>
                <input type="hidden" name="form[operation]" value=operation.to_string() />
                <input type="hidden" name="form[look]" value=look.query() />
                <div class="together__facts">
                    {choice("owner", t.held_by, true, colleagues(&holders, &typed.owner), &typed.owner)}
                    {choice("zone", c.zone, true, chosen(named(&holders.zones, None), &typed.zone), &typed.zone)}
                    {choice(
                        "department",
                        c.department,
                        true,
                        chosen(named(&holders.departments, None), &typed.department),
                        &typed.department,
                    )}
                    {choice("kind", c.kind, false, chosen(coded::<AccountKind>(None), &typed.kind), &typed.kind)}
                    {choice("section", c.section, true, chosen(coded::<Section>(None), &typed.section), &typed.section)}
                    {choice("size", t.size, true, chosen(coded::<SizeBand>(None), &typed.size), &typed.size)}
                    {choice(
                        "source",
                        t.source,
                        true,
                        chosen(by_name(coded::<Source>(None)), &typed.source),
                        &typed.source,
                    )}
                </div>
                {why}
                <div class="together__foot">
                    {all} <button class="btn btn--pen btn--s">{l.together_do}</button>
                </div>
            </form>
        </details>
    }
}

fn choice(
    name: &'static str,
    label: &'static str,
    may_be_none: bool,
    values: Choices,
    now: &str,
) -> impl IntoView + use<> {
    let l = use_listing();
    let is_none = now == "-";
    let none = may_be_none.then(|| {
        view! {
            <option value="-" selected=is_none>
                {l.nothing}
            </option>
        }
    });
    view! {
        <label class="field">
            <span class="field__label">{label}</span>
            <span class="input">
                <select name=format!("form[{name}]")>
                    <option value="">{l.as_is}</option>
                    {none}
                    {options(values)}
                </select>
                <Icon name="down" />
            </span>
        </label>
    }
}

/// Why the form came back.
fn refused(why: &AppError) -> String {
    let l = use_listing();
    match why {
        AppError::Invalid { field, .. } if field == "picks" => l.pick_some.to_owned(),
        AppError::Invalid { field, .. } if field == "facts" => l.say_what.to_owned(),
        other => other.sentence(use_locale()),
    }
}

/// What came of it, and the way to take it back.
fn done(look: &AccountLook, operation: OpId) -> impl IntoView + use<> {
    let t = use_texts();
    let query = use_query_map();
    let said = |name: &str| query.with_untracked(|query| query.get(name));
    let count = |name: &str| said(name).and_then(|it| it.parse::<u32>().ok());
    let changed = count(told::CHANGED)?;
    let (same, refused) = (
        count(told::SAME).unwrap_or_default(),
        count(told::REFUSED).unwrap_or_default(),
    );
    let text = listing::together(use_locale(), changed, same, refused);
    let undone = said(told::OPERATION).and_then(|id| OpId::parse(&id).ok());
    let undo = undone.map(|undone| {
        view! {
            <form method="post" action=TakeBackTogether::url()>
                <input type="hidden" name="form[operation]" value=operation.to_string() />
                <input type="hidden" name="form[undone]" value=undone.to_string() />
                <input type="hidden" name="form[look]" value=look.query() />
                <button class="btn btn--quiet btn--s">{t.undo}</button>
            </form>
        }
    });
    let tone = if refused > 0 { "miel" } else { "hoja" };
    Some(view! {
        <div class="notice client__done" data-tone=tone role="status">
            <Icon name="check" />
            <p>{text}</p>
            {undo}
        </div>
    })
}
