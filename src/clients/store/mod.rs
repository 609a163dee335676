//! Accounts and contacts in the database.

mod account;
mod records;
mod sheet;

pub use account::{account, accounts, find_or_create};
pub use sheet::sheet;
