//! What is due.

use std::{collections::BTreeMap, ops::RangeInclusive};

use surrealdb::types::SurrealValue;

use super::{
    calendar::{Calendars, now},
    seen::shown,
};
use crate::{
    agenda::domain::{Activity, Calendar, Job, Outcome, Queue, Span, Whose, after},
    error::AppError,
    server::{Ctx, db::Admitted},
    team::{
        self,
        domain::{Action, Belongs, Subject},
    },
    types::{
        AccountId, ActivityId, ContactId, Day, DepartmentId, Money, OpportunityId, Phone, Probability, ShortText,
        UserId, ZoneId,
    },
};

/// As many as one works through; the rest comes when these are done.
const MOST: usize = 150;
/// How far ahead Hoy looks.
const AHEAD: i32 = 7;
/// As many as a month of a team holds.
const MOST_OF_AGENDA: usize = 1_000;

/// What is late, of today and of the next days.
///
/// # Errors
/// `Forbidden` to a lens without accounts.
pub async fn queue(ctx: &Ctx, whose: Whose) -> Result<Queue, AppError> {
    ctx.require(Subject::Accounts, Action::View)?;
    let (seen, limit) = (shown(ctx), MOST + 1);
    let wanted = format!("status = 'planned' AND day <= $until AND {seen} ORDER BY day ASC LIMIT {limit}");
    let sql = match whose {
        Whose::Team => format!("SELECT * FROM activity WHERE {wanted}"),
        Whose::Mine => format!(
            "SELECT * FROM activity WHERE owner = $user AND {wanted};
             SELECT * FROM activity WHERE $user IN participants AND {wanted};"
        ),
    };
    let mut answer = ctx
        .db
        .query(sql)
        .bind(("user", ctx.actor()))
        .bind(("until", ctx.today().plus_days(AHEAD).to_string()))
        .bind(Admitted::by(&ctx.lens, Subject::Accounts, Action::View).variables())
        .await?
        .check()?;
    let mut found: Vec<Activity> = answer.take(0)?;
    if whose == Whose::Mine {
        let partaken: Vec<Activity> = answer.take(1)?;
        found.extend(partaken.into_iter().filter(|it| it.owner != ctx.actor()));
        found.sort_by_key(Activity::order);
    }
    queue_of(ctx, found, MOST).await
}

/// What is planned and what was done on these days.
///
/// # Errors
/// `Forbidden` to a lens without accounts.
pub async fn agenda(ctx: &Ctx, span: Span, whose: Calendar) -> Result<Queue, AppError> {
    between(ctx, span.days(), whose, "").await
}

/// The same between two days, of what `also` says of it besides: a condition that ends in `AND `, or nothing.
///
/// # Errors
/// As [`agenda`].
pub(super) async fn between(
    ctx: &Ctx,
    days: RangeInclusive<Day>,
    whose: Calendar,
    also: &str,
) -> Result<Queue, AppError> {
    ctx.require(Subject::Accounts, Action::View)?;
    let (seen, limit) = (shown(ctx), MOST_OF_AGENDA + 1);
    let wanted = format!("{also}day >= $first AND day <= $last AND {seen} ORDER BY day ASC LIMIT {limit}");
    let user = match whose {
        Calendar::Mine => ctx.actor(),
        Calendar::Of(user) => Some(user),
        Calendar::Team => None,
    };
    let sql = match whose {
        Calendar::Team => format!("SELECT * FROM activity WHERE {wanted}"),
        Calendar::Mine | Calendar::Of(_) => format!(
            "SELECT * FROM activity WHERE owner = $user AND {wanted};
             SELECT * FROM activity WHERE $user IN participants AND {wanted};"
        ),
    };
    let mut answer = ctx
        .db
        .query(sql)
        .bind(("user", user))
        .bind(("first", days.start().to_string()))
        .bind(("last", days.end().to_string()))
        .bind(Admitted::by(&ctx.lens, Subject::Accounts, Action::View).variables())
        .await?
        .check()?;
    let mut found: Vec<Activity> = answer.take(0)?;
    if user.is_some() {
        let partaken: Vec<Activity> = answer.take(1)?;
        found.extend(partaken.into_iter().filter(|it| it.owner != user));
    }
    found.sort_by_key(Activity::order);
    queue_of(ctx, found, MOST_OF_AGENDA).await
}

