//! What the letters mean that the team writes in its reports.

use serde::{Deserialize, Serialize};

use crate::types::{Invalid, ShortText, fold};

/// Letters, and what they stand for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    pub term: ShortText,
    pub meaning: ShortText,
}

/// All that the team has explained, in the order of the alphabet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Glossary(Vec<Term>);

/// More than so many are a dictionary, and nobody keeps one up.
pub const MOST_TERMS: u16 = 300;

impl Glossary {
    /// These, each once.
    ///
    /// # Errors
    /// `TooMany`; `Taken` where a term is explained twice, whatever its accents.
    pub fn new(mut terms: Vec<Term>) -> Result<Self, Invalid> {
        if terms.len() > usize::from(MOST_TERMS) {
            return Err(Invalid::TooMany { max: MOST_TERMS });
        }
        terms.sort_by_key(|it| fold(it.term.as_str()));
        let is_twice = |pair: &[Term]| fold(pair[0].term.as_str()) == fold(pair[1].term.as_str());
        if terms.windows(2).any(is_twice) {
            return Err(Invalid::Taken);
        }
        Ok(Self(terms))
    }

    /// Reads them as they are typed: one a line, `PRL = prevención de riesgos laborales`. Empty lines are passed over.
    ///
    /// # Errors
    /// `TermFormat` for a line without a meaning, what [`ShortText`] refuses, and as [`Glossary::new`].
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        let terms = lines.map(|line| {
            let parts = line.split_once('=').filter(|(term, meaning)| {
                let has = |it: &str| !it.trim().is_empty();
                has(term) && has(meaning)
            });
            let (term, meaning) = parts.ok_or_else(|| Invalid::TermFormat {
                line: line.chars().take(40).collect(),
            })?;
            Ok(Term {
                term: ShortText::parse(term)?,
                meaning: ShortText::parse(meaning)?,
            })
        });
        Self::new(terms.collect::<Result<_, Invalid>>()?)
    }

    /// As it is typed.
    #[must_use]
    pub fn text(&self) -> String {
        let lines = self.0.iter().map(|it| format!("{} = {}", it.term, it.meaning));
        lines.collect::<Vec<_>>().join("\n")
    }

    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = &Term> {
        self.0.iter()
    }

    /// The terms alone, folded.
    #[must_use]
    pub fn terms(&self) -> Vec<String> {
        self.0.iter().map(|it| fold(it.term.as_str())).collect()
    }

    /// Those that stand in a text as words of their own.
    #[must_use]
    pub fn found_in(&self, text: &str) -> Vec<&Term> {
        let said = format!(" {} ", separated(text));
        let stands = |it: &&Term| said.contains(&format!(" {} ", separated(it.term.as_str())));
        self.0.iter().filter(stands).collect()
    }
}

/// Folded, with nothing but one space between the words.
fn separated(text: &str) -> String {
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_read_by_lines_and_written_in_the_order_of_the_alphabet() {
        let glossary = Glossary::parse("PRL = prevención de riesgos\n\n Cdmc=Cuadro de mando = comercial ").unwrap();
        assert_eq!(
            glossary.text(),
            "Cdmc = Cuadro de mando = comercial\nPRL = prevención de riesgos"
        );
        assert_eq!(Glossary::parse(&glossary.text()).unwrap(), glossary);
        assert_eq!(glossary.terms(), ["cdmc", "prl"]);
    }

    #[test]
    fn a_line_without_a_meaning_and_a_term_explained_twice_are_refused() {
        for line in ["PRL", "PRL =", "= prevención"] {
            assert_eq!(
                Glossary::parse(line),
                Err(Invalid::TermFormat { line: line.to_owned() })
            );
        }
        assert_eq!(Glossary::parse("PRL = a\nprl = b"), Err(Invalid::Taken));
        let many: Vec<String> = (0..=MOST_TERMS).map(|n| format!("T{n} = x")).collect();
        assert_eq!(
            Glossary::parse(&many.join("\n")),
            Err(Invalid::TooMany { max: MOST_TERMS })
        );
    }

    #[test]
    fn a_term_is_found_as_a_word_of_its_own_whatever_its_case() {
        let glossary = Glossary::parse("PRL = prevención\nRR.HH. = recursos humanos").unwrap();
        let found =
            |text: &str| -> Vec<String> { glossary.found_in(text).iter().map(|it| it.term.to_string()).collect() };
        assert_eq!(found("Visita. Quieren prl, y que venga RR.HH."), ["PRL", "RR.HH."]);
        assert!(found("Aprleta y herrhh").is_empty());
    }
}
