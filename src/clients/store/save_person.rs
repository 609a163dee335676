//! The people of an account are written down, changed, and leave.

use super::progress::held;
use crate::{
    clients::domain::{AccountOutcome, AddPerson, ChangePerson, Contact, Membership, RemovePerson, search_key},
    error::AppError,
    server::{
        Ctx,
        db::{Admitted, Gesture, Tx},
    },
    team::domain::{Action, Subject},
    timeline::{
        domain::EntryBody,
        store::{About, append},
    },
    types::{AccountId, ContactId, Invalid, MembershipId, Revision},
};

impl Gesture for AddPerson {
    type Answer = ContactId;

    const NAME: &'static str = "person.add";

    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<ContactId, AppError> {
        // Who may see the client may say who works there: reception hears it first (A5).
        held(ctx, tx, self.account, Action::View).await?;
        let facts = &self.facts;
        let namesakes: Vec<Membership> = tx
            .query("SELECT * FROM membership WHERE account = $account AND contact.search = $search")
            .bind(("account", self.account))
            .bind(("search", search_key(&facts.name)))
            .await?
            .check()?
            .take(0)?;
        if namesakes.iter().any(|it| it.left.is_none()) {
            return Err(AppError::invalid("name", Invalid::Taken));
        }
        let told = EntryBody::PersonJoined {
            name: facts.name.clone(),
            role: facts.role.clone(),
        };
        append(ctx, tx, about(self.account), told);
        if let Some(there) = namesakes.into_iter().next() {
            return self.come_back(tx, there).await;
        }
        let contact = match self.elsewhere(ctx, tx).await? {
            Some(known) => {
                self.fill_in(tx, &known).await?;
                known.id
            }
            None => {
                let contact = Contact {
                    id: ContactId::fresh(),
                    revision: Revision::FIRST,
                    name: facts.name.clone(),
                    email: facts.email.clone(),
                    phone: facts.phone.clone(),
                };
                tx.create(std::slice::from_ref(&contact)).await?;
                contact.id
            }
        };
        let membership = Membership {
            id: MembershipId::fresh(),
            revision: Revision::FIRST,
            contact,
            account: self.account,
            role: facts.role.clone(),
            part: facts.part,
            left: None,
        };
        tx.create(&[membership]).await?;
        Ok(contact)
    }
}

impl AddPerson {
    /// Who has this name and this telephone or e-mail in another account that the writer sees: the same person, in both (A5).
    async fn elsewhere(&self, ctx: &Ctx, tx: &mut Tx) -> Result<Option<Contact>, AppError> {
        let namesakes: Vec<Contact> = tx
            .query("SELECT * FROM contact WHERE search = $search")
            .bind(("search", search_key(&self.facts.name)))
            .await?
            .check()?
            .take(0)?;
        let is_same = |it: &Contact| {
            let (phone, email) = (self.facts.phone.as_ref(), self.facts.email.as_ref());
            (phone.is_some() && phone == it.phone.as_ref()) || (email.is_some() && email == it.email.as_ref())
        };
        let same: Vec<Contact> = namesakes.into_iter().filter(is_same).collect();
        if same.is_empty() {
            return Ok(None);
        }
        let admitted = Admitted::through(&ctx.lens, Subject::Accounts, Action::View, "account.");
        let ids: Vec<ContactId> = same.iter().map(|it| it.id).collect();
        let sql = format!(
            "SELECT VALUE contact FROM membership WHERE contact IN $contacts{}",
            admitted.and()
        );
        let seen: Vec<ContactId> = tx
            .query(sql)
            .bind(("contacts", ids))
            .bind(admitted.variables())
            .await?
            .check()?
            .take(0)?;
        Ok(same.into_iter().find(|it| seen.contains(&it.id)))
    }

    /// What was known of somebody stays, and what was not is filled in.
    async fn fill_in(&self, tx: &mut Tx, contact: &Contact) -> Result<(), AppError> {
        let known = Contact {
            revision: contact.revision.next(),
            email: contact.email.clone().or(self.facts.email.clone()),
            phone: contact.phone.clone().or(self.facts.phone.clone()),
            ..contact.clone()
        };
        tx.replace(contact, &known).await
    }

    /// Somebody who had left is there again.
    async fn come_back(&self, tx: &mut Tx, there: Membership) -> Result<ContactId, AppError> {
        let contact: Contact = tx.find(there.contact).await?.ok_or(AppError::NotFound)?;
        let place = Membership {
            revision: there.revision.next(),
            role: self.facts.role.clone().or(there.role.clone()),
            part: self.facts.part.or(there.part),
            left: None,
            ..there.clone()
        };
        self.fill_in(tx, &contact).await?;
        tx.replace(&there, &place).await?;
        Ok(contact.id)
    }
}

impl Gesture for ChangePerson {
    type Answer = AccountOutcome;

    const NAME: &'static str = "person.change";

    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<AccountOutcome, AppError> {
        held(ctx, tx, self.account, Action::Edit).await?;
        let (contact, membership) = member(tx, self.account, self.contact).await?;
        if contact.revision.with(membership.revision) != self.seen {
            return Ok(AccountOutcome::Stale);
        }
        let facts = self.facts.clone();
        let now = Contact {
            name: facts.name,
            email: facts.email,
            phone: facts.phone,
            ..contact.clone()
        };
        let place = Membership {
            role: facts.role,
            part: facts.part,
            ..membership.clone()
        };
        if now == contact && place == membership {
            return Ok(AccountOutcome::Unchanged);
        }
        let now = Contact {
            revision: contact.revision.next(),
            ..now
        };
        let place = Membership {
            revision: membership.revision.next(),
            ..place
        };
        tx.replace(&contact, &now).await?;
        tx.replace(&membership, &place).await?;
        Ok(AccountOutcome::Done)
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
