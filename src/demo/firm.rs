//! The firm of the demo: who works there, where, and what it sells.

use super::{
    GenerateError,
    calendar::Workday,
    data::{PRODUCTS, Territory, Ware},
    keys::Keys,
    plan::Plan,
};
use crate::{
    pipeline::domain::{Pipeline, Product, Stage, default_stages},
    team::domain::{Department, Role, User, Zone},
    types::{DepartmentId, Email, Moment, Money, PipelineId, ProductId, Revision, ShortText, StageId, UserId, ZoneId},
};

/// The firm's name.
pub const NAME: &str = "Asesoría Marqués y Roig";

const DEPARTMENTS: [&str; 5] = ["Ventas", "Marketing", "Administración", "Producción", "Recepción"];
const SALES: usize = 0;

/// In the order of [`Territory`].
const ZONES: [&str; 5] = ["Levante Norte", "Levante Sur", "Murcia", "Castellón", "Resto de España"];

/// Name, what the e-mail begins with, role, department, and the zone they answer for.
type Post = (&'static str, &'static str, Role, usize, Option<Territory>);

/// One a role at least, and one salesperson a zone.
const STAFF: &[Post] = {
    use Territory::{Castellon, Murcia, North, Rest, South};
    &[
        ("Marc Roig", "marc", Role::Administrator, 2, None),
        ("Carmen Ibáñez", "carmen", Role::Management, 2, None),
        ("Raúl Ferrándiz", "raul", Role::SalesManager, SALES, None),
        ("Amparo Segarra", "amparo", Role::AreaManager, SALES, None),
        ("Josep Alapont", "josep", Role::ZoneSales, SALES, Some(North)),
        ("Lucía Peiró", "lucia", Role::ZoneSales, SALES, Some(South)),
        ("Nerea Olmos", "nerea", Role::ZoneSales, SALES, Some(Murcia)),
        ("Andrés Coll", "andres", Role::ZoneSales, SALES, Some(Castellon)),
        ("Iker Zabala", "iker", Role::ZoneSales, SALES, Some(Rest)),
        ("Sonia Belmonte", "sonia", Role::Marketing, 1, None),
        ("Elena Vidal", "elena", Role::Finance, 2, None),
        ("Paco Giner", "paco", Role::Technician, 3, None),
        ("Rosa Tormo", "rosa", Role::Support, 3, None),
        ("Inés Sanchis", "ines", Role::Reception, 4, None),
    ]
};

/// Everything that is there before the first client.
#[derive(Clone, Debug, PartialEq)]
pub struct Firm {
    pub departments: Vec<Department>,
    pub zones: Vec<Zone>,
    /// The administrator first.
    pub users: Vec<User>,
    pub pipeline: Pipeline,
    /// From left to right.
    pub stages: Vec<Stage>,
    /// In the order of the table of products.
    pub products: Vec<Product>,
    pub founded_at: Moment,
}

impl Firm {
    /// The firm of a plan.
    ///
    /// # Errors
    /// Never for these tables, which a test reads.
    pub fn new(plan: &Plan) -> Result<Self, GenerateError> {
        let founded_at = Workday::of(plan.today).plus(-2_000).at(9 * 3600)?;
        let mut keys = Keys::new(plan.seed, u64::MAX);
        let mut departments = Vec::new();
        for name in DEPARTMENTS {
            let id = DepartmentId::from_uuid(keys.next(founded_at));
            let name = ShortText::parse(name)?;
            departments.push(Department {
                id,
                revision: Revision::FIRST,
                name,
            });
        }
        let mut zones = Vec::new();
        for name in ZONES {
            let id = ZoneId::from_uuid(keys.next(founded_at));
            let name = ShortText::parse(name)?;
            zones.push(Zone {
                id,
                revision: Revision::FIRST,
                name,
            });
        }
        let mut users = Vec::new();
        for &(name, mail, role, department, territory) in STAFF {
            users.push(User {
                id: UserId::from_uuid(keys.next(founded_at)),
                name: ShortText::parse(name)?,
                email: Email::parse(&format!("{mail}@marquesroig.example"))?,
                roles: vec![role],
                departments: vec![departments[department].id],
                zones: territory.map(|zone| zones[zone as usize].id).into_iter().collect(),
                active: true,
            });
        }
        let pipeline = Pipeline {
            id: PipelineId::from_uuid(keys.next(founded_at)),
            revision: Revision::FIRST,
            name: ShortText::parse("Ventas")?,
            position: 0,
        };
        let mut stages = default_stages(pipeline.id)?;
        for stage in &mut stages {
            stage.id = StageId::from_uuid(keys.next(founded_at));
        }
        let mut products = Vec::new();
        for ware in PRODUCTS.iter() {
            products.push(Product {
                id: ProductId::from_uuid(keys.next(founded_at)),
                revision: Revision::FIRST,
                name: ShortText::parse(ware.name)?,
                family: Some(ShortText::parse(ware.family)?),
                list_price: Some(Money::eur(ware.price * 100)?),
            });
        }
        Ok(Self {
            departments,
            zones,
            users,
            pipeline,
            stages,
            products,
            founded_at,
        })
    }

    /// The zone of a territory.
    pub fn zone(&self, territory: Territory) -> ZoneId {
        self.zones[territory as usize].id
    }

    /// Where the clients belong.
    pub fn sales(&self) -> DepartmentId {
        self.departments[SALES].id
    }

    /// Who answers for a territory.
    pub fn seller(&self, territory: Territory) -> &User {
        let zone = self.zone(territory);
        let seller = self.users.iter().find(|user| user.zones.contains(&zone));
        seller.unwrap_or(&self.users[0])
    }

    /// What a line of the price list is as a product.
    pub fn product(&self, ware: &Ware) -> Option<ProductId> {
        let product = self.products.iter().find(|it| it.name.as_str() == ware.name);
        product.map(|product| product.id)
    }

    /// Who has a role.
    pub fn with_role(&self, role: Role) -> &User {
        let user = self.users.iter().find(|user| user.roles.contains(&role));
        user.unwrap_or(&self.users[0])
    }

    /// The user of an id.
    pub fn user(&self, id: UserId) -> &User {
        let user = self.users.iter().find(|user| user.id == id);
        user.unwrap_or(&self.users[0])
    }
}
