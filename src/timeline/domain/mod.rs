//! Timeline entries: typed facts, each of which says itself in one sentence.

mod entry;
mod field;
mod report;

pub use entry::{Entry, EntryBody};
pub use field::Field;
pub use report::{ActivityKind, Reaction, Report};
