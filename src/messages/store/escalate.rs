//! What nobody accepts goes further up, done by the program itself: exactly once for each step, whoever else runs and however often it
//! was restarted, since the operation is told from the message and the step.

use std::time::Duration;

use surrealdb::types::SurrealValue;
use tokio::sync::watch;
use uuid::Uuid;

use crate::{
    agenda,
    clients::domain::Account,
    error::AppError,
    messages::domain::{Message, due, next_told},
    server::{
        Ctx,
        db::{Db, Gesture, Tx, perform},
    },
    team,
    timeline::{
        domain::EntryBody,
        store::{About, append},
    },
    types::{MessageId, Moment, OpId, ShortText, UserId},
};

/// So often it is looked what is due.
const EVERY: Duration = Duration::from_secs(60);
/// So many at once: the rest in the next round.
const AT_ONCE: u32 = 100;

/// A message goes further for the how manieth time.
struct Escalate {
    message: MessageId,
    level: u32,
}

impl Escalate {
    /// The same for the same step, always.
    fn operation(&self) -> OpId {
        let key = self.message.uuid().as_u128();
        OpId::from_uuid(Uuid::from_u128(key.wrapping_add(u128::from(self.level))))
    }
}

impl Gesture for Escalate {
    type Answer = bool;

    const NAME: &'static str = "message.escalate";

    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<bool, AppError> {
        let before: Message = tx.find(self.message).await?.ok_or(AppError::NotFound)?;
        let is_due = before.due.is_some_and(|due| due <= ctx.now);
        if !before.is_waiting || before.level + 1 != self.level || !is_due {
            return Ok(false);
        }
        let account: Account = tx.find(before.account).await?.ok_or(AppError::NotFound)?;
        let users = team::store::users(&ctx.db).await?;
        // Who left it does not get it back.
        let known: Vec<UserId> = before.told.iter().copied().chain(before.author).collect();
        let fresh = next_told(self.level, &users, &account, &known);
        let calendar = agenda::store::calendar_of(&ctx.db, account.zone).await?;
        let named = |id: &UserId| {
            users
                .iter()
                .find(|user| user.id == *id)
                .map(|user| user.name.to_string())
        };
        let names: Vec<String> = fresh.iter().filter_map(named).collect();
        let after = Message {
            revision: before.revision.next(),
            told: before.told.iter().copied().chain(fresh).collect(),
            level: self.level,
            due: due(before.left_at, self.level, &calendar),
            ..before.clone()
        };
        tx.replace(&before, &after).await?;
        let about = About {
            account: Some(before.account),
            opportunity: None,
        };
        let names: String = names.join(", ").chars().take(200).collect();
        let told = EntryBody::MessageEscalated {
            to: ShortText::parse(&names).ok(),
        };
        append(ctx, tx, about, told);
        Ok(true)
    }

    fn settles(answer: &bool) -> bool {
        *answer
    }
}

#[derive(SurrealValue)]
struct Due {
    id: MessageId,
    level: u32,
}

/// Lets everything go further that is due at this moment, as often as it is; how often that was.
///
/// # Errors
/// `Unavailable`.
pub async fn escalate_due(db: &Db, now: Moment) -> Result<u32, AppError> {
    let ctx = Ctx::program(db.clone(), now)?;
    let (mut done, mut failed) = (0, 0);
    loop {
        // What has gone as far as it can has no moment, and nothing is less than any moment: it is left out by the other end.
        let limit = AT_ONCE + failed;
        let found: Vec<Due> = db
            .query(format!(
                "SELECT id, level FROM message WHERE is_waiting = true AND due > $ever AND due <= $now LIMIT {limit}"
            ))
            .bind(("ever", Moment::EVER))
            .bind(("now", now))
            .await?
            .check()?
            .take(0)?;
        failed = 0;
        let mut moved = 0;
        for it in found {
            let step = Escalate {
                message: it.id,
                level: it.level + 1,
            };
            match perform(&ctx, step.operation(), &step).await {
                Ok(true) => moved += 1,
                Ok(false) => failed += 1,
                // One that cannot go further keeps none of the others back: so many more are asked for.
                Err(error) => {
                    failed += 1;
                    tracing::warn!(%error, message = %it.id, "a message did not go further");
                }
            }
        }
        if moved == 0 {
            return Ok(done);
        }
        done += moved;
    }
}

/// Looks every minute what is due, from now until the program stops.
pub fn watch_over(db: Db, mut closing: watch::Receiver<bool>) {
    tokio::spawn(async move {
        let mut clock = tokio::time::interval(EVERY);
        loop {
            tokio::select! {
                _ = clock.tick() => {
                    if let Err(error) = escalate_due(&db, Moment::now()).await {
                        tracing::warn!(%error, "what is due of the messages could not be read");
                    }
                }
                _ = closing.changed() => return,
            }
        }
    });
}
