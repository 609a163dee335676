//! The pages of the agenda.

mod agenda;
mod carry;
mod feed;
mod holidays;
mod job;
mod notice;
mod plan;
mod today;
mod upcoming;

pub use agenda::AgendaPage;
pub use feed::FeedPage;
pub use holidays::HolidaysPage;
pub use plan::{PlanFields, PlanPage};
pub use today::TodayPage;
pub use upcoming::Upcoming;
