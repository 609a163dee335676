//! Setting up, signing in and out.

use leptos::prelude::*;

use crate::error::AppError;

/// Opens a session and goes to `next`, or to the board.
///
/// # Errors
/// `WrongCredentials`, `TooManyAttempts`.
#[server]
pub async fn sign_in(
    email: String,
    password: String,
    next: Option<String>,
) -> Result<(), AppError> {
    let state = expect_context::<crate::server::AppState>();
    let user = super::sign_in::check(&state, &email, password).await?;
    super::sign_in::open(&state, user).await?;
    leptos_axum::redirect(&super::sign_in::safe(next));
    Ok(())
}

/// Ends the session of this browser.
///
/// # Errors
/// `Unavailable`.
#[server]
pub async fn sign_out() -> Result<(), AppError> {
    super::sign_in::close(false).await?;
    leptos_axum::redirect("/sign-in");
    Ok(())
}

/// Ends every session of this user, on every device.
///
/// # Errors
/// `SignedOut`, `Unavailable`.
#[server]
pub async fn sign_out_everywhere() -> Result<(), AppError> {
    super::sign_in::close(true).await?;
    leptos_axum::redirect("/sign-in");
    Ok(())
}

/// The first start: the firm and its first administrator, who is signed in.
///
/// # Errors
/// `WrongToken`, `Invalid` by field, `AlreadyDone`.
#[server]
pub async fn set_up(
    token: String,
    firm: String,
    name: String,
    email: String,
    password: String,
    repeat: String,
) -> Result<(), AppError> {
    let state = expect_context::<crate::server::AppState>();
    let form = super::sign_in::SetUpForm {
        token,
        firm,
        name,
        email,
        password,
        repeat,
    };
    let administrator = super::sign_in::first_start(&state, form).await?;
    super::sign_in::open(&state, administrator).await?;
    leptos_axum::redirect("/board");
    Ok(())
}
