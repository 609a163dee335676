use super::{MAX_LENGTH, Rank, RankError};
use proptest::prelude::*;

fn rank(text: &str) -> Rank {
    Rank::parse(text).unwrap()
}

fn is_sound(rank: &Rank) -> bool {
    Rank::parse(rank.as_str()).as_ref() == Ok(rank)
}

#[test]
fn known_neighbours() {
    for (lower, upper, expected) in [
        (None, None, "V"),
        (Some("V"), None, "V1"),
        (Some("V1x"), None, "V2"),
        (Some("Vz"), None, "W"),
        (None, Some("V"), "Uz"),
        (None, Some("V5x"), "V5"),
        (None, Some("U"), "Tzz"),
        (Some("V1"), Some("V2"), "V1V"),
        (Some("V"), Some("V1"), "V0V"),
        (Some("Vz"), Some("W1"), "W"),
        (Some("A"), Some("z"), "Z"),
        (Some("zz"), None, "zz000000000000000000000000000001"),
        (None, Some("01"), "00zzzzzzzzzzzzzzzzzzzzzzzzzzzzzz"),
    ] {
        let (lower, upper) = (lower.map(rank), upper.map(rank));
        let between = Rank::between(lower.as_ref(), upper.as_ref()).unwrap();
        assert_eq!(between.as_str(), expected);
    }
}

#[test]
fn the_ends_of_the_alphabet_are_not_the_end() {
    let mut last = rank(&"z".repeat(32));
    let mut first = rank(&format!("{}1", "0".repeat(31)));
    for _ in 0..100 {
        let next = Rank::between(Some(&last), None).unwrap();
        assert!(next > last && is_sound(&next));
        last = next;
        let next = Rank::between(None, Some(&first)).unwrap();
        assert!(next < first && is_sound(&next));
        first = next;
    }
}

#[test]
fn ten_thousand_at_either_end_stay_short() {
    let (mut first, mut last) = (Rank::first(), Rank::first());
    for _ in 0..10_000 {
        let next = Rank::between(Some(&last), None).unwrap();
        assert!(next > last && next.as_str().len() <= 4);
        last = next;
        let next = Rank::between(None, Some(&first)).unwrap();
        assert!(next < first && next.as_str().len() <= 4);
        first = next;
    }
}

#[test]
fn two_thousand_at_one_spot_fit_and_then_a_spread_is_asked_for() {
    let floor = Rank::first();
    let mut upper = Rank::between(Some(&floor), None).unwrap();
    let mut count = 0;
    let refusal = loop {
        match Rank::between(Some(&floor), Some(&upper)) {
            Ok(next) => {
                assert!(floor < next && next < upper);
                upper = next;
                count += 1;
            }
            Err(error) => break error,
        }
    };
    assert_eq!(refusal, RankError::TooLong);
    assert!(count > 2_000, "{count}");
}

#[test]
fn refusals_are_precise() {
    let two = [rank("V"), rank("W")];
    for (lower, upper) in [(&two[1], &two[0]), (&two[0], &two[0])] {
        let between = Rank::between(Some(lower), Some(upper));
        assert_eq!(between, Err(RankError::Order));
    }
    for (text, reason) in [
        ("", RankError::Empty),
        ("V0", RankError::TrailingZero),
        ("V-1", RankError::BadCharacter),
        ("Vñ", RankError::BadCharacter),
        (&"z".repeat(MAX_LENGTH + 1), RankError::TooLong),
    ] {
        assert_eq!(Rank::parse(text), Err(reason), "{text}");
    }
    assert!(serde_json::from_str::<Rank>("\"V0\"").is_err());
}

#[test]
fn a_spread_is_ordered_short_and_roomy() {
    for (count, longest) in [(0, 0), (1, 2), (61, 2), (62, 3), (3_843, 3), (3_844, 4), (100_000, 4)] {
        let ranks = Rank::spread(count);
        assert_eq!(ranks.len(), count as usize);
        assert!(ranks.is_sorted_by(|a, b| a < b));
        assert!(ranks.iter().all(is_sound));
        assert_eq!(ranks.iter().map(|r| r.as_str().len()).max().unwrap_or(0), longest);
        if let (Some(first), Some(last)) = (ranks.first(), ranks.last()) {
            let (before, after) = (Rank::between(None, Some(first)), Rank::between(Some(last), None));
            assert!(before.as_ref().unwrap() < first && last < after.as_ref().unwrap());
            assert!(after.unwrap().as_str().len() <= 4);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn random_insertions_keep_their_order(places in prop::collection::vec(any::<prop::sample::Index>(), 2_000)) {
        let mut column: Vec<Rank> = Vec::new();
        for place in places {
            let at = place.index(column.len() + 1);
            let lower = at.checked_sub(1).map(|index| &column[index]);
            let next = Rank::between(lower, column.get(at)).unwrap();
            prop_assert!(is_sound(&next));
            column.insert(at, next);
        }
        prop_assert!(column.is_sorted_by(|a, b| a < b));
        let longest = column.iter().map(|rank| rank.as_str().len()).max();
        prop_assert!(longest.is_some_and(|length| length <= 16), "{:?}", longest);
    }
}

proptest! {
    #[test]
    fn any_two_ranks_have_another_between(a in "[0-9A-Za-z]{0,40}[1-9A-Za-z]", b in "[0z]{0,3}[01yz]{0,5}[1-9A-Za-z]") {
        let (a, b) = (rank(&a), rank(&b));
        let (lower, upper) = (a.clone().min(b.clone()), a.max(b));
        prop_assume!(lower < upper);
        for (lower, upper) in [(None, Some(&lower)), (Some(&lower), Some(&upper)), (Some(&upper), None)] {
            let between = Rank::between(lower, upper).unwrap();
            prop_assert!(is_sound(&between));
            prop_assert!(lower.is_none_or(|lower| *lower < between));
            prop_assert!(upper.is_none_or(|upper| between < *upper));
        }
    }
}

#[test]
fn at_once_on_top_or_at_the_bottom_each_has_a_place_of_its_own() {
    let (mut first, mut last) = (Rank::first(), Rank::first());
    for round in 0..500 {
        let choices = (0..64).map(|n| round * 64 + n);
        let before: std::collections::BTreeSet<Rank> = choices
            .clone()
            .map(|by| Rank::before(Some(&first), by).unwrap())
            .collect();
        let after: std::collections::BTreeSet<Rank> = choices.map(|by| Rank::after(Some(&last), by).unwrap()).collect();
        assert_eq!((before.len(), after.len()), (64, 64));
        assert!(before.iter().all(|rank| *rank < first && is_sound(rank)));
        assert!(after.iter().all(|rank| *rank > last && is_sound(rank)));
        first = before.into_iter().next().unwrap();
        last = after.into_iter().next_back().unwrap();
    }
    assert!(first.as_str().len() < 10 && last.as_str().len() < 10, "{first} {last}");
    assert_ne!(Rank::before(None, 1), Rank::before(None, 2));
}

proptest! {
    #[test]
    fn before_and_after_any_rank_there_is_another(a in "[0-9A-Za-z]{0,40}[1-9A-Za-z]", by in any::<u32>()) {
        let rank = rank(&a);
        let (before, after) = (Rank::before(Some(&rank), by).unwrap(), Rank::after(Some(&rank), by).unwrap());
        prop_assert!(before < rank && rank < after, "{before} {rank} {after}");
        prop_assert!(is_sound(&before) && is_sound(&after));
    }
}
