//! Reading amounts: leniently what people type and paste, strictly what machines write.

use super::{Invalid, Money};

/// What is typed are euros. Another currency is refused until totals can say more than one: adding dollars to euros is wrong,
/// and leaving them out is worse.
const EURO: [&str; 2] = ["€", "EUR"];

impl Money {
    /// Reads what a Spanish speaker types: `1.234,56 €`, `1234,56`, `1 234,5`, `1.234` (a thousand), and also
    /// `1234.56` and `€1,234.56`, which spreadsheets paste.
    ///
    /// When dot and comma both appear, the last is the decimal mark; a lone comma always is; a lone dot is one unless
    /// it splits the number in threes. Errors: [`Invalid::Empty`], [`Invalid::MoneyFormat`],
    /// [`Invalid::MoneyTooManyDecimals`], [`Invalid::MoneyRange`].
    pub fn parse_es(text: &str) -> Result<Self, Invalid> {
        let text = text.trim();
        if text.is_empty() {
            return Err(Invalid::Empty);
        }
        let (negative, text) = match text.strip_prefix(['-', '−']) {
            Some(rest) => (true, rest.trim_start()),
            None => (false, text),
        };
        let number = without_euro(text);
        // Every kind of blank, the no-break ones included, and the Swiss apostrophe mark thousands.
        let number = number.replace(|c: char| c.is_whitespace() || c == '\'', " ");
        let (whole, decimals) = split_decimals(&number);
        let mark = number[whole.len()..].chars().next();
        let digits = ungroup(whole, mark).ok_or(Invalid::MoneyFormat)?;
        assemble(negative, &digits, decimals)
    }

    /// Reads what a machine writes: digits, a point and at most two decimals (`1100.04`, `-3`), in euros. Errors:
    /// those of [`Money::parse_es`].
    pub fn parse_decimal(text: &str) -> Result<Self, Invalid> {
        if text.is_empty() {
            return Err(Invalid::Empty);
        }
        let (negative, number) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, decimals) = match number.split_once('.') {
            Some((whole, decimals)) => (whole, Some(decimals)),
            None => (number, None),
        };
        if !all_digits(whole) {
            return Err(Invalid::MoneyFormat);
        }
        assemble(negative, whole, decimals)
    }
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

fn without_euro(text: &str) -> &str {
    for name in EURO {
        let is_name = |part: Option<&str>| part.is_some_and(|p| p.eq_ignore_ascii_case(name));
        if is_name(text.get(..name.len())) {
            return text[name.len()..].trim_start();
        }
        let cut = text.len().saturating_sub(name.len());
        if is_name(text.get(cut..)) {
            return text[..cut].trim_end();
        }
    }
    text
}

fn split_decimals(number: &str) -> (&str, Option<&str>) {
    let at = match number.rfind(['.', ',']) {
        Some(at) if number.contains(',') || ungroup(number, None).is_none() => at,
        _ => return (number, None),
    };
    (&number[..at], Some(&number[at + 1..]))
}

/// The digits of a whole number once its thousands marks are removed; `None` if it is not one. All marks are the same
/// and differ from the decimal mark, and split the number in threes.
fn ungroup(whole: &str, decimal_mark: Option<char>) -> Option<String> {
    if all_digits(whole) {
        return Some(whole.to_owned());
    }
    let mark = whole.chars().find(|c| !c.is_ascii_digit())?;
    if !matches!(mark, '.' | ',' | ' ') || Some(mark) == decimal_mark {
        return None;
    }
    let mut groups = whole.split(mark);
    let first = groups.next()?;
    // "0.123" is a fraction with too many decimals, not a hundred and twenty-three.
    let first_is_group = all_digits(first) && first.len() <= 3 && !first.starts_with('0');
    let rest_are_groups = groups.all(|group| all_digits(group) && group.len() == 3);
    (first_is_group && rest_are_groups).then(|| whole.replace(mark, ""))
}

fn assemble(negative: bool, whole: &str, decimals: Option<&str>) -> Result<Money, Invalid> {
    let decimals = match decimals {
        None => "00".to_owned(),
        Some(text) if !all_digits(text) => return Err(Invalid::MoneyFormat),
        Some(text) if text.len() > 2 => return Err(Invalid::MoneyTooManyDecimals),
        Some(text) => format!("{text:0<2}"),
    };
    // Only digits are left, so the one way to fail is to be too large.
    let cents: i64 = format!("{whole}{decimals}").parse().map_err(|_| Invalid::MoneyRange)?;
    if cents.unsigned_abs() > Money::SINGLE {
        return Err(Invalid::MoneyRange);
    }
    Money::eur(if negative { -cents } else { cents })
}
