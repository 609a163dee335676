//! What an import would do, or has done, in figures.

use std::path::Path;

use super::{
    Outcome, Pass,
    domain::{Kind, Made, Mapping, Refusal, Rejection},
    store::Ground,
};
use crate::types::{Money, ShortText};

/// The figures of a whole import.
#[derive(Clone, Debug)]
pub struct Preview {
    /// One for each block of the mapping, in the order of importing.
    pub blocks: Vec<BlockCount>,
    /// The opportunities to create, one for each stage, from left to right.
    pub stages: Vec<StageTally>,
    /// Every row that is left out.
    pub rejections: Vec<Rejection>,
}

/// The figures of one block of the mapping.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockCount {
    /// What it makes.
    pub kind: Kind,
    /// Of which file.
    pub file: String,
    /// Rows of the file, without header and blank lines.
    pub rows: u64,
    /// New records.
    pub new: u64,
    /// Records that are there already, from an earlier import or written by hand.
    pub there: u64,
    /// Rows that say a record again.
    pub repeated: u64,
    /// Rows that are left out.
    pub rejected: u64,
}

/// The opportunities of a stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StageTally {
    /// The code of the stage.
    pub code: ShortText,
    /// Its name.
    pub name: ShortText,
    /// How many.
    pub count: u32,
    /// The sum of their amounts; those without amount add nothing.
    pub amount: Money,
}

impl Preview {
    /// Goes through the files once and writes nothing.
    ///
    /// # Errors
    /// What makes the files unfit to be imported.
    pub fn of(
        mapping: &Mapping,
        folder: &Path,
        ground: &Ground,
        mut on_row: impl FnMut(),
    ) -> Result<Self, Vec<Refusal>> {
        let mut preview = Self::empty(mapping, ground);
        let mut pass = Pass::new(mapping, folder, ground)?;
        while let Some((block, outcome)) = pass.next_row().map_err(|refusal| vec![refusal])? {
            preview.count(block, outcome, ground);
            on_row();
        }
        Ok(preview)
    }

    /// Nothing yet.
    pub(super) fn empty(mapping: &Mapping, ground: &Ground) -> Self {
        let none = |kind, file: &String| BlockCount {
            kind,
            file: file.clone(),
            rows: 0,
            new: 0,
            there: 0,
            repeated: 0,
            rejected: 0,
        };
        let tally = |stage: &crate::pipeline::domain::Stage| StageTally {
            code: stage.code.clone(),
            name: stage.name.clone(),
            count: 0,
            amount: Money::ZERO,
        };
        Self {
            blocks: mapping
                .blocks
                .iter()
                .map(|block| none(block.kind, &block.file))
                .collect(),
            stages: ground.stages.iter().map(tally).collect(),
            rejections: Vec::new(),
        }
    }

    fn count(&mut self, block: usize, outcome: Outcome, ground: &Ground) {
        let Some(count) = self.blocks.get_mut(block) else {
            return;
        };
        count.rows += 1;
        match outcome {
            Outcome::New(_, made) => {
                count.new += 1;
                self.tally(&made, ground);
            }
            Outcome::Adopted(..) | Outcome::Known => count.there += 1,
            Outcome::Repeated => count.repeated += 1,
            Outcome::Rejected(rejection) => {
                count.rejected += 1;
                self.rejections.push(rejection);
            }
        }
    }

    fn tally(&mut self, made: &Made, ground: &Ground) {
        let Made::Opportunity(opportunity) = made else {
            return;
        };
        let place = ground.stages.iter().position(|stage| stage.id == opportunity.stage);
        if let Some(tally) = place.and_then(|place| self.stages.get_mut(place)) {
            tally.count += 1;
            // A hundred thousand million euros in one column is beyond what is shown: it stays there.
            tally.amount = tally
                .amount
                .checked_add(opportunity.amount.unwrap_or_default())
                .unwrap_or(tally.amount);
        }
    }

    /// How many records there are to create.
    #[must_use]
    pub fn new_records(&self) -> u64 {
        self.blocks.iter().map(|block| block.new).sum()
    }

    /// How many rows there are.
    #[must_use]
    pub fn rows(&self) -> u64 {
        self.blocks.iter().map(|block| block.rows).sum()
    }
}
