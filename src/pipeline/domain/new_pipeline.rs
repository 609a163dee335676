//! Another way of selling: a pipeline of the firm's own making.

use serde::{Deserialize, Serialize};

use super::{ForecastCategory, Pipeline, Requirement, Stage, StageKind, Tone, default_stages};
use crate::types::{Invalid, PipelineId, Probability, Revision, ShortText, StageId, fold};

/// As many open stages as a screen has room for.
pub const MOST_STAGES: usize = 8;

/// What an administrator asks for; won and lost are added to its stages.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NewPipeline {
    pub name: ShortText,
    /// The open ones, from left to right: at least one, at most [`MOST_STAGES`], each name once.
    pub stages: Vec<NewStage>,
}

/// An open stage of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NewStage {
    pub name: ShortText,
    pub probability: Probability,
    /// Days without activity until a card is rotting; none means never.
    pub rots_after_days: Option<u16>,
    pub required: Vec<Requirement>,
}

impl NewPipeline {
    /// The pipeline with its stages, at a place among those of the firm.
    ///
    /// # Errors
    /// The place of the stage that is refused, and why.
    pub fn made(&self, position: u16) -> Result<(Pipeline, Vec<Stage>), (usize, Invalid)> {
        let pipeline = Pipeline {
            id: PipelineId::fresh(),
            revision: Revision::FIRST,
            name: self.name.clone(),
            position,
        };
        if self.stages.is_empty() {
            return Err((0, Invalid::Empty));
        }
        if self.stages.len() > MOST_STAGES {
            // Small by its definition.
            let max = MOST_STAGES as u16;
            return Err((MOST_STAGES, Invalid::TooMany { max }));
        }
        let mut made: Vec<Stage> = Vec::new();
        let ends = default_stages(pipeline.id).map_err(|why| (0, why))?;
        let ends: Vec<Stage> = ends.into_iter().filter(|it| it.kind != StageKind::Open).collect();
        for (at, stage) in self.stages.iter().enumerate() {
            let code = code_of(&stage.name).map_err(|why| (at, why))?;
            let name = fold(stage.name.as_str());
            if made
                .iter()
                .chain(&ends)
                .any(|it| it.code == code || fold(it.name.as_str()) == name)
            {
                return Err((at, Invalid::Taken));
            }
            made.push(Stage {
                id: StageId::fresh(),
                revision: Revision::FIRST,
                pipeline: pipeline.id,
                code,
                name: stage.name.clone(),
                kind: StageKind::Open,
                probability: stage.probability,
                rots_after_days: stage.rots_after_days,
                required: stage.required.clone(),
                forecast: forecast_of(stage.probability),
                tone: TONES[at % TONES.len()],
                position: 0,
            });
        }
        made.extend(ends);
        for (stage, position) in made.iter_mut().zip(0..) {
            stage.position = position;
        }
        Ok((pipeline, made))
    }
}

/// The dyes of open stages, from left to right; green and grey are those of won and lost, red warns.
const TONES: [Tone; 4] = [Tone::Agua, Tone::Ciruela, Tone::Miel, Tone::Boli];

/// The word for addresses and mappings: "Negociación y revisión" is `negociacion_y_revision`.
fn code_of(name: &ShortText) -> Result<ShortText, Invalid> {
    let folded = fold(name.as_str());
    let words = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    ShortText::parse(&words.collect::<Vec<_>>().join("_"))
}

/// As the stages that every firm starts with have it: 20, 50 and 80 %.
fn forecast_of(probability: Probability) -> ForecastCategory {
    match probability.percent() {
        0..40 => ForecastCategory::Pipeline,
        40..70 => ForecastCategory::BestCase,
        _ => ForecastCategory::Commit,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(names: &[&str]) -> NewPipeline {
        let stage = |name: &&str| NewStage {
            name: ShortText::parse(name).unwrap(),
            probability: Probability::new(50).unwrap(),
            rots_after_days: Some(10),
            required: vec![Requirement::Amount],
        };
        NewPipeline {
            name: ShortText::parse("Renovaciones").unwrap(),
            stages: names.iter().map(stage).collect(),
        }
    }

    #[test]
    fn its_stages_stand_in_their_order_and_end_with_won_and_lost() {
        let (pipeline, stages) = asked(&["Aviso enviado", "Por firmar"]).made(1).unwrap();
        let codes: Vec<&str> = stages.iter().map(|stage| stage.code.as_str()).collect();
        assert_eq!(codes, ["aviso_enviado", "por_firmar", "won", "lost"]);
        assert!(
            stages
                .iter()
                .zip(0..)
                .all(|(stage, at)| stage.position == at && stage.pipeline == pipeline.id)
        );
        assert_eq!(stages[0].forecast, ForecastCategory::BestCase);
    }

    #[test]
    fn no_stage_twice_none_that_is_won_or_lost_already_and_not_too_many() {
        assert_eq!(asked(&[]).made(0).unwrap_err(), (0, Invalid::Empty));
        assert_eq!(asked(&["Aviso", "  aviso "]).made(0).unwrap_err(), (1, Invalid::Taken));
        assert_eq!(asked(&["Won"]).made(0).unwrap_err(), (0, Invalid::Taken));
        assert_eq!(asked(&["Aviso", "ganada"]).made(0).unwrap_err(), (1, Invalid::Taken));
        assert_eq!(asked(&["¿?"]).made(0).unwrap_err(), (0, Invalid::Empty));
        let many: Vec<String> = (0..9).map(|at| format!("Fase {at}")).collect();
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        assert_eq!(asked(&many).made(0).unwrap_err().1, Invalid::TooMany { max: 8 });
    }
}
