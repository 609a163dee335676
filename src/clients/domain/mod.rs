//! Accounts, contacts and what they are to us.

mod account;
mod alike;
mod contact;
mod glance;
mod lifecycle;
mod person;
mod report;
mod sheet;

pub use account::{Account, AccountKind, AccountPage, Address, SizeBand, Source, search_key};
pub use alike::beginning;
pub use contact::{BuyingPart, Contact, Membership};
pub use glance::{Glance, Warmth};
pub use lifecycle::Lifecycle;
pub use person::Person;
pub use report::ReportOnAccount;
pub use sheet::AccountSheet;
