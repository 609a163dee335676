//! What is written into a file, whatever its kind.

use crate::types::CellValue;

/// Rows under their heads.
pub struct Sheet {
    /// What the page of a workbook is called.
    pub name: &'static str,
    /// What stands over the columns; with its unit where the figures below are bare.
    pub heads: Vec<String>,
    /// As many cells as there are heads.
    pub rows: Vec<Vec<CellValue>>,
}
