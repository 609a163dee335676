//! The firm's row, and what the administrator decides in it.

use surrealdb::types::{Error, Kind, RecordId, SurrealValue, Value};

use crate::{
    clients::domain::INACTIVE_AFTER,
    error::AppError,
    files::domain::MOST_MEGABYTES,
    server::{
        Ctx,
        db::{Db, Gesture, Record, Tx, record},
    },
    team::domain::{Action, ChangeSettings, Settings, SettingsOutcome, Subject},
    timeline::domain::{Glossary, Term},
    types::{Moment, Revision, ShortText},
};

/// The one row of its table.
#[derive(Clone)]
pub(super) struct FirmRow {
    pub(super) id: RecordId,
    pub(super) revision: Revision,
    pub(super) name: ShortText,
    pub(super) created_at: Moment,
    /// None is a year.
    pub(super) inactive_after: Option<i64>,
    pub(super) glossary: Glossary,
    /// None is 25.
    pub(super) most_megabytes: Option<i64>,
}

record!(FirmRow {
    id,
    revision,
    name,
    created_at,
    inactive_after,
    glossary,
    most_megabytes
});

record!(Term { term, meaning });

impl SurrealValue for Glossary {
    fn kind_of() -> Kind {
        Vec::<Term>::kind_of()
    }

    /// What was written before there was one has none.
    fn from_value(value: Value) -> Result<Self, Error> {
        let terms = Option::<Vec<Term>>::from_value(value)?.unwrap_or_default();
        Self::new(terms).map_err(|error| Error::serialization(error.to_string(), None))
    }

    fn into_value(self) -> Value {
        self.iter().cloned().collect::<Vec<_>>().into_value()
    }
}

impl Record for FirmRow {
    fn record_id(&self) -> RecordId {
        self.id.clone()
    }

    fn revision(&self) -> Revision {
        self.revision
    }
}

impl FirmRow {
    fn settings(&self) -> Settings {
        let days = self.inactive_after.and_then(|days| u16::try_from(days).ok());
        Settings {
            name: self.name.clone(),
            inactive_after: days.unwrap_or(INACTIVE_AFTER),
            glossary: self.glossary.clone(),
            most_megabytes: megabytes(self.most_megabytes),
        }
    }
}

fn megabytes(decided: Option<i64>) -> u16 {
    decided
        .and_then(|most| u16::try_from(most).ok())
        .unwrap_or(MOST_MEGABYTES)
}

/// How many megabytes a file may have.
///
/// # Errors
/// `Unavailable`.
pub async fn most_megabytes(db: &Db) -> Result<u16, AppError> {
    let found: Vec<Option<i64>> = db
        .query("SELECT VALUE most_megabytes FROM firm:ours")
        .await?
        .check()?
        .take(0)?;
    Ok(megabytes(found.into_iter().next().flatten()))
}

/// What the team has explained.
///
/// # Errors
/// `Unavailable`.
pub async fn glossary(db: &Db) -> Result<Glossary, AppError> {
    let found: Vec<Glossary> = db
        .query("SELECT VALUE glossary FROM firm:ours")
        .await?
        .check()?
        .take(0)?;
    Ok(found.into_iter().next().unwrap_or_default())
}

/// What the administrator has decided, and the revision of it.
///
/// # Errors
/// `Forbidden`.
pub async fn settings(ctx: &Ctx) -> Result<(Settings, Revision), AppError> {
    if !ctx.lens.may(Subject::Firm, Action::Edit) {
        return Err(AppError::Forbidden);
    }
    let row: Option<FirmRow> = ctx.db.query("SELECT * FROM ONLY firm:ours").await?.check()?.take(0)?;
    let row = row.ok_or(AppError::NotFound)?;
    Ok((row.settings(), row.revision))
}

impl Gesture for ChangeSettings {
    type Answer = SettingsOutcome;

    const NAME: &'static str = "firm.change";

    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<SettingsOutcome, AppError> {
        if !ctx.lens.may(Subject::Firm, Action::Edit) {
            return Err(AppError::Forbidden);
        }
        let before: Option<FirmRow> = tx.find(RecordId::new("firm", "ours")).await?;
        let before = before.ok_or(AppError::NotFound)?;
        if before.settings() == self.settings {
            return Ok(SettingsOutcome::Done);
        }
        if before.revision != self.seen {
            return Ok(SettingsOutcome::Stale);
        }
        let after = FirmRow {
            revision: before.revision.next(),
            name: self.settings.name.clone(),
            inactive_after: Some(self.settings.inactive_after.into()),
            glossary: self.settings.glossary.clone(),
            most_megabytes: Some(self.settings.most_megabytes.into()),
            ..before.clone()
        };
        tx.replace(&before, &after).await?;
        Ok(SettingsOutcome::Done)
    }

    fn settles(answer: &SettingsOutcome) -> bool {
        *answer == SettingsOutcome::Done
    }
}
