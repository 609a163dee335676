//! The pages of the agenda.

mod job;
mod notice;
mod plan;
mod today;
mod upcoming;

pub use plan::{PlanFields, PlanPage};
pub use today::TodayPage;
pub use upcoming::Upcoming;
