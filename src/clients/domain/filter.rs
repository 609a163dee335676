//! Which accounts a list shows.

use serde::{Deserialize, Serialize};

use super::{AccountKind, Lifecycle};
use crate::types::{UserId, ZoneId, escaped, fold};

/// What is asked of the list; everything, when nothing is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountFilter {
    /// What the name begins with, as typed.
    pub text: String,
    pub lifecycle: Option<Lifecycle>,
    pub kind: Option<AccountKind>,
    pub owner: Option<UserId>,
    pub zone: Option<ZoneId>,
}

impl AccountFilter {
    /// What an address asks for; what it cannot mean is nothing.
    #[must_use]
    pub fn read(said: impl Fn(&str) -> Option<String>) -> Self {
        Self {
            text: said("q").unwrap_or_default(),
            lifecycle: said("lifecycle").and_then(|it| it.parse().ok()),
            kind: said("kind").and_then(|it| it.parse().ok()),
            owner: said("owner").and_then(|it| UserId::parse(&it).ok()),
            zone: said("zone").and_then(|it| ZoneId::parse(&it).ok()),
        }
    }

    /// The folded beginning of the names.
    #[must_use]
    pub fn begins(&self) -> String {
        fold(self.text.trim())
    }

    /// Whether something is asked besides the name.
    #[must_use]
    pub fn is_narrow(&self) -> bool {
        self.lifecycle.is_some() || self.kind.is_some() || self.owner.is_some() || self.zone.is_some()
    }

    /// The address of a page of the list, from after this key.
    #[must_use]
    pub fn address(&self, after: Option<&str>) -> String {
        let pairs = [
            ("q", Some(self.text.clone())),
            ("lifecycle", self.lifecycle.map(|it| it.as_ref().to_owned())),
            ("kind", self.kind.map(|it| it.as_ref().to_owned())),
            ("owner", self.owner.map(|it| it.to_string())),
            ("zone", self.zone.map(|it| it.to_string())),
            ("after", after.map(str::to_owned)),
        ];
        let pairs: Vec<String> = pairs
            .into_iter()
            .filter_map(|(name, value)| value.map(|value| format!("{name}={}", escaped(&value))))
            .collect();
        format!("/accounts?{}", pairs.join("&"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_what_is_shown() {
        let filter = AccountFilter {
            text: "Peña & Hijos".to_owned(),
            lifecycle: Some(Lifecycle::Quoted),
            owner: Some(UserId::fresh()),
            ..AccountFilter::default()
        };
        let address = filter.address(Some("pena~1"));
        assert!(
            address.starts_with("/accounts?q=Pe%C3%B1a%20%26%20Hijos&lifecycle=quoted&owner="),
            "{address}"
        );
        assert!(address.ends_with("&after=pena~1"));
        let read = AccountFilter::read(|name| match name {
            "lifecycle" => Some("quoted".to_owned()),
            "owner" => Some("<b>".to_owned()),
            _ => None,
        });
        assert_eq!((read.lifecycle, read.owner), (Some(Lifecycle::Quoted), None));
    }
}
