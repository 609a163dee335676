//! How the stream is shown, wherever it is shown.

mod legible;
mod river;
mod stream;

pub use legible::Legible;
pub use river::River;
pub use stream::Timeline;
