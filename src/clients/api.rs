//! What the pages ask of the clients.

use leptos::prelude::*;

use super::{
    domain::{
        Account, AccountSheet, AlikePage, Holders, MergeSheet, NewAccountSheet, PersonSheet, ReportOnAccount, Suspect,
        Typed,
    },
    forms::{
        AcknowledgeForm, ActForm, ApartForm, CorrectionForm, FactsForm, InstructionForm, MergeForm, NeedForm,
        PersonForm, PinForm, UndoForm,
    },
};
#[cfg(feature = "ssr")]
use super::{
    domain::{AccountOutcome, Created},
    forms::{AskedOfNeed, AskedOfPerson, CameBack, ClientForm, NewAccountForm},
};
use crate::{
    error::AppError,
    timeline::domain::{Entry, EntrySheet, History, Sift},
    types::{AccountId, ContactId, EntryId, Moment, OpId, ShortText},
};

/// Everything the page of an account shows.
///
/// # Errors
/// `NotFound`.
#[server(input = server_fn::codec::Json)]
pub async fn load_account(account: AccountId, sift: Sift) -> Result<AccountSheet, AppError> {
    let ctx = crate::server::Ctx::current()?;
    let sheet = super::store::sheet(&ctx, account, &sift).await;
    if sheet == Err(AppError::NotFound)
        && let Some(kept) = super::store::merged_into(&ctx, account).await?
    {
        // It is a part of another now: its address still leads there.
        leptos_axum::redirect(&format!("/accounts/{kept}"));
        return super::store::sheet(&ctx, kept, &sift).await;
    }
    sheet
}

/// The names of the accounts that what is typed may mean.
///
/// # Errors
/// `Forbidden`.
#[server(input = server_fn::codec::Json)]
pub async fn similar_accounts(text: String) -> Result<Vec<ShortText>, AppError> {
    super::store::similar(&crate::server::Ctx::current()?, &text).await
}

/// What happened before the oldest that is shown.
///
/// # Errors
/// `NotFound`.
#[server(input = server_fn::codec::Json)]
pub async fn load_older(account: AccountId, sift: Sift, before: Moment) -> Result<History, AppError> {
    super::store::older(&crate::server::Ctx::current()?, account, &sift, before).await
}

/// Everything the page of a person shows.
///
/// # Errors
/// `NotFound`.
#[server(input = server_fn::codec::Json)]
pub async fn load_person(contact: ContactId) -> Result<PersonSheet, AppError> {
    super::store::person_sheet(&crate::server::Ctx::current()?, contact).await
}

/// What names a person before the oldest that is shown.
///
/// # Errors
/// `NotFound`.
#[server(input = server_fn::codec::Json)]
pub async fn load_older_of_person(contact: ContactId, before: Moment) -> Result<History, AppError> {
    super::store::older_of_person(&crate::server::Ctx::current()?, contact, before).await
}

/// Writes down what was said with a client.
///
/// # Errors
/// `NotFound`, `Invalid`, `Unavailable`.
#[server(input = server_fn::codec::Json)]
pub async fn write_account_report(operation: OpId, asked: ReportOnAccount) -> Result<Entry, AppError> {
    crate::server::db::perform(&crate::server::Ctx::current()?, operation, &asked).await
}

/// What the page that edits an account needs.
///
/// # Errors
/// `NotFound`, `Forbidden`.
#[server(input = server_fn::codec::Json)]
pub async fn load_facts(account: AccountId) -> Result<(Account, Holders), AppError> {
    super::store::editable_facts(&crate::server::Ctx::current()?, account).await
}

/// Does what a plain form asks for and sends the browser to where it lands: the page, or the form with why it was refused.
#[cfg(feature = "ssr")]
async fn land<G>(form: &impl ClientForm, read: Result<(OpId, G), AppError>) -> Result<(), AppError>
where
    G: crate::server::db::Gesture<Answer = AccountOutcome>,
{
    leptos_axum::redirect(&form.landing(crate::server::db::carry_out(read).await));
    Ok(())
}

/// Moves a client along; the browser goes back to its page.
///
/// # Errors
/// `NotFound`, `Forbidden`, `Unavailable`. What can be mended comes back with the form.
#[server]
pub async fn advance_account(form: ActForm) -> Result<(), AppError> {
    land(&form, form.read()).await
}

/// Takes back what was done with a client under an operation id.
///
/// # Errors
/// As [`advance_account`].
#[server]
pub async fn undo_on_account(form: UndoForm) -> Result<(), AppError> {
    land(&form, form.read()).await
}

/// Changes what is written down of a client.
///
/// # Errors
/// As [`advance_account`].
#[server]
pub async fn edit_account(form: FactsForm) -> Result<(), AppError> {
    land(&form, form.read()).await
}

/// Gives an instruction on a client.
///
/// # Errors
/// As [`advance_account`].
#[server]
pub async fn instruct_on_account(form: InstructionForm) -> Result<(), AppError> {
    land(&form, form.read()).await
}

/// Says that one has read the instruction on a client.
///
/// # Errors
/// `NotFound`, `Unavailable`.
#[server]
pub async fn acknowledge_instruction(form: AcknowledgeForm) -> Result<(), AppError> {
    let (operation, asked) = form.read()?;
    match crate::server::db::perform(&crate::server::Ctx::current()?, operation, &asked).await {
        // It is another by now: the page shows it.
        Ok(()) | Err(AppError::AlreadyDone) => leptos_axum::redirect(&format!("/accounts/{}", asked.account)),
        Err(error) => return Err(error),
    }
    Ok(())
}

