use super::{Day, Invalid, Locale};
use proptest::prelude::*;

fn day(year: i32, month: u32, day: u32) -> Day {
    Day::new(year, month, day).unwrap()
}

#[test]
fn people_write_days_in_several_ways() {
    for text in ["25/11/2026", " 25-11-2026", "25.11.2026", "2026-11-25"] {
        assert_eq!(Day::parse_es(text), Ok(day(2026, 11, 25)), "{text}");
    }
    assert_eq!(Day::parse_es("1/2/2026"), Ok(day(2026, 2, 1)));
    assert_eq!(Day::parse_es("29/02/2024"), Ok(day(2024, 2, 29)));
}

#[test]
fn refusals_are_precise() {
    for (text, reason) in [
        (" ", Invalid::Empty),
        ("1/2/26", Invalid::DayFormat),
        ("25/11", Invalid::DayFormat),
        ("25/11/2026/1", Invalid::DayFormat),
        ("25/11-2026", Invalid::DayFormat),
        ("25 de noviembre", Invalid::DayFormat),
        ("2026/11/25", Invalid::DayFormat),
        ("2026-1-5", Invalid::DayFormat),
        ("+5/11/2026", Invalid::DayFormat),
        ("٢٥/11/2026", Invalid::DayFormat),
        ("29/02/2026", Invalid::DayImpossible),
        ("29/02/2100", Invalid::DayImpossible),
        ("31/04/2026", Invalid::DayImpossible),
        ("11/25/2026", Invalid::DayImpossible),
        ("00/01/2026", Invalid::DayImpossible),
        ("01/01/0026", Invalid::DayImpossible),
    ] {
        assert_eq!(Day::parse_es(text), Err(reason), "{text}");
    }
    for text in ["25/11/2026", "2026-11-25T00:00:00Z", "02026-11-25", ""] {
        assert_eq!(Day::parse_iso(text), Err(Invalid::DayFormat), "{text}");
    }
}

#[test]
fn days_are_written_as_each_language_does() {
    let wednesday = day(2026, 11, 25);
    assert_eq!(wednesday.format(Locale::Es), "25/11/2026");
    assert_eq!(wednesday.format(Locale::En), "25/11/2026");
    assert_eq!(wednesday.short_weekday_day(Locale::Es, wednesday), "mié 25/11");
    assert_eq!(wednesday.short_weekday_day(Locale::En, wednesday), "Wed 25/11");
    assert_eq!(
        wednesday.plus_days(4).short_weekday_day(Locale::Es, wednesday),
        "dom 29/11"
    );
    let february = Day::new(2027, 2, 22).unwrap();
    assert_eq!(february.short_weekday_day(Locale::Es, wednesday), "lun 22/02/2027");
    assert_eq!(serde_json::to_string(&wednesday).unwrap(), "\"2026-11-25\"");
}

#[test]
fn a_month_later_stays_within_the_month() {
    for (from, to) in [
        ((2026, 1, 31), (2026, 2, 28)),
        ((2024, 1, 30), (2024, 2, 29)),
        ((2100, 1, 29), (2100, 2, 28)),
        ((2026, 3, 31), (2026, 4, 30)),
        ((2026, 12, 31), (2027, 1, 31)),
        ((2026, 2, 28), (2026, 3, 28)),
        ((9999, 12, 15), (9999, 12, 31)),
    ] {
        assert_eq!(day(from.0, from.1, from.2).add_month(), day(to.0, to.1, to.2));
    }
}

#[test]
fn ranges_cover_their_days() {
    let leap = day(2024, 2, 29);
    assert_eq!(leap.month(), day(2024, 2, 1)..=leap);
    assert_eq!(leap.quarter(), day(2024, 1, 1)..=day(2024, 3, 31));
    assert_eq!(leap.week(), day(2024, 2, 26)..=day(2024, 3, 3));
    assert_eq!(day(2026, 8, 31).quarter(), day(2026, 7, 1)..=day(2026, 9, 30));
    assert_eq!(Day::LAST.quarter(), day(9999, 10, 1)..=Day::LAST);
    assert_eq!(Day::FIRST.month(), Day::FIRST..=day(1000, 1, 31));
}

#[test]
fn the_calendar_has_ends() {
    assert_eq!(Day::LAST.plus_days(i32::MAX), Day::LAST);
    assert_eq!(Day::FIRST.plus_days(i32::MIN), Day::FIRST);
    assert_eq!(Day::LAST.to_string(), "9999-12-31");
    assert_eq!(Day::FIRST.to_string(), "1000-01-01");
}

fn any_day() -> impl Strategy<Value = Day> {
    (0..=Day::LAST.days_since(Day::FIRST)).prop_map(|days| Day::FIRST.plus_days(days))
}

proptest! {
    #[test]
    fn what_is_written_reads_back(day in any_day()) {
        prop_assert_eq!(Day::parse_es(&day.format(Locale::Es)), Ok(day));
        let json = serde_json::to_string(&day).unwrap();
        prop_assert_eq!(serde_json::from_str::<Day>(&json).unwrap(), day);
    }

    #[test]
    fn distances_add_up(from in any_day(), to in any_day()) {
        prop_assert_eq!(from.plus_days(to.days_since(from)), to);
    }

    #[test]
    fn a_range_holds_its_day_and_nothing_of_the_next(day in any_day()) {
        for range in [day.week(), day.month(), day.quarter()] {
            prop_assert!(range.contains(&day));
            prop_assert!(!range.contains(&range.end().plus_days(1)) || *range.end() == Day::LAST);
        }
    }

    #[test]
    fn no_text_makes_the_parser_fall(text in "[0-9]{0,4}[-/.][0-9]{0,2}[-/.][0-9]{0,4}|\\PC{0,12}") {
        if let Ok(day) = Day::parse_es(&text) {
            prop_assert_eq!(Day::parse_es(&day.to_string()), Ok(day));
        }
    }
}
