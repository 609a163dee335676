//! The order of cards inside a column.

use serde::{Deserialize, Serialize};

const ALPHABET: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const BASE: u8 = 62;
// The head of the first rank; each head above (below) it counts one digit more.
const MIDDLE: u8 = 31;
const MAX_LENGTH: usize = 512;

/// A place in an order: a fraction between 0 and 1 in base 62 (`0-9A-Za-z`), compared byte by byte, so that any store
/// sorts it. It never ends in `0`, so that each fraction has one spelling and between any two there is another.
///
/// The first digit, the head, says how many of the next digits count as a whole number: one for `V` and `U`, two for
/// `W` and `T`, and so on outwards. Putting something last (first) adds (subtracts) one to that number instead of
/// halving what is left: 10,000 in a row reach four characters. Inserting always at one inner spot halves the gap, a
/// character every six insertions or so.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Rank(String);

/// Why there is no such rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum RankError {
    /// No digits.
    #[error("empty rank")]
    Empty,
    /// A character outside `0-9A-Za-z`.
    #[error("rank with a character that is no digit")]
    BadCharacter,
    /// It ends in `0`.
    #[error("rank ending in 0")]
    TrailingZero,
    /// More than 512 characters: the column must be spread anew ([`Rank::spread`]).
    #[error("rank too long")]
    TooLong,
    /// The lower neighbour is not below the upper.
    #[error("neighbours out of order")]
    Order,
}

impl Rank {
    /// The rank of the only card of a column.
    pub fn first() -> Self {
        Self::from_digits(&[MIDDLE])
    }

    /// Reads a rank as stored. Errors: every [`RankError`] but `Order`.
    pub fn parse(text: &str) -> Result<Self, RankError> {
        if text.len() > MAX_LENGTH {
            return Err(RankError::TooLong);
        }
        if !text.bytes().all(|b| b.is_ascii_alphanumeric()) {
            return Err(RankError::BadCharacter);
        }
        match text.bytes().last() {
            None => Err(RankError::Empty),
            Some(b'0') => Err(RankError::TrailingZero),
            Some(_) => Ok(Self(text.to_owned())),
        }
    }

    /// The digits as stored.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A rank strictly above `lower` and below `upper`; `None` is the end of the column. Errors: [`RankError::Order`],
    /// [`RankError::TooLong`].
    pub fn between(lower: Option<&Self>, upper: Option<&Self>) -> Result<Self, RankError> {
        let digits = match (lower, upper) {
            (None, None) => return Ok(Self::first()),
            (Some(lower), None) => {
                let lower = lower.digits();
                whole_above(&lower).unwrap_or_else(|| midpoint(&lower, None))
            }
            (None, Some(upper)) => {
                let upper = upper.digits();
                whole_below(&upper).unwrap_or_else(|| midpoint(&[], Some(&upper)))
            }
            (Some(lower), Some(upper)) if lower < upper => midpoint(&lower.digits(), Some(&upper.digits())),
            (Some(_), Some(_)) => return Err(RankError::Order),
        };
        if digits.len() > MAX_LENGTH {
            return Err(RankError::TooLong);
        }
        Ok(Self::from_digits(&digits))
    }

    /// So many ranks in order, evenly apart and as short as that admits (at most seven characters), with room at both
    /// ends: for loading or renumbering a column.
    pub fn spread(count: u32) -> Vec<Self> {
        let parts = u64::from(count) + 1;
        let mut width = 1u8;
        let mut space = u64::from(BASE);
        while space < parts {
            width += 1;
            space *= u64::from(BASE);
        }
        (1..parts)
            .map(|part| {
                // Widened because the product of a 33-bit and a 36-bit number may not fit.
                let mut place = u128::from(part) * u128::from(space) / u128::from(parts);
                let mut digits = vec![0; usize::from(width) + 1];
                for digit in digits.iter_mut().rev() {
                    *digit = (place % u128::from(BASE)) as u8;
                    place /= u128::from(BASE);
                }
                digits[0] = MIDDLE + width - 1;
                Self::from_digits(&digits)
            })
            .collect()
    }

    /// A rank before the first of a column, elsewhere for each `by`: people who put cards on top at the same time must not
    /// give them one rank. Errors: those of [`Rank::between`].
    pub fn before(first: Option<&Self>, by: u32) -> Result<Self, RankError> {
        let edge = Self::between(None, first)?;
        match first {
            None => Ok(edge.apart(None, by)),
            Some(_) => Ok(Self::between(None, Some(&edge))?.apart(Some(&edge), by)),
        }
    }

