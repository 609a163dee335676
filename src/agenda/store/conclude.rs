//! Saying what came of an activity: it is closed, told, and what the ladder says is planned, all in one.

use super::{
    calendar::{Calendars, now},
    follow::settle,
    seen::{Held, held},
};
use crate::{
    agenda::domain::{Activity, After, Conclude, Concluded, Outcome, Status, after},
    error::AppError,
    pipeline::domain::Tag,
    server::{
        Ctx,
        db::{Gesture, Tx},
    },
    timeline::{
        domain::EntryBody,
        store::{About, append},
    },
    types::{ActivityId, Invalid, Revision},
};

impl Gesture for Conclude {
    type Answer = Concluded;

    const NAME: &'static str = "activity.conclude";

    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<Concluded, AppError> {
        let Held {
            activity: before,
            account,
            opportunity,
        } = held(ctx, tx, self.activity).await?;
        if before.revision != self.seen || before.status != Status::Planned {
            return Ok(Concluded::Stale);
        }
        if !Outcome::of(before.kind).contains(&self.outcome) {
            return Err(AppError::invalid("outcome", Invalid::unknown(self.outcome.as_ref())));
        }
        let zone = account
            .and_then(|it| it.zone)
            .or(opportunity.as_ref().and_then(|it| it.zone));
        let calendar = Calendars::read(&ctx.db).await?.of(zone);
        let follows = match self.again {
            Some((day, _)) if day < ctx.today() => return Err(AppError::invalid("on", Invalid::DayGone)),
            Some((day, at)) => After::Again { day, at },
            None => after(self.outcome, before.attempt, now(ctx), &calendar),
        };
        let closed = Activity {
            revision: before.revision.next(),
            status: self.outcome.status(),
            outcome: Some(self.outcome),
            closed_at: Some(ctx.now),
            ..before.clone()
        };
        tx.replace(&before, &closed).await?;
        let again = match follows {
            After::Again { day, at } => Some(Activity {
                id: ActivityId::fresh(),
                revision: Revision::FIRST,
                day,
                at,
                // Whoever was spoken to is called for the first time again.
                attempt: if self.outcome.is_contact() {
                    1
                } else {
                    before.attempt + 1
                },
                follows: Some(before.id),
                created_at: ctx.now,
                ..before.clone()
            }),
            After::Cold | After::FindNumber | After::Nothing => None,
        };
        tx.create(again.as_slice()).await?;
        let about = About {
            account: before.account,
            opportunity: before.opportunity,
        };
        let told = EntryBody::Concluded {
            activity: before.kind,
            outcome: self.outcome,
            attempt: before.attempt,
            with: before.contact_name.clone(),
            words: self.words.clone(),
            again: again.as_ref().map(Activity::step),
            is_cold: follows == After::Cold,
            of: Some(before.id),
        };
        append(ctx, tx, about, told);
        if let Some(sale) = opportunity {
            let cold = cold_tag().filter(|_| follows == After::Cold);
            settle(tx, &sale, |it| {
                it.last_activity_at = it.last_activity_at.max(Some(ctx.now));
                // Ten tags already: then it is cold without saying so.
                if let Some(Ok(tags)) = cold.map(|tag| it.tags.with(&tag)) {
                    it.tags = tags;
                }
            })
            .await?;
        }
        Ok(Concluded::Done {
            activity: Box::new(closed),
            after: follows,
        })
    }

    fn settles(answer: &Concluded) -> bool {
        *answer != Concluded::Stale
    }
}

/// What a sale is tagged with when all has been tried.
pub fn cold_tag() -> Option<Tag> {
    Tag::parse("Frío").ok()
}
