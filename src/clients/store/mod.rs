//! Accounts and contacts in the database.

mod account;
mod create;
mod edit;
mod instruction;
mod merge;
mod merges;
mod need;
mod path;
mod people;
mod person;
mod progress;
mod records;
mod report;
mod save_person;
mod sheet;
mod similar;
mod suspects;
mod tell_apart;
mod undo;

pub use account::{account, accounts, filtered, find_or_create};
pub use create::new_account_sheet;
pub use edit::{editable_facts, holders};
pub use instruction::notice;
pub use merge::HANGS;
pub use merges::{merge_sheet, merged_into};
pub use need::needs;
pub use people::{people, people_as_of};
pub use person::person_in;
pub use progress::{bought, inactive_after};
pub use sheet::{older, sheet};
pub use similar::similar;
pub use suspects::{alike, suspects};
pub use undo::unbought;
