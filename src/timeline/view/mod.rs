//! How the stream is shown, wherever it is shown.

mod stream;

pub use stream::Timeline;
