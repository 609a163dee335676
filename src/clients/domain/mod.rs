//! Accounts, contacts and what they are to us.

mod account;
mod alike;
mod contact;
mod creation;
mod facts;
mod filter;
mod glance;
mod instruction;
mod lifecycle;
mod merge;
mod path;
mod person;
mod report;
mod section;
mod sheet;
mod standing;
mod suspect;
mod ways;

pub use account::{Account, AccountKind, AccountPage, Address, SizeBand, Source, search_key};
pub use alike::{Clue, Evidence, NameKey, NameLikeness, Traits, Verdict, beginning, own_domain};
pub use contact::{BuyingPart, Contact, Membership, RemovePerson, SavePerson};
pub use creation::{CreateAccount, Created, FirstPerson, NewAccountSheet};
pub use facts::{EditAccount, Fact, FactChanged, Facts, Holders, Said};
pub use filter::AccountFilter;
pub use glance::{Glance, Warmth};
pub use instruction::{Acknowledge, Instruct, Instruction, Notice};
pub use lifecycle::Lifecycle;
pub use merge::{Merge, MergeSheet, TellApart};
pub use path::{Act, Path, Step};
pub use person::{Person, in_a_sentence};
pub use report::ReportOnAccount;
pub use section::Section;
pub use sheet::AccountSheet;
pub use standing::{AccountOutcome, INACTIVE_AFTER, Progress, UndoOnAccount, inactive_after};
pub use suspect::{Alike, AlikePage, PastMerge, Side, Suspect, Typed};
pub use ways::{MOST_WAYS, Way, WayKind, Ways};
