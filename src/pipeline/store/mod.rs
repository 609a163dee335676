//! Pipelines, stages and opportunities in the database.

mod board;
mod bulk;
mod create;
mod edit;
mod export;
mod goals;
mod history;
mod live;
mod moves;
mod outlook;
mod stage;
mod undo;
mod views;
mod visited;

use super::domain::{Opportunity, Pipeline, Product, SavedView, Stage, ViewChoice};
use surrealdb::types::RecordId;

use crate::{
    server::db::{Record, revised},
    types::Revision,
};

revised!(Pipeline, Stage, Product, SavedView, ViewChoice);

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
pub use views::{opens_with, views};
