use super::{Currency, Invalid, Locale, Money, Probability};
use proptest::prelude::*;
use strum::IntoEnumIterator;

/// The largest single amount, and the largest sum.
const LIMIT: i64 = 10_000_000_000_000;
const SUM: i64 = 9_000_000_000_000_000;

fn eur(cents: i64) -> Money {
    Money::eur(cents).unwrap()
}

#[test]
fn amounts_are_written_as_each_language_does() {
    for (cents, es, en) in [
        (0, "0,00\u{a0}€", "€0.00"),
        (5, "0,05\u{a0}€", "€0.05"),
        (99_999, "999,99\u{a0}€", "€999.99"),
        (123_456, "1.234,56\u{a0}€", "€1,234.56"),
        (-123_456_789, "-1.234.567,89\u{a0}€", "-€1,234,567.89"),
        (LIMIT, "100.000.000.000,00\u{a0}€", "€100,000,000,000.00"),
    ] {
        assert_eq!(eur(cents).format(Locale::Es), es);
        assert_eq!(eur(cents).format(Locale::En), en);
    }
}

#[test]
fn people_write_amounts_in_many_ways() {
    for (text, cents) in [
        ("1.234,56 €", 123_456),
        ("1.234,56\u{a0}€", 123_456),
        ("1234,56", 123_456),
        ("1234.56", 123_456),
        ("1,234.56", 123_456),
        ("1.234", 123_400),
        ("1.234.567", 123_456_700),
        ("1 234,56", 123_456),
        ("1\u{202f}234,56", 123_456),
        ("1'234.56", 123_456),
        ("12,5", 1_250),
        ("12.5", 1_250),
        ("0,5", 50),
        ("007", 700),
        ("1000 eur", 100_000),
        ("€ 3", 300),
        ("- 3", -300),
        ("−3,10 €", -310),
        ("-0", 0),
    ] {
        assert_eq!(Money::parse_es(text), Ok(eur(cents)), "{text}");
    }
    // Nobody's dollars are taken for euros.
    assert_eq!(Money::parse_es("$1,234.56"), Err(Invalid::MoneyFormat));
    assert_eq!(Money::parse_es("1.234,56 usd"), Err(Invalid::MoneyFormat));
}

#[test]
fn refusals_are_precise() {
    for (text, reason) in [
        ("", Invalid::Empty),
        ("\u{a0}", Invalid::Empty),
        ("€", Invalid::MoneyFormat),
        ("mil", Invalid::MoneyFormat),
        ("1,2,3", Invalid::MoneyFormat),
        ("1,234,567", Invalid::MoneyFormat),
        ("1.2.3", Invalid::MoneyFormat),
        ("1.23,4", Invalid::MoneyFormat),
        ("1.234 567,00", Invalid::MoneyFormat),
        ("12 34", Invalid::MoneyFormat),
        ("12,", Invalid::MoneyFormat),
        (",5", Invalid::MoneyFormat),
        ("--5", Invalid::MoneyFormat),
        ("5-", Invalid::MoneyFormat),
        ("٣", Invalid::MoneyFormat),
        ("1e5", Invalid::MoneyFormat),
        ("1,234", Invalid::MoneyTooManyDecimals),
        ("0.123", Invalid::MoneyTooManyDecimals),
        ("1234.567", Invalid::MoneyTooManyDecimals),
        ("100000000000,01", Invalid::MoneyRange),
        ("99999999999999999999999", Invalid::MoneyRange),
    ] {
        assert_eq!(Money::parse_es(text), Err(reason), "{text}");
    }
}

#[test]
fn machines_write_one_way() {
    for (text, expected) in [
        ("1100.04", Ok(eur(110_004))),
        ("1100.5", Ok(eur(110_050))),
        ("-3", Ok(eur(-300))),
        ("", Err(Invalid::Empty)),
        ("1,5", Err(Invalid::MoneyFormat)),
        (" 1", Err(Invalid::MoneyFormat)),
        (".5", Err(Invalid::MoneyFormat)),
        ("5.", Err(Invalid::MoneyFormat)),
        ("1.005", Err(Invalid::MoneyTooManyDecimals)),
    ] {
        assert_eq!(Money::parse_decimal(text), expected, "{text}");
    }
}

#[test]
fn sums_are_bounded_and_of_one_currency() {
    assert_eq!(Money::sum([]), Ok(Money::ZERO));
    assert_eq!(Money::sum([eur(1), eur(2), eur(-4)]), Ok(eur(-1)));
    assert_eq!(Money::sum([eur(LIMIT), eur(1)]), Ok(eur(LIMIT + 1)));
    assert_eq!(Money::sum([eur(SUM), eur(1)]), Err(Invalid::MoneyRange));
    let pound = Money::new(100, Currency::Gbp).unwrap();
    assert_eq!(Money::sum([pound, pound]).unwrap().cents(), 200);
    assert_eq!(Money::sum([pound, eur(1)]), Err(Invalid::MoneyCurrencies));
}

#[test]
fn a_weighted_amount_rounds_half_away_from_zero() {
    for (cents, percent, expected) in [(1, 50, 1), (-1, 50, -1), (1, 49, 0), (3, 50, 2), (7, 0, 0)] {
        let probability = Probability::new(percent).unwrap();
        assert_eq!(eur(cents).weighted(probability), eur(expected));
    }
    assert_eq!(eur(SUM).weighted(Probability::CERTAIN), eur(SUM));
}

#[test]
fn what_is_out_of_range_does_not_deserialise() {
    let json = serde_json::to_string(&eur(-150)).unwrap();
    assert_eq!(json, r#"{"cents":-150,"currency":"EUR"}"#);
    assert_eq!(serde_json::from_str::<Money>(&json).unwrap(), eur(-150));
    let beyond = r#"{"cents":9000000000000001,"currency":"EUR"}"#;
    assert!(serde_json::from_str::<Money>(beyond).is_err());
    assert_eq!(Money::eur(i64::MIN), Err(Invalid::MoneyRange));
}

proptest! {
    #[test]
    fn what_is_written_reads_back(cents in -LIMIT..=LIMIT, shift in 0u32..40) {
        // Without the shift nearly every amount would be of the largest size.
        let cents = cents >> shift;
        for locale in Locale::iter() {
            let text = eur(cents).format(locale);
            prop_assert_eq!(Money::parse_es(&text), Ok(eur(cents)), "{}", text);
        }
        let sign = if cents < 0 { "-" } else { "" };
        let (whole, rest) = (cents.abs() / 100, cents.abs() % 100);
        let decimal = format!("{sign}{whole}.{rest:02}");
        prop_assert_eq!(Money::parse_decimal(&decimal), Ok(eur(cents)));
    }

    #[test]
    fn no_text_makes_the_parser_fall(text in "[-−0-9., '€$a-c\u{a0}]{0,24}|\\PC{0,12}") {
        if let Ok(money) = Money::parse_es(&text) {
            prop_assert_eq!(Money::parse_es(&money.format(Locale::Es)), Ok(money));
        }
        if let Ok(money) = Money::parse_decimal(&text) {
            prop_assert!(money.cents().abs() <= LIMIT);
        }
    }
}
