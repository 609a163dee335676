//! The other ways to reach a firm: the telephone of the warehouse, the address where it is invoiced.

use serde::{Deserialize, Serialize};
use strum::{AsRefStr, EnumIter, EnumString};

use crate::types::{Email, Invalid, Phone, ShortText};

/// What leads there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, AsRefStr, EnumString, EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum WayKind {
    Phone,
    Email,
    Address,
}

/// One of them, besides the first telephone, e-mail and address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Way {
    pub kind: WayKind,
    /// As its kind writes it: a telephone in E.164, an address in one line.
    pub text: ShortText,
    /// What it is for ("Almacén").
    pub what: Option<ShortText>,
}

impl Way {
    /// Reads one as it is typed.
    ///
    /// # Errors
    /// What the kind refuses.
    pub fn parse(kind: WayKind, text: &str, what: Option<ShortText>) -> Result<Self, Invalid> {
        let text = match kind {
            WayKind::Phone => Phone::parse(text)?.to_string(),
            WayKind::Email => Email::parse(text)?.to_string(),
            WayKind::Address => text.to_owned(),
        };
        Ok(Self {
            kind,
            text: ShortText::parse(&text)?,
            what,
        })
    }

    /// As it is read: a telephone in groups.
    #[must_use]
    pub fn said(&self) -> String {
        match self.kind {
            WayKind::Phone => Phone::parse(self.text.as_str()).map_or_else(|_| self.text.to_string(), |it| it.format()),
            WayKind::Email | WayKind::Address => self.text.to_string(),
        }
    }
}

/// All of them, in the order in which they were written down.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Ways(Vec<Way>);

/// More than so many are an address book.
pub const MOST_WAYS: u16 = 20;

impl Ways {
    /// These, in this order.
    ///
    /// # Errors
    /// `TooMany`.
    pub fn new(ways: Vec<Way>) -> Result<Self, Invalid> {
        if ways.len() > usize::from(MOST_WAYS) {
            return Err(Invalid::TooMany { max: MOST_WAYS });
        }
        Ok(Self(ways))
    }

    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = &Way> {
        self.0.iter()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All in one line: "Almacén: 964 56 78 12; facturas@…".
    #[must_use]
    pub fn line(&self) -> String {
        let said = self.iter().map(|way| match &way.what {
            Some(what) => format!("{what}: {}", way.said()),
            None => way.said(),
        });
        said.collect::<Vec<_>>().join("; ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_is_read_as_what_it_is() {
        let what = ShortText::parse("Almacén").ok();
        let phone = Way::parse(WayKind::Phone, "964 567 812", what).unwrap();
        assert_eq!(phone.text.as_str(), "+34964567812");
        let ways = Ways::new(vec![
            phone,
            Way::parse(WayKind::Address, "Calle Mayor, 3", None).unwrap(),
        ])
        .unwrap();
        assert!(ways.line().starts_with("Almacén: "), "{}", ways.line());
        assert!(ways.line().ends_with("; Calle Mayor, 3"), "{}", ways.line());
        assert_eq!(Way::parse(WayKind::Email, "nobody", None), Err(Invalid::EmailNoAt));
        assert_eq!(Way::parse(WayKind::Address, " ", None), Err(Invalid::Empty));
    }
}
