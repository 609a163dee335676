//! How sales end, dealt out so that few of them show every way.

use crate::{demo::dice::Dice, pipeline::domain::LossReason};

/// How a sale stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    Open(Course),
    Won,
    Lost(LossReason),
}

impl Fate {
    /// Where in the default pipeline it ends, if it is not open.
    pub const fn stage(self) -> Option<usize> {
        match self {
            Self::Open(_) => None,
            Self::Won => Some(3),
            Self::Lost(_) => Some(4),
        }
    }

    /// Why it was lost.
    pub const fn reason(self) -> Option<LossReason> {
        match self {
            Self::Lost(reason) => Some(reason),
            Self::Open(_) | Self::Won => None,
        }
    }
}

/// Where an open sale is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Course {
    /// By position.
    pub stage: usize,
    /// Whether it should have closed by now.
    pub overdue: bool,
    pub pulse: Pulse,
}

/// How lively an open sale is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pulse {
    /// Not long in its stage.
    Fresh,
    /// Long in its stage, and somebody spoke with them lately.
    KeptAlive,
    /// Long in its stage, and nobody has.
    Rotting,
}

/// More in the first stage than in the last.
const STAGES: [usize; 9] = [0, 1, 2, 0, 1, 0, 2, 1, 0];
/// Every reason once, then as often as they are heard.
const REASONS: [LossReason; 20] = {
    use LossReason::{
        Competition, MissingFeature, NoAnswer, NoBudget, NoDecisionMaker, NoFit, Other, Postponed, Price, TooLong,
        UsedToLowerPrice,
    };
    [
        Price,
        Competition,
        NoAnswer,
        Postponed,
        NoBudget,
        UsedToLowerPrice,
        NoDecisionMaker,
        TooLong,
        MissingFeature,
        NoFit,
        Other,
        Price,
        NoAnswer,
        Competition,
        Postponed,
        Price,
        NoBudget,
        NoAnswer,
        Competition,
        Price,
    ]
};

/// Deals fates.
#[derive(Default)]
pub struct Fates {
    opened: usize,
    lost: usize,
}

impl Fates {
    /// The next that is open.
    pub fn open(&mut self) -> Fate {
        let number = self.opened;
        self.opened += 1;
        // Cycles of lengths without a common factor: every mixture comes up.
        Fate::Open(Course {
            stage: STAGES[number % STAGES.len()],
            overdue: number % 7 == 3,
            pulse: match number % 5 {
                1 => Pulse::Rotting,
                4 => Pulse::KeptAlive,
                _ => Pulse::Fresh,
            },
        })
    }

    /// The next that is won or lost.
    pub fn closed(&mut self, dice: &mut Dice) -> Fate {
        if dice.chance(48) {
            return Fate::Won;
        }
        let reason = REASONS[self.lost % REASONS.len()];
        self.lost += 1;
        Fate::Lost(reason)
    }
}
