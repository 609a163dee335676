//! The form of a new pipeline, as typed. It works without JavaScript.

use serde::{Deserialize, Serialize};

use super::{
    domain::{MOST_STAGES, NewPipeline, NewStage, Requirement},
    form::{Back, Refusal},
};
use crate::{
    error::AppError,
    types::{Invalid, OpId, Probability, ShortText, packed},
};

/// The form: `form[stages][2]` is the name of the third stage, and so on. A stage without a name is none.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PipelineForm {
    pub operation: String,
    pub name: String,
    #[serde(default)]
    pub stages: Vec<String>,
    #[serde(default)]
    pub chances: Vec<String>,
    #[serde(default)]
    pub rots: Vec<String>,
    /// What each asks for: one of [`ASKS`].
    #[serde(default)]
    pub asks: Vec<String>,
}

/// What a stage may ask for on the way in.
pub const ASKS: [(&str, &[Requirement]); 5] = [
    ("nothing", &[]),
    ("amount", &[Requirement::Amount]),
    ("amount_and_close", &[Requirement::Amount, Requirement::CloseDate]),
    ("contact", &[Requirement::Contact]),
    (
        "all",
        &[Requirement::Contact, Requirement::Amount, Requirement::CloseDate],
    ),
];

impl PipelineForm {
    /// What one begins with: the stages that every firm has.
    #[must_use]
    pub fn suggested() -> Self {
        let owned = |texts: [&str; MOST_STAGES]| texts.map(ToOwned::to_owned).to_vec();
        Self {
            stages: owned(["Contacto", "Propuesta", "Negociación", "", "", "", "", ""]),
            chances: owned(["20", "50", "80", "", "", "", "", ""]),
            rots: owned(["14", "21", "14", "", "", "", "", ""]),
            asks: owned(["nothing", "amount", "amount_and_close", "", "", "", "", ""]),
            ..Self::default()
        }
    }

    /// The address of the form with what was typed and why it came back: nothing typed is lost.
    #[must_use]
    pub fn sent_back(&self, field: String, why: Invalid) -> String {
        let back = packed(&Back {
            typed: self.clone(),
            refusal: Refusal::Invalid { field, why },
        });
        format!("/pipelines/new?back={back}")
    }

    /// The pipeline it asks for.
    ///
    /// # Errors
    /// `Invalid` for the first field that cannot be read: `name`, or `stage-2`, `chance-2`, `rots-2` of the third stage.
    pub fn read(&self) -> Result<(OpId, NewPipeline), AppError> {
        let operation = OpId::parse(&self.operation).map_err(|_| AppError::NotFound)?;
        let name = ShortText::parse(&self.name).map_err(|why| AppError::invalid("name", why))?;
        if self.stages.len() > MOST_STAGES {
            return Err(AppError::NotFound);
        }
        let named = self
            .stages
            .iter()
            .enumerate()
            .filter(|(_, name)| !name.trim().is_empty());
        let stages = named.map(|(at, _)| self.stage(at)).collect::<Result<Vec<_>, _>>()?;
        let asked = NewPipeline { name, stages };
        if let Err((at, why)) = asked.made(0) {
            // Places count what was named; the form counts its rows.
            let rows = (0..self.stages.len()).filter(|at| !self.stages[*at].trim().is_empty());
            let row = rows.into_iter().nth(at).unwrap_or_default();
            return Err(AppError::invalid(&format!("stage-{row}"), why));
        }
        Ok((operation, asked))
    }

    fn stage(&self, at: usize) -> Result<NewStage, AppError> {
        let typed = |texts: &[String]| texts.get(at).map(|text| text.trim().to_owned()).unwrap_or_default();
        let refused = |field: &str| {
            let field = format!("{field}-{at}");
            move |why| AppError::invalid(&field, why)
        };
        let rots = typed(&self.rots);
        let asks = typed(&self.asks);
        Ok(NewStage {
            name: ShortText::parse(&typed(&self.stages)).map_err(refused("stage"))?,
            probability: Probability::parse(&typed(&self.chances)).map_err(refused("chance"))?,
            rots_after_days: if rots.is_empty() {
                None
            } else {
                Some(days(&rots).map_err(refused("rots"))?)
            },
            required: ASKS
                .iter()
                .find(|(code, _)| *code == asks)
                .map(|(_, required)| required.to_vec())
                .unwrap_or_default(),
        })
    }
}

/// A year at most: nobody waits longer to be warned.
fn days(text: &str) -> Result<u16, Invalid> {
    let days = text.parse::<u16>().map_err(|_| Invalid::DaysFormat { max: 365 })?;
    if (1..=365).contains(&days) {
        Ok(days)
    } else {
        Err(Invalid::DaysFormat { max: 365 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form() -> PipelineForm {
        PipelineForm {
            operation: OpId::fresh().to_string(),
            name: "Renovaciones".to_owned(),
            ..PipelineForm::suggested()
        }
    }

    #[test]
    fn what_is_suggested_can_be_sent_as_it_is() {
        let (_, asked) = form().read().unwrap();
        assert_eq!(asked.stages.len(), 3);
        assert_eq!(asked.stages[2].required, [Requirement::Amount, Requirement::CloseDate]);
        assert_eq!(asked.stages[1].rots_after_days, Some(21));
    }

    #[test]
    fn what_cannot_be_read_is_named_by_its_row() {
        let refused = |change: fn(&mut PipelineForm)| {
            let mut form = form();
            change(&mut form);
            match form.read() {
                Err(AppError::Invalid { field, .. }) => field,
                other => panic!("{other:?}"),
            }
        };
        assert_eq!(refused(|form| form.name.clear()), "name");
        assert_eq!(refused(|form| form.chances[1] = "120".into()), "chance-1");
        assert_eq!(refused(|form| form.rots[2] = "0".into()), "rots-2");
        assert_eq!(
            refused(|form| form.stages.iter_mut().for_each(String::clear)),
            "stage-0"
        );
        let twice = refused(|form| {
            form.stages[1].clear();
            form.stages[4] = "contacto".into();
            form.chances[4] = "30".into();
        });
        assert_eq!(twice, "stage-4");
    }
}
