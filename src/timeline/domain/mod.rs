//! Timeline entries: typed facts, each of which says itself in one sentence.

mod correction;
mod entry;
mod field;
mod glossary;
mod history;
mod legibility;
mod legibility_words;
mod pin;
mod report;
mod sift;

pub use correction::{CorrectReport, EarlierVersion, EntrySheet};
pub use entry::{Entry, EntryBody};
pub use field::Field;
pub use glossary::{Glossary, MOST_TERMS, Term};
pub use history::History;
pub use legibility::{Draft, Remark, remarks};
pub use pin::{MOST_PINS, PinEntry};
pub use report::{ActivityKind, Reaction, Report};
pub use sift::{STEPS, Sift, Topic};
