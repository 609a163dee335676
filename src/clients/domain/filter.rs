//! Which accounts a list shows.

use serde::{Deserialize, Serialize};

use super::{AccountKind, Lifecycle, Section, SizeBand, Source, Warmth};
use crate::types::{DepartmentId, Province, UserId, ZoneId, fold};

/// So many letters are looked for, in so many words: each is looked for in every account.
const LONGEST: usize = 200;
const MOST_WORDS: usize = 16;

/// What is asked of the list; everything, when nothing is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountFilter {
    /// As typed: each of its words must be somewhere in the name, the town, the sector, the NIF, the telephone or the e-mail.
    pub text: String,
    pub lifecycle: Option<Lifecycle>,
    pub kind: Option<AccountKind>,
    pub owner: Option<UserId>,
    pub zone: Option<ZoneId>,
    pub department: Option<DepartmentId>,
    pub warmth: Option<Warmth>,
    pub section: Option<Section>,
    pub size: Option<SizeBand>,
    pub source: Option<Source>,
    pub province: Option<Province>,
}

/// The fields of the address.
pub mod field {
    pub const TEXT: &str = "q";
    pub const LIFECYCLE: &str = "lifecycle";
    pub const KIND: &str = "kind";
    pub const OWNER: &str = "owner";
    pub const ZONE: &str = "zone";
    pub const DEPARTMENT: &str = "team";
    pub const WARMTH: &str = "warmth";
    pub const SECTION: &str = "section";
    pub const SIZE: &str = "size";
    pub const SOURCE: &str = "source";
    pub const PROVINCE: &str = "province";
}

impl AccountFilter {
    /// What an address asks for; what it cannot mean is nothing.
    #[must_use]
    pub fn read(said: impl Fn(&str) -> Option<String>) -> Self {
        fn parsed<T: std::str::FromStr>(text: Option<String>) -> Option<T> {
            text.and_then(|text| text.parse().ok())
        }
        Self {
            text: said(field::TEXT).unwrap_or_default().trim().to_owned(),
            lifecycle: parsed(said(field::LIFECYCLE)),
            kind: parsed(said(field::KIND)),
            owner: parsed(said(field::OWNER)),
            zone: parsed(said(field::ZONE)),
            department: parsed(said(field::DEPARTMENT)),
            warmth: parsed(said(field::WARMTH)),
            section: parsed(said(field::SECTION)),
            size: parsed(said(field::SIZE)),
            source: parsed(said(field::SOURCE)),
            province: parsed::<u8>(said(field::PROVINCE)).and_then(Province::from_code),
        }
    }

    /// What it says, by field.
    #[must_use]
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        fn code(it: Option<impl AsRef<str>>) -> Option<String> {
            it.map(|it| it.as_ref().to_owned())
        }
        let all = [
            (field::TEXT, (!self.text.is_empty()).then(|| self.text.clone())),
            (field::LIFECYCLE, code(self.lifecycle)),
            (field::KIND, code(self.kind)),
            (field::OWNER, self.owner.map(|it| it.to_string())),
            (field::ZONE, self.zone.map(|it| it.to_string())),
            (field::DEPARTMENT, self.department.map(|it| it.to_string())),
            (field::WARMTH, code(self.warmth)),
            (field::SECTION, code(self.section)),
            (field::SIZE, code(self.size)),
            (field::SOURCE, code(self.source)),
            (field::PROVINCE, self.province.map(|it| (it as u8).to_string())),
        ];
        all.into_iter()
            .filter_map(|(name, value)| Some((name, value?)))
            .collect()
    }

    /// Its words, folded.
    #[must_use]
    pub fn words(&self) -> Vec<String> {
        let text: String = self.text.chars().take(LONGEST).collect();
        let words = fold(&text);
        words
            .split_whitespace()
            .take(MOST_WORDS)
            .map(ToOwned::to_owned)
            .collect()
    }

    /// Whether something is asked besides the words.
    #[must_use]
    pub fn is_narrow(&self) -> bool {
        let rest = Self {
            text: String::new(),
            ..self.clone()
        };
        rest != Self::default()
    }
}
