//! By what a sale is to be found again.

use crate::{
    demo::dice::Dice,
    pipeline::domain::{Tag, Tags},
    types::{Invalid, OpportunityId},
};

const WORDS: [&str; 8] = [
    "Licitación",
    "Renovación",
    "Urgente",
    "Subvención",
    "Grupo",
    "Feria 2026",
    "Venta cruzada",
    "Decide el comité",
];

/// Half of them have none, a sixth has more than one. The key of the sale decides, so that no other chance is changed by it.
///
/// # Errors
/// Never for these words.
pub fn tags(id: OpportunityId) -> Result<Tags, Invalid> {
    let (high, low) = id.uuid().as_u64_pair();
    let mut dice = Dice::new(high, low);
    let count = *dice.pick(&[0, 0, 0, 1, 1, 3]);
    (0..count).map(|_| Tag::parse(dice.word(&WORDS))).collect()
}
