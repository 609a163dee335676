//! `/opportunities/export.csv` and `.xlsx`: every row of the table's filter, with its columns and in its order.
//!
//! The totals are not among the rows: a spreadsheet adds up by itself, and a sum in the middle of the data is counted twice.

mod csv;
mod sheet;
mod xlsx;

use axum::{
    Extension, Router,
    extract::Query,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};

use self::sheet::Sheet;
use super::{look::Look, store};
use crate::{
    error::AppError,
    frame::Frame,
    i18n::Texts,
    server::{AppState, Ctx, db::perform},
    team::domain::Action,
    types::{Locale, OpId},
};

/// The two files.
pub fn routes() -> Router<AppState> {
    let csv = Format {
        ending: "csv",
        media: "text/csv; charset=utf-8",
        write: csv::write,
    };
    let xlsx = Format {
        ending: "xlsx",
        media: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        write: xlsx::write,
    };
    [csv, xlsx].into_iter().fold(Router::new(), |router, format| {
        let path = format!("/opportunities/export.{}", format.ending);
        router.route(&path, get(move |ctx, frame, asked| export(format, ctx, frame, asked)))
    })
}

/// A kind of file.
#[derive(Clone, Copy)]
struct Format {
    ending: &'static str,
    media: &'static str,
    write: fn(&Sheet, Locale) -> Result<Vec<u8>, AppError>,
}

type Pairs = Query<Vec<(String, String)>>;

async fn export(
    format: Format,
    ctx: Option<Extension<Ctx>>,
    Extension(frame): Extension<Frame>,
    Query(asked): Pairs,
) -> Response {
    let locale = frame.locale;
    let Some(Extension(ctx)) = ctx else {
        return refusal(&AppError::SignedOut, locale);
    };
    let look = Look::read_table(|name| {
        let values = asked.iter().filter(|(field, _)| field == name);
        values.map(|(_, value)| value.clone()).collect()
    });
    match file(&ctx, format, look, locale).await {
        Ok(bytes) => {
            let name = format!("{}-{}.{}", Texts::of(locale).export_name, ctx.today(), format.ending);
            let mut answer = bytes.into_response();
            let headers = answer.headers_mut();
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(format.media));
            if let Ok(value) = HeaderValue::from_str(&format!("attachment; filename=\"{name}\"")) {
                headers.insert(header::CONTENT_DISPOSITION, value);
            }
            // `nosniff` and `no-store` are on every answer: server/guard.rs.
            answer
        }
        Err(error) => refusal(&error, locale),
    }
}

async fn file(ctx: &Ctx, format: Format, look: Look, locale: Locale) -> Result<Vec<u8>, AppError> {
    let board = store::board_for(ctx, look.pipeline, Action::Export).await?;
    let layout = look.layout.clone().unwrap_or_default();
    let rows = board.rows(&look.filter, look.order, layout.sort);
    let exported = store::Exported {
        pipeline: board.pipeline.id,
        format: format.ending,
        asked: look.query(),
        rows: u32::try_from(rows.len()).unwrap_or(u32::MAX),
    };
    perform(ctx, OpId::fresh(), &exported).await?;
    let sheet = Sheet {
        columns: layout.columns,
        board,
        rows,
    };
    // Ten thousand rows take a processor for a moment: not one of those that answer everybody else.
    let written = tokio::task::spawn_blocking(move || (format.write)(&sheet, locale));
    written.await.map_err(|error| {
        tracing::error!(%error, "an export was not finished");
        AppError::Unavailable
    })?
}

/// A sentence: the browser shows it instead of a file.
fn refusal(error: &AppError, locale: Locale) -> Response {
    let said = match error {
        AppError::Forbidden => Texts::of(locale).export_forbidden.to_owned(),
        other => other.sentence(locale),
    };
    let status: StatusCode = error.status();
    (status, said).into_response()
}
