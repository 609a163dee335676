//! What a client wants, misses and suffers from, with how it stands in one tap.

use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::use_query_map;
use strum::IntoEnumIterator;

use crate::{
    clients::{
        api::TellNeed,
        domain::{Need, NeedKind, NeedState},
        forms::{ClientForm, NeedForm, Returned},
    },
    i18n::{Label, use_locale, use_needs},
    types::{AccountId, OpId, UserId, unpacked},
    ui::{Field, Icon},
};

/// The section.
#[component]
pub fn Needs(
    account: AccountId,
    needs: Vec<Need>,
    operation: OpId,
    /// Who reads, and whether they may change the account.
    reader: Option<UserId>,
    edits: bool,
    /// The past is read and not written.
    is_past: bool,
) -> impl IntoView {
    let t = use_needs();
    let locale = use_locale();
    let back: Option<Returned<NeedForm>> =
        use_query_map().with_untracked(|query| query.get(NeedForm::BACK).and_then(|packed| unpacked(&packed)));
    let fault = back
        .as_ref()
        .and_then(|back| back.why.as_ref())
        .map(|why| why.sentence(locale));
    let has_come_back = back.is_some();
    let typed = back.map(|back| back.typed).unwrap_or_default();
    let none = needs.is_empty().then(|| view! { <p class="tray__none">{t.none}</p> });
    let (settled, open): (Vec<Need>, Vec<Need>) = needs.into_iter().partition(|it| it.state == NeedState::Settled);
    let row = |need: Need| {
        let may = !is_past && (edits || need.by == reader);
        line(account, need, operation, may)
    };
    let open = open.into_iter().map(row).collect_view();
    let count = settled.len();
    let settled = (count > 0).then(|| {
        view! {
            <details class="needs__settled">
                <summary class="btn btn--quiet btn--s">{t.settled} " (" {count.to_string()} ")"</summary>
                <ul class="needs">{settled.into_iter().map(row).collect_view()}</ul>
            </details>
        }
    });
    let kinds = NeedKind::iter().map(|it| {
        view! {
            <option value=it.as_ref().to_owned() selected=it.as_ref() == typed.kind>
                {it.label(locale)}
            </option>
        }
    });
    let states = [NeedState::Now, NeedState::Later].map(|it| {
        view! {
            <option value=it.as_ref().to_owned() selected=it.as_ref() == typed.state>
                {it.label(locale)}
            </option>
        }
    });
    let form = (!is_past).then(|| {
        view! {
            <details class="needs__add" open=has_come_back>
                <summary class="btn btn--s">
                    <Icon name="plus" />
                    {t.add}
                </summary>
                <form class="person-editor" method="post" action=TellNeed::url() aria-label=t.add novalidate>
                    <input type="hidden" name="form[operation]" value=operation.to_string() />
                    <input type="hidden" name="form[account]" value=account.to_string() />
                    <label class="field">
                        <span class="field__label">{t.kind}</span>
                        <span class="input">
                            <select name="form[kind]">{kinds.collect_view()}</select>
                            <Icon name="down" />
                        </span>
                    </label>
                    <Field name="form[text]" id="need-text" label=t.text value=typed.text error=Signal::stored(fault) small=true />
                    <label class="field">
                        <span class="field__label">{t.state}</span>
                        <span class="input">
                            <select name="form[state]">{states.into_iter().collect_view()}</select>
                            <Icon name="down" />
                        </span>
                    </label>
                    <button class="btn btn--pen">{t.save}</button>
                </form>
            </details>
        }
    });
    view! {
        <section class="sheet" aria-labelledby="needs-title">
            <h2 class="sheet__title" id="needs-title">
                {t.title}
            </h2>
            <ul class="needs">{open}</ul>
            {none}
            {settled}
            {form}
        </section>
    }
}

fn line(account: AccountId, need: Need, operation: OpId, may: bool) -> impl IntoView {
    let locale = use_locale();
    let tone = match (need.state, need.kind) {
        (NeedState::Settled, _) => "piedra",
        (_, NeedKind::Problem) => "lacre",
        (_, NeedKind::Interest) => "agua",
        (_, NeedKind::Need | NeedKind::File) => "miel",
    };
    let others = NeedState::iter().filter(|it| *it != need.state).map(|it| {
        view! {
            <button class="btn btn--quiet btn--s" name="form[state]" value=it.as_ref().to_owned()>
                {it.label(locale)}
            </button>
        }
    });
    let acts = may.then(|| {
        view! {
            <form class="needs__acts" method="post" action=TellNeed::url() aria-label=need.text.to_string()>
                <input type="hidden" name="form[operation]" value=operation.to_string() />
                <input type="hidden" name="form[account]" value=account.to_string() />
                <input type="hidden" name="form[need]" value=need.id.to_string() />
                <input type="hidden" name="form[seen]" value=need.revision.to_string() />
                {others.collect_view()}
            </form>
        }
    });
    view! {
        <li class="needs__one">
            <p class="needs__said">
                <span class="tag" data-tone=tone>
                    {need.kind.label(locale)}
                </span>
                {need.text.to_string()}
                <small>{need.state.label(locale)}</small>
            </p>
            {acts}
        </li>
    }
}
