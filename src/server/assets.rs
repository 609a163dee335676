//! The embedded assets: content-hashed, precompressed, immutable.
//!
//! `scripts/build` leaves them in `target/site` with a `manifest.json` that maps each plain name to its hashed one.

use std::{collections::BTreeMap, sync::LazyLock};

use axum::{
    body::Body,
    extract::Path,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use rust_embed::RustEmbed;
use serde::Deserialize;

use super::watching;

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/target/site"]
struct Site;

#[derive(Deserialize, Default)]
struct Manifest {
    files: BTreeMap<String, File>,
}

#[derive(Deserialize)]
struct File {
    /// The hashed name.
    path: String,
    /// The media type.
    r#type: String,
}

static MANIFEST: LazyLock<Manifest> = LazyLock::new(|| {
    Site::get("manifest.json")
        .and_then(|file| serde_json::from_slice(&file.data).ok())
        .unwrap_or_default()
});

static TYPES: LazyLock<BTreeMap<&'static str, &'static str>> = LazyLock::new(|| {
    MANIFEST
        .files
        .values()
        .map(|file| (file.path.as_str(), file.r#type.as_str()))
        .collect()
});

/// The address of an asset by its plain name ("clientela.js"); none when the front end was not built in.
#[must_use]
pub fn address(name: &str) -> Option<String> {
    let embedded = || MANIFEST.files.get(name).map(|file| format!("/assets/{}", file.path));
    watching::address(name).or_else(embedded)
}

/// `GET /assets/{path}`: a hashed name never changes what it means.
pub async fn asset(Path(path): Path<String>, headers: HeaderMap) -> Response {
    let embedded = || serve(&path, &headers, "public, max-age=31536000, immutable");
    watching::asset(&path).unwrap_or_else(embedded)
}

/// `GET /favicon.svg` and the like: fixed names, asked again each day.
pub async fn root_file(uri: axum::http::Uri, headers: HeaderMap) -> Response {
    serve(uri.path().trim_start_matches('/'), &headers, "public, max-age=86400")
}

fn serve(path: &str, headers: &HeaderMap, caching: &'static str) -> Response {
    let Some(media_type) = TYPES.get(path) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let accepts = |encoding: &str| {
        headers
            .get(header::ACCEPT_ENCODING)
            .and_then(|it| it.to_str().ok())
            .is_some_and(|it| it.split(',').any(|one| one.trim().split(';').next() == Some(encoding)))
    };
    let found = [("br", "br"), ("gzip", "gz")]
        .into_iter()
        .filter(|(encoding, _)| accepts(encoding))
        .find_map(|(encoding, ending)| Some((Some(encoding), Site::get(&format!("{path}.{ending}"))?)))
        .or_else(|| Some((None, Site::get(path)?)));
    let Some((encoding, file)) = found else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let mut response = Response::new(Body::from(file.data));
    let answer = response.headers_mut();
    let mut set = |name, value: &str| {
        if let Ok(value) = value.parse() {
            answer.insert(name, value);
        }
    };
    set(header::CONTENT_TYPE, media_type);
    set(header::CACHE_CONTROL, caching);
    set(header::VARY, "accept-encoding");
    if let Some(encoding) = encoding {
        set(header::CONTENT_ENCODING, encoding);
    }
    response
}
