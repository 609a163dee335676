//! New accounts.

use crate::{
    clients::domain::{Account, Contact, FirstContact, Lifecycle, Membership, NewAccount},
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
    types::{AccountId, ContactId, MembershipId, Revision},
};

impl Gesture for NewAccount {
    type Answer = AccountId;

    const NAME: &'static str = "account.create";

    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<AccountId, AppError> {
        ctx.require(Subject::Accounts, Action::Create)?;
        let account = Account {
            id: AccountId::fresh(),
            revision: Revision::FIRST,
            name: self.name.clone(),
            kind: self.kind,
            lifecycle: Lifecycle::Target,
            nif: self.nif.clone(),
            phone: self.phone.clone(),
            email: self.email.clone(),
            web: self.web.clone(),
            address: self.address.clone(),
            sector: self.sector.clone(),
            size: self.size,
            turnover: None,
            source: self.source,
            owner: ctx.actor(),
            department: ctx.user().and_then(|user| user.departments.first().copied()),
            zone: ctx.user().and_then(|user| user.zones.first().copied()),
            created_at: ctx.now,
        };
        let about = About {
            account: Some(account.id),
            opportunity: None,
        };
        append(ctx, tx, about, EntryBody::AccountCreated);
        tx.create(std::slice::from_ref(&account)).await?;
        if let Some(contact) = &self.contact {
            first_person(tx, account.id, contact).await?;
        }
        Ok(account.id)
    }
}

async fn first_person(tx: &mut Tx, account: AccountId, first: &FirstContact) -> Result<(), AppError> {
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
    };
    tx.create(&[contact]).await?;
    tx.create(&[membership]).await
}
