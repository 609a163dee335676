//! What the pages ask of the clients.

use leptos::prelude::*;

use super::domain::{AccountPage, AccountSheet};
use crate::{
    error::AppError,
    types::{AccountId, ShortText},
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
