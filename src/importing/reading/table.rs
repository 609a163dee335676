//! A CSV file with its header.

use std::{
    fs::File,
    io::{self, BufReader, Cursor, ErrorKind, SeekFrom},
    path::Path,
    sync::Arc,
};

use encoding_rs::{Encoding as Letterset, UTF_8, WINDOWS_1252};

use super::{
    letters::{Letters, look_at},
    lines::{Line, Lines},
};
use crate::importing::domain::{Columns, Delimiter, Encoding, FileOptions, Reason, Refusal, Rejection, Row};

/// An open file, read from the top.
pub struct Table {
    file: String,
    columns: Arc<Columns>,
    lines: Lines<BufReader<File>>,
    letters: &'static Letterset,
    cells: csv::Reader<Cursor<String>>,
    row: Vec<u8>,
}

impl Table {
    /// Opens a file of the folder and reads its header.
    ///
    /// # Errors
    /// [`Refusal`]: no such file, not a text, no header.
    pub fn open(folder: &Path, file: &str, options: FileOptions) -> Result<Self, Refusal> {
        let path = folder.join(file);
        let failed = |error: io::Error| match error.kind() {
            ErrorKind::NotFound => Refusal::NoFile {
                file: file.to_owned(),
                folder: folder.display().to_string(),
            },
            _ => Refusal::Unreadable {
                file: file.to_owned(),
                cause: error.to_string(),
            },
        };
        let open = || File::open(&path);
        let letters = match (look_at(open().map_err(failed)?).map_err(failed)?, options.encoding) {
            (Letters::Nothing, _) => {
                return Err(Refusal::Empty { file: file.to_owned() });
            }
            (Letters::NotText(seems), _) => {
                return Err(Refusal::NotText {
                    file: file.to_owned(),
                    seems,
                });
            }
            (Letters::Text(_), Some(Encoding::Utf8)) => UTF_8,
            (Letters::Text(_), Some(Encoding::Windows1252)) => WINDOWS_1252,
            (Letters::Text(found), None) => found,
        };
        let mut lines = Lines::new(BufReader::with_capacity(64 * 1024, open().map_err(failed)?));
        let mut row = Vec::new();
        let refused = |why| Refusal::Header {
            file: file.to_owned(),
            why,
        };
        let header = match lines.next(&mut row).map_err(failed)? {
            None => {
                return Err(Refusal::Empty { file: file.to_owned() });
            }
            Some((_, Line::TooLong)) => return Err(refused(Reason::TooLong)),
            Some((_, Line::OpenQuotes)) => return Err(refused(Reason::OpenQuotes)),
            Some((_, Line::Whole)) => {
                decode(letters, row.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&row)).map_err(refused)?
            }
        };
        let delimiter = options.delimiter.map_or_else(|| guess_delimiter(&header), byte_of);
        lines.set_delimiter(delimiter);
        let cells = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter)
            .from_reader(Cursor::new(String::new()));
        let mut table = Self {
            file: file.to_owned(),
            columns: Arc::default(),
            lines,
            letters,
            cells,
            row,
        };
        let names = table
            .split(header)
            .map_err(failed)?
            .iter()
            .map(|name| name.trim().to_owned())
            .collect();
        let columns = Columns::new(names, options.correct).map_err(|column| Refusal::RepeatedColumn {
            file: file.to_owned(),
            column,
        })?;
        table.columns = Arc::new(columns);
        Ok(table)
    }

    /// What the header says.
    #[must_use]
    pub fn columns(&self) -> &Columns {
        &self.columns
    }

    /// The next row, or why it is left out; none at the end. Blank lines are passed over.
    ///
    /// # Errors
    /// The system stops reading.
    pub fn next_row(&mut self) -> Result<Option<Result<Row, Rejection>>, Refusal> {
        let file = self.file.clone();
        let failed = |error: io::Error| Refusal::Unreadable {
            file: file.clone(),
            cause: error.to_string(),
        };
        loop {
            let Some((line, what)) = self.lines.next(&mut self.row).map_err(failed)? else {
                return Ok(None);
            };
            let reason = match what {
                Line::TooLong => Reason::TooLong,
                Line::OpenQuotes => Reason::OpenQuotes,
                Line::Whole if self.row.trim_ascii().is_empty() => continue,
                Line::Whole => match decode(self.letters, &self.row) {
                    Err(reason) => reason,
                    Ok(text) => {
                        let cells = self.split(text).map_err(failed)?;
                        let (found, expected) = (cells.len(), self.columns.count());
                        if found == expected {
                            return Ok(Some(Ok(Row::new(line, Arc::clone(&self.columns), cells))));
                        }
                        Reason::Cells { found, expected }
                    }
                },
            };
            return Ok(Some(Err(Rejection {
                file,
                line,
                column: None,
                reason,
            })));
        }
    }

    /// One row into its cells. The parser is kept from row to row: making one costs more than using it.
    fn split(&mut self, text: String) -> io::Result<csv::StringRecord> {
        *self.cells.get_mut() = Cursor::new(text);
        self.cells
            .seek_raw(SeekFrom::Start(0), csv::Position::new())
            .map_err(io::Error::from)?;
        let mut cells = csv::StringRecord::new();
        self.cells.read_record(&mut cells).map_err(io::Error::from)?;
        Ok(cells)
    }
}

fn decode(letters: &'static Letterset, bytes: &[u8]) -> Result<String, Reason> {
    let (text, broken) = letters.decode_without_bom_handling(bytes);
    if broken {
        Err(Reason::Encoding {
            encoding: letters.name(),
        })
    } else {
        Ok(text.into_owned())
    }
}

fn byte_of(delimiter: Delimiter) -> u8 {
    match delimiter {
        Delimiter::Comma => b',',
        Delimiter::Semicolon => b';',
        Delimiter::Tab => b'\t',
    }
}

/// The one that the header has most of: Excel in Spanish writes semicolons. A comma where there is none.
fn guess_delimiter(header: &str) -> u8 {
    let count = |delimiter: &u8| header.bytes().filter(|byte| byte == delimiter).count();
    // max_by_key takes the last of equals: the comma.
    [b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b',')
}
