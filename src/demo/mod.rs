//! Made-up data of a Spanish firm, for trying the program, for tests and for measurements.
//!
//! A [`Generator`] makes the clients of a [`Plan`] one by one, always the same for the same plan; [`fill`] writes them
//! through gestures like any other data. No person, firm, tax identifier or address is meant to exist.

mod account;
mod calendar;
mod data;
mod dice;
mod fill;
mod firm;
mod firm_names;
mod generator;
mod goals;
mod keys;
mod names;
mod people;
mod plan;
mod sale;
mod standing;
mod story;
#[cfg(test)]
mod tests;

pub use fill::{FillError, Filled, fill};
pub use firm::{Firm, NAME};
pub use generator::{Dossier, Generator};
pub use plan::Plan;

use crate::{pipeline::domain::RankError, types::Invalid};

/// Why something could not be made up: a line of the tables that the program itself refuses, which a test would have said.
#[derive(Debug, thiserror::Error)]
pub enum GenerateError {
    #[error("Los datos de la demostración tienen un valor imposible: {0}.")]
    Value(#[from] Invalid),
    #[error("Las oportunidades de la demostración no caben en su fase: {0}.")]
    Rank(#[from] RankError),
}
