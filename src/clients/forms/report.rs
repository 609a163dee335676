//! A report on a client.

use serde::{Deserialize, Serialize};

use super::{optional, required};
use crate::{
    agenda::domain::Plan,
    clients::domain::ReportOnAccount,
    error::AppError,
    timeline::domain::{ActivityKind, Report},
    types::{AccountId, Day, LongText, OpId, ShortText, UserId, packed},
};

/// A report, as typed. Its fields travel as `form[text]` and so on.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ReportForm {
    pub operation: String,
    pub account: String,
    #[serde(default)]
    pub activity: String,
    #[serde(default)]
    pub with: String,
    #[serde(default)]
    pub reaction: String,
    #[serde(default)]
    pub on: String,
    #[serde(default)]
    pub text: String,
    /// What comes next; without a day nothing is planned.
    #[serde(default)]
    pub next_on: String,
    #[serde(default)]
    pub next_kind: String,
    #[serde(default)]
    pub next_what: String,
    #[serde(default)]
    pub next_owner: String,
}

/// A report that came back, with why.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReportBack {
    pub typed: ReportForm,
    pub why: AppError,
}

impl ReportForm {
    /// The page of the account it is about.
    #[must_use]
    pub fn home(&self) -> String {
        AccountId::parse(&self.account).map_or_else(|_| "/accounts".to_owned(), |id| format!("/accounts/{id}"))
    }

    /// The address of the form with what was typed and why it came back: nothing typed is lost, but of a text beyond what an
    /// address holds its end.
    #[must_use]
    pub fn sent_back(&self, why: AppError) -> String {
        let typed = self.clone();
        let failed = why.in_address();
        format!("{}?back={}{failed}", self.home(), packed(&ReportBack { typed, why }))
    }

    /// Whether something comes next.
    #[must_use]
    pub fn says_next(&self) -> bool {
        [&self.next_on, &self.next_what].iter().any(|it| !it.trim().is_empty())
    }

    fn next(&self, account: AccountId) -> Result<Option<Plan>, AppError> {
        if !self.says_next() {
            return Ok(None);
        }
        Ok(Some(Plan {
            account,
            opportunity: None,
            kind: self.next_kind.parse().unwrap_or(ActivityKind::Call),
            // Words without a day are no plan yet.
            day: required("next_on", &self.next_on, Day::parse_es)?,
            at: None,
            minutes: None,
            owner: optional("next_owner", &self.next_owner, UserId::parse)?,
            participants: Vec::new(),
            with: None,
            what: optional("next_what", &self.next_what, ShortText::parse)?,
            from: None,
        }))
    }

    /// The report it asks for.
    ///
    /// # Errors
    /// `Invalid` for the first field that cannot be read.
    pub fn read(&self) -> Result<(OpId, ReportOnAccount), AppError> {
        let account = AccountId::parse(&self.account).map_err(|_| AppError::NotFound)?;
        let asked = ReportOnAccount {
            account,
            on: optional("on", &self.on, Day::parse_es)?,
            report: Report {
                activity: self.activity.parse().unwrap_or(ActivityKind::Call),
                with: optional("with", &self.with, ShortText::parse)?,
                reaction: self.reaction.parse().ok(),
                text: LongText::parse(&self.text).map_err(|why| AppError::invalid("text", why))?,
            },
            next: self.next(account)?,
        };
        Ok((OpId::parse(&self.operation).map_err(|_| AppError::NotFound)?, asked))
    }
}
