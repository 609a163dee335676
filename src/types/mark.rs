//! How far somebody has heard the news of committed gestures.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Invalid;

/// A place in the sequence of what has been committed: the run of the program, and the microseconds it had run for. Of what
/// a person may not see it tells nothing, not even that there was something, as a count would.
///
/// Written as `run.micros`, as it travels in `Last-Event-ID`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Mark {
    /// The clock of one run says nothing in another.
    pub run: Uuid,
    pub micros: u64,
}

impl Mark {
    /// Reads `run.micros`; anything else is [`Invalid::UnknownValue`].
    ///
    /// # Errors
    /// `UnknownValue`.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let read = || {
            let (run, micros) = text.split_once('.')?;
            Some(Self {
                run: Uuid::try_parse(run).ok()?,
                micros: micros.parse().ok()?,
            })
        };
        read().ok_or_else(|| Invalid::unknown(text))
    }
}

impl std::fmt::Display for Mark {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.run.as_simple(), self.micros)
    }
}

impl TryFrom<String> for Mark {
    type Error = Invalid;

    fn try_from(text: String) -> Result<Self, Invalid> {
        Self::parse(&text)
    }
}

impl From<Mark> for String {
    fn from(mark: Mark) -> Self {
        mark.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_survives_its_header() {
        let mark = Mark {
            run: Uuid::now_v7(),
            micros: 41,
        };
        assert_eq!(Mark::parse(&mark.to_string()), Ok(mark));
        for bad in ["", "41", "x.41", &format!("{}.-1", mark.run)] {
            assert!(Mark::parse(bad).is_err(), "{bad}");
        }
    }
}
