//! A firm's name as it is compared: without accents, legal form, filler words and order.

use crate::types::fold;

/// Forms of a firm that people write or leave out (Código de Comercio, Ley de Sociedades de Capital, cooperatives, common
/// ownership), without their dots and blanks.
pub(super) const FORMS: [&str; 28] = [
    "sl",
    "slu",
    "slp",
    "sll",
    "slne",
    "sa",
    "sau",
    "sal",
    "scoop",
    "coop",
    "sc",
    "scp",
    "cb",
    "aie",
    "ute",
    "srl",
    "sccl",
    "coopv",
    "scoopv",
    "sociedadlimitada",
    "sociedadlimitadaunipersonal",
    "sociedadlimitadalaboral",
    "sociedadanonima",
    "sociedadanonimalaboral",
    "sociedadcooperativa",
    "sociedadcivil",
    "comunidaddebienes",
    "sociedadlimitadaprofesional",
];

/// The most words that a form is written in ("Sociedad de … de …", "S. L. N. E.").
const FORM_WORDS: usize = 4;

/// Words that join and say nothing of who it is, in Spanish, Valencian and Galician.
const FILLERS: [&str; 23] = [
    "y",
    "e",
    "i",
    "and",
    "de",
    "del",
    "dels",
    "da",
    "do",
    "d",
    "la",
    "las",
    "el",
    "los",
    "els",
    "les",
    "l",
    "cia",
    "compania",
    "companyia",
    "co",
    "en",
    "the",
];

/// Abbreviations that are written on signs and cards, and what they stand for.
const ABBREVIATIONS: [(&str, &str); 22] = [
    ("hnos", "hermanos"),
    ("hno", "hermanos"),
    ("hnas", "hermanas"),
    ("germans", "hermanos"),
    ("gmnos", "hermanos"),
    ("fdez", "fernandez"),
    ("fndez", "fernandez"),
    ("rguez", "rodriguez"),
    ("rdguez", "rodriguez"),
    ("glez", "gonzalez"),
    ("gzlez", "gonzalez"),
    ("mtnez", "martinez"),
    ("mtez", "martinez"),
    ("hdez", "hernandez"),
    ("gcia", "garcia"),
    ("fco", "francisco"),
    ("ma", "maria"),
    ("sta", "santa"),
    ("sto", "santo"),
    ("ntra", "nuestra"),
    ("suc", "sucesores"),
    ("sucs", "sucesores"),
];

/// Within a word of so many letters one slip of the finger is admitted; a shorter one is another word.
const LONG_WORD: usize = 5;

/// The words that a name is known by, in the order of the alphabet. An `ñ` is kept: "Peña" and "Pena" are alike, not the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameKey {
    words: Vec<String>,
}

/// How alike two names are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameLikeness {
    /// The same but for accents, legal form, fillers, abbreviations and order.
    Same,
    /// The same but for one slip, a plural or a tilde.
    Alike,
    Other,
}

impl NameKey {
    /// Of a name as it was typed. Of what has neither letter nor digit it has no words, and is like nothing.
    #[must_use]
    pub fn of(name: &str) -> Self {
        let mut words = words_of(name);
        without_form(&mut words);
        let mut known: Vec<String> = joined_initials(words.clone()).into_iter().map(spelled_out).collect();
        let told = |word: &String| !FILLERS.contains(&fold(word).as_str());
        // "La Compañía" is nothing but fillers, and is called so all the same.
        if known.iter().any(told) {
            known.retain(told);
        }
        known.sort_unstable();
        Self { words: known }
    }

    /// What accounts are looked up by: two names that are the same have it in common. Empty for no name.
    #[must_use]
    pub fn key(&self) -> String {
        let mut words: Vec<String> = self.words.iter().map(|word| fold(word)).collect();
        words.sort_unstable();
        words.join(" ")
    }

    /// The consonants of every word as they sound: most names with one slip have it in common. Empty for no name.
    #[must_use]
    pub fn sound(&self) -> String {
        let mut words: Vec<String> = self.words.iter().map(|word| sound_of(&singular(&fold(word)))).collect();
        words.sort_unstable();
        words.join(" ")
    }

    /// How alike it is to another.
    #[must_use]
    pub fn likeness(&self, other: &Self) -> NameLikeness {
        if self.words.is_empty() || self.words.len() != other.words.len() {
            return NameLikeness::Other;
        }
        if self.words == other.words {
            return NameLikeness::Same;
        }
        // What both have goes away in pairs; what is left must be one word, or words that differ in a tilde or a plural.
        let mut theirs = other.words.clone();
        let mine: Vec<&String> = self
            .words
            .iter()
            .filter(|word| match theirs.iter().position(|it| it == *word) {
                Some(at) => {
                    theirs.remove(at);
                    false
                }
                None => true,
            })
            .collect();
        let mut slips = 0;
        for word in mine {
            let found = theirs.iter().position(|it| is_inflected(word, it)).or_else(|| {
                slips += 1;
                theirs.iter().position(|it| is_slip(&fold(word), &fold(it)))
            });
            match found {
                Some(at) => drop(theirs.remove(at)),
                None => return NameLikeness::Other,
            }
        }
        if slips < 2 {
            NameLikeness::Alike
        } else {
            NameLikeness::Other
        }
    }
}

