//! What a form of a client's page says when it has been carried out: that it is saved, and the way to take it back.

use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::use_query_map;

use crate::{
    clients::{
        api::UndoOnAccount,
        forms::{ClientForm, PinForm, Returned, UndoForm},
    },
    i18n::{use_client_texts, use_locale, use_texts},
    types::{AccountId, OpId, unpacked},
    ui::Icon,
};

/// The notice; nothing on a page to which no form has led.
#[component]
pub fn Done(account: AccountId, operation: OpId) -> impl IntoView {
    let t = use_texts();
    let c = use_client_texts();
    let locale = use_locale();
    let query = use_query_map();
    let refused = query.with_untracked(|query| {
        let undo: Option<Returned<UndoForm>> = query.get(UndoForm::BACK).and_then(|packed| unpacked(&packed));
        let pin: Option<Returned<PinForm>> = query.get(PinForm::BACK).and_then(|packed| unpacked(&packed));
        let back = undo.map(|back| back.why).or(pin.map(|back| back.why));
        back.map(|why| why.map_or(c.changed_meanwhile.to_owned(), |why| why.sentence(locale)))
    });
    if let Some(why) = refused {
        return view! {
            <p class="notice" data-tone="lacre" role="alert">
                <Icon name="error" />
                {why}
            </p>
        }
        .into_any();
    }
    let done = query.with_untracked(|query| query.get("done").and_then(|id| OpId::parse(&id).ok()));
    let Some(done) = done else {
        return ().into_any();
    };
    let undoes = query.with_untracked(|query| query.get("plain").is_none());
    view! {
        <div class="notice client__done" data-tone="hoja" role="status">
            <Icon name="check" />
            <p>{c.done}</p>
            {undoes
                .then(|| {
                    view! {
                        <form method="post" action=UndoOnAccount::url()>
                            <input type="hidden" name="form[operation]" value=operation.to_string() />
                            <input type="hidden" name="form[account]" value=account.to_string() />
                            <input type="hidden" name="form[undone]" value=done.to_string() />
                            <button class="btn btn--quiet btn--s">{t.undo}</button>
                        </form>
                    }
                })}
        </div>
    }
    .into_any()
}
