//! What somebody has planned with an open sale, if anybody has.

use crate::{
    demo::story::Teller,
    pipeline::domain::{NextStep, Opportunity, StageKind},
    timeline::domain::ActivityKind,
    types::TimeOfDay,
};

/// The further a sale has come, the more it is a matter of meeting.
const KINDS: [&[ActivityKind]; 3] = [
    &[
        ActivityKind::Call,
        ActivityKind::Call,
        ActivityKind::Email,
        ActivityKind::Visit,
    ],
    &[
        ActivityKind::Call,
        ActivityKind::Meeting,
        ActivityKind::Email,
        ActivityKind::Demo,
    ],
    &[
        ActivityKind::Call,
        ActivityKind::Visit,
        ActivityKind::Meeting,
        ActivityKind::Meeting,
    ],
];

/// One in six has none, one in six is late, one in eight is of today; the rest lie within two weeks.
pub fn next(teller: &mut Teller<'_>, it: &Opportunity, stage: usize) -> Option<NextStep> {
    let dice = &mut *teller.dice;
    let (planned, kind) = (dice.below(24), *dice.pick(KINDS[stage.min(2)]));
    let (late, ahead) = (dice.between(1, 9), dice.between(1, 10));
    let hour = format!("{}:{:02}", dice.between(9, 18), 15 * dice.between(0, 3));
    if it.state != StageKind::Open || planned < 4 {
        return None;
    }
    let on = match planned {
        4..8 => teller.last.plus(1 - late).day(),
        8..11 => teller.today,
        _ => teller.last.plus(1 + ahead).day(),
    };
    let is_met = !matches!(kind, ActivityKind::Call | ActivityKind::Email);
    let at = TimeOfDay::parse(&hour).ok().filter(|_| is_met);
    Some(NextStep { kind, on, at })
}
