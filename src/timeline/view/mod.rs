//! How the stream is shown, wherever it is shown.

mod legible;
mod river;
mod sift_bar;
mod stream;

pub use legible::Legible;
pub use river::{Acts, River, dye_of};
pub use sift_bar::{SiftBar, sift_of};
pub use stream::Timeline;
