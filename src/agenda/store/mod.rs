//! The agenda in the database.

mod calendar;
mod conclude;
mod follow;
mod plan;
mod queue;
mod replan;
mod seen;
mod take_back;

use crate::{agenda::domain::Activity, server::db::revised};

pub use follow::{How, follow};
pub use plan::planning;
pub use queue::{queue, upcoming, waiting};

revised!(Activity);
