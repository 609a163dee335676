//! When a message that nobody accepts goes further, and to whom.

use chrono::TimeDelta;

use crate::{
    agenda::domain::WorkingDays,
    clients::domain::Account,
    team::domain::{Action, Lens, Role, Subject, User},
    types::{Moment, TimeZone, UserId},
};

/// So often it goes further: then the administrators have it as well, and there is nobody else.
pub const LAST_LEVEL: u32 = 3;

/// Who opens the firm in the morning finds it: nine o'clock, before noon.
const BEFORE_NOON: i64 = 3;

/// When a message that has gone further `level` times does so again: an hour after it was left, four hours after, and at nine of the
/// next working day (product.md, idea 16). Hours are of the clock, also at night: who has it at seven in the evening has it when they
/// come. None when it has gone as far as it can.
#[must_use]
pub fn due(left_at: Moment, level: u32, calendar: &WorkingDays) -> Option<Moment> {
    let later = |hours: i64| left_at.minus(TimeDelta::hours(-hours));
    match level {
        0 => Some(later(1)),
        1 => Some(later(4)),
        2 => {
            let zone = TimeZone::default();
            let next = calendar.after(left_at.local_day(zone), 1);
            Some(Moment::midday(next, zone).minus(TimeDelta::hours(BEFORE_NOON)))
        }
        _ => None,
    }
}

/// Who gets it as it goes further for the how manieth time: whoever holds the client, then those who answer for the area, for sales,
/// for the firm, and at last its administrators. Only who sees the client and does not know of it; where there is nobody of a kind, the next
/// kind gets it. Nobody where everybody has it.
#[must_use]
pub fn next_told(level: u32, users: &[User], account: &Account, known: &[UserId]) -> Vec<UserId> {
    let sees = |user: &&User| Lens::of(user).admits(Subject::Accounts, Action::View, account.belongs());
    let fresh: Vec<&User> = users
        .iter()
        .filter(|user| user.active && !known.contains(&user.id))
        .filter(sees)
        .collect();
    let with = |role: Role| -> Vec<UserId> {
        let those = fresh.iter().filter(|user| user.roles.contains(&role));
        those.map(|user| user.id).collect()
    };
    let holder = fresh.iter().filter(|user| account.owner == Some(user.id));
    let kinds = [
        holder.map(|user| user.id).collect(),
        with(Role::AreaManager),
        with(Role::SalesManager),
        with(Role::Management),
        with(Role::Administrator),
    ];
    // Each time it begins higher up.
    let from = match level {
        0 | 1 => 0,
        2 => 2,
        _ => 3,
    };
    let first = kinds.into_iter().skip(from).find(|kind: &Vec<UserId>| !kind.is_empty());
    first.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::Day;

    fn at(text: &str) -> Moment {
        Moment::parse(text).unwrap()
    }

    #[test]
    fn it_goes_further_after_one_hour_after_four_and_in_the_morning_of_the_next_working_day() {
        // A Friday before a holiday on Monday: the next working day is Tuesday.
        let calendar = WorkingDays::with([Day::parse_iso("2026-11-30").unwrap()]);
        let left = at("2026-11-27T17:30:00+01:00");
        let steps: Vec<_> = (0..=LAST_LEVEL).map(|level| due(left, level, &calendar)).collect();
        assert_eq!(
            steps,
            [
                Some(at("2026-11-27T18:30:00+01:00")),
                Some(at("2026-11-27T21:30:00+01:00")),
                Some(at("2026-12-01T09:00:00+01:00")),
                None
            ]
        );
    }

    #[test]
    fn each_step_is_later_than_the_one_before() {
        let calendar = WorkingDays::default();
        for hour in 0..24 {
            for day in ["2026-03-28", "2026-03-29", "2026-10-24", "2026-10-25", "2026-12-24"] {
                let left = at(&format!("{day}T{hour:02}:15:00Z"));
                let steps: Vec<Moment> = (0..LAST_LEVEL)
                    .filter_map(|level| due(left, level, &calendar))
                    .collect();
                assert_eq!(steps.len(), 3);
                assert!(left < steps[0] && steps.is_sorted(), "{left}: {steps:?}");
            }
        }
    }
}
