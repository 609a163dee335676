//! What the pages ask of the clients.

use leptos::prelude::*;

use super::domain::{AccountPage, AccountSheet, ReportOnAccount, Suspect, Typed};
use crate::{
    error::AppError,
    timeline::domain::{Entry, History},
    types::{AccountId, Moment, OpId, ShortText},
};

/// A page of the accounts whose name begins so.
///
/// # Errors
/// `Forbidden`.
#[server(input = server_fn::codec::Json)]
pub async fn load_accounts(text: String, after: Option<String>) -> Result<AccountPage, AppError> {
    super::store::accounts(&crate::server::Ctx::current()?, &text, after.as_deref()).await
}

/// Everything the page of an account shows.
///
/// # Errors
/// `NotFound`.
#[server(input = server_fn::codec::Json)]
pub async fn load_account(account: AccountId) -> Result<AccountSheet, AppError> {
    super::store::sheet(&crate::server::Ctx::current()?, account).await
}

/// The names of the accounts that what is typed may mean.
///
/// # Errors
/// `Forbidden`.
#[server(input = server_fn::codec::Json)]
pub async fn similar_accounts(text: String) -> Result<Vec<ShortText>, AppError> {
    super::store::similar(&crate::server::Ctx::current()?, &text).await
}

/// The accounts that what is typed may be already, the likeliest first; `but` is the one that is being changed.
///
/// # Errors
/// `Forbidden`.
#[server(input = server_fn::codec::Json)]
pub async fn suspects_of(typed: Typed, but: Option<AccountId>) -> Result<Vec<Suspect>, AppError> {
    super::store::suspects(&crate::server::Ctx::current()?, &typed.traits(), but).await
}

/// A new account from the plain form: goes to its page, or back to the form with what was typed, and why it was refused or which
/// accounts it may be already.
///
/// # Errors
/// `Forbidden`, `NotFound`.
#[server]
pub async fn create_account(form: super::new_form::NewAccountForm) -> Result<(), AppError> {
    use super::new_form::Back;
    let ctx = crate::server::Ctx::current()?;
    let (operation, asked) = match form.read() {
        Ok(read) => read,
        Err(AppError::Invalid { field, why }) => {
            leptos_axum::redirect(&form.sent_back(Back::Refused { field, why }));
            return Ok(());
        }
        Err(error) => return Err(error),
    };
    if !form.is_anyway() && !super::store::suspects(&ctx, &asked.traits(), None).await?.is_empty() {
        leptos_axum::redirect(&form.sent_back(Back::Suspected));
        return Ok(());
    }
    let created = crate::server::db::perform(&ctx, operation, &asked).await?;
    leptos_axum::redirect(&format!("/accounts/{created}"));
    Ok(())
}

/// What happened before the oldest that is shown.
///
/// # Errors
/// `NotFound`.
#[server(input = server_fn::codec::Json)]
pub async fn load_older(account: AccountId, before: Moment) -> Result<History, AppError> {
    super::store::older(&crate::server::Ctx::current()?, account, before).await
}

/// Writes down what was said with a client.
///
/// # Errors
/// `NotFound`, `Invalid`, `Unavailable`.
#[server(input = server_fn::codec::Json)]
pub async fn write_account_report(operation: OpId, asked: ReportOnAccount) -> Result<Entry, AppError> {
    crate::server::db::perform(&crate::server::Ctx::current()?, operation, &asked).await
}

/// The same from the plain form: goes back to the page of the client, with what was typed and why it was refused when it was.
///
/// # Errors
/// `NotFound`.
#[server]
pub async fn file_report(form: super::form::ReportForm) -> Result<(), AppError> {
    let ctx = crate::server::Ctx::current()?;
    let filed = match form.read() {
        Ok((operation, asked)) => crate::server::db::perform(&ctx, operation, &asked).await.map(drop),
        Err(error) => Err(error),
    };
    leptos_axum::redirect(&match filed {
        Ok(()) => form.home(),
        Err(AppError::Invalid { why, .. }) => form.sent_back(why),
        Err(error) => return Err(error),
    });
    Ok(())
}
