//! Whether a name that is being typed is one that is there already.

use super::name_key::FORMS;
use crate::types::fold;

/// What the folded names of the same firm begin with: as typed, without its legal form. Empty for what is too short to tell.
#[must_use]
pub fn beginning(typed: &str) -> String {
    let folded = fold(typed);
    let mut words: Vec<&str> = folded.split_whitespace().collect();
    while let Some(last) = words.last() {
        let plain: String = last.chars().filter(|c| c.is_alphanumeric()).collect();
        if words.len() < 2 || !(plain.is_empty() || FORMS.contains(&plain.as_str())) {
            break;
        }
        words.pop();
    }
    let name = words.join(" ").trim_end_matches([',', '.', ' ']).to_owned();
    if name.chars().count() < 3 { String::new() } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_legal_form_says_nothing_about_who_it_is() {
        for typed in [
            "Hermanos Peña, S.L.",
            "hermanos  pena",
            "HERMANOS PEÑA SLU",
            "Hermanos Peña, S. L. U.",
        ] {
            let begins = beginning(typed);
            assert!(
                "hermanos pena".starts_with(&begins) || begins.starts_with("hermanos pena"),
                "{typed}: {begins}"
            );
        }
        assert_eq!(beginning("Hermanos Peña, S.L."), "hermanos pena");
        assert_eq!(beginning("Aguas de Sa"), "aguas de");
        assert_eq!(beginning("S.A."), "s.a");
        assert_eq!(beginning("ab"), "");
        assert_eq!(beginning(" , . "), "");
    }
}
