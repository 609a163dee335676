//! Pipelines, stages and opportunities in the database.

mod board;
mod create;
mod moves;
mod stage;

pub use board::{board, opportunities_of, opportunity};
pub use stage::{create_default, create_pipeline, ensure_default, pipelines, products, stages};
