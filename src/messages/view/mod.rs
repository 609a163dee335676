//! The pages of the messages.

mod card;
mod inbox;
mod new_page;
mod waiting;

pub use inbox::MessagesPage;
pub use new_page::NewMessagePage;
pub use waiting::Waiting;
