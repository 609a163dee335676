//! Messages between colleagues.

mod message;
mod schedule;

pub use message::{Accept, Inbox, Leave, Leaving, MOST_TEXT, Message, Note, message_text};
pub use schedule::{LAST_LEVEL, due, next_told};
