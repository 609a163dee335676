//! Activities as a calendar that other programs read (RFC 5545). Written by hand: it is a page of text, and the crates for it would change
//! the features with which the database is built.

use std::fmt::Write;

use chrono::TimeDelta;

use crate::types::{Day, Moment, TimeOfDay, TimeZone};

/// A line is at most so many bytes, its end not counted (3.1).
const LONGEST: usize = 75;
/// How long it takes when nobody says so.
const MINUTES: u32 = 30;

/// One thing in the calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The same for ever.
    pub uid: String,
    /// How often it has changed.
    pub sequence: u32,
    pub stamp: Moment,
    pub day: Day,
    /// Without an hour it is of the whole day.
    pub at: Option<TimeOfDay>,
    pub minutes: Option<u32>,
    pub summary: String,
    pub description: String,
}

/// The whole calendar, called `name`, of somebody who lives by this clock.
#[must_use]
pub fn calendar(name: &str, clock: TimeZone, events: &[Event]) -> String {
    let mut text = String::new();
    let mut line = |content: &str| fold_into(&mut text, content);
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//Clientela//Agenda//ES");
    line("CALSCALE:GREGORIAN");
    line("METHOD:PUBLISH");
    line(&format!("X-WR-CALNAME:{}", escaped(name)));
    line("REFRESH-INTERVAL;VALUE=DURATION:PT30M");
    for event in events {
        line("BEGIN:VEVENT");
        line(&format!("UID:{}@clientela", event.uid));
        line(&format!("DTSTAMP:{}", utc(event.stamp)));
        line(&format!("SEQUENCE:{}", event.sequence));
        match event.at {
            Some(at) => {
                // In universal time: nobody needs to know when our clocks change.
                let starts = Moment::local(event.day, at, clock);
                let minutes = event.minutes.unwrap_or(MINUTES);
                let ends = starts.minus(TimeDelta::minutes(-i64::from(minutes)));
                line(&format!("DTSTART:{}", utc(starts)));
                line(&format!("DTEND:{}", utc(ends)));
            }
            None => {
                line(&format!("DTSTART;VALUE=DATE:{}", plain(event.day)));
                line(&format!("DTEND;VALUE=DATE:{}", plain(event.day.plus_days(1))));
                // A call without an hour keeps nobody from a meeting.
                line("TRANSP:TRANSPARENT");
            }
        }
        line(&format!("SUMMARY:{}", escaped(&event.summary)));
        if !event.description.is_empty() {
            line(&format!("DESCRIPTION:{}", escaped(&event.description)));
        }
        line("END:VEVENT");
    }
    line("END:VCALENDAR");
    text
}

fn utc(at: Moment) -> String {
    at.instant().format("%Y%m%dT%H%M%SZ").to_string()
}

fn plain(day: Day) -> String {
    day.to_string().replace('-', "")
}

/// Text as a value (3.3.11): what would end the line or the value is written as a letter after a backslash.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.replace("\r\n", "\n").chars() {
        match letter {
            '\\' => out.push_str("\\\\"),
            ';' => out.push_str("\\;"),
            ',' => out.push_str("\\,"),
            '\n' | '\r' => out.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out
}

/// One line of content, in pieces that are not too long, never within a letter.
fn fold_into(text: &mut String, content: &str) {
    let mut length = 0;
    for letter in content.chars() {
        if length + letter.len_utf8() > LONGEST {
            text.push_str("\r\n ");
            length = 1;
        }
        text.push(letter);
        length += letter.len_utf8();
    }
    // Writing into a String never fails.
    let _ = write!(text, "\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn event(summary: &str, at: Option<&str>) -> Event {
        Event {
            uid: "01a2".to_owned(),
            sequence: 3,
            stamp: Moment::parse("2026-11-23T07:00:00Z").unwrap(),
            day: Day::parse_iso("2026-11-25").unwrap(),
            at: at.and_then(|at| TimeOfDay::parse(at).ok()),
            minutes: None,
            summary: summary.to_owned(),
            description: String::new(),
        }
    }

    #[test]
    fn an_hour_is_said_in_universal_time_and_a_day_as_a_day() {
        let text = calendar(
            "Ana",
            TimeZone::Peninsula,
            &[event("Visita", Some("16:00")), event("Llamada", None)],
        );
        assert!(
            text.contains("DTSTART:20261125T150000Z\r\nDTEND:20261125T153000Z\r\n"),
            "{text}"
        );
        let islands = calendar("Ana", TimeZone::Canary, &[event("Visita", Some("16:00"))]);
        assert!(islands.contains("DTSTART:20261125T160000Z\r\n"), "{islands}");
        assert!(text.contains("DTSTART;VALUE=DATE:20261125\r\nDTEND;VALUE=DATE:20261126\r\n"));
        assert!(text.contains("UID:01a2@clientela\r\n") && text.contains("SEQUENCE:3\r\n"));
        assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.ends_with("END:VCALENDAR\r\n"));
    }

    #[test]
    fn a_name_cannot_end_a_line_nor_begin_another_event() {
        let text = calendar(
            "Ana",
            TimeZone::Peninsula,
            &[event("Peña, S.L.; \\\nEND:VEVENT\r\nBEGIN:VEVENT", None)],
        );
        assert!(
            text.contains("SUMMARY:Peña\\, S.L.\\; \\\\\\nEND:VEVENT\\nBEGIN:VEVENT"),
            "{text}"
        );
        assert_eq!(text.matches("\r\nBEGIN:VEVENT").count(), 1);
    }

    proptest! {
        #[test]
        fn no_line_is_too_long_and_none_is_lost(summary in "\\PC{0,300}") {
            let text = calendar("Ana", TimeZone::Peninsula, &[event(&summary, None)]);
            prop_assert!(text.split("\r\n").all(|line| line.len() <= LONGEST));
            let whole = text.replace("\r\n ", "");
            let wanted = format!("SUMMARY:{}\r\n", escaped(&summary));
            prop_assert!(whole.contains(&wanted));
        }
    }
}
