//! The mapping: how the files of a folder become records.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use toml::Spanned;

use super::{
    Expression, Field, Kind, MappingError,
    raw_mapping::{RawBlock, RawMapping},
};

/// A mapping that makes sense.
#[derive(Clone, Debug)]
pub struct Mapping {
    /// What the source is called: the records that came from it are remembered under this name.
    pub source: String,
    /// How numbers and dates are written.
    pub formats: Formats,
    /// What each block of the file makes, in the order of importing.
    pub blocks: Vec<Block>,
    files: BTreeMap<String, FileOptions>,
}

/// How the files write numbers and dates.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Formats {
    /// Numbers.
    pub numbers: NumberFormat,
    /// Days.
    pub dates: DateFormat,
}

/// How a number is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NumberFormat {
    /// `1234.56`.
    #[default]
    Point,
    /// `1.234,56`.
    Spanish,
}

/// How a day is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateFormat {
    /// `2026-11-25`.
    #[default]
    Iso,
    /// `25/11/2026`.
    Spanish,
}

/// How a file is written. What is not said is found out.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FileOptions {
    /// What stands between two cells.
    pub delimiter: Option<Delimiter>,
    /// How letters are written.
    pub encoding: Option<Encoding>,
    /// Values that are wrong in the file, by column: what is written → what is meant.
    pub correct: BTreeMap<String, BTreeMap<String, String>>,
}

/// What stands between two cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Delimiter {
    /// `,`.
    #[serde(rename = ",")]
    Comma,
    /// `;`, as Excel writes in Spanish.
    #[serde(rename = ";")]
    Semicolon,
    /// A tabulator.
    #[serde(rename = "tab")]
    Tab,
}

/// How letters are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Encoding {
    /// UTF-8, with or without byte order mark.
    #[serde(rename = "utf-8")]
    Utf8,
    /// What old Windows programs write in Western Europe.
    #[serde(rename = "windows-1252")]
    Windows1252,
}

/// Makes one record of each row of a file.
#[derive(Clone, Debug)]
pub struct Block {
    /// What it makes.
    pub kind: Kind,
    /// Of which file, relative to the folder.
    pub file: String,
    /// What tells one record from another, now and in the next import.
    pub key: Expression,
    /// Whether the same key in another row is the same record again; otherwise it is a mistake.
    pub repeats: bool,
    /// The rest.
    pub fields: BTreeMap<Field, Expression>,
}

impl Mapping {
    /// Reads a mapping; `name` is how errors call it.
    ///
    /// # Errors
    /// [`MappingError`]: what is wrong and on which line.
    pub fn parse(name: &str, text: &str) -> Result<Self, MappingError> {
        let raw: RawMapping = toml::from_str(text).map_err(|error| MappingError::of_toml(name, text, &error))?;
        let wrong = |at: std::ops::Range<usize>, what: String| MappingError::at(name, text, at.start, what);
        if !is_name(raw.source.get_ref()) {
            let what = "«source» solo puede llevar minúsculas sin acento, cifras y guiones".to_owned();
            return Err(wrong(raw.source.span(), what));
        }
        let mut blocks = Vec::new();
        for record in raw.records {
            blocks.push(Block::check(record, &wrong)?);
        }
        // A record refers only to kinds before its own.
        blocks.sort_by_key(|block| block.kind);
        Ok(Self {
            source: raw.source.into_inner(),
            formats: raw.formats,
            blocks,
            files: raw.files,
        })
    }

    /// How a file is written.
    #[must_use]
    pub fn options(&self, file: &str) -> FileOptions {
        self.files.get(file).cloned().unwrap_or_default()
    }

    /// Every column that the mapping reads, by file, in alphabetical order; also what other files are looked up for.
    #[must_use]
    pub fn columns(&self) -> BTreeMap<String, BTreeSet<String>> {
        let mut read: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for block in &self.blocks {
            for expression in block.expressions() {
                read.entry(block.file.clone())
                    .or_default()
                    .extend(expression.columns().map(str::to_owned));
                for look_up in expression.0.iter().filter_map(|piece| piece.look_up.as_ref()) {
                    read.entry(look_up.file.clone())
                        .or_default()
                        .extend([look_up.matches.clone(), look_up.take.clone()]);
                }
            }
        }
        for (file, options) in &self.files {
            read.entry(file.clone())
                .or_default()
                .extend(options.correct.keys().cloned());
        }
        read
    }
}

impl Block {
    fn check(
        raw: Spanned<RawBlock>,
        wrong: &impl Fn(std::ops::Range<usize>, String) -> MappingError,
    ) -> Result<Self, MappingError> {
        let at = raw.span();
        let raw = raw.into_inner();
        let mut fields = BTreeMap::new();
        for (name, expression) in raw.fields {
            let field = name.get_ref().parse().ok().filter(|field| raw.kind.admits(*field));
            let Some(field) = field else {
                let admitted = [raw.kind.required(), raw.kind.optional()].concat();
                let admitted: Vec<&str> = admitted.iter().map(AsRef::as_ref).collect();
                let what = format!(
                    "{} no tiene «{}»; tiene: {}",
                    raw.kind.one(),
                    name.get_ref(),
                    admitted.join(", ")
                );
                return Err(wrong(name.span(), what));
            };
            fields.insert(field, expression);
        }
        if let Some(missing) = raw.kind.required().iter().find(|field| !fields.contains_key(field)) {
            return Err(wrong(
                at,
                format!("{} tiene que llevar «{}»", raw.kind.one(), missing.as_ref()),
            ));
        }
        Ok(Self {
            kind: raw.kind,
            file: raw.file,
            key: raw.key,
            repeats: raw.repeats,
            fields,
        })
    }

    /// Everything it reads.
    pub fn expressions(&self) -> impl Iterator<Item = &Expression> {
        std::iter::once(&self.key).chain(self.fields.values())
    }
}

fn is_name(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}
