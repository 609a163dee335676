//! When somebody is reminded of what, and how they want to be. Pure.

mod choice;
mod due;
mod reminder;

pub use choice::{BEFORE, ChooseReminders, Mailing, ReminderChoice};
pub use due::{AHEAD, BACK, due, due_now};
pub use reminder::{PAUSES, Reminded, Reminder, See, Unseen};
