//! Leaving a message.

use crate::{
    agenda,
    clients::store::held_now,
    error::AppError,
    messages::domain::{Leave, Message, due},
    server::{
        Ctx,
        db::{Gesture, Tx},
    },
    team::domain::Action,
    timeline::{
        domain::EntryBody,
        store::{About, append_at},
    },
    types::{Invalid, MessageId, Revision},
};

impl Gesture for Leave {
    type Answer = Message;

    const NAME: &'static str = "message.leave";

    /// Whoever sees the client may leave one for whoever sees it.
    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<Message, AppError> {
        let account = held_now(ctx, tx, self.account, Action::View).await?;
        let colleagues = agenda::store::doers(ctx, &account).await?;
        let to = colleagues.into_iter().find(|(id, _)| *id == self.to);
        let Some((to, name)) = to else {
            return Err(AppError::invalid("to", Invalid::DoesNotSeeClient));
        };
        let about = About {
            account: Some(account.id),
            opportunity: None,
        };
        let told = EntryBody::MessageLeft {
            to: name,
            with: self.contact_name.clone(),
            text: self.text.clone(),
        };
        let entry = append_at(ctx, tx, about, ctx.now, told);
        let calendar = agenda::store::calendar_of(&ctx.db, account.zone).await?;
        let message = Message {
            id: MessageId::fresh(),
            revision: Revision::FIRST,
            account: account.id,
            contact_name: self.contact_name.clone(),
            call_back: self.call_back.clone(),
            text: self.text.clone(),
            author: ctx.actor(),
            told: vec![to],
            left_at: ctx.now,
            is_waiting: true,
            accepted_at: None,
            accepted_by: None,
            level: 0,
            due: due(ctx.now, 0, &calendar),
            entry: entry.id,
        };
        tx.create(std::slice::from_ref(&message)).await?;
        Ok(message)
    }
}
