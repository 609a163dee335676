//! The plain forms of the holidays: what they send, and how it is read. They work without JavaScript.

use serde::{Deserialize, Serialize};

use super::domain::{DropHoliday, SetHoliday};
use crate::{
    error::{AppError, optional, sent_back},
    types::{Day, HolidayId, OpId, ShortText, ZoneId},
};

/// Where the forms are.
const PAGE: &str = "/settings/holidays";

/// A holiday, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct HolidayForm {
    pub operation: String,
    pub day: String,
    pub name: String,
    /// Empty for the whole firm.
    pub zone: String,
}

impl HolidayForm {
    /// What it asks for.
    ///
    /// # Errors
    /// `Invalid` for the first field that cannot be read.
    pub fn read(&self) -> Result<(OpId, SetHoliday), AppError> {
        let asked = SetHoliday {
            day: Day::parse_es(&self.day).map_err(|why| AppError::invalid("day", why))?,
            name: ShortText::parse(&self.name).map_err(|why| AppError::invalid("name", why))?,
            zone: optional("zone", &self.zone, ZoneId::parse)?,
        };
        Ok((OpId::parse(&self.operation).map_err(|_| AppError::NotFound)?, asked))
    }

    /// Where the browser goes: the page, with what was typed where it was refused.
    ///
    /// # Errors
    /// What typing cannot mend.
    pub fn landing(&self, outcome: Result<(), AppError>) -> Result<String, AppError> {
        match outcome {
            Ok(()) => Ok(PAGE.to_owned()),
            Err(why) => Ok(format!("{PAGE}?back={}", sent_back(self, why)?)),
        }
    }
}

/// The button that takes one out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DropHolidayForm {
    pub operation: String,
    pub holiday: String,
}

impl DropHolidayForm {
    /// What it asks for.
    ///
    /// # Errors
    /// `NotFound` for a form that is not ours.
    pub fn read(&self) -> Result<(OpId, DropHoliday), AppError> {
        let asked = DropHoliday {
            holiday: HolidayId::parse(&self.holiday).map_err(|_| AppError::NotFound)?,
        };
        Ok((OpId::parse(&self.operation).map_err(|_| AppError::NotFound)?, asked))
    }
}
