//! What is in the database before an import, and writing what is new.

mod batch;
mod ground;
mod ranks;

pub use batch::{BATCH, Batch};
pub use ground::{Ground, ground, prepare};
pub use ranks::Ranks;
