//! An account that what is typed may be already.

use serde::{Deserialize, Serialize};

use super::{Evidence, Lifecycle, Traits, Verdict};
use crate::types::{AccountId, Email, Nif, Phone, ShortText};

/// What has been typed of a firm so far, as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Typed {
    pub name: String,
    pub nif: String,
    pub phone: String,
    pub email: String,
    pub web: String,
}

impl Typed {
    /// What it is recognised by: what is half typed is not known yet.
    #[must_use]
    pub fn traits(&self) -> Traits {
        Traits::of(
            &self.name,
            Nif::parse(&self.nif).ok(),
            Phone::parse(&self.phone).ok(),
            Email::parse(&self.email).ok(),
            Some(&self.web),
        )
    }
}

/// One that is there, with what speaks for it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Suspect {
    pub account: AccountId,
    pub name: ShortText,
    pub town: Option<ShortText>,
    pub lifecycle: Lifecycle,
    /// The strongest first.
    pub evidence: Vec<Evidence>,
    pub verdict: Verdict,
}
