//! The steps of a firm's life with us, and the acts that move it along.

use serde::{Deserialize, Serialize};
use strum::{AsRefStr, EnumIter, EnumString, IntoEnumIterator};

use super::Lifecycle;
use crate::types::Day;

/// A step that a firm took, and on which day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    pub to: Lifecycle,
    pub on: Day,
}

/// The steps of a firm, in the order in which they were taken. Empty where nobody wrote them down.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Path(Vec<Step>);

impl Path {
    /// Goes on to a step.
    pub fn take(&mut self, to: Lifecycle, on: Day) {
        self.0.push(Step { to, on });
    }

    /// The last day on which it took this step.
    #[must_use]
    pub fn since(&self, to: Lifecycle) -> Option<Day> {
        self.0.iter().rev().find(|step| step.to == to).map(|step| step.on)
    }

    /// In the order in which they were taken.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.0
    }
}

impl FromIterator<Step> for Path {
    fn from_iter<I: IntoIterator<Item = Step>>(steps: I) -> Self {
        Self(steps.into_iter().collect())
    }
}

/// What moves a firm along (A8): it is done and said, never typed into a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, AsRefStr, EnumString, EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Act {
    /// Somebody spoke to them, and they could use what we sell.
    Qualify,
    /// They were given a price.
    Quote,
    /// They bought.
    Sell,
    /// Nobody goes after them any more.
    Discard,
    /// Somebody does again.
    Recover,
}

impl Act {
    /// What a firm that stands so becomes by it; none where there is nothing to be done.
    #[must_use]
    pub fn leads(self, from: Lifecycle, path: &Path) -> Option<Lifecycle> {
        use Lifecycle::{CustomerActive, CustomerInactive, Discarded, Lead, Quoted, Target};
        match (self, from) {
            (Self::Qualify, Target) => Some(Lead),
            (Self::Quote, Target | Lead) => Some(Quoted),
            (Self::Sell, Target | Lead | Quoted | CustomerInactive | Discarded) => Some(CustomerActive),
            (Self::Discard, Target | Lead | Quoted | CustomerInactive) => Some(Discarded),
            (Self::Recover, Discarded) => {
                let before = path.steps().iter().rev().find(|step| step.to != Discarded);
                Some(before.map_or(Target, |step| step.to))
            }
            _ => None,
        }
    }

    /// What can be done with a firm that stands so, the likeliest first.
    pub fn offered(from: Lifecycle, path: &Path) -> impl Iterator<Item = Self> {
        Self::iter().filter(move |act| act.leads(from, path).is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse_iso(text).unwrap()
    }

    #[test]
    fn a_firm_is_qualified_quoted_and_sold_to_in_that_order_or_faster() {
        let path = Path::default();
        let offered = |from| Act::offered(from, &path).collect::<Vec<_>>();
        assert_eq!(
            offered(Lifecycle::Target),
            [Act::Qualify, Act::Quote, Act::Sell, Act::Discard]
        );
        assert_eq!(offered(Lifecycle::Quoted), [Act::Sell, Act::Discard]);
        assert_eq!(offered(Lifecycle::CustomerActive), []);
        assert_eq!(offered(Lifecycle::Discarded), [Act::Sell, Act::Recover]);
        assert_eq!(
            Act::Quote.leads(Lifecycle::CustomerActive, &path),
            None,
            "nobody goes back"
        );
    }

    #[test]
    fn what_is_recovered_is_what_it_was() {
        let mut path = Path::default();
        path.take(Lifecycle::Lead, day("2026-01-10"));
        path.take(Lifecycle::Discarded, day("2026-02-10"));
        assert_eq!(Act::Recover.leads(Lifecycle::Discarded, &path), Some(Lifecycle::Lead));
        assert_eq!(
            Act::Recover.leads(Lifecycle::Discarded, &Path::default()),
            Some(Lifecycle::Target)
        );
        assert_eq!(path.since(Lifecycle::Lead), Some(day("2026-01-10")));
        assert_eq!(path.since(Lifecycle::Quoted), None);
    }
}
