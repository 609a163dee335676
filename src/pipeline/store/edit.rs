//! Changing a field of an opportunity.

use super::links::{Linked, linked};
use super::moves::{editable, name_contact, stage_of};
use crate::{
    agenda::store::{How, follow},
    error::AppError,
    pipeline::domain::{Change, Edit, EditRefused, MoveOutcome, Moved, Opportunity},
    server::{
        Ctx,
        db::{Gesture, Tx},
    },
    team::domain::{Action, Subject},
    timeline::{
        domain::{EntryBody, Field},
        store::{About, append},
    },
};

impl Gesture for Edit {
    type Answer = MoveOutcome;

    const NAME: &'static str = "opportunity.edit";

    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<MoveOutcome, AppError> {
        let before = editable(ctx, tx.find(self.opportunity).await?)?;
        if before.revision != self.seen {
            return Ok(MoveOutcome::Stale(Box::new(Moved::from(&before))));
        }
        let stage = stage_of(tx, before.stage).await?;
        let mut after = match self.apply(&before, &stage, ctx.now) {
            Ok(after) => after,
            Err(EditRefused::Needed(missing)) => return Ok(MoveOutcome::Missing(vec![missing])),
            Err(EditRefused::Closed | EditRefused::NothingPlanned) => return Err(AppError::AlreadyDone),
            Err(EditRefused::Invalid(field, why)) => return Err(AppError::invalid(field, why)),
        };
        name_contact(tx, &mut after).await?;
        let names = linked(ctx, &self.change, &before).await?;
        if !ctx.lens.admits(Subject::Opportunities, Action::View, after.belongs()) {
            // Given to somebody whose cards this person does not see: it would be gone, and could not be undone.
            return Err(AppError::Forbidden);
        }
        let how = match self.change {
            Change::Done => How::Done,
            _ => How::Edited,
        };
        follow(ctx, tx, &before, &mut after, how).await?;
        let (account, opportunity) = (before.account, Some(before.id));
        append(
            ctx,
            tx,
            About { account, opportunity },
            told(&self.change, &before, &after, names),
        );
        tx.replace(&before, &after).await?;
        let mut moved = Moved::from(&after);
        // Somebody may give away what they may only look at from then on.
        moved.card.fixed = !ctx.lens.admits(Subject::Opportunities, Action::Edit, after.belongs());
        Ok(MoveOutcome::Moved(Box::new(moved)))
    }

    fn settles(answer: &MoveOutcome) -> bool {
        matches!(answer, MoveOutcome::Moved(_))
    }
}

/// What the timeline says of it.
fn told(change: &Change, before: &Opportunity, after: &Opportunity, names: Linked) -> EntryBody {
    let Linked { from, to } = names;
    let field = match change {
        Change::Title(_) => Field::Title {
            from: before.title.clone(),
        },
        Change::Amount(_) => Field::Amount {
            from: before.amount,
            to: after.amount,
        },
        Change::CloseOn(_) => Field::CloseOn {
            from: before.close_on,
            to: after.close_on,
        },
        Change::Probability(_) => Field::Probability {
            from: before.probability,
            to: after.probability,
        },
        Change::Owner(_) => Field::Owner { from, to },
        Change::Contact(_) => Field::Contact {
            from: before.contact_name.clone(),
            to: after.contact_name.clone(),
        },
        Change::Product(_) => Field::Product { from, to },
        Change::Zone(_) => Field::Zone { from, to },
        Change::Department(_) => Field::Department { from, to },
        Change::Source(_) => Field::Source {
            from: before.source,
            to: after.source,
        },
        Change::Next(_) => Field::Next {
            from: before.next,
            to: after.next,
        },
        Change::Done => Field::Done { step: before.next },
        Change::Tag(tag) => Field::Tagged { tag: tag.clone() },
        Change::Untag(tag) => Field::Untagged { tag: tag.clone() },
    };
    EntryBody::OpportunityChanged {
        title: after.title.clone(),
        field,
    }
}
