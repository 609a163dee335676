//! The plain form of what the administrator decides. It works without JavaScript.

use serde::{Deserialize, Serialize};

use super::domain::{ChangeSettings, Settings, SettingsOutcome};
use crate::{
    clients::domain::inactive_after,
    error::AppError,
    timeline::domain::Glossary,
    types::{OpId, Revision, ShortText, packed},
};

/// What is typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SettingsForm {
    pub operation: String,
    pub seen: String,
    #[serde(default)]
    pub name: String,
    #[serde(default)]
    pub inactive_after: String,
    #[serde(default)]
    pub glossary: String,
}

/// A form that came back, with why; none when somebody has changed the settings meanwhile.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SettingsBack {
    pub typed: SettingsForm,
    pub why: Option<AppError>,
}

/// The page it is on.
const PAGE: &str = "/settings";

/// So many bytes of the glossary come back: an address has an end.
const MOST_SENT_BACK: usize = 40_000;

impl SettingsForm {
    /// As they are.
    #[must_use]
    pub fn of(settings: &Settings, revision: Revision) -> Self {
        Self {
            operation: String::new(),
            seen: revision.to_string(),
            name: settings.name.to_string(),
            inactive_after: settings.inactive_after.to_string(),
            glossary: settings.glossary.text(),
        }
    }

    /// What it asks for.
    ///
    /// # Errors
    /// `Invalid` for the first field that cannot be read.
    pub fn read(&self) -> Result<(OpId, ChangeSettings), AppError> {
        let seen = self.seen.parse::<u32>().ok();
        let seen = seen.and_then(|number| Revision::try_from(number).ok());
        let refused = |field: &'static str| move |why| AppError::invalid(field, why);
        let asked = ChangeSettings {
            seen: seen.ok_or(AppError::NotFound)?,
            settings: Settings {
                name: ShortText::parse(&self.name).map_err(refused("name"))?,
                inactive_after: inactive_after(&self.inactive_after).map_err(refused("inactive_after"))?,
                glossary: Glossary::parse(&self.glossary).map_err(refused("glossary"))?,
            },
        };
        Ok((OpId::parse(&self.operation).map_err(|_| AppError::NotFound)?, asked))
    }

    /// Where the browser goes now: nothing typed is lost, but of a glossary beyond what an address holds its end.
    ///
    /// # Errors
    /// What cannot be mended by typing.
    pub fn landing(&self, outcome: Result<SettingsOutcome, AppError>) -> Result<String, AppError> {
        let why = match outcome {
            Ok(SettingsOutcome::Done) => return Ok(format!("{PAGE}?done=1")),
            Ok(SettingsOutcome::Stale) => None,
            Err(error @ AppError::Invalid { .. }) => Some(error),
            Err(error) => return Err(error),
        };
        let mut typed = self.clone();
        typed
            .glossary
            .truncate(typed.glossary.floor_char_boundary(MOST_SENT_BACK));
        Ok(format!("{PAGE}?back={}", packed(&SettingsBack { typed, why })))
    }
}
