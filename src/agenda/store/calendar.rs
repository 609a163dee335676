//! The working days of a zone.

use std::collections::BTreeMap;

use surrealdb::types::SurrealValue;

use crate::{
    agenda::domain::{Now, WorkingDays},
    error::AppError,
    server::{Ctx, db::Db},
    types::{Day, TimeOfDay, TimeZone, ZoneId},
};

/// The calendars of all zones.
pub struct Calendars {
    everywhere: Vec<Day>,
    zones: BTreeMap<ZoneId, Vec<Day>>,
}

#[derive(SurrealValue)]
struct Holiday {
    day: Day,
    zone: Option<ZoneId>,
}

impl Calendars {
    /// As the firm has written them down: a few dozen rows.
    ///
    /// # Errors
    /// `Unavailable`.
    pub async fn read(db: &Db) -> Result<Self, AppError> {
        let rows: Vec<Holiday> = db.query("SELECT day, zone FROM holiday").await?.check()?.take(0)?;
        let mut all = Self {
            everywhere: Vec::new(),
            zones: BTreeMap::new(),
        };
        for row in rows {
            match row.zone {
                Some(zone) => all.zones.entry(zone).or_default().push(row.day),
                None => all.everywhere.push(row.day),
            }
        }
        Ok(all)
    }

    /// The calendar of a zone; without one, of those who work everywhere.
    #[must_use]
    pub fn of(&self, zone: Option<ZoneId>) -> WorkingDays {
        let own = zone.and_then(|zone| self.zones.get(&zone));
        WorkingDays::with(self.everywhere.iter().chain(own.into_iter().flatten()).copied())
    }
}

/// The working days of one zone.
///
/// # Errors
/// `Unavailable`.
pub async fn calendar_of(db: &Db, zone: Option<ZoneId>) -> Result<WorkingDays, AppError> {
    Ok(Calendars::read(db).await?.of(zone))
}

/// The day and the hour that clocks show where the firm works.
#[must_use]
pub fn now(ctx: &Ctx) -> Now {
    let time = TimeOfDay::parse(&ctx.now.local_time(TimeZone::default()));
    Now {
        day: ctx.today(),
        // A clock shows a time of the day.
        time: time.unwrap_or_default(),
    }
}
