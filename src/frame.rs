//! What every page is rendered by: language, theme, who looks, and the day it is.
//!
//! The server writes it into the page's head and the client reads it back, so that the two render the same without asking.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use strum::{AsRefStr, EnumString};

use crate::{
    team::domain::{Action, Lens, Subject, User},
    types::{Day, Locale, ShortText, UserId},
};

/// The frame of a page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Frame {
    pub locale: Locale,
    pub theme: Theme,
    /// Who is signed in.
    pub viewer: Option<Viewer>,
    /// The day it is where the firm works.
    pub today: Day,
}

/// Light, dark, or what the device says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, AsRefStr, EnumString)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

/// The signed-in person, and what the shell offers for it. The server decides again at every request.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Viewer {
    pub id: UserId,
    pub name: ShortText,
    pub sees_opportunities: bool,
    pub creates_opportunities: bool,
    pub changes_together: bool,
    pub edits_opportunities: bool,
    pub exports_opportunities: bool,
    /// What may be exported is less than what is seen.
    pub exports_a_part: bool,
    pub sees_accounts: bool,
    pub creates_accounts: bool,
    pub changes_accounts_together: bool,
    pub exports_accounts: bool,
    /// What may be exported of the accounts is less than what is seen.
    pub exports_a_part_of_accounts: bool,
    /// Makes what the firm works with: pipelines and their stages.
    pub sets_up: bool,
}

impl Viewer {
    /// What a user's lens offers.
    #[must_use]
    pub fn of(user: &User) -> Self {
        let lens = Lens::of(user);
        Self {
            id: user.id,
            name: user.name.clone(),
            sees_opportunities: lens.may(Subject::Opportunities, Action::View),
            creates_opportunities: lens.may(Subject::Opportunities, Action::Create),
            changes_together: lens.may(Subject::Opportunities, Action::Bulk),
            edits_opportunities: lens.may(Subject::Opportunities, Action::Edit),
            exports_opportunities: lens.may(Subject::Opportunities, Action::Export),
            exports_a_part: lens.reach(Subject::Opportunities, Action::Export)
                != lens.reach(Subject::Opportunities, Action::View),
            sees_accounts: lens.may(Subject::Accounts, Action::View),
            creates_accounts: lens.may(Subject::Accounts, Action::Create),
            changes_accounts_together: lens.may(Subject::Accounts, Action::Bulk),
            exports_accounts: lens.may(Subject::Accounts, Action::Export),
            exports_a_part_of_accounts: lens.reach(Subject::Accounts, Action::Export)
                != lens.reach(Subject::Accounts, Action::View),
            sets_up: lens.may(Subject::Firm, Action::Edit),
        }
    }
}

impl Viewer {
    /// The page this person begins with: the board, or the clients for a post without opportunities.
    #[must_use]
    pub fn home(&self) -> &'static str {
        if self.sees_opportunities { "/board" } else { "/accounts" }
    }
}

/// The initials of a name, at most two ("Raúl Ferrándiz" → "RF").
#[must_use]
pub fn initials(name: &ShortText) -> String {
    name.as_str()
        .split_whitespace()
        .filter_map(|word| word.chars().next())
        .filter(|c| c.is_uppercase())
        .take(2)
        .collect()
}

/// The name of the `<meta>` that carries the frame.
pub const META: &str = "clientela-frame";

/// The frame of this page.
#[must_use]
pub fn use_frame() -> Frame {
    expect_context::<StoredValue<Frame>>().get_value()
}

/// Puts the frame where every component finds it.
pub fn provide_frame() {
    provide_context(StoredValue::new(read()));
}

#[cfg(feature = "ssr")]
fn read() -> Frame {
    // Every page request has one: `guard::who` puts it there. The default serves Leptos' own pass over the routes.
    use_context::<axum::http::request::Parts>()
        .and_then(|parts| parts.extensions.get::<Frame>().cloned())
        .unwrap_or_else(Frame::bare)
}

#[cfg(all(feature = "hydrate", not(feature = "ssr")))]
fn read() -> Frame {
    document()
        .query_selector(&format!("meta[name={META}]"))
        .ok()
        .flatten()
        .and_then(|meta| meta.get_attribute("content"))
        .and_then(|json| crate::loaded::from_json(&json).ok())
        .unwrap_or_else(Frame::bare)
}

impl Frame {
    fn bare() -> Self {
        Self {
            locale: Locale::default(),
            theme: Theme::default(),
            viewer: None,
            today: Day::FIRST,
        }
    }

    /// From the cookies of a request; without a choice, the browser's language.
    #[cfg(feature = "ssr")]
    #[must_use]
    pub fn of(headers: &axum::http::HeaderMap, viewer: Option<Viewer>, now: crate::types::Moment) -> Self {
        use crate::{server::cookies, types::TimeZone};
        let browser = || {
            headers
                .get("accept-language")
                .and_then(|it| it.to_str().ok())
                .map(first_known)
        };
        let chosen = cookies::read(headers, "language").and_then(|tag| Locale::from_tag(&tag));
        Self {
            locale: chosen.or_else(|| browser().flatten()).unwrap_or_default(),
            theme: cookies::read(headers, "theme")
                .and_then(|it| it.parse().ok())
                .unwrap_or_default(),
            viewer,
            today: now.local_day(TimeZone::default()),
        }
    }
}

/// The language of an `Accept-Language` that we speak and that is preferred most: the greatest `q`, the first of equals.
#[cfg(feature = "ssr")]
fn first_known(accepted: &str) -> Option<Locale> {
    let wanted = |tag: &str| {
        let (name, parameter) = tag.split_once(';').unwrap_or((tag, "q=1"));
        let weight = parameter
            .trim()
            .strip_prefix("q=")
            .and_then(|q| q.parse::<f32>().ok())
            .unwrap_or(1.0);
        Locale::from_tag(name.trim()).map(|locale| (locale, weight))
    };
    let known = accepted
        .split(',')
        .filter_map(wanted)
        .filter(|(_, weight)| *weight > 0.0);
    known
        .reduce(|best, other| if other.1 > best.1 { other } else { best })
        .map(|(locale, _)| locale)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_come_from_the_words_that_begin_with_a_capital() {
        let of = |name: &str| initials(&ShortText::parse(name).unwrap());
        assert_eq!(of("Raúl Ferrándiz"), "RF");
        assert_eq!(of("María de los Ángeles Ruiz"), "MÁ");
        assert_eq!(of("Óscar"), "Ó");
    }
}
