//! Opportunities, stages, and the rules of moving one through the other.

mod board;
mod board_moves;
mod board_wire;
mod creation;
mod loss;
mod moving;
mod opportunity;
mod product;
mod rank;
mod stage;
mod transition;

pub use board::{Board, Card, ClosedCard, Tally, fresh_at};
pub use creation::NewOpportunity;
pub use loss::LossReason;
pub use moving::{Move, MoveOutcome, Moved, Place, Undo};
pub use opportunity::Opportunity;
pub use product::Product;
pub use rank::{Rank, RankError};
pub use stage::{ForecastCategory, Pipeline, Requirement, Stage, StageKind, Tone, default_stages};
pub use transition::{Closing, Missing, Transition};
