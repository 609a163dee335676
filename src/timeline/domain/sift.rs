//! A part of a client's stream: of one kind, by one person, that says something, as it was known on a day.

use serde::{Deserialize, Serialize};
use strum::{AsRefStr, EnumIter, EnumString};

use super::{ActivityKind, Entry, EntryBody};
use crate::types::{Day, ShortText, TimeZone, UserId, fold};

/// What the entries are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, AsRefStr, EnumString, EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Topic {
    Reports,
    Calls,
    Visits,
    Meetings,
    Messages,
    /// Where its opportunities and the firm itself have come.
    Steps,
    /// What was corrected and completed.
    Changes,
}

impl Topic {
    /// The kinds of report that it holds; none for all of them, or where it holds no reports.
    #[must_use]
    pub fn activities(self) -> &'static [ActivityKind] {
        match self {
            Self::Calls => &[ActivityKind::Call, ActivityKind::VideoCall],
            Self::Visits => &[ActivityKind::Visit],
            Self::Meetings => &[ActivityKind::Meeting, ActivityKind::Demo],
            Self::Messages => &[ActivityKind::Email, ActivityKind::LinkedIn, ActivityKind::WhatsApp],
            Self::Reports | Self::Steps | Self::Changes => &[],
        }
    }

    fn holds(self, body: &EntryBody) -> bool {
        match (self, body) {
            (Self::Reports, EntryBody::Reported(_)) => true,
            (Self::Calls | Self::Visits | Self::Meetings | Self::Messages, EntryBody::Reported(report)) => {
                self.activities().contains(&report.activity)
            }
            (Self::Calls | Self::Visits | Self::Meetings | Self::Messages, EntryBody::Concluded { activity, .. }) => {
                self.activities().contains(activity)
            }
            (_, EntryBody::Reported(_)) => false,
            (Self::Steps, body) => is_step(body),
            (Self::Changes, body) => !is_step(body),
            _ => false,
        }
    }
}

/// The kinds of entry that are steps, as they are written.
pub const STEPS: [&str; 8] = [
    "account_created",
    "lifecycle_moved",
    "opportunity_created",
    "stage_moved",
    "opportunity_won",
    "opportunity_lost",
    "opportunity_reopened",
    "move_undone",
];

fn is_step(body: &EntryBody) -> bool {
    matches!(
        body,
        EntryBody::AccountCreated
            | EntryBody::LifecycleMoved { .. }
            | EntryBody::OpportunityCreated { .. }
            | EntryBody::StageMoved { .. }
            | EntryBody::OpportunityWon { .. }
            | EntryBody::OpportunityLost { .. }
            | EntryBody::OpportunityReopened { .. }
            | EntryBody::MoveUndone { .. }
    )
}

/// Which entries are wanted; everything, when nothing is said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sift {
    pub about: Option<Topic>,
    pub author: Option<UserId>,
    /// Words that must all be in it, whatever their accents.
    pub text: Option<ShortText>,
    /// As it was known at the end of this day: what was written down later is not there, even if it had happened (T8).
    pub as_of: Option<Day>,
}

impl Sift {
    /// Whether it lets everything through.
    #[must_use]
    pub fn is_open(&self) -> bool {
        *self == Self::default()
    }

    /// Whether an entry is wanted.
    #[must_use]
    pub fn admits(&self, entry: &Entry) -> bool {
        self.about.is_none_or(|about| about.holds(&entry.body))
            && self.author.is_none_or(|author| entry.author == Some(author))
            && self
                .as_of
                .is_none_or(|day| entry.written_at.local_day(TimeZone::default()) <= day)
            && self.says(entry)
    }

    /// Whether it says what is looked for.
    #[must_use]
    pub fn says(&self, entry: &Entry) -> bool {
        let Some(text) = &self.text else {
            return true;
        };
        let said = fold(&words_of(&entry.body));
        fold(text.as_str()).split_whitespace().all(|word| said.contains(word))
    }
}

/// Everything in an entry that somebody wrote.
fn words_of(body: &EntryBody) -> String {
    match body {
        EntryBody::Reported(report) => {
            let with = report.with.as_ref().map(ToString::to_string).unwrap_or_default();
            format!("{} {with}", report.text)
        }
        // Names and notes: as they are written, since nobody searches for our own words.
        body => serde_json::to_string(body).unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        timeline::domain::Report,
        types::{EntryId, LongText, Moment},
    };

    fn call(text: &str) -> Entry {
        let now = Moment::midday(Day::parse_iso("2026-11-20").unwrap(), TimeZone::default());
        Entry {
            id: EntryId::fresh(),
            account: None,
            opportunity: None,
            author: None,
            at: Moment::midday(Day::parse_iso("2026-11-02").unwrap(), TimeZone::default()),
            written_at: now,
            body: EntryBody::Reported(Report {
                activity: ActivityKind::Call,
                with: ShortText::parse("Amparo Llorens").ok(),
                reaction: None,
                text: LongText::parse(text).unwrap(),
            }),
            corrected_at: None,
        }
    }

    #[test]
    fn words_are_found_in_any_order_and_whatever_their_accents() {
        let says = |text: &str| Sift {
            text: ShortText::parse(text).ok(),
            ..Sift::default()
        };
        let entry = call("Pregunta por la auditoría de nóminas.");
        assert!(says("NOMINAS auditoria").admits(&entry));
        assert!(says("llorens").admits(&entry));
        assert!(!says("auditoria fiscal").admits(&entry));
    }

    #[test]
    fn what_was_written_down_later_was_not_known_then() {
        let as_of = |text: &str| Sift {
            as_of: Day::parse_iso(text).ok(),
            ..Sift::default()
        };
        let entry = call("Llamó el día 2.");
        assert!(!as_of("2026-11-19").admits(&entry), "it had happened, and nobody knew");
        assert!(as_of("2026-11-20").admits(&entry));
    }

    #[test]
    fn each_kind_of_entry_is_a_report_a_step_or_a_change() {
        let about = |about| Sift {
            about: Some(about),
            ..Sift::default()
        };
        let (call, step) = (
            call("x"),
            Entry {
                body: EntryBody::AccountCreated,
                ..call("x")
            },
        );
        assert!(about(Topic::Reports).admits(&call) && about(Topic::Calls).admits(&call));
        assert!(!about(Topic::Visits).admits(&call) && !about(Topic::Steps).admits(&call));
        assert!(about(Topic::Steps).admits(&step) && !about(Topic::Changes).admits(&step));
    }
}
