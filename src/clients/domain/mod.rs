//! Accounts, contacts and what they are to us.

mod account;
mod alike;
mod contact;
mod lifecycle;
mod person;
mod sheet;

pub use account::{Account, AccountKind, AccountPage, Address, SizeBand, Source, search_key};
pub use alike::beginning;
pub use contact::{BuyingPart, Contact, Membership};
pub use lifecycle::Lifecycle;
pub use person::Person;
pub use sheet::AccountSheet;
