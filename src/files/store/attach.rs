//! Files that are hung on reports, and taken out.

use std::collections::BTreeMap;

use crate::{
    clients::{self, domain::Account},
    error::AppError,
    files::domain::{AddFiles, Attachment, RemoveAttachment, ReportWithFiles, Stored},
    server::{
        Ctx,
        db::{Gesture, Tx, record, revised},
    },
    team::domain::{Action, Subject},
    timeline::{
        domain::{Entry, EntryBody},
        store::seen,
    },
    types::{AccountId, AttachmentId, EntryId, Moment, Revision},
};

record!(Attachment {
    id,
    revision,
    account,
    entry,
    name,
    media,
    bytes,
    digest,
    author,
    created_at,
    removed_at
});
revised!(Attachment);

impl Gesture for ReportWithFiles {
    type Answer = Entry;

    // The same as without files: a report that is sent again without them was written down already.
    const NAME: &'static str = "account.report";

    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<Entry, AppError> {
        let entry = self.report.perform(ctx, tx).await?;
        hang(ctx, tx, (self.report.account, entry.id), &self.files).await?;
        Ok(entry)
    }
}

impl Gesture for AddFiles {
    type Answer = ();

    const NAME: &'static str = "report.attach";

    /// Whoever may correct the report.
    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<(), AppError> {
        writable(ctx, tx, self.account, self.entry).await?;
        hang(ctx, tx, (self.account, self.entry), &self.files).await
    }
}

impl Gesture for RemoveAttachment {
    /// Of which report it was.
    type Answer = (AccountId, EntryId);

    const NAME: &'static str = "report.detach";

    /// Whoever may correct the report.
    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<(AccountId, EntryId), AppError> {
        let found: Option<Attachment> = tx.find(self.attachment).await?;
        let before = found.ok_or(AppError::NotFound)?;
        writable(ctx, tx, before.account, before.entry).await?;
        if before.removed_at.is_none() {
            let after = Attachment {
                revision: before.revision.next(),
                removed_at: Some(ctx.now),
                ..before.clone()
            };
            tx.replace(&before, &after).await?;
        }
        Ok((before.account, before.entry))
    }
}

async fn hang(
    ctx: &Ctx,
    tx: &mut Tx,
    (account, entry): (AccountId, EntryId),
    files: &[Stored],
) -> Result<(), AppError> {
    let rows: Vec<Attachment> = files
        .iter()
        .map(|file| Attachment {
            id: AttachmentId::fresh(),
            revision: Revision::FIRST,
            account,
            entry,
            name: file.name.clone(),
            media: file.media,
            bytes: file.bytes,
            digest: file.digest.clone(),
            author: ctx.actor(),
            created_at: ctx.now,
            removed_at: None,
        })
        .collect();
    tx.create(&rows).await
}

/// Refuses what is no report of this client, or not this person's to correct.
async fn writable(ctx: &Ctx, tx: &Tx, account: AccountId, entry: EntryId) -> Result<(), AppError> {
    let client: Option<Account> = tx.find(account).await?;
    let client = client.filter(|it| ctx.lens.admits(Subject::Accounts, Action::View, it.belongs()));
    let client = client.ok_or(AppError::NotFound)?;
    if seen(ctx, account, vec![entry]).await?.is_empty() {
        return Err(AppError::NotFound);
    }
    let now: Entry = tx.find(entry).await?.ok_or(AppError::NotFound)?;
    let removes = ctx.lens.admits(Subject::Accounts, Action::Delete, client.belongs());
    let is_report = matches!(now.body, EntryBody::Reported(_));
    match is_report && now.is_corrected_by(ctx.actor(), removes) {
        true => Ok(()),
        false => Err(AppError::Forbidden),
    }
}

/// The files of these entries, which the lens shows, as they stood at a moment; of a report that was taken out none.
///
/// # Errors
/// `Unavailable`.
pub async fn of_entries(
    ctx: &Ctx,
    entries: &[Entry],
    moment: Option<Moment>,
) -> Result<BTreeMap<EntryId, Vec<Attachment>>, AppError> {
    let reports = entries.iter().filter(|it| matches!(it.body, EntryBody::Reported(_)));
    let mut files: BTreeMap<EntryId, Vec<Attachment>> = BTreeMap::new();
    for file in hung(ctx, reports.map(|it| it.id).collect()).await? {
        if file.stands(moment) {
            files.entry(file.entry).or_default().push(file);
        }
    }
    Ok(files)
}

/// The files of an entry that the lens shows; with those that were taken out where they are asked for.
///
/// # Errors
/// `Unavailable`.
pub async fn of_entry(ctx: &Ctx, entry: EntryId, removed_too: bool) -> Result<Vec<Attachment>, AppError> {
    let mut files = hung(ctx, vec![entry]).await?;
    files.retain(|it| removed_too || it.removed_at.is_none());
    Ok(files)
}

async fn hung(ctx: &Ctx, entries: Vec<EntryId>) -> Result<Vec<Attachment>, AppError> {
    if entries.is_empty() {
        return Ok(Vec::new());
    }
    let query = ctx
        .db
        .query("SELECT * FROM attachment WHERE entry IN $entries")
        .bind(("entries", entries));
    let mut files: Vec<Attachment> = query.await?.check()?.take(0)?;
    files.sort_by_key(|it| it.id);
    Ok(files)
}

/// A file that this person may read: they see its client and its report. What was taken out is for those who may see the audit.
///
/// # Errors
/// `NotFound`.
pub async fn readable(ctx: &Ctx, attachment: AttachmentId) -> Result<Attachment, AppError> {
    let mut answer = ctx
        .db
        .query("SELECT * FROM ONLY $attachment")
        .bind(("attachment", attachment))
        .await?
        .check()?;
    let file: Option<Attachment> = answer.take(0)?;
    let file = file.ok_or(AppError::NotFound)?;
    let account = clients::store::account(ctx, file.account).await?;
    let entry = seen(ctx, file.account, vec![file.entry]).await?.into_iter().next();
    let entry = entry.ok_or(AppError::NotFound)?;
    let stands = file.removed_at.is_none() && matches!(entry.body, EntryBody::Reported(_));
    match stands || ctx.lens.admits(Subject::Accounts, Action::Audit, account.belongs()) {
        true => Ok(file),
        false => Err(AppError::NotFound),
    }
}
