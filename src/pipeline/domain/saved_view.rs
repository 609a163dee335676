//! Ways of looking at the board that somebody has given a name.

use serde::{Deserialize, Serialize};

use crate::types::{Invalid, Revision, ShortText, UserId, ViewChoiceId, ViewId, parsed_text};

/// A named look, of one person or for everybody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedView {
    pub id: ViewId,
    pub revision: Revision,
    pub owner: UserId,
    pub name: ShortText,
    pub look: LookText,
    /// Whether everybody who sees the board finds it.
    pub shared: bool,
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
        look: LookText,
        shared: bool,
        /// Whether it stands in the bar at once.
        pinned: bool,
        /// Whether the program opens with it.
        opens: bool,
    },
    /// Forgets one of one's own.
    Drop(ViewId),
    /// Puts one in the bar, or takes it out.
    Pin { view: ViewId, on: bool },
    /// Opens the program with one, or with the whole board.
    Open(Option<ViewId>),
}

/// The query of a board's address, as `Look` writes it.
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

    /// The address of the board that looks so.
    #[must_use]
    pub fn address(&self) -> String {
        if self.0.is_empty() {
            "/board".to_owned()
        } else {
            format!("/board?{}", self.0)
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
    fn only_an_address_of_the_board_is_one() {
        let look = LookText::parse("q=Pe%C3%B1a&closes=this_month").unwrap();
        assert_eq!(look.address(), "/board?q=Pe%C3%B1a&closes=this_month");
        assert_eq!(look.pairs().last(), Some(("closes", "this_month")));
        assert_eq!(LookText::parse("").unwrap().address(), "/board");
        for nonsense in ["q=a b", "q=<script>", "q=a#b", "q=\"", "q=ñ"] {
            assert!(LookText::parse(nonsense).is_err(), "{nonsense}");
        }
        assert!(LookText::parse(&"a".repeat(2_001)).is_err());
    }
}
