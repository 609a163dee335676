//! Whether a report will be understood in a year by somebody who was not there (T3, T4, T6, T7). It advises and never forbids.
//!
//! The rules are those of the founding documents: «12/04/2021 – Visita con Sr. X, gerente…» says who, what and what follows;
//! «visita. Cdmc» says none of them, in letters that only its writer can read.

use std::collections::BTreeSet;

use super::{
    ActivityKind,
    legibility_words::{COMMON, INSULTS, MOMENTS, POSTS, PROMISES, SMALL, TITLES},
};
use crate::types::fold;

/// What somebody is writing, with what the form says beside the text.
#[derive(Clone, Copy, Debug, Default)]
pub struct Draft<'a> {
    pub text: &'a str,
    pub activity: Option<ActivityKind>,
    /// Who was there has a field of its own, and it is filled in.
    pub says_who: bool,
    /// So has what it was about.
    pub says_what: bool,
    /// So has what follows.
    pub says_next: bool,
    /// The names of the persons of the client.
    pub people: &'a [String],
    /// The terms that the team has explained, folded.
    pub glossary: &'a [String],
}

/// What somebody else would stumble over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// Letters that are no word, as they were typed, and that nobody has explained.
    Unknown(String),
    /// A word that one would not say to the client's face, as it was typed.
    Insult(String),
    NoWho,
    NoWhat,
    NoNext,
}

/// Fewer words than these say nothing of what it was about.
const FEWEST_WORDS: usize = 4;
/// More consonants in a row than Spanish has ("construir" has four).
const MOST_CONSONANTS: usize = 5;

/// What could be clearer, in the order in which it is said: words first, then what is missing. Nothing of an empty text.
#[must_use]
pub fn remarks(draft: &Draft) -> Vec<Remark> {
    let words = words_of(draft.text);
    if words.is_empty() {
        return Vec::new();
    }
    let folded: Vec<String> = words.iter().map(|word| fold(word)).collect();
    let shouts = is_shouted(draft.text);
    let mut said = BTreeSet::new();
    let mut remarks = Vec::new();
    for (word, plain) in words.iter().zip(&folded) {
        let remark = if INSULTS.contains(&plain.as_str()) {
            Remark::Insult((*word).to_owned())
        } else if is_unknown(word, plain, shouts, draft) {
            Remark::Unknown((*word).to_owned())
        } else {
            continue;
        };
        if said.insert(plain) {
            remarks.push(remark);
        }
    }
    // Of a note or a task nobody asks with whom it was.
    let is_alone = matches!(draft.activity, Some(ActivityKind::Note | ActivityKind::Task));
    let missing = [
        (
            !draft.says_who && !is_alone && !names_somebody(draft, &words, &folded),
            Remark::NoWho,
        ),
        (!draft.says_what && !says_something(&folded, &remarks), Remark::NoWhat),
        (
            !draft.says_next && !is_alone && !promises(draft.text, &folded),
            Remark::NoNext,
        ),
    ];
    remarks.extend(
        missing
            .into_iter()
            .filter(|(is_missing, _)| *is_missing)
            .map(|(_, remark)| remark),
    );
    remarks
}

/// The runs of letters, digits and what joins them ("RR.HH", "F-2026").
fn words_of(text: &str) -> Vec<&str> {
    let parts = text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | '-' | '&' | '@' | '/' | 'º' | 'ª')));
    parts
        .map(|part| part.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|part| !part.is_empty())
        .collect()
}

/// Whether most of it is in capitals: then capitals say nothing of a word.
fn is_shouted(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic());
    let (all, high) = letters.fold((0, 0), |(all, high), c| (all + 1, high + i32::from(c.is_uppercase())));
    all > 12 && high * 2 > all
}

fn is_unknown(word: &str, plain: &str, shouts: bool, draft: &Draft) -> bool {
    let letters = plain.chars().filter(|c| c.is_alphabetic()).count();
    // Numbers of invoices, addresses, amounts, dates and names of products are what they are.
    if letters < 2 || !word.chars().all(char::is_alphabetic) {
        return false;
    }
    let is_known = COMMON.contains(&plain)
        || TITLES.contains(&plain)
        || draft.glossary.iter().any(|term| term == plain)
        || draft
            .people
            .iter()
            .any(|name| fold(name).split_whitespace().any(|part| part == plain));
    if is_known {
        return false;
    }
    let is_vowel = |c: char| "aeiouy".contains(c);
    let mut run = 0;
    let longest = plain.chars().fold(0, |longest: usize, c| {
        run = if is_vowel(c) { 0 } else { run + 1 };
        longest.max(run)
    });
    let is_acronym = !shouts && (2..=5).contains(&letters) && word.chars().all(char::is_uppercase);
    longest == letters || longest >= MOST_CONSONANTS || is_acronym
}

fn names_somebody(draft: &Draft, words: &[&str], folded: &[String]) -> bool {
    let is_capital = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
    let named = |name: &String| {
        let name = fold(name);
        let mut parts = name.split_whitespace();
        parts.any(|part| part.chars().count() > 2 && folded.iter().any(|word| word == part))
    };
    draft.people.iter().any(named)
        || folded
            .iter()
            .any(|word| POSTS.iter().any(|post| word.starts_with(post)))
        || folded.iter().any(|word| TITLES.contains(&word.as_str()))
        || folded.iter().zip(words.iter().skip(1)).any(|(before, word)| {
            matches!(before.as_str(), "con" | "a" | "de" | "with" | "to") && is_capital(word) && word.len() > 2
        })
}

