//! How the tags of an opportunity are written.

use surrealdb::types::{Error, Kind, SurrealValue, Value};

use crate::pipeline::domain::{Tag, Tags};

impl SurrealValue for Tags {
    fn kind_of() -> Kind {
        Vec::<Tag>::kind_of()
    }

    fn into_value(self) -> Value {
        Vec::<Tag>::from(self).into_value()
    }

    /// What was written before there were tags has none.
    fn from_value(value: Value) -> Result<Self, Error> {
        let tags = Option::<Vec<Tag>>::from_value(value)?.unwrap_or_default();
        Ok(tags.into_iter().collect())
    }
}
