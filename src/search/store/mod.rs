//! Filling the index, keeping it current, and reading what is shown of what it finds.

mod heard;
mod look;
mod memory;
mod naming;
mod reading;
mod runs;
mod snippet;

pub use look::{recall, search};
pub use memory::{listed, prepare, prepared, sharing_a_clue, with_a_clue};
