//! The plain form of what the administrator decides. It works without JavaScript.

use serde::{Deserialize, Serialize};

use super::domain::{ChangeSettings, Settings, SettingsOutcome};
use crate::{
    clients::domain::inactive_after,
    error::AppError,
    files::domain::most_megabytes,
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
    pub most_megabytes: String,
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

impl SettingsForm {
    /// As they are.
    #[must_use]
    pub fn of(settings: &Settings, revision: Revision) -> Self {
        Self {
            operation: String::new(),
            seen: revision.to_string(),
            name: settings.name.to_string(),
            inactive_after: settings.inactive_after.to_string(),
            most_megabytes: settings.most_megabytes.to_string(),
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
                most_megabytes: most_megabytes(&self.most_megabytes).map_err(refused("most_megabytes"))?,
                glossary: Glossary::parse(&self.glossary).map_err(refused("glossary"))?,
            },
        };
        Ok((OpId::parse(&self.operation).map_err(|_| AppError::NotFound)?, asked))
    }

    /// Where the browser goes now: nothing typed is lost that an address holds.
    #[must_use]
    pub fn landing(&self, outcome: Result<SettingsOutcome, AppError>) -> String {
        let why = match outcome {
            Ok(SettingsOutcome::Done) => return format!("{PAGE}?done=1"),
            Ok(SettingsOutcome::Stale) => None,
            Err(error) => Some(error),
        };
        let typed = self.clone();
        let failed = why.as_ref().map(AppError::in_address).unwrap_or_default();
        format!("{PAGE}?back={}{failed}", packed(&SettingsBack { typed, why }))
    }
}
