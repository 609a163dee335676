//! How much one types until a client is shown.

use std::time::{Duration, Instant};

use crate::{Outcome, clients::search};

/// A client that is looked for.
pub struct Known<'a> {
    pub id: &'a str,
    name: &'a str,
    /// Of its telephone; nothing where it has none.
    digits: &'a str,
}

impl<'a> Known<'a> {
    pub fn read(line: &'a str) -> Option<Self> {
        let mut parts = line.split('\t');
        Some(Self {
            id: parts.next()?,
            name: parts.next()?,
            digits: parts.next()?,
        })
    }

    /// What one has typed after each letter of the name.
    pub fn spelled(&self) -> Vec<String> {
        let ends = self.name.char_indices().map(|(at, letter)| at + letter.len_utf8());
        ends.map(|end| self.name[..end].to_owned()).collect()
    }

    /// The last digits of the telephone, more and more of them.
    pub fn dialled(&self) -> Vec<String> {
        let digits = self.digits.len();
        (3..=digits.min(9))
            .map(|count| self.digits[digits - count..].to_owned())
            .collect()
    }
}

/// Clients that were looked for: after how many keys each was shown, and how long each answer took.
#[derive(Default)]
pub struct Typed {
    keys: Vec<usize>,
    pub times: Vec<Duration>,
}

impl Typed {
    pub fn keys(&mut self) -> String {
        self.keys.sort_unstable();
        let (keys, count) = (&self.keys, self.keys.len());
        let at = |percent: usize| keys.get(count * percent / 100).copied().unwrap_or_default();
        format!("median {}, p95 {} (of {count})", at(50), at(95))
    }
}

/// Looks for each client, letter by letter.
pub fn typed(
    address: &str,
    token: &str,
    known: &[Known<'_>],
    ways: impl Fn(&Known<'_>) -> Vec<String>,
) -> Outcome<Typed> {
    let mut all = Typed::default();
    for it in known {
        let texts = ways(it);
        let Some(longest) = texts.last().map(|text| text.chars().count()) else {
            continue;
        };
        let mut found = None;
        for text in texts {
            let start = Instant::now();
            let answer = search(address, token, &text)?;
            all.times.push(start.elapsed());
            if answer.contains(it.id) {
                found = Some(text.chars().count());
                break;
            }
        }
        // One more than there are, where it was not shown at all.
        all.keys.push(found.unwrap_or(longest + 1));
    }
    Ok(all)
}
