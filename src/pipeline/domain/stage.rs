//! Pipelines and their stages.

use serde::{Deserialize, Serialize};
use strum::{AsRefStr, EnumIter, EnumString};

use super::Missing;
use crate::types::{Day, Money, PipelineId, Probability, Revision, ShortText, StageId};

/// A way of selling, with its own stages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pipeline {
    pub id: PipelineId,
    pub revision: Revision,
    pub name: ShortText,
    /// Place among the pipelines of the firm, from 0.
    pub position: u16,
}

/// A step of a pipeline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stage {
    pub id: StageId,
    pub revision: Revision,
    pub pipeline: PipelineId,
    /// The word that mappings and URLs use ("proposal").
    pub code: ShortText,
    pub name: ShortText,
    pub kind: StageKind,
    /// Kept on the opportunity at the moment it enters: a later change here rewrites no history.
    pub probability: Probability,
    /// Days without activity until a card is rotting; none means never.
    pub rots_after_days: Option<u16>,
    /// What an opportunity must have to enter.
    pub required: Vec<Requirement>,
    pub forecast: ForecastCategory,
    pub tone: Tone,
    /// Place from left to right, from 0.
    pub position: u16,
}

impl Stage {
    /// What an opportunity with this amount, close and contact lacks of what the stage requires.
    #[must_use]
    pub fn lacks(&self, amount: Option<Money>, close_on: Option<Day>, contact: Option<&ShortText>) -> Vec<Missing> {
        let lack = |requirement: &Requirement| match requirement {
            Requirement::Amount => amount.is_none().then_some(Missing::Amount),
            Requirement::CloseDate => close_on.is_none().then_some(Missing::CloseDate),
            Requirement::Contact => contact.is_none().then_some(Missing::Contact),
        };
        self.required.iter().filter_map(lack).collect()
    }
}

/// What being in the stage means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, AsRefStr, EnumString, EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum StageKind {
    Open,
    Won,
    Lost,
}

/// A field that a stage asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, AsRefStr, EnumString, EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Requirement {
    Amount,
    CloseDate,
    /// The person with whom it is dealt.
    Contact,
}

/// What the forecast makes of the stage (product.md §5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, AsRefStr, EnumString, EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum ForecastCategory {
    Pipeline,
    BestCase,
    Commit,
    Closed,
    Omitted,
}

/// The dye of a stage: one of the seven of the visual language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, AsRefStr, EnumString, EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Tone {
    Boli,
    Agua,
    Ciruela,
    Miel,
    Hoja,
    Lacre,
    Piedra,
}

/// The stages a new firm starts with: seed 004, with the probabilities and rotting days of product.md §5.
///
/// # Errors
/// Never for these constants; the parse of each name is passed on so that nothing here can panic.
pub fn default_stages(pipeline: PipelineId) -> Result<Vec<Stage>, crate::types::Invalid> {
    use Requirement::{Amount, CloseDate};
    type Row = (
        &'static str,
        &'static str,
        StageKind,
        u8,
        Option<u16>,
        &'static [Requirement],
        ForecastCategory,
        Tone,
    );
    const ROWS: [Row; 5] = [
        (
            "qualification",
            "Calificación y análisis",
            StageKind::Open,
            20,
            Some(14),
            &[],
            ForecastCategory::Pipeline,
            Tone::Agua,
        ),
        (
            "proposal",
            "Propuesta",
            StageKind::Open,
            50,
            Some(21),
            &[Amount],
            ForecastCategory::BestCase,
            Tone::Ciruela,
        ),
        (
            "negotiation",
            "Negociación y revisión",
            StageKind::Open,
            80,
            Some(14),
            &[Amount, CloseDate],
            ForecastCategory::Commit,
            Tone::Miel,
        ),
        (
            "won",
            "Ganada",
            StageKind::Won,
            100,
            None,
            &[Amount],
            ForecastCategory::Closed,
            Tone::Hoja,
        ),
        (
            "lost",
            "Perdida",
            StageKind::Lost,
            0,
            None,
            &[],
            ForecastCategory::Omitted,
            Tone::Piedra,
        ),
    ];
    ROWS.iter()
        .zip(0..)
        .map(
            |(&(code, name, kind, probability, rots_after_days, required, forecast, tone), position)| {
                Ok(Stage {
                    id: StageId::fresh(),
                    revision: Revision::FIRST,
                    pipeline,
                    code: ShortText::parse(code)?,
                    name: ShortText::parse(name)?,
                    kind,
                    probability: Probability::new(probability)?,
                    rots_after_days,
                    required: required.to_vec(),
                    forecast,
                    tone,
                    position,
                })
            },
        )
        .collect()
}