/// Its words in lower case without accents, but with their `ñ`.
fn words_of(name: &str) -> Vec<String> {
    // Text from a Mac holds the tilde as a character of its own; a raised dot stands within a Catalan word.
    let name = name
        .replace("n\u{303}", "ñ")
        .replace("N\u{303}", "ñ")
        .replace(['·', '\u{140}'], "");
    let kept: String = name
        .chars()
        .flat_map(char::to_lowercase)
        .map(|c| {
            if c == 'ñ' {
                "ñ".to_owned()
            } else {
                fold(&c.to_string())
            }
        })
        .collect();
    kept.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Takes the legal form off the end, in however many pieces it was written; a name is never only its form.
fn without_form(words: &mut Vec<String>) {
    loop {
        let most = FORM_WORDS.min(words.len().saturating_sub(1));
        let form = (1..=most)
            .rev()
            .find(|n| FORMS.contains(&words[words.len() - n..].concat().as_str()));
        match form {
            Some(n) => words.truncate(words.len() - n),
            None => return,
        }
    }
}

/// "J. M. Pérez" is "JM Pérez".
fn joined_initials(words: Vec<String>) -> Vec<String> {
    let mut joined: Vec<String> = Vec::with_capacity(words.len());
    let mut after_initial = false;
    for word in words {
        let is_initial = word.chars().count() == 1 && !FILLERS.contains(&word.as_str());
        match joined.last_mut() {
            Some(last) if is_initial && after_initial => last.push_str(&word),
            _ => joined.push(word),
        }
        after_initial = is_initial;
    }
    joined
}

fn spelled_out(word: String) -> String {
    match ABBREVIATIONS.iter().find(|(short, _)| *short == word) {
        Some((_, whole)) => (*whole).to_owned(),
        None => word,
    }
}

/// Whether they are one word but for a tilde or a plural.
fn is_inflected(one: &str, other: &str) -> bool {
    let (one, other) = (fold(one), fold(other));
    one == other || (one.len().min(other.len()) >= LONG_WORD && singular(&one) == singular(&other))
}

/// A word without the ending of its plural.
fn singular(word: &str) -> String {
    let ends_in_consonant = |stem: &str| stem.ends_with(['l', 'r', 'n', 'd', 'z', 'j']);
    match (word.strip_suffix("es"), word.strip_suffix('s')) {
        (Some(stem), _) if stem.len() >= LONG_WORD && ends_in_consonant(stem) => stem.to_owned(),
        (_, Some(stem)) if stem.len() >= LONG_WORD - 1 => stem.to_owned(),
        _ => word.to_owned(),
    }
}

/// Whether one letter more, less, changed, or two neighbours exchanged make one word of the other. Nobody gets the first sound
/// wrong, and a number with another digit is another number.
fn is_slip(one: &str, other: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let has_digit = |word: &[char]| word.iter().any(char::is_ascii_digit);
    if a.len().min(b.len()) < LONG_WORD || a.len().abs_diff(b.len()) > 1 || has_digit(&a) || has_digit(&b) {
        return false;
    }
    if first_sound(one) != first_sound(other) {
        return false;
    }
    let same = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[same..], &b[same..]);
    let exchanged =
        |a: &[char], b: &[char]| a.len() > 1 && b.len() > 1 && a[0] == b[1] && a[1] == b[0] && a[2..] == b[2..];
    match a.len().cmp(&b.len()) {
        std::cmp::Ordering::Less => a == &b[1..],
        std::cmp::Ordering::Greater => &a[1..] == b,
        std::cmp::Ordering::Equal => a.is_empty() || a[1..] == b[1..] || exchanged(a, b),
    }
}

fn first_sound(word: &str) -> Option<char> {
    let mut letters = word.chars().filter(|c| *c != 'h');
    let first = letters.next()?;
    Some(sound_letter(first, letters.next()))
}

/// The sound of a letter before the next one, roughly: what Spanish spells in more than one way is one.
fn sound_letter(letter: char, next: Option<char>) -> char {
    let soft = matches!(next, Some('e' | 'i'));
    match letter {
        'v' => 'b',
        'c' if soft => 's',
        'c' | 'q' => 'k',
        'z' => 's',
        'g' if soft => 'j',
        'x' => 'j',
        'y' => 'i',
        other => other,
    }
}

/// The consonants of a word as they sound, none twice in a row, after its first letter.
fn sound_of(word: &str) -> String {
    let letters: Vec<char> = word.chars().filter(|c| *c != 'h').collect();
    let mut sound = String::with_capacity(letters.len());
    for (at, letter) in letters.iter().enumerate() {
        let heard = sound_letter(*letter, letters.get(at + 1).copied());
        let is_vowel = matches!(heard, 'a' | 'e' | 'i' | 'o' | 'u');
        if at == 0 || !(is_vowel || sound.ends_with(heard)) {
            sound.push(heard);
        }
    }
    sound
}
