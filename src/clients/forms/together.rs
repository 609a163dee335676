//! The same facts for many accounts of the list, as one form.

use leptos_router::location::Url;
use serde::{Deserialize, Serialize};

use super::operation;
use crate::{
    clients::domain::{AccountLook, SharedFact, Together, UndoTogether},
    error::{AppError, sent_back},
    types::{AccountId, Invalid, OpId},
};

/// What stands in a choice for none; an empty one leaves the fact as it is.
const NONE: &str = "-";

/// The fields of the address in which the list says what came of it.
pub mod told {
    pub const BACK: &str = "back";
    pub const OPERATION: &str = "together";
    pub const CHANGED: &str = "changed";
    pub const SAME: &str = "same";
    pub const REFUSED: &str = "refused";
}

/// Which accounts, and what they are given.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TogetherForm {
    pub operation: String,
    /// The query of the list's address.
    pub look: String,
    /// Not empty for all that the filter lets through.
    pub all: String,
    pub picks: Vec<String>,
    pub owner: String,
    pub zone: String,
    pub department: String,
    pub kind: String,
    pub section: String,
    pub size: String,
    pub source: String,
}

/// Which accounts are meant.
#[derive(Clone, Debug, PartialEq)]
pub enum Picked {
    These(Vec<AccountId>),
    /// All that the filter lets through.
    All(Box<AccountLook>),
}

impl TogetherForm {
    /// What it asks for.
    ///
    /// # Errors
    /// `Invalid` where nothing is picked or nothing would change.
    pub fn read(&self) -> Result<(OpId, Picked, Vec<SharedFact>), AppError> {
        let facts = self.facts()?;
        if facts.is_empty() {
            return Err(AppError::invalid("facts", Invalid::Empty));
        }
        let picked = if self.all.is_empty() {
            let picks: Result<Vec<AccountId>, _> = self.picks.iter().map(|it| AccountId::parse(it)).collect();
            let picks = picks.map_err(|_| AppError::NotFound)?;
            if picks.is_empty() {
                return Err(AppError::invalid("picks", Invalid::Empty));
            }
            Picked::These(picks)
        } else {
            Picked::All(Box::new(look(&self.look)))
        };
        Ok((operation(&self.operation)?, picked, facts))
    }

    fn facts(&self) -> Result<Vec<SharedFact>, AppError> {
        let facts = [
            given(&self.owner)?.map(SharedFact::Owner),
            given(&self.zone)?.map(SharedFact::Zone),
            given(&self.department)?.map(SharedFact::Department),
            given(&self.kind)?.flatten().map(SharedFact::Kind),
            given(&self.section)?.map(SharedFact::Section),
            given(&self.size)?.map(SharedFact::Size),
            given(&self.source)?.map(SharedFact::Source),
        ];
        Ok(facts.into_iter().flatten().collect())
    }

    /// Where the browser goes: the list, which says what came of it, or has the form again with why it was refused.
    ///
    /// # Errors
    /// What typing cannot mend.
    pub fn landing(&self, outcome: Result<Together, AppError>) -> Result<String, AppError> {
        let look = look(&self.look);
        match outcome {
            Ok(done) => Ok(landed(&look, &self.operation, &done)),
            Err(why) => Ok(look.with(told::BACK, &sent_back(self, why)?)),
        }
    }
}

/// The button that takes it back.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TogetherUndoForm {
    pub operation: String,
    pub undone: String,
    #[serde(default)]
    pub look: String,
}

impl TogetherUndoForm {
    /// What it asks for.
    ///
    /// # Errors
    /// `NotFound` for a form that is not ours.
    pub fn read(&self) -> Result<(OpId, UndoTogether), AppError> {
        let asked = UndoTogether {
            operation: operation(&self.undone)?,
        };
        Ok((operation(&self.operation)?, asked))
    }

    /// Where the browser goes then.
    #[must_use]
    pub fn landing(&self, done: &Together) -> String {
        landed(&look(&self.look), "", done)
    }
}

fn landed(look: &AccountLook, operation: &str, done: &Together) -> String {
    let mut address = look.with(told::CHANGED, &done.changed.len().to_string());
    let more = [(told::SAME, done.same), (told::REFUSED, done.refused)];
    for (name, count) in more.into_iter().filter(|(_, count)| *count > 0) {
        address.push_str(&format!("&{name}={count}"));
    }
    if !operation.is_empty() && !done.changed.is_empty() {
        address.push_str(&format!("&{}={operation}", told::OPERATION));
    }
    address
}

/// The list whose address says this after its path.
pub(super) fn look(query: &str) -> AccountLook {
    let query = query.trim_start_matches('?');
    AccountLook::read(|name| {
        let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        let of_it = pairs.filter(|(field, _)| *field == name);
        of_it.map(|(_, value)| Url::unescape(value)).collect()
    })
}

/// What a choice says: nothing, none, or a value.
fn given<T: std::str::FromStr>(text: &str) -> Result<Option<Option<T>>, AppError> {
    match text {
        "" => Ok(None),
        NONE => Ok(Some(None)),
        text => text.parse().map(|it| Some(Some(it))).map_err(|_| AppError::NotFound),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{clients::domain::AccountKind, types::UserId};

    fn form() -> TogetherForm {
        TogetherForm {
            operation: OpId::fresh().to_string(),
            look: "?q=pe%C3%B1a&sort=-created".to_owned(),
            ..TogetherForm::default()
        }
    }

    #[test]
    fn what_is_left_empty_stays_as_it_is() {
        let account = AccountId::fresh();
        let owner = UserId::fresh();
        let asked = TogetherForm {
            picks: vec![account.to_string()],
            owner: owner.to_string(),
            zone: NONE.to_owned(),
            kind: "supplier".to_owned(),
            ..form()
        };
        let (_, picked, facts) = asked.read().unwrap();
        assert_eq!(picked, Picked::These(vec![account]));
        let wanted = [
            SharedFact::Owner(Some(owner)),
            SharedFact::Zone(None),
            SharedFact::Kind(AccountKind::Supplier),
        ];
        assert_eq!(facts, wanted);
    }

    #[test]
    fn nothing_picked_or_nothing_given_comes_back_with_the_list() {
        let nothing = form();
        assert_eq!(nothing.read(), Err(AppError::invalid("facts", Invalid::Empty)));
        let nobody = TogetherForm {
            zone: NONE.to_owned(),
            ..form()
        };
        let why = nobody.read().unwrap_err();
        assert_eq!(why, AppError::invalid("picks", Invalid::Empty));
        let address = nobody.landing(Err(why)).unwrap();
        assert!(
            address.starts_with("/accounts?q=pe%C3%B1a&sort=-created&back="),
            "{address}"
        );
        let forged = TogetherForm {
            look: "//evil.example/?q=1".to_owned(),
            ..form()
        };
        let done = Together {
            refused: 2,
            ..Together::default()
        };
        assert_eq!(forged.landing(Ok(done)).unwrap(), "/accounts?changed=0&refused=2");
    }

    #[test]
    fn all_of_the_filter_are_those_of_the_list() {
        let asked = TogetherForm {
            all: "1".to_owned(),
            zone: NONE.to_owned(),
            ..form()
        };
        let (_, picked, _) = asked.read().unwrap();
        let Picked::All(look) = picked else {
            panic!("all of them")
        };
        assert_eq!(look.filter.text, "peña");
    }
}
