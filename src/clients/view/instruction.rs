//! What management asks everybody to know before they speak to a client: above everything, until it is read.

use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::use_query_map;

use crate::{
    clients::{
        api::{AcknowledgeInstruction, InstructOnAccount},
        domain::{AccountSheet, Notice},
        forms::{ClientForm, InstructionForm, Returned},
    },
    i18n::{use_client_texts, use_locale},
    types::{OpId, TimeZone, unpacked},
    ui::{Icon, raw_text},
};

/// The instruction and what this reader can do with it; nothing where there is none and none can be given.
#[component]
pub fn Instruction(sheet: AccountSheet, operation: OpId) -> impl IntoView {
    let c = use_client_texts();
    let account = sheet.account.id;
    let gives = sheet.instructs.then(|| give(&sheet, operation));
    let Some(notice) = sheet.notice else {
        return gives.into_any();
    };
    let is_past = sheet.sift.as_of.is_some();
    let read = if is_past {
        ().into_any()
    } else if notice.is_read {
        view! { <p class="pinned__read">{c.instruction_is_read}</p> }.into_any()
    } else {
        view! {
            <form method="post" action=AcknowledgeInstruction::url()>
                <input type="hidden" name="form[operation]" value=operation.to_string() />
                <input type="hidden" name="form[account]" value=account.to_string() />
                <input type="hidden" name="form[of]" value=notice.instruction.at.to_string() />
                <button class="btn btn--s">
                    <Icon name="check" />
                    {c.instruction_read}
                </button>
            </form>
        }
        .into_any()
    };
    view! {
        <aside class="pinned" aria-label=c.instruction data-read=notice.is_read.then_some("true")>
            <span class="pinned__pin">
                <Icon name="pin" />
            </span>
            <div class="pinned__said">
                <p class="pinned__text voice">{notice.instruction.text.to_string()}</p>
                {signed(&notice)}
                {sheet.instructs.then(|| readers(&notice))}
            </div>
            <div class="pinned__do">{read}</div>
        </aside>
        {gives}
    }
    .into_any()
}

fn signed(notice: &Notice) -> impl IntoView + use<> {
    let locale = use_locale();
    let day = notice.instruction.at.local_day(TimeZone::default()).format(locale);
    let by = notice.by.as_ref().map(|by| format!("{by} · ")).unwrap_or_default();
    view! { <p class="pinned__by">{by} {day}</p> }
}

fn readers(notice: &Notice) -> impl IntoView + use<> {
    let c = use_client_texts();
    let names: Vec<String> = notice.readers.iter().map(ToString::to_string).collect();
    let said = if names.is_empty() {
        c.instruction_no_readers.to_owned()
    } else {
        format!("{} {}", c.instruction_readers, names.join(", "))
    };
    view! { <p class="pinned__by">{said}</p> }
}

fn give(sheet: &AccountSheet, operation: OpId) -> impl IntoView + use<> {
    let c = use_client_texts();
    let locale = use_locale();
    let back: Option<Returned<InstructionForm>> =
        use_query_map().with_untracked(|query| query.get(InstructionForm::BACK).and_then(|packed| unpacked(&packed)));
    let open = back.is_some();
    let (typed, why) = match back {
        Some(Returned { typed, why }) => {
            let why = why.map_or(c.changed_meanwhile.to_owned(), |why| why.sentence(locale));
            (Some(typed.text), Some(why))
        }
        None => (None, None),
    };
    let there = sheet.notice.as_ref().map(|notice| notice.instruction.text.to_string());
    let label = if there.is_some() {
        c.instruction_change
    } else {
        c.instruction_give
    };
    view! {
        <details class="instruct" open=open>
            <summary class="btn btn--quiet btn--s">
                <Icon name="pin" />
                {label}
            </summary>
            <form class="instruct__form" method="post" action=InstructOnAccount::url()>
                <input type="hidden" name="form[operation]" value=operation.to_string() />
                <input type="hidden" name="form[account]" value=sheet.account.id.to_string() />
                <input type="hidden" name="form[seen]" value=sheet.account.revision.to_string() />
                {why.map(|why| view! { <p class="field__error" role="alert">{why}</p> })}
                <label class="field">
                    <span class="field__label">{c.instruction}</span>
                    <span class="input"><textarea class="voice" name="form[text]" rows="3" maxlength="2000" aria-describedby="instruct-hint">
                        {raw_text(typed.or(there).unwrap_or_default())}
                    </textarea></span>
                </label>
                <p class="field__hint" id="instruct-hint">
                    {c.instruction_hint}
                </p>
                <button class="btn btn--pen">{c.save}</button>
            </form>
        </details>
    }
}
