//! The figures reconcile, and the rates are those that a child would count.

use proptest::{collection::vec, prelude::*};

use super::*;
use crate::{
    pipeline::domain::Visited,
    types::{Day, Month, StageId},
};

fn day(number: i32) -> Day {
    Day::parse_iso("2026-01-01").unwrap().plus_days(number)
}

/// Sales or losses: the day, and in which of three stages each has been.
fn ended() -> impl Strategy<Value = Vec<(i32, [bool; 3])>> {
    vec((0..700_i32, any::<[bool; 3]>()), 0..120)
}

fn newest_first(stages: &[StageId; 3], mut raw: Vec<(i32, [bool; 3])>) -> Vec<Ended> {
    raw.sort_by_key(|(on, _)| std::cmp::Reverse(*on));
    let visited = |been: [bool; 3]| -> Visited { stages.iter().zip(been).filter(|it| it.1).map(|it| *it.0).collect() };
    raw.into_iter()
        .map(|(on, been)| Ended {
            closed_on: day(on),
            visited: visited(been),
        })
        .collect()
}

proptest! {
    #[test]
    fn what_is_won_likely_and_to_be_found_is_the_objective_or_more(
        won in 0..900_000_000_i64, weighted in 0..900_000_000_i64, objective in proptest::option::of(0..900_000_000_i64)
    ) {
        let money = |cents| Money::eur(cents).unwrap();
        let figures = Figures {
            won: money(won),
            weighted: money(weighted),
            objective: objective.map(money),
            with_objective: 1,
        };
        prop_assert_eq!(figures.to_find().is_some(), objective.is_some());
        if let (Some(objective), Some(to_find)) = (objective, figures.to_find()) {
            let all = won + weighted + to_find.cents();
            prop_assert!(all >= objective);
            prop_assert!(to_find.cents() == 0 || all == objective);
        }
        let (solid, hatched) = figures.shares();
        prop_assert!(solid + hatched <= 1_000);
        prop_assert!(objective.is_some() || won + weighted == 0 || solid + hatched == 1_000);
    }

    #[test]
    fn conversions_are_a_plain_count(won in ended(), lost in ended()) {
        let stages = [StageId::fresh(), StageId::fresh(), StageId::fresh()];
        let history = History::of(stages, &newest_first(&stages, won.clone()), &newest_first(&stages, lost.clone()));
        for (at, conversion) in history.stages.iter().enumerate() {
            let naive = |all: &[(i32, [bool; 3])]| all.iter().filter(|(_, been)| been[at]).count() as u32;
            prop_assert_eq!((conversion.won, conversion.lost), (naive(&won), naive(&lost)));
            let of = conversion.of(Money::eur(1_000).unwrap());
            prop_assert_eq!(of.is_some(), naive(&won) + naive(&lost) >= ENOUGH);
            prop_assert!(of.is_none_or(|it| (0..=1_000).contains(&it.cents())));
        }
        let known = won.iter().chain(&lost).filter(|(_, been)| been.contains(&true)).count() as u32;
        prop_assert_eq!(history.closings, known);
    }

    #[test]
    fn a_past_that_is_cut_is_cut_for_both(on in 0..300_i32) {
        let stages = [StageId::fresh(), StageId::fresh(), StageId::fresh()];
        // Many losses, newer than `on`, and one sale a day for longer than that.
        let lost = (0..MOST_ENDED as i32).map(|n| (on + n / 2, [true, false, false])).collect();
        let won = (0..900).map(|day| (day, [true, false, false])).collect();
        let history = History::of(stages, &newest_first(&stages, won), &newest_first(&stages, lost));
        let conversion = history.stages[0];
        prop_assert_eq!(conversion.won, 899 - on as u32);
        prop_assert_eq!(conversion.lost, MOST_ENDED as u32 - 2);
    }
}

#[test]
fn a_rate_is_rounded_to_the_cent() {
    let stage = StageId::fresh();
    let rate = Conversion {
        stage,
        won: 10,
        lost: 20,
    };
    assert_eq!(rate.of(Money::eur(100).unwrap()), Money::eur(33).ok());
    assert_eq!(rate.of(Money::eur(200).unwrap()), Money::eur(67).ok());
    let few = Conversion {
        stage,
        won: 10,
        lost: 9,
    };
    assert_eq!(few.of(Money::eur(100).unwrap()), None);
}

#[test]
fn spans_are_of_the_calendar() {
    let today = Day::parse_iso("2026-11-22").unwrap();
    let months = |span: Span| span.months(today).map(|it| it.to_string()).collect::<Vec<_>>();
    assert_eq!(months(Span::Month), ["2026-11-01"]);
    assert_eq!(months(Span::Quarter), ["2026-10-01", "2026-11-01", "2026-12-01"]);
    assert_eq!(months(Span::Year).len(), 12);
    assert_eq!(Span::Year.days(today), Month::of(day(0)).first_day()..=day(364));
}
