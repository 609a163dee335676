//! Telling what is due: once to each, whoever else looks at the same moment and however often the program was restarted, since the key
//! of a reminder is told from what it is of.

use std::collections::BTreeSet;

use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::choice::{choices, chosen};
use crate::{
    agenda::{
        self,
        domain::{Activity, Status},
    },
    error::AppError,
    reminders::domain::{AHEAD, BACK, Reminder, ReminderChoice, due_now},
    server::{
        Ctx,
        db::{Db, Gesture, Tx, perform},
    },
    team::{self, domain::User},
    types::{ActivityId, Day, Moment, OpId, ReminderId, Revision, TimeOfDay, TimeZone, UserId},
};

/// The key of the reminder of somebody, of an activity that is planned so.
fn key(activity: ActivityId, user: UserId, day: Day, at: Option<TimeOfDay>) -> ReminderId {
    let at = at.map(|at| at.to_string()).unwrap_or_default();
    let digest = Sha256::digest(format!("{activity} {user} {day} {at}"));
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest[..16]);
    ReminderId::from_uuid(Uuid::from_bytes(bytes))
}

/// Somebody is told of something.
struct Tell {
    activity: ActivityId,
    user: User,
    /// Whether there is a mail server.
    mails: bool,
}

impl Gesture for Tell {
    type Answer = bool;

    const NAME: &'static str = "reminder.tell";

    /// As it is now: what was done, put off or given to somebody else meanwhile is not told, nor what this person sees no more.
    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<bool, AppError> {
        let found: Option<Activity> = tx.find(self.activity).await?;
        let user = self.user.id;
        let Some(it) = found.filter(|it| it.status == Status::Planned && it.is_of(user)) else {
            return Ok(false);
        };
        let choice = chosen(&ctx.db, user).await?;
        let touched = touched(tx, &it, user).await?;
        let Some(due) = due_now(&it, touched, &choice, ctx.now) else {
            return Ok(false);
        };
        let id = key(it.id, user, it.day, it.at);
        let known: Option<Reminder> = tx.find(id).await?;
        let eyes = Ctx::of(ctx.db.clone(), self.user.clone(), ctx.now);
        if known.is_some() || !agenda::store::is_shown(&eyes, tx, it.id).await? {
            return Ok(false);
        }
        // Who has never been let in gets no letter about clients either.
        let is_to_mail = self.mails && choice.by_mail && team::store::can_sign_in(&ctx.db, user).await?;
        let reminder = Reminder {
            id,
            revision: Revision::FIRST,
            activity: it.id,
            user,
            day: it.day,
            at: it.at,
            due,
            told_at: ctx.now,
            seen_at: None,
            is_to_mail,
            tries: 0,
            claimed_at: None,
            sent_at: None,
            gave_up_at: None,
        };
        tx.create(&[reminder]).await?;
        Ok(true)
    }

    fn settles(answer: &bool) -> bool {
        *answer
    }
}

/// When this person last had it in hand: planned it, or put it off.
async fn touched(tx: &Tx, it: &Activity, user: UserId) -> Result<Option<Moment>, AppError> {
    let written: Vec<Moment> = tx
        .query("SELECT VALUE at FROM audit WHERE record = $record AND actor = $user")
        .bind(("record", it.id.record_id()))
        .bind(("user", user))
        .await?
        .check()?
        .take(0)?;
    Ok(written.into_iter().max())
}

/// Tells everybody what is due at this moment; how much that was. `mails` says whether letters are sent of it too.
///
/// # Errors
/// `Unavailable`.
pub async fn tell_due(db: &Db, now: Moment, mails: bool) -> Result<u32, AppError> {
    let ctx = Ctx::program(db.clone(), now)?;
    // Whatever the clocks of those who do it show.
    let first = now.minus(BACK).local_day(TimeZone::Canary);
    let last = now.minus(-AHEAD).local_day(TimeZone::Peninsula);
    let planned: Vec<Activity> = db
        .query("SELECT * FROM activity WHERE status = 'planned' AND day >= $first AND day <= $last")
        .bind(("first", first.to_string()))
        .bind(("last", last.to_string()))
        .await?
        .check()?
        .take(0)?;
    if planned.is_empty() {
        return Ok(0);
    }
    let users = team::store::users(db).await?;
    let choices = choices(db).await?;
    let known = known(db, now).await?;
    let mut told = 0;
    for it in &planned {
        for user in users.iter().filter(|user| user.active && it.is_of(user.id)) {
            let choice = choices.get(&ReminderChoice::key(user.id)).cloned();
            let choice = choice.unwrap_or_else(|| ReminderChoice::usual(user.id));
            let is_due = due_now(it, None, &choice, now).is_some();
            if !is_due || known.contains(&key(it.id, user.id, it.day, it.at)) {
                continue;
            }
            let tell = Tell {
                activity: it.id,
                user: user.clone(),
                mails,
            };
            match perform(&ctx, OpId::fresh(), &tell).await {
                Ok(is_new) => told += u32::from(is_new),
                // One that cannot be told keeps none of the others back.
                Err(error) => tracing::warn!(%error, activity = %it.id, "somebody was not reminded"),
            }
        }
    }
    Ok(told)
}

/// Those that were told lately.
async fn known(db: &Db, now: Moment) -> Result<BTreeSet<ReminderId>, AppError> {
    let known: Vec<ReminderId> = db
        .query("SELECT VALUE id FROM reminder WHERE due > $recent")
        .bind(("recent", now.minus(BACK * 2)))
        .await?
        .check()?
        .take(0)?;
    Ok(known.into_iter().collect())
}
