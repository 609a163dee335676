//! How somebody looks at the board, as its address says it.

use leptos_router::location::Url;

use crate::{
    pipeline::{
        domain::{Filter, LookText, Order, Tags},
        layout::Layout,
    },
    types::{Money, OpportunityId, PipelineId, escaped, fold},
};

/// A filter and an order, with the text as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Look {
    pub filter: Filter,
    pub order: Order,
    /// What is searched for, as typed.
    pub text: String,
    /// Which pipeline; none for the firm's first. It narrows nothing, and is none of [`Look::pairs`].
    pub pipeline: Option<PipelineId>,
    /// How the table is laid out; none for the board. It narrows nothing, and is none of [`Look::pairs`].
    pub layout: Option<Layout>,
}

/// The fields of the address.
pub mod field {
    pub const PIPELINE: &str = "pipeline";
    pub const TEXT: &str = "q";
    pub const OWNER: &str = "owner";
    pub const DEPARTMENT: &str = "team";
    pub const ZONE: &str = "zone";
    pub const PRODUCT: &str = "service";
    pub const SOURCE: &str = "source";
    pub const CLOSES: &str = "closes";
    pub const NEXT: &str = "next";
    pub const TAG: &str = "tag";
    pub const AT_LEAST: &str = "min";
    pub const AT_MOST: &str = "max";
    pub const ORDER: &str = "order";
    /// The opportunity that is open beside the board: no part of the look.
    pub const CARD: &str = "card";
}

impl Look {
    /// Reads the look of the table, whose address says as well how it is laid out.
    #[must_use]
    pub fn read_table(said: impl Fn(&str) -> Vec<String>) -> Self {
        let layout = Layout::read(&said);
        Self::read_all(said).laid_out(Some(layout))
    }

    /// The same filter and order as a table, or as the board.
    #[must_use]
    pub fn laid_out(self, layout: Option<Layout>) -> Self {
        Self { layout, ..self }
    }

    /// The whole board of a pipeline; of the firm's first when none is named.
    #[must_use]
    pub fn whole(pipeline: Option<PipelineId>) -> Self {
        Self {
            pipeline,
            ..Self::default()
        }
    }

    /// The same place without any filter: its pipeline, as the board or the table.
    #[must_use]
    pub fn cleared(&self) -> Self {
        Self::default().placed_as(self)
    }

    /// The same filter and order where another look is.
    #[must_use]
    pub fn placed_as(self, other: &Self) -> Self {
        Self {
            pipeline: other.pipeline,
            layout: other.layout.clone(),
            ..self
        }
    }

    /// Reads it by the names of [`field`]. What cannot be read narrows nothing: an address is often old.
    #[must_use]
    pub fn read(said: impl Fn(&str) -> Option<String>) -> Self {
        fn parsed<T: std::str::FromStr>(text: Option<String>) -> Option<T> {
            text.and_then(|text| text.parse().ok())
        }
        let amount = |name: &str| said(name).and_then(|text| Money::parse_es(&text).ok());
        // Whoever writes the greater amount first means the same.
        let (at_least, at_most) = match (amount(field::AT_LEAST), amount(field::AT_MOST)) {
            (Some(least), Some(most)) if least.cents() > most.cents() => (Some(most), Some(least)),
            amounts => amounts,
        };
        let text = said(field::TEXT).unwrap_or_default().trim().to_owned();
        Self {
            filter: Filter {
                words: fold(&text).split_whitespace().map(ToOwned::to_owned).collect(),
                owner: parsed(said(field::OWNER)),
                department: parsed(said(field::DEPARTMENT)),
                zone: parsed(said(field::ZONE)),
                product: parsed(said(field::PRODUCT)),
                source: parsed(said(field::SOURCE)),
                closes: parsed(said(field::CLOSES)),
                next: parsed(said(field::NEXT)),
                tags: Tags::read(&said(field::TAG).unwrap_or_default()),
                at_least,
                at_most,
            },
            order: parsed(said(field::ORDER)).unwrap_or_default(),
            pipeline: parsed(said(field::PIPELINE)),
            text,
            layout: None,
        }
    }

    /// Reads a look that was saved.
    #[must_use]
    pub fn saved(text: &LookText) -> Self {
        Self::read(|name| {
            let (_, value) = text.pairs().find(|(field, _)| *field == name)?;
            Some(Url::unescape(value))
        })
    }

    /// As it is saved. None where it does not fit, which no choice of the bar makes.
    #[must_use]
    pub fn to_save(&self) -> Option<LookText> {
        let address = self.clone().laid_out(None).address();
        LookText::parse(address.split_once('?').map_or("", |(_, query)| query)).ok()
    }

