//! Timeline entries: typed facts, each of which says itself in one sentence.

mod entry;
mod field;
mod history;
mod legibility;
mod legibility_words;
mod report;

pub use entry::{Entry, EntryBody};
pub use field::Field;
pub use history::History;
pub use legibility::{Draft, Remark, remarks};
pub use report::{ActivityKind, Reaction, Report};
