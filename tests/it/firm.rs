//! A firm to test with: set up as a new one is, with a person for each role.

use std::collections::BTreeMap;

use clientela::{
    clients::{
        self,
        domain::{Account, AccountFilter, AccountKind, AccountList, AccountsAsked, Lifecycle, Path, PersonFacts, Ways},
    },
    error::AppError,
    pipeline::{
        self,
        domain::{Closing, Move, MoveOutcome, NewOpportunity, Opportunity, Place, Rank, Stage, StageKind, Tags},
    },
    server::{
        Ctx,
        db::{Db, Gesture, Record, Tx, perform},
    },
    team::{
        domain::{Belongs, Department, Role, User, Zone},
        store::{NewUser, SetUp},
    },
    types::{
        AccountId, DepartmentId, Email, Moment, Money, OpId, OpportunityId, Probability, Revision, ShortText, StageId,
        UserId, ZoneId,
    },
};
use strum::IntoEnumIterator;

/// A page of the accounts in which these words are, as the list shows it.
pub async fn accounts(ctx: &Ctx, text: &str, page: u32) -> Result<AccountList, AppError> {
    let filter = AccountFilter {
        text: text.to_owned(),
        ..AccountFilter::default()
    };
    let asked = AccountsAsked {
        filter,
        sort: None,
        page,
    };
    clients::store::listed(ctx, &asked).await
}

/// A firm with the default pipeline, two departments and two zones. Everybody is in the first of each but `colleague`.
pub struct Firm {
    pub db: Db,
    pub stages: Vec<Stage>,
    pub departments: [DepartmentId; 2],
    pub zones: [ZoneId; 2],
    pub colleague: User,
    people: BTreeMap<Role, User>,
}

impl Firm {
    /// In a new database in memory.
    pub async fn new() -> Self {
        Self::at("mem://").await
    }

    /// In the empty database of this address.
    pub async fn at(url: &str) -> Self {
        let db = Db::open(url).await.expect("the database opens");
        let program = Ctx::program(db.clone(), Moment::now()).expect("the program has a context");
        let set_up = SetUp {
            firm: text("Marqués & Roig"),
            name: text("Amparo Roig"),
            email: Email::parse("amparo@marquesroig.example").expect("an e-mail"),
            password: "nobody signs in with this".to_owned(),
        };
        perform(&program, OpId::fresh(), &set_up)
            .await
            .expect("set-up succeeds");
        let (departments, zones) = (
            [DepartmentId::fresh(), DepartmentId::fresh()],
            [ZoneId::fresh(), ZoneId::fresh()],
        );
        perform(&program, OpId::fresh(), &Ground { departments, zones })
            .await
            .expect("departments and zones are created");
        let mut people = BTreeMap::new();
        for role in Role::iter() {
            people.insert(
                role,
                joined(&program, role.as_ref(), role, departments[0], zones[0]).await,
            );
        }
        let colleague = joined(&program, "colleague", Role::ZoneSales, departments[1], zones[1]).await;
        let pipeline = pipeline::store::pipelines(&db)
            .await
            .expect("pipelines are read")
            .remove(0);
        let stages = pipeline::store::stages(&db, pipeline.id)
            .await
            .expect("stages are read");
        Self {
            db,
            stages,
            departments,
            zones,
            colleague,
            people,
        }
    }

    /// The person of this role.
    pub fn person(&self, role: Role) -> &User {
        &self.people[&role]
    }

    /// The context of a request of the person of this role, now.
    pub fn ctx(&self, role: Role) -> Ctx {
        Ctx::of(self.db.clone(), self.person(role).clone(), Moment::now())
    }

    /// Somebody works here no more.
    pub async fn leaves(&self, user: UserId) {
        self.db
            .query("UPDATE $user SET active = false")
            .bind(("user", user))
            .await
            .and_then(surrealdb::IndexedResults::check)
            .expect("somebody leaves");
    }

    /// The stage of this code.
    pub fn stage(&self, code: &str) -> &Stage {
        self.stages
            .iter()
            .find(|stage| stage.code.as_str() == code)
            .expect("a stage of the default pipeline")
    }

    /// A new opportunity of 1.000 € in a stage, by the sales manager and by the gesture of the form.
    pub async fn opportunity(&self, stage: &str, title: &str) -> Opportunity {
        self.opportunity_in(self.stage(stage), title).await
    }

    /// The same in a stage of any pipeline.
    pub async fn opportunity_in(&self, stage: &Stage, title: &str) -> Opportunity {
        let ctx = self.ctx(Role::SalesManager);
        let asked = NewOpportunity {
            stage: stage.id,
            account: text("Náutica Xàbia S.L."),
            title: text(title),
            amount: Some(euros(1_000)),
            close_on: Some(ctx.today()),
            contact: None,
            from: None,
        };
        let id = perform(&ctx, OpId::fresh(), &asked)
            .await
            .expect("an opportunity is created");
        self.now(id).await
    }

    /// An opportunity as it is now.
    pub async fn now(&self, id: OpportunityId) -> Opportunity {
        pipeline::store::opportunity(&self.ctx(Role::Administrator), id)
            .await
            .expect("the opportunity is there")
    }

    /// The move of an opportunity as it is in `seen` to the top of a stage.
    pub fn to(&self, seen: &Opportunity, stage: &str) -> Move {
        self.to_stage(seen, self.stage(stage).id)
    }

    /// The same to a stage of any pipeline.
    pub fn to_stage(&self, seen: &Opportunity, stage: StageId) -> Move {
        Move {
            opportunity: seen.id,
            seen: seen.revision,
            stage,
            place: Place::Top,
            said: Closing::default(),
        }
    }

