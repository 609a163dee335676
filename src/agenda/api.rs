//! What the pages ask of the agenda.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::domain::{
    Activity, Calendar, Conclude, Concluded, FeedState, HolidaySheet, Plan, Planning, Queue, Replan, Span, TakeBack,
    Whose,
};
#[cfg(feature = "ssr")]
use super::domain::{IssueFeed, WithdrawFeed};
#[cfg(feature = "ssr")]
use super::form::{self, Asked, Back};
use crate::{
    agenda::holiday_form::{DropHolidayForm, HolidayForm},
    error::AppError,
    types::{AccountId, Day, OpId, ShortText, UserId},
};

/// What is late, of today and of the next days.
///
/// # Errors
/// `Forbidden`, `Unavailable`.
#[server(input = server_fn::codec::Json)]
pub async fn load_queue(whose: Whose) -> Result<Queue, AppError> {
    super::store::queue(&crate::server::Ctx::current()?, whose).await
}

/// What is planned and what was done on these days, and the names of all colleagues.
///
/// # Errors
/// `Forbidden`, `Unavailable`.
#[server(input = server_fn::codec::Json)]
pub async fn load_agenda(span: Span, whose: Calendar) -> Result<(Queue, BTreeMap<UserId, ShortText>), AppError> {
    let ctx = crate::server::Ctx::current()?;
    let names = crate::team::store::directory(&ctx.db).await?;
    Ok((super::store::agenda(&ctx, span, whose).await?, names))
}

/// Whether the reader's agenda has an address, and the address itself right after it was made.
///
/// # Errors
/// `Unavailable`.
#[server(input = server_fn::codec::Json)]
pub async fn load_feed() -> Result<FeedState, AppError> {
    let ctx = crate::server::Ctx::current()?;
    let state = super::store::feed_state(&ctx).await?;
    Ok(FeedState {
        address: super::feed::shown_once(),
        ..state
    })
}

/// Gives the reader's agenda a new address; the one before is none any more.
///
/// # Errors
/// `Unavailable`.
#[server]
pub async fn make_feed() -> Result<(), AppError> {
    let ctx = crate::server::Ctx::current()?;
    let secret = super::store::secret()?;
    let asked = IssueFeed {
        digest: super::store::digest(&secret),
    };
    // Under an operation of its own: sent twice, the address that is shown is the one that holds.
    crate::server::db::perform(&ctx, OpId::fresh(), &asked).await?;
    super::feed::show_once(&secret);
    leptos_axum::redirect("/agenda/feed");
    Ok(())
}

/// Takes the address of the reader's agenda away.
///
/// # Errors
/// `Unavailable`.
#[server]
pub async fn revoke_feed(operation: OpId) -> Result<(), AppError> {
    crate::server::db::perform(&crate::server::Ctx::current()?, operation, &WithdrawFeed).await?;
    leptos_axum::redirect("/agenda/feed");
    Ok(())
}

/// The day it is where the firm works.
///
/// # Errors
/// `SignedOut`.
#[server(input = server_fn::codec::Json)]
pub async fn load_day() -> Result<Day, AppError> {
    Ok(crate::server::Ctx::current()?.today())
}

/// What is planned with a client.
///
/// # Errors
/// `Unavailable`.
#[server(input = server_fn::codec::Json)]
pub async fn load_upcoming(account: AccountId) -> Result<Queue, AppError> {
    super::store::upcoming(&crate::server::Ctx::current()?, account).await
}

/// How many of one's own are late or of today.
///
/// # Errors
/// `Unavailable`.
#[server(input = server_fn::codec::Json)]
pub async fn count_waiting() -> Result<u32, AppError> {
    super::store::waiting(&crate::server::Ctx::current()?).await
}

/// What the form of a plan offers.
///
/// # Errors
/// `NotFound`.
#[server(input = server_fn::codec::Json)]
pub async fn load_planning(account: AccountId) -> Result<Planning, AppError> {
    super::store::planning(&crate::server::Ctx::current()?, account).await
}

/// Says what came of an activity.
///
/// # Errors
/// `NotFound`, `Forbidden`, `Invalid`, `Unavailable`.
#[server(input = server_fn::codec::Json)]
pub async fn conclude_activity(operation: OpId, asked: Conclude) -> Result<Concluded, AppError> {
    crate::server::db::perform(&crate::server::Ctx::current()?, operation, &asked).await
}

