//! Why a row, or a whole file, is not imported: sentences in Spanish, for the terminal.

use thiserror::Error;

use super::Kind;
use crate::types::{Invalid, Locale};

/// A row that is not imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejection {
    /// The file, as the mapping calls it.
    pub file: String,
    /// The line on which the row begins, from 1.
    pub line: u64,
    /// The column that is to blame, if it is one.
    pub column: Option<String>,
    /// What is wrong with it.
    pub reason: Reason,
}

/// A reason and the column it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The column that is to blame, if it is one.
    pub column: Option<String>,
    /// What is wrong with it.
    pub reason: Reason,
}

impl Fault {
    /// A fault of a column.
    #[must_use]
    pub fn of(column: &str, reason: Reason) -> Self {
        Self {
            column: Some(column.to_owned()),
            reason,
        }
    }
}

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Reason {
    /// A value that its type refuses.
    #[error("{}", .0.sentence(Locale::Es))]
    Invalid(Invalid),
    /// A number of employees with something else in it.
    #[error("«{0}» no es un número entero.")]
    NotANumber(String),
    /// The record that identifies the row is already another row's.
    #[error("La clave «{key}» ya está en la línea {line} de {file}: esta fila se deja fuera.")]
    Duplicate { key: String, file: String, line: u64 },
    /// Another row, with another key, has the name or address that only one may have.
    #[error("«{name}» ya lo lleva la línea {line} de {file}, que es otro registro.")]
    Taken { name: String, file: String, line: u64 },
    /// It refers to a record that is nowhere.
    #[error("No hay {} «{key}»: ni en los ficheros ni importado antes.", without_article(*.kind))]
    NoSuchRecord { kind: Kind, key: String },
    /// The other file has no such row.
    #[error("En {file} no hay ninguna fila con «{value}» en la columna «{column}».")]
    NotInFile {
        file: String,
        column: String,
        value: String,
    },
    /// A stage that the pipeline does not have.
    #[error("No hay ninguna fase «{code}»: las que hay: {known}.")]
    UnknownStage { code: String, known: String },
    /// The stage asks for something that the row does not have.
    #[error("La fase «{stage}» pide {what}, y aquí falta.")]
    StageAsks { stage: String, what: &'static str },
    /// Won or lost on a day that has not come.
    #[error("La fecha de cierre todavía no ha llegado.")]
    ClosedInFuture,
    /// More or fewer cells than columns.
    #[error("Tiene {found} celdas y la cabecera {expected}: sobra o falta un separador, o unas comillas.")]
    Cells { found: usize, expected: usize },
    /// More than the most that is read.
    #[error("La línea pasa de 1 MiB: no es una fila, o faltan saltos de línea.")]
    TooLong,
    /// A quotation mark that nothing closes.
    #[error("Abre unas comillas que no se cierran.")]
    OpenQuotes,
    /// Bytes that are no text in the file's encoding.
    #[error(
        "Hay letras que no están en {encoding}. Si el fichero salió de Excel, pon encoding = \"windows-1252\" en el mapa."
    )]
    Encoding { encoding: &'static str },
}

impl From<Invalid> for Reason {
    fn from(invalid: Invalid) -> Self {
        Self::Invalid(invalid)
    }
}

/// "ninguna cuenta", "ningún usuario".
fn without_article(kind: Kind) -> String {
    let one = kind.one();
    match one.strip_prefix("la ") {
        Some(name) => format!("ninguna {name}"),
        None => format!("ningún {}", one.trim_start_matches("el ")),
    }
}

/// Why nothing at all is imported.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    /// There is no such file.
    #[error("No existe el fichero «{file}» en la carpeta «{folder}».")]
    NoFile { file: String, folder: String },
    /// The system does not let it be read.
    #[error("No se puede leer «{file}»: {cause}.")]
    Unreadable { file: String, cause: String },
    /// Not even a header.
    #[error("«{file}» está vacío: no tiene ni la línea con los nombres de las columnas.")]
    Empty { file: String },
    /// A spreadsheet, an image, UTF-16.
    #[error("«{file}» no es un CSV: parece {seems}. Ábrelo y guárdalo como «CSV UTF-8».")]
    NotText { file: String, seems: &'static str },
    /// The first line cannot be read as a header.
    #[error("La primera línea de «{file}» no se puede leer como nombres de columnas: {why}")]
    Header { file: String, why: Reason },
    /// Two columns of one name.
    #[error("En «{file}» hay dos columnas que se llaman «{column}»: cambia el nombre de una.")]
    RepeatedColumn { file: String, column: String },
    /// The mapping uses columns that are not there.
    #[error("En «{file}» {}. Las que hay: {}.", lacking(.missing), quoted(.present))]
    MissingColumns {
        file: String,
        missing: Vec<String>,
        present: Vec<String>,
    },
}

fn lacking(columns: &[String]) -> String {
    match columns {
        [one] => format!("falta la columna «{one}»"),
        _ => format!("faltan las columnas {}", quoted(columns)),
    }
}

fn quoted(names: &[String]) -> String {
    names
        .iter()
        .map(|name| format!("«{name}»"))
        .collect::<Vec<_>>()
        .join(", ")
}
