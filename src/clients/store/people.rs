//! The persons of an account.

use crate::{
    clients::domain::Person,
    error::AppError,
    server::{Ctx, db::Admitted},
    team::domain::{Action, Subject},
    types::AccountId,
};

/// As many as one reads at a glance; a firm with more of them is read on the client's page.
const SHOWN: u32 = 20;

/// Who is in an account, in the order of their names; nobody where the lens hides the account.
///
/// # Errors
/// `Unavailable`.
pub async fn people(ctx: &Ctx, account: AccountId) -> Result<Vec<Person>, AppError> {
    let admitted = Admitted::through(&ctx.lens, Subject::Accounts, Action::View, "account.");
    let sql = format!(
        "SELECT contact, contact.name AS name, contact.email AS email, contact.phone AS phone, role, part \
         FROM membership WHERE account = $account{} ORDER BY name ASC LIMIT {SHOWN}",
        admitted.and()
    );
    let query = ctx.db.query(sql).bind(("account", account)).bind(admitted.variables());
    Ok(query.await?.check()?.take(0)?)
}