    /// What it says, by field; the same look, the same pairs.
    #[must_use]
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let filter = &self.filter;
        let euros = |amount: Money| {
            let cents = amount.cents();
            format!("{},{:02}", cents / 100, cents % 100)
        };
        let order = (self.order != Order::default()).then(|| self.order.as_ref().to_owned());
        let all = [
            (field::TEXT, (!self.text.is_empty()).then(|| self.text.clone())),
            (field::OWNER, filter.owner.map(|it| it.to_string())),
            (field::DEPARTMENT, filter.department.map(|it| it.to_string())),
            (field::ZONE, filter.zone.map(|it| it.to_string())),
            (field::PRODUCT, filter.product.map(|it| it.to_string())),
            (field::SOURCE, filter.source.map(|it| it.as_ref().to_owned())),
            (field::CLOSES, filter.closes.map(|it| it.as_ref().to_owned())),
            (field::NEXT, filter.next.map(|it| it.as_ref().to_owned())),
            (field::TAG, (!filter.tags.is_empty()).then(|| filter.tags.joined(","))),
            (field::AT_LEAST, filter.at_least.map(euros)),
            (field::AT_MOST, filter.at_most.map(euros)),
            (field::ORDER, order),
        ];
        all.into_iter()
            .filter_map(|(name, value)| Some((name, value?)))
            .collect()
    }

    /// Where it is, by field.
    #[must_use]
    pub fn place(&self) -> Option<(&'static str, String)> {
        self.pipeline.map(|it| (field::PIPELINE, it.to_string()))
    }

    /// The page that shows it.
    #[must_use]
    pub fn path(&self) -> &'static str {
        if self.layout.is_some() {
            "/opportunities"
        } else {
            "/board"
        }
    }

    /// The address that shows it.
    #[must_use]
    pub fn address(&self) -> String {
        format!("{}{}", self.path(), self.query())
    }

    /// What its address says after the path.
    #[must_use]
    pub fn query(&self) -> String {
        let layout = self.layout.iter().flat_map(Layout::pairs);
        let pairs: Vec<String> = self
            .place()
            .into_iter()
            .chain(self.pairs())
            .chain(layout)
            .map(|(name, value)| format!("{name}={}", escaped(&value)))
            .collect();
        if pairs.is_empty() {
            String::new()
        } else {
            format!("?{}", pairs.join("&"))
        }
    }

    /// The address that shows it, with one opportunity beside it.
    #[must_use]
    pub fn with_card(&self, card: OpportunityId) -> String {
        self.with(field::CARD, &card.to_string())
    }

    /// The address that shows it, with one field more that is no part of the look.
    #[must_use]
    pub fn with(&self, name: &str, value: &str) -> String {
        let address = self.address();
        let joint = if address.contains('?') { '&' } else { '?' };
        format!("{address}{joint}{name}={value}")
    }

    /// The same without one of its fields.
    #[must_use]
    pub fn without(&self, name: &str) -> Self {
        let pairs = self.pairs();
        Self::read(|it| {
            let pair = pairs.iter().find(|(field, _)| *field == it && it != name);
            pair.map(|(_, value)| value.clone())
        })
        .placed_as(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::UserId;

    fn of(pairs: &[(&str, &str)]) -> Look {
        Look::read(|name| {
            pairs
                .iter()
                .find(|(it, _)| *it == name)
                .map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn a_look_survives_its_address() {
        let owner = UserId::fresh().to_string();
        let look = of(&[
            ("q", " Peña & Hijos "),
            ("owner", &owner),
            ("closes", "this_month"),
            ("min", "1.000"),
            ("max", "2500,5"),
            ("order", "amount"),
            ("source", "referral"),
            ("next", "today"),
        ]);
        let pipeline = PipelineId::fresh();
        let elsewhere = Look {
            pipeline: Some(pipeline),
            ..look.clone()
        };
        assert_eq!(Look::saved(&elsewhere.to_save().unwrap()), elsewhere);
        assert_eq!(elsewhere.without("owner").pipeline, Some(pipeline));
        assert_eq!(elsewhere.cleared().address(), format!("/board?pipeline={pipeline}"));
        assert_eq!(look.filter.words, ["pena", "&", "hijos"]);
        assert_eq!(look.pairs().len(), 8);
        let pairs = look.pairs();
        let again = Look::read(|name| pairs.iter().find(|(it, _)| *it == name).map(|(_, value)| value.clone()));
        assert_eq!(again, look);
        assert!(look.address().starts_with("/board?q=Pe%C3%B1a%20%26%20Hijos&owner="));
        assert_eq!(Look::saved(&look.to_save().unwrap()), look);
        assert_eq!(look.without("owner").filter.owner, None);
        assert_eq!(look.without("owner").order, Order::Amount);
    }

    #[test]
    fn amounts_the_wrong_way_round_are_a_range_all_the_same() {
        let look = of(&[("min", "2.000"), ("max", "500")]);
        assert_eq!(look.filter.at_least.map(Money::cents), Some(50_000));
        assert_eq!(look.filter.at_most.map(Money::cents), Some(200_000));
    }

    #[test]
    fn nonsense_narrows_nothing() {
        let look = of(&[("owner", "x"), ("closes", "never"), ("min", "mucho"), ("order", "?")]);
        assert_eq!(look, Look::default());
        assert_eq!(look.address(), "/board");
    }
}
