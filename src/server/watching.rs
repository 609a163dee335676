//! What `cargo leptos watch` has just built: served from its folder instead of what is embedded, and read anew each time.

use std::{
    env, fs,
    path::{Component, Path, PathBuf},
    sync::LazyLock,
};

use axum::{
    http::header,
    response::{IntoResponse, Response},
};

/// The folder, while cargo-leptos watches; it says so to the program that it starts.
static FOLDER: LazyLock<Option<PathBuf>> = LazyLock::new(|| {
    env::var("LEPTOS_WATCH").ok()?;
    Some(
        env::var("LEPTOS_SITE_ROOT")
            .unwrap_or_else(|_| "target/watch".to_owned())
            .into(),
    )
});

/// Whether it watches.
#[must_use]
pub fn is_on() -> bool {
    FOLDER.is_some()
}

/// The address of an asset by its plain name; none when nobody watches.
#[must_use]
pub fn address(name: &str) -> Option<String> {
    let folder = FOLDER.as_ref()?;
    let built = format!("pkg/{name}");
    let path = if folder.join(&built).exists() { &built } else { name };
    Some(format!("/assets/{path}"))
}

/// The asset of a path under `/assets`; none when nobody watches or there is no such file.
#[must_use]
pub fn asset(path: &str) -> Option<Response> {
    let folder = FOLDER.as_ref()?;
    // The style sheet names its fonts as if they lay beside it.
    let places = [path, path.trim_start_matches("pkg/")];
    let is_inside = |path: &&str| {
        Path::new(path)
            .components()
            .all(|part| matches!(part, Component::Normal(_)))
    };
    let bytes = places
        .into_iter()
        .filter(is_inside)
        .find_map(|path| fs::read(folder.join(path)).ok())?;
    let media_type = match path.rsplit('.').next() {
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("wasm") => "application/wasm",
        Some("woff2") => "font/woff2",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    };
    let headers = [(header::CONTENT_TYPE, media_type), (header::CACHE_CONTROL, "no-store")];
    Some((headers, bytes).into_response())
}
