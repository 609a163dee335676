//! Names of firms: after their trade, their family or their place.

use std::collections::HashSet;

use super::{
    data::{Sector, Town},
    dice::Dice,
    names::{Tongue, places, surnames},
};
use crate::types::fold;

/// The name of a firm, and the letter that its tax identifier begins with.
pub struct FirmName {
    pub name: String,
    /// Without the legal form: what mail and web addresses are made of.
    pub short: String,
    pub letter: char,
}

/// The names that are taken: no two firms of a demo share one.
#[derive(Default)]
pub struct Names(HashSet<String>);

/// After so many taken names the town is added, and after as many more a number.
const TRIES: u32 = 6;

impl Names {
    /// A new name.
    pub fn firm(&mut self, sector: &Sector, town: &Town, tongue: Tongue, dice: &mut Dice) -> FirmName {
        let mut attempt = 0;
        loop {
            let mut short = short(sector, tongue, dice);
            if attempt >= TRIES && !short.ends_with(town.name) {
                short = format!("{short} {}", town.name);
            }
            if attempt >= 2 * TRIES {
                short = format!("{short} {attempt}");
            }
            if self.take(&short) {
                let (form, letter) = legal_form(&short, tongue, dice);
                let name = format!("{short}, {form}");
                return FirmName { name, short, letter };
            }
            attempt += 1;
        }
    }

    /// Whether the name was free; it no longer is.
    pub fn take(&mut self, name: &str) -> bool {
        self.0.insert(fold(name))
    }
}

fn short(sector: &Sector, tongue: Tongue, dice: &mut Dice) -> String {
    let own = tongue == Tongue::Catalan && dice.chance(60);
    let heads = if own { &sector.heads_catalan } else { &sector.heads };
    let head = dice.word(heads);
    let family = dice.word(surnames(tongue));
    let other = dice.word(surnames(tongue));
    let place = dice.word(places(tongue));
    match (dice.below(12), tongue) {
        (0 | 1, Tongue::Catalan) => format!("{head} {family} i Fills"),
        (0 | 1, Tongue::Basque) => format!("{head} {family} Anaiak"),
        (0 | 1, Tongue::Galician) => format!("{head} {family} e Fillos"),
        (0 | 1, Tongue::Castilian) => format!("{head} {family} e Hijos"),
        (2, Tongue::Catalan) => format!("{head} Germans {family}"),
        (2, Tongue::Galician) => format!("{head} Irmáns {family}"),
        (2, _) => format!("{head} Hermanos {family}"),
        (3, _) => format!("{head} {family} Hnos."),
        (4 | 5, _) => format!("{head} {place}"),
        (6, Tongue::Catalan) => format!("{head} {family} i {other}"),
        // «y» becomes «e» before the sound of an i.
        (6, _) if other.starts_with(['I', 'Í']) => format!("{head} {family} e {other}"),
        (6, _) => format!("{head} {family} y {other}"),
        (7, _) => format!("{head} {family} y Cía."),
        (8, _) => format!("{head} Grupo {family}"),
        (9, _) => format!("{head} {family} {place}"),
        _ => format!("{head} {family} {other}"),
    }
}

/// How the firm is incorporated, and its letter in the tax identifier (Orden EHA/451/2008).
fn legal_form(short: &str, tongue: Tongue, dice: &mut Dice) -> (&'static str, char) {
    let of_two = short.contains(" y ") || short.contains(" i ");
    match dice.below(100) {
        0..=2 if of_two => ("C.B.", 'E'),
        0..=13 => ("S.A.", 'A'),
        14..=15 => ("S.A.U.", 'A'),
        16..=29 => ("S.L.U.", 'B'),
        30..=32 if tongue == Tongue::Catalan => ("Coop. V.", 'F'),
        30..=36 if tongue == Tongue::Basque => ("S.Coop.", 'F'),
        30..=31 => ("S.Coop.", 'F'),
        32 => ("S.L.L.", 'B'),
        _ => ("S.L.", 'B'),
    }
}

/// As in an address of mail or web: plain letters and digits.
pub fn slug(text: &str) -> String {
    let plain = fold(text);
    plain.chars().filter(char::is_ascii_alphanumeric).take(40).collect()
}
