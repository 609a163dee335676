//! Pipelines, stages and opportunities in the database.

mod board;
mod create;
mod edit;
mod history;
mod live;
mod moves;
mod stage;
mod undo;

use super::domain::{Opportunity, Pipeline, Product, Stage};
use crate::server::db::revised;

revised!(Pipeline, Stage, Product, Opportunity);

pub use board::{board, opportunities_of, opportunity};
pub use history::history;
pub use live::bulletin;
pub use stage::{create_default, create_pipeline, ensure_default, pipelines, products, stages};
