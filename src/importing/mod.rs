//! Bringing in what a firm has elsewhere: CSV files, and a mapping file that says what their columns are.

mod carry;
pub mod domain;
mod mappings;
mod pass;
mod preview;
mod reading;
mod store;

pub use carry::{Carried, Failure, carry_in};
pub use mappings::{built_in_names, find_mapping};
pub use pass::{Outcome, Pass};
pub use preview::{BlockCount, Preview, StageTally};
pub use store::{Ground, ground};
