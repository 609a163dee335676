//! When accounts were last heard of, as the index is told of it.

use std::sync::{PoisonError, RwLock};

use surrealdb::types::{RecordId, SurrealValue};

use crate::{
    error::AppError,
    search::{index::Index, store::reading::seconds},
    server::db::Db,
    types::{AccountId, EntryId, MergeId, Moment, OpportunityId},
};

/// What is a contact, as [`crate::timeline::domain::EntryBody::is_contact`] has it.
pub(super) const CONTACT: &str = "(body.kind = 'reported' OR body.outcome IN ['answered', 'call_back', 'held'])";

#[derive(SurrealValue)]
struct Row {
    account: AccountId,
    opportunity: Option<OpportunityId>,
    at: Moment,
}

/// Looks again where one of these was changed: a contact that was corrected or taken out may have been the last, and accounts that
/// were merged, or parted again, have what they had together.
///
/// # Errors
/// `Unavailable`.
pub(super) async fn corrected(db: &Db, index: &RwLock<Index>, touched: &[RecordId]) -> Result<(), AppError> {
    let of = |table: &str| -> Vec<RecordId> {
        let found = touched.iter().filter(|it| it.table.as_str() == table);
        found.cloned().collect()
    };
    let (entries, merges) = (of(EntryId::TABLE), of(MergeId::TABLE));
    if !entries.is_empty() {
        let sql = "SELECT account, opportunity, at FROM $entries WHERE account != NONE \
                   AND body.kind IN ['reported', 'report_removed', 'concluded', 'conclusion_undone']";
        let rows: Vec<Row> = db.query(sql).bind(("entries", entries)).await?.check()?.take(0)?;
        for row in rows {
            let last = last(db, &row).await?;
            let mut index = index.write().unwrap_or_else(PoisonError::into_inner);
            index.correct(row.account, row.opportunity, last.map(seconds));
        }
    }
    if merges.is_empty() {
        return Ok(());
    }
    let accounts: Vec<Vec<AccountId>> = db
        .query("SELECT VALUE [kept, gone_id] FROM $merges")
        .bind(("merges", merges))
        .await?
        .check()?
        .take(0)?;
    for account in accounts.into_iter().flatten() {
        let sql = format!("SELECT account, opportunity, at FROM entry WHERE account = $account AND {CONTACT}");
        let rows: Vec<Row> = db.query(sql).bind(("account", account)).await?.check()?.take(0)?;
        let mut index = index.write().unwrap_or_else(PoisonError::into_inner);
        index.unhear(account);
        rows.iter()
            .for_each(|row| index.hear(row.account, row.opportunity, seconds(row.at)));
    }
    Ok(())
}

/// The last contact with an account in a matter.
async fn last(db: &Db, of: &Row) -> Result<Option<Moment>, AppError> {
    let sql = format!(
        "SELECT VALUE at FROM (SELECT at FROM entry WHERE account = $account AND opportunity = $opportunity AND {CONTACT} \
         ORDER BY at DESC LIMIT 1)"
    );
    let found: Vec<Moment> = db
        .query(sql)
        .bind(("account", of.account))
        .bind(("opportunity", of.opportunity))
        .await?
        .check()?
        .take(0)?;
    Ok(found.into_iter().next())
}
