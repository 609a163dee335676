//! The plain forms of the messages: what they send, and how it is read. They work without JavaScript.

use serde::{Deserialize, Serialize};

use super::domain::{Accept, Leave, Message, message_text};
use crate::{
    error::{AppError, optional},
    types::{AccountId, Invalid, MessageId, OpId, Phone, ShortText, UserId, escaped, packed},
};

/// A message, as typed. Its fields travel as `form[text]` and so on.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct LeaveForm {
    pub operation: String,
    pub account: String,
    pub to: String,
    pub with: String,
    pub phone: String,
    pub text: String,
}

/// A message that came back, with why.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LeaveBack {
    pub typed: LeaveForm,
    pub why: AppError,
}

impl LeaveForm {
    /// The message it asks to leave.
    ///
    /// # Errors
    /// `Invalid` for the first field that cannot be read.
    pub fn read(&self) -> Result<(OpId, Leave), AppError> {
        let asked = Leave {
            account: AccountId::parse(&self.account).map_err(|_| AppError::NotFound)?,
            to: UserId::parse(&self.to).map_err(|_| AppError::invalid("to", Invalid::Empty))?,
            contact_name: optional("with", &self.with, ShortText::parse)?,
            call_back: optional("phone", &self.phone, Phone::parse)?,
            text: message_text(&self.text).map_err(|why| AppError::invalid("text", why))?,
        };
        Ok((OpId::parse(&self.operation).map_err(|_| AppError::NotFound)?, asked))
    }

    /// The address of the form with what was typed and why it came back: nothing typed is lost.
    #[must_use]
    pub fn sent_back(&self, why: AppError) -> String {
        let account = AccountId::parse(&self.account).map(|id| id.to_string());
        let typed = self.clone();
        let failed = why.in_address();
        format!(
            "/messages/new?account={}&back={}{failed}",
            account.unwrap_or_default(),
            packed(&LeaveBack { typed, why })
        )
    }
}

/// The buttons of a message that waits.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AcceptForm {
    pub operation: String,
    pub message: String,
    /// The name of its client, for the form of an opportunity.
    pub client: String,
    /// What is made of it at once: `plan`, `sell`, or nothing.
    pub then: String,
}

impl AcceptForm {
    /// What it asks for.
    ///
    /// # Errors
    /// `NotFound` for a form that is not ours.
    pub fn read(&self) -> Result<(OpId, Accept), AppError> {
        let message = MessageId::parse(&self.message).map_err(|_| AppError::NotFound)?;
        Ok((
            OpId::parse(&self.operation).map_err(|_| AppError::NotFound)?,
            Accept { message },
        ))
    }

    /// Where one goes on with it.
    #[must_use]
    pub fn leads(&self, message: &Message) -> String {
        let with = message
            .contact_name
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default();
        match self.then.as_str() {
            "plan" => {
                let first_line = message.text.as_str().lines().next().unwrap_or_default();
                let what: String = first_line.chars().take(200).collect();
                format!(
                    "/activities/new?account={}&from={}&with={}&what={}",
                    message.account,
                    message.entry,
                    escaped(&with),
                    escaped(&what)
                )
            }
            "sell" => format!(
                "/opportunities/new?account={}&from={}",
                escaped(&self.client),
                message.entry
            ),
            _ => "/messages?done=1".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_refused_says_of_which_field_and_comes_back() {
        let whole = LeaveForm {
            operation: OpId::fresh().to_string(),
            account: AccountId::fresh().to_string(),
            to: UserId::fresh().to_string(),
            text: "Que le llames.".to_owned(),
            ..LeaveForm::default()
        };
        assert!(whole.read().is_ok());
        let refused = |change: fn(&mut LeaveForm)| {
            let mut form = whole.clone();
            change(&mut form);
            match form.read() {
                Err(AppError::Invalid { field, .. }) => field,
                other => panic!("{other:?}"),
            }
        };
        assert_eq!(refused(|it| it.text = "  ".into()), "text");
        assert_eq!(refused(|it| it.text = "x".repeat(2_001)), "text");
        assert_eq!(refused(|it| it.to = String::new()), "to");
        assert_eq!(refused(|it| it.phone = "96".into()), "phone");
        let address = whole.sent_back(AppError::NotFound);
        assert!(address.starts_with(&format!("/messages/new?account={}&back=", whole.account)));
    }
}
