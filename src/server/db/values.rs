//! How the domain's types are written in the database. The domain knows nothing of this.

use surrealdb::types::{Error, Kind, Object, SurrealValue, Value};

use crate::{
    agenda::domain::{Outcome, Status},
    clients::domain::{
        Account, AccountKind, Address, BuyingPart, Contact, Lifecycle, Membership, NeedKind, NeedState, Section,
        SizeBand, Source, WayKind,
    },
    files::domain::Media,
    pipeline::domain::{
        ForecastCategory, LookText, LossReason, NextStep, Opportunity, Pipeline, Product, Rank, Requirement, SavedView,
        Stage, StageKind, Tag, Tone, ViewChoice, ViewPlace,
    },
    team::domain::{Department, Role, User, Zone},
    timeline::domain::{ActivityKind, Entry, EntryBody},
    types::{
        Currency, Day, Email, LongText, Moment, Money, Month, Nif, Phone, PostalCode, Probability, Revision, ShortText,
        TimeOfDay,
    },
};

/// Writes a struct as a row: one column a field, of the field's name. A missing column reads as NONE.
macro_rules! record {
    ($type:ident { $($field:ident),* $(,)? }) => {
        impl surrealdb::types::SurrealValue for $type {
            fn kind_of() -> surrealdb::types::Kind {
                surrealdb::types::Kind::Object
            }

            fn into_value(self) -> surrealdb::types::Value {
                let mut row = surrealdb::types::Object::new();
                $(row.insert(stringify!($field), self.$field);)*
                surrealdb::types::Value::Object(row)
            }

            fn from_value(value: surrealdb::types::Value) -> Result<Self, surrealdb::types::Error> {
                let surrealdb::types::Value::Object(row) = value else {
                    return Err(surrealdb::types::Error::serialization(
                        concat!("a row of ", stringify!($type), " must be an object").to_owned(),
                        None,
                    ));
                };
                let mut row = row.into_inner();
                Ok(Self {
                    $($field: surrealdb::types::SurrealValue::from_value(
                        row.remove(stringify!($field)).unwrap_or(surrealdb::types::Value::None),
                    )?,)*
                })
            }
        }
    };
}
pub(crate) use record;

fn unreadable(what: &'static str, text: &str) -> Error {
    Error::serialization(format!("«{text}» is not a {what}"), None)
}

/// Types that are written as their text and read by their own parser.
macro_rules! as_text {
    ($($type:ident: $parse:expr),* $(,)?) => {
        $(impl SurrealValue for $type {
            fn kind_of() -> Kind {
                Kind::String
            }

            fn into_value(self) -> Value {
                Value::String(self.to_string())
            }

            fn from_value(value: Value) -> Result<Self, Error> {
                let text = String::from_value(value)?;
                let parse: fn(&str) -> Option<$type> = $parse;
                parse(&text).ok_or_else(|| unreadable(stringify!($type), &text))
            }
        })*
    };
}

as_text!(
    ShortText: |text| ShortText::parse(text).ok(),
    LongText: |text| LongText::parse(text).ok(),
    Email: |text| Email::parse(text).ok(),
    Phone: |text| Phone::parse(text).ok(),
    Nif: |text| Nif::parse(text).ok(),
    PostalCode: |text| PostalCode::parse(text).ok(),
    Rank: |text| Rank::parse(text).ok(),
    Currency: |text| text.parse().ok(),
    Month: |text| Month::parse_iso(text).ok(),
    Day: |text| Day::parse_iso(text).ok(),
    LookText: |text| LookText::parse(text).ok(),
    Tag: |text| Tag::parse(text).ok(),
    TimeOfDay: |text| TimeOfDay::parse(text).ok(),
);

/// Enums that are written as their code name.
macro_rules! as_code {
    ($($type:ident),* $(,)?) => {
        $(impl SurrealValue for $type {
            fn kind_of() -> Kind {
                Kind::String
            }

            fn into_value(self) -> Value {
                Value::String(AsRef::<str>::as_ref(&self).to_owned())
            }

            fn from_value(value: Value) -> Result<Self, Error> {
                let text = String::from_value(value)?;
                text.parse().map_err(|_| unreadable(stringify!($type), &text))
            }
        })*
    };
}

as_code!(
    Role,
    WayKind,
    Lifecycle,
    AccountKind,
    SizeBand,
    Section,
    Source,
    BuyingPart,
    StageKind,
    Requirement,
    ForecastCategory,
    Tone,
    LossReason,
    ActivityKind,
    Outcome,
    Status,
    NeedKind,
    NeedState,
    Media,
    ViewPlace
);

