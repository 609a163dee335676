//! The people of an account are written down, changed, and leave.

use super::progress::held;
use crate::{
    clients::domain::{Contact, Membership, RemovePerson, SavePerson, search_key},
    error::AppError,
    server::{
        Ctx,
        db::{Gesture, Tx},
    },
    team::domain::Action,
    timeline::{
        domain::EntryBody,
        store::{About, append},
    },
    types::{AccountId, ContactId, Invalid, MembershipId, Revision},
};

impl Gesture for SavePerson {
    type Answer = ContactId;

    const NAME: &'static str = "person.save";

    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<ContactId, AppError> {
        // Who may see the client may say who works there: reception hears it first (A5). Only who may edit it changes what is known.
        let action = self.contact.map_or(Action::View, |_| Action::Edit);
        held(ctx, tx, self.account, action).await?;
        match self.contact {
            None => self.join(ctx, tx).await,
            Some(contact) => self.change(tx, contact).await,
        }
    }
}

impl SavePerson {
    async fn join(&self, ctx: &Ctx, tx: &mut Tx) -> Result<ContactId, AppError> {
        let namesakes: Vec<Membership> = tx
            .query("SELECT * FROM membership WHERE account = $account AND contact.search = $search")
            .bind(("account", self.account))
            .bind(("search", search_key(&self.name)))
            .await?
            .check()?
            .take(0)?;
        if namesakes.iter().any(|it| it.left.is_none()) {
            return Err(AppError::invalid("name", Invalid::Taken));
        }
        let told = EntryBody::PersonJoined {
            name: self.name.clone(),
            role: self.role.clone(),
        };
        append(ctx, tx, about(self.account), told);
        if let Some(there) = namesakes.into_iter().next() {
            return self.come_back(tx, there).await;
        }
        let contact = Contact {
            id: ContactId::fresh(),
            revision: Revision::FIRST,
            name: self.name.clone(),
            email: self.email.clone(),
            phone: self.phone.clone(),
        };
        let membership = Membership {
            id: MembershipId::fresh(),
            revision: Revision::FIRST,
            contact: contact.id,
            account: self.account,
            role: self.role.clone(),
            part: self.part,
            left: None,
        };
        tx.create(std::slice::from_ref(&contact)).await?;
        tx.create(&[membership]).await?;
        Ok(contact.id)
    }

    /// Somebody who had left is there again: what was known of them stays, and what was not is filled in.
    async fn come_back(&self, tx: &mut Tx, there: Membership) -> Result<ContactId, AppError> {
        let contact: Contact = tx.find(there.contact).await?.ok_or(AppError::NotFound)?;
        let known = Contact {
            revision: contact.revision.next(),
            email: contact.email.clone().or(self.email.clone()),
            phone: contact.phone.clone().or(self.phone.clone()),
            ..contact.clone()
        };
        let place = Membership {
            revision: there.revision.next(),
            role: self.role.clone().or(there.role.clone()),
            part: self.part.or(there.part),
            left: None,
            ..there.clone()
        };
        tx.replace(&contact, &known).await?;
        tx.replace(&there, &place).await?;
        Ok(contact.id)
    }

    async fn change(&self, tx: &mut Tx, id: ContactId) -> Result<ContactId, AppError> {
        let (contact, membership) = member(tx, self.account, id).await?;
        let now = Contact {
            revision: contact.revision.next(),
            name: self.name.clone(),
            email: self.email.clone(),
            phone: self.phone.clone(),
            ..contact.clone()
        };
        let place = Membership {
            revision: membership.revision.next(),
            role: self.role.clone(),
            part: self.part,
            ..membership.clone()
        };
        tx.replace(&contact, &now).await?;
        tx.replace(&membership, &place).await?;
        Ok(id)
    }
}

impl Gesture for RemovePerson {
    type Answer = ();

    const NAME: &'static str = "person.remove";

    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<(), AppError> {
        held(ctx, tx, self.account, Action::Edit).await?;
        let (contact, membership) = member(tx, self.account, self.contact).await?;
        let after = Membership {
            revision: membership.revision.next(),
            left: Some(ctx.now),
            ..membership.clone()
        };
        tx.replace(&membership, &after).await?;
        append(
            ctx,
            tx,
            about(self.account),
            EntryBody::PersonLeft { name: contact.name },
        );
        Ok(())
    }
}

async fn member(tx: &Tx, account: AccountId, contact: ContactId) -> Result<(Contact, Membership), AppError> {
    let mut answer = tx
        .query(
            "SELECT * FROM ONLY $contact;
             SELECT * FROM membership WHERE account = $account AND contact = $contact AND left = NONE LIMIT 1;",
        )
        .bind(("contact", contact))
        .bind(("account", account))
        .await?
        .check()?;
    let found: Option<Contact> = answer.take(0)?;
    let place: Option<Membership> = answer.take::<Vec<Membership>>(1)?.into_iter().next();
    found.zip(place).ok_or(AppError::NotFound)
}

fn about(account: AccountId) -> About {
    About {
        account: Some(account),
        opportunity: None,
    }
}
