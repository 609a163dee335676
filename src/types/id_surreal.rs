//! How a record identifier travels to and from the database.

/// Makes a record identifier a SurrealDB value: a record link whose table must be its own. Called once for each by
/// `record_id!`.
macro_rules! surreal_record_id {
    ($name:ident) => {
        impl $name {
            /// The record link of this id.
            #[must_use]
            pub fn record_id(self) -> surrealdb::types::RecordId {
                surrealdb::types::RecordId::new(Self::TABLE, surrealdb::types::Uuid::from(self.uuid()))
            }
        }

        impl surrealdb::types::SurrealValue for $name {
            fn kind_of() -> surrealdb::types::Kind {
                surrealdb::types::Kind::Record(vec![Self::TABLE.into()])
            }

            fn into_value(self) -> surrealdb::types::Value {
                surrealdb::types::Value::RecordId(self.record_id())
            }

            fn from_value(value: surrealdb::types::Value) -> Result<Self, surrealdb::types::Error> {
                if let surrealdb::types::Value::RecordId(link) = &value
                    && link.table.as_str() == Self::TABLE
                    && let surrealdb::types::RecordIdKey::Uuid(key) = &link.key
                {
                    return Ok(Self::from_uuid((*key).into()));
                }
                Err(surrealdb::types::Error::serialization(
                    format!("{value:?} is no {} id", Self::TABLE),
                    None,
                ))
            }
        }
    };
}

pub(super) use surreal_record_id;
