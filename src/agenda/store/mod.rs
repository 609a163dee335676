//! The agenda in the database.

mod calendar;
mod conclude;
mod feed;
mod follow;
mod holiday;
mod plan;
mod queue;
mod replan;
mod seen;
mod take_back;

use crate::{
    agenda::domain::Activity,
    server::db::{record, revised},
};

pub use calendar::calendar_of;
pub use feed::{digest, feed, feed_state, reader, secret};
pub use follow::{How, follow};
pub use holiday::holidays;
pub use plan::{doers, planning};
pub use queue::{agenda, planned, queue, upcoming, waiting};
pub use seen::is_shown;

record!(Activity {
    id,
    revision,
    account,
    opportunity,
    contact,
    contact_name,
    kind,
    what,
    day,
    at,
    minutes,
    owner,
    participants,
    status,
    outcome,
    attempt,
    follows,
    closed_at,
    created_at,
    from,
    brought_by
});
revised!(Activity);
