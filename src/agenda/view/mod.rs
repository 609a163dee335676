//! The pages of the agenda.

mod agenda;
mod carry;
mod feed;
mod job;
mod notice;
mod plan;
mod today;
mod upcoming;

pub use agenda::AgendaPage;
pub use feed::FeedPage;
pub use plan::{PlanFields, PlanPage};
pub use today::TodayPage;
pub use upcoming::Upcoming;
