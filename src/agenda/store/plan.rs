//! Planning something with a client.

use std::collections::BTreeSet;

use super::follow::settle;
use crate::{
    agenda::domain::{Activity, Plan, Planning, Status},
    clients::{
        self,
        domain::{Account, Person},
        store::{held_now, person_in},
    },
    error::AppError,
    pipeline::{
        self,
        domain::{Opportunity, StageKind},
    },
    server::{
        Ctx,
        db::{Gesture, Tx},
    },
    team::{
        self,
        domain::{Action, Lens, Subject, User},
    },
    timeline::{
        self,
        domain::EntryBody,
        store::{About, append},
    },
    types::{AccountId, ActivityId, Invalid, Revision, ShortText, UserId},
};

impl Gesture for Plan {
    type Answer = Activity;

    const NAME: &'static str = "activity.plan";

    /// Whoever sees a client may plan something with them; what is planned with a sale changes the sale.
    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<Activity, AppError> {
        let account = held_now(ctx, tx, self.account, Action::View).await?;
        let sale = match self.opportunity {
            Some(id) => Some(open_sale(ctx, tx.find(id).await?, account.id)?),
            None => None,
        };
        if self.day < ctx.today() {
            return Err(AppError::invalid("on", Invalid::DayGone));
        }
        let owner = self.owner.or(ctx.actor());
        for who in owner.iter().chain(&self.participants) {
            sees(ctx, tx, *who, &account).await?;
        }
        let contact = match &self.with {
            Some(name) => Some(person_in(tx, Some(account.id), name).await?),
            None => sale.as_ref().and_then(|it| it.contact),
        };
        let named = sale.as_ref().and_then(|it| it.contact_name.clone());
        let from = match self.from {
            Some(entry) => timeline::store::seen(ctx, account.id, vec![entry]).await?.pop(),
            None => None,
        };
        let activity = Activity {
            id: ActivityId::fresh(),
            revision: Revision::FIRST,
            account: Some(account.id),
            opportunity: self.opportunity,
            contact,
            contact_name: self.with.clone().or(named),
            kind: self.kind,
            what: self.what.clone(),
            day: self.day,
            at: self.at,
            minutes: self.minutes,
            owner,
            participants: taking_part(&self.participants, owner),
            status: Status::Planned,
            outcome: None,
            attempt: 1,
            follows: None,
            closed_at: None,
            created_at: ctx.now,
            from: from.as_ref().map(|it| it.id),
            brought_by: from.and_then(|it| it.author),
        };
        tx.create(std::slice::from_ref(&activity)).await?;
        let about = About {
            account: Some(account.id),
            opportunity: self.opportunity,
        };
        let (step, what) = (activity.step(), self.what.clone());
        append(ctx, tx, about, EntryBody::Planned { step, what });
        if let Some(sale) = sale {
            settle(tx, &sale, |_| {}).await?;
        }
        Ok(activity)
    }
}

/// Each once, and not whoever does it anyway.
fn taking_part(named: &[UserId], owner: Option<UserId>) -> Vec<UserId> {
    let each: BTreeSet<UserId> = named.iter().copied().filter(|it| Some(*it) != owner).collect();
    each.into_iter().collect()
}

fn open_sale(ctx: &Ctx, found: Option<Opportunity>, account: AccountId) -> Result<Opportunity, AppError> {
    let admits = |action, it: &Opportunity| ctx.lens.admits(Subject::Opportunities, action, it.belongs());
    let found = found
        .filter(|it| it.account == Some(account) && admits(Action::View, it))
        .ok_or(AppError::NotFound)?;
    match found.state {
        _ if !admits(Action::Edit, &found) => Err(AppError::Forbidden),
        StageKind::Open => Ok(found),
        StageKind::Won | StageKind::Lost => Err(AppError::AlreadyDone),
    }
}

/// Refuses to give something to a colleague who would not see the client.
async fn sees(ctx: &Ctx, tx: &Tx, who: UserId, account: &Account) -> Result<(), AppError> {
    if ctx.actor() == Some(who) {
        return Ok(());
    }
    let user: Option<User> = tx.find(who).await?;
    let admits = |user: &User| Lens::of(user).admits(Subject::Accounts, Action::View, account.belongs());
    if user.is_some_and(|user| admits(&user)) {
        Ok(())
    } else {
        Err(AppError::invalid("owner", Invalid::DoesNotSeeClient))
    }
}

/// What the form of a plan with this client offers.
///
/// # Errors
/// `NotFound`.
pub async fn planning(ctx: &Ctx, id: AccountId) -> Result<Planning, AppError> {
    let account = clients::store::account(ctx, id).await?;
    let people = clients::store::people(ctx, id).await?;
    let sales = pipeline::store::opportunities_of(ctx, id).await?;
    let may = |it: &Opportunity| {
        it.state == StageKind::Open && ctx.lens.admits(Subject::Opportunities, Action::Edit, it.belongs())
    };
    Ok(Planning {
        people: people.iter().map(|it: &Person| it.name.to_string()).collect(),
        colleagues: doers(ctx, &account).await?,
        opportunities: sales.into_iter().filter(may).map(|it| (it.id, it.title)).collect(),
        today: ctx.today(),
        account_name: account.name,
    })
}

/// Who can do something with this client: whoever works here and sees it.
///
/// # Errors
/// `Unavailable`.
pub async fn doers(ctx: &Ctx, account: &Account) -> Result<Vec<(UserId, ShortText)>, AppError> {
    let sees = |user: &User| Lens::of(user).admits(Subject::Accounts, Action::View, account.belongs());
    let everybody = team::store::users(&ctx.db).await?;
    let doers = everybody.into_iter().filter(|user| user.active && sees(user));
    Ok(doers.map(|user| (user.id, user.name)).collect())
}
