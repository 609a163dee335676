//! What stands before every request: where it comes from, who is asking, and the headers of what goes back.

use axum::{
    Extension,
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};

use super::{AppState, Ctx, cookies, live};
use crate::{
    error::AppError,
    frame::{Frame, Viewer},
    pipeline,
    team::store::{self, Found, Token},
    types::{Moment, escaped},
};

/// Pages that are for whoever is not signed in.
const PUBLIC: &[&str] = &["/sign-in", "/set-up"];

/// Refuses what changes something and comes from another site (ASVS 5.0, 3.5.1–3.5.3).
///
/// Browsers say where a request comes from in `Sec-Fetch-Site`; an older one says it in `Origin`. Neither means that it is
/// not a browser, and then there is no cookie to abuse.
pub async fn same_origin(request: Request, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if reads || comes_from_here(request.headers()) {
        return next.run(request).await;
    }
    StatusCode::FORBIDDEN.into_response()
}

fn comes_from_here(headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    match (text("sec-fetch-site"), text("origin")) {
        (Some(site), _) => matches!(site, "same-origin" | "none"),
        (None, Some(origin)) => {
            text("host").is_some_and(|host| origin.split_once("://").is_some_and(|(_, from)| from == host))
        }
        (None, None) => true,
    }
}

/// Finds out who is asking and puts the [`Ctx`] and the [`Frame`] in the request; sends who is not signed in to sign in.
pub async fn who(State(state): State<AppState>, mut request: Request, next: Next) -> Response {
    let now = Moment::now();
    let path = request.uri().path();
    let is_page = request.method() == Method::GET && !path.starts_with("/api/") && path != live::PATH;
    let found = match find(&state, request.headers(), now, is_page).await {
        Ok(found) => found,
        Err(error) => return unavailable(&error),
    };
    let viewer = found.as_ref().map(|found| Viewer::of(&found.user));
    if is_page && let Some(elsewhere) = elsewhere(&state, request.uri(), viewer.as_ref()).await {
        return elsewhere;
    }
    let frame = Frame::of(request.headers(), viewer, now);
    let rotated = found.as_ref().and_then(|found| found.rotated.clone());
    if let Some(found) = found {
        request.extensions_mut().insert(found.session);
        request
            .extensions_mut()
            .insert(Ctx::of(state.db.clone(), found.user, now));
    }
    request.extensions_mut().insert(frame);
    let mut response = next.run(request).await;
    if let Some(token) = rotated {
        cookies::set(response.headers_mut(), &cookies::session(&state.config, &token));
    }
    response
}

async fn find(state: &AppState, headers: &HeaderMap, now: Moment, is_page: bool) -> Result<Option<Found>, AppError> {
    match cookies::read(headers, cookies::session_name(&state.config)) {
        Some(token) => store::find(&state.db, &Token::presented(&token), now, is_page).await,
        None => Ok(None),
    }
}

/// Where a page request must go instead, if anywhere.
async fn elsewhere(state: &AppState, uri: &Uri, viewer: Option<&Viewer>) -> Option<Response> {
    let path = uri.path();
    if let Some(viewer) = viewer {
        if path != "/" && !PUBLIC.contains(&path) {
            return None;
        }
        // Whose choice cannot be read begins with the whole board.
        let chosen = match viewer.sees_opportunities {
            true => pipeline::store::opens_with(&state.db, viewer.id)
                .await
                .unwrap_or_default(),
            false => None,
        };
        let home = chosen.as_deref().unwrap_or(viewer.home());
        return Some(Redirect::to(home).into_response());
    }
    match store::is_set_up(&state.db).await {
        Ok(false) if path == "/set-up" => None,
        Ok(false) => Some(Redirect::to("/set-up").into_response()),
        Ok(true) if path == "/sign-in" => None,
        Ok(true) if path == "/" => Some(Redirect::to("/sign-in").into_response()),
        Ok(true) if path == "/set-up" => Some(Redirect::to("/sign-in").into_response()),
        Ok(true) => {
            let asked = uri.path_and_query().map_or(path, axum::http::uri::PathAndQuery::as_str);
            let next = escaped(asked);
            Some(Redirect::to(&format!("/sign-in?next={next}")).into_response())
        }
        Err(error) => Some(unavailable(&error)),
    }
}

fn unavailable(error: &AppError) -> Response {
    tracing::error!(%error, "a request could not be identified");
    (
        StatusCode::SERVICE_UNAVAILABLE,
        error.sentence(crate::types::Locale::Es),
    )
        .into_response()
}

/// The headers of every answer (ASVS 5.0, 3.4). The content security policy of a page carries a nonce and is set where the
/// page is rendered.
pub async fn headers(Extension(https): Extension<Https>, request: Request, next: Next) -> Response {
    let private = !request.uri().path().starts_with("/assets/");
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let mut default = |name: header::HeaderName, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    default(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    default(header::REFERRER_POLICY, "same-origin");
    default(header::X_FRAME_OPTIONS, "DENY");
    default(
        header::HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    );
    default(
        header::HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    );
    default(
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; frame-ancestors 'none'",
    );
    if private {
        default(header::CACHE_CONTROL, "no-store");
    }
    if https.0 {
        default(header::STRICT_TRANSPORT_SECURITY, "max-age=31536000; includeSubDomains");
    }
    response
}

/// Whether the public address is https.
#[derive(Clone, Copy)]
pub struct Https(pub bool);

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs
            .iter()
            .map(|&(name, value)| (header::HeaderName::from_static(name), HeaderValue::from_static(value)))
            .collect()
    }

    #[test]
    fn another_site_changes_nothing_here() {
        assert!(comes_from_here(&headers(&[("sec-fetch-site", "same-origin")])));
        assert!(!comes_from_here(&headers(&[("sec-fetch-site", "cross-site")])));
        assert!(!comes_from_here(&headers(&[("sec-fetch-site", "same-site")])));
        assert!(comes_from_here(&headers(&[
            ("origin", "https://crm.example"),
            ("host", "crm.example")
        ])));
        assert!(!comes_from_here(&headers(&[
            ("origin", "https://evil.example"),
            ("host", "crm.example")
        ])));
        assert!(!comes_from_here(&headers(&[
            ("origin", "null"),
            ("host", "crm.example")
        ])));
        assert!(comes_from_here(&headers(&[])));
    }
}
