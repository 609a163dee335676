//! What the list of accounts asks.

use leptos::prelude::*;

use crate::{
    clients::{
        domain::{AccountList, AccountsAsked, UndoOnAccount},
        forms::{ChangeFact, DropViewForm, FactChange, TogetherForm, TogetherUndoForm, ViewForm},
    },
    error::AppError,
    types::OpId,
};

/// A page of the accounts that a filter lets through.
///
/// # Errors
/// `Forbidden`.
#[server(input = server_fn::codec::Json)]
pub async fn load_accounts(asked: AccountsAsked) -> Result<AccountList, AppError> {
    crate::clients::store::listed(&crate::server::Ctx::current()?, &asked).await
}

/// Changes a fact where the list shows it.
///
/// # Errors
/// `Invalid` for what cannot be read; `NotFound`, `Forbidden`, `Unavailable`.
#[server(input = server_fn::codec::Json)]
pub async fn keep_fact(operation: OpId, asked: ChangeFact) -> Result<FactChange, AppError> {
    use crate::clients::{domain::AccountOutcome, store};
    let ctx = crate::server::Ctx::current()?;
    let account = store::account(&ctx, asked.account).await?;
    let outcome = match asked.on(&account)? {
        Some(edit) => crate::server::db::perform(&ctx, operation, &edit).await?,
        None => AccountOutcome::Stale,
    };
    let row = store::row(&ctx, asked.account).await?;
    Ok(FactChange { outcome, row })
}

/// Takes it back.
///
/// # Errors
/// As [`keep_fact`].
#[server(input = server_fn::codec::Json)]
pub async fn undo_fact(operation: OpId, asked: UndoOnAccount) -> Result<FactChange, AppError> {
    let ctx = crate::server::Ctx::current()?;
    let outcome = crate::server::db::perform(&ctx, operation, &asked).await?;
    let row = crate::clients::store::row(&ctx, asked.account).await?;
    Ok(FactChange { outcome, row })
}

/// Gives many accounts the same facts; the browser goes back to the list.
///
/// # Errors
/// `Forbidden`, `Unavailable`. What can be mended comes back with the form.
#[server]
pub async fn change_together(form: TogetherForm) -> Result<(), AppError> {
    let ctx = crate::server::Ctx::current()?;
    let outcome = match form.read() {
        Ok((operation, picked, facts)) => crate::clients::store::give(&ctx, operation, picked, facts).await,
        Err(error) => Err(error),
    };
    leptos_axum::redirect(&form.landing(outcome)?);
    Ok(())
}

/// Takes that back.
///
/// # Errors
/// `NotFound`, `Unavailable`.
#[server]
pub async fn take_back_together(form: TogetherUndoForm) -> Result<(), AppError> {
    let (operation, asked) = form.read()?;
    let done = crate::server::db::perform(&crate::server::Ctx::current()?, operation, &asked).await?;
    leptos_axum::redirect(&form.landing(&done));
    Ok(())
}

/// Gives what is looked at a name; the browser goes back to the list.
///
/// # Errors
/// `Forbidden`, `Unavailable`. What can be mended comes back with the form.
#[server]
pub async fn keep_accounts_view(form: ViewForm) -> Result<(), AppError> {
    let ctx = crate::server::Ctx::current()?;
    let outcome = match form.read() {
        Ok((operation, asked)) => crate::server::db::perform(&ctx, operation, &asked).await,
        Err(error) => Err(error),
    };
    leptos_axum::redirect(&form.landing(outcome)?);
    Ok(())
}

/// Forgets a view of the list.
///
/// # Errors
/// `NotFound`, `Forbidden`, `Unavailable`.
#[server]
pub async fn drop_accounts_view(form: DropViewForm) -> Result<(), AppError> {
    let (operation, asked) = form.read()?;
    match crate::server::db::perform(&crate::server::Ctx::current()?, operation, &asked).await {
        // Somebody was quicker.
        Ok(()) | Err(AppError::NotFound) => leptos_axum::redirect(&form.landing()),
        Err(error) => return Err(error),
    }
    Ok(())
}