/// What is planned with a client.
///
/// # Errors
/// `Unavailable`.
pub async fn upcoming(ctx: &Ctx, account: AccountId) -> Result<Queue, AppError> {
    let sql = format!(
        "SELECT * FROM activity WHERE account = $account AND status = 'planned' AND {} ORDER BY day ASC LIMIT {}",
        shown(ctx),
        MOST + 1
    );
    let found: Vec<Activity> = ctx
        .db
        .query(sql)
        .bind(("account", account))
        .bind(Admitted::by(&ctx.lens, Subject::Accounts, Action::View).variables())
        .await?
        .check()?
        .take(0)?;
    queue_of(ctx, found, MOST).await
}

/// Those of these that are planned still and that the reader sees.
///
/// # Errors
/// `Forbidden` to a lens without accounts.
pub async fn planned(ctx: &Ctx, these: &[ActivityId]) -> Result<Queue, AppError> {
    ctx.require(Subject::Accounts, Action::View)?;
    let sql = format!("SELECT * FROM $planned WHERE status = 'planned' AND {}", shown(ctx));
    let found: Vec<Activity> = ctx
        .db
        .query(sql)
        .bind(("planned", these.to_vec()))
        .bind(Admitted::by(&ctx.lens, Subject::Accounts, Action::View).variables())
        .await?
        .check()?
        .take(0)?;
    queue_of(ctx, found, MOST_OF_AGENDA).await
}

/// How many of one's own are late or of today.
///
/// # Errors
/// `Unavailable`.
pub async fn waiting(ctx: &Ctx) -> Result<u32, AppError> {
    let sql = format!(
        "SELECT VALUE count FROM (SELECT count() AS count FROM activity WHERE owner = $user AND status = 'planned' AND day <= $until \
         AND {} GROUP ALL)",
        shown(ctx)
    );
    let found: Vec<u32> = ctx
        .db
        .query(sql)
        .bind(("user", ctx.actor()))
        .bind(("until", ctx.today().to_string()))
        .bind(Admitted::by(&ctx.lens, Subject::Accounts, Action::View).variables())
        .await?
        .check()?
        .take(0)?;
    Ok(found.first().copied().unwrap_or(0))
}

#[derive(SurrealValue)]
struct Client {
    id: AccountId,
    name: ShortText,
    phone: Option<Phone>,
    zone: Option<ZoneId>,
    owner: Option<UserId>,
    department: Option<DepartmentId>,
}

#[derive(SurrealValue)]
struct Sale {
    id: OpportunityId,
    title: ShortText,
    account_name: Option<ShortText>,
    contact_name: Option<ShortText>,
    amount: Option<Money>,
    probability: Probability,
    owner: Option<UserId>,
    department: Option<DepartmentId>,
    zone: Option<ZoneId>,
}

#[derive(SurrealValue)]
struct Reached {
    id: ContactId,
    phone: Option<Phone>,
}

