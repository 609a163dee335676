//! A report that is corrected.

use serde::{Deserialize, Serialize};

use super::{ClientForm, operation, optional, required};
use crate::{
    error::AppError,
    timeline::domain::{ActivityKind, CorrectReport, EntrySheet, Report},
    types::{AccountId, EntryId, Invalid, LongText, Moment, OpId, ShortText},
};

/// A report as it is to be from now on, as typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CorrectionForm {
    pub operation: String,
    pub account: String,
    pub entry: String,
    /// Of which correction of it this person knows; empty where there was none.
    #[serde(default)]
    pub seen: String,
    #[serde(default)]
    pub activity: String,
    #[serde(default)]
    pub with: String,
    #[serde(default)]
    pub reaction: String,
    #[serde(default)]
    pub text: String,
    /// Not empty when the button was the one that takes it out.
    #[serde(default)]
    pub out: String,
}

impl CorrectionForm {
    /// As it says now, or said before it was taken out.
    #[must_use]
    pub fn of(sheet: &EntrySheet) -> Self {
        let report = &sheet.report;
        let typed = |it: Option<String>| it.unwrap_or_default();
        Self {
            account: typed(sheet.entry.account.map(|it| it.to_string())),
            entry: sheet.entry.id.to_string(),
            seen: Self::seen_of(sheet),
            activity: report.activity.as_ref().to_owned(),
            with: typed(report.with.as_ref().map(ToString::to_string)),
            reaction: typed(report.reaction.map(|it| it.as_ref().to_owned())),
            text: report.text.to_string(),
            ..Self::default()
        }
    }

    /// Of which correction whoever reads this page knows.
    #[must_use]
    pub fn seen_of(sheet: &EntrySheet) -> String {
        let seen = sheet.entry.corrected_at.map(|at| at.millis().to_string());
        seen.unwrap_or_default()
    }

    /// What it asks for.
    ///
    /// # Errors
    /// `Invalid` for the first field that cannot be read.
    pub fn read(&self) -> Result<(OpId, CorrectReport), AppError> {
        let report = if self.out.is_empty() {
            Some(Report {
                activity: self.activity.parse().unwrap_or(ActivityKind::Note),
                with: optional("with", &self.with, ShortText::parse)?,
                reaction: self.reaction.parse().ok(),
                text: required("text", &self.text, LongText::parse)?,
            })
        } else {
            None
        };
        let asked = CorrectReport {
            account: AccountId::parse(&self.account).map_err(|_| AppError::NotFound)?,
            entry: EntryId::parse(&self.entry).map_err(|_| AppError::NotFound)?,
            seen: optional("seen", &self.seen, |text| {
                let millis = text.parse::<i64>().map_err(|_| Invalid::MomentFormat)?;
                Moment::from_millis(millis)
            })?,
            report,
        };
        Ok((operation(&self.operation)?, asked))
    }
}

impl ClientForm for CorrectionForm {
    const BACK: &'static str = "back";
    const UNDOES: bool = false;

    fn operation(&self) -> &str {
        &self.operation
    }

    fn page(&self) -> String {
        format!("/accounts/{}/entries/{}", self.account, self.entry)
    }

    fn home(&self) -> String {
        format!("/accounts/{}", self.account)
    }
}
