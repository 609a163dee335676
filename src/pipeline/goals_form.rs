//! The forms of objectives and commitments: an amount for each month, as typed. They work without JavaScript.

use serde::{Deserialize, Serialize};
use strum::{AsRefStr, EnumString};

use super::{
    domain::{Goal, GoalOutcome, SetCommitment, SetObjectives},
    look::Look,
};
use crate::{
    error::AppError,
    types::{Invalid, Money, Month, OpId, PipelineId, Revision, packed, unpacked},
};

/// The field of the board's address in which a form comes back.
pub const BACK: &str = "goals";

/// No form of ours has more months.
const MOST_MONTHS: usize = 24;

/// What is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, AsRefStr, EnumString)]
#[strum(serialize_all = "snake_case")]
pub enum Kind {
    Objective,
    Commitment,
}

/// The form, as typed: `form[amounts][0]` is the amount of `form[months][0]`, whose revision was `form[seen][0]`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct GoalsForm {
    pub operation: String,
    pub kind: String,
    pub pipeline: String,
    /// How the board was looked at: [`look_of`].
    #[serde(default)]
    pub look: String,
    #[serde(default)]
    pub months: Vec<String>,
    #[serde(default)]
    pub seen: Vec<String>,
    #[serde(default)]
    pub amounts: Vec<String>,
}

/// What a form asks for.
pub enum Asked {
    Objectives(SetObjectives),
    Commitment(SetCommitment),
}

/// A form on its way back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Returned {
    pub typed: GoalsForm,
    /// Why; none when somebody has changed it meanwhile.
    pub why: Option<AppError>,
}

/// How the board is looked at, as a form carries it.
#[must_use]
pub fn look_of(look: &Look) -> String {
    let pairs: Vec<_> = look.place().into_iter().chain(look.pairs()).collect();
    if pairs.is_empty() {
        String::new()
    } else {
        packed(&pairs)
    }
}

impl GoalsForm {
    /// The board as it was looked at. It is read anew, so that no form leads out of the board.
    #[must_use]
    pub fn board(&self) -> Look {
        let pairs: Vec<(String, String)> = unpacked(&self.look).unwrap_or_default();
        Look::read(|name| {
            let pair = pairs.iter().find(|(field, _)| field == name);
            pair.map(|(_, value)| value.clone())
        })
    }

    /// The address of the form with what was typed and why it came back: nothing typed is lost.
    #[must_use]
    pub fn sent_back(&self, why: Option<AppError>) -> String {
        let typed = Self {
            look: String::new(),
            ..self.clone()
        };
        self.board().with(BACK, &packed(&Returned { typed, why }))
    }

    /// Whether it was done as asked: a form that is sent again after it was done, with other amounts, was not.
    #[must_use]
    pub fn is_done(&self, outcome: &GoalOutcome) -> bool {
        let asked = self.goals().unwrap_or_default();
        let same = |(a, b): (&Goal, &Goal)| (a.month, a.amount) == (b.month, b.amount);
        matches!(outcome, GoalOutcome::Set(set) if set.len() == asked.len() && set.iter().zip(&asked).all(same))
    }

    /// What it asks for.
    ///
    /// # Errors
    /// `Invalid` for the first amount that cannot be read, under its place in the form.
    pub fn read(&self) -> Result<(OpId, Asked), AppError> {
        let operation = OpId::parse(&self.operation).map_err(|_| AppError::NotFound)?;
        let pipeline = PipelineId::parse(&self.pipeline).map_err(|_| AppError::NotFound)?;
        let goals = self.goals()?;
        let asked = match (self.kind.parse(), goals.first()) {
            (Ok(Kind::Objective), _) => Asked::Objectives(SetObjectives { pipeline, goals }),
            (Ok(Kind::Commitment), Some(goal)) => Asked::Commitment(SetCommitment { pipeline, goal: *goal }),
            _ => return Err(AppError::NotFound),
        };
        Ok((operation, asked))
    }

    fn goals(&self) -> Result<Vec<Goal>, AppError> {
        let count = self.months.len();
        if count > MOST_MONTHS || self.seen.len() != count || self.amounts.len() != count {
            return Err(AppError::NotFound);
        }
        let rows = self.months.iter().zip(&self.seen).zip(&self.amounts).enumerate();
        rows.map(|(at, ((month, seen), amount))| {
            Ok(Goal {
                month: Month::parse_iso(month).map_err(|_| AppError::NotFound)?,
                revision: revision(seen)?,
                amount: price(amount).map_err(|why| AppError::invalid(&at.to_string(), why))?,
            })
        })
        .collect()
    }
}

fn revision(seen: &str) -> Result<Option<Revision>, AppError> {
    if seen.is_empty() {
        return Ok(None);
    }
    let number = seen.parse::<u32>().ok();
    let revision = number.and_then(|number| Revision::try_from(number).ok());
    revision.map(Some).ok_or(AppError::NotFound)
}

/// None typed is none wanted.
fn price(text: &str) -> Result<Option<Money>, Invalid> {
    match text.trim() {
        "" => Ok(None),
        text => Money::parse_es(text)?.not_negative().map(Some),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(amounts: &[&str]) -> GoalsForm {
        let months = Month::parse_iso("2026-11-01").unwrap().onwards();
        GoalsForm {
            operation: OpId::fresh().to_string(),
            kind: Kind::Objective.as_ref().to_owned(),
            pipeline: PipelineId::fresh().to_string(),
            look: look_of(&Look::read(|name| (name == "q").then(|| "peña".to_owned()))),
            months: months.take(amounts.len()).map(|it| it.to_string()).collect(),
            seen: amounts.iter().map(|_| String::new()).collect(),
            amounts: amounts.iter().map(|it| (*it).to_owned()).collect(),
        }
    }

    #[test]
    fn the_first_amount_that_cannot_be_read_is_named_by_its_place() {
        let refused = form(&["84.000", "", "mucho", "-3"]).read().err().unwrap();
        assert!(matches!(&refused, AppError::Invalid { field, .. } if field == "2"));
        let Ok((_, Asked::Objectives(asked))) = form(&["84.000", ""]).read() else {
            panic!("it is read");
        };
        let amounts: Vec<_> = asked.goals.iter().map(|goal| goal.amount.map(Money::cents)).collect();
        assert_eq!(amounts, [Some(8_400_000), None]);
    }

    #[test]
    fn what_was_typed_comes_back_to_the_board_as_it_was_looked_at() {
        let form = form(&["mucho"]);
        let address = form.sent_back(None);
        let (board, back) = address.split_once("&goals=").unwrap();
        assert_eq!(board, "/board?q=pe%C3%B1a");
        let returned: Returned = unpacked(back).unwrap();
        assert_eq!(returned.typed.amounts, form.amounts);
    }

    #[test]
    fn a_form_sent_again_with_other_amounts_was_not_done() {
        let (first, again) = (form(&["84.000"]), form(&["90.000"]));
        let Ok((_, Asked::Objectives(asked))) = first.read() else {
            panic!("it is read");
        };
        let outcome = GoalOutcome::Set(asked.goals);
        assert!(first.is_done(&outcome) && !again.is_done(&outcome) && !first.is_done(&GoalOutcome::Stale));
    }
}
