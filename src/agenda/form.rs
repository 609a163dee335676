//! The plain forms of the agenda: what they send, and how it is read. They work without JavaScript.

use serde::{Deserialize, Serialize};

use super::domain::{Conclude, Outcome, Plan, Replan};
use crate::{
    error::{AppError, optional},
    timeline::domain::ActivityKind,
    types::{
        AccountId, ActivityId, Day, EntryId, Invalid, OpId, OpportunityId, Revision, ShortText, TimeOfDay, UserId,
        packed,
    },
};

/// What was pressed under an activity: an outcome, or another day. Its fields travel as `form[outcome]` and so on.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct OutcomeForm {
    pub operation: String,
    pub activity: String,
    pub seen: String,
    /// Where the form stands, to come back to it.
    #[serde(default)]
    pub home: String,
    /// The code of an outcome; `replan` for another day.
    #[serde(default)]
    pub outcome: String,
    #[serde(default)]
    pub on: String,
    #[serde(default)]
    pub at: String,
    #[serde(default)]
    pub words: String,
}

/// What the form asks for.
pub enum Asked {
    Conclude(Conclude),
    Replan(Replan),
}

/// What is told of it where one comes back to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Back {
    Done(super::domain::Concluded),
    TakenBack,
    Refused { typed: Box<OutcomeForm>, why: AppError },
}

impl OutcomeForm {
    /// The operation and what it asks for.
    ///
    /// # Errors
    /// `Invalid` for the first field that cannot be read.
    pub fn read(&self) -> Result<(OpId, Asked), AppError> {
        let operation = OpId::parse(&self.operation).map_err(|_| AppError::NotFound)?;
        let activity = ActivityId::parse(&self.activity).map_err(|_| AppError::NotFound)?;
        let seen = self.seen.parse::<u32>().ok().and_then(|n| Revision::try_from(n).ok());
        let seen = seen.ok_or(AppError::NotFound)?;
        let on = optional("on", &self.on, Day::parse_es)?;
        let at = optional("at", &self.at, TimeOfDay::parse)?;
        if at.is_some() && on.is_none() {
            // An hour alone would be dropped in silence.
            return Err(AppError::invalid("on", Invalid::Empty));
        }
        let words = optional("words", &self.words, ShortText::parse)?;
        if self.outcome == "replan" {
            let day = on.ok_or_else(|| AppError::invalid("on", Invalid::Empty))?;
            let asked = Replan {
                activity,
                seen,
                day,
                at,
                words,
            };
            return Ok((operation, Asked::Replan(asked)));
        }
        let outcome: Outcome = self
            .outcome
            .parse()
            .map_err(|_| AppError::invalid("outcome", Invalid::unknown(&self.outcome)))?;
        let asked = Conclude {
            activity,
            seen,
            outcome,
            words,
            again: on.map(|day| (day, at)),
        };
        Ok((operation, Asked::Conclude(asked)))
    }

    /// Where one comes back to, with what is told there.
    #[must_use]
    pub fn address(&self, back: &Back) -> String {
        address(&self.home, back)
    }
}

/// A page of ours, with what is told there: never an address of somebody else.
#[must_use]
pub fn address(home: &str, back: &Back) -> String {
    let ours = home.starts_with('/') && !home.starts_with("//") && !home.contains('\\') && !home.contains('#');
    let home = if ours { home } else { "/today" };
    let joint = if home.contains('?') { '&' } else { '?' };
    format!("{home}{joint}told={}", packed(back))
}

/// A plan, as typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PlanForm {
    pub operation: String,
    pub account: String,
    #[serde(default)]
    pub opportunity: String,
    #[serde(default)]
    pub kind: String,
    #[serde(default)]
    pub on: String,
    #[serde(default)]
    pub at: String,
    #[serde(default)]
    pub minutes: String,
    #[serde(default)]
    pub owner: String,
    #[serde(default)]
    pub participants: Vec<String>,
    #[serde(default)]
    pub with: String,
    #[serde(default)]
    pub what: String,
    /// The entry it comes from.
    #[serde(default)]
    pub from: String,
}

/// A plan that came back, with why.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlanBack {
    pub typed: PlanForm,
    pub why: AppError,
}

impl PlanForm {
    /// The plan it asks for.
    ///
    /// # Errors
    /// `Invalid` for the first field that cannot be read.
    pub fn read(&self) -> Result<(OpId, Plan), AppError> {
        let minutes = |text: &str| {
            let number = text.parse::<u32>().ok().filter(|it| (1..=1440).contains(it));
            number.ok_or_else(|| Invalid::unknown(text))
        };
        let people = self.participants.iter().filter(|it| !it.is_empty());
        let asked = Plan {
            account: AccountId::parse(&self.account).map_err(|_| AppError::NotFound)?,
            opportunity: optional("opportunity", &self.opportunity, OpportunityId::parse)?,
            kind: self.kind.parse().unwrap_or(ActivityKind::Call),
            day: optional("on", &self.on, Day::parse_es)?.ok_or_else(|| AppError::invalid("on", Invalid::Empty))?,
            at: optional("at", &self.at, TimeOfDay::parse)?,
            minutes: optional("minutes", &self.minutes, minutes)?,
            owner: optional("owner", &self.owner, UserId::parse)?,
            participants: people
                .map(|it| UserId::parse(it).map_err(|why| AppError::invalid("participants", why)))
                .collect::<Result<_, _>>()?,
            with: optional("with", &self.with, ShortText::parse)?,
            what: optional("what", &self.what, ShortText::parse)?,
            from: EntryId::parse(&self.from).ok(),
        };
        Ok((OpId::parse(&self.operation).map_err(|_| AppError::NotFound)?, asked))
    }

    /// The address of the form with what was typed and why it came back: nothing typed is lost.
    #[must_use]
    pub fn sent_back(&self, why: AppError) -> String {
        let account = AccountId::parse(&self.account)
            .map(|id| id.to_string())
            .unwrap_or_default();
        let typed = self.clone();
        let failed = why.in_address();
        format!(
            "/activities/new?account={account}&back={}{failed}",
            packed(&PlanBack { typed, why })
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_comes_back_to_a_page_of_ours() {
        for elsewhere in ["https://evil.example", "//evil.example", "/\\evil.example", ""] {
            assert!(
                address(elsewhere, &Back::TakenBack).starts_with("/today?told="),
                "{elsewhere}"
            );
        }
        assert!(address("/today?whose=team", &Back::TakenBack).starts_with("/today?whose=team&told="));
    }
}