/// Whether enough words are left that are neither the kind of what was done nor letters that nobody can read.
fn says_something(folded: &[String], remarks: &[Remark]) -> bool {
    let is_unread = |word: &str| {
        remarks.iter().any(|it| match it {
            Remark::Unknown(unread) => fold(unread) == word,
            _ => false,
        })
    };
    let telling = folded.iter().filter(|word| {
        let long = word.chars().filter(|c| c.is_alphabetic()).count() > 2;
        long && !SMALL.contains(&word.as_str()) && !is_unread(word)
    });
    telling.count() >= FEWEST_WORDS
}

fn promises(text: &str, folded: &[String]) -> bool {
    let whole = fold(text);
    MOMENTS.iter().any(|moment| whole.contains(moment))
        || folded.iter().any(|word| {
            PROMISES.iter().any(|stem| {
                // The infinitive and what is still to come; what was done ("enviado", "llamé") promises nothing.
                word.strip_prefix(stem).is_some_and(|end| {
                    [
                        "r", "re", "remos", "ra", "ran", "rle", "rles", "rlo", "rla", "rselo", "rme", "rnos",
                    ]
                    .contains(&end)
                })
            })
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<Remark> {
        remarks(&Draft {
            text,
            activity: Some(ActivityKind::Visit),
            ..Draft::default()
        })
    }

    #[test]
    fn the_example_of_the_founding_documents_passes() {
        let text = "12/04/2021 – Visita con Sr. X, gerente, presente Sr. Z, director informático. Interés en renovar los \
                    equipos del almacén. Les parece caro el mantenimiento. Pasar valoración.";
        assert_eq!(of(text), []);
    }

    #[test]
    fn the_bad_example_is_flagged_for_its_letters_and_for_all_it_does_not_say() {
        let unread = Remark::Unknown("Cdmc".to_owned());
        assert_eq!(
            of("visita. Cdmc"),
            [unread, Remark::NoWho, Remark::NoWhat, Remark::NoNext]
        );
    }

    #[test]
    fn insults_are_named_as_they_were_typed() {
        let said = of("Llamada con el gerente, un estúpido calvorota que no escucha. Volver a llamar el lunes.");
        let insults = ["estúpido", "calvorota"].map(|word| Remark::Insult(word.to_owned()));
        assert_eq!(said, insults);
    }

    #[test]
    fn what_the_form_says_need_not_be_said_again() {
        let draft = Draft {
            text: "ok",
            says_who: true,
            says_what: true,
            says_next: true,
            ..Draft::default()
        };
        assert_eq!(remarks(&draft), []);
        assert_eq!(remarks(&Draft { text: "  \n ", ..draft }), []);
    }

    #[test]
    fn what_the_team_has_explained_and_whom_the_client_employs_are_known() {
        let (people, glossary) = (["Vicent Blnch".to_owned()], ["cdmc".to_owned()]);
        let draft = Draft {
            text: "Vicent Blnch enseña el almacén y pregunta por el CDMC. Preparar precio.",
            people: &people,
            glossary: &glossary,
            ..Draft::default()
        };
        assert_eq!(remarks(&draft), []);
        let alone = Draft {
            people: &[],
            glossary: &[],
            ..draft
        };
        let unread = ["Blnch", "CDMC"].map(|word| Remark::Unknown(word.to_owned()));
        assert_eq!(remarks(&alone), [&unread[..], &[Remark::NoWho]].concat());
    }

    #[test]
    fn common_abbreviations_acronyms_numbers_and_shouting_are_no_riddles() {
        for text in [
            "Reunión con D.ª Amparo, de RR.HH. Quieren el plan de igualdad y el IVA incluido. Enviar presupuesto P-2026/118.",
            "VISITA CON EL GERENTE. QUIEREN RENOVAR EL CONTRATO DE LIMPIEZA DE LA NAVE. LLAMAR EN ENERO.",
            "Hablo con Consuelo por tlf: el ERP da problemas con las nóminas. Quedamos el jueves a las 9:30 h.",
            "Me atiende la Sra. Tormo, construirán una nave de 1.200 m2 en 2027. Próximo paso: volver en febrero.",
        ] {
            assert_eq!(of(text), [], "{text}");
        }
    }

    #[test]
    fn a_task_is_with_nobody() {
        let draft = Draft {
            text: "Preparar la documentación para la inspección de trabajo",
            activity: Some(ActivityKind::Task),
            ..Draft::default()
        };
        assert_eq!(remarks(&draft), []);
    }

    #[test]
    fn any_text_is_read() {
        for text in [
            "🙂🙂🙂",
            "<b>visita</b>",
            "مرحبا بكم",
            "....",
            "ª",
            &"x".repeat(20_000),
            "a\u{0}b",
            "İİİ ŉŉ ß",
        ] {
            let _ = of(text);
        }
    }
}
