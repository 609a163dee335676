//! Pipelines, stages and opportunities in the database.

mod board;
mod create;
mod edit;
mod export;
mod history;
mod live;
mod moves;
mod stage;
mod undo;

use super::domain::{Opportunity, Pipeline, Product, Stage};
use surrealdb::types::RecordId;

use crate::{
    server::db::{Record, revised},
    types::Revision,
};

revised!(Pipeline, Stage, Product);

impl Record for Opportunity {
    const IS_LIVE: bool = true;

    fn record_id(&self) -> RecordId {
        self.id.record_id()
    }

    fn revision(&self) -> Revision {
        self.revision
    }
}

pub use board::{board, board_for, opportunities_of, opportunity};
pub use export::Exported;
pub use history::history;
pub use live::bulletin;
pub use stage::{create_default, create_pipeline, ensure_default, pipelines, products, stages};
