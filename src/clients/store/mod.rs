//! Accounts and contacts in the database.

mod account;
mod create;
mod people;
mod person;
mod recognise;
mod records;
mod report;
mod sheet;
mod similar;
mod suspects;

pub use account::{account, accounts, find_or_create};
pub use people::people;
pub use person::person_in;
pub use recognise::recognise_all;
pub use sheet::{older, sheet};
pub use similar::similar;
pub use suspects::suspects;
