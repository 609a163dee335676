//! Slips of the finger.

/// A shorter word is not looked for with a slip in it: it would be any other.
const FEWEST: usize = 4;

/// Whether a slip in what was typed is forgiven: not in a number, which would be another one.
pub(super) fn is_forgiven(typed: &str) -> bool {
    typed.len() >= FEWEST && !typed.contains(|c: char| c.is_ascii_digit())
}

/// Whether `word` begins with what was typed but for one slip: a letter too many, one missing, another one, or two that changed
/// places. The bytes of folded text are its letters, but for scripts that fold to nothing simpler: there less is forgiven.
pub(super) fn begins_nearly(word: &str, typed: &str) -> bool {
    let (word, typed) = (word.as_bytes(), typed.as_bytes());
    let same = word.iter().zip(typed).take_while(|(a, b)| a == b).count();
    let (word, typed) = (&word[same..], &typed[same..]);
    let Some((_, after)) = typed.split_first() else {
        return true;
    };
    let too_many = word.starts_with(after);
    let missing = word.get(1..).is_some_and(|rest| rest.starts_with(typed));
    let another = word.get(1..).is_some_and(|rest| rest.starts_with(after));
    let swapped = match (word, typed) {
        ([a, b, word @ ..], [c, d, typed @ ..]) => a == d && b == c && word.starts_with(typed),
        _ => false,
    };
    too_many || missing || another || swapped
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn one_slip_is_forgiven_and_two_are_not() {
        for typed in [
            "tallres",
            "tallerres",
            "tslleres",
            "talelres",
            "tale",
            "talleres",
            "atlle",
        ] {
            assert!(begins_nearly("talleres", typed), "{typed}");
        }
        assert!(is_forgiven("talle") && !is_forgiven("tal") && !is_forgiven("1199"));
        for typed in ["telares", "tralers", "sastre", "tallersx1"] {
            assert!(!begins_nearly("talleres", typed), "{typed}");
        }
    }

    proptest! {
        #[test]
        fn every_single_slip_is_forgiven(word in "[a-z]{5,12}", at in 1_usize..4, letter in "[a-z]") {
            let letters: Vec<char> = word.chars().collect();
            let joined = |letters: &[char]| letters.iter().collect::<String>();
            let (mut missing, mut swapped) = (letters.clone(), letters.clone());
            missing.remove(at);
            swapped.swap(at, at + 1);
            for slip in [joined(&missing), joined(&swapped), format!("{}{letter}{}", &word[..at], &word[at..]),
                format!("{}{letter}{}", &word[..at], &word[at + 1..])] {
                prop_assert!(begins_nearly(&word, &slip), "{word} {slip}");
            }
        }
    }
}
