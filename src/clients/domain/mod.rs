//! Accounts, contacts and what they are to us.

mod account;
mod alike;
mod contact;
mod creation;
mod glance;
mod lifecycle;
mod person;
mod report;
mod sheet;
mod suspect;

pub use account::{Account, AccountKind, AccountPage, Address, SizeBand, Source, search_key};
pub use alike::{Evidence, NameKey, NameLikeness, Traits, Verdict, beginning, own_domain};
pub use contact::{BuyingPart, Contact, Membership};
pub use creation::{FirstContact, NewAccount};
pub use glance::{Glance, Warmth};
pub use lifecycle::Lifecycle;
pub use person::Person;
pub use report::ReportOnAccount;
pub use sheet::AccountSheet;
pub use suspect::{Suspect, Typed};
