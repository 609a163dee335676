//! A person who is named in passing.

use crate::{
    clients::domain::{Contact, Membership, search_key},
    error::AppError,
    server::db::Tx,
    types::{AccountId, ContactId, MembershipId, Revision, ShortText},
};

/// The person of this name in the account, whatever its accents; or a new one in it, inside a gesture. Without an account
/// nobody can be known: then it is somebody new.
///
/// # Errors
/// `Unavailable`.
pub async fn person_in(tx: &mut Tx, account: Option<AccountId>, name: &ShortText) -> Result<ContactId, AppError> {
    let found: Option<ContactId> = tx
        .query("SELECT VALUE contact FROM membership WHERE account = $account AND left = NONE AND contact.search = $search LIMIT 1")
        .bind(("account", account))
        .bind(("search", search_key(name)))
        .await?
        .check()?
        .take(0)?;
    if let Some(known) = found {
        return Ok(known);
    }
    let contact = Contact {
        id: ContactId::fresh(),
        revision: Revision::FIRST,
        name: name.clone(),
        email: None,
        phone: None,
    };
    tx.create(std::slice::from_ref(&contact)).await?;
    if let Some(account) = account {
        let membership = Membership {
            id: MembershipId::fresh(),
            revision: Revision::FIRST,
            contact: contact.id,
            account,
            role: None,
            part: None,
            left: None,
        };
        tx.create(&[membership]).await?;
    }
    Ok(contact.id)
}
