//! A row of a CSV, by the names of its columns.

use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

/// What the header of a file says, with the corrections that the mapping makes to each column.
#[derive(Debug, Default)]
pub struct Columns {
    names: Vec<String>,
    places: HashMap<String, usize>,
    corrections: BTreeMap<String, BTreeMap<String, String>>,
}

impl Columns {
    /// The columns of a header.
    ///
    /// # Errors
    /// The name of a column that is there twice.
    pub fn new(names: Vec<String>, corrections: BTreeMap<String, BTreeMap<String, String>>) -> Result<Self, String> {
        let mut places = HashMap::new();
        for (place, name) in names.iter().enumerate() {
            if !name.is_empty() && places.insert(name.clone(), place).is_some() {
                return Err(name.clone());
            }
        }
        Ok(Self {
            names,
            places,
            corrections,
        })
    }

    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.names.len()
    }

    /// Their names, from left to right.
    #[must_use]
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// Whether there is one of this name.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.places.contains_key(name)
    }
}

/// One row.
#[derive(Debug)]
pub struct Row {
    /// The line of the file on which it begins, from 1.
    pub line: u64,
    columns: Arc<Columns>,
    cells: csv::StringRecord,
}

impl Row {
    /// A row with as many cells as there are columns.
    #[must_use]
    pub fn new(line: u64, columns: Arc<Columns>, cells: csv::StringRecord) -> Self {
        Self { line, columns, cells }
    }

    /// What the row says in a column, without blanks around and corrected; empty if there is no such column, which was
    /// refused when the file was opened.
    #[must_use]
    pub fn cell(&self, column: &str) -> &str {
        let place = self.columns.places.get(column);
        let said = place
            .and_then(|place| self.cells.get(*place))
            .unwrap_or_default()
            .trim();
        let corrected = self
            .columns
            .corrections
            .get(column)
            .and_then(|corrections| corrections.get(said));
        corrected.map_or(said, String::as_str)
    }
}
