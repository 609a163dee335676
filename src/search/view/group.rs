//! What was found, as lines under a title.

use leptos::prelude::*;

use super::actions;
use crate::{
    frame::Viewer,
    i18n::{search::SearchTexts, use_locale},
    search::domain::{Found, Hit, Query, Thing, marked},
    types::Locale,
    ui::Icon,
};

/// Lines under a title.
#[derive(Clone, PartialEq)]
pub struct Lines {
    pub title: &'static str,
    pub lines: Vec<Line>,
}

/// One line: where it leads to and what it says.
#[derive(Clone, PartialEq)]
pub struct Line {
    pub href: String,
    pub icon: &'static str,
    /// The name in pieces, each with whether it was typed.
    pub name: Vec<(String, bool)>,
    pub about: Option<String>,
}

/// Everything that is shown for a query: what was found first, then what can be done; the other way round when an action is
/// typed as it is called.
pub fn all_lines(found: &Found, query: &Query, viewer: &Viewer, t: &SearchTexts, locale: Locale) -> Vec<Lines> {
    let line = |hit: &Hit| Line {
        href: hit.href(),
        icon: match hit.thing {
            Thing::Account(_) => "accounts",
            Thing::Contact(_) => "user",
            Thing::Opportunity(_) => "board",
            Thing::Report(_) => "report",
        },
        name: marked(&hit.name, query),
        about: match (&hit.about, hit.on) {
            (Some(about), Some(on)) => Some(format!("{about} · {}", on.format(locale))),
            (about, _) => about.clone(),
        },
    };
    let mut all: Vec<Lines> = found
        .groups
        .iter()
        .map(|group| Lines {
            title: t.group(locale, group.kind),
            lines: group.hits.iter().map(line).collect(),
        })
        .collect();
    let lines: Vec<Line> = actions::matching(query, viewer, t)
        .map(|action| Line {
            href: action.href.to_owned(),
            icon: action.icon,
            name: marked((action.name)(t), query),
            about: None,
        })
        .collect();
    if !lines.is_empty() {
        let is_called_so = query.words.len() > 1 || query.whole.len() > 4;
        let title = t.actions;
        let at = if is_called_so && !query.is_empty() {
            0
        } else {
            all.len()
        };
        all.insert(at, Lines { title, lines });
    }
    all
}

/// What a line shows.
pub fn content(line: &Line) -> impl IntoView + use<> {
    let name = line.name.iter().cloned().map(|(piece, is_mark)| match is_mark {
        true => view! { <mark>{piece}</mark> }.into_any(),
        false => piece.into_any(),
    });
    view! {
        <Icon name=line.icon />
        <span class="found__name">{name.collect_view()}</span>
        <span class="found__about">{line.about.clone()}</span>
    }
}

/// The language of the page and its words, for [`all_lines`].
#[must_use]
pub fn use_words() -> (&'static SearchTexts, Locale) {
    (crate::i18n::search::use_search_texts(), use_locale())
}
