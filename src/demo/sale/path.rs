//! The days on which an opportunity went from stage to stage.

use super::{Course, Fate, Pulse};
use crate::{
    demo::{calendar::Workday, dice::Dice},
    pipeline::domain::Stage,
};

/// How far it came, and when.
pub struct Path {
    /// The stages it was open in, by position, with the day it entered each; never empty.
    pub steps: Vec<(usize, Workday)>,
    /// The day it was won or lost.
    pub closed: Option<Workday>,
    /// The last day somebody spoke with them about it.
    pub heard: Workday,
}

/// Working days of eighteen months.
const HISTORY: i32 = 390;

impl Path {
    /// A path between the day after the client was known and the last day.
    pub fn new(fate: Fate, stages: &[Stage], known: Workday, last: Workday, dice: &mut Dice) -> Self {
        let floor = known.plus(1).min(last);
        let within = |day: Workday| day.clamp(floor, last);
        let (end, entered, closed, heard) = match fate {
            Fate::Open(course) => {
                let (entered, heard) = open(&stages[course.stage], course, last, dice);
                (course.stage, within(entered), None, within(heard))
            }
            Fate::Won | Fate::Lost(_) => {
                let ends: &[usize] = if fate == Fate::Won {
                    &[1, 2, 2, 2]
                } else {
                    &[0, 1, 1, 2]
                };
                let closed = within(closing(last, dice));
                let entered = within(closed.plus(-dice.between(2, 15)));
                (*dice.pick(ends), entered, Some(closed), closed)
            }
        };
        let start = if end > 0 && dice.chance(15) { 1 } else { 0 };
        let mut steps = vec![(end, entered)];
        let mut day = entered;
        for stage in (start..end).rev() {
            day = within(day.plus(-dice.between(2, 15)));
            steps.insert(0, (stage, day));
        }
        let heard = heard.max(day);
        Self { steps, closed, heard }
    }
}

/// When an open one entered its stage and was last heard of.
fn open(stage: &Stage, course: Course, last: Workday, dice: &mut Dice) -> (Workday, Workday) {
    let limit = i32::from(stage.rots_after_days.unwrap_or(14)) * 5 / 7;
    let days = match course.pulse {
        Pulse::Fresh => dice.between(0, limit - 2),
        Pulse::KeptAlive | Pulse::Rotting => dice.between(limit + 3, limit + 25),
    };
    let silence = match course.pulse {
        Pulse::Rotting => dice.between(limit + 2, days + 5),
        Pulse::Fresh | Pulse::KeptAlive => dice.between(0, days.min(limit - 3)),
    };
    (last.plus(-days), last.plus(-silence))
}

/// One in five closed this month, so that the month has something to show.
fn closing(last: Workday, dice: &mut Dice) -> Workday {
    let before = Workday::of(last.day().month().start().plus_days(-1));
    let most = if dice.chance(20) {
        last.since(before) - 1
    } else {
        HISTORY
    };
    last.plus(-dice.between(0, most))
}
