//! Who sees an activity, and who may say what came of it.

use crate::{
    agenda::domain::Activity,
    clients::domain::Account,
    error::AppError,
    pipeline::domain::Opportunity,
    server::{
        Ctx,
        db::{Admitted, Tx},
    },
    team::domain::{Action, Subject},
    types::ActivityId,
};

/// The condition on activities: through the opportunity; or, for what has none and for those who do it themselves, through the
/// account. Nobody sees a word about a client that the lens hides.
#[must_use]
pub fn shown(ctx: &Ctx) -> String {
    let sales = Admitted::through(&ctx.lens, Subject::Opportunities, Action::View, "opportunity.");
    let clients = Admitted::through(&ctx.lens, Subject::Accounts, Action::View, "account.");
    format!(
        "((opportunity != NONE AND {}) OR (account != NONE AND {} AND \
         (opportunity = NONE OR owner = $lens_actor OR $lens_actor IN participants)))",
        sales.condition(),
        clients.condition()
    )
}

/// Whether somebody sees an activity, as it is within the transaction.
///
/// # Errors
/// `Unavailable`.
pub async fn is_shown(ctx: &Ctx, tx: &Tx, id: ActivityId) -> Result<bool, AppError> {
    let found: Vec<ActivityId> = tx
        .query(format!("SELECT VALUE id FROM $activity WHERE {}", shown(ctx)))
        .bind(("activity", id))
        .bind(Admitted::by(&ctx.lens, Subject::Accounts, Action::View).variables())
        .await?
        .check()?
        .take(0)?;
    Ok(!found.is_empty())
}

/// An activity with what it hangs from, as a gesture needs them.
pub struct Held {
    pub activity: Activity,
    pub account: Option<Account>,
    pub opportunity: Option<Opportunity>,
}

/// The activity, if this person sees it and may say what came of it: whoever does it, and whoever may change the opportunity or
/// the account.
///
/// # Errors
/// `NotFound`, `Forbidden`.
pub async fn held(ctx: &Ctx, tx: &Tx, id: ActivityId) -> Result<Held, AppError> {
    let activity: Activity = tx.find(id).await?.ok_or(AppError::NotFound)?;
    let account: Option<Account> = match activity.account {
        Some(account) => tx.find(account).await?,
        None => None,
    };
    let opportunity: Option<Opportunity> = match activity.opportunity {
        Some(opportunity) => tx.find(opportunity).await?,
        None => None,
    };
    let of_account = |action| {
        let belongs = account.as_ref().map(Account::belongs);
        belongs.is_some_and(|it| ctx.lens.admits(Subject::Accounts, action, it))
    };
    let of_sale = |action| {
        let belongs = opportunity.as_ref().map(Opportunity::belongs);
        belongs.is_some_and(|it| ctx.lens.admits(Subject::Opportunities, action, it))
    };
    let is_mine = ctx.actor().is_some_and(|actor| activity.is_of(actor));
    let through_account = (opportunity.is_none() || is_mine) && of_account(Action::View);
    if !of_sale(Action::View) && !through_account {
        return Err(AppError::NotFound);
    }
    let may = match opportunity {
        Some(_) => of_sale(Action::Edit),
        None => of_account(Action::Edit),
    };
    if !is_mine && !may {
        return Err(AppError::Forbidden);
    }
    Ok(Held {
        activity,
        account,
        opportunity,
    })
}
