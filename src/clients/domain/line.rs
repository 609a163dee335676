//! An account as a list of a hundred thousand is gone through: what is filtered and sorted by, and nothing else.

use super::{AccountColumn, AccountFilter, AccountKind, Holders, Lifecycle, Section, SizeBand, Source};
use crate::{
    clients::domain::Warmth,
    team::domain::Belongs,
    types::{Day, Moment, Province, TimeZone, fold},
};

/// What is filtered and sorted by.
#[derive(Clone, Debug, PartialEq)]
pub struct AccountLine {
    /// Everything that its words are looked for in, folded; the name comes first.
    pub text: Box<str>,
    /// How long the name is in it, in bytes.
    pub name: u16,
    /// Folded.
    pub town: Box<str>,
    pub sector: Box<str>,
    pub lifecycle: Lifecycle,
    pub kind: AccountKind,
    pub belongs: Belongs,
    pub section: Option<Section>,
    pub size: Option<SizeBand>,
    pub source: Option<Source>,
    pub province: Option<Province>,
    /// Cents.
    pub turnover: Option<i64>,
    pub bought_on: Option<Day>,
    /// Seconds since 1970.
    pub created: u32,
}

/// What a list is gone through with: the filter, and what is true today.
#[derive(Clone, Debug)]
pub struct Sieve<'a> {
    filter: &'a AccountFilter,
    words: Vec<String>,
    bought_since: Day,
    /// A contact since then is warm, in seconds since 1970.
    warm: u32,
    hot: u32,
}

/// What two lines are compared by. Two of one column are always of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LineKey<'a> {
    Number(i64),
    /// A text after its [`head`].
    Text(u64, &'a str),
}

/// How a text begins, in its order: mostly this tells two apart, without looking for the texts in a hundred thousand places.
#[must_use]
pub fn head(text: &str) -> u64 {
    let mut bytes = [0; 8];
    bytes.iter_mut().zip(text.bytes()).for_each(|(to, from)| *to = from);
    u64::from_be_bytes(bytes)
}

impl AccountLine {
    /// The texts of a line: the name, and what is looked through besides.
    #[must_use]
    pub fn texts<'a>(name: &str, others: impl Iterator<Item = &'a str>) -> (Box<str>, u16) {
        let mut text = fold(name);
        let length = u16::try_from(text.len()).unwrap_or(u16::MAX);
        for other in others {
            text.push('\n');
            text.push_str(&fold(other));
        }
        (text.into(), length)
    }

    /// The folded name.
    #[must_use]
    pub fn name(&self) -> &str {
        self.text.get(..usize::from(self.name)).unwrap_or(&self.text)
    }

    /// What it is compared by in a column, standing so; none where nothing is known, which comes last. `contact` is when it was last
    /// heard of.
    fn key<'a>(
        &'a self,
        by: AccountColumn,
        standing: Lifecycle,
        contact: Option<u32>,
        holders: &'a Holders,
    ) -> Option<LineKey<'a>> {
        fn text(it: &str) -> Option<LineKey<'_>> {
            (!it.is_empty()).then(|| LineKey::Text(head(it), it))
        }
        let number = |it: Option<i64>| it.map(LineKey::Number);
        match by {
            AccountColumn::Name => text(self.name()),
            AccountColumn::Lifecycle => number(Some(standing as i64)),
            AccountColumn::Kind => number(Some(self.kind as i64)),
            AccountColumn::Contact => number(contact.map(i64::from)),
            AccountColumn::Owner => text(holders.users.get(&self.belongs.owner?)?.as_str()),
            AccountColumn::Zone => text(holders.zones.get(&self.belongs.zone?)?.as_str()),
            AccountColumn::Department => text(holders.departments.get(&self.belongs.department?)?.as_str()),
            AccountColumn::Town => text(&self.town),
            AccountColumn::Province => text(self.province?.name()),
            AccountColumn::Sector => text(&self.sector),
            AccountColumn::Section => number(self.section.map(|it| it as i64)),
            AccountColumn::Size => number(self.size.map(|it| it as i64)),
            AccountColumn::Source => text(self.source.as_ref()?.as_ref()),
            AccountColumn::Turnover => number(self.turnover),
            AccountColumn::Bought => number(self.bought_on.map(|day| day.days_since(Day::FIRST).into())),
            AccountColumn::Created => number(Some(self.created.into())),
            AccountColumn::Phone | AccountColumn::Nif | AccountColumn::Email | AccountColumn::Web => None,
        }
    }
}

impl<'a> Sieve<'a> {
    /// For a filter on a day, in a firm whose customers are inactive after so many days without a purchase.
    #[must_use]
    pub fn new(filter: &'a AccountFilter, today: Day, inactive_after: u16) -> Self {
        let since = |days: i32| {
            let before = Moment::end_of(today.plus_days(-days - 1), TimeZone::default());
            u32::try_from(before.millis() / 1000).unwrap_or_default()
        };
        Self {
            filter,
            words: filter.words(),
            bought_since: today.plus_days(-i32::from(inactive_after)),
            warm: since(Warmth::WARM_DAYS),
            hot: since(Warmth::HOT_DAYS),
        }
    }

    /// What a line is compared by in a column; none where nothing is known, which comes last. `contact` is when it was last heard of.
    #[must_use]
    pub fn key<'b>(
        &self,
        line: &'b AccountLine,
        by: AccountColumn,
        contact: Option<u32>,
        holders: &'b Holders,
    ) -> Option<LineKey<'b>> {
        line.key(by, self.standing(line), contact, holders)
    }

    /// Whether it matters when a line was last heard of.
    #[must_use]
    pub const fn asks_contact(&self) -> bool {
        self.filter.warmth.is_some()
    }

    /// Whether a line is shown; `contact` is when it was last heard of, as far as the reader may know.
    #[must_use]
    pub fn admits(&self, line: &AccountLine, contact: Option<u32>) -> bool {
        fn is<T: PartialEq>(wanted: Option<T>, has: Option<T>) -> bool {
            wanted.is_none() || wanted == has
        }
        let it = self.filter;
        is(it.kind, Some(line.kind))
            && is(it.owner, line.belongs.owner)
            && is(it.zone, line.belongs.zone)
            && is(it.department, line.belongs.department)
            && is(it.section, line.section)
            && is(it.size, line.size)
            && is(it.source, line.source)
            && is(it.province, line.province)
            && is(it.lifecycle, Some(self.standing(line)))
            && is(it.warmth, Some(self.warmth(contact)))
            && self.words.iter().all(|word| line.text.contains(word.as_str()))
    }

    /// As [`super::Account::standing`] tells it.
    fn standing(&self, line: &AccountLine) -> Lifecycle {
        let is_inactive =
            line.lifecycle == Lifecycle::CustomerActive && line.bought_on.is_some_and(|day| day < self.bought_since);
        if is_inactive {
            Lifecycle::CustomerInactive
        } else {
            line.lifecycle
        }
    }

    /// As [`Warmth::of`] tells it, without asking the calendar a hundred thousand times.
    fn warmth(&self, contact: Option<u32>) -> Warmth {
        match contact {
            Some(at) if at > self.hot => Warmth::Hot,
            Some(at) if at > self.warm => Warmth::Warm,
            _ => Warmth::Cold,
        }
    }
}
