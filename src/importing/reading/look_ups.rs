//! The columns of other files that a mapping looks values up in.

use std::{collections::HashMap, path::Path};

use super::Table;
use crate::importing::domain::{LookUps, Mapping, Refusal};

/// Reads every pair of columns that the mapping looks up. Where a value is there twice, the first counts. Rows that
/// cannot be read are passed over here: the block that imports the file reports them.
///
/// # Errors
/// A file that cannot be read.
pub fn load(mapping: &Mapping, folder: &Path) -> Result<LookUps, Refusal> {
    let mut look_ups = LookUps::new();
    let pieces = mapping
        .blocks
        .iter()
        .flat_map(|block| block.expressions())
        .flat_map(|expression| &expression.0);
    for look_up in pieces.filter_map(|piece| piece.look_up.as_ref()) {
        if look_ups.contains_key(look_up) {
            continue;
        }
        let mut rows = HashMap::new();
        let mut table = Table::open(folder, &look_up.file, mapping.options(&look_up.file))?;
        while let Some(row) = table.next_row()? {
            if let Ok(row) = row {
                rows.entry(row.cell(&look_up.matches).to_owned())
                    .or_insert_with(|| row.cell(&look_up.take).to_owned());
            }
        }
        look_ups.insert(look_up.clone(), rows);
    }
    Ok(look_ups)
}
