//! A time of the day, without a day and without a zone.

use serde::{Deserialize, Serialize};

use super::Invalid;

/// Minutes since midnight, 0 to 1,439: `16:00`. Written so everywhere, in both languages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TimeOfDay(u16);

impl TimeOfDay {
    /// So many minutes after midnight; none from 1,440 on.
    #[must_use]
    pub fn from_minutes(minutes: u16) -> Option<Self> {
        (minutes < 24 * 60).then_some(Self(minutes))
    }

    /// Minutes since midnight.
    #[must_use]
    pub const fn minutes(self) -> u16 {
        self.0
    }

    /// Reads `16:00`, `9:30`, `9.30` or `9h`.
    ///
    /// # Errors
    /// [`Invalid::Empty`]; [`Invalid::TimeFormat`] for what is no time of a day.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let text = text.trim();
        if text.is_empty() {
            return Err(Invalid::Empty);
        }
        let text = text.trim_end_matches(['h', 'H']).trim_end();
        let (hours, minutes) = text.split_once([':', '.']).unwrap_or((text, "00"));
        let number = |text: &str, digits: std::ops::RangeInclusive<usize>, below: u16| {
            let plain = digits.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
            let number = text.parse::<u16>().ok().filter(|number| plain && *number < below);
            number.ok_or(Invalid::TimeFormat)
        };
        Ok(Self(number(hours, 1..=2, 24)? * 60 + number(minutes, 2..=2, 60)?))
    }
}

impl std::fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl TryFrom<String> for TimeOfDay {
    type Error = Invalid;

    fn try_from(text: String) -> Result<Self, Invalid> {
        Self::parse(&text)
    }
}

impl From<TimeOfDay> for String {
    fn from(time: TimeOfDay) -> Self {
        time.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_minute_survives_being_written() {
        for minutes in 0..24 * 60 {
            let time = TimeOfDay(minutes);
            assert_eq!(TimeOfDay::parse(&time.to_string()), Ok(time));
        }
    }

    #[test]
    fn times_as_people_type_them() {
        for (typed, meant) in [("9:30", "09:30"), ("9.30", "09:30"), (" 16h ", "16:00"), ("0", "00:00")] {
            assert_eq!(
                TimeOfDay::parse(typed).map(|time| time.to_string()).as_deref(),
                Ok(meant)
            );
        }
        for nonsense in [
            "24:00", "9:60", "9:5", "-1", "+9", "999", "nueve", "9:30:00", ":30", "٩",
        ] {
            assert_eq!(TimeOfDay::parse(nonsense), Err(Invalid::TimeFormat), "{nonsense}");
        }
        assert_eq!(TimeOfDay::parse(" "), Err(Invalid::Empty));
    }
}
