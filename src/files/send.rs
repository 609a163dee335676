//! A report that goes up with its files.

use leptos::web_sys::FormData;

use super::domain::Told;
use crate::error::AppError;
#[cfg(feature = "hydrate")]
use crate::loaded::from_json;

/// Sends the report's form as it is.
///
/// # Errors
/// As the report without files; `Invalid` for a file that is too large, `Transport` when it did not arrive.
#[cfg(feature = "hydrate")]
pub async fn send_report(form: FormData) -> Result<Told, AppError> {
    let lost = |error: gloo_net::Error| AppError::Transport(error.to_string());
    let request = gloo_net::http::Request::post("/reports").header("accept", "application/json");
    let answer = request.body(form).map_err(lost)?.send().await.map_err(lost)?;
    let text = answer.text().await.map_err(lost)?;
    let unread = |error: serde_json::Error| AppError::Transport(error.to_string());
    match answer.ok() {
        true => from_json(&text).map_err(unread),
        false => Err(from_json(&text).map_err(unread)?),
    }
}

/// Nothing goes up from the server.
///
/// # Errors
/// `Transport`.
#[cfg(not(feature = "hydrate"))]
pub async fn send_report(_form: FormData) -> Result<Told, AppError> {
    Err(AppError::Transport("not in a browser".to_owned()))
}
