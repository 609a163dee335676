//! Taking a message in hand.

use crate::{
    clients::domain::Account,
    error::AppError,
    messages::domain::{Accept, Message},
    server::{
        Ctx,
        db::{Gesture, Tx},
    },
    team::domain::{Action, Subject},
    timeline::{
        domain::EntryBody,
        store::{About, append},
    },
};

impl Gesture for Accept {
    type Answer = Message;

    const NAME: &'static str = "message.accept";

    /// Whoever has it, as long as they see the client.
    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<Message, AppError> {
        let before: Message = tx.find(self.message).await?.ok_or(AppError::NotFound)?;
        let account: Option<Account> = tx.find(before.account).await?;
        let sees = account.is_some_and(|it| ctx.lens.admits(Subject::Accounts, Action::View, it.belongs()));
        let has_it = ctx.actor().is_some_and(|actor| before.told.contains(&actor));
        if !sees || !(has_it || (ctx.actor().is_some() && before.author == ctx.actor())) {
            return Err(AppError::NotFound);
        }
        if !has_it {
            return Err(AppError::Forbidden);
        }
        if !before.is_waiting {
            return Err(AppError::AlreadyDone);
        }
        let after = Message {
            revision: before.revision.next(),
            is_waiting: false,
            accepted_at: Some(ctx.now),
            accepted_by: ctx.actor(),
            due: None,
            ..before.clone()
        };
        tx.replace(&before, &after).await?;
        let about = About {
            account: Some(before.account),
            opportunity: None,
        };
        append(ctx, tx, about, EntryBody::MessageAccepted);
        Ok(after)
    }
}
