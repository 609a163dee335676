//! `/opportunities/export.csv` and `.xlsx`: every row of the table's filter, with its columns and in its order.
//!
//! The totals are not among the rows: a spreadsheet adds up by itself, and a sum in the middle of the data is counted twice.

use axum::{Extension, Router, extract::Query, response::Response, routing::get};

use super::{
    domain::{Board, Card, Cell, Column, Columns},
    look::Look,
    store,
};
use crate::{
    error::AppError,
    export::{FORMATS, Format, Sheet, refusal},
    frame::Frame,
    i18n::{Label, Texts, sentence},
    server::{AppState, Ctx, db::perform},
    team::domain::Action,
    types::{CellValue, Locale, OpId},
};

/// The files.
pub fn routes() -> Router<AppState> {
    FORMATS.into_iter().fold(Router::new(), |router, format| {
        let path = format!("/opportunities/export.{}", format.ending);
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
    let look = Look::read_table(|name| {
        let values = asked.iter().filter(|(field, _)| field == name);
        values.map(|(_, value)| value.clone()).collect()
    });
    match file(&ctx, format, look, locale).await {
        Ok(bytes) => format.answer(Texts::of(locale).export_name, ctx.today(), bytes),
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
        name: Texts::of(locale).opportunities,
        heads: heads(&layout.columns, locale),
        rows: rows
            .iter()
            .map(|card| line(&board, card, &layout.columns, locale))
            .collect(),
    };
    format.file(sheet, locale).await
}

fn heads(columns: &Columns, locale: Locale) -> Vec<String> {
    let head = |column: Column| {
        let name = column.label(locale);
        match column {
            Column::Amount | Column::Weighted => format!("{name} (€)"),
            Column::Probability => format!("{name} (%)"),
            _ => name.to_owned(),
        }
    };
    columns.iter().map(head).collect()
}

fn line(board: &Board, card: &Card, columns: &Columns, locale: Locale) -> Vec<CellValue> {
    let value = |column| match board.cell(card, column) {
        Cell::Empty => CellValue::Empty,
        Cell::Text(text) => CellValue::Text(text.to_owned()),
        Cell::Money(amount) => CellValue::Money(amount),
        Cell::Percent(chance) => CellValue::Percent(chance),
        Cell::Day(day) => CellValue::Day(day),
        Cell::Step(next) => CellValue::Text(sentence::step_on(locale, &next)),
        Cell::Count(count) => CellValue::Count(count),
        Cell::Source(source) => CellValue::Text(source.label(locale).to_owned()),
        Cell::Tags(tags) => CellValue::Text(tags.joined(", ")),
    };
    columns.iter().map(value).collect()
}
