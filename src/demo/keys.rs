//! Keys that a seed decides.

use uuid::{Builder, Uuid};

use super::dice::Dice;
use crate::types::Moment;

/// Makes UUIDv7 of the moment a record was made: keys sort by it, and by the order of their making within it.
pub struct Keys {
    dice: Dice,
    made: u32,
}

impl Keys {
    /// The keys of a seed for one purpose.
    pub const fn new(seed: u64, stream: u64) -> Self {
        Self {
            dice: Dice::new(seed, stream),
            made: 0,
        }
    }

    /// The next key.
    pub fn next(&mut self, at: Moment) -> Uuid {
        let millis = u64::try_from(at.millis()).unwrap_or(0);
        let random = self.dice.bits().to_be_bytes();
        let made = self.made.to_be_bytes();
        self.made = self.made.wrapping_add(1);
        let bytes = [
            0, 0, 0, made[0], made[1], made[2], made[3], random[0], random[1], random[2],
        ];
        Builder::from_unix_timestamp_millis(millis, &bytes).into_uuid()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_of_version_seven_and_grow() {
        let at = Moment::parse("2026-11-20T09:00:00Z").unwrap();
        let mut keys = Keys::new(7, 0);
        let made: Vec<Uuid> = (0..1000).map(|_| keys.next(at)).collect();
        assert!(made.is_sorted() && made.iter().all(|key| key.get_version_num() == 7));
        assert!(keys.next(at.minus(chrono::TimeDelta::milliseconds(1))) < made[0]);
    }
}
