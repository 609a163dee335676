//! Where an opportunity has been.

use serde::{Deserialize, Serialize};

use crate::types::StageId;

/// The open stages that an opportunity has been in, each once: what conversions are counted from.
///
/// Empty where nobody knows: what came closed from an old list has no path, and a guess would be no history.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Visited(Vec<StageId>);

impl Visited {
    /// It is in this open stage now.
    pub fn enter(&mut self, stage: StageId) {
        if !self.holds(stage) {
            self.0.push(stage);
        }
    }

    /// Whether it has been in this stage.
    #[must_use]
    pub fn holds(&self, stage: StageId) -> bool {
        self.0.contains(&stage)
    }

    /// In the order in which it entered them.
    #[must_use]
    pub fn stages(&self) -> &[StageId] {
        &self.0
    }
}

impl FromIterator<StageId> for Visited {
    fn from_iter<I: IntoIterator<Item = StageId>>(stages: I) -> Self {
        let mut visited = Self::default();
        stages.into_iter().for_each(|stage| visited.enter(stage));
        visited
    }
}
