//! A set of slots.

/// A bit for each slot.
#[derive(Clone)]
pub(super) struct Bits(Vec<u64>);

impl Bits {
    /// None of so many.
    pub(super) fn none(slots: usize) -> Self {
        Self(vec![0; slots.div_ceil(64)])
    }

    pub(super) fn add(&mut self, slot: u32) {
        if let Some(word) = self.0.get_mut(slot as usize / 64) {
            *word |= 1 << (slot % 64);
        }
    }

    pub(super) fn add_all(&mut self, slots: &[u32]) {
        slots.iter().for_each(|slot| self.add(*slot));
    }

    pub(super) fn keep(&mut self, other: &Self) {
        self.0
            .iter_mut()
            .zip(&other.0)
            .for_each(|(mine, theirs)| *mine &= theirs);
    }

    pub(super) fn join(&mut self, other: &Self) {
        self.0
            .iter_mut()
            .zip(&other.0)
            .for_each(|(mine, theirs)| *mine |= theirs);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    /// The slots of the set, the last first: what was written last is mostly what is wanted, and what comes after it is behind.
    pub(super) fn iter(&self) -> impl Iterator<Item = u32> {
        self.0.iter().enumerate().rev().flat_map(|(at, word)| {
            let first = u32::try_from(at).unwrap_or(u32::MAX) * 64;
            let mut rest = *word;
            std::iter::from_fn(move || {
                (rest != 0).then(|| {
                    let bit = rest.ilog2();
                    rest ^= 1 << bit;
                    first + bit
                })
            })
        })
    }
}
