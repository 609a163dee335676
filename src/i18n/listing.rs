//! What the list of accounts says.

use super::{
    catalogue::catalogue,
    labels::{Label, labels},
};
use crate::{clients::domain::AccountColumn, types::Locale};

catalogue! {
    ListingTexts: "The texts of the list of accounts, in one language.";

    search: "Nombre, población, NIF, teléfono…" | "Name, town, tax id, phone…",
    none: "Ninguna cuenta tiene eso en el nombre, la población, el sector, el NIF, el teléfono o el correo."
        | "No account has that in its name, town, sector, tax id, phone or e-mail.",
    none_yet: "Todavía no hay cuentas." | "There are no accounts yet.",
    preparing: "Clientela acaba de arrancar y todavía está leyendo: puede que falten cuentas o contactos. Vuelve a cargar en unos segundos."
        | "Clientela has just started and is still reading: accounts or contacts may be missing. Load again in a few seconds.",
    any_warmth: "Cualquier temperatura" | "Any warmth",
    any_department: "Cualquier departamento" | "Any department",
    any_section: "Cualquier CNAE" | "Any section",
    any_size: "Cualquier plantilla" | "Any staff",
    any_source: "Cualquier origen" | "Any source",
    any_province: "Cualquier provincia" | "Any province",
    more_filters: "Más filtros" | "More filters",
    edit_hint: "Púlsalo para cambiarlo" | "Press to change it",
    changed: "cambiado" | "changed",
    put_back: "como estaba" | "as it was",
    stale: "Lo acaban de cambiar: ahora pone esto otro." | "Somebody has just changed it: it says this now.",
    keep_view: "Guardar esta vista" | "Save this view",
    export_name: "cuentas" | "accounts",
    pick: "Elegir" | "Pick",
    together: "Cambiar varias" | "Change several",
    together_hint: "Marca cuentas en la lista y di qué les cambia. Lo que dejes como está no se toca."
        | "Tick accounts in the list and say what changes. What you leave as it is is not touched.",
    together_all: "Todas las del filtro" | "All of the filter",
    together_do: "Cambiarlas" | "Change them",
    as_is: "— como está —" | "— as it is —",
    nothing: "Ninguno" | "None",
    pick_some: "Marca al menos una cuenta de la lista, o todas las del filtro." | "Tick at least one account of the list, or all of the filter.",
    say_what: "Di qué les cambia: está todo como está." | "Say what changes: all is as it is.",
}

labels!(AccountColumn {
    Name: "Nombre" | "Name",
    Lifecycle: "Relación" | "Relationship",
    Contact: "Último contacto" | "Last contact",
    Owner: "La lleva" | "Account owner",
    Phone: "Teléfono" | "Phone",
    Town: "Población" | "Town",
    Province: "Provincia" | "Province",
    Sector: "Sector" | "Sector",
    Section: "CNAE" | "Section",
    Size: "Plantilla" | "Staff",
    Turnover: "Facturación" | "Turnover",
    Kind: "Qué es para nosotros" | "What it is to us",
    Zone: "Zona" | "Zone",
    Department: "Departamento" | "Department",
    Source: "Origen" | "Source",
    Nif: "NIF" | "Tax id",
    Email: "Correo" | "E-mail",
    Web: "Web" | "Web",
    Bought: "Última compra" | "Last purchase",
    Created: "Desde" | "Since",
});

/// "12 cuentas cambiadas; 3 ya estaban así; 1 no la puedes cambiar."
#[must_use]
pub fn together(locale: Locale, changed: u32, same: u32, refused: u32) -> String {
    let count = |count: u32| locale.number(count.into());
    let mut parts = vec![match (locale, changed) {
        (Locale::Es, 0) => "No ha cambiado ninguna".to_owned(),
        (Locale::Es, 1) => "1 cuenta cambiada".to_owned(),
        (Locale::Es, many) => format!("{} cuentas cambiadas", count(many)),
        (Locale::En, 0) => "None has changed".to_owned(),
        (Locale::En, 1) => "1 account changed".to_owned(),
        (Locale::En, many) => format!("{} accounts changed", count(many)),
    }];
    match (locale, same) {
        (_, 0) => {}
        (Locale::Es, 1) => parts.push("1 ya estaba así".to_owned()),
        (Locale::Es, many) => parts.push(format!("{} ya estaban así", count(many))),
        (Locale::En, many) => parts.push(format!("{} so already", count(many))),
    }
    match (locale, refused) {
        (_, 0) => {}
        (Locale::Es, 1) => parts.push("1 sigue como estaba, porque no la puedes cambiar".to_owned()),
        (Locale::Es, many) => parts.push(format!(
            "{} siguen como estaban, porque no las puedes cambiar",
            count(many)
        )),
        (Locale::En, many) => parts.push(format!("{} stay, since you may not change them so", count(many))),
    }
    format!("{}.", parts.join("; "))
}

/// "2.345 cuentas".
#[must_use]
pub fn accounts(locale: Locale, count: u32) -> String {
    let number = locale.number(count.into());
    match (locale, count) {
        (Locale::Es, 1) => "1 cuenta".to_owned(),
        (Locale::Es, _) => format!("{number} cuentas"),
        (Locale::En, 1) => "1 account".to_owned(),
        (Locale::En, _) => format!("{number} accounts"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_came_of_many_is_one_sentence() {
        assert_eq!(
            together(Locale::Es, 12, 3, 1),
            "12 cuentas cambiadas; 3 ya estaban así; 1 sigue como estaba, porque no la puedes cambiar."
        );
        assert_eq!(together(Locale::Es, 1, 0, 0), "1 cuenta cambiada.");
        assert_eq!(
            together(Locale::Es, 0, 2, 0),
            "No ha cambiado ninguna; 2 ya estaban así."
        );
        assert_eq!(accounts(Locale::Es, 2345), "2.345 cuentas");
    }
}
