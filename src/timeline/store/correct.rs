//! Reports that say otherwise than they did. What they said before stays, for those who may see the audit.

use super::pins::{let_go, seen};
use crate::{
    clients::domain::{Account, AccountOutcome},
    error::AppError,
    files,
    server::{
        Ctx,
        db::{Gesture, Tx, record, revised},
    },
    team::{
        self,
        domain::{Action, Subject},
    },
    timeline::domain::{CorrectReport, EarlierVersion, Entry, EntryBody, EntrySheet},
    types::{EntryId, EntryVersionId, Moment, Revision, UserId},
};

/// What an entry said before.
#[derive(Clone)]
struct Version {
    id: EntryVersionId,
    revision: Revision,
    entry: EntryId,
    body: EntryBody,
    until: Moment,
    by: Option<UserId>,
}

record!(Version {
    id,
    revision,
    entry,
    body,
    until,
    by
});
revised!(Version);

impl Gesture for CorrectReport {
    type Answer = AccountOutcome;

    const NAME: &'static str = "report.correct";

    /// Who wrote it down, or may remove things of the client; and only what they see.
    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<AccountOutcome, AppError> {
        let account: Option<Account> = tx.find(self.account).await?;
        let account = account.filter(|it| ctx.lens.admits(Subject::Accounts, Action::View, it.belongs()));
        let account = account.ok_or(AppError::NotFound)?;
        if seen(ctx, self.account, vec![self.entry]).await?.is_empty() {
            return Err(AppError::NotFound);
        }
        // As it is within the transaction: what another corrects meanwhile makes this one try again.
        let now: Entry = tx.find(self.entry).await?.ok_or(AppError::NotFound)?;
        if !now.is_corrected_by(ctx.actor(), removes(ctx, &account)) {
            return Err(AppError::Forbidden);
        }
        if now.corrected_at != self.seen {
            return Ok(AccountOutcome::Stale);
        }
        let body = match (&self.report, &now.body) {
            (Some(report), _) => EntryBody::Reported(report.clone()),
            (None, EntryBody::Reported(report)) => EntryBody::ReportRemoved {
                activity: report.activity,
            },
            (None, _) => return Ok(AccountOutcome::Unchanged),
        };
        if body == now.body {
            return Ok(AccountOutcome::Unchanged);
        }
        if self.report.is_none() {
            let_go(tx, self.account, self.entry).await?;
        }
        say_otherwise(ctx, tx, now, body).await?;
        Ok(AccountOutcome::Done)
    }

    fn settles(answer: &AccountOutcome) -> bool {
        *answer == AccountOutcome::Done
    }
}

/// From now on an entry says this; what it said is kept.
///
/// # Errors
/// `Unavailable`.
pub async fn say_otherwise(ctx: &Ctx, tx: &mut Tx, now: Entry, body: EntryBody) -> Result<(), AppError> {
    let version = Version {
        id: EntryVersionId::fresh(),
        revision: Revision::FIRST,
        entry: now.id,
        body: now.body.clone(),
        until: ctx.now,
        by: ctx.actor(),
    };
    tx.create(&[version]).await?;
    let after = Entry {
        body,
        corrected_at: Some(ctx.now),
        ..now
    };
    tx.rewrite(&after).await
}

/// Whether this person may remove what others wrote down of a client.
fn removes(ctx: &Ctx, account: &Account) -> bool {
    ctx.lens.admits(Subject::Accounts, Action::Delete, account.belongs())
}

/// What these entries said before, the newest of each first.
async fn versions(ctx: &Ctx, entries: Vec<EntryId>) -> Result<Vec<Version>, AppError> {
    let query = ctx
        .db
        .query("SELECT * FROM entry_version WHERE entry IN $entries")
        .bind(("entries", entries));
    let mut versions: Vec<Version> = query.await?.check()?.take(0)?;
    versions.sort_by_key(|it| std::cmp::Reverse((it.until, it.id)));
    Ok(versions)
}

/// A report of a client for somebody who may correct it or see the audit.
///
/// # Errors
/// `NotFound`, also for what is no report; `Forbidden`.
pub async fn correctable(ctx: &Ctx, account: &Account, entry: EntryId) -> Result<EntrySheet, AppError> {
    let found = seen(ctx, account.id, vec![entry]).await?;
    let entry = found.into_iter().next().ok_or(AppError::NotFound)?;
    if !entry.is_corrected_by(ctx.actor(), removes(ctx, account)) {
        return Err(AppError::Forbidden);
    }
    let versions = versions(ctx, vec![entry.id]).await?;
    let said = [&entry.body].into_iter().chain(versions.iter().map(|it| &it.body));
    let report = said.into_iter().find_map(|body| match body {
        EntryBody::Reported(report) => Some(report.clone()),
        _ => None,
    });
    let report = report.ok_or(AppError::NotFound)?;
    let audits = ctx.lens.admits(Subject::Accounts, Action::Audit, account.belongs());
    let versions: Vec<EarlierVersion> = versions
        .into_iter()
        .filter(|_| audits)
        .map(|it| EarlierVersion {
            body: it.body,
            until: it.until,
            by: it.by,
        })
        .collect();
    let files = files::store::of_entry(ctx, entry.id, audits).await?;
    let mut people = team::store::directory(&ctx.db).await?;
    people.retain(|id, _| versions.iter().any(|it| it.by == Some(*id)));
    Ok(EntrySheet {
        account: account.name.clone(),
        entry,
        report,
        files,
        versions,
        people,
    })
}

/// These entries as they were known at a moment.
///
/// # Errors
/// `Unavailable`.
pub(super) async fn as_known(ctx: &Ctx, mut entries: Vec<Entry>, moment: Moment) -> Result<Vec<Entry>, AppError> {
    let is_later = |it: &&Entry| it.corrected_at.is_some_and(|at| at > moment);
    let corrected: Vec<EntryId> = entries.iter().filter(is_later).map(|it| it.id).collect();
    if corrected.is_empty() {
        return Ok(entries);
    }
    for version in versions(ctx, corrected).await? {
        let Some(entry) = entries.iter_mut().find(|it| it.id == version.entry) else {
            continue;
        };
        if version.until > moment {
            entry.body = version.body;
            entry.corrected_at = None;
        } else if entry.corrected_at.is_none() {
            entry.corrected_at = Some(version.until);
        }
    }
    Ok(entries)
}
