//! The values every slice speaks in: identifiers, money, text, time and the Spanish identifiers. Pure, and the same on
//! server and client, so that both refuse the same input and print the same characters.

mod cell;
mod columns;
mod day;
#[cfg(test)]
mod day_test;
mod email;
mod id;
#[cfg(feature = "ssr")]
mod id_surreal;
mod invalid;
mod invalid_sentence;
mod locale;
mod mark;
mod moment;
mod money;
mod money_parse;
#[cfg(test)]
mod money_test;
mod month;
mod nif;
mod packed;
mod parsed_text;
mod phone;
mod postal_code;
mod probability;
mod province;
mod revision;
mod text;
mod time_of_day;
mod time_zone;

pub use cell::CellValue;
pub use columns::{Columns, Sort, TableColumn};
pub use day::Day;
pub use email::Email;
pub use id::{
    AccountId, AcknowledgementId, ActivityId, ApartId, AttachmentId, AuditId, ChangeId, CommitmentId, ContactId,
    DepartmentId, EntryId, EntryVersionId, FeedId, HolidayId, MembershipId, MergeId, MessageId, NeedId, ObjectiveId,
    OpId, OpportunityId, PageId, PinId, PipelineId, ProductId, ReminderChoiceId, ReminderId, SessionId, StageId,
    UserId, ViewChoiceId, ViewId, ZoneId,
};
pub use invalid::Invalid;
pub use locale::Locale;
pub use mark::Mark;
pub use moment::Moment;
pub use money::{Currency, Money, MoneyParts};
pub use month::Month;
pub use nif::{Nif, NifKind};
pub use packed::{escaped, packed, unpacked};
pub(crate) use parsed_text::parsed_text;
pub use phone::Phone;
pub use postal_code::PostalCode;
pub use probability::Probability;
pub use province::Province;
pub use revision::Revision;
pub use text::{LongText, ShortText, fold};
pub use time_of_day::TimeOfDay;
pub use time_zone::TimeZone;
