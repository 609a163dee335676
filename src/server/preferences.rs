//! Language and theme: preferences of a browser, kept in cookies, changed by a plain form.

use axum::{
    Form,
    extract::State,
    http::{HeaderMap, header},
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;

use super::{AppState, cookies};
use crate::{frame::Theme, types::Locale};

/// What the form may say.
#[derive(Deserialize)]
pub struct Preferences {
    theme: Option<String>,
    language: Option<String>,
}

/// `POST /preferences`: keeps what is known of it and goes back to where the person was.
pub async fn set(State(state): State<AppState>, headers: HeaderMap, Form(asked): Form<Preferences>) -> Response {
    let mut response = Redirect::to(&back(&headers)).into_response();
    let theme = asked.theme.and_then(|it| it.parse::<Theme>().ok());
    let language = asked.language.and_then(|it| Locale::from_tag(&it));
    if let Some(theme) = theme {
        cookies::set(
            response.headers_mut(),
            &cookies::preference(&state.config, "theme", theme.as_ref()),
        );
    }
    if let Some(language) = language {
        cookies::set(
            response.headers_mut(),
            &cookies::preference(&state.config, "language", language.tag()),
        );
    }
    response
}

/// The path of the page the form was on; never another site's.
fn back(headers: &HeaderMap) -> String {
    headers
        .get(header::REFERER)
        .and_then(|it| it.to_str().ok())
        .and_then(|it| it.parse::<axum::http::Uri>().ok())
        .and_then(|uri| uri.path_and_query().map(ToString::to_string))
        .filter(|path| path.starts_with('/') && !path.starts_with("//"))
        .unwrap_or_else(|| "/".to_owned())
}
