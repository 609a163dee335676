//! Doing it on another day.

use super::{follow::settle, seen::held};
use crate::{
    agenda::domain::{Activity, After, Concluded, Replan, Status},
    error::AppError,
    server::{
        Ctx,
        db::{Gesture, Tx},
    },
    timeline::{
        domain::EntryBody,
        store::{About, append},
    },
    types::Invalid,
};

impl Gesture for Replan {
    type Answer = Concluded;

    const NAME: &'static str = "activity.replan";

    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<Concluded, AppError> {
        let found = held(ctx, tx, self.activity).await?;
        let before = found.activity;
        if before.revision != self.seen || before.status != Status::Planned {
            return Ok(Concluded::Stale);
        }
        if self.day < ctx.today() {
            return Err(AppError::invalid("on", Invalid::DayGone));
        }
        let after = Activity {
            revision: before.revision.next(),
            day: self.day,
            at: self.at,
            ..before.clone()
        };
        tx.replace(&before, &after).await?;
        let about = About {
            account: before.account,
            opportunity: before.opportunity,
        };
        let (from, to) = (before.step(), after.step());
        let words = self.words.clone();
        append(ctx, tx, about, EntryBody::Replanned { from, to, words });
        if let Some(sale) = found.opportunity {
            settle(tx, &sale, |_| {}).await?;
        }
        Ok(Concluded::Done {
            activity: Box::new(after),
            after: After::Nothing,
        })
    }

    fn settles(answer: &Concluded) -> bool {
        *answer != Concluded::Stale
    }
}
