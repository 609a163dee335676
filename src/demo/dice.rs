//! Chance that repeats itself.

/// SplitMix64 (Steele, Lea and Flood, «Fast splittable pseudorandom number generators», OOPSLA 2014).
///
/// Our own because the numbers must be the same in every release: those of `rand` may change with its version.
pub struct Dice(u64);

const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

const fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

impl Dice {
    /// The dice of a seed for one purpose: streams of one seed are independent of one another.
    pub const fn new(seed: u64, stream: u64) -> Self {
        Self(mix(mix(seed.wrapping_add(GOLDEN)) ^ stream.wrapping_mul(GOLDEN)))
    }

    /// The next 64 bits.
    pub const fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(GOLDEN);
        mix(self.0)
    }

    /// A number under `limit`; 0 when there is none.
    pub fn below(&mut self, limit: usize) -> usize {
        // The product of a 64-bit number and a fraction: its upper half is below the limit.
        let product = u128::from(self.bits()) * limit as u128;
        (product >> 64) as usize
    }

    /// A number from `least` to `most`; `least` when they are the wrong way round.
    pub fn between(&mut self, least: i32, most: i32) -> i32 {
        let span = i64::from(most) - i64::from(least) + 1;
        let drawn = self.below(usize::try_from(span).unwrap_or(0));
        i32::try_from(drawn).map_or(least, |drawn| least + drawn)
    }

    /// True so many times in a hundred.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of a list that is not empty.
    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }

    /// One of a list of words that is not empty.
    pub fn word(&mut self, from: &[&'static str]) -> &'static str {
        from[self.below(from.len())]
    }

    /// One of a list that is not empty, each as often as its weight says.
    pub fn pick_by<'a, T>(&mut self, from: &'a [T], weight: impl Fn(&T) -> u32) -> &'a T {
        let total: u32 = from.iter().map(&weight).sum();
        let mut left = self.below(total as usize);
        for item in from {
            let weight = weight(item) as usize;
            if left < weight {
                return item;
            }
            left -= weight;
        }
        &from[0]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_repeats_itself_and_its_streams_differ() {
        let draw = |stream| {
            let mut dice = Dice::new(7, stream);
            [dice.bits(), dice.bits(), dice.bits()]
        };
        assert_eq!(draw(1), draw(1));
        assert_ne!(draw(1), draw(2));
        // A stream is not the other one step further on.
        assert!(!draw(1)[1..].iter().any(|bits| draw(2).contains(bits)));
    }

    #[test]
    fn numbers_stay_in_their_bounds_and_reach_both() {
        let mut dice = Dice::new(7, 0);
        let drawn: Vec<i32> = (0..1000).map(|_| dice.between(-2, 2)).collect();
        assert_eq!((drawn.iter().min(), drawn.iter().max()), (Some(&-2), Some(&2)));
        assert_eq!(dice.between(5, 4), 5);
    }
}
