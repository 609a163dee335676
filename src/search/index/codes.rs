//! Telephones and NIFs, of which any three characters in a row find them.

use std::collections::HashMap;

use super::bits::Bits;

/// So many characters are a piece.
const PIECE: usize = 3;

/// The codes of each slot, and by each piece of three the slots that may have it. A code that is gone leaves its pieces behind:
/// what they promise is looked at.
#[derive(Default)]
pub(super) struct Codes {
    of: HashMap<u32, Box<str>>,
    with: HashMap<[u8; PIECE], Vec<u32>>,
}

impl Codes {
    pub(super) fn put(&mut self, slot: u32, codes: &str) {
        if codes.is_empty() {
            self.of.remove(&slot);
            return;
        }
        if self.of.get(&slot).is_some_and(|known| **known == *codes) {
            return;
        }
        for piece in pieces(codes) {
            let list = self.with.entry(piece).or_default();
            if list.last().is_none_or(|last| *last < slot) {
                list.push(slot);
            } else if let Err(at) = list.binary_search(&slot) {
                list.insert(at, slot);
            }
        }
        self.of.insert(slot, codes.into());
    }

    /// Adds those of the wanted slots that have this in one of their codes. Less than three characters, or without any digit, is in
    /// none.
    pub(super) fn find(&self, typed: &str, wanted: impl Fn(u32) -> bool, into: &mut Bits) {
        if !typed.bytes().any(|c| c.is_ascii_digit()) {
            return;
        }
        let lists = pieces(typed).map(|piece| self.with.get(&piece).map_or(&[][..], Vec::as_slice));
        let Some(fewest) = lists.min_by_key(|list| list.len()) else {
            return;
        };
        let has = |slot: &&u32| wanted(**slot) && self.of.get(*slot).is_some_and(|codes| codes.contains(typed));
        fewest.iter().filter(has).for_each(|slot| into.add(*slot));
    }

    /// Whether one of the codes of a slot ends with this.
    pub(super) fn end_with(&self, slot: u32, typed: &str) -> bool {
        let codes = self.of.get(&slot).map_or("", |codes| codes);
        codes.split(' ').any(|code| code.ends_with(typed))
    }
}

fn pieces(codes: &str) -> impl Iterator<Item = [u8; PIECE]> {
    codes
        .as_bytes()
        .windows(PIECE)
        .filter_map(|piece| piece.try_into().ok())
}
