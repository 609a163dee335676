//! What we sell.

use serde::{Deserialize, Serialize};

use crate::types::{Money, ProductId, Revision, ShortText};

/// A product or a service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Product {
    pub id: ProductId,
    pub revision: Revision,
    pub name: ShortText,
    /// The series or family it belongs to.
    pub family: Option<ShortText>,
    /// What one unit costs by the price list.
    pub list_price: Option<Money>,
}
