//! Instructions of management on a client, and who has read them.

use surrealdb::types::SurrealValue;

use super::progress::held;
use crate::{
    clients::domain::{Account, AccountOutcome, Acknowledge, Instruct, Instruction, Notice},
    error::AppError,
    server::{
        Ctx,
        db::{Gesture, Tx, record, revised},
    },
    team::{
        self,
        domain::{Action, Subject},
    },
    timeline::{
        domain::EntryBody,
        store::{About, append},
    },
    types::{AccountId, AcknowledgementId, Moment, Revision, UserId},
};

/// That somebody has read one.
#[derive(Clone)]
struct Acknowledgement {
    id: AcknowledgementId,
    revision: Revision,
    account: AccountId,
    user: UserId,
    of: Moment,
    at: Moment,
}

record!(Acknowledgement {
    id,
    revision,
    account,
    user,
    of,
    at
});
revised!(Acknowledgement);

impl Gesture for Instruct {
    type Answer = AccountOutcome;

    const NAME: &'static str = "account.instruct";

    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<AccountOutcome, AppError> {
        let before = held(ctx, tx, self.account, Action::Instruct).await?;
        if before.revision != self.seen {
            return Ok(AccountOutcome::Stale);
        }
        let after = Account {
            revision: before.revision.next(),
            instruction: self.text.clone().map(|text| Instruction {
                text,
                by: ctx.actor(),
                at: ctx.now,
            }),
            ..before.clone()
        };
        let about = About {
            account: Some(self.account),
            opportunity: None,
        };
        append(
            ctx,
            tx,
            about,
            EntryBody::Instructed {
                text: self.text.clone(),
            },
        );
        tx.replace(&before, &after).await?;
        Ok(AccountOutcome::Done)
    }

    fn settles(answer: &AccountOutcome) -> bool {
        *answer == AccountOutcome::Done
    }
}

impl Gesture for Acknowledge {
    type Answer = ();

    const NAME: &'static str = "account.acknowledge";

    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<(), AppError> {
        let user = ctx.actor().ok_or(AppError::Forbidden)?;
        let account = held(ctx, tx, self.account, Action::View).await?;
        let Some(instruction) = account.instruction.filter(|it| it.at == self.of) else {
            return Err(AppError::AlreadyDone);
        };
        let sql = "SELECT VALUE id FROM acknowledgement WHERE account = $account AND user = $user AND of = $of LIMIT 1";
        let known: Option<AcknowledgementId> = tx
            .query(sql)
            .bind(("account", self.account))
            .bind(("user", user))
            .bind(("of", instruction.at))
            .await?
            .check()?
            .take(0)?;
        if known.is_some() {
            return Ok(());
        }
        let read = Acknowledgement {
            id: AcknowledgementId::fresh(),
            revision: Revision::FIRST,
            account: self.account,
            user,
            of: instruction.at,
            at: ctx.now,
        };
        tx.create(&[read]).await
    }
}

#[derive(SurrealValue)]
struct Reader {
    user: UserId,
}

/// The instruction of an account that the reader sees, as they find it.
///
/// # Errors
/// `Unavailable`.
pub async fn notice(ctx: &Ctx, account: &Account) -> Result<Option<Notice>, AppError> {
    let Some(instruction) = account.instruction.clone() else {
        return Ok(None);
    };
    let sql = "SELECT user, at FROM acknowledgement WHERE account = $account AND of = $of ORDER BY at ASC";
    let query = ctx
        .db
        .query(sql)
        .bind(("account", account.id))
        .bind(("of", instruction.at));
    let readers: Vec<Reader> = query.await?.check()?.take(0)?;
    let names = team::store::directory(&ctx.db).await?;
    let gives = ctx.lens.admits(Subject::Accounts, Action::Instruct, account.belongs());
    Ok(Some(Notice {
        by: instruction.by.and_then(|by| names.get(&by).cloned()),
        is_read: readers.iter().any(|it| Some(it.user) == ctx.actor()),
        readers: readers
            .iter()
            .filter(|_| gives)
            .filter_map(|it| names.get(&it.user).cloned())
            .collect(),
        instruction,
    }))
}
