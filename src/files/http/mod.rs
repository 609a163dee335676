//! How files come in and go out.
//!
//! `POST /reports` is the report's form with its files, `POST /accounts/{id}/entries/{entry}/files` adds some to a report, `POST
//! /files/{id}/remove` takes one out, and `GET /files/{id}` hands one over. What a browser could run is never shown.

mod incoming;
mod outgoing;

use axum::{
    Extension, Form, Router,
    extract::{DefaultBodyLimit, Multipart, Path, State, multipart::MultipartRejection, rejection::FormRejection},
    http::{HeaderMap, header},
    response::{IntoResponse, Json, Redirect, Response},
    routing::{get, post},
};
use serde::Deserialize;

use self::incoming::{Received, receive};
use super::{
    domain::{AddFiles, RemoveAttachment, ReportWithFiles, Told},
    store,
};
use crate::{
    clients::forms::ReportForm,
    error::AppError,
    frame::Frame,
    server::{AppState, Ctx, db::perform},
    types::{AccountId, AttachmentId, EntryId, Invalid, OpId, packed},
};

/// More than all files of one form may have together: each is measured as it comes.
const BODY_LIMIT: usize = 2_200 * 1_000_000;

/// The four.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/reports", post(report))
        .route("/accounts/{id}/entries/{entry}/files", post(add))
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .route("/files/{id}/remove", post(remove))
        .route("/files/{id}", get(outgoing::file))
}

async fn report(
    State(state): State<AppState>,
    ctx: Option<Extension<Ctx>>,
    Extension(frame): Extension<Frame>,
    headers: HeaderMap,
    body: Result<Multipart, MultipartRejection>,
) -> Response {
    let accepts = headers.get(header::ACCEPT).and_then(|it| it.to_str().ok());
    let wants_json = accepts.is_some_and(|it| it.starts_with("application/json"));
    // The words of whoever is not signed in any more are read, and come back; their files are not.
    let received = match receive(&state, body, ctx.is_some()).await {
        Ok(received) => received,
        Err(error) if wants_json => return refusal(&error, &frame, true),
        Err(error) => return told(&error),
    };
    let form: ReportForm = received.form();
    match (file(ctx, &form, received).await, wants_json) {
        (Ok(told), true) => Json(told).into_response(),
        (Ok(_), false) => Redirect::to(&form.home()).into_response(),
        (Err(error), true) => refusal(&error, &frame, true),
        (Err(error), false) => Redirect::to(&form.sent_back(error)).into_response(),
    }
}

async fn file(ctx: Option<Extension<Ctx>>, form: &ReportForm, received: Received) -> Result<Told, AppError> {
    let Extension(ctx) = ctx.ok_or(AppError::SignedOut)?;
    let files = received.files()?;
    let (operation, report) = form.read()?;
    let entry = perform(&ctx, operation, &ReportWithFiles { report, files }).await?;
    let files = store::of_entry(&ctx, entry.id, false).await?;
    Ok(Told { entry, files })
}

/// What says which operation it is.
#[derive(Default, Deserialize)]
struct Asked {
    #[serde(default)]
    operation: String,
}

async fn add(
    State(state): State<AppState>,
    ctx: Option<Extension<Ctx>>,
    Path((account, entry)): Path<(String, String)>,
    body: Result<Multipart, MultipartRejection>,
) -> Response {
    let page = format!("/accounts/{account}/entries/{entry}");
    let added = async {
        let Extension(ctx) = ctx.ok_or(AppError::SignedOut)?;
        let received = receive(&state, body, true).await?;
        let asked: Asked = received.form();
        let files = received.files()?;
        if files.is_empty() {
            return Err(AppError::invalid("files", Invalid::Empty));
        }
        let asked_of = AddFiles {
            account: AccountId::parse(&account).map_err(|_| AppError::NotFound)?,
            entry: EntryId::parse(&entry).map_err(|_| AppError::NotFound)?,
            files,
        };
        let operation = OpId::parse(&asked.operation).map_err(|_| AppError::NotFound)?;
        perform(&ctx, operation, &asked_of).await
    };
    match added.await {
        Ok(()) => Redirect::to(&page).into_response(),
        Err(error) => Redirect::to(&format!("{page}?refused={}", packed(&error))).into_response(),
    }
}

async fn remove(
    ctx: Option<Extension<Ctx>>,
    Path(attachment): Path<String>,
    asked: Result<Form<Asked>, FormRejection>,
) -> Response {
    let removed = async {
        let Extension(ctx) = ctx.ok_or(AppError::SignedOut)?;
        let Form(asked) = asked.map_err(|_| AppError::NotFound)?;
        let operation = OpId::parse(&asked.operation).map_err(|_| AppError::NotFound)?;
        let attachment = AttachmentId::parse(&attachment).map_err(|_| AppError::NotFound)?;
        perform(&ctx, operation, &RemoveAttachment { attachment }).await
    };
    match removed.await {
        Ok((account, entry)) => Redirect::to(&format!("/accounts/{account}/entries/{entry}")).into_response(),
        Err(error) => told(&error),
    }
}

/// Of a form that names no page of its own.
fn told(error: &AppError) -> Response {
    Redirect::to(&format!("/accounts?{}", error.in_address().trim_start_matches('&'))).into_response()
}

fn refusal(error: &AppError, frame: &Frame, wants_json: bool) -> Response {
    match wants_json {
        true => (error.status(), Json(error)).into_response(),
        false => (error.status(), error.sentence(frame.locale)).into_response(),
    }
}
