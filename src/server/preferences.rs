//! Language, theme and folded columns: preferences of a browser, kept in cookies, changed by a plain form.

use axum::{
    Extension, Form,
    extract::{State, rejection::FormRejection},
    http::{HeaderMap, header},
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;

use super::{AppState, cookies};
use crate::{
    frame::{Frame, Theme},
    pipeline::folding,
    types::{Locale, PipelineId, StageId},
};

/// What the form may say.
#[derive(Deserialize)]
pub struct Preferences {
    theme: Option<String>,
    language: Option<String>,
    pipeline: Option<String>,
    /// The column that is folded away or opened.
    fold: Option<String>,
}

/// `POST /preferences`: keeps what is known of it and goes back to where the person was.
pub async fn set(
    State(state): State<AppState>,
    Extension(frame): Extension<Frame>,
    headers: HeaderMap,
    asked: Result<Form<Preferences>, FormRejection>,
) -> Response {
    let mut response = Redirect::to(&back(&headers)).into_response();
    // What is no form of ours changes nothing.
    let Ok(Form(asked)) = asked else {
        return response;
    };
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
    let fold = || {
        Some((
            PipelineId::parse(asked.pipeline.as_deref()?).ok()?,
            StageId::parse(asked.fold.as_deref()?).ok()?,
        ))
    };
    if let (Some(viewer), Some((pipeline, stage))) = (frame.viewer, fold()) {
        let name = folding::name(viewer.id, pipeline);
        let now = cookies::read(&headers, &name).map(|value| folding::read(&value));
        let after = folding::written(&folding::toggled(&now.unwrap_or_default(), stage));
        cookies::set(
            response.headers_mut(),
            &cookies::preference(&state.config, &name, &after),
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
