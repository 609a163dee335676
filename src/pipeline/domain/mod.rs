//! Opportunities, stages, and the rules of moving one through the other.

mod beside;
mod board;
mod board_lines;
mod board_moves;
mod board_shared;
#[cfg(test)]
mod board_test;
mod board_wire;
mod bulk;
mod cell;
mod column;
mod creation;
mod editing;
mod facets;
mod filter;
mod forecast;
mod loss;
mod moving;
mod new_pipeline;
mod news;
mod next_step;
mod opportunity;
#[cfg(test)]
pub(crate) mod opportunity_test;
mod product;
mod rank;
mod reporting;
mod rows;
#[cfg(test)]
mod rows_test;
mod saved_view;
mod stage;
mod tag;
#[cfg(test)]
mod tag_test;
mod tags;
mod tally;
mod transition;
mod visited;

pub use beside::Beside;
pub use board::{Board, Card, ClosedCard, fresh_at};
pub use bulk::{Bulk, MOST_TOGETHER, Part, PartOutcome};
pub use cell::Cell;
pub use column::{Column, Columns, Sort};
pub use creation::NewOpportunity;
pub use editing::{Change, Edit, EditRefused};
pub use facets::Facets;
pub use filter::{Filter, Order, Period};
pub use forecast::{
    ByHistory, Commitment, Conversion, ENOUGH, Ended, Figures, Forecast, Goal, GoalOutcome, History, MOST_ENDED,
    Objective, Outlook, Promise, SetCommitment, SetObjectives, Span,
};
pub use loss::LossReason;
pub use moving::{Move, MoveOutcome, Moved, Place, Undo};
pub use new_pipeline::{MOST_STAGES, NewPipeline, NewStage};
pub use news::{Bulletin, News};
pub use next_step::{NextStep, Upcoming};
pub use opportunity::Opportunity;
pub use product::Product;
pub use rank::{Rank, RankError};
pub use reporting::ReportOn;
pub use saved_view::{LookText, SavedView, ViewChange, ViewChoice, ViewPlace, Views};
pub use stage::{ForecastCategory, Pipeline, Requirement, Stage, StageKind, Tone, default_stages};
pub use tag::Tag;
pub use tags::Tags;
pub use tally::Tally;
pub use transition::{Closing, Missing, Transition};
pub use visited::Visited;
