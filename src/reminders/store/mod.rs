//! Reminders in the database.

mod choice;
mod letter;
mod mail;
mod seen;
mod tell;
mod watch;

use surrealdb::types::{Error, Kind, RecordId, SurrealValue, Value};

use crate::{
    reminders::domain::{Reminder, ReminderChoice},
    server::db::{Record, record, revised},
    types::{Revision, TimeZone},
};

pub use choice::{choice, choices};
pub use letter::Letters;
pub use mail::{mailing, send_due};
pub use seen::{rings, unseen};
pub use tell::tell_due;
pub use watch::watch_over;

record!(Reminder {
    id,
    revision,
    activity,
    user,
    day,
    at,
    due,
    told_at,
    seen_at,
    is_to_mail,
    tries,
    claimed_at,
    sent_at,
    gave_up_at
});

impl Record for Reminder {
    const IS_LIVE: bool = true;

    fn record_id(&self) -> RecordId {
        self.id.record_id()
    }

    fn revision(&self) -> Revision {
        self.revision
    }
}

record!(ReminderChoice {
    id,
    revision,
    before,
    morning,
    clock,
    by_mail
});
revised!(ReminderChoice);

impl SurrealValue for TimeZone {
    fn kind_of() -> Kind {
        Kind::String
    }

    fn into_value(self) -> Value {
        Value::String(self.to_string())
    }

    fn from_value(value: Value) -> Result<Self, Error> {
        let text = String::from_value(value)?;
        text.parse()
            .map_err(|_| Error::serialization(format!("«{text}» is not a clock"), None))
    }
}
