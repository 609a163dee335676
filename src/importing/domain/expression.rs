//! Where the value of a field comes from.

use std::collections::{BTreeMap, HashMap};

use serde::Deserialize;

use super::{Fault, Reason, Row};
use crate::types::fold;

/// The sources of a field, in order of preference: the first that says something counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expression(pub Vec<Piece>);

/// One source, and what is done to what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Where it is read.
    pub source: Source,
    /// What each value becomes; those that are not listed stay.
    pub map: BTreeMap<String, String>,
    /// Another file in which the value is looked up.
    pub look_up: Option<LookUp>,
    /// A domain: the value becomes the name of an address there.
    pub email_at: Option<String>,
    /// What a number is multiplied by.
    pub multiply: u32,
    /// What happens when a look-up or a link finds nothing.
    pub unknown: Unknown,
}

/// A column or a constant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// The cell of this column.
    Column(String),
    /// The same for every row.
    Constant(String),
}

/// A column of another file: `take` of the row that has the value in `where`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LookUp {
    /// The file.
    pub file: String,
    /// The column that is compared.
    #[serde(rename = "where")]
    pub matches: String,
    /// The column that is taken.
    pub take: String,
}

/// What to do with a reference to nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unknown {
    /// The row is rejected.
    #[default]
    Reject,
    /// The field stays empty.
    Empty,
}

/// The other files, as far as they are looked up in.
pub type LookUps = HashMap<LookUp, HashMap<String, String>>;

/// What a field says in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found<'a> {
    /// The text; never empty.
    pub text: String,
    /// The column it comes from; none for a constant.
    pub column: Option<&'a str>,
    /// What to multiply it by, if it is a number.
    pub multiply: u32,
    /// What to do if it refers to nothing.
    pub unknown: Unknown,
}

impl Found<'_> {
    /// A fault of this value.
    #[must_use]
    pub fn fault(&self, reason: impl Into<Reason>) -> Fault {
        Fault {
            column: self.column.map(str::to_owned),
            reason: reason.into(),
        }
    }
}

impl Expression {
    /// What the row says; none if no source says anything.
    ///
    /// # Errors
    /// A look-up that finds nothing, where the mapping does not admit it.
    pub fn evaluate(&self, row: &Row, look_ups: &LookUps) -> Result<Option<Found<'_>>, Fault> {
        for piece in &self.0 {
            if let Some(found) = piece.evaluate(row, look_ups)? {
                return Ok(Some(found));
            }
        }
        Ok(None)
    }

    /// The columns of the row's own file that it reads.
    pub fn columns(&self) -> impl Iterator<Item = &str> {
        self.0.iter().filter_map(|piece| match &piece.source {
            Source::Column(column) => Some(column.as_str()),
            Source::Constant(_) => None,
        })
    }
}

impl Piece {
    /// A column as it stands.
    #[must_use]
    pub fn column(name: &str) -> Self {
        Self {
            source: Source::Column(name.to_owned()),
            map: BTreeMap::new(),
            look_up: None,
            email_at: None,
            multiply: 1,
            unknown: Unknown::Reject,
        }
    }

    fn evaluate(&self, row: &Row, look_ups: &LookUps) -> Result<Option<Found<'_>>, Fault> {
        let (said, column) = match &self.source {
            Source::Column(name) => (row.cell(name), Some(name.as_str())),
            Source::Constant(text) => (text.as_str(), None),
        };
        let mut found = Found {
            text: self.map.get(said).map_or(said, String::as_str).to_owned(),
            column,
            multiply: self.multiply,
            unknown: self.unknown,
        };
        if found.text.is_empty() {
            return Ok(None);
        }
        if let Some(look_up) = &self.look_up {
            match look_ups.get(look_up).and_then(|rows| rows.get(&found.text)) {
                Some(taken) => found.text.clone_from(taken),
                None if self.unknown == Unknown::Empty => return Ok(None),
                None => {
                    return Err(found.fault(Reason::NotInFile {
                        file: look_up.file.clone(),
                        column: look_up.matches.clone(),
                        value: found.text.clone(),
                    }));
                }
            }
        }
        if let Some(domain) = &self.email_at {
            found.text = address(&found.text, domain);
        }
        Ok((!found.text.is_empty()).then_some(found))
    }
}

/// "Mei-Mei Johns" → "mei-mei.johns@domain".
fn address(name: &str, domain: &str) -> String {
    let folded = fold(name);
    let words: Vec<String> = folded
        .split_whitespace()
        .map(|word| {
            word.chars()
                .filter(|c| c.is_ascii_alphanumeric() || *c == '-')
                .collect::<String>()
        })
        .filter(|word| !word.is_empty())
        .collect();
    format!("{}@{domain}", words.join("."))
}