#[cfg(feature = "ssr")]
fn done<T>(outcome: Result<T, AppError>) -> Result<AccountOutcome, AppError> {
    outcome.map(|_| AccountOutcome::Done)
}

/// Writes a person of a client down, changes what is known of one, or takes one out.
///
/// # Errors
/// As [`advance_account`].
#[server]
pub async fn save_person(form: PersonForm) -> Result<(), AppError> {
    use crate::server::db::carry_out;
    let outcome = match form.read() {
        Ok((operation, AskedOfPerson::Add(asked))) => done(carry_out(Ok((operation, asked))).await),
        Ok((operation, AskedOfPerson::Change(asked))) => carry_out(Ok((operation, asked))).await,
        Ok((operation, AskedOfPerson::Remove(asked))) => done(carry_out(Ok((operation, asked))).await),
        Err(error) => Err(error),
    };
    leptos_axum::redirect(&form.landing(outcome));
    Ok(())
}

/// Writes down what a client wants, misses or suffers from, or says how it stands.
///
/// # Errors
/// As [`advance_account`].
#[server]
pub async fn tell_need(form: NeedForm) -> Result<(), AppError> {
    use crate::server::db::carry_out;
    let outcome = match form.read() {
        Ok((operation, AskedOfNeed::Note(asked))) => carry_out(Ok((operation, asked))).await,
        Ok((operation, AskedOfNeed::Set(asked))) => carry_out(Ok((operation, asked))).await,
        Err(error) => Err(error),
    };
    leptos_axum::redirect(&form.landing(outcome));
    Ok(())
}

/// Keeps an entry on top of the stream of a client, or lets it go.
///
/// # Errors
/// As [`advance_account`].
#[server]
pub async fn pin_entry(form: PinForm) -> Result<(), AppError> {
    let outcome = crate::server::db::carry_out(form.read()).await;
    leptos_axum::redirect(&form.landing(outcome.map(|()| AccountOutcome::Done)));
    Ok(())
}

/// A report with what it said before, for the page on which it is corrected.
///
/// # Errors
/// `NotFound`, `Forbidden`.
#[server(input = server_fn::codec::Json)]
pub async fn load_entry(account: AccountId, entry: EntryId) -> Result<EntrySheet, AppError> {
    let ctx = crate::server::Ctx::current()?;
    let account = super::store::account(&ctx, account).await?;
    crate::timeline::store::correctable(&ctx, &account, entry).await
}

/// Corrects a report, takes it out of the stream, or brings it back.
///
/// # Errors
/// As [`advance_account`].
#[server]
pub async fn correct_report(form: CorrectionForm) -> Result<(), AppError> {
    land(&form, form.read()).await
}

/// The accounts that what is typed may be already, the likeliest first; `but` is the one that is being changed.
///
/// # Errors
/// `Forbidden`.
#[server(input = server_fn::codec::Json)]
pub async fn load_suspects(typed: Typed, but: Option<AccountId>) -> Result<Vec<Suspect>, AppError> {
    super::store::suspects(&crate::server::Ctx::current()?, &typed.traits(), but).await
}

/// What the page of a new account offers, and what the one that is typed may be already.
///
/// # Errors
/// `Forbidden`.
#[server(input = server_fn::codec::Json)]
pub async fn load_new_account(typed: Typed) -> Result<NewAccountSheet, AppError> {
    super::store::new_account_sheet(&crate::server::Ctx::current()?, &typed).await
}

/// A new account from the plain form: goes to its page, or back to the form with what was typed, and why it was refused or which
/// accounts it may be already. `anyway` is not empty when those have been seen.
///
/// # Errors
/// `Forbidden`, `Unavailable`.
#[server]
pub async fn create_account(
    form: FactsForm,
    person: PersonForm,
    #[server(default)] anyway: String,
) -> Result<(), AppError> {
    let form = NewAccountForm {
        facts: form,
        person,
        anyway,
    };
    leptos_axum::redirect(&match crate::server::db::carry_out(form.read()).await {
        Ok(Created::Done(account)) => format!("/accounts/{account}"),
        Ok(Created::Suspected) => form.sent_back(CameBack::Suspected),
        Err(error) => form.sent_back(CameBack::Refused(error)),
    });
    Ok(())
}

/// The accounts that may be one firm, and what was merged last.
///
/// # Errors
/// `Forbidden`.
#[server(input = server_fn::codec::Json)]
pub async fn load_alike() -> Result<AlikePage, AppError> {
    super::store::alike(&crate::server::Ctx::current()?).await
}

/// Two accounts side by side.
///
/// # Errors
/// `NotFound`, `Forbidden`.
#[server(input = server_fn::codec::Json)]
pub async fn load_merge(kept: AccountId, gone: AccountId) -> Result<MergeSheet, AppError> {
    super::store::merge_sheet(&crate::server::Ctx::current()?, kept, gone).await
}

/// Makes two accounts one; the browser goes to it, or back to the form with why it was refused.
///
/// # Errors
/// `NotFound`, `Forbidden`, `Unavailable`.
#[server]
pub async fn merge_accounts(form: MergeForm) -> Result<(), AppError> {
    land(&form, form.read()).await
}

/// Says that two accounts are two firms.
///
/// # Errors
/// `NotFound`, `Forbidden`, `Unavailable`.
#[server]
pub async fn tell_accounts_apart(form: ApartForm) -> Result<(), AppError> {
    let (operation, asked) = form.read()?;
    crate::server::db::perform(&crate::server::Ctx::current()?, operation, &asked).await?;
    leptos_axum::redirect("/accounts/alike");
    Ok(())
}
