//! Signing in and out: what stands between the form and the session.

use axum::http::{HeaderValue, header, request::Parts};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;

use super::{
    domain::Password,
    form::Back,
    store::{self, Session, SetUp, Token},
};
use crate::{
    error::AppError,
    server::{AppState, Ctx, cookies, db::perform},
    types::{Email, Invalid, Moment, OpId, ShortText, UserId, packed},
};

/// The form of the first start, as typed.
pub struct SetUpForm {
    pub token: String,
    pub firm: String,
    pub name: String,
    pub email: String,
    pub password: String,
    pub repeat: String,
}

/// Who this is, if the password is right. As slow and as silent for an unknown e-mail as for a wrong password.
async fn check(state: &AppState, email: &str, password: String) -> Result<UserId, AppError> {
    let Ok(email) = Email::parse(email) else {
        return Err(AppError::WrongCredentials);
    };
    state.throttle.admit(&email)?;
    let (user, kept) = store::by_email(&state.db, &email).await?.unzip();
    if state.hasher.matches(password, kept.flatten()).await? {
        state.throttle.succeeded(&email);
        tracing::info!(%email, "signed in");
        user.ok_or(AppError::WrongCredentials)
    } else {
        tracing::warn!(%email, "wrong password");
        Err(AppError::WrongCredentials)
    }
}

/// Lets in whoever knows the password, and answers where to go.
///
/// # Errors
/// `WrongCredentials`, `TooManyAttempts`.
pub async fn enter(state: &AppState, email: &str, password: String, next: Option<String>) -> Result<String, AppError> {
    let user = check(state, email, password).await?;
    open(state, user).await?;
    Ok(safe(next))
}

/// Creates the firm, signs its administrator in, and answers where to go.
///
/// # Errors
/// `WrongToken`, `Invalid` by field, `AlreadyDone`.
pub async fn begin(state: &AppState, form: SetUpForm) -> Result<String, AppError> {
    let administrator = first_start(state, form).await?;
    open(state, administrator).await?;
    Ok("/board".to_owned())
}

/// Starts a session for the user and hands its cookie to the browser. A session that the browser had is ended.
async fn open(state: &AppState, user: UserId) -> Result<(), AppError> {
    let parts = expect_context::<Parts>();
    if let Some(before) = parts.extensions.get::<Session>() {
        store::end(&state.db, before.id).await?;
    }
    let device = parts
        .headers
        .get(header::USER_AGENT)
        .and_then(|it| it.to_str().ok())
        .unwrap_or_default();
    let token: Token = store::start(&state.db, user, device, Moment::now()).await?;
    set_cookie(&cookies::session(&state.config, &token));
    Ok(())
}

/// Ends the session of this request, or all of the user's, and takes the cookie away.
pub async fn close(everywhere: bool) -> Result<(), AppError> {
    let state = expect_context::<AppState>();
    let parts = expect_context::<Parts>();
    if let Some(session) = parts.extensions.get::<Session>() {
        if everywhere {
            let ended = store::end_all(&state.db, session.user).await?;
            tracing::info!(user = %session.user, ended, "signed out everywhere");
        } else {
            store::end(&state.db, session.id).await?;
        }
    }
    set_cookie(&cookies::no_session(&state.config));
    Ok(())
}

fn set_cookie(cookie: &str) {
    if let Ok(value) = HeaderValue::from_str(cookie) {
        expect_context::<ResponseOptions>().append_header(header::SET_COOKIE, value);
    }
}

/// Where to go after signing in: a page of ours, whatever the address says; else where this person begins. In ASCII, as an
/// address travels in a header.
fn safe(next: Option<String>) -> String {
    // Browsers drop tabs and line ends from an address and take a backslash for a slash.
    let is_ours = |path: &str| {
        path.starts_with('/') && !path.starts_with("//") && !path.contains(|it: char| it.is_control() || it == '\\')
    };
    next.filter(|path| is_ours(path)).map_or_else(
        || "/".to_owned(),
        |path| {
            path.bytes().fold(String::new(), |mut address, byte| {
                if byte.is_ascii_graphic() {
                    address.push(char::from(byte));
                } else {
                    address.push_str(&format!("%{byte:02X}"));
                }
                address
            })
        },
    )
}

/// Answers the form of `page`: where to go, or why not. A browser with JavaScript is told the address and loads it itself;
/// one without is sent there, or back to the form with what it had typed.
///
/// # Errors
/// The refusal, to a browser with JavaScript.
pub fn answer(entered: Result<String, AppError>, page: &str, typed: Back) -> Result<String, AppError> {
    let is_plain = use_context::<Parts>().is_some_and(|parts| {
        let accepted = parts.headers.get(header::ACCEPT).and_then(|it| it.to_str().ok());
        accepted.is_some_and(|it| it.contains("text/html"))
    });
    if !is_plain {
        return entered;
    }
    let address = entered.unwrap_or_else(|refusal| {
        let back = Back {
            refusal: Some(refusal),
            ..typed
        };
        format!("{page}?back={}", packed(&back))
    });
    leptos_axum::redirect(&address);
    Ok(address)
}

/// Creates the firm. The token proves that whoever fills in the form can see the terminal.
async fn first_start(state: &AppState, form: SetUpForm) -> Result<UserId, AppError> {
    // The dashes are there to be read, not to be typed.
    let bare = |key: &str| key.chars().filter(char::is_ascii_alphanumeric).collect::<String>();
    let (typed, key) = (bare(&form.token.to_uppercase()), bare(&state.set_up_token));
    if typed.len() != key.len() || !same(typed.as_bytes(), key.as_bytes()) {
        return Err(AppError::WrongToken);
    }
    let field = |name: &'static str| move |why: Invalid| AppError::invalid(name, why);
    let firm = ShortText::parse(&form.firm).map_err(field("firm"))?;
    let name = ShortText::parse(&form.name).map_err(field("name"))?;
    let email = Email::parse(&form.email).map_err(field("email"))?;
    let password = Password::parse(&form.password).map_err(field("password"))?;
    if form.password != form.repeat {
        return Err(AppError::invalid("repeat", Invalid::PasswordsDiffer));
    }
    let password = state.hasher.hash(password).await?;
    let ctx = Ctx::program(state.db.clone(), Moment::now())?;
    perform(
        &ctx,
        OpId::fresh(),
        &SetUp {
            firm,
            name,
            email,
            password,
        },
    )
    .await
}

/// Compares in a time that does not tell where the first difference is.
fn same(a: &[u8], b: &[u8]) -> bool {
    a.iter().zip(b).fold(0, |differences, (a, b)| differences | (a ^ b)) == 0
}

#[cfg(test)]
mod tests {
    use super::{safe, same};

    #[test]
    fn nobody_is_sent_to_another_site() {
        for evil in [
            "https://evil.example",
            "//evil.example",
            "/\\evil.example",
            "/\t/evil.example",
            "/\n/evil.example",
            "",
        ] {
            assert_eq!(safe(Some(evil.to_owned())), "/");
        }
        assert_eq!(safe(Some("/accounts?q=a".to_owned())), "/accounts?q=a");
        assert_eq!(safe(Some("/accounts?q=ñ y".to_owned())), "/accounts?q=%C3%B1%20y");
    }

    #[test]
    fn tokens_compare_whole() {
        assert!(same(b"ABCD", b"ABCD"));
        assert!(!same(b"ABCD", b"ABCE"));
    }
}
