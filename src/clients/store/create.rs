//! New accounts.

use super::{edit::belongs_to_known, holders};
use crate::{
    clients::domain::{
        Account, Contact, CreateAccount, Created, Facts, FirstPerson, Lifecycle, Membership, NewAccountSheet, Path,
        Step, Typed,
    },
    error::AppError,
    server::{
        Ctx,
        db::{Gesture, Tx},
    },
    team::domain::{Action, Subject},
    timeline::{
        domain::EntryBody,
        store::{About, append},
    },
    types::{AccountId, ContactId, Invalid, MembershipId, Revision},
};

/// What the page of a new account offers, and what the one that is typed may be already.
///
/// # Errors
/// `Forbidden` to who may not write one down.
pub async fn new_account_sheet(ctx: &Ctx, typed: &Typed) -> Result<NewAccountSheet, AppError> {
    ctx.require(Subject::Accounts, Action::Create)?;
    Ok(NewAccountSheet {
        holders: holders(&ctx.db).await?,
        owner: ctx.actor(),
        department: ctx.user().and_then(|user| user.departments.first().copied()),
        zone: ctx.user().and_then(|user| user.zones.first().copied()),
        suspects: super::suspects(ctx, &typed.traits(), None).await?,
    })
}

impl Gesture for CreateAccount {
    type Answer = Created;

    const NAME: &'static str = "account.create";

    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<Created, AppError> {
        ctx.require(Subject::Accounts, Action::Create)?;
        if !self.anyway && !super::suspects(ctx, &self.facts.traits(), None).await?.is_empty() {
            return Ok(Created::Suspected);
        }
        let account = fresh(ctx, self.facts.clone());
        belongs_to_known(&account, &holders(&ctx.db).await?)?;
        if !ctx.lens.admits(Subject::Accounts, Action::View, account.belongs()) {
            return Err(AppError::invalid("owner", Invalid::OutOfSight));
        }
        let about = About {
            account: Some(account.id),
            opportunity: None,
        };
        append(ctx, tx, about, EntryBody::AccountCreated);
        tx.create(std::slice::from_ref(&account)).await?;
        if let Some(person) = &self.person {
            first_person(tx, account.id, person).await?;
            let told = EntryBody::PersonJoined {
                name: person.name.clone(),
                role: person.role.clone(),
            };
            append(ctx, tx, about, told);
        }
        Ok(Created::Done(account.id))
    }

    fn settles(answer: &Created) -> bool {
        *answer != Created::Suspected
    }
}

/// An account with these facts that nobody has spoken to yet.
pub(super) fn fresh(ctx: &Ctx, facts: Facts) -> Account {
    let begins = Step {
        to: Lifecycle::Target,
        on: ctx.today(),
    };
    Account {
        id: AccountId::fresh(),
        revision: Revision::FIRST,
        name: facts.name,
        kind: facts.kind,
        lifecycle: Lifecycle::Target,
        path: Path::from_iter([begins]),
        bought_on: None,
        instruction: None,
        nif: facts.nif,
        phone: facts.phone,
        email: facts.email,
        web: facts.web,
        address: facts.address,
        ways: facts.ways,
        section: facts.section,
        sector: facts.sector,
        size: facts.size,
        turnover: facts.turnover,
        source: facts.source,
        owner: facts.owner,
        department: facts.department,
        zone: facts.zone,
        created_at: ctx.now,
    }
}

async fn first_person(tx: &mut Tx, account: AccountId, first: &FirstPerson) -> Result<(), AppError> {
    let contact = Contact {
        id: ContactId::fresh(),
        revision: Revision::FIRST,
        name: first.name.clone(),
        email: first.email.clone(),
        phone: first.phone.clone(),
    };
    let membership = Membership {
        id: MembershipId::fresh(),
        revision: Revision::FIRST,
        contact: contact.id,
        account,
        role: first.role.clone(),
        part: first.part,
        left: None,
    };
    tx.create(&[contact]).await?;
    tx.create(&[membership]).await
}
