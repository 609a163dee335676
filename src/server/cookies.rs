//! Cookies: the session, and the preferences that pages are rendered by.

use axum::http::{HeaderMap, HeaderValue, header};

use super::Config;
use crate::team::store::{LIFETIME, Token};

/// The name of the session cookie: with https the browser itself guards it against other hosts and paths.
#[must_use]
pub fn session_name(config: &Config) -> &'static str {
    if config.https { "__Host-clientela" } else { "clientela" }
}

/// The cookie that opens a session.
#[must_use]
pub fn session(config: &Config, token: &Token) -> String {
    let seconds = LIFETIME.num_seconds();
    format!(
        "{}={}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{}",
        session_name(config),
        token.reveal(),
        secure(config)
    )
}

/// The cookie that closes it.
#[must_use]
pub fn no_session(config: &Config) -> String {
    format!(
        "{}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0{}",
        session_name(config),
        secure(config)
    )
}

/// A preference of this browser, for a year.
#[must_use]
pub fn preference(config: &Config, name: &str, value: &str) -> String {
    format!(
        "{name}={value}; Path=/; SameSite=Lax; Max-Age=31536000{}",
        secure(config)
    )
}

/// Something for the next page alone, which takes it away when it has shown it.
#[must_use]
pub fn once(config: &Config, name: &str, value: &str, path: &str) -> String {
    format!(
        "{name}={value}; Path={path}; HttpOnly; SameSite=Lax; Max-Age={}{}",
        if value.is_empty() { 0 } else { 60 },
        secure(config)
    )
}

fn secure(config: &Config) -> &'static str {
    if config.https { "; Secure" } else { "" }
}

/// The value of a cookie of the request.
#[must_use]
pub fn read(headers: &HeaderMap, name: &str) -> Option<String> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .find_map(|pair| {
            pair.trim()
                .split_once('=')
                .filter(|(key, _)| *key == name)
                .map(|(_, value)| value.to_owned())
        })
}

/// Adds a cookie to an answer.
pub fn set(headers: &mut HeaderMap, cookie: &str) {
    if let Ok(value) = HeaderValue::from_str(cookie) {
        headers.append(header::SET_COOKIE, value);
    }
}
