//! The plain forms of the reminders. They work without JavaScript.

use serde::{Deserialize, Serialize};

use super::domain::{BEFORE, ChooseReminders, ReminderChoice, See};
use crate::{
    error::{AppError, sent_back},
    types::{Invalid, OpId, ReminderId, TimeOfDay},
};

/// The page of what one has chosen.
const PAGE: &str = "/me";
/// Not at all.
pub const NEVER: &str = "never";

/// What is chosen.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ReminderForm {
    pub operation: String,
    /// Minutes, or [`NEVER`].
    #[serde(default)]
    pub before: String,
    #[serde(default)]
    pub morning: String,
    #[serde(default)]
    pub clock: String,
    /// Whether the page asks about e-mail; an empty box says nothing.
    #[serde(default)]
    pub mails: String,
    #[serde(default)]
    pub by_mail: String,
}

impl ReminderForm {
    /// As it is.
    #[must_use]
    pub fn of(choice: &ReminderChoice) -> Self {
        let yes = |is: bool| if is { "1" } else { "" }.to_owned();
        Self {
            operation: String::new(),
            before: choice.before.map_or(NEVER.to_owned(), |it| it.to_string()),
            morning: choice.morning.to_string(),
            clock: choice.clock.to_string(),
            mails: String::new(),
            by_mail: yes(choice.by_mail),
        }
    }

    /// What it asks for.
    ///
    /// # Errors
    /// `Invalid` for the first field that cannot be read.
    pub fn read(&self) -> Result<(OpId, ChooseReminders), AppError> {
        let refused = |field: &'static str| move |why| AppError::invalid(field, why);
        let before = match self.before.as_str() {
            NEVER => None,
            text => {
                let known = text.parse().ok().filter(|minutes| BEFORE.contains(minutes));
                let known = known.ok_or_else(|| AppError::invalid("before", Invalid::unknown(text)))?;
                Some(known)
            }
        };
        let clock = self.clock.parse();
        let asked = ChooseReminders {
            before,
            morning: TimeOfDay::parse(&self.morning).map_err(refused("morning"))?,
            clock: clock.map_err(|_| AppError::invalid("clock", Invalid::unknown(&self.clock)))?,
            by_mail: (!self.mails.is_empty()).then_some(!self.by_mail.is_empty()),
        };
        Ok((OpId::parse(&self.operation).map_err(|_| AppError::NotFound)?, asked))
    }

    /// Where the browser goes now: nothing chosen is lost.
    ///
    /// # Errors
    /// What cannot be mended by choosing otherwise.
    pub fn landing(&self, outcome: Result<(), AppError>) -> Result<String, AppError> {
        match outcome {
            Ok(()) => Ok(format!("{PAGE}?done=1")),
            Err(why) => Ok(format!("{PAGE}?back={}", sent_back(self, why)?)),
        }
    }
}

/// The button that says that one has seen a reminder.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SeenForm {
    pub operation: String,
    pub reminder: String,
    /// The page it stands on, to come back to it.
    #[serde(default)]
    pub home: String,
}

impl SeenForm {
    /// What it asks for.
    ///
    /// # Errors
    /// `NotFound` for what names no reminder.
    pub fn read(&self) -> Result<(OpId, See), AppError> {
        let operation = OpId::parse(&self.operation).map_err(|_| AppError::NotFound)?;
        let reminder = ReminderId::parse(&self.reminder).map_err(|_| AppError::NotFound)?;
        Ok((operation, See { reminder }))
    }

    /// The page it stood on: never an address of somebody else.
    #[must_use]
    pub fn landing(&self) -> &str {
        let home = self.home.as_str();
        let is_ours = home.starts_with('/') && !home.starts_with("//") && !home.contains('\\');
        if is_ours { home } else { "/today" }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::UserId;

    #[test]
    fn what_is_shown_reads_back_and_an_unknown_choice_is_refused() {
        let choice = ReminderChoice::usual(UserId::fresh());
        let form = ReminderForm {
            operation: OpId::fresh().to_string(),
            ..ReminderForm::of(&choice)
        };
        let (_, asked) = form.read().unwrap();
        assert_eq!((asked.before, asked.morning), (choice.before, choice.morning));
        assert_eq!(
            (asked.clock, asked.by_mail),
            (choice.clock, None),
            "nobody asked about e-mail"
        );
        let never = ReminderForm {
            before: NEVER.to_owned(),
            mails: "1".to_owned(),
            by_mail: String::new(),
            ..form.clone()
        };
        let (_, asked) = never.read().unwrap();
        assert_eq!((asked.before, asked.by_mail), (None, Some(false)));
        for (before, morning, clock) in [
            ("7", "09:00", "canary"),
            ("15", "las nueve", "canary"),
            ("15", "9", "gmt"),
        ] {
            let wrong = ReminderForm {
                before: before.to_owned(),
                morning: morning.to_owned(),
                clock: clock.to_owned(),
                ..form.clone()
            };
            assert!(wrong.landing(wrong.read().map(drop)).unwrap().starts_with("/me?back="));
        }
    }

    #[test]
    fn one_comes_back_to_a_page_of_ours() {
        let lands = |home: &str| {
            let form = SeenForm {
                home: home.to_owned(),
                ..SeenForm::default()
            };
            form.landing().to_owned()
        };
        assert_eq!(lands("/board?card=1"), "/board?card=1");
        for elsewhere in ["", "https://evil.example", "//evil.example", "/\\evil.example"] {
            assert_eq!(lands(elsewhere), "/today");
        }
    }
}
