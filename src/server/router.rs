//! The router: assets, preferences, server functions, pages.

use axum::{
    Extension, Router,
    body::Body,
    extract::{DefaultBodyLimit, Request, State},
    http::StatusCode,
    middleware::{self, Next},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use leptos::{prelude::provide_context, server_fn::error::SERVER_FN_ERROR_HEADER};
use leptos_axum::{LeptosRoutes, generate_route_list};
use tower_http::{CompressionLevel, compression::CompressionLayer, trace::TraceLayer};

use super::{AppState, assets, guard, live, preferences};
use crate::{
    app::{App, shell},
    error::AppError,
};

/// A form or a gesture is small; what brings files has a limit of its own.
const BODY_LIMIT: usize = 1024 * 1024;

/// The whole application as one service: what the binary serves and the tests call.
pub fn router(state: AppState) -> Router {
    let routes = generate_route_list(App);
    let context = {
        let state = state.clone();
        move || provide_context(state.clone())
    };
    Router::new()
        .route("/preferences", post(preferences::set))
        .route(live::PATH, get(live::live))
        .merge(crate::pipeline::export::routes())
        .merge(crate::clients::listing::export::routes())
        .merge(crate::files::http::routes())
        .leptos_routes_with_context(&state, routes, context, shell)
        .fallback(page_not_found)
        .layer(middleware::from_fn(say_what_it_is))
        .layer(middleware::from_fn_with_state(state.clone(), guard::who))
        // Read by programs that do not sign in: the secret in the address says whose it is.
        .merge(crate::agenda::feed::routes())
        .route("/assets/{*path}", get(assets::asset))
        .route("/favicon.svg", get(assets::root_file))
        .route("/robots.txt", get(assets::root_file))
        .route("/health", get(health))
        .layer(middleware::from_fn(guard::same_origin))
        // The page is compressed anew for everybody: a board of ten thousand cards in 15 ms instead of 60. What does not change is
        // embedded as small as it gets.
        .layer(CompressionLayer::new().quality(CompressionLevel::Fastest))
        .layer(middleware::from_fn(guard::headers))
        .layer(Extension(guard::Https(state.config.https)))
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .layer(TraceLayer::new_for_http())
        .with_state(state)
}

/// Leptos answers every error of a server function as a fault of the server; ours say themselves what they are.
async fn say_what_it_is(request: Request, next: Next) -> Response {
    let answer = next.run(request).await;
    if !answer.headers().contains_key(SERVER_FN_ERROR_HEADER) || answer.status() != StatusCode::INTERNAL_SERVER_ERROR {
        return answer;
    }
    let (mut head, body) = answer.into_parts();
    let Ok(body) = axum::body::to_bytes(body, BODY_LIMIT).await else {
        return Response::from_parts(head, Body::empty());
    };
    if let Ok(error) = serde_json::from_slice::<AppError>(&body) {
        head.status = error.status();
    }
    Response::from_parts(head, Body::from(body))
}

async fn page_not_found(State(state): State<AppState>, request: Request) -> Response {
    let page = leptos_axum::render_app_to_stream_with_context(move || provide_context(state.clone()), shell);
    page(request).await.into_response()
}

/// Answers as soon as the database does.
async fn health(State(state): State<AppState>) -> Response {
    match state.db.health().await {
        Ok(()) => "ok".into_response(),
        Err(error) => {
            tracing::error!(%error, "the database is not well");
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
    }
}
