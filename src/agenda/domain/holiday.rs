//! The days on which nobody works, besides the national ones.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::types::{Day, HolidayId, Revision, ShortText, ZoneId};

/// A day on which a zone does not work; without a zone, the whole firm.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holiday {
    pub id: HolidayId,
    pub revision: Revision,
    pub day: Day,
    pub name: ShortText,
    pub zone: Option<ZoneId>,
}

/// Somebody writes a holiday down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetHoliday {
    pub day: Day,
    pub name: ShortText,
    pub zone: Option<ZoneId>,
}

/// Somebody takes one out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DropHoliday {
    pub holiday: HolidayId,
}

/// What the page of the holidays shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HolidaySheet {
    /// Those to come, and those of this year, by day.
    pub holidays: Vec<Holiday>,
    pub zones: BTreeMap<ZoneId, ShortText>,
    /// Of the year that runs and the next, as the law has them.
    pub national: Vec<Day>,
}
