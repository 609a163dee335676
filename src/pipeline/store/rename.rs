//! The name of an account, copied into its opportunities.

use crate::{clients::domain::Account, error::AppError, pipeline::domain::Opportunity, server::db::Tx};

/// Gives the opportunities of an account the name that it has now, inside the gesture that changed it.
///
/// # Errors
/// `Unavailable`.
pub async fn rename_account(tx: &mut Tx, account: &Account) -> Result<(), AppError> {
    let named: Vec<Opportunity> = tx
        .query("SELECT * FROM opportunity WHERE account = $account")
        .bind(("account", account.id))
        .await?
        .check()?
        .take(0)?;
    for before in named {
        let after = Opportunity {
            revision: before.revision.next(),
            account_name: Some(account.name.clone()),
            ..before.clone()
        };
        tx.replace(&before, &after).await?;
    }
    Ok(())
}
