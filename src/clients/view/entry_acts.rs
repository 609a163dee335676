//! What can be done with an entry of a client's stream.

use leptos::{prelude::*, server_fn::ServerFn};

use crate::{
    clients::api::PinEntry,
    i18n::use_client_texts,
    timeline::domain::{Entry, EntryBody},
    types::{AccountId, OpId, escaped},
    ui::Icon,
};

/// The buttons under an entry; `pinned` says where it stands now.
#[component]
pub fn EntryActs(
    entry: Entry,
    account: AccountId,
    /// The name of the account, with which an opportunity begins.
    name: String,
    operation: OpId,
    pinned: bool,
    /// Whether the reader may change the account.
    edits: bool,
    /// Whether it is read as it is now, and something can follow from it.
    plans: bool,
    /// Whether the reader may create opportunities.
    creates: bool,
    /// Whether the reader may correct it.
    corrects: bool,
) -> impl IntoView {
    let c = use_client_texts();
    let is_report = matches!(entry.body, EntryBody::Reported(_));
    let is_told = is_report || matches!(entry.body, EntryBody::MessageLeft { .. });
    let plan = (plans && is_told).then(|| {
        let href = format!("/activities/new?account={account}&from={}", entry.id);
        view! {
            <a class="btn btn--quiet btn--s" href=href>
                <Icon name="calendar" />
                {c.entry_plan}
            </a>
        }
    });
    let message = (plans && is_report).then(|| {
        view! {
            <a class="btn btn--quiet btn--s" href=format!("/messages/new?account={account}")>
                <Icon name="sticky" />
                {c.entry_message}
            </a>
        }
    });
    let opportunity = (creates && is_told).then(|| {
        let href = format!("/opportunities/new?account={}&from={}", escaped(&name), entry.id);
        view! {
            <a class="btn btn--quiet btn--s" href=href>
                <Icon name="stage" />
                {c.entry_opportunity}
            </a>
        }
    });
    let pin = (edits && (is_report || pinned)).then(|| {
        view! {
            <form method="post" action=PinEntry::url()>
                <input type="hidden" name="form[operation]" value=operation.to_string() />
                <input type="hidden" name="form[account]" value=account.to_string() />
                <input type="hidden" name="form[entry]" value=entry.id.to_string() />
                <input type="hidden" name="form[stays]" value=if pinned { "" } else { "1" } />
                <button class="btn btn--quiet btn--s">
                    <Icon name="pin" />
                    {if pinned { c.unpin } else { c.pin }}
                </button>
            </form>
        }
    });
    let correct = corrects.then(|| {
        view! {
            <a class="btn btn--quiet btn--s" href=format!("/accounts/{account}/entries/{}", entry.id)>
                <Icon name="report" />
                {c.correct}
            </a>
        }
    });
    view! { <div class="event__acts">{opportunity} {plan} {message} {pin} {correct}</div> }
}
