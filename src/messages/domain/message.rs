//! What somebody left for a colleague about a client.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::types::{AccountId, EntryId, Invalid, LongText, MessageId, Moment, Phone, Revision, ShortText, UserId};

/// A longer one is a report.
pub const MOST_TEXT: u16 = 2_000;

/// A message. Its author sees it and whoever has it, as long as they see the client.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Message {
    pub id: MessageId,
    pub revision: Revision,
    pub account: AccountId,
    /// Who of the client called or asked, and where to call back.
    pub contact_name: Option<ShortText>,
    pub call_back: Option<Phone>,
    pub text: LongText,
    pub author: Option<UserId>,
    /// Who has it: the addressee first, then those to whom it went further.
    pub told: Vec<UserId>,
    pub left_at: Moment,
    /// Whether nobody has it in hand yet.
    pub is_waiting: bool,
    pub accepted_at: Option<Moment>,
    pub accepted_by: Option<UserId>,
    /// How often it has gone further up.
    pub level: u32,
    /// When it goes further if nobody accepts it; none when it cannot.
    pub due: Option<Moment>,
    /// Where the stream of the client tells of it: what is made of it leads there.
    pub entry: EntryId,
}

/// Somebody leaves a message.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Leave {
    pub account: AccountId,
    pub to: UserId,
    pub contact_name: Option<ShortText>,
    pub call_back: Option<Phone>,
    pub text: LongText,
}

/// Somebody who has it takes it in hand.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Accept {
    pub message: MessageId,
}

/// A message with the name of its client.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Note {
    pub message: Message,
    pub account_name: ShortText,
}

/// What one has to do with messages.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Inbox {
    /// Those that wait for the reader, the oldest first.
    pub waiting: Vec<Note>,
    /// Those that the reader accepted, and left, the newest first.
    pub accepted: Vec<Note>,
    pub left: Vec<Note>,
    /// The names of everybody in them.
    pub names: BTreeMap<UserId, ShortText>,
}

/// What the form of a message offers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Leaving {
    pub account_name: ShortText,
    /// Who is in the account.
    pub people: Vec<String>,
    /// Who sees the client.
    pub colleagues: Vec<(UserId, ShortText)>,
    /// For whom it is unless somebody else is named: whoever holds the client.
    pub to: Option<UserId>,
}

/// The words of a message.
///
/// # Errors
/// `Empty`, `TooLong`, `ControlCharacter`.
pub fn message_text(text: &str) -> Result<LongText, Invalid> {
    let text = LongText::parse(text)?;
    if text.as_str().chars().count() > usize::from(MOST_TEXT) {
        return Err(Invalid::TooLong { max: MOST_TEXT });
    }
    Ok(text)
}