/// Does it on another day.
///
/// # Errors
/// `NotFound`, `Forbidden`, `Unavailable`.
#[server(input = server_fn::codec::Json)]
pub async fn replan_activity(operation: OpId, asked: Replan) -> Result<Concluded, AppError> {
    crate::server::db::perform(&crate::server::Ctx::current()?, operation, &asked).await
}

/// Takes back what was said to have come of an activity.
///
/// # Errors
/// `NotFound`, `Forbidden`, `AlreadyDone`, `Unavailable`.
#[server(input = server_fn::codec::Json)]
pub async fn reopen_activity(operation: OpId, asked: TakeBack) -> Result<Activity, AppError> {
    crate::server::db::perform(&crate::server::Ctx::current()?, operation, &asked).await
}

/// Plans something with a client.
///
/// # Errors
/// `NotFound`, `Forbidden`, `Invalid`, `Unavailable`.
#[server(input = server_fn::codec::Json)]
pub async fn plan_activity(operation: OpId, asked: Plan) -> Result<Activity, AppError> {
    crate::server::db::perform(&crate::server::Ctx::current()?, operation, &asked).await
}

/// The buttons of an activity from a page without JavaScript: goes back to it, with what was done or why it was refused.
///
/// # Errors
/// `SignedOut`.
#[server]
pub async fn tell_outcome(form: super::form::OutcomeForm) -> Result<(), AppError> {
    use crate::server::db::perform;
    let ctx = crate::server::Ctx::current()?;
    let done = match form.read() {
        Ok((operation, Asked::Conclude(asked))) => perform(&ctx, operation, &asked).await,
        Ok((operation, Asked::Replan(asked))) => perform(&ctx, operation, &asked).await,
        Err(error) => Err(error),
    };
    let back = match done {
        Ok(done) => Back::Done(done),
        Err(why) => Back::Refused {
            typed: Box::new(form.clone()),
            why,
        },
    };
    leptos_axum::redirect(&form.address(&back));
    Ok(())
}

/// The undo from a page without JavaScript.
///
/// # Errors
/// `SignedOut`.
#[server]
pub async fn untell_outcome(operation: OpId, activity: crate::types::ActivityId, home: String) -> Result<(), AppError> {
    let ctx = crate::server::Ctx::current()?;
    let back = match crate::server::db::perform(&ctx, operation, &TakeBack { activity }).await {
        Ok(_) => Back::TakenBack,
        Err(why) => Back::Refused {
            typed: Box::default(),
            why,
        },
    };
    leptos_axum::redirect(&form::address(&home, &back));
    Ok(())
}

/// A plan from the plain form: goes to the page of the client, or back with what was typed and why it was refused.
///
/// # Errors
/// `NotFound`, `SignedOut`.
#[server]
pub async fn file_plan(form: super::form::PlanForm) -> Result<(), AppError> {
    leptos_axum::redirect(&match crate::server::db::carry_out(form.read()).await {
        Ok(Activity {
            account: Some(account), ..
        }) => format!("/accounts/{account}#upcoming"),
        Ok(_) => "/today".to_owned(),
        Err(error) => form.sent_back(error),
    });
    Ok(())
}

/// The holidays that the firm has written down.
///
/// # Errors
/// `Forbidden`.
#[server(input = server_fn::codec::Json)]
pub async fn load_holidays() -> Result<HolidaySheet, AppError> {
    super::store::holidays(&crate::server::Ctx::current()?).await
}

/// Writes a holiday down; the browser goes back to the page.
///
/// # Errors
/// `Forbidden`, `Unavailable`. What can be mended comes back with the form.
#[server]
pub async fn write_holiday(form: HolidayForm) -> Result<(), AppError> {
    let ctx = crate::server::Ctx::current()?;
    let outcome = match form.read() {
        Ok((operation, asked)) => crate::server::db::perform(&ctx, operation, &asked).await,
        Err(error) => Err(error),
    };
    leptos_axum::redirect(&form.landing(outcome)?);
    Ok(())
}

/// Takes a holiday out.
///
/// # Errors
/// `Forbidden`, `Unavailable`.
#[server]
pub async fn take_holiday_out(form: DropHolidayForm) -> Result<(), AppError> {
    let (operation, asked) = form.read()?;
    crate::server::db::perform(&crate::server::Ctx::current()?, operation, &asked).await?;
    leptos_axum::redirect("/settings/holidays");
    Ok(())
}
