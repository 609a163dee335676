//! How files are chosen and shown.

mod chips;
mod choose;
mod sheet;

pub use chips::{Chip, chips};
pub use choose::Choose;
pub use sheet::FilesSheet;
