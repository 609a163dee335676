//! Ways of looking at the board, or at the list of accounts, that somebody has given a name.

use serde::{Deserialize, Serialize};
use strum::{AsRefStr, EnumString};

use crate::types::{Invalid, Revision, ShortText, UserId, ViewChoiceId, ViewId, parsed_text};

/// A named look, of one person or for everybody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedView {
    pub id: ViewId,
    pub revision: Revision,
    pub owner: UserId,
    pub name: ShortText,
    pub place: ViewPlace,
    pub look: LookText,
    /// Whether everybody who sees the place finds it.
    pub shared: bool,
}

/// What one looks at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, AsRefStr, EnumString)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum ViewPlace {
    #[default]
    Board,
    Accounts,
}

impl SavedView {
    /// Whether this person may forget it: one's own, and what is everybody's whoever decides for the firm. Its author may have left.
    #[must_use]
    pub fn is_dropped_by(&self, user: UserId, sets_up: bool) -> bool {
        self.owner == user || (self.shared && sets_up)
    }

    /// The address that shows it.
    #[must_use]
    pub fn address(&self) -> String {
        let path = match self.place {
            ViewPlace::Board => "/board",
            ViewPlace::Accounts => "/accounts",
        };
        if self.look.0.is_empty() {
            path.to_owned()
        } else {
            format!("{path}?{}", self.look.0)
        }
    }
}

/// What one person does with the views that there are. Its key is the person's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ViewChoice {
    pub id: ViewChoiceId,
    pub revision: Revision,
    /// Those that stand in the bar.
    pub pins: Vec<ViewId>,
    /// The one that the program opens with.
    pub opens: Option<ViewId>,
}

/// The views that a person finds: one's own and those that are shared, and what one has chosen of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Views {
    pub views: Vec<SavedView>,
    pub pins: Vec<ViewId>,
    pub opens: Option<ViewId>,
}

/// What somebody does with the views.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ViewChange {
    /// Gives a look a name.
    Keep {
        view: ViewId,
        name: ShortText,
        place: ViewPlace,
        look: LookText,
        shared: bool,
        /// Whether it stands in the bar at once.
        pinned: bool,
        /// Whether the program opens with it.
        opens: bool,
    },
    /// Forgets one, as [`SavedView::is_dropped_by`] has it.
    Drop(ViewId),
    /// Puts one in the bar, or takes it out.
    Pin { view: ViewId, on: bool },
    /// Opens the program with one, or with the whole board.
    Open(Option<ViewId>),
}

/// The query of an address, as a look writes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct LookText(String);

impl LookText {
    const LONGEST: u16 = 2_000;

    /// Reads what an address can hold after its `?`.
    ///
    /// # Errors
    /// [`Invalid::TooLong`]; [`Invalid::UnknownValue`] for what is no such text.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        if text.len() > usize::from(Self::LONGEST) {
            return Err(Invalid::TooLong { max: Self::LONGEST });
        }
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"=&%-_.~+*!'()".contains(&byte);
        if text.bytes().all(plain) {
            Ok(Self(text.to_owned()))
        } else {
            Err(Invalid::unknown(text))
        }
    }

    /// Its fields and what they say, still escaped.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.split('&').filter_map(|pair| pair.split_once('='))
    }
}

parsed_text!(LookText);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_an_address_holds_is_a_look() {
        let look = LookText::parse("q=Pe%C3%B1a&closes=this_month").unwrap();
        assert_eq!(look.pairs().last(), Some(("closes", "this_month")));
        let view = |place, look: &str| SavedView {
            id: ViewId::fresh(),
            revision: Revision::FIRST,
            owner: UserId::fresh(),
            name: ShortText::parse("Mías").unwrap(),
            place,
            look: LookText::parse(look).unwrap(),
            shared: false,
        };
        assert_eq!(view(ViewPlace::Board, "q=Pe%C3%B1a").address(), "/board?q=Pe%C3%B1a");
        assert_eq!(view(ViewPlace::Board, "").address(), "/board");
        assert_eq!(view(ViewPlace::Accounts, "").address(), "/accounts");
        for nonsense in ["q=a b", "q=<script>", "q=a#b", "q=\"", "q=ñ"] {
            assert!(LookText::parse(nonsense).is_err(), "{nonsense}");
        }
        assert!(LookText::parse(&"a".repeat(2_001)).is_err());
    }
}
