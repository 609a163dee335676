//! Reading the fields of a row as the types of the domain.

use std::str::FromStr;

use uuid::Uuid;

use super::{
    Block, DateFormat, Directory, Fault, Field, Formats, Found, Kind, LookUps, NumberFormat, Reason, Row, Unknown,
};
use crate::types::{Day, Invalid, Moment, Money, ShortText};

/// A row, seen through its block.
pub struct Reader<'a> {
    /// What says which field comes from where.
    pub block: &'a Block,
    /// The row.
    pub row: &'a Row,
    /// How numbers and dates are written.
    pub formats: Formats,
    /// The files that fields are looked up in.
    pub look_ups: &'a LookUps,
    /// The records that fields may refer to.
    pub directory: &'a Directory,
}

impl<'a> Reader<'a> {
    /// What a field says; none if the mapping does not mention it or the row says nothing.
    ///
    /// # Errors
    /// A look-up that finds nothing.
    pub fn found(&self, field: Field) -> Result<Option<Found<'a>>, Fault> {
        match self.block.fields.get(&field) {
            Some(expression) => expression.evaluate(self.row, self.look_ups),
            None => Ok(None),
        }
    }

    /// A field that may be empty.
    ///
    /// # Errors
    /// What its type refuses.
    pub fn optional<T>(
        &self,
        field: Field,
        parse: impl FnOnce(&str) -> Result<T, Invalid>,
    ) -> Result<Option<T>, Fault> {
        self.found(field)?
            .map(|found| parse(&found.text).map_err(|why| found.fault(why)))
            .transpose()
    }

    /// A field that must not be empty.
    ///
    /// # Errors
    /// What its type refuses; that it is empty.
    pub fn required<T>(&self, field: Field, parse: impl FnOnce(&str) -> Result<T, Invalid>) -> Result<T, Fault> {
        self.optional(field, parse)?
            .ok_or_else(|| self.fault(field, Invalid::Empty))
    }

    /// A value of an enum, by its code.
    ///
    /// # Errors
    /// An unknown code.
    pub fn code<T: FromStr>(&self, field: Field) -> Result<Option<T>, Fault> {
        self.optional(field, |text| text.parse().map_err(|_| Invalid::unknown(text)))
    }

    /// An amount in euros.
    ///
    /// # Errors
    /// Not an amount; out of range.
    pub fn money(&self, field: Field) -> Result<Option<Money>, Fault> {
        let Some(found) = self.found(field)? else {
            return Ok(None);
        };
        let amount = match self.formats.numbers {
            NumberFormat::Point => Money::parse_decimal(&found.text),
            NumberFormat::Spanish => Money::parse_es(&found.text),
        };
        let amount = amount.map_err(|why| found.fault(why))?;
        let cents = amount
            .cents()
            .checked_mul(found.multiply.into())
            .ok_or_else(|| found.fault(Invalid::MoneyRange))?;
        Money::new(cents, amount.currency())
            .map(Some)
            .map_err(|why| found.fault(why))
    }

    /// A whole number.
    ///
    /// # Errors
    /// Anything else.
    pub fn number(&self, field: Field) -> Result<Option<u32>, Fault> {
        let Some(found) = self.found(field)? else {
            return Ok(None);
        };
        let digits = match self.formats.numbers {
            NumberFormat::Point => found.text.clone(),
            NumberFormat::Spanish => found.text.replace('.', ""),
        };
        let number = digits
            .parse::<u32>()
            .ok()
            .and_then(|number| number.checked_mul(found.multiply));
        number
            .map(Some)
            .ok_or_else(|| found.fault(Reason::NotANumber(found.text.clone())))
    }

    /// A day of the calendar.
    ///
    /// # Errors
    /// Not a day.
    pub fn day(&self, field: Field) -> Result<Option<Day>, Fault> {
        self.optional(
            field,
            match self.formats.dates {
                DateFormat::Iso => Day::parse_iso,
                DateFormat::Spanish => Day::parse_es,
            },
        )
    }

    /// Noon (UTC) of a day: it is that same day on every clock of Spain.
    ///
    /// # Errors
    /// Not a day.
    pub fn moment(&self, field: Field) -> Result<Option<Moment>, Fault> {
        let Some(day) = self.day(field)? else {
            return Ok(None);
        };
        Moment::parse(&format!("{day}T12:00:00Z"))
            .map(Some)
            .map_err(|why| self.fault(field, why))
    }

    /// The record that a field names by its key.
    ///
    /// # Errors
    /// There is none, and the mapping does not admit it.
    pub fn link(&self, field: Field, kind: Kind) -> Result<Option<Uuid>, Fault> {
        let Some(found) = self.found(field)? else {
            return Ok(None);
        };
        // Keys are remembered as one line, whatever blanks the file has.
        let key = ShortText::parse(&found.text).map_err(|why| found.fault(why))?;
        match (self.directory.find(kind, key.as_str()), found.unknown) {
            (Some(id), _) => Ok(Some(id)),
            (None, Unknown::Empty) => Ok(None),
            (None, Unknown::Reject) => Err(found.fault(Reason::NoSuchRecord {
                kind,
                key: found.text.clone(),
            })),
        }
    }

    /// A fault of a field: it is its first column that is named.
    #[must_use]
    pub fn fault(&self, field: Field, reason: impl Into<Reason>) -> Fault {
        let column = self
            .block
            .fields
            .get(&field)
            .and_then(|expression| expression.columns().next());
        Fault {
            column: column.map(str::to_owned),
            reason: reason.into(),
        }
    }
}
