//! A form with files, read as it comes: no file is ever whole in memory.

use axum::extract::{
    Multipart,
    multipart::{Field, MultipartError, MultipartRejection},
};
use serde::de::DeserializeOwned;

use crate::{
    error::AppError,
    files::domain::{MOST_FILES, Stored, safe_name},
    server::AppState,
    team,
    types::Invalid,
};

/// The words of a form together are no longer than this.
const MOST_WORDS: usize = 512 * 1024;

/// What came.
pub(super) struct Received {
    words: serde_json::Map<String, serde_json::Value>,
    files: Vec<Stored>,
    refused: Option<AppError>,
}

impl Received {
    /// The words, as a form; one whose fields are not there has none.
    pub(super) fn form<F: DeserializeOwned + Default>(&self) -> F {
        serde_json::from_value(self.words.clone().into()).unwrap_or_default()
    }

    /// The files.
    ///
    /// # Errors
    /// `Invalid` when one was too large, or there were too many.
    pub(super) fn files(self) -> Result<Vec<Stored>, AppError> {
        match self.refused {
            Some(why) => Err(why),
            None => Ok(self.files),
        }
    }
}

/// Reads it to its end, also where a file is refused or none is taken: a browser that is not heard out shows an error of its own, and the
/// words would be lost.
///
/// # Errors
/// `Transport` for what is no form, `NoSpace`, `Unavailable`.
pub(super) async fn receive(
    state: &AppState,
    body: Result<Multipart, MultipartRejection>,
    takes_files: bool,
) -> Result<Received, AppError> {
    let mut body = body.map_err(|error| AppError::Transport(error.to_string()))?;
    let most = team::store::most_megabytes(&state.db).await?;
    let mut received = Received {
        words: serde_json::Map::new(),
        files: Vec::new(),
        refused: (!takes_files).then_some(AppError::SignedOut),
    };
    let mut length = 0;
    while let Some(field) = body.next_field().await.map_err(broken)? {
        if field.file_name().is_some() {
            file(state, &mut received, field, most).await?;
            continue;
        }
        let name = field.name().unwrap_or_default();
        let name = name.strip_prefix("form[").and_then(|name| name.strip_suffix(']'));
        let name = name.map(ToOwned::to_owned);
        let words = words(field, &mut length).await?;
        if let Some(name) = name {
            received.words.insert(name, words.into());
        }
    }
    Ok(received)
}

async fn words(mut field: Field<'_>, length: &mut usize) -> Result<String, AppError> {
    let mut words = Vec::new();
    while let Some(chunk) = field.chunk().await.map_err(broken)? {
        *length += chunk.len();
        if *length > MOST_WORDS {
            return Err(AppError::Transport("a form too long".to_owned()));
        }
        words.extend_from_slice(&chunk);
    }
    Ok(String::from_utf8_lossy(&words).into_owned())
}

async fn file(state: &AppState, received: &mut Received, mut field: Field<'_>, most: u16) -> Result<(), AppError> {
    let given = field.file_name().unwrap_or_default().to_owned();
    // Where nothing was chosen, a nameless file comes with nothing in it.
    if given.is_empty() {
        while field.chunk().await.map_err(broken)?.is_some() {}
        return Ok(());
    }
    if received.files.len() >= usize::from(MOST_FILES) {
        received.refused = Some(AppError::invalid("files", Invalid::TooMany { max: MOST_FILES }));
    }
    let name = safe_name(&given).map_err(|why| AppError::invalid("files", why))?;
    let mut incoming = match received.refused {
        None => Some(state.blobs.begin().await?),
        Some(_) => None,
    };
    while let Some(chunk) = field.chunk().await.map_err(broken)? {
        if let Some(file) = &mut incoming {
            file.write(&chunk).await?;
            if file.bytes() > i64::from(most) * 1_000_000 {
                incoming = None;
                received.refused = Some(AppError::invalid("files", Invalid::FileTooLarge { max: most }));
            }
        }
    }
    if let Some(file) = incoming {
        received.files.push(file.keep(&state.blobs, name).await?);
    }
    Ok(())
}

fn broken(error: MultipartError) -> AppError {
    AppError::Transport(error.to_string())
}
