//! Why a value was refused.

use serde::{Deserialize, Serialize};

/// Every reason for which a parser of this module (or a rule on passwords and colours) refuses what it was given.
///
/// `Display` is short English for logs; what a person reads is [`Invalid::sentence`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(test, derive(strum::EnumIter))]
#[serde(rename_all = "snake_case")]
pub enum Invalid {
    /// Nothing is left once blanks are removed.
    #[error("empty")]
    Empty,
    /// More than `max` characters.
    #[error("longer than {max} characters")]
    TooLong {
        /// The most characters admitted.
        max: u16,
    },
    /// More than `max` of something.
    #[error("more than {max}")]
    TooMany {
        /// The most admitted.
        max: u16,
    },
    /// A comma, in what is written one after the other with commas.
    #[error("comma")]
    Comma,
    /// A character that cannot be seen (Unicode category Cc), other than the blanks a type admits.
    #[error("control character")]
    ControlCharacter,
    /// A choice, key or instant that does not exist; `value` holds at most its first 40 characters.
    #[error("unknown value {value:?}")]
    UnknownValue {
        /// What was given, shortened.
        value: String,
    },
    /// A revision of zero: they start at one.
    #[error("revision zero")]
    RevisionZero,

    /// Another has this name already.
    #[error("taken")]
    Taken,
    /// Whoever writes it down would not see it any more.
    #[error("out of sight")]
    OutOfSight,
    /// Whom it is given to does not see the client.
    #[error("does not see the client")]
    DoesNotSeeClient,
    /// A day that has gone by, for what is still to be done.
    #[error("day gone by")]
    DayGone,
    /// Not a number of days from 1 to `max`.
    #[error("no number of days from 1 to {max}")]
    DaysFormat {
        /// The most admitted.
        max: u16,
    },
    /// Not a number of megabytes from 1 to `max`.
    #[error("no number of megabytes from 1 to {max}")]
    MegabytesFormat {
        /// The most admitted.
        max: u16,
    },
    /// A file of more than `max` megabytes.
    #[error("a file of more than {max} MB")]
    FileTooLarge {
        /// The most admitted.
        max: u16,
    },
    /// A line of a list of terms that does not say what its term means.
    #[error("no meaning in the line {line:?}")]
    TermFormat {
        /// The line, shortened.
        line: String,
    },

    /// No `@`.
    #[error("email without @")]
    EmailNoAt,
    /// Nothing before the `@`.
    #[error("email without a name")]
    EmailNoName,
    /// Nothing after the `@`.
    #[error("email without a domain")]
    EmailNoDomain,
    /// What follows the `@` is not two or more well-formed labels.
    #[error("email with a malformed domain")]
    EmailDomain,
    /// The name starts or ends with a dot, or has two together.
    #[error("email with a misplaced dot")]
    EmailDot,
    /// A character that an address cannot hold.
    #[error("email with {found:?}")]
    EmailBadCharacter {
        /// The first such character.
        found: char,
    },
    /// More than 254 octets, or more than 64 before the `@`.
    #[error("email too long")]
    EmailTooLong,

    /// Fewer digits than the numbering plan asks for.
    #[error("phone too short")]
    PhoneTooShort,
    /// More digits than the numbering plan admits.
    #[error("phone too long")]
    PhoneTooLong,
    /// Neither a digit nor a usual separator.
    #[error("phone with {found:?}")]
    PhoneBadCharacter {
        /// The first such character.
        found: char,
    },
    /// A Spanish number that does not start with 6, 7, 8 or 9.
    #[error("Spanish phone starting with {found:?}")]
    PhoneSpanishPrefix {
        /// Its first digit.
        found: char,
    },
    /// A country code that starts with 0.
    #[error("phone with country code 0")]
    PhoneCountry,

    /// Not nine characters.
    #[error("NIF of {found} characters")]
    NifLength {
        /// How many there are; 255 stands for that many or more.
        found: u8,
    },
    /// Nine characters, but not in the order of any kind of NIF.
    #[error("malformed NIF")]
    NifFormat,
    /// The last character does not match the others.
    #[error("NIF should end in {expected:?}")]
    NifCheck {
        /// The character that would match.
        expected: char,
    },

    /// Not five digits.
    #[error("postal code without five digits")]
    PostalCodeLength,
    /// The first two digits are no province.
    #[error("postal code of no province")]
    PostalCodeProvince,

    /// Not an amount.
    #[error("malformed amount")]
    MoneyFormat,
    /// Less than nothing, where only an amount to earn makes sense.
    #[error("negative amount")]
    MoneyNegative,
    /// Fractions of a cent.
    #[error("more than two decimals")]
    MoneyTooManyDecimals,
    /// Beyond ±100,000,000,000.00.
    #[error("amount out of range")]
    MoneyRange,
    /// Amounts of different currencies cannot be added.
    #[error("different currencies")]
    MoneyCurrencies,

    /// Not a date.
    #[error("malformed date")]
    DayFormat,
    /// Not a time of a day as `16:00`.
    #[error("time format")]
    TimeFormat,
    /// A date that is not in the calendar, or outside the years 1000 to 9999.
    #[error("impossible date")]
    DayImpossible,
    /// A day after today where only what has happened is told.
    #[error("day to come")]
    DayToCome,
    /// Not an RFC 3339 instant within the years 1000 to 9999.
    #[error("malformed instant")]
    MomentFormat,

    /// Not `#rrggbb`.
    #[error("malformed colour")]
    ColourFormat,
    /// Not a whole number from 0 to 100.
    #[error("probability out of range")]
    ProbabilityRange,

    /// Fewer than `min` characters.
    #[error("password shorter than {min} characters")]
    PasswordTooShort {
        /// The fewest characters admitted.
        min: u16,
    },
    /// More than `max` characters.
    #[error("password longer than {max} characters")]
    PasswordTooLong {
        /// The most characters admitted.
        max: u16,
    },
    /// Among the passwords that attackers try first.
    #[error("common password")]
    PasswordCommon,
    /// The two times it was typed are not the same.
    #[error("passwords differ")]
    PasswordsDiffer,
}

impl Invalid {
    /// An [`Invalid::UnknownValue`] that keeps at most 40 characters of `value`, so that a hostile input cannot swell
    /// a log or a reply.
    pub fn unknown(value: &str) -> Self {
        Self::UnknownValue {
            value: value.chars().take(40).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_values_are_shortened_by_characters() {
        let Invalid::UnknownValue { value } = Invalid::unknown(&"ñ".repeat(500)) else {
            panic!("another reason");
        };
        assert_eq!(value.chars().count(), 40);
    }

    #[test]
    fn the_wire_form_is_stable() {
        let reason = Invalid::TooLong { max: 200 };
        let json = serde_json::to_string(&reason).unwrap();
        assert_eq!(json, r#"{"too_long":{"max":200}}"#);
        assert_eq!(serde_json::from_str::<Invalid>(&json).unwrap(), reason);
    }
}