    /// Carries out a move by the sales manager.
    pub async fn moved(&self, asked: &Move) -> MoveOutcome {
        perform(&self.ctx(Role::SalesManager), OpId::fresh(), asked)
            .await
            .expect("the move is answered")
    }

    /// Writes what no gesture of the product makes as it is wanted here.
    pub async fn fill<T: Record + Sync>(&self, rows: Vec<T>) {
        perform(&self.ctx(Role::Administrator), OpId::fresh(), &Fill(rows))
            .await
            .expect("rows are created");
    }

    /// A row for [`Firm::fill`].
    pub fn row(&self, stage: &Stage, account: Option<&Account>, belongs: Belongs, rank: Rank) -> Opportunity {
        let now = Moment::now();
        let today = self.ctx(Role::Administrator).today();
        Opportunity {
            id: OpportunityId::fresh(),
            revision: Revision::FIRST,
            pipeline: stage.pipeline,
            stage: stage.id,
            state: stage.kind,
            visited: (stage.kind == StageKind::Open)
                .then_some(stage.id)
                .into_iter()
                .collect(),
            title: text("Auditoría retributiva"),
            account: account.map(|account| account.id),
            account_name: account.map(|account| account.name.clone()),
            contact: None,
            contact_name: None,
            product: None,
            amount: Some(euros(500)),
            probability: stage.probability,
            probability_by_hand: false,
            close_on: None,
            next: None,
            tags: Tags::default(),
            rank,
            entered_stage_at: now,
            last_activity_at: None,
            closed_on: (stage.kind != StageKind::Open).then_some(today),
            loss_reason: None,
            competitor: None,
            source: None,
            owner: belongs.owner,
            department: belongs.department,
            zone: belongs.zone,
            created_at: now,
        }
    }

    /// How many rows each table of a gesture's traces has.
    pub async fn counts(&self) -> BTreeMap<&'static str, i64> {
        let mut counts = BTreeMap::new();
        for table in ["operation", "change", "audit", "entry", "opportunity", "account"] {
            let mut answer = self
                .db
                .query(format!("SELECT count() FROM {table} GROUP ALL"))
                .await
                .expect("a count");
            let count: Option<i64> = answer.take("count").expect("a number");
            counts.insert(table, count.unwrap_or_default());
        }
        counts
    }
}

/// A row for [`Firm::fill`].
pub fn account(name: &str, belongs: Belongs) -> Account {
    Account {
        id: AccountId::fresh(),
        revision: Revision::FIRST,
        name: text(name),
        kind: AccountKind::Client,
        lifecycle: Lifecycle::Lead,
        path: Path::default(),
        bought_on: None,
        instruction: None,
        nif: None,
        phone: None,
        email: None,
        web: None,
        address: None,
        ways: Ways::default(),
        section: None,
        sector: None,
        size: None,
        turnover: None,
        source: None,
        owner: belongs.owner,
        department: belongs.department,
        zone: belongs.zone,
        created_at: Moment::now(),
    }
}

/// What belongs to this person alone.
pub fn owned_by(owner: UserId) -> Belongs {
    Belongs {
        owner: Some(owner),
        department: None,
        zone: None,
    }
}

pub fn text(text: &str) -> ShortText {
    ShortText::parse(text).expect("a short text")
}

/// A person of whom nothing but the name is known.
pub fn named(name: ShortText) -> PersonFacts {
    PersonFacts {
        name,
        email: None,
        phone: None,
        role: None,
        part: None,
    }
}

pub fn euros(euros: i64) -> Money {
    Money::eur(euros * 100).expect("an amount")
}

pub fn percent(percent: u8) -> Probability {
    Probability::new(percent).expect("a probability")
}

async fn joined(ctx: &Ctx, name: &str, role: Role, department: DepartmentId, zone: ZoneId) -> User {
    let user = User {
        id: UserId::fresh(),
        name: text(name),
        email: Email::parse(&format!("{name}@marquesroig.example")).expect("an e-mail"),
        roles: vec![role],
        departments: vec![department],
        zones: vec![zone],
        active: true,
    };
    perform(
        ctx,
        OpId::fresh(),
        &NewUser {
            user: user.clone(),
            password: None,
        },
    )
    .await
    .expect("a user joins");
    user
}

struct Fill<T>(Vec<T>);

impl<T: Record + Sync> Gesture for Fill<T> {
    type Answer = ();

    const NAME: &'static str = "test.fill";

    async fn perform(&self, _: &Ctx, tx: &mut Tx) -> Result<(), AppError> {
        tx.create(&self.0).await
    }
}

struct Ground {
    departments: [DepartmentId; 2],
    zones: [ZoneId; 2],
}

impl Gesture for Ground {
    type Answer = ();

    const NAME: &'static str = "test.ground";

    async fn perform(&self, _: &Ctx, tx: &mut Tx) -> Result<(), AppError> {
        let name = |text| ShortText::parse(text).map_err(|why| AppError::invalid("name", why));
        let department = |id, text| {
            Ok::<_, AppError>(Department {
                id,
                revision: Revision::FIRST,
                name: name(text)?,
            })
        };
        let zone = |id, text| {
            Ok::<_, AppError>(Zone {
                id,
                revision: Revision::FIRST,
                name: name(text)?,
            })
        };
        let [sales, works] = self.departments;
        tx.create(&[department(sales, "Ventas")?, department(works, "Obras")?])
            .await?;
        let [east, centre] = self.zones;
        tx.create(&[zone(east, "Levante")?, zone(centre, "Centro")?]).await
    }
}