record!(User {
    id,
    name,
    email,
    roles,
    departments,
    zones,
    active
});
record!(Department { id, revision, name });
record!(Zone { id, revision, name });
record!(Address {
    street,
    postal_code,
    town,
    country
});
record!(Account {
    id,
    revision,
    name,
    kind,
    lifecycle,
    path,
    bought_on,
    instruction,
    nif,
    phone,
    email,
    web,
    address,
    ways,
    section,
    sector,
    size,
    turnover,
    source,
    owner,
    department,
    zone,
    created_at
});
record!(Contact {
    id,
    revision,
    name,
    email,
    phone
});
record!(Membership {
    id,
    revision,
    contact,
    account,
    role,
    part,
    left
});
record!(Product {
    id,
    revision,
    name,
    family,
    list_price
});
record!(Pipeline {
    id,
    revision,
    name,
    position
});
record!(Stage {
    id,
    revision,
    pipeline,
    code,
    name,
    kind,
    probability,
    rots_after_days,
    required,
    forecast,
    tone,
    position
});
record!(Opportunity {
    id,
    revision,
    pipeline,
    stage,
    state,
    visited,
    title,
    account,
    account_name,
    contact,
    contact_name,
    product,
    amount,
    probability,
    probability_by_hand,
    close_on,
    next,
    tags,
    rank,
    entered_stage_at,
    last_activity_at,
    closed_on,
    loss_reason,
    competitor,
    source,
    owner,
    department,
    zone,
    created_at
});
record!(SavedView {
    id,
    revision,
    owner,
    name,
    place,
    look,
    shared
});
record!(ViewChoice {
    id,
    revision,
    pins,
    opens
});
record!(Entry {
    id,
    account,
    opportunity,
    author,
    at,
    written_at,
    body,
    corrected_at
});

impl SurrealValue for Money {
    fn kind_of() -> Kind {
        Kind::Object
    }

    fn into_value(self) -> Value {
        let mut row = Object::new();
        row.insert("cents", self.cents());
        row.insert("currency", self.currency());
        Value::Object(row)
    }

    fn from_value(value: Value) -> Result<Self, Error> {
        let Value::Object(row) = value else {
            return Err(unreadable("Money", "…"));
        };
        let mut row = row.into_inner();
        let cents = i64::from_value(row.remove("cents").unwrap_or(Value::None))?;
        let currency = Currency::from_value(row.remove("currency").unwrap_or(Value::None))?;
        Money::new(cents, currency).map_err(|_| unreadable("Money", &cents.to_string()))
    }
}

impl SurrealValue for NextStep {
    fn kind_of() -> Kind {
        Kind::Object
    }

    fn into_value(self) -> Value {
        let mut row = Object::new();
        row.insert("kind", self.kind);
        row.insert("on", self.on);
        // No column rather than NONE: the audit keeps none inside an object, and an undo compares what it kept.
        if let Some(at) = self.at {
            row.insert("at", at);
        }
        Value::Object(row)
    }

    fn from_value(value: Value) -> Result<Self, Error> {
        let Value::Object(row) = value else {
            return Err(unreadable("NextStep", "…"));
        };
        let mut row = row.into_inner();
        let mut column = |name: &str| row.remove(name).unwrap_or(Value::None);
        Ok(Self {
            kind: SurrealValue::from_value(column("kind"))?,
            on: SurrealValue::from_value(column("on"))?,
            at: SurrealValue::from_value(column("at"))?,
        })
    }
}

impl SurrealValue for Moment {
    fn kind_of() -> Kind {
        Kind::Datetime
    }

    fn into_value(self) -> Value {
        self.instant().into_value()
    }

    fn from_value(value: Value) -> Result<Self, Error> {
        let instant = chrono::DateTime::<chrono::Utc>::from_value(value)?;
        Self::from_millis(instant.timestamp_millis()).map_err(|_| unreadable("Moment", &instant.to_rfc3339()))
    }
}

/// Small numbers that are written as integers.
macro_rules! as_integer {
    ($($type:ident: $number:expr, $read:expr);* $(;)?) => {
        $(impl SurrealValue for $type {
            fn kind_of() -> Kind {
                Kind::Int
            }

            fn into_value(self) -> Value {
                let number: fn($type) -> i64 = $number;
                number(self).into_value()
            }

            fn from_value(value: Value) -> Result<Self, Error> {
                let number = i64::from_value(value)?;
                let read: fn(i64) -> Option<$type> = $read;
                read(number).ok_or_else(|| unreadable(stringify!($type), &number.to_string()))
            }
        })*
    };
}

as_integer!(
    Probability: |it| it.percent().into(), |n| Probability::new(u8::try_from(n).ok()?).ok();
    Revision: |it| it.number().into(), |n| u32::try_from(n).ok().and_then(|n| Revision::try_from(n).ok());
);

impl SurrealValue for EntryBody {
    fn kind_of() -> Kind {
        Kind::Object
    }

    fn into_value(self) -> Value {
        // The body is a tagged enum of plain types: it always has a JSON form.
        serde_json::to_value(self).map_or(Value::None, SurrealValue::into_value)
    }

    fn from_value(value: Value) -> Result<Self, Error> {
        let json = serde_json::Value::from_value(value)?;
        serde_json::from_value(json).map_err(|error| Error::serialization(error.to_string(), None))
    }
}
