//! Accounts and contacts in the database.

mod account;
mod edit;
mod instruction;
mod path;
mod people;
mod person;
mod progress;
mod records;
mod report;
mod save_person;
mod sheet;
mod similar;
mod undo;

pub use account::{account, accounts, filtered, find_or_create};
pub use edit::{editable_facts, holders};
pub use instruction::notice;
pub use people::{people, people_as_of};
pub use person::person_in;
pub use progress::{bought, inactive_after};
pub use sheet::{older, sheet};
pub use similar::similar;
pub use undo::unbought;
