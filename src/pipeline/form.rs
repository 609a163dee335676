//! The pipeline's plain forms: what they send, and how it is read. They work without JavaScript.

use serde::{Deserialize, Serialize};

use super::domain::{Closing, LossReason, Missing, Move, NewOpportunity, Place};
use crate::{
    error::{AppError, optional},
    types::{Day, EntryId, Invalid, Money, OpId, OpportunityId, Revision, ShortText, StageId, packed},
};

/// The move form, as typed. Its fields travel as `form[amount]` and so on.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MoveForm {
    pub operation: String,
    pub opportunity: String,
    pub seen: String,
    #[serde(default)]
    pub stage: String,
    #[serde(default)]
    pub amount: String,
    #[serde(default)]
    pub close_on: String,
    #[serde(default)]
    pub contact: String,
    #[serde(default)]
    pub closed_on: String,
    #[serde(default)]
    pub loss_reason: String,
    #[serde(default)]
    pub competitor: String,
    #[serde(default)]
    pub note: String,
}

impl MoveForm {
    /// The address of the form with what was typed and why it came back: nothing typed is lost.
    #[must_use]
    pub fn sent_back(&self, refusal: Refusal) -> String {
        let id = OpportunityId::parse(&self.opportunity)
            .map(|id| id.to_string())
            .unwrap_or_default();
        let stage = StageId::parse(&self.stage).map(|id| id.to_string()).unwrap_or_default();
        let back = packed(&Back {
            typed: self.clone(),
            refusal,
        });
        format!("/opportunities/{id}/move?stage={stage}&back={back}")
    }

    /// What was said on the way.
    ///
    /// # Errors
    /// `Invalid` for the first field that cannot be read.
    pub fn said(&self) -> Result<Closing, AppError> {
        Ok(Closing {
            amount: optional("amount", &self.amount, price)?,
            close_on: optional("close_on", &self.close_on, Day::parse_es)?,
            contact: optional("contact", &self.contact, ShortText::parse)?,
            closed_on: optional("closed_on", &self.closed_on, Day::parse_es)?,
            loss_reason: optional("loss_reason", &self.loss_reason, reason)?,
            competitor: optional("competitor", &self.competitor, ShortText::parse)?,
            note: optional("note", &self.note, ShortText::parse)?,
        })
    }

    /// The move it asks for.
    ///
    /// # Errors
    /// `Invalid` for the first field that cannot be read.
    pub fn read(&self) -> Result<(OpId, Move), AppError> {
        let asked = Move {
            opportunity: OpportunityId::parse(&self.opportunity).map_err(|_| AppError::NotFound)?,
            seen: self
                .seen
                .parse::<u32>()
                .ok()
                .and_then(|n| Revision::try_from(n).ok())
                .ok_or(AppError::NotFound)?,
            stage: optional("stage", &self.stage, StageId::parse)?
                .ok_or_else(|| AppError::invalid("stage", Invalid::Empty))?,
            place: Place::Top,
            said: self.said()?,
        };
        Ok((OpId::parse(&self.operation).map_err(|_| AppError::NotFound)?, asked))
    }
}

/// The form of a new opportunity, as typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct NewForm {
    pub operation: String,
    pub stage: String,
    pub account: String,
    pub title: String,
    #[serde(default)]
    pub amount: String,
    #[serde(default)]
    pub close_on: String,
    #[serde(default)]
    pub contact: String,
    /// The entry it comes from.
    #[serde(default)]
    pub from: String,
}

impl NewForm {
    /// The address of the form with what was typed and why it came back: nothing typed is lost.
    #[must_use]
    pub fn sent_back(&self, refusal: Refusal) -> String {
        let stage = StageId::parse(&self.stage).map(|id| id.to_string()).unwrap_or_default();
        format!(
            "/opportunities/new?stage={stage}&back={}",
            packed(&Back {
                typed: self.clone(),
                refusal
            })
        )
    }

    /// The opportunity it asks for.
    ///
    /// # Errors
    /// `Invalid` for the first field that cannot be read.
    pub fn read(&self) -> Result<(OpId, NewOpportunity), AppError> {
        let asked = NewOpportunity {
            stage: StageId::parse(&self.stage).map_err(|_| AppError::NotFound)?,
            account: ShortText::parse(&self.account).map_err(|why| AppError::invalid("account", why))?,
            title: ShortText::parse(&self.title).map_err(|why| AppError::invalid("title", why))?,
            amount: optional("amount", &self.amount, price)?,
            close_on: optional("close_on", &self.close_on, Day::parse_es)?,
            contact: optional("contact", &self.contact, ShortText::parse)?,
            from: EntryId::parse(&self.from).ok(),
        };
        Ok((OpId::parse(&self.operation).map_err(|_| AppError::NotFound)?, asked))
    }
}

/// A form on its way back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Back<T> {
    pub typed: T,
    pub refusal: Refusal,
}

/// Why it comes back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    Missing(Vec<Missing>),
    Invalid { field: String, why: Invalid },
    Stale,
}

fn price(text: &str) -> Result<Money, Invalid> {
    Money::parse_es(text)?.not_negative()
}

fn reason(code: &str) -> Result<LossReason, Invalid> {
    code.parse()
        .map_err(|_| Invalid::UnknownValue { value: code.to_owned() })
}
