//! Messages in the database.

mod accept;
mod escalate;
mod inbox;
mod leave;

use crate::{
    messages::domain::Message,
    server::db::{record, revised},
};

pub use escalate::{escalate_due, watch_over};
pub use inbox::{inbox, leaving, waiting};

record!(Message {
    id,
    revision,
    account,
    contact_name,
    call_back,
    text,
    author,
    told,
    left_at,
    is_waiting,
    accepted_at,
    accepted_by,
    level,
    due,
    entry
});
revised!(Message);
