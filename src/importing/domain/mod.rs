//! What a mapping file says, and how a row of a CSV becomes a record. No file and no database is touched here.

mod columns;
mod directory;
mod expression;
mod field;
mod kind;
mod make;
mod make_clients;
mod make_opportunity;
mod mapping;
mod mapping_error;
mod raw_mapping;
mod reader;
mod rejection;
#[cfg(test)]
mod tests;

pub use columns::{Columns, Row};
pub use directory::Directory;
pub use expression::{Expression, Found, LookUp, LookUps, Piece, Source, Unknown};
pub use field::Field;
pub use kind::Kind;
pub use make::{Made, Making, make};
pub use mapping::{Block, DateFormat, Delimiter, Encoding, FileOptions, Formats, Mapping, NumberFormat};
pub use mapping_error::MappingError;
pub use reader::Reader;
pub use rejection::{Fault, Reason, Refusal, Rejection};
