//! Names of persons, as they are where they live.

use super::{
    data::{self, Town},
    dice::Dice,
};
use crate::types::Province;

/// What names are made of in a part of Spain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tongue {
    Castilian,
    Catalan,
    Basque,
    Galician,
}

/// Somebody's name.
pub struct PersonName {
    pub given: &'static str,
    pub surname: &'static str,
    pub second: &'static str,
    pub woman: bool,
}

impl PersonName {
    /// As on a card.
    pub fn full(&self) -> String {
        format!("{} {} {}", self.given, self.surname, self.second)
    }

    /// As colleagues say it.
    pub fn usual(&self) -> String {
        format!("{} {}", self.given, self.surname)
    }
}

/// How names are in a town: along the Mediterranean both languages are used side by side.
pub fn tongue(town: &Town, dice: &mut Dice) -> Tongue {
    use Province::{
        ACoruna, Alicante, Araba, Barcelona, Bizkaia, Castellon, Gipuzkoa, Girona, IllesBalears, Lleida, Lugo, Ourense,
        Pontevedra, Tarragona, Valencia,
    };
    let (own, percent) = match town.province {
        Valencia | Alicante | Castellon => (Tongue::Catalan, 45),
        Barcelona | Girona | Lleida | Tarragona | IllesBalears => (Tongue::Catalan, 65),
        Bizkaia | Gipuzkoa | Araba => (Tongue::Basque, 65),
        ACoruna | Lugo | Ourense | Pontevedra => (Tongue::Galician, 65),
        _ => (Tongue::Castilian, 100),
    };
    if dice.chance(percent) { own } else { Tongue::Castilian }
}

/// Family names of a part of Spain.
pub fn surnames(tongue: Tongue) -> &'static [&'static str] {
    match tongue {
        Tongue::Castilian => &data::SURNAMES_CASTILIAN,
        Tongue::Catalan => &data::SURNAMES_CATALAN,
        Tongue::Basque => &data::SURNAMES_BASQUE,
        Tongue::Galician => &data::SURNAMES_GALICIAN,
    }
}

/// What firms of a part of Spain are named after.
pub fn places(tongue: Tongue) -> &'static [&'static str] {
    match tongue {
        Tongue::Castilian => &data::PLACES_CASTILIAN,
        Tongue::Catalan => &data::PLACES_CATALAN,
        Tongue::Basque => &data::PLACES_BASQUE,
        Tongue::Galician => &data::PLACES_GALICIAN,
    }
}

/// Somebody of a place; one in four has names from elsewhere.
pub fn person(tongue: Tongue, dice: &mut Dice) -> PersonName {
    let woman = dice.chance(50);
    let mut own = || {
        if dice.chance(75) { tongue } else { Tongue::Castilian }
    };
    let (first, second, third) = (own(), own(), own());
    let given: &[&'static str] = match (woman, first) {
        (true, Tongue::Castilian) => &data::WOMEN,
        (true, Tongue::Catalan) => &data::WOMEN_CATALAN,
        (true, Tongue::Basque) => &data::WOMEN_BASQUE,
        (true, Tongue::Galician) => &data::WOMEN_GALICIAN,
        (false, Tongue::Castilian) => &data::MEN,
        (false, Tongue::Catalan) => &data::MEN_CATALAN,
        (false, Tongue::Basque) => &data::MEN_BASQUE,
        (false, Tongue::Galician) => &data::MEN_GALICIAN,
    };
    PersonName {
        given: dice.word(given),
        surname: dice.word(surnames(second)),
        second: dice.word(surnames(third)),
        woman,
    }
}

/// As in the middle of a sentence.
pub fn uncapitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(char::to_lowercase);
    first.into_iter().flatten().chain(letters).collect()
}
