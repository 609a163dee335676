//! How the steps of a firm, an instruction and the other ways to reach it are written.

use surrealdb::types::{Error, Kind, SurrealValue, Value};

use crate::{
    clients::domain::{Instruction, Path, Step, Way, Ways},
    server::db::record,
};

record!(Step { to, on });
record!(Instruction { text, by, at });
record!(Way { kind, text, what });

impl SurrealValue for Path {
    fn kind_of() -> Kind {
        Vec::<Step>::kind_of()
    }

    fn into_value(self) -> Value {
        self.steps().to_vec().into_value()
    }

    /// What was written before steps were kept has none.
    fn from_value(value: Value) -> Result<Self, Error> {
        let steps = Option::<Vec<Step>>::from_value(value)?.unwrap_or_default();
        Ok(steps.into_iter().collect())
    }
}

impl SurrealValue for Ways {
    fn kind_of() -> Kind {
        Vec::<Way>::kind_of()
    }

    /// What was written before there were others has none.
    fn from_value(value: Value) -> Result<Self, Error> {
        let ways = Option::<Vec<Way>>::from_value(value)?.unwrap_or_default();
        Self::new(ways).map_err(|error| Error::serialization(error.to_string(), None))
    }

    fn into_value(self) -> Value {
        self.iter().cloned().collect::<Vec<_>>().into_value()
    }
}
