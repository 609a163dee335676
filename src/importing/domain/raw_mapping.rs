//! The mapping as it is written in TOML, before it is known to make sense.

use std::{collections::BTreeMap, fmt, marker::PhantomData};

use serde::{
    Deserialize, Deserializer,
    de::{Error, MapAccess, SeqAccess, Visitor, value::MapAccessDeserializer, value::SeqAccessDeserializer},
};
use toml::Spanned;

use super::{Expression, FileOptions, Kind, LookUp, Piece, Source, Unknown, mapping::Formats};

/// The whole file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawMapping {
    pub source: Spanned<String>,
    #[serde(default)]
    pub formats: Formats,
    #[serde(default)]
    pub files: BTreeMap<String, FileOptions>,
    #[serde(rename = "record")]
    pub records: Vec<Spanned<RawBlock>>,
}

/// One `[[record]]`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawBlock {
    pub kind: Kind,
    pub file: String,
    pub key: Expression,
    #[serde(default)]
    pub repeats: bool,
    pub fields: BTreeMap<Spanned<String>, Expression>,
}

/// `{ column = "…", … }`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPiece {
    column: Option<String>,
    value: Option<String>,
    #[serde(default)]
    map: BTreeMap<String, String>,
    look_up: Option<LookUp>,
    email_at: Option<String>,
    multiply: Option<u32>,
    #[serde(default)]
    unknown: Unknown,
}

impl TryFrom<RawPiece> for Piece {
    type Error = &'static str;

    fn try_from(raw: RawPiece) -> Result<Self, Self::Error> {
        let source = match (raw.column, raw.value) {
            (Some(column), None) => Source::Column(column),
            (None, Some(value)) => Source::Constant(value),
            _ => {
                return Err("di de dónde sale: «column» (una columna) o «value» (un valor fijo), una de las dos");
            }
        };
        Ok(Self {
            source,
            map: raw.map,
            look_up: raw.look_up,
            email_at: raw.email_at,
            multiply: raw.multiply.unwrap_or(1),
            unknown: raw.unknown,
        })
    }
}

const SHAPE: &str = "el nombre de una columna, { column = … }, { value = … } o una lista de ellos";

/// A column's name, a table, or (for an [`Expression`]) a list of those. Written by hand because serde's untagged enums
/// forget what was wrong.
struct Shape<T>(PhantomData<T>);

impl<'de> Visitor<'de> for Shape<Piece> {
    type Value = Piece;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(SHAPE)
    }

    fn visit_str<E: Error>(self, column: &str) -> Result<Piece, E> {
        Ok(Piece::column(column))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Piece, A::Error> {
        let raw = RawPiece::deserialize(MapAccessDeserializer::new(map))?;
        Piece::try_from(raw).map_err(A::Error::custom)
    }
}

impl<'de> Visitor<'de> for Shape<Expression> {
    type Value = Expression;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(SHAPE)
    }

    fn visit_str<E: Error>(self, column: &str) -> Result<Expression, E> {
        Ok(Expression(vec![Piece::column(column)]))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Expression, A::Error> {
        Ok(Expression(vec![Shape::<Piece>(PhantomData).visit_map(map)?]))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Expression, A::Error> {
        Vec::deserialize(SeqAccessDeserializer::new(list)).map(Expression)
    }
}

impl<'de> Deserialize<'de> for Piece {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Shape::<Self>(PhantomData))
    }
}

impl<'de> Deserialize<'de> for Expression {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Shape::<Self>(PhantomData))
    }
}
