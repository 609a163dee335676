//! What the board can be narrowed by, beside what is written on a ticket.

use serde::{Deserialize, Serialize};

use super::Opportunity;
use crate::{
    clients::domain::Source,
    team::domain::Belongs,
    types::{DepartmentId, ProductId, UserId, ZoneId},
};

/// Who answers for an opportunity, where it belongs, what is sold and where it came from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Facets {
    pub owner: Option<UserId>,
    pub department: Option<DepartmentId>,
    pub zone: Option<ZoneId>,
    pub product: Option<ProductId>,
    pub source: Option<Source>,
}

impl Facets {
    /// Whose it is: what a lens looks at.
    #[must_use]
    pub fn belongs(&self) -> Belongs {
        Belongs {
            owner: self.owner,
            department: self.department,
            zone: self.zone,
        }
    }
}

impl From<&Opportunity> for Facets {
    fn from(it: &Opportunity) -> Self {
        Self {
            owner: it.owner,
            department: it.department,
            zone: it.zone,
            product: it.product,
            source: it.source,
        }
    }
}
