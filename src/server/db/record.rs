//! Rows with a revision.

use surrealdb::types::{Object, RecordId, SurrealValue, Value};

use crate::types::Revision;

/// A row with a revision: what can be created and replaced in a gesture.
pub trait Record: SurrealValue + Clone + Send {
    /// Columns whose values the audit must not hold: it says that they changed, not to what.
    const SECRET: &'static [&'static str] = &[];

    /// Whether pages that are open are told of it.
    const IS_LIVE: bool = false;

    /// Its key.
    fn record_id(&self) -> RecordId;

    /// How often it has been written.
    fn revision(&self) -> Revision;

    /// Columns that the store derives from the others (a folded name to search by).
    fn derived(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }

    /// The row as it is stored.
    fn row(&self) -> Value {
        let derived = self.derived();
        let mut value = self.clone().into_value();
        if let Value::Object(row) = &mut value {
            for (column, text) in derived {
                row.insert(column, text);
            }
        }
        value
    }
}

/// [`Record`] for types whose row is their fields and nothing more.
macro_rules! revised {
    ($($type:ty),* $(,)?) => {
        $(impl $crate::server::db::Record for $type {
            fn record_id(&self) -> surrealdb::types::RecordId {
                self.id.record_id()
            }

            fn revision(&self) -> $crate::types::Revision {
                self.revision
            }
        })*
    };
}
pub(crate) use revised;

/// The columns in which two rows differ, as `{field, before, after}`.
pub(super) fn differences<T: Record>(before: &T, after: &T) -> Vec<Value> {
    let (Value::Object(before), Value::Object(after)) = (before.clone().into_value(), after.clone().into_value())
    else {
        return Vec::new();
    };
    let mut before = before.into_inner();
    after
        .into_inner()
        .into_iter()
        .filter_map(|(field, after)| {
            let before = before.remove(&field).unwrap_or(Value::None);
            (before != after).then(|| {
                let told = !T::SECRET.contains(&field.as_str());
                let mut difference = Object::new();
                difference.insert("field", field);
                if told {
                    difference.insert("before", before);
                    difference.insert("after", after);
                }
                Value::Object(difference)
            })
        })
        .collect()
}
