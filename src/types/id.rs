//! Record identifiers: one type a table, so that a contact cannot be passed where an account is meant.

use super::Invalid;
#[cfg(feature = "ssr")]
use super::id_surreal::surreal_record_id;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

// 32 digits or the hyphenated 36: `Uuid` alone would also take braces and URNs, and one record would have four names.
fn parse_key(text: &str) -> Result<Uuid, Invalid> {
    match text.len() {
        32 | 36 => Uuid::try_parse(text).map_err(|_| Invalid::unknown(text)),
        _ => Err(Invalid::unknown(text)),
    }
}

macro_rules! record_id {
    ($name:ident, $table:literal, $doc:literal) => {
        #[doc = $doc]
        ///
        /// A UUIDv7: keys sort by the instant they were made. Written as 32 lower-case hexadecimal digits.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(Uuid);

        impl $name {
            /// The table that holds these records.
            pub const TABLE: &'static str = $table;

            /// A new identifier, of now.
            // Not called `new`, which would ask for a `Default`: a record must never get an identity by accident.
            pub fn fresh() -> Self {
                Self(Uuid::now_v7())
            }

            /// The identifier with this UUID.
            pub const fn from_uuid(uuid: Uuid) -> Self {
                Self(uuid)
            }

            /// The UUID within.
            pub const fn uuid(self) -> Uuid {
                self.0
            }

            /// Reads 32 hexadecimal digits or the hyphenated form; anything else is [`Invalid::UnknownValue`].
            pub fn parse(text: &str) -> Result<Self, Invalid> {
                parse_key(text).map(Self)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::LowerHex::fmt(self.0.as_simple(), f)
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{}:{self}", Self::TABLE)
            }
        }

        impl std::str::FromStr for $name {
            type Err = Invalid;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::parse(text)
            }
        }

        impl TryFrom<String> for $name {
            type Error = Invalid;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                Self::parse(&text)
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.to_string()
            }
        }

        // The database side of the identifier: see `id_surreal.rs`.
        #[cfg(feature = "ssr")]
        surreal_record_id!($name);
    };
}

record_id!(UserId, "user", "Someone who logs in.");
record_id!(
    DepartmentId,
    "department",
    "A department; it bounds what its members may see."
);
record_id!(ZoneId, "zone", "A commercial zone; it bounds what its sellers may see.");
record_id!(AccountId, "account", "A firm or person that buys or may buy.");
record_id!(ContactId, "contact", "A person to talk to.");
record_id!(
    AcknowledgementId,
    "acknowledgement",
    "That somebody has read an instruction."
);
record_id!(MembershipId, "membership", "A contact's place in an account.");
record_id!(ProductId, "product", "A product or service on offer.");
record_id!(PipelineId, "pipeline", "A sales pipeline.");
record_id!(StageId, "stage", "A stage of a pipeline.");
record_id!(OpportunityId, "opportunity", "A possible sale.");
record_id!(ViewId, "saved_view", "A look at the board that has a name.");
record_id!(
    ViewChoiceId,
    "view_choice",
    "What a person has chosen of the views; the key is the person's."
);
record_id!(ObjectiveId, "objective", "What a pipeline is to bring in a month.");
record_id!(
    CommitmentId,
    "commitment",
    "What somebody has promised that a month will bring."
);
record_id!(
    ActivityId,
    "activity",
    "Something that somebody does with a client on a day."
);
record_id!(EntryId, "entry", "An entry of the timeline.");
record_id!(HolidayId, "holiday", "A day on which nobody works.");
record_id!(AttachmentId, "attachment", "A file that belongs to a report.");
record_id!(FeedId, "feed", "The secret address of an agenda.");
record_id!(PinId, "pin", "That an entry stays on top of the stream.");
record_id!(
    EntryVersionId,
    "entry_version",
    "What an entry said before it was corrected."
);
record_id!(NeedId, "need", "What a client wants, misses or suffers from.");
record_id!(MessageId, "message", "What somebody left for a colleague.");
record_id!(ReminderId, "reminder", "That somebody was reminded of an activity.");
record_id!(
    ReminderChoiceId,
    "reminder_choice",
    "How somebody wants to be reminded; the key is the person's."
);
record_id!(MergeId, "account_merge", "That two accounts were made one.");
record_id!(ApartId, "told_apart", "That two accounts are two firms.");
record_id!(SessionId, "session", "A session of a logged-in user.");
record_id!(ChangeId, "change", "A row of the change log.");
record_id!(AuditId, "audit", "A row of the audit record.");
record_id!(
    OpId,
    "operation",
    "An operation: made by the client when the gesture happens; the same identifier twice does nothing twice."
);

record_id!(
    PageId,
    "page",
    "A page that is open in a browser: no record, for it is kept in memory only."
);

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn fresh_identifiers_grow() {
        let ids: Vec<OpId> = (0..1_000).map(|_| OpId::fresh()).collect();
        assert!(ids.windows(2).all(|pair| pair[0] < pair[1]));
        let keys: Vec<String> = ids.iter().map(OpId::to_string).collect();
        assert!(keys.is_sorted());
    }

    #[test]
    fn only_the_two_plain_forms_are_read() {
        let id = AccountId::fresh();
        let hyphenated = id.uuid().hyphenated().to_string();
        assert_eq!(AccountId::parse(&hyphenated), Ok(id));
        for bad in ["", "1", &format!("{{{hyphenated}}}"), &"g".repeat(32)] {
            assert_eq!(AccountId::parse(bad), Err(Invalid::unknown(bad)));
        }
        assert_eq!(AccountId::TABLE, "account");
        assert_eq!(format!("{id:?}"), format!("account:{id}"));
    }

    proptest! {
        #[test]
        fn keys_round_trip(bytes: [u8; 16]) {
            let id = ContactId::from_uuid(Uuid::from_bytes(bytes));
            let key = id.to_string();
            prop_assert_eq!(key.len(), 32);
            prop_assert_eq!(key.parse(), Ok(id));
            let json = serde_json::to_string(&id).unwrap();
            prop_assert_eq!(&json, &format!("{key:?}"));
            prop_assert_eq!(serde_json::from_str::<ContactId>(&json).unwrap(), id);
        }
    }
}
