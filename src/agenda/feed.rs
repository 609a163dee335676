//! `GET /calendar/SECRET.ics`: somebody's agenda for their calendar program. The secret in the address is all that is asked; an unknown one
//! is not found, as any page that there is not.

use axum::{
    Router,
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, StatusCode, header, request::Parts},
    response::{IntoResponse, Response},
    routing::get,
};
use leptos::prelude::{expect_context, use_context};
use leptos_axum::ResponseOptions;

use super::{domain::calendar, store};
use crate::{
    error::AppError,
    reminders,
    server::{AppState, Ctx, cookies},
    types::{Locale, Moment},
};

/// In which the address travels to the page that shows it once.
const COOKIE: &str = "clientela-feed";
/// Where it is shown.
const PAGE: &str = "/agenda/feed";

/// The one route.
pub fn routes() -> Router<AppState> {
    Router::new().route("/calendar/{file}", get(file))
}

async fn file(State(state): State<AppState>, Path(file): Path<String>) -> Response {
    match agenda(&state, file.strip_suffix(".ics").unwrap_or_default()).await {
        Ok(text) => {
            let mut answer = text.into_response();
            let media = HeaderValue::from_static("text/calendar; charset=utf-8");
            answer.headers_mut().insert(header::CONTENT_TYPE, media);
            answer
        }
        Err(AppError::NotFound | AppError::Forbidden) => StatusCode::NOT_FOUND.into_response(),
        Err(error) => (error.status(), error.sentence(Locale::Es)).into_response(),
    }
}

async fn agenda(state: &AppState, secret: &str) -> Result<String, AppError> {
    let user = store::reader(&state.db, secret).await?;
    let name = format!("Clientela · {}", user.name);
    let ctx = Ctx::of(state.db.clone(), user, Moment::now());
    let clock = reminders::store::choice(&ctx).await?.clock;
    Ok(calendar(&name, clock, &store::feed(&ctx, Locale::Es).await?))
}

/// Sends the secret to the page that shows the address.
pub(super) fn show_once(secret: &str) {
    set(secret);
}

/// The address that was made just now; it is not shown again.
pub(super) fn shown_once() -> Option<String> {
    let headers: HeaderMap = use_context::<Parts>()?.headers;
    let secret = cookies::read(&headers, COOKIE).filter(|secret| !secret.is_empty())?;
    set("");
    let config = expect_context::<AppState>().config;
    // Behind a proxy only the configuration knows the public address.
    let address = match &config.public_url {
        Some(address) => address.trim_end_matches('/').to_owned(),
        None => {
            let scheme = if config.https { "https" } else { "http" };
            format!("{scheme}://{}", headers.get(header::HOST)?.to_str().ok()?)
        }
    };
    Some(format!("{address}/calendar/{secret}.ics"))
}

fn set(secret: &str) {
    let cookie = cookies::once(&expect_context::<AppState>().config, COOKIE, secret, PAGE);
    if let Ok(value) = HeaderValue::from_str(&cookie) {
        expect_context::<ResponseOptions>().append_header(header::SET_COOKIE, value);
    }
}
