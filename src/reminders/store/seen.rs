//! What has been told and not been seen.

use std::collections::BTreeMap;

use surrealdb::types::SurrealValue;

use crate::{
    agenda,
    error::AppError,
    reminders::domain::{BACK, Reminded, Reminder, See, Unseen},
    server::{
        Ctx,
        db::{Committed, Gesture, Tx},
    },
    types::{ActivityId, ReminderId, UserId},
};

/// What the reader has been reminded of since yesterday and not seen: of what is planned still, for then, and shown to them.
///
/// # Errors
/// `Forbidden` to a lens without accounts.
pub async fn unseen(ctx: &Ctx) -> Result<Unseen, AppError> {
    // Before anything is read: what is committed meanwhile is heard again.
    let as_of = ctx.db.bus().mark();
    let mut told: Vec<Reminder> = ctx
        .db
        .query("SELECT * FROM reminder WHERE user = $user AND due > $recent")
        .bind(("user", ctx.actor()))
        .bind(("recent", ctx.now.minus(BACK)))
        .await?
        .check()?
        .take(0)?;
    told.retain(|it| it.seen_at.is_none());
    told.sort_by_key(|it| (it.due, it.id));
    Ok(Unseen {
        reminders: shown(ctx, &told).await?,
        today: ctx.today(),
        as_of,
    })
}

/// What the reader sees of these; nothing of what is done or was put off.
///
/// # Errors
/// `Forbidden` to a lens without accounts.
pub(super) async fn shown(ctx: &Ctx, told: &[Reminder]) -> Result<Vec<Reminded>, AppError> {
    if told.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<ActivityId> = told.iter().map(|it| it.activity).collect();
    let queue = agenda::store::planned(ctx, &ids).await?;
    let jobs: BTreeMap<ActivityId, _> = queue.jobs.into_iter().map(|job| (job.activity.id, job)).collect();
    let reminded = |it: &Reminder| {
        let job = jobs.get(&it.activity)?;
        let activity = &job.activity;
        ((activity.day, activity.at) == (it.day, it.at) && activity.is_of(it.user)).then(|| Reminded {
            id: it.id,
            activity: activity.id,
            kind: activity.kind,
            day: it.day,
            at: it.at,
            account_name: job.account_name.clone(),
            contact_name: activity.contact_name.clone(),
            what: activity.what.clone(),
        })
    };
    Ok(told.iter().filter_map(reminded).collect())
}

impl Gesture for See {
    type Answer = ();

    const NAME: &'static str = "reminder.see";

    /// One's own. Seen again, on another device, it stays as it was.
    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<(), AppError> {
        let found: Option<Reminder> = tx.find(self.reminder).await?;
        let before = found
            .filter(|it| Some(it.user) == ctx.actor())
            .ok_or(AppError::NotFound)?;
        if before.seen_at.is_some() {
            return Ok(());
        }
        let after = Reminder {
            revision: before.revision.next(),
            seen_at: Some(ctx.now),
            ..before.clone()
        };
        tx.replace(&before, &after).await
    }
}

/// Whether this says something new to somebody: that they are reminded, or that they have seen it on another device.
#[must_use]
pub fn rings(user: UserId, committed: &Committed) -> bool {
    let rows = committed.rows.iter().flatten();
    rows.filter(|row| row.record.table.as_str() == ReminderId::TABLE)
        .any(|row| {
            let read = |value: &surrealdb::types::Value| Reminder::from_value(value.clone()).ok();
            let before = row.before.as_ref().and_then(read);
            let after = read(&row.after).filter(|it| it.user == user);
            after.is_some_and(|after| before.is_none_or(|before| before.seen_at != after.seen_at))
        })
}
