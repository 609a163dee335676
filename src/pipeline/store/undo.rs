//! Taking back what was done with an opportunity.

use super::moves::{editable, stage_name, stage_of};
use crate::{
    agenda::store::{How, follow},
    clients::store::unbought,
    error::AppError,
    pipeline::domain::{MoveOutcome, Moved, StageKind, Undo},
    server::{
        Ctx,
        db::{Gesture, Restored, Tx, restored},
    },
    timeline::{
        domain::EntryBody,
        store::{About, append},
    },
};

impl Gesture for Undo {
    type Answer = MoveOutcome;

    const NAME: &'static str = "opportunity.undo";

    /// The audit says what every field was, so that the opportunity is afterwards what it was: its days in the stage, a
    /// probability set by hand, an amount that was empty.
    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<MoveOutcome, AppError> {
        let now = editable(ctx, tx.find(self.opportunity).await?)?;
        let mut before = match restored(ctx, tx, self.operation, &now).await? {
            Restored::Before(before) => before,
            Restored::Untouched => return Err(AppError::NotFound),
            Restored::Changed => return Ok(MoveOutcome::Stale(Box::new(Moved::from(&now)))),
        };
        let stage = stage_of(tx, before.stage).await?;
        // What was filled in may be needed by now, where somebody else has moved it.
        let needed = before.lacks(&stage);
        if before.stage == now.stage && !needed.is_empty() && now.lacks(&stage).is_empty() {
            return Ok(MoveOutcome::Missing(needed));
        }
        let about = About {
            account: now.account,
            opportunity: Some(now.id),
        };
        if before.stage != now.stage {
            let told = EntryBody::MoveUndone {
                title: now.title.clone(),
                from: stage_name(tx, now.stage).await?,
                to: stage.name,
            };
            append(ctx, tx, about, told);
        } else if before.rank == now.rank {
            append(
                ctx,
                tx,
                about,
                EntryBody::ChangeUndone {
                    title: before.title.clone(),
                },
            );
        }
        follow(ctx, tx, &now, &mut before, How::Undone(self.operation)).await?;
        tx.replace(&now, &before).await?;
        if let (Some(account), StageKind::Won) = (now.account, now.state) {
            unbought(ctx, tx, account, Some(self.operation)).await?;
        }
        Ok(MoveOutcome::Moved(Box::new(Moved::from(&before))))
    }

    fn settles(answer: &MoveOutcome) -> bool {
        matches!(answer, MoveOutcome::Moved(_))
    }
}
