//! Writing a demo into a database.

use uuid::Uuid;

use super::{Dossier, Firm, GenerateError, Generator, NAME, Plan, goals::Season, keys::Keys};
use crate::{
    agenda::domain::Activity,
    error::AppError,
    pipeline::{
        self,
        domain::{Commitment, Objective},
    },
    server::{
        Ctx,
        db::{Db, Gesture, Tx, perform},
    },
    team::{
        domain::{Action, Password, Subject, User},
        store::{Hasher, create_firm, create_user, is_set_up},
    },
    timeline::store::append_written,
    types::{Locale, Moment, OpId, ShortText},
};

/// The two operations that every demo has: what tells a demo from a firm's data, and a whole one from one that was
/// interrupted. Constants, so that they are found without knowing the plan.
const FOUNDING: OpId = OpId::from_uuid(Uuid::from_u128(0x0000_0000_0000_7000_8000_00de_3000_0001));
const FINISH: OpId = OpId::from_uuid(Uuid::from_u128(0x0000_0000_0000_7000_8000_00de_3000_0002));

/// Most rows of a transaction, without those that the gesture leaves behind.
const BATCH: usize = 500;

/// Why a database cannot hold the demo: the sentence for the terminal.
#[derive(Debug, thiserror::Error)]
pub enum FillError {
    #[error(
        "Esta base de datos ya tiene los datos de una empresa y no se toca. Elige otra carpeta con --data, o ninguna para una temporal."
    )]
    AnotherFirm,
    #[error(transparent)]
    Generate(#[from] GenerateError),
    #[error("{}", .0.sentence(Locale::Es))]
    App(#[from] AppError),
}

/// What the database holds now.
pub struct Filled {
    /// The plan it was filled by, which is not the one asked for if it was a demo before.
    pub plan: Plan,
    pub firm: Firm,
    /// Whether the whole demo was there before.
    pub was_there: bool,
}

/// Fills an empty database, goes on where an interrupted filling stopped, or leaves a whole demo as it is. `progress` is
/// told how many clients are written. Everybody's password is `password`.
///
/// # Errors
/// [`FillError`]; what was written until then stays, and the next filling goes on from it.
pub async fn fill(
    db: &Db,
    asked: Plan,
    password: Password,
    mut progress: impl FnMut(u32),
) -> Result<Filled, FillError> {
    let ctx = Ctx::program(db.clone(), Moment::now())?;
    let plan = match begun(db).await? {
        Some(plan) => plan,
        None if is_set_up(db).await? => return Err(FillError::AnotherFirm),
        None => {
            let password = Hasher::new()?.hash(password).await?;
            let firm = Firm::new(&asked)?;
            perform(
                &ctx,
                FOUNDING,
                &Founding {
                    plan: asked,
                    firm,
                    password,
                },
            )
            .await?
        }
    };
    let mut clients = Generator::new(plan)?;
    let firm = clients.firm().clone();
    let was_there = answer(db, FINISH).await?.is_some();
    if !was_there {
        // Keys that the seed decides: a batch that was written before an interruption is not written again.
        let mut operations = Keys::new(plan.seed, u64::MAX - 3);
        let (mut written, mut season) = (0, Season::default());
        loop {
            let batch = batch(&mut clients)?;
            if batch.dossiers.is_empty() {
                break;
            }
            batch.dossiers.iter().for_each(|it| season.count(it, plan.today));
            let operation = OpId::from_uuid(operations.next(firm.founded_at));
            written += perform(&ctx, operation, &batch).await?;
            progress(written);
        }
        let (objectives, commitment) = season.goals(&plan, &firm);
        let operation = OpId::from_uuid(operations.next(firm.founded_at));
        perform(&ctx, operation, &Wanted { objectives, commitment }).await?;
        perform(&ctx, FINISH, &Finish).await?;
    }
    Ok(Filled { plan, firm, was_there })
}

/// The plan of the demo that the database holds, whole or not.
async fn begun(db: &Db) -> Result<Option<Plan>, AppError> {
    let Some(answer) = answer(db, FOUNDING).await? else {
        return Ok(None);
    };
    serde_json::from_str(&answer).map(Some).map_err(|error| {
        tracing::error!(%error, "the plan of this demo cannot be read");
        AppError::Unavailable
    })
}

async fn answer(db: &Db, operation: OpId) -> Result<Option<String>, AppError> {
    let sql = "SELECT VALUE answer FROM $operation";
    let found: Vec<String> = db.query(sql).bind(("operation", operation)).await?.check()?.take(0)?;
    Ok(found.into_iter().next())
}

fn batch(clients: &mut Generator) -> Result<Batch, GenerateError> {
    let mut dossiers: Vec<Dossier> = Vec::new();
    let mut rows = 0;
    while rows < BATCH {
        let Some(dossier) = clients.next().transpose()? else {
            break;
        };
        rows += dossier.rows();
        dossiers.push(dossier);
    }
    Ok(Batch { dossiers })
}

/// The firm, who works in it, and what it sells.
struct Founding {
    plan: Plan,
    firm: Firm,
    /// The hash.
    password: String,
}

impl Gesture for Founding {
    type Answer = Plan;

    const NAME: &'static str = "demo.found";

    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<Plan, AppError> {
        ctx.require(Subject::Firm, Action::Create)?;
        let name = ShortText::parse(NAME).map_err(|why| AppError::invalid("name", why))?;
        create_firm(ctx, tx, &name).await?;
        tx.create(&self.firm.departments).await?;
        tx.create(&self.firm.zones).await?;
        for user in &self.firm.users {
            let user: &User = user;
            create_user(ctx, tx, user, Some(self.password.clone())).await?;
        }
        pipeline::store::create_pipeline(tx, &self.firm.pipeline, &self.firm.stages).await?;
        tx.create(&self.firm.products).await?;
        Ok(self.plan)
    }
}

/// Some clients.
struct Batch {
    dossiers: Vec<Dossier>,
}

impl Gesture for Batch {
    /// How many.
    type Answer = u32;

    const NAME: &'static str = "demo.fill";

    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<u32, AppError> {
        ctx.require(Subject::Accounts, Action::Bulk)?;
        let all = || self.dossiers.iter();
        let accounts: Vec<_> = all().map(|it| it.account.clone()).collect();
        let contacts: Vec<_> = all().flat_map(|it| it.contacts.clone()).collect();
        let memberships: Vec<_> = all().flat_map(|it| it.memberships.clone()).collect();
        let opportunities: Vec<_> = all().flat_map(|it| it.opportunities.clone()).collect();
        tx.create(&accounts).await?;
        tx.create(&contacts).await?;
        tx.create(&memberships).await?;
        tx.create(&opportunities).await?;
        let planned: Vec<_> = opportunities
            .iter()
            .filter_map(|it| Activity::of_next(it, it.created_at))
            .collect();
        tx.create(&planned).await?;
        all()
            .flat_map(|it| it.entries.clone())
            .for_each(|entry| append_written(tx, entry));
        Ok(u32::try_from(accounts.len()).unwrap_or(u32::MAX))
    }
}

/// What is wanted of the sales.
struct Wanted {
    objectives: Vec<Objective>,
    commitment: Commitment,
}

impl Gesture for Wanted {
    type Answer = ();

    const NAME: &'static str = "demo.goals";

    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<(), AppError> {
        ctx.require(Subject::Forecast, Action::Edit)?;
        tx.create(&self.objectives).await?;
        tx.create(std::slice::from_ref(&self.commitment)).await
    }
}

/// That nothing is missing.
struct Finish;

impl Gesture for Finish {
    type Answer = ();

    const NAME: &'static str = "demo.finish";

    async fn perform(&self, ctx: &Ctx, _: &mut Tx) -> Result<(), AppError> {
        ctx.require(Subject::Accounts, Action::Bulk)
    }
}
