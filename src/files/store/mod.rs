//! Files of reports: the rows, and the bytes.

mod attach;
mod blobs;

pub use attach::{of_entries, of_entry, readable};
pub use blobs::{Blobs, Incoming};
