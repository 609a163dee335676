//! Tables as files: CSV and Excel.

mod csv;
mod sheet;
mod xlsx;

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use surrealdb::types::{Object, SurrealValue, Value};

pub use self::sheet::Sheet;
use crate::{
    error::AppError,
    i18n::Texts,
    types::{Day, Locale},
};

/// A kind of file.
#[derive(Clone, Copy)]
pub struct Format {
    /// How its name ends ("csv").
    pub ending: &'static str,
    media: &'static str,
    write: fn(&Sheet, Locale) -> Result<Vec<u8>, AppError>,
}

/// The kinds there are.
pub const FORMATS: [Format; 2] = [
    Format {
        ending: "csv",
        media: "text/csv; charset=utf-8",
        write: csv::write,
    },
    Format {
        ending: "xlsx",
        media: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        write: xlsx::write,
    },
];

impl Format {
    /// The file, written where it keeps nobody else waiting: ten thousand rows take a processor for a moment.
    ///
    /// # Errors
    /// `Unavailable` for what cannot be written.
    pub async fn file(self, sheet: Sheet, locale: Locale) -> Result<Vec<u8>, AppError> {
        let written = tokio::task::spawn_blocking(move || (self.write)(&sheet, locale));
        written.await.map_err(|error| {
            tracing::error!(%error, "an export was not finished");
            AppError::Unavailable
        })?
    }

    /// The answer that hands it over under a name and a day.
    #[must_use]
    pub fn answer(self, name: &str, day: Day, bytes: Vec<u8>) -> Response {
        let mut answer = bytes.into_response();
        let headers = answer.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(self.media));
        let name = format!("attachment; filename=\"{name}-{day}.{}\"", self.ending);
        if let Ok(value) = HeaderValue::from_str(&name) {
            headers.insert(header::CONTENT_DISPOSITION, value);
        }
        // `nosniff` and `no-store` are on every answer: server/guard.rs.
        answer
    }
}

/// A sentence: the browser shows it instead of a file.
#[must_use]
pub fn refusal(error: &AppError, locale: Locale) -> Response {
    let said = match error {
        AppError::Forbidden => Texts::of(locale).export_forbidden.to_owned(),
        other => other.sentence(locale),
    };
    let status: StatusCode = error.status();
    (status, said).into_response()
}

/// What is left behind in the audit: the kind of file, the address that was asked, how many rows.
#[must_use]
pub fn trace(format: &str, asked: &str, rows: u32) -> Vec<Value> {
    let said = |field: &str, value: Value| {
        let mut said = Object::new();
        said.insert("field", field.to_owned());
        said.insert("after", value);
        Value::Object(said)
    };
    vec![
        said("format", format.to_owned().into_value()),
        said("asked", asked.to_owned().into_value()),
        said("rows", i64::from(rows).into_value()),
    ]
}
