//! Accounts, contacts and what they are to us.

mod account;
mod contact;
mod lifecycle;
mod sheet;

pub use account::{Account, AccountKind, AccountPage, Address, SizeBand, Source, search_key};
pub use contact::{BuyingPart, Contact, Membership};
pub use lifecycle::Lifecycle;
pub use sheet::AccountSheet;
