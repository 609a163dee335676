//! What is written down of a client, as one form.

use serde::{Deserialize, Serialize};

use super::{ClientForm, operation, optional, required, revision};
use crate::{
    clients::domain::{Account, Address, EditAccount, Facts, Typed, Way, WayKind, Ways},
    error::AppError,
    types::{AccountId, DepartmentId, Email, Locale, Money, Nif, OpId, Phone, PostalCode, ShortText, UserId, ZoneId},
};

/// The facts, as typed. Its fields travel as `form[name]`, `form[ways][0][text]` and so on.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct FactsForm {
    pub operation: String,
    pub account: String,
    pub seen: String,
    pub name: String,
    pub kind: String,
    pub nif: String,
    pub phone: String,
    pub email: String,
    pub web: String,
    pub street: String,
    pub postal_code: String,
    pub town: String,
    pub country: String,
    pub ways: Vec<WayForm>,
    pub section: String,
    pub sector: String,
    pub size: String,
    pub turnover: String,
    pub source: String,
    pub owner: String,
    pub department: String,
    pub zone: String,
}

/// Another way to reach it, as typed; without a text it is none.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct WayForm {
    pub kind: String,
    pub text: String,
    pub what: String,
}

impl FactsForm {
    /// As an account is typed.
    #[must_use]
    pub fn of(account: &Account) -> Self {
        fn text(it: Option<impl ToString>) -> String {
            it.map(|it| it.to_string()).unwrap_or_default()
        }
        fn code(it: Option<impl AsRef<str>>) -> String {
            it.map(|it| it.as_ref().to_owned()).unwrap_or_default()
        }
        let address = account.address.as_ref();
        let part = |of: fn(&Address) -> Option<String>| address.and_then(of).unwrap_or_default();
        Self {
            operation: String::new(),
            account: account.id.to_string(),
            seen: account.revision.number().to_string(),
            name: account.name.to_string(),
            kind: code(Some(account.kind)),
            nif: text(account.nif.as_ref()),
            phone: text(account.phone.as_ref().map(Phone::format)),
            email: text(account.email.as_ref()),
            web: text(account.web.as_ref()),
            street: part(|it| it.street.as_ref().map(ToString::to_string)),
            postal_code: part(|it| it.postal_code.as_ref().map(ToString::to_string)),
            town: part(|it| it.town.as_ref().map(ToString::to_string)),
            country: part(|it| it.country.as_ref().map(ToString::to_string)),
            ways: account.ways.iter().map(WayForm::of).collect(),
            section: code(account.section),
            sector: text(account.sector.as_ref()),
            size: code(account.size),
            turnover: text(account.turnover.map(|it| it.format(Locale::Es))),
            source: code(account.source),
            owner: text(account.owner),
            department: text(account.department),
            zone: text(account.zone),
        }
    }

    /// What of it a firm is recognised by.
    #[must_use]
    pub fn typed(&self) -> Typed {
        Typed {
            name: self.name.clone(),
            nif: self.nif.clone(),
            phone: self.phone.clone(),
            email: self.email.clone(),
            web: self.web.clone(),
        }
    }

    /// What it asks for.
    ///
    /// # Errors
    /// `Invalid` for the first field that cannot be read.
    pub fn read(&self) -> Result<(OpId, EditAccount), AppError> {
        let asked = EditAccount {
            account: AccountId::parse(&self.account).map_err(|_| AppError::NotFound)?,
            seen: revision(&self.seen)?,
            facts: self.facts()?,
        };
        Ok((operation(&self.operation)?, asked))
    }

    /// The facts as they are typed.
    ///
    /// # Errors
    /// `Invalid` for the first field that cannot be read.
    pub fn facts(&self) -> Result<Facts, AppError> {
        let address = Address {
            street: optional("street", &self.street, ShortText::parse)?,
            postal_code: optional("postal_code", &self.postal_code, PostalCode::parse)?,
            town: optional("town", &self.town, ShortText::parse)?,
            country: optional("country", &self.country, ShortText::parse)?,
        };
        Ok(Facts {
            name: required("name", &self.name, ShortText::parse)?,
            kind: self.kind.parse().unwrap_or_default(),
            nif: optional("nif", &self.nif, Nif::parse)?,
            phone: optional("phone", &self.phone, Phone::parse)?,
            email: optional("email", &self.email, Email::parse)?,
            web: optional("web", &self.web, ShortText::parse)?,
            address: (!address.is_empty()).then_some(address),
            ways: self.other_ways()?,
            section: self.section.parse().ok(),
            sector: optional("sector", &self.sector, ShortText::parse)?,
            size: self.size.parse().ok(),
            turnover: optional("turnover", &self.turnover, |text| {
                Money::parse_es(text).and_then(Money::not_negative)
            })?,
            source: self.source.parse().ok(),
            owner: optional("owner", &self.owner, UserId::parse)?,
            department: optional("department", &self.department, DepartmentId::parse)?,
            zone: optional("zone", &self.zone, ZoneId::parse)?,
        })
    }

    fn other_ways(&self) -> Result<Ways, AppError> {
        let written = self
            .ways
            .iter()
            .enumerate()
            .filter(|(_, way)| !way.text.trim().is_empty());
        let ways: Result<Vec<Way>, AppError> = written
            .map(|(at, way)| {
                let kind = way.kind.parse().unwrap_or(WayKind::Phone);
                let what = optional(&format!("what{at}"), &way.what, ShortText::parse)?;
                Way::parse(kind, &way.text, what).map_err(|why| AppError::invalid(&format!("way{at}"), why))
            })
            .collect();
        Ways::new(ways?).map_err(|why| AppError::invalid("ways", why))
    }
}

impl WayForm {
    fn of(way: &Way) -> Self {
        Self {
            kind: way.kind.as_ref().to_owned(),
            text: way.said(),
            what: way.what.as_ref().map(ToString::to_string).unwrap_or_default(),
        }
    }
}

impl ClientForm for FactsForm {
    const BACK: &'static str = "back";

    fn operation(&self) -> &str {
        &self.operation
    }

    fn page(&self) -> String {
        format!("/accounts/{}/edit", self.account)
    }

    fn home(&self) -> String {
        format!("/accounts/{}", self.account)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::Invalid;

    fn form() -> FactsForm {
        FactsForm {
            operation: OpId::fresh().to_string(),
            account: AccountId::fresh().to_string(),
            seen: "1".to_owned(),
            name: "Náutica Xàbia, S.L.".to_owned(),
            ..FactsForm::default()
        }
    }

    #[test]
    fn an_empty_field_is_nothing_known() {
        let Ok((_, asked)) = form().read() else {
            panic!("it is read")
        };
        assert_eq!(asked.facts.address, None);
        assert!(asked.facts.ways.is_empty());
    }

    #[test]
    fn what_cannot_be_read_is_named_by_its_field_and_comes_back() {
        let mut wrong = form();
        wrong.ways = vec![
            WayForm::default(),
            WayForm {
                text: "96".to_owned(),
                ..WayForm::default()
            },
        ];
        let why = wrong.read().err().unwrap();
        assert_eq!(why, AppError::invalid("way1", Invalid::PhoneTooShort));
        let address = wrong.landing(Err(why));
        assert!(address.starts_with(&format!("/accounts/{}/edit?back=", wrong.account)));
        assert!(!address.contains("__err"));
        let signed_out = wrong.landing(Err(AppError::SignedOut));
        assert!(signed_out.starts_with(&format!("/accounts/{}/edit?back=", wrong.account)));
        assert!(signed_out.contains("&__err="), "and says why");
    }
}
