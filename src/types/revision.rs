//! Which version of a row someone saw.

use super::Invalid;
use serde::{Deserialize, Serialize};

/// How many times a row has been written: 1 when it is made, one more at each change. A change names the revision that
/// its author saw, so that nobody overwrites what they have not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub struct Revision(u32);

impl Revision {
    /// The revision of a row just made.
    pub const FIRST: Self = Self(1);

    /// The revision after this one. It stays at `u32::MAX`, which no row reaches in a lifetime of edits.
    pub const fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }

    /// The revision of two rows that are read and changed as one: one more whenever either of them is written.
    pub const fn with(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0).saturating_sub(1))
    }

    /// The count itself, 1 or more.
    pub const fn number(self) -> u32 {
        self.0
    }
}

impl TryFrom<u32> for Revision {
    type Error = Invalid;

    fn try_from(number: u32) -> Result<Self, Invalid> {
        match number {
            0 => Err(Invalid::RevisionZero),
            _ => Ok(Self(number)),
        }
    }
}

impl From<Revision> for u32 {
    fn from(revision: Revision) -> Self {
        revision.0
    }
}

impl std::fmt::Display for Revision {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn revisions_count_from_one() {
        assert_eq!(Revision::FIRST.next().number(), 2);
        assert_eq!(Revision::FIRST.with(Revision::FIRST), Revision::FIRST);
        assert_eq!(Revision::FIRST.with(Revision::FIRST.next()).number(), 2);
        assert_eq!(serde_json::to_string(&Revision::FIRST).unwrap(), "1");
        assert!(serde_json::from_str::<Revision>("0").is_err());
        assert_eq!(Revision::try_from(u32::MAX).unwrap().next().number(), u32::MAX);
    }
}
