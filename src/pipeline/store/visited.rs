//! How it is written where an opportunity has been.

use surrealdb::types::{Error, Kind, SurrealValue, Value};

use crate::{pipeline::domain::Visited, types::StageId};

impl SurrealValue for Visited {
    fn kind_of() -> Kind {
        Vec::<StageId>::kind_of()
    }

    fn into_value(self) -> Value {
        self.stages().to_vec().into_value()
    }

    /// What closed before anybody wrote it down has none.
    fn from_value(value: Value) -> Result<Self, Error> {
        Ok(Option::<Vec<StageId>>::from_value(value)?
            .unwrap_or_default()
            .into_iter()
            .collect())
    }
}
