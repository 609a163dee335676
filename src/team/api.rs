//! Setting up, signing in and out.
//!
//! Each changes who looks, and the whole page with it: a browser with JavaScript is answered where to go and loads that
//! page anew; one without is redirected, back to the form with what was typed when it is refused.

use leptos::prelude::*;

use super::{domain::Settings, settings_form::SettingsForm};
use crate::{error::AppError, types::Revision};

/// Opens a session and answers where to go: `next`, or the board.
///
/// # Errors
/// `WrongCredentials`, `TooManyAttempts`.
#[server]
pub async fn sign_in(email: String, password: String, next: Option<String>) -> Result<String, AppError> {
    let state = expect_context::<crate::server::AppState>();
    let entered = super::sign_in::enter(&state, &email, password, next.clone()).await;
    let typed = super::form::Back {
        next,
        email,
        ..Default::default()
    };
    super::sign_in::answer(entered, "/sign-in", typed)
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

/// The first start: the firm and its first administrator, who is signed in and led to the board.
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
) -> Result<String, AppError> {
    let state = expect_context::<crate::server::AppState>();
    let typed = super::form::Back {
        firm: firm.clone(),
        name: name.clone(),
        email: email.clone(),
        ..Default::default()
    };
    let form = super::sign_in::SetUpForm {
        token,
        firm,
        name,
        email,
        password,
        repeat,
    };
    let entered = super::sign_in::begin(&state, form).await;
    super::sign_in::answer(entered, "/set-up", typed)
}

/// What the administrator has decided.
///
/// # Errors
/// `Forbidden`.
#[server(input = server_fn::codec::Json)]
pub async fn load_settings() -> Result<(Settings, Revision), AppError> {
    super::store::settings(&crate::server::Ctx::current()?).await
}

/// Decides otherwise; the browser goes back to the page.
///
/// # Errors
/// `Forbidden`, `Unavailable`. What can be mended comes back with the form.
#[server]
pub async fn change_settings(form: SettingsForm) -> Result<(), AppError> {
    leptos_axum::redirect(&form.landing(crate::server::db::carry_out(form.read()).await));
    Ok(())
}
