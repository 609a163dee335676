//! The database: one engine behind one URL, its schema, and the only way to write.
//!
//! `surrealkv://DIR` embeds the engine, `mem://` is for tests, `ws://` and `wss://` reach a SurrealDB server; the code
//! above does not know which. Reads are plain queries; every write is a [`Gesture`] that [`perform`] carries out.

mod bus;
mod gesture;
mod journal;
mod lens;
mod migrate;
mod names;
mod open;
mod past;
mod record;
mod restore;
mod tx;
mod values;

pub use bus::{Bus, Committed, Written};
pub use gesture::{Gesture, carry_out, perform};
pub use lens::{Admitted, one};
pub use migrate::{MIGRATIONS, Migration, migrate, migrate_to, schema_of};
pub use names::names;
pub use open::{Db, OpenError};
pub use past::as_of;
pub use record::Record;
pub(crate) use record::revised;
pub use restore::{Restored, put_back_where_untouched, restored};
pub use tx::Tx;
pub(crate) use values::record;
