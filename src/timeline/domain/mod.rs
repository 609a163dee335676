//! Timeline entries: typed facts, each of which says itself in one sentence.

mod entry;
mod report;

pub use entry::{Entry, EntryBody, Field};
pub use report::{ActivityKind, Reaction, Report};
