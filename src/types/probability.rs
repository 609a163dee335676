//! How likely a sale is.

use super::{Invalid, Locale};
use serde::{Deserialize, Serialize};

/// A whole percentage, 0 to 100.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Probability(u8);

impl Probability {
    /// Lost.
    pub const NEVER: Self = Self(0);
    /// Won.
    pub const CERTAIN: Self = Self(100);

    /// A probability of `percent`; [`Invalid::ProbabilityRange`] above 100.
    pub const fn new(percent: u8) -> Result<Self, Invalid> {
        if percent > 100 {
            return Err(Invalid::ProbabilityRange);
        }
        Ok(Self(percent))
    }

    /// Reads `50`, `50%` or `50 %`. Errors: [`Invalid::Empty`], [`Invalid::ProbabilityRange`].
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let text = text.trim();
        if text.is_empty() {
            return Err(Invalid::Empty);
        }
        let digits = text.strip_suffix('%').unwrap_or(text).trim_end();
        let percent = digits.parse().map_err(|_| Invalid::ProbabilityRange)?;
        Self::new(percent)
    }

    /// The percentage, 0 to 100.
    pub const fn percent(self) -> u8 {
        self.0
    }

    /// `50 %` in Spanish, with a no-break space (Ortografía de la lengua española, RAE, 2010); `50%` in English.
    pub fn format(self, locale: Locale) -> String {
        match locale {
            Locale::Es => format!("{}\u{a0}%", self.0),
            Locale::En => format!("{}%", self.0),
        }
    }
}

impl TryFrom<u8> for Probability {
    type Error = Invalid;

    fn try_from(percent: u8) -> Result<Self, Invalid> {
        Self::new(percent)
    }
}

impl From<Probability> for u8 {
    fn from(probability: Probability) -> Self {
        probability.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use strum::IntoEnumIterator;

    #[test]
    fn every_percentage_round_trips() {
        for percent in 0..=100 {
            let probability = Probability::new(percent).unwrap();
            for locale in Locale::iter() {
                assert_eq!(Probability::parse(&probability.format(locale)), Ok(probability));
            }
        }
        assert_eq!(Probability::new(50).unwrap().format(Locale::Es), "50\u{a0}%");
    }

    #[test]
    fn beyond_certainty_is_refused() {
        for bad in ["101", "-1", "medio", "50,5", "%", "999"] {
            assert_eq!(Probability::parse(bad), Err(Invalid::ProbabilityRange), "{bad}");
        }
        assert_eq!(Probability::parse(" "), Err(Invalid::Empty));
        assert!(serde_json::from_str::<Probability>("101").is_err());
    }
}
