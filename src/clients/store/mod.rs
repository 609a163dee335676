//! Accounts and contacts in the database.

mod account;
mod people;
mod person;
mod records;
mod report;
mod sheet;
mod similar;

pub use account::{account, accounts, find_or_create};
pub use people::people;
pub use person::person_in;
pub use sheet::{older, sheet};
pub use similar::similar;
