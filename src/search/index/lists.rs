//! Which things of a kind have which word.

use std::{collections::BTreeMap, ops::Bound};

use super::typo;

/// Every word once, sorted, and for each the slots of the things that have it, sorted.
#[derive(Default)]
pub(super) struct Lists {
    numbers: BTreeMap<Box<str>, u32>,
    slots: Vec<Vec<u32>>,
}

impl Lists {
    /// The number of a word: the same for ever.
    pub(super) fn number(&mut self, word: &str) -> u32 {
        if let Some(number) = self.numbers.get(word) {
            return *number;
        }
        let number = u32::try_from(self.slots.len()).unwrap_or(u32::MAX);
        self.numbers.insert(word.into(), number);
        self.slots.push(Vec::new());
        number
    }

    pub(super) fn add(&mut self, word: u32, slot: u32) {
        let Some(list) = self.slots.get_mut(word as usize) else {
            return;
        };
        // What is filled in order is added at the end.
        if list.last().is_none_or(|last| *last < slot) {
            list.push(slot);
        } else if let Err(at) = list.binary_search(&slot) {
            list.insert(at, slot);
        }
    }

    pub(super) fn take(&mut self, word: u32, slot: u32) {
        if let Some(list) = self.slots.get_mut(word as usize)
            && let Ok(at) = list.binary_search(&slot)
        {
            list.remove(at);
        }
    }

    /// Takes it out of every list: for what does not know its words.
    pub(super) fn forget(&mut self, slot: u32) {
        for list in &mut self.slots {
            if let Ok(at) = list.binary_search(&slot) {
                list.remove(at);
            }
        }
    }

    /// The lists of the words that begin so.
    pub(super) fn beginning(&self, prefix: &str) -> impl Iterator<Item = &[u32]> {
        self.range(prefix).map(|(_, list)| list)
    }

    /// The lists of the words that begin so but for one letter: too many, missing, another, or two that changed places. The
    /// first letter is right, or changed places with the second.
    pub(super) fn nearly(&self, typed: &str) -> impl Iterator<Item = &[u32]> {
        let mut first: Vec<char> = typed.chars().take(2).collect();
        first.dedup();
        let ranges = first
            .into_iter()
            .flat_map(move |letter| self.range(letter.encode_utf8(&mut [0; 4])));
        ranges
            .filter(move |(word, _)| typo::begins_nearly(word, typed))
            .map(|(_, list)| list)
    }

    fn range<'a>(&'a self, prefix: &str) -> impl Iterator<Item = (&'a str, &'a [u32])> + use<'a> {
        let prefix: Box<str> = prefix.into();
        let from = (Bound::Included(&*prefix), Bound::Unbounded);
        self.numbers
            .range::<str, _>(from)
            .take_while(move |(word, _)| word.starts_with(&*prefix))
            .filter_map(|(word, number)| Some((&**word, self.slots.get(*number as usize)?.as_slice())))
    }

    pub(super) fn shrink(&mut self) {
        self.slots.iter_mut().for_each(Vec::shrink_to_fit);
    }
}
