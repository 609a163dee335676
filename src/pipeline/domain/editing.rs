//! One field of an opportunity is changed where it is shown.

use serde::{Deserialize, Serialize};

use super::{Missing, NextStep, Opportunity, Stage, StageKind, Tag};
use crate::{
    clients::domain::Source,
    types::{
        Day, DepartmentId, Invalid, Moment, Money, OpportunityId, Probability, ProductId, Revision, ShortText, UserId,
        ZoneId,
    },
};

/// Somebody changes a field.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Edit {
    pub opportunity: OpportunityId,
    /// The revision the person was looking at.
    pub seen: Revision,
    pub change: Change,
}

/// What is changed, and to what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    Title(ShortText),
    Amount(Option<Money>),
    CloseOn(Option<Day>),
    /// By hand; none follows the stage again.
    Probability(Option<Probability>),
    Owner(Option<UserId>),
    /// The person with whom it is dealt, by name.
    Contact(Option<ShortText>),
    /// What is sold.
    Product(Option<ProductId>),
    /// Where it came from.
    Source(Option<Source>),
    /// Where it belongs, which may decide who sees it.
    Zone(Option<ZoneId>),
    Department(Option<DepartmentId>),
    /// What comes next; none when nothing does.
    Next(Option<NextStep>),
    /// The next step has been taken: the opportunity was heard of, and nothing comes next until somebody says so.
    Done,
    /// One more tag.
    Tag(Tag),
    /// One tag less.
    Untag(Tag),
}

/// Why a field stays as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditRefused {
    /// It has been won or lost: what it was then stays.
    Closed,
    /// There is no next step that could have been taken.
    NothingPlanned,
    /// The stage it is in asks for this field.
    Needed(Missing),
    /// The value is none that the field can have.
    Invalid(&'static str, Invalid),
}

impl Edit {
    /// The opportunity as it will be, with the next revision. What is so already is the same change twice: nothing refuses it.
    ///
    /// # Errors
    /// [`EditRefused`].
    pub fn apply(&self, before: &Opportunity, stage: &Stage, now: Moment) -> Result<Opportunity, EditRefused> {
        if before.state != StageKind::Open {
            return Err(EditRefused::Closed);
        }
        let mut after = before.clone();
        after.revision = before.revision.next();
        match &self.change {
            Change::Title(title) => after.title = title.clone(),
            Change::Amount(amount) => {
                let amount = amount.map(Money::not_negative).transpose();
                after.amount = amount.map_err(|why| EditRefused::Invalid("amount", why))?;
            }
            Change::CloseOn(day) => after.close_on = *day,
            Change::Probability(chosen) => {
                after.probability = chosen.unwrap_or(stage.probability);
                after.probability_by_hand = chosen.is_some();
            }
            Change::Owner(owner) => after.owner = *owner,
            Change::Contact(name) => after.deal_with(name.clone()),
            Change::Product(product) => after.product = *product,
            Change::Source(source) => after.source = *source,
            Change::Zone(zone) => after.zone = *zone,
            Change::Department(department) => after.department = *department,
            Change::Next(next) => after.next = *next,
            Change::Done => {
                // Taken by somebody else a moment ago, it is not taken twice.
                after.next.take().ok_or(EditRefused::NothingPlanned)?;
                after.last_activity_at = Some(now);
            }
            Change::Tag(tag) => {
                let tags = before.tags.with(tag);
                after.tags = tags.map_err(|why| EditRefused::Invalid("tags", why))?;
            }
            Change::Untag(tag) => after.tags = before.tags.without(tag),
        }
        match after.lacks(stage).first() {
            Some(missing) if before.lacks(stage).is_empty() => Err(EditRefused::Needed(*missing)),
            _ => Ok(after),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        pipeline::domain::{Tags, opportunity_test::in_stage},
        timeline::domain::ActivityKind,
    };

    fn edited(at: usize, change: Change) -> Result<Opportunity, EditRefused> {
        let (before, stage) = in_stage(at);
        let edit = Edit {
            opportunity: before.id,
            seen: before.revision,
            change,
        };
        edit.apply(&before, &stage, Moment::now())
    }

    #[test]
    fn what_the_stage_asks_for_cannot_be_taken_away() {
        assert_eq!(edited(0, Change::Amount(None)).unwrap().amount, None);
        assert_eq!(
            edited(1, Change::Amount(None)),
            Err(EditRefused::Needed(Missing::Amount))
        );
        assert_eq!(edited(1, Change::CloseOn(None)).unwrap().close_on, None);
        assert_eq!(
            edited(2, Change::CloseOn(None)),
            Err(EditRefused::Needed(Missing::CloseDate))
        );
    }

    #[test]
    fn a_chance_set_by_hand_is_remembered_as_such_and_can_follow_the_stage_again() {
        let chance = Probability::new(65).unwrap();
        let after = edited(1, Change::Probability(Some(chance))).unwrap();
        assert_eq!((after.probability, after.probability_by_hand), (chance, true));
        let after = edited(1, Change::Probability(None)).unwrap();
        assert_eq!((after.probability.percent(), after.probability_by_hand), (50, false));
    }

    #[test]
    fn what_was_sold_is_not_changed_afterwards() {
        assert_eq!(edited(3, Change::Amount(None)), Err(EditRefused::Closed));
        assert_eq!(edited(4, Change::CloseOn(None)), Err(EditRefused::Closed));
    }

    #[test]
    fn a_step_that_was_taken_is_news_of_the_client() {
        let (mut before, stage) = in_stage(0);
        let edit = |change| Edit {
            opportunity: before.id,
            seen: before.revision,
            change,
        };
        let call = NextStep {
            kind: ActivityKind::Call,
            on: Day::FIRST,
            at: None,
        };
        let (plan, done, now) = (edit(Change::Next(Some(call))), edit(Change::Done), Moment::now());
        assert_eq!(done.apply(&before, &stage, now), Err(EditRefused::NothingPlanned));
        before = plan.apply(&before, &stage, now).unwrap();
        assert_eq!((before.next, before.last_activity_at), (Some(call), None));
        let after = done.apply(&before, &stage, now).unwrap();
        assert_eq!((after.next, after.last_activity_at), (None, Some(now)));
    }

    #[test]
    fn a_tag_is_put_on_once_and_the_eleventh_is_too_many() {
        let (mut before, stage) = in_stage(0);
        before.tags = Tags::read("a,b,c,d,e,f,g,h,i,Álava");
        let after = |change| {
            let edit = Edit {
                opportunity: before.id,
                seen: before.revision,
                change,
            };
            edit.apply(&before, &stage, Moment::now()).map(|it| it.tags)
        };
        let tag = |text| Tag::parse(text).unwrap();
        assert_eq!(after(Change::Tag(tag("ALAVA"))), Ok(before.tags.clone()));
        let refused = after(Change::Tag(tag("k")));
        assert_eq!(refused, Err(EditRefused::Invalid("tags", Invalid::TooMany { max: 10 })));
        let less = after(Change::Untag(tag("alava"))).unwrap();
        assert_eq!(less.joined(""), "abcdefghi");
        assert_eq!(after(Change::Untag(tag("none"))), Ok(before.tags.clone()));
    }

    #[test]
    fn no_amount_is_below_nothing() {
        let below = Change::Amount(Some(Money::eur(-1).unwrap()));
        assert!(matches!(edited(0, below), Err(EditRefused::Invalid("amount", _))));
    }
}
