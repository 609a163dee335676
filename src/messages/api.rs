//! What the pages ask of the messages.

use leptos::prelude::*;

use super::{
    domain::{Inbox, Leaving},
    form::{AcceptForm, LeaveForm},
};
use crate::{error::AppError, types::AccountId};

/// What one has to do with messages.
///
/// # Errors
/// `Forbidden`.
#[server(input = server_fn::codec::Json)]
pub async fn load_messages() -> Result<Inbox, AppError> {
    super::store::inbox(&crate::server::Ctx::current()?).await
}

/// How many wait for the reader.
///
/// # Errors
/// `Unavailable`.
#[server(input = server_fn::codec::Json)]
pub async fn count_messages() -> Result<u32, AppError> {
    super::store::waiting(&crate::server::Ctx::current()?).await
}

/// What the form of a message offers.
///
/// # Errors
/// `NotFound`.
#[server(input = server_fn::codec::Json)]
pub async fn load_leaving(account: AccountId) -> Result<Leaving, AppError> {
    super::store::leaving(&crate::server::Ctx::current()?, account).await
}

/// Leaves a message: goes to those that one has left, or back to the form with why it was refused.
///
/// # Errors
/// `NotFound`, `Unavailable`.
#[server]
pub async fn leave_message(form: LeaveForm) -> Result<(), AppError> {
    leptos_axum::redirect(&match crate::server::db::carry_out(form.read()).await {
        Ok(_) => "/messages?done=1#left".to_owned(),
        Err(error) => form.sent_back(error),
    });
    Ok(())
}

/// Takes a message in hand and leads on to what is made of it.
///
/// # Errors
/// `NotFound`, `Forbidden`, `Unavailable`.
#[server]
pub async fn accept_message(form: AcceptForm) -> Result<(), AppError> {
    let ctx = crate::server::Ctx::current()?;
    let (operation, asked) = form.read()?;
    leptos_axum::redirect(&match crate::server::db::perform(&ctx, operation, &asked).await {
        Ok(message) => form.leads(&message),
        // A colleague was faster: the page says who.
        Err(AppError::AlreadyDone) => "/messages?late=1".to_owned(),
        Err(error) => return Err(error),
    });
    Ok(())
}
