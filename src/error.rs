//! The one error that crosses the wire, in both directions of the program.

use leptos::{
    prelude::{FromServerFnError, ServerFnErrorErr},
    server_fn::codec::JsonEncoding,
};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::{
    i18n::Texts,
    types::{Invalid, Locale, packed},
};

/// Why a request was not carried out. What went wrong inside is logged by the server; this is what the person is told.
#[derive(Clone, Debug, PartialEq, Error, Serialize, Deserialize)]
pub enum AppError {
    /// Nobody is signed in, or no longer.
    #[error("signed out")]
    SignedOut,
    /// The lens does not admit it, or the page is not this role's.
    #[error("forbidden")]
    Forbidden,
    /// It does not exist, or the lens does not show it: the two look the same on purpose.
    #[error("not found")]
    NotFound,
    /// A field was refused.
    #[error("{field}: {why}")]
    Invalid { field: String, why: Invalid },
    /// E-mail or password are not right; which one is not said.
    #[error("wrong credentials")]
    WrongCredentials,
    /// Too many attempts: wait.
    #[error("too many attempts")]
    TooManyAttempts,
    /// The set-up token is not the one in the terminal.
    #[error("wrong set-up token")]
    WrongToken,
    /// Somebody did it before (set-up, unique names).
    #[error("already done")]
    AlreadyDone,
    /// The database is busy or did not answer; trying again is right.
    #[error("unavailable")]
    Unavailable,
    /// The disk under the database is full.
    #[error("no space")]
    NoSpace,
    /// Two writes collided. The server tries again by itself; nobody is told this.
    #[error("conflict")]
    Conflict,
    /// The request did not reach the server or its answer did not come back.
    #[error("transport: {0}")]
    Transport(String),
}

impl AppError {
    /// A refused field.
    #[must_use]
    pub fn invalid(field: &str, why: Invalid) -> Self {
        Self::Invalid {
            field: field.to_owned(),
            why,
        }
    }

    /// What the address of a form that comes back says of why, where no field of it does; the page says it on top.
    #[must_use]
    pub fn in_address(&self) -> String {
        match self {
            Self::Invalid { .. } => String::new(),
            _ => format!("&__err={}", packed(self)),
        }
    }

    /// One sentence for the person.
    #[must_use]
    pub fn sentence(&self, locale: Locale) -> String {
        let t = Texts::of(locale);
        let said = match self {
            Self::Invalid { why, .. } => return why.sentence(locale),
            Self::SignedOut => t.error_signed_out,
            Self::Forbidden => t.error_forbidden,
            Self::NotFound => t.error_not_found,
            Self::WrongCredentials => t.error_credentials,
            Self::TooManyAttempts => t.error_attempts,
            Self::WrongToken => t.error_token,
            Self::AlreadyDone => t.error_already,
            Self::Transport(_) => t.error_transport,
            Self::NoSpace => t.error_no_space,
            Self::Unavailable | Self::Conflict => t.error_unavailable,
        };
        said.to_owned()
    }
}

#[cfg(feature = "ssr")]
impl AppError {
    /// What it is to a program that asks: a refusal is not a fault of the server.
    #[must_use]
    pub fn status(&self) -> axum::http::StatusCode {
        use axum::http::StatusCode;
        match self {
            Self::SignedOut | Self::WrongCredentials => StatusCode::UNAUTHORIZED,
            Self::Forbidden | Self::WrongToken => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Invalid { .. } => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooManyAttempts => StatusCode::TOO_MANY_REQUESTS,
            Self::AlreadyDone | Self::Conflict => StatusCode::CONFLICT,
            Self::NoSpace => StatusCode::INSUFFICIENT_STORAGE,
            Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
            Self::Transport(_) => StatusCode::BAD_REQUEST,
        }
    }
}

/// A field of a form that may be left empty: blanks are nothing.
///
/// # Errors
/// `Invalid`, under the name of the field.
pub fn optional<T>(name: &str, text: &str, read: impl Fn(&str) -> Result<T, Invalid>) -> Result<Option<T>, AppError> {
    match text.trim() {
        "" => Ok(None),
        text => read(text).map(Some).map_err(|why| AppError::invalid(name, why)),
    }
}

/// A form that came back, with why; none when somebody has changed meanwhile what it is about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Returned<F> {
    pub typed: F,
    pub why: Option<AppError>,
}

impl<F> Returned<F> {
    /// Why a field of it was refused.
    #[must_use]
    pub fn fault(&self, name: &str) -> Option<&Invalid> {
        match &self.why {
            Some(AppError::Invalid { field, why }) if field == name => Some(why),
            _ => None,
        }
    }
}

/// A form as it comes back in an address, with why it was refused.
///
/// # Errors
/// What typing cannot mend.
pub fn sent_back<F: Serialize + Clone>(form: &F, why: AppError) -> Result<String, AppError> {
    if !matches!(why, AppError::Invalid { .. }) {
        return Err(why);
    }
    let (typed, why) = (form.clone(), Some(why));
    Ok(packed(&Returned { typed, why }))
}

impl FromServerFnError for AppError {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        Self::Transport(error.to_string())
    }
}

#[cfg(feature = "ssr")]
impl From<surrealdb::Error> for AppError {
    /// Logs the cause; the person is told that it can be tried again.
    ///
    /// The engine names a conflict by kind in a query, and only by its words at the commit of a transaction
    /// (surrealdb/surrealdb#7472, open in 3.3.5).
    fn from(error: surrealdb::Error) -> Self {
        let conflict = error.query_details() == Some(&surrealdb::types::QueryError::TransactionConflict)
            || error.message().contains("can be retried")
            || error.message().contains("Transaction conflict");
        if conflict {
            return Self::Conflict;
        }
        tracing::error!(%error, "the database refused");
        if is_full(&error.to_string()) {
            return Self::NoSpace;
        }
        Self::Unavailable
    }
}

/// Whether the system says that there is no more room: the disk, a quota, or the largest file it allows. The engine passes
/// its words on and not its number.
#[cfg(feature = "ssr")]
#[must_use]
pub fn is_full(cause: &str) -> bool {
    ["No space left on device", "File too large", "Disk quota exceeded"]
        .iter()
        .any(|words| cause.contains(words))
}
