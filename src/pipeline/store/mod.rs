//! Pipelines, stages and opportunities in the database.

mod beside;
mod board;
mod bulk;
mod create;
mod edit;
mod export;
mod goals;
mod hang;
mod links;
mod live;
mod make;
mod moves;
mod outlook;
mod rename;
mod report;
mod shelf;
mod stage;
mod tags;
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

pub use beside::beside;
pub use board::{board, board_for, opportunities_of, opportunity};
pub use export::Exported;
pub use hang::hang;
pub use live::bulletin;
pub use rename::rename_account;
pub use stage::{
    address_of, board_of, create_default, create_pipeline, ensure_default, pipelines, products, stages, stages_beside,
};
pub use views::{opens_with, views, views_of};
