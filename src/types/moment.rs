//! Instants.

use super::{Day, Invalid, TimeOfDay, TimeZone};
use chrono::{DateTime, Datelike, NaiveTime, SecondsFormat, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// An instant to the millisecond, in the years 1000 to 9999 of UTC. Its wire form and `Display` are RFC 3339 in UTC,
/// `2026-11-25T15:00:00.000Z`, which sorts as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Moment(DateTime<Utc>);

impl Moment {
    /// Before anything was written down here: 1970-01-01T00:00:00Z.
    pub const EVER: Self = Self(DateTime::UNIX_EPOCH);

    /// The instant so many milliseconds after 1970-01-01T00:00:00Z; [`Invalid::MomentFormat`] outside the years.
    pub fn from_millis(millis: i64) -> Result<Self, Invalid> {
        DateTime::from_timestamp_millis(millis)
            .filter(|instant| (1000..=9999).contains(&instant.year()))
            .map(Self)
            .ok_or(Invalid::MomentFormat)
    }

    /// Reads an RFC 3339 instant of any offset; what is finer than a millisecond is dropped. Errors:
    /// [`Invalid::MomentFormat`].
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let instant = DateTime::parse_from_rfc3339(text).map_err(|_| Invalid::MomentFormat)?;
        Self::from_millis(instant.timestamp_millis())
    }

    /// The instant of the system's clock.
    // Only on the server: a component that read the clock while rendering would hydrate to something else.
    #[cfg(feature = "ssr")]
    pub fn now() -> Self {
        let now = DateTime::<Utc>::from(std::time::SystemTime::now());
        // The one error is a clock before the year 1000 or after 9999; then the finer digits stay.
        Self::from_millis(now.timestamp_millis()).unwrap_or(Self(now))
    }

    /// When the clocks of the zone show noon on a day: what is known by its day alone.
    #[must_use]
    pub fn midday(day: Day, zone: TimeZone) -> Self {
        let noon = Self(day.date().and_time(NaiveTime::MIN).and_utc() + TimeDelta::hours(12));
        noon.minus(zone.offset(noon))
    }

    /// When the clocks of the zone show an hour on a day. Of the hour that they show twice in October the first; of the one that they
    /// pass over in March, as if they had not been changed yet (02:30 is what then is called 03:30).
    #[must_use]
    pub fn local(day: Day, time: TimeOfDay, zone: TimeZone) -> Self {
        let shown = day.date().and_time(NaiveTime::MIN).and_utc() + TimeDelta::minutes(time.minutes().into());
        let winter = zone.standard();
        let summer = winter + TimeDelta::hours(1);
        let first = Self(shown - summer);
        if zone.offset(first) == summer {
            first
        } else {
            Self(shown - winter)
        }
    }

    /// The last millisecond of a day.
    #[must_use]
    pub fn end_of(day: Day, zone: TimeZone) -> Self {
        let midday = Self::midday(day, zone);
        // Clocks change before dawn: from noon to midnight every day has twelve hours.
        Self(midday.0 + TimeDelta::hours(12) - TimeDelta::milliseconds(1))
    }

    /// The instant so much earlier.
    #[must_use]
    pub fn minus(self, span: TimeDelta) -> Self {
        Self(self.0 - span)
    }

    /// Milliseconds since 1970-01-01T00:00:00Z.
    pub const fn millis(self) -> i64 {
        self.0.timestamp_millis()
    }

    /// The instant within.
    pub const fn instant(self) -> DateTime<Utc> {
        self.0
    }

    /// The day that calendars of the zone show at this instant.
    pub fn local_day(self, zone: TimeZone) -> Day {
        Day::nearest((self.0 + zone.offset(self)).date_naive())
    }

    /// What clocks of the zone show at this instant, `16:00`.
    pub fn local_time(self, zone: TimeZone) -> String {
        (self.0 + zone.offset(self)).format("%H:%M").to_string()
    }
}

impl std::fmt::Display for Moment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0.to_rfc3339_opts(SecondsFormat::Millis, true))
    }
}

impl TryFrom<String> for Moment {
    type Error = Invalid;

    fn try_from(text: String) -> Result<Self, Invalid> {
        Self::parse(&text)
    }
}

impl From<Moment> for String {
    fn from(moment: Moment) -> Self {
        moment.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn instants_are_normalised() {
        let moment = Moment::parse("2026-11-25T16:00:00.1239+01:00").unwrap();
        assert_eq!(moment.to_string(), "2026-11-25T15:00:00.123Z");
        assert_eq!(Moment::from_millis(0).unwrap().millis(), 0);
        for bad in ["", "2026-11-25", "2026-11-25T16:00:00", "0999-12-31T23:59:59Z"] {
            assert_eq!(Moment::parse(bad), Err(Invalid::MomentFormat), "{bad}");
        }
        assert_eq!(Moment::from_millis(i64::MAX), Err(Invalid::MomentFormat));
    }

    #[cfg(feature = "ssr")]
    #[test]
    fn now_is_after_this_was_written() {
        let written = Moment::parse("2025-01-01T00:00:00Z").unwrap();
        assert!(Moment::now() > written);
        assert!(Moment::parse(&Moment::now().to_string()).is_ok());
    }

    #[test]
    fn the_last_instant_has_a_day() {
        let last = Moment::parse("9999-12-31T23:30:00Z").unwrap();
        assert_eq!(last.local_day(TimeZone::Peninsula), Day::LAST);
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(a in -30_000_000_000_000i64..253_000_000_000_000, b in 0i64..253_000_000_000_000) {
            let moment = Moment::from_millis(a).unwrap();
            prop_assert_eq!(moment.millis(), a);
            let json = serde_json::to_string(&moment).unwrap();
            prop_assert_eq!(serde_json::from_str::<Moment>(&json).unwrap(), moment);
            let other = Moment::from_millis(b).unwrap();
            prop_assert_eq!(moment.cmp(&other), moment.to_string().cmp(&other.to_string()));
        }
    }
}
