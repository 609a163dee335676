//! A firm of any size.

use std::path::Path;

use clientela::{
    clients::domain::{Account, AccountKind, Lifecycle},
    error::AppError,
    pipeline::{
        self,
        domain::{Opportunity, Rank, Stage, StageKind, Tags},
    },
    server::{
        Ctx,
        db::{Db, Gesture, Record, Tx, perform},
    },
    team::{self, domain::User, store::SetUp},
    types::{AccountId, Email, Moment, Money, OpId, OpportunityId, Revision, ShortText},
};

use crate::Outcome;

/// Rows in one transaction.
const BATCH: usize = 500;

/// A firm whose administrator looks.
pub struct Firm {
    pub ctx: Ctx,
    pub user: User,
    pub stages: Vec<Stage>,
}

impl Firm {
    /// In the empty database of this address.
    pub async fn new(url: &str) -> Outcome<Self> {
        let db = Db::open(url).await?;
        let set_up = SetUp {
            firm: ShortText::parse("Marqués & Roig").map_err(refused)?,
            name: ShortText::parse("Amparo Roig").map_err(refused)?,
            email: Email::parse("amparo@marquesroig.example").map_err(refused)?,
            password: "nobody signs in with this".to_owned(),
        };
        perform(&Ctx::program(db.clone(), Moment::now())?, OpId::fresh(), &set_up).await?;
        let user = team::store::users(&db)
            .await?
            .into_iter()
            .next()
            .ok_or("nobody joined")?;
        let first = pipeline::store::pipelines(&db)
            .await?
            .into_iter()
            .next()
            .ok_or("no pipeline")?;
        let stages = pipeline::store::stages(&db, first.id).await?;
        Ok(Self {
            ctx: Ctx::of(db, user.clone(), Moment::now()),
            user,
            stages,
        })
    }

    /// Adds accounts.
    pub async fn accounts(&self, count: usize) -> Outcome<Vec<Account>> {
        let accounts = (0..count).map(|n| self.account(n)).collect::<Outcome<Vec<_>>>()?;
        self.fill(&accounts).await?;
        Ok(accounts)
    }

    /// Adds open opportunities in the open stages, a few for each account.
    pub async fn cards(&self, accounts: &[Account], count: usize) -> Outcome<Vec<Opportunity>> {
        let open: Vec<&Stage> = self
            .stages
            .iter()
            .filter(|stage| stage.kind == StageKind::Open)
            .collect();
        let ranks = Rank::spread(u32::try_from(count)?);
        let cards = ranks
            .into_iter()
            .enumerate()
            .map(|(n, rank)| self.card(n, open[n % open.len()], &accounts[n % accounts.len()], rank));
        let cards = cards.collect::<Outcome<Vec<_>>>()?;
        self.fill(&cards).await?;
        Ok(cards)
    }

    async fn fill<T: Record + Sync>(&self, rows: &[T]) -> Outcome<()> {
        for batch in rows.chunks(BATCH) {
            perform(&self.ctx, OpId::fresh(), &Fill(batch.to_vec())).await?;
        }
        Ok(())
    }

    fn account(&self, n: usize) -> Outcome<Account> {
        Ok(Account {
            id: AccountId::fresh(),
            revision: Revision::FIRST,
            name: ShortText::parse(&format!("Hermanos Martínez {n} S.L.")).map_err(refused)?,
            kind: AccountKind::Client,
            lifecycle: Lifecycle::Lead,
            path: clientela::clients::domain::Path::default(),
            bought_on: None,
            instruction: None,
            nif: None,
            phone: None,
            email: None,
            web: None,
            address: None,
            ways: clientela::clients::domain::Ways::default(),
            section: None,
            sector: None,
            size: None,
            turnover: None,
            source: None,
            owner: Some(self.user.id),
            department: None,
            zone: None,
            created_at: self.ctx.now,
        })
    }

    fn card(&self, n: usize, stage: &Stage, account: &Account, rank: Rank) -> Outcome<Opportunity> {
        Ok(Opportunity {
            id: OpportunityId::fresh(),
            revision: Revision::FIRST,
            pipeline: stage.pipeline,
            stage: stage.id,
            state: stage.kind,
            visited: [stage.id].into_iter().collect(),
            title: ShortText::parse(&format!("Auditoría retributiva {n}")).map_err(refused)?,
            account: Some(account.id),
            account_name: Some(account.name.clone()),
            contact: None,
            contact_name: None,
            product: None,
            amount: Some(Money::eur(100_000 + i64::try_from(n)?).map_err(refused)?),
            probability: stage.probability,
            probability_by_hand: false,
            close_on: Some(self.ctx.today()),
            next: None,
            tags: Tags::default(),
            rank,
            entered_stage_at: self.ctx.now,
            last_activity_at: None,
            closed_on: None,
            loss_reason: None,
            competitor: None,
            source: None,
            owner: Some(self.user.id),
            department: None,
            zone: None,
            created_at: self.ctx.now,
        })
    }
}

/// A firm with so many accounts and open cards, in a folder; prints the token of a session of its administrator.
pub async fn folder(folder: &Path, accounts: usize, cards: usize) -> Outcome<()> {
    let firm = Firm::new(&url(folder)).await?;
    let accounts = firm.accounts(accounts.max(1)).await?;
    firm.cards(&accounts, cards).await?;
    let token = team::store::start(&firm.ctx.db, firm.user.id, "bench", Moment::now()).await?;
    println!("{}", token.reveal());
    Ok(())
}

/// The address of a database in a folder, durable at every commit as the program's default is.
pub fn url(folder: &Path) -> String {
    format!("surrealkv://{}?sync=every", folder.display())
}

fn refused(why: clientela::types::Invalid) -> String {
    format!("{why:?}")
}

struct Fill<T>(Vec<T>);

impl<T: Record + Sync> Gesture for Fill<T> {
    type Answer = ();

    const NAME: &'static str = "bench.fill";

    async fn perform(&self, _: &Ctx, tx: &mut Tx) -> Result<(), AppError> {
        tx.create(&self.0).await
    }
}
