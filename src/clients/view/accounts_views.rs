//! The saved views of the list of accounts.

use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::use_query_map;

use crate::{
    clients::{
        domain::AccountLook,
        forms::{Returned, ViewForm},
        listing::api::{DropAccountsView, KeepAccountsView},
    },
    frame::use_frame,
    i18n::{use_listing, use_locale, use_texts},
    pipeline::domain::SavedView,
    types::{OpId, unpacked},
    ui::{Field, Icon},
};

/// A link for each, and the way to give what is looked at a name.
#[component]
pub fn AccountsViews(look: AccountLook, views: Vec<SavedView>, operation: OpId) -> impl IntoView {
    let t = use_texts();
    let l = use_listing();
    let locale = use_locale();
    let query = use_query_map();
    let back: Option<Returned<ViewForm>> =
        query.with_untracked(|query| query.get(ViewForm::BACK).and_then(|packed| unpacked(&packed)));
    let is_back = back.is_some();
    let why = back
        .as_ref()
        .and_then(|back| back.why.as_ref().map(|why| why.sentence(locale)));
    let typed = back.map(|back| back.typed).unwrap_or_default();
    let now = look.address();
    let is_known = views.iter().any(|view| view.address() == now);
    let query = look.query();
    let links = views
        .into_iter()
        .map(|view| link(&view, view.address() == now, &query, operation))
        .collect_view();
    // What everybody sees anyway needs no name.
    let keeps = (is_back || (!is_known && !query.is_empty())).then(|| {
        view! {
            <details class="accounts-views__keep" open=is_back>
                <summary class="btn btn--quiet btn--s">
                    <Icon name="pin" />
                    {l.keep_view}
                </summary>
                <form class="accounts-views__form" method="post" action=KeepAccountsView::url()>
                    <input type="hidden" name="form[operation]" value=operation.to_string() />
                    <input type="hidden" name="form[look]" value=query.clone() />
                    <Field name="form[name]" id="view-name" label=t.view_name value=typed.name error=Signal::stored(why) small=true />
                    <label class="check">
                        <input type="checkbox" name="form[shared]" value="1" checked=!typed.shared.is_empty() />
                        {t.view_share}
                    </label>
                    <button class="btn btn--s btn--pen">{t.save}</button>
                </form>
            </details>
        }
    });
    view! {
        <div class="accounts-views">
            <ul class="accounts-views__list">{links}</ul>
            {keeps}
        </div>
    }
}

fn link(view: &SavedView, is_shown: bool, query: &str, operation: OpId) -> impl IntoView + use<> {
    let t = use_texts();
    let viewer = use_frame().viewer;
    let may_drop = viewer.is_some_and(|it| view.is_dropped_by(it.id, it.sets_up));
    let drop = (may_drop && is_shown).then(|| {
        view! {
            <form method="post" action=DropAccountsView::url()>
                <input type="hidden" name="form[operation]" value=operation.to_string() />
                <input type="hidden" name="form[view]" value=view.id.to_string() />
                <input type="hidden" name="form[look]" value=query.to_owned() />
                <button class="btn-icon btn-icon--s" aria-label=format!("{}: {}", t.view_drop, view.name) title=t.view_drop>
                    <Icon name="close" />
                </button>
            </form>
        }
    });
    view! {
        <li>
            <a class="sift__chip" href=view.address() aria-current=is_shown.then_some("true")>
                {view.name.to_string()}
            </a>
            {drop}
        </li>
    }
}
