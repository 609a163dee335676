//! `/accounts/export.csv` and `.xlsx`: every account of the list's filter, with its columns and in its order.

use axum::{Extension, Router, extract::Query, response::Response, routing::get};

use super::cell;
use crate::{
    clients::{
        domain::{AccountColumn, AccountLook},
        store,
    },
    error::AppError,
    export::{FORMATS, Format, Sheet, refusal},
    frame::Frame,
    i18n::{Label, ListingTexts, Texts},
    server::{AppState, Ctx},
    types::Locale,
};

/// The files.
pub fn routes() -> Router<AppState> {
    FORMATS.into_iter().fold(Router::new(), |router, format| {
        let path = format!("/accounts/export.{}", format.ending);
        router.route(&path, get(move |ctx, frame, asked| export(format, ctx, frame, asked)))
    })
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
    let look = AccountLook::read(|name| {
        let values = asked.iter().filter(|(field, _)| field == name);
        values.map(|(_, value)| value.clone()).collect()
    });
    match file(&ctx, format, &look, locale).await {
        Ok(bytes) => format.answer(ListingTexts::of(locale).export_name, ctx.today(), bytes),
        Err(error) => refusal(&error, locale),
    }
}

async fn file(ctx: &Ctx, format: Format, look: &AccountLook, locale: Locale) -> Result<Vec<u8>, AppError> {
    let (rows, holders) = store::taken_out(ctx, look, format.ending).await?;
    let head = |column: AccountColumn| {
        let name = column.label(locale);
        if column == AccountColumn::Turnover {
            format!("{name} (€)")
        } else {
            name.to_owned()
        }
    };
    let line = |row| {
        look.columns
            .iter()
            .map(|column| cell(row, column, &holders, locale))
            .collect()
    };
    let sheet = Sheet {
        name: Texts::of(locale).accounts_title,
        heads: look.columns.iter().map(head).collect(),
        rows: rows.iter().map(line).collect(),
    };
    format.file(sheet, locale).await
}
