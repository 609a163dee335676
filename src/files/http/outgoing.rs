//! A file handed over, to whoever may read its report.

use axum::{
    Extension,
    body::Body,
    extract::{Path, Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use tower::ServiceExt;
use tower_http::services::ServeFile;

use super::refusal;
use crate::{
    error::AppError,
    files::{
        domain::{Attachment, Media},
        store,
    },
    frame::Frame,
    server::{AppState, Ctx},
    types::{AttachmentId, escaped},
};

pub(super) async fn file(
    State(state): State<AppState>,
    ctx: Option<Extension<Ctx>>,
    Extension(frame): Extension<Frame>,
    Path(attachment): Path<String>,
    request: Request,
) -> Response {
    let Some(Extension(ctx)) = ctx else {
        return refusal(&AppError::SignedOut, &frame, false);
    };
    let found = match AttachmentId::parse(&attachment) {
        Ok(attachment) => store::readable(&ctx, attachment).await,
        Err(_) => Err(AppError::NotFound),
    };
    let file = match found {
        Ok(file) => file,
        Err(error) => return refusal(&error, &frame, false),
    };
    let tag = format!("\"{}\"", file.digest);
    let known = request.headers().get(header::IF_NONE_MATCH);
    let mut answer = if known.is_some_and(|known| known.as_bytes() == tag.as_bytes()) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        let Ok(answer) = ServeFile::new(state.blobs.path(&file.digest)).oneshot(request).await;
        answer.map(Body::new)
    };
    if answer.status() == StatusCode::NOT_FOUND {
        tracing::error!(attachment = %file.id, "the bytes of a file are not there");
        return answer;
    }
    say(answer.headers_mut(), &file, &tag);
    answer
}

/// What it is, and that nothing in it may run.
fn say(headers: &mut HeaderMap, file: &Attachment, tag: &str) {
    let mut set = |name: HeaderName, value: &str| {
        if let Ok(value) = HeaderValue::from_str(value) {
            headers.insert(name, value);
        }
    };
    set(header::CONTENT_TYPE, file.media.mime());
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    // In a sandbox browsers do not show a PDF; their own reader runs apart from our pages.
    let policy = match file.media {
        Media::Pdf => "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'",
        _ => "sandbox; default-src 'none'; frame-ancestors 'none'",
    };
    set(header::CONTENT_SECURITY_POLICY, policy);
    let how = if file.media.is_shown() { "inline" } else { "attachment" };
    let name = file.name.to_string();
    let plain: String = name
        .chars()
        .map(|it| match it {
            '\\' | '%' | '"' => '_',
            it if it.is_ascii_graphic() || it == ' ' => it,
            _ => '_',
        })
        .collect();
    set(
        header::CONTENT_DISPOSITION,
        &format!("{how}; filename=\"{plain}\"; filename*=UTF-8''{}", escaped(&name)),
    );
    set(header::CACHE_CONTROL, "private, no-cache");
    set(header::ETAG, tag);
}
