//! Amounts of money, in whole cents.

use super::{Invalid, Locale, Probability};
use serde::{Deserialize, Serialize};

/// The currency of an amount; its wire form is the ISO 4217 code.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    strum::EnumIter,
    strum::EnumString,
    strum::IntoStaticStr,
    strum::Display,
)]
#[serde(rename_all = "UPPERCASE")]
#[strum(serialize_all = "UPPERCASE")]
pub enum Currency {
    /// Euro.
    #[default]
    Eur,
    /// Dollar of the United States.
    Usd,
    /// Pound sterling.
    Gbp,
}

impl Currency {
    /// `€`, `$` or `£`.
    pub const fn symbol(self) -> char {
        match self {
            Self::Eur => '€',
            Self::Usd => '$',
            Self::Gbp => '£',
        }
    }
}

/// An amount of money: whole cents of one currency, within ±90 million millions (2^53 of them and less, so that a browser
/// counts them too): a single amount stays within a hundred thousand millions, so that sums have room.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "Unchecked")]
pub struct Money {
    cents: i64,
    currency: Currency,
}

/// What arrives from outside before its range is known.
#[derive(Deserialize)]
struct Unchecked {
    cents: i64,
    currency: Currency,
}

impl TryFrom<Unchecked> for Money {
    type Error = Invalid;

    fn try_from(raw: Unchecked) -> Result<Self, Invalid> {
        Self::new(raw.cents, raw.currency)
    }
}

/// A formatted amount in pieces, so that a view can draw the cents smaller. Joined in order they are
/// [`Money::format`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MoneyParts {
    /// The sign, and in English the symbol.
    pub lead: String,
    /// The whole units, grouped in thousands.
    pub whole: String,
    /// The decimal mark and two digits.
    pub cents: String,
    /// In Spanish, a no-break space and the symbol.
    pub tail: String,
}

impl Money {
    /// No euros.
    pub const ZERO: Self = Self {
        cents: 0,
        currency: Currency::Eur,
    };

    const LIMIT: u64 = 9_000_000_000_000_000;
    /// The most cents that somebody can type or a file can bring: a hundred thousand millions.
    pub(super) const SINGLE: u64 = 10_000_000_000_000;

    /// An amount of `cents`; [`Invalid::MoneyRange`] beyond the limit.
    pub const fn new(cents: i64, currency: Currency) -> Result<Self, Invalid> {
        if cents.unsigned_abs() > Self::LIMIT {
            return Err(Invalid::MoneyRange);
        }
        Ok(Self { cents, currency })
    }

    /// An amount of euro `cents`; [`Invalid::MoneyRange`] beyond the limit.
    pub const fn eur(cents: i64) -> Result<Self, Invalid> {
        Self::new(cents, Currency::Eur)
    }

    /// The whole cents, negative for a debt.
    pub const fn cents(self) -> i64 {
        self.cents
    }

    /// The same amount where less than nothing makes no sense; [`Invalid::MoneyNegative`] for a debt.
    pub const fn not_negative(self) -> Result<Self, Invalid> {
        if self.cents < 0 {
            Err(Invalid::MoneyNegative)
        } else {
            Ok(self)
        }
    }

    /// The currency.
    pub const fn currency(self) -> Currency {
        self.currency
    }

    /// The sum; [`Invalid::MoneyCurrencies`] if they differ, [`Invalid::MoneyRange`] beyond the limit.
    pub fn checked_add(self, other: Self) -> Result<Self, Invalid> {
        if self.currency != other.currency {
            return Err(Invalid::MoneyCurrencies);
        }
        Self::new(self.cents + other.cents, self.currency)
    }

    /// The sum of all, [`Money::ZERO`] for none; the errors of [`Money::checked_add`].
    pub fn sum(amounts: impl IntoIterator<Item = Self>) -> Result<Self, Invalid> {
        let mut amounts = amounts.into_iter();
        match amounts.next() {
            None => Ok(Self::ZERO),
            Some(first) => amounts.try_fold(first, Self::checked_add),
        }
    }

    /// The share that a probability leaves, rounded to the cent, half away from zero. Each amount is rounded by itself,
    /// so a forecast is the sum of the weighted amounts that its lines show, not the weighted sum.
    pub const fn weighted(self, probability: Probability) -> Self {
        let hundredths = self.cents * probability.percent() as i64;
        Self {
            cents: (hundredths + 50 * hundredths.signum()) / 100,
            currency: self.currency,
        }
    }

    /// `1.234,56 €` in Spanish, with a no-break space; `€1,234.56` in English. A negative amount starts with `-`.
    pub fn format(self, locale: Locale) -> String {
        let parts = self.parts(locale);
        [parts.lead, parts.whole, parts.cents, parts.tail].concat()
    }

    /// [`Money::format`] in pieces.
    pub fn parts(self, locale: Locale) -> MoneyParts {
        let sign = if self.cents < 0 { "-" } else { "" };
        let symbol = self.currency.symbol();
        let decimal = match locale {
            Locale::Es => ',',
            Locale::En => '.',
        };
        let cents = self.cents.unsigned_abs();
        let (lead, tail) = match locale {
            Locale::Es => (sign.to_owned(), format!("\u{a0}{symbol}")),
            Locale::En => (format!("{sign}{symbol}"), String::new()),
        };
        MoneyParts {
            lead,
            whole: locale.number(cents / 100),
            cents: format!("{decimal}{:02}", cents % 100),
            tail,
        }
    }
}
