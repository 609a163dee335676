//! The database: one engine behind one URL, its schema, and the only way to write.
//!
//! `surrealkv://DIR` embeds the engine, `mem://` is for tests, `ws://` and `wss://` reach a SurrealDB server; the code
//! above does not know which. Reads are plain queries; every write is a [`Gesture`] that [`perform`] carries out.

mod gesture;
mod journal;
mod lens;
mod migrate;
mod open;
mod values;

pub(crate) use gesture::revised;
pub use gesture::{Gesture, Record, Tx, perform};
pub use lens::{Admitted, one};
pub use migrate::{MIGRATIONS, Migration, migrate, migrate_to, schema_of};
pub use open::{Db, OpenError};
pub(crate) use values::record;
