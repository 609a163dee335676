//! Which cards the board shows, and in which order. Both live in the address.

use serde::{Deserialize, Serialize};
use strum::{AsRefStr, EnumIter, EnumString};

use super::{Card, ClosedCard, Facets, Tags, Upcoming};
use crate::{
    clients::domain::Source,
    types::{Day, DepartmentId, Money, ProductId, UserId, ZoneId, fold},
};

/// What a card must be to be shown. Every part that is not set admits everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Each word must be somewhere in the client's name or the title; folded.
    pub words: Vec<String>,
    pub owner: Option<UserId>,
    pub department: Option<DepartmentId>,
    pub zone: Option<ZoneId>,
    pub product: Option<ProductId>,
    pub source: Option<Source>,
    pub closes: Option<Period>,
    pub next: Option<Upcoming>,
    /// A card must have all of them.
    pub tags: Tags,
    pub at_least: Option<Money>,
    pub at_most: Option<Money>,
}

/// When it is expected to close, from today's point of view.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, AsRefStr, EnumString, EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Period {
    Overdue,
    ThisWeek,
    ThisMonth,
    NextMonth,
    ThisQuarter,
    NextQuarter,
    /// No close has been said.
    Unknown,
}

/// In which order a column stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, AsRefStr, EnumString, EnumIter)]
#[strum(serialize_all = "snake_case")]
pub enum Order {
    /// As people have put them.
    #[default]
    Manual,
    /// The greatest first.
    Amount,
    /// What closes first, first; what has no date, last.
    Close,
    /// Longest in its stage first.
    Days,
    /// What has to be done first, first; what has no next step, last.
    Next,
}

impl Filter {
    /// Whether it admits everything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether a card is shown.
    #[must_use]
    pub fn admits(&self, card: &Card, today: Day) -> bool {
        self.admits_facets(&card.facets)
            && self.admits_amount(card.amount)
            && self.closes.is_none_or(|period| period.holds(card.close_on, today))
            && self.next.is_none_or(|wanted| card.upcoming(today) == wanted)
            && card.tags.hold(&self.tags)
            && self.admits_text(&[card.heading(), card.title.as_str()])
    }

    /// Whether a sale or loss counts at the side; its close is the day it was, which is never overdue, and nothing comes next.
    #[must_use]
    pub fn admits_closed(&self, card: &ClosedCard, today: Day) -> bool {
        let closes = |period: Period| period != Period::Overdue && period.holds(Some(card.closed_on), today);
        self.admits_facets(&card.facets)
            && self.admits_amount(card.amount)
            && self.closes.is_none_or(closes)
            && self.next.is_none()
            && card.tags.hold(&self.tags)
            && self.admits_text(&[card.name.as_str(), card.title.as_str()])
    }

    fn admits_facets(&self, facets: &Facets) -> bool {
        fn admits<T: PartialEq>(wanted: Option<&T>, has: Option<&T>) -> bool {
            wanted.is_none() || wanted == has
        }
        admits(self.owner.as_ref(), facets.owner.as_ref())
            && admits(self.department.as_ref(), facets.department.as_ref())
            && admits(self.zone.as_ref(), facets.zone.as_ref())
            && admits(self.product.as_ref(), facets.product.as_ref())
            && admits(self.source.as_ref(), facets.source.as_ref())
    }

    fn admits_amount(&self, amount: Option<Money>) -> bool {
        let cents = amount.map(Money::cents);
        let above = self
            .at_least
            .is_none_or(|least| cents.is_some_and(|it| it >= least.cents()));
        let below = self
            .at_most
            .is_none_or(|most| cents.is_some_and(|it| it <= most.cents()));
        above && below
    }

    fn admits_text(&self, texts: &[&str]) -> bool {
        if self.words.is_empty() {
            return true;
        }
        let text = fold(&texts.join(" "));
        self.words.iter().all(|word| text.contains(word.as_str()))
    }
}

impl Period {
    /// Whether a close lies in it.
    #[must_use]
    pub fn holds(self, close_on: Option<Day>, today: Day) -> bool {
        let Some(day) = close_on else {
            return self == Self::Unknown;
        };
        match self {
            Self::Unknown => false,
            Self::Overdue => day < today,
            Self::ThisWeek => today.week().contains(&day),
            Self::ThisMonth => today.month().contains(&day),
            Self::NextMonth => today.month().end().plus_days(1).month().contains(&day),
            Self::ThisQuarter => today.quarter().contains(&day),
            Self::NextQuarter => today.quarter().end().plus_days(1).quarter().contains(&day),
        }
    }
}

impl Order {
    /// Puts a column, which stands as people have put it, in this order. What is equal stays as it was.
    pub fn arrange<T: AsRef<Card>>(self, column: &mut [T]) {
        match self {
            Self::Manual => {}
            Self::Amount => column.sort_by_key(|card| std::cmp::Reverse(card.as_ref().amount.map_or(-1, Money::cents))),
            Self::Close => column.sort_by_key(|card| card.as_ref().close_on.unwrap_or(Day::LAST)),
            Self::Days => column.sort_by_key(|card| card.as_ref().entered_stage_at),
            Self::Next => column.sort_by_key(|card| {
                let next = card.as_ref().next;
                // Without an hour it is for the whole day: before what has one.
                next.map_or((Day::LAST, None), |next| (next.on, next.at))
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_of_the_calendar() {
        let day = |text: &str| Day::parse_iso(text).unwrap();
        let today = day("2026-11-22");
        for (period, close, holds) in [
            (Period::Overdue, "2026-11-21", true),
            (Period::Overdue, "2026-11-22", false),
            (Period::ThisWeek, "2026-11-16", true),
            (Period::ThisWeek, "2026-11-23", false),
            (Period::ThisMonth, "2026-11-30", true),
            (Period::NextMonth, "2026-12-01", true),
            (Period::NextMonth, "2027-01-01", false),
            (Period::ThisQuarter, "2026-10-01", true),
            (Period::NextQuarter, "2027-03-31", true),
            (Period::Unknown, "2026-11-22", false),
        ] {
            assert_eq!(period.holds(Some(day(close)), today), holds, "{period:?} {close}");
            assert_eq!(period.holds(None, today), period == Period::Unknown);
        }
    }
}
