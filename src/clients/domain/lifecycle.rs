//! How far a firm has come with us.

use serde::{Deserialize, Serialize};
use strum::{AsRefStr, EnumIter, EnumString};

/// The steps of product.md §5, in order. Moved by explicit acts, never typed.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, AsRefStr, EnumString, EnumIter,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Lifecycle {
    /// Público objetivo: little is known, nobody has spoken to them.
    Target,
    /// Cliente potencial: contacted, could use what we sell.
    Lead,
    /// Con presupuesto: has been quoted.
    Quoted,
    /// Cliente activo.
    CustomerActive,
    /// Cliente inactivo: has not bought for the days that the firm sets.
    CustomerInactive,
    /// Descartado.
    Discarded,
}

impl Lifecycle {
    /// Whether the firm has ever bought.
    #[must_use]
    pub fn is_customer(self) -> bool {
        matches!(self, Self::CustomerActive | Self::CustomerInactive)
    }
}