    /// A rank after the last of a column, elsewhere for each `by`. Errors: those of [`Rank::between`].
    pub fn after(last: Option<&Self>, by: u32) -> Result<Self, RankError> {
        Ok(Self::between(last, None)?.apart(None, by))
    }

    /// This whole number with a fraction of four digits, which the next rank at that end does not inherit.
    fn apart(self, upper: Option<&Self>, by: u32) -> Self {
        let base = u32::from(BASE);
        let mut digits = whole_part(&self.digits());
        let (rest, last) = (by / (base - 1), by % (base - 1) + 1);
        let fraction = [rest / base.pow(2) % base, rest / base % base, rest % base, last];
        digits.extend(fraction.map(|digit| digit as u8));
        let apart = Self::from_digits(&digits);
        let fits = apart > self && upper.is_none_or(|upper| apart < *upper);
        if fits { apart } else { self }
    }

    fn digits(&self) -> Vec<u8> {
        self.0
            .bytes()
            .map(|byte| match byte {
                b'a'..=b'z' => byte - b'a' + 36,
                b'A'..=b'Z' => byte - b'A' + 10,
                _ => byte - b'0',
            })
            .collect()
    }

    fn from_digits(digits: &[u8]) -> Self {
        let text: String = digits
            .iter()
            .map(|digit| char::from(ALPHABET[usize::from(*digit)]))
            .collect();
        Self(text.trim_end_matches('0').to_owned())
    }
}

impl TryFrom<String> for Rank {
    type Error = RankError;

    fn try_from(text: String) -> Result<Self, RankError> {
        Self::parse(&text)
    }
}

impl From<Rank> for String {
    fn from(rank: Rank) -> Self {
        rank.0
    }
}

impl std::fmt::Display for Rank {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// How many digits after the head count as a whole number.
fn whole_width(head: u8) -> usize {
    usize::from(if head >= MIDDLE {
        head - MIDDLE + 1
    } else {
        MIDDLE - head
    })
}

/// The head and whole number of a rank, in full width.
fn whole_part(digits: &[u8]) -> Vec<u8> {
    let head = digits.first().copied().unwrap_or(0);
    let mut whole = digits.to_vec();
    whole.resize(whole_width(head) + 1, 0);
    whole
}

/// The next whole number, if there is a head for it.
fn whole_above(digits: &[u8]) -> Option<Vec<u8>> {
    let mut whole = whole_part(digits);
    for digit in whole.iter_mut().skip(1).rev() {
        if *digit < BASE - 1 {
            *digit += 1;
            return Some(whole);
        }
        *digit = 0;
    }
    let head = whole[0] + 1;
    (head < BASE).then(|| vec![head])
}

/// The whole number of a rank that has a fraction, otherwise the one before, if there is one above zero.
fn whole_below(digits: &[u8]) -> Option<Vec<u8>> {
    let mut whole = whole_part(digits);
    if digits.len() <= whole.len() {
        let borrowed = whole.iter().skip(1).all(|digit| *digit == 0);
        let head = if borrowed { whole[0].checked_sub(1)? } else { whole[0] };
        if borrowed {
            whole = vec![BASE - 1; whole_width(head) + 1];
            whole[0] = head;
        } else {
            for digit in whole.iter_mut().skip(1).rev() {
                if *digit > 0 {
                    *digit -= 1;
                    break;
                }
                *digit = BASE - 1;
            }
        }
    }
    whole.iter().any(|digit| *digit > 0).then_some(whole)
}

/// A short fraction strictly between two, `None` being 1; `lower` is below `upper`, and neither ends in zero.
fn midpoint(lower: &[u8], upper: Option<&[u8]>) -> Vec<u8> {
    let mut result = Vec::new();
    let mut upper = upper;
    for index in 0.. {
        let low = lower.get(index).copied().unwrap_or(0);
        let high = upper.map_or(BASE, |digits| digits.get(index).copied().unwrap_or(0));
        if high > low + 1 {
            result.push(low + (high - low) / 2);
            break;
        }
        if high == low + 1 {
            // Below the upper there is room as soon as it goes on; else above the lower, which is no longer bounded.
            if upper.is_some_and(|digits| digits.len() > index + 1) {
                result.push(high);
                break;
            }
            upper = None;
        }
        result.push(low);
    }
    result
}

#[cfg(test)]
mod tests;