/// With the names, the phones and the amounts that the lens shows: each read through the lens of the table it is in.
async fn queue_of(ctx: &Ctx, mut found: Vec<Activity>, most: usize) -> Result<Queue, AppError> {
    let goes_on = found.len() > most;
    found.truncate(most);
    let clients = Admitted::by(&ctx.lens, Subject::Accounts, Action::View);
    let sales = Admitted::by(&ctx.lens, Subject::Opportunities, Action::View);
    let sql = format!(
        "SELECT id, name, phone, zone, owner, department FROM $accounts WHERE {};
         SELECT id, title, account_name, contact_name, amount, probability, owner, department, zone FROM $sales WHERE {};",
        clients.condition(),
        sales.condition()
    );
    let mut answer = ctx
        .db
        .query(sql)
        .bind(("accounts", found.iter().filter_map(|it| it.account).collect::<Vec<_>>()))
        .bind((
            "sales",
            found.iter().filter_map(|it| it.opportunity).collect::<Vec<_>>(),
        ))
        .bind(clients.variables())
        .await?
        .check()?;
    let clients: Vec<Client> = answer.take(0)?;
    let clients: BTreeMap<AccountId, Client> = clients.into_iter().map(|it| (it.id, it)).collect();
    let sales: Vec<Sale> = answer.take(1)?;
    let sales: BTreeMap<OpportunityId, Sale> = sales.into_iter().map(|it| (it.id, it)).collect();
    let reachable = found
        .iter()
        .filter(|it| it.account.is_some_and(|id| clients.contains_key(&id)));
    let people: Vec<Reached> = ctx
        .db
        .query("SELECT id, phone FROM $contacts")
        .bind(("contacts", reachable.filter_map(|it| it.contact).collect::<Vec<_>>()))
        .await?
        .check()?
        .take(0)?;
    let phones: BTreeMap<ContactId, Phone> = people.into_iter().filter_map(|it| Some((it.id, it.phone?))).collect();
    let (calendars, now) = (Calendars::read(&ctx.db).await?, now(ctx));
    let mut names = team::store::directory(&ctx.db).await?;
    names.retain(|id, _| found.iter().any(|it| it.is_of(*id) || it.brought_by == Some(*id)));
    let job = |mut activity: Activity| {
        let client = activity.account.and_then(|id| clients.get(&id));
        let sale = activity.opportunity.and_then(|id| sales.get(&id));
        if client.is_none() {
            // Of a client that one does not see, one knows what the sale says.
            activity.contact_name = sale.and_then(|it| it.contact_name.clone());
            activity.contact = None;
        }
        let calendar = calendars.of(client.and_then(|it| it.zone).or(sale.and_then(|it| it.zone)));
        let follows = Outcome::of(activity.kind)
            .iter()
            .map(|it| (*it, after(*it, activity.attempt, now, &calendar)))
            .collect();
        let of_person = activity.contact.and_then(|id| phones.get(&id)).cloned();
        Job {
            account_name: client
                .map(|it| it.name.clone())
                .or(sale.and_then(|it| it.account_name.clone())),
            phone: client.and_then(|it| of_person.or(it.phone.clone())),
            title: sale.map(|it| it.title.clone()),
            amount: sale.and_then(|it| it.amount),
            probability: sale.map(|it| it.probability),
            is_open: may(ctx, &activity, client, sale),
            follows,
            activity,
        }
    };
    Ok(Queue {
        jobs: found.into_iter().map(job).collect(),
        today: ctx.today(),
        names,
        goes_on,
    })
}

/// As [`super::seen::held`] decides it.
fn may(ctx: &Ctx, activity: &Activity, client: Option<&Client>, sale: Option<&Sale>) -> bool {
    let is_mine = ctx.actor().is_some_and(|actor| activity.is_of(actor));
    let of_sale = |it: &Sale| {
        let belongs = Belongs {
            owner: it.owner,
            department: it.department,
            zone: it.zone,
        };
        ctx.lens.admits(Subject::Opportunities, Action::Edit, belongs)
    };
    let of_client = |it: &Client| {
        let belongs = Belongs {
            owner: it.owner,
            department: it.department,
            zone: it.zone,
        };
        ctx.lens.admits(Subject::Accounts, Action::Edit, belongs)
    };
    is_mine
        || match activity.opportunity {
            Some(_) => sale.is_some_and(of_sale),
            None => client.is_some_and(of_client),
        }
}
