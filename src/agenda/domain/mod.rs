//! Activities, what comes of them, and the ladder of attempts. Pure.

mod activity;
mod asking;
mod feed;
mod holiday;
mod ics;
mod job;
mod ladder;
mod outcome;
mod span;
mod working_days;

pub use activity::{Activity, Status, earliest};
pub use asking::{Conclude, Concluded, Plan, Replan, TakeBack};
pub use feed::{FeedState, IssueFeed, WithdrawFeed};
pub use holiday::{DropHoliday, Holiday, HolidaySheet, SetHoliday};
pub use ics::{Event, calendar};
pub use job::{Due, Job, Planning, Queue, Whose};
pub use ladder::{After, Now, after, most};
pub use outcome::Outcome;
pub use span::{Calendar, Span, SpanKind};
pub use working_days::WorkingDays;
