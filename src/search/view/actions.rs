//! What can be done from anywhere, and who may.

use crate::{
    frame::Viewer,
    i18n::search::SearchTexts,
    search::domain::{Query, words},
};

/// A page that one asks for by what it does.
pub struct Action {
    pub href: &'static str,
    pub icon: &'static str,
    /// What it is called.
    pub name: fn(&SearchTexts) -> &'static str,
    /// To whom it is offered; the server decides again.
    pub may: fn(&Viewer) -> bool,
}

const ACTIONS: &[Action] = &[
    Action {
        href: "/write",
        icon: "pen",
        name: |t| t.write,
        may: |viewer| viewer.sees_accounts,
    },
    Action {
        href: "/opportunities/new",
        icon: "plus",
        name: |t| t.new_opportunity,
        may: |viewer| viewer.creates_opportunities,
    },
    Action {
        href: "/accounts/new",
        icon: "accounts",
        name: |t| t.new_account,
        may: |viewer| viewer.creates_accounts,
    },
    Action {
        href: "/accounts/alike",
        icon: "people",
        name: |t| t.go_alike,
        may: |viewer| viewer.sees_accounts,
    },
    Action {
        href: "/messages",
        icon: "sticky",
        name: |t| t.go_messages,
        may: |viewer| viewer.sees_accounts,
    },
    Action {
        href: "/today",
        icon: "today",
        name: |t| t.go_today,
        may: |viewer| viewer.sees_accounts,
    },
    Action {
        href: "/board",
        icon: "board",
        name: |t| t.go_board,
        may: |viewer| viewer.sees_opportunities,
    },
    Action {
        href: "/board",
        icon: "trophy",
        name: |t| t.go_forecast,
        may: |viewer| viewer.sees_opportunities,
    },
    Action {
        href: "/opportunities",
        icon: "table",
        name: |t| t.go_table,
        may: |viewer| viewer.sees_opportunities,
    },
    Action {
        href: "/accounts",
        icon: "accounts",
        name: |t| t.go_accounts,
        may: |viewer| viewer.sees_accounts,
    },
    Action {
        href: "/pipelines/new",
        icon: "plus",
        name: |t| t.new_pipeline,
        may: |viewer| viewer.sets_up,
    },
];

/// Those that match, or all of them where nothing is asked for.
pub fn matching(query: &Query, viewer: &Viewer, t: &SearchTexts) -> impl Iterator<Item = &'static Action> {
    let is_meant = move |action: &&Action| {
        let name = words((action.name)(t));
        (action.may)(viewer)
            && query
                .words
                .iter()
                .all(|word| name.iter().any(|it| it.starts_with(word)))
    };
    ACTIONS.iter().filter(is_meant)
}
