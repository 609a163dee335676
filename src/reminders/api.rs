//! What the pages ask of the reminders.

use leptos::prelude::*;

use super::{
    domain::{Mailing, ReminderChoice, Unseen},
    form::{ReminderForm, SeenForm},
};
use crate::{
    error::AppError,
    types::{OpId, ReminderId},
};

/// What the reader has been reminded of and not seen.
///
/// # Errors
/// `Forbidden`, `Unavailable`.
#[server(input = server_fn::codec::Json)]
pub async fn load_reminders() -> Result<Unseen, AppError> {
    super::store::unseen(&crate::server::Ctx::current()?).await
}

/// The reader has seen one.
///
/// # Errors
/// `NotFound`, `Unavailable`.
#[server(input = server_fn::codec::Json)]
pub async fn see_reminder(operation: OpId, reminder: ReminderId) -> Result<(), AppError> {
    let seen = super::domain::See { reminder };
    crate::server::db::perform(&crate::server::Ctx::current()?, operation, &seen).await
}

/// The same from a page without JavaScript: goes back to it.
///
/// # Errors
/// `NotFound`, `Unavailable`.
#[server]
pub async fn put_reminder_away(form: SeenForm) -> Result<(), AppError> {
    let (operation, seen) = form.read()?;
    crate::server::db::perform(&crate::server::Ctx::current()?, operation, &seen).await?;
    leptos_axum::redirect(form.landing());
    Ok(())
}

/// How the reader is reminded, and how it stands with their e-mail.
///
/// # Errors
/// `SignedOut`, `Unavailable`.
#[server(input = server_fn::codec::Json)]
pub async fn load_reminder_choice() -> Result<(ReminderChoice, Mailing), AppError> {
    let ctx = crate::server::Ctx::current()?;
    let has_mail = expect_context::<crate::server::AppState>().config.mail.is_some();
    let mailing = super::store::mailing(&ctx, has_mail).await?;
    Ok((super::store::choice(&ctx).await?, mailing))
}

/// The reader chooses otherwise; the browser goes back to the page.
///
/// # Errors
/// `Unavailable`. What can be mended comes back with the form.
#[server]
pub async fn save_reminder_choice(form: ReminderForm) -> Result<(), AppError> {
    let ctx = crate::server::Ctx::current()?;
    let outcome = match form.read() {
        Ok((operation, asked)) => crate::server::db::perform(&ctx, operation, &asked).await,
        Err(error) => Err(error),
    };
    leptos_axum::redirect(&form.landing(outcome)?);
    Ok(())
}
