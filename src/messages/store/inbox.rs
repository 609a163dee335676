//! What one has to do with messages.

use std::collections::BTreeMap;

use surrealdb::types::SurrealValue;

use crate::{
    agenda, clients,
    error::AppError,
    messages::domain::{Inbox, Leaving, Message, Note},
    server::{Ctx, db::Admitted},
    team::{
        self,
        domain::{Action, Subject},
    },
    types::{AccountId, ShortText},
};

/// So many of those that are done with are shown.
const SHOWN: u32 = 20;
/// As many as one works through; the rest comes when these are done.
const MOST: u32 = 100;

#[derive(SurrealValue)]
struct Named {
    id: AccountId,
    name: ShortText,
}

/// Those that wait for the reader, those that they accepted and those that they left: of clients that they see.
///
/// # Errors
/// `Forbidden` to a lens without accounts.
pub async fn inbox(ctx: &Ctx) -> Result<Inbox, AppError> {
    ctx.require(Subject::Accounts, Action::View)?;
    let admitted = Admitted::through(&ctx.lens, Subject::Accounts, Action::View, "account.");
    let lens = admitted.and();
    let sql = format!(
        "SELECT * FROM message WHERE is_waiting = true AND told CONTAINS $user{lens} ORDER BY left_at ASC LIMIT {MOST};
         SELECT * FROM message WHERE accepted_by = $user{lens} ORDER BY accepted_at DESC LIMIT {SHOWN};
         SELECT * FROM message WHERE author = $user{lens} ORDER BY left_at DESC LIMIT {SHOWN};"
    );
    let mut answer = ctx
        .db
        .query(sql)
        .bind(("user", ctx.actor()))
        .bind(admitted.variables())
        .await?
        .check()?;
    let [waiting, accepted, left]: [Vec<Message>; 3] = [answer.take(0)?, answer.take(1)?, answer.take(2)?];
    let all = waiting.iter().chain(&accepted).chain(&left);
    let ids: Vec<AccountId> = all.clone().map(|it| it.account).collect();
    let named: Vec<Named> = ctx
        .db
        .query("SELECT id, name FROM $accounts")
        .bind(("accounts", ids))
        .await?
        .check()?
        .take(0)?;
    let clients: BTreeMap<AccountId, ShortText> = named.into_iter().map(|it| (it.id, it.name)).collect();
    let mut names = team::store::directory(&ctx.db).await?;
    names.retain(|id, _| {
        all.clone()
            .any(|it| it.told.contains(id) || it.author == Some(*id) || it.accepted_by == Some(*id))
    });
    let noted = |all: Vec<Message>| -> Vec<Note> {
        let note = |message: Message| {
            let account_name = clients.get(&message.account)?.clone();
            Some(Note { message, account_name })
        };
        all.into_iter().filter_map(note).collect()
    };
    Ok(Inbox {
        waiting: noted(waiting),
        accepted: noted(accepted),
        left: noted(left),
        names,
    })
}

/// How many wait for the reader.
///
/// # Errors
/// `Unavailable`.
pub async fn waiting(ctx: &Ctx) -> Result<u32, AppError> {
    let admitted = Admitted::through(&ctx.lens, Subject::Accounts, Action::View, "account.");
    let sql = format!(
        "SELECT VALUE count FROM (SELECT count() AS count FROM message WHERE is_waiting = true AND told CONTAINS $user{} GROUP ALL)",
        admitted.and()
    );
    let query = ctx.db.query(sql).bind(("user", ctx.actor())).bind(admitted.variables());
    let found: Vec<u32> = query.await?.check()?.take(0)?;
    Ok(found.first().copied().unwrap_or(0))
}

/// What the form of a message about this client offers.
///
/// # Errors
/// `NotFound`.
pub async fn leaving(ctx: &Ctx, id: AccountId) -> Result<Leaving, AppError> {
    let account = clients::store::account(ctx, id).await?;
    let people = clients::store::people(ctx, id).await?;
    let colleagues = agenda::store::doers(ctx, &account).await?;
    let holder = account.owner.filter(|it| Some(*it) != ctx.actor());
    Ok(Leaving {
        people: people.iter().map(|it| it.name.to_string()).collect(),
        to: holder.filter(|it| colleagues.iter().any(|(id, _)| id == it)),
        colleagues,
        account_name: account.name,
    })
}
