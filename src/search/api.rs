//! What the pages ask of the search.

use leptos::prelude::*;

use super::domain::{Found, Thing};
use crate::error::AppError;

/// What matches a text.
///
/// # Errors
/// `Unavailable`.
#[server(input = server_fn::codec::Json)]
pub async fn search_everything(text: String) -> Result<Found, AppError> {
    super::store::search(&crate::server::Ctx::current()?, &text).await
}

/// What was opened before, as it is called today: what is hidden by now is left out.
///
/// # Errors
/// `Unavailable`.
#[server(input = server_fn::codec::Json)]
pub async fn recall(things: Vec<Thing>) -> Result<Found, AppError> {
    super::store::recall(&crate::server::Ctx::current()?, &things).await
}
