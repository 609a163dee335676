//! What is said of accounts that may be one firm.

use super::{catalogue::catalogue, labels::Label};
use crate::{
    clients::domain::Evidence,
    types::{Locale, ShortText},
};

catalogue! {
    MergingTexts: "The texts of accounts that may be one firm, in one language.";

    // A new account
    new_title: "Nueva cuenta" | "New account",
    is_it: "¿Ya fue cliente?" | "Have they been a client before?",
    use_this: "Usar esta" | "Use this one",
    first_person: "Con quién hablar" | "Whom to talk to",
    first_person_hint: "Puedes apuntarla antes de que nadie haya hablado con ella." | "May be written down before anybody has spoken to them.",
    more_facts: "Más datos" | "More details",
    create: "Crear la cuenta" | "Create the account",
    anyway: "Crear de todos modos" | "Create it all the same",

    // Those that look alike
    alike_title: "Posibles duplicados" | "Possible duplicates",
    alike_hint: "Cuentas que pueden ser la misma empresa, con lo que lo hace pensar. Nada se une solo."
        | "Accounts that may be one firm, with what speaks for it. Nothing is merged by itself.",
    alike_none: "No hay dos cuentas que parezcan la misma." | "No two accounts look like one.",
    alike_more: "Hay más: aparecerán cuando resuelvas estas." | "There are more: they will appear once these are settled.",
    compare: "Comparar y unir" | "Compare and merge",
    apart: "Son dos empresas" | "They are two firms",
    not_yours: "Puede unirlas quien lleve las dos." | "Whoever holds both can merge them.",
    since: "desde el" | "since",
    same: "Es la misma" | "The same firm",
    likely: "Puede ser la misma" | "May be the same firm",
    merged_last: "Últimas uniones" | "Merged last",
    undo: "Volver a separarlas" | "Part them again",

    // Making two one
    merge_title: "Unir dos cuentas" | "Merge two accounts",
    stays: "Se queda" | "Stays",
    goes: "Se une a la primera" | "Becomes part of the first",
    swap: "Que se quede la otra" | "Keep the other instead",
    no_difference: "Todo lo demás coincide." | "All else is the same.",
    ways_kept: "Los teléfonos, correos y direcciones que no elijas se quedan como otras vías."
        | "Telephones, e-mails and addresses that you do not choose stay as other ways.",
    undoable: "Se puede deshacer cuando quieras." | "It can be taken back at any time.",
    merge: "Unirlas" | "Merge them",
    cancel: "Cancelar" | "Cancel",
}

impl Label for Evidence {
    fn names(&self) -> (&'static str, &'static str) {
        match self {
            Self::SameNif => ("mismo NIF", "same tax number"),
            Self::SameName => ("mismo nombre", "same name"),
            Self::SameEmail => ("mismo correo", "same e-mail"),
            Self::SamePhone => ("mismo teléfono", "same phone"),
            Self::SameDomain => ("mismo dominio", "same domain"),
            Self::AlikeName => ("nombre parecido", "similar name"),
            Self::OtherNif => ("pero otro NIF", "but another tax number"),
        }
    }
}

/// What comes with the account that goes: "Con ella pasan 3 personas, 2 oportunidades y toda su historia."
#[must_use]
pub fn comes_along(locale: Locale, people: u32, opportunities: u32) -> String {
    let several = |count: u32, one: &str, many: &str| match count {
        0 => String::new(),
        1 => format!("1 {one}, "),
        _ => format!("{count} {many}, "),
    };
    let said = match locale {
        Locale::Es => several(people, "persona", "personas") + &several(opportunities, "oportunidad", "oportunidades"),
        Locale::En => several(people, "person", "people") + &several(opportunities, "opportunity", "opportunities"),
    };
    match (locale, said.strip_suffix(", ")) {
        (Locale::Es, Some(said)) => format!("Con ella pasan {said} y toda su historia."),
        (Locale::Es, None) => "Con ella pasa toda su historia.".to_owned(),
        (Locale::En, Some(said)) => format!("With it come {said} and all of its history."),
        (Locale::En, None) => "With it comes all of its history.".to_owned(),
    }
}

/// What the stream says when another account was the same firm.
#[must_use]
pub fn merged(locale: Locale, name: &ShortText) -> String {
    match locale {
        Locale::Es => format!("Se unió a esta la cuenta «{name}»."),
        Locale::En => format!("The account “{name}” was merged into this one."),
    }
}

/// And when it was not, after all.
#[must_use]
pub fn parted(locale: Locale, name: &ShortText) -> String {
    match locale {
        Locale::Es => format!("Se volvió a separar la cuenta «{name}»."),
        Locale::En => format!("The account “{name}” was parted again."),
    }
}
