//! New opportunities.

use super::moves::priced;
use crate::{
    clients::{
        domain::{Account, search_key},
        store::{find_or_create, person_in},
    },
    error::AppError,
    pipeline::domain::{NewOpportunity, Opportunity, Rank, Stage, StageKind, Tags},
    server::{
        Ctx,
        db::{Gesture, Tx},
    },
    team::domain::{Action, Subject},
    timeline::{
        domain::{Entry, EntryBody},
        store::{About, append},
    },
    types::{AccountId, EntryId, Invalid, OpportunityId, Revision},
};

impl Gesture for NewOpportunity {
    type Answer = OpportunityId;

    const NAME: &'static str = "opportunity.create";

    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<OpportunityId, AppError> {
        ctx.require(Subject::Opportunities, Action::Create)?;
        let stage: Option<Stage> = tx.find(self.stage).await?;
        let stage = stage
            .filter(|stage| stage.kind == StageKind::Open)
            .ok_or(AppError::NotFound)?;
        priced(self.amount)?;
        if let Some(missing) = stage.lacks(self.amount, self.close_on, self.contact.as_ref()).first() {
            return Err(AppError::invalid(missing.field(), Invalid::Empty));
        }
        let account = match self.of_origin(ctx, tx).await? {
            Some(account) => account,
            None => find_or_create(ctx, tx, &self.account).await?,
        };
        let first: Option<Rank> = tx
            .query("SELECT VALUE rank FROM opportunity WHERE stage = $stage AND rank > '' ORDER BY rank ASC LIMIT 1")
            .bind(("stage", stage.id))
            .await?
            .check()?
            .take(0)?;
        let rank = Rank::before(first.as_ref(), rand::random()).map_err(|_| AppError::Unavailable)?;
        let contact = match &self.contact {
            Some(name) => Some(person_in(tx, Some(account.id), name).await?),
            None => None,
        };
        let opportunity = Opportunity {
            id: OpportunityId::fresh(),
            revision: Revision::FIRST,
            pipeline: stage.pipeline,
            stage: stage.id,
            state: stage.kind,
            visited: [stage.id].into_iter().collect(),
            title: self.title.clone(),
            account: Some(account.id),
            account_name: Some(account.name.clone()),
            contact,
            contact_name: self.contact.clone(),
            product: None,
            amount: self.amount,
            probability: stage.probability,
            probability_by_hand: false,
            close_on: self.close_on,
            next: None,
            tags: Tags::default(),
            rank,
            entered_stage_at: ctx.now,
            last_activity_at: None,
            closed_on: None,
            loss_reason: None,
            competitor: None,
            source: account.source,
            owner: ctx.actor(),
            department: ctx.user().and_then(|user| user.departments.first().copied()),
            zone: account
                .zone
                .or_else(|| ctx.user().and_then(|user| user.zones.first().copied())),
            created_at: ctx.now,
        };
        let told = EntryBody::OpportunityCreated {
            title: self.title.clone(),
            stage: stage.name.clone(),
            amount: self.amount,
            from: self.origin(tx, account.id).await?,
        };
        append(
            ctx,
            tx,
            About {
                account: Some(account.id),
                opportunity: Some(opportunity.id),
            },
            told,
        );
        tx.create(std::slice::from_ref(&opportunity)).await?;
        Ok(opportunity.id)
    }
}

impl NewOpportunity {
    /// The client that is named and of whom was written down what it came from: of two with one name it is that one.
    async fn of_origin(&self, ctx: &Ctx, tx: &Tx) -> Result<Option<Account>, AppError> {
        let Some(from) = self.from else {
            return Ok(None);
        };
        let entry: Option<Entry> = tx.find(from).await?;
        let account: Option<Account> = match entry.and_then(|it| it.account) {
            Some(account) => tx.find(account).await?,
            None => None,
        };
        let is_it = |it: &Account| search_key(&it.name) == search_key(&self.account);
        let sees = |it: &Account| ctx.lens.admits(Subject::Accounts, Action::View, it.belongs());
        Ok(account.filter(|it| is_it(it) && sees(it)))
    }

    /// What it came from, if that was written down about the same client.
    async fn origin(&self, tx: &Tx, account: AccountId) -> Result<Option<EntryId>, AppError> {
        let Some(from) = self.from else {
            return Ok(None);
        };
        let entry: Option<Entry> = tx.find(from).await?;
        Ok(entry.filter(|it| it.account == Some(account)).map(|it| it.id))
    }
}
