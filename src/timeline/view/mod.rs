//! How the stream is shown, wherever it is shown.

mod legible;
mod river;
mod stream;

pub use legible::Legible;
pub use river::{River, dye_of};
pub use stream::Timeline;
