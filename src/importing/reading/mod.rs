//! CSV files, row by row: never more than one row in memory, whatever is in the file.

mod letters;
mod lines;
mod look_ups;
mod table;

pub use look_ups::load;
pub use table::Table;
