//! Going through the files of a mapping once, from the first row of the first to the last of the last.

use std::{
    collections::{HashMap, VecDeque},
    path::{Path, PathBuf},
};

use uuid::Uuid;

use super::{
    domain::{
        Directory, Fault, Found, Kind, LookUps, Made, Making, Mapping, Reader, Reason, Refusal, Rejection, Row, make,
    },
    reading::{Table, load},
    store::Ground,
};
use crate::types::{Invalid, ShortText, TimeZone};

/// What becomes of a row.
#[derive(Debug)]
pub enum Outcome {
    /// A new record, to be remembered by its key.
    New(String, Made),
    /// The record was there (somebody wrote it by hand): only its key is to be remembered.
    Adopted(String, Uuid),
    /// It has been imported before.
    Known,
    /// Another row has said it already, as the mapping expects.
    Repeated,
    /// It is left out.
    Rejected(Rejection),
}

/// A way through the files. Nothing is written; the preview and the import take the same way.
pub struct Pass<'a> {
    mapping: &'a Mapping,
    ground: &'a Ground,
    folder: PathBuf,
    look_ups: LookUps,
    directory: Directory,
    /// On which line each key was first seen.
    seen: HashMap<(Kind, String), (usize, u64)>,
    /// On which line each name that must be unique was first seen.
    taken: HashMap<(Kind, String), (usize, u64)>,
    blocks: VecDeque<usize>,
    table: Option<Table>,
}

impl<'a> Pass<'a> {
    /// Opens every file and checks that it has the columns that the mapping reads.
    ///
    /// # Errors
    /// Everything that is wrong with the files, not only the first.
    pub fn new(mapping: &'a Mapping, folder: &Path, ground: &'a Ground) -> Result<Self, Vec<Refusal>> {
        let mut refusals = Vec::new();
        for (file, columns) in mapping.columns() {
            match Table::open(folder, &file, mapping.options(&file)) {
                Err(refusal) => refusals.push(refusal),
                Ok(table) => {
                    let missing: Vec<String> = columns
                        .into_iter()
                        .filter(|column| !table.columns().has(column))
                        .collect();
                    if !missing.is_empty() {
                        refusals.push(Refusal::MissingColumns {
                            file,
                            missing,
                            present: table.columns().names().to_vec(),
                        });
                    }
                }
            }
        }
        if !refusals.is_empty() {
            return Err(refusals);
        }
        Ok(Self {
            mapping,
            ground,
            folder: folder.to_owned(),
            look_ups: load(mapping, folder).map_err(|refusal| vec![refusal])?,
            directory: ground.directory.clone(),
            seen: HashMap::new(),
            taken: HashMap::new(),
            blocks: (0..mapping.blocks.len()).collect(),
            table: None,
        })
    }

    /// What becomes of the next row, and which block of the mapping it is of; none at the end.
    ///
    /// # Errors
    /// A file that can no longer be read.
    pub fn next_row(&mut self) -> Result<Option<(usize, Outcome)>, Refusal> {
        loop {
            let Some(&block) = self.blocks.front() else {
                return Ok(None);
            };
            let mut table = match self.table.take() {
                Some(table) => table,
                None => {
                    let file = &self.mapping.blocks[block].file;
                    Table::open(&self.folder, file, self.mapping.options(file))?
                }
            };
            match table.next_row()? {
                None => {
                    self.blocks.pop_front();
                }
                Some(row) => {
                    self.table = Some(table);
                    let outcome = match row {
                        Err(rejection) => Outcome::Rejected(rejection),
                        Ok(row) => self.outcome(block, &row),
                    };
                    return Ok(Some((block, outcome)));
                }
            }
        }
    }

    fn outcome(&mut self, index: usize, row: &Row) -> Outcome {
        self.judge(index, row).unwrap_or_else(|Fault { column, reason }| {
            let file = self.mapping.blocks[index].file.clone();
            Outcome::Rejected(Rejection {
                file,
                line: row.line,
                column,
                reason,
            })
        })
    }

    fn judge(&mut self, index: usize, row: &Row) -> Result<Outcome, Fault> {
        let mapping = self.mapping;
        let block = &mapping.blocks[index];
        let found = block.key.evaluate(row, &self.look_ups)?;
        let found = found.ok_or_else(|| Fault {
            column: block.key.columns().next().map(str::to_owned),
            reason: Invalid::Empty.into(),
        })?;
        let key = key_of(&found)?;
        if let Some((first, line)) = self.seen.get(&(block.kind, key.clone())) {
            if block.repeats {
                return Ok(Outcome::Repeated);
            }
            let file = mapping.blocks[*first].file.clone();
            return Err(found.fault(Reason::Duplicate { key, file, line: *line }));
        }
        let known = self.ground.directory.find(block.kind, &key);
        let reader = Reader {
            block,
            row,
            formats: mapping.formats,
            look_ups: &self.look_ups,
            directory: &self.directory,
        };
        let now = self.ground.now;
        let making = Making {
            stages: &self.ground.stages,
            now,
            today: now.local_day(TimeZone::default()),
        };
        let made = match known {
            Some(_) => None,
            None => Some(make(&reader, &making, Uuid::now_v7())?),
        };
        let mut there = None;
        if let Some(unique) = made.as_ref().and_then(Made::unique) {
            let unique = (block.kind, unique.to_owned());
            if let Some((first, line)) = self.taken.get(&unique) {
                let file = mapping.blocks[*first].file.clone();
                return Err(found.fault(Reason::Taken {
                    name: unique.1,
                    file,
                    line: *line,
                }));
            }
            there = self.ground.unique.get(&unique).copied();
            self.taken.insert(unique, (index, row.line));
        }
        self.seen.insert((block.kind, key.clone()), (index, row.line));
        let Some(made) = made else {
            return Ok(Outcome::Known);
        };
        let id = there.unwrap_or_else(|| made.id());
        self.directory.insert(block.kind, key.clone(), id);
        if let Made::Account(account) = &made {
            self.directory.name_account(account.id, account.name.clone());
        }
        Ok(match there {
            Some(id) => Outcome::Adopted(key, id),
            None => Outcome::New(key, made),
        })
    }
}

/// Keys are one line, as any text that people compare.
fn key_of(found: &Found<'_>) -> Result<String, Fault> {
    ShortText::parse(&found.text)
        .map(String::from)
        .map_err(|why| found.fault(why))
}
