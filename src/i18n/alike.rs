//! What is said of a new account and of those that it may be already.

use super::labels::Label;
use crate::{
    clients::domain::{AccountKind, Evidence},
    types::Locale,
};

/// The texts of the page of a new account.
pub struct NewAccountTexts {
    pub title: &'static str,
    pub is_it: &'static str,
    pub use_this: &'static str,
    pub nif: &'static str,
    pub web: &'static str,
    pub street: &'static str,
    pub postal_code: &'static str,
    pub town: &'static str,
    pub size: &'static str,
    pub source: &'static str,
    pub kind: &'static str,
    pub first_contact: &'static str,
    pub post: &'static str,
    pub part: &'static str,
    pub contact_phone: &'static str,
    pub contact_email: &'static str,
    pub create: &'static str,
    pub anyway: &'static str,
}

const ES: NewAccountTexts = NewAccountTexts {
    title: "Nueva cuenta",
    is_it: "¿Ya fue cliente?",
    use_this: "Usar esta",
    nif: "NIF",
    web: "Página web",
    street: "Calle y número",
    postal_code: "Código postal",
    town: "Población",
    size: "Empleados",
    source: "Cómo nos conoció",
    kind: "Qué es para nosotros",
    first_contact: "Persona de contacto",
    post: "Cargo",
    part: "Papel en la compra",
    contact_phone: "Su teléfono",
    contact_email: "Su correo",
    create: "Crear la cuenta",
    anyway: "Crear de todos modos",
};

const EN: NewAccountTexts = NewAccountTexts {
    title: "New account",
    is_it: "Have they been a client before?",
    use_this: "Use this one",
    nif: "Tax number (NIF)",
    web: "Web page",
    street: "Street and number",
    postal_code: "Postal code",
    town: "Town",
    size: "Employees",
    source: "How they came to us",
    kind: "What they are to us",
    first_contact: "Contact person",
    post: "Post",
    part: "Part in the purchase",
    contact_phone: "Their phone",
    contact_email: "Their e-mail",
    create: "Create the account",
    anyway: "Create it all the same",
};

impl NewAccountTexts {
    /// In a language.
    #[must_use]
    pub fn of(locale: Locale) -> &'static Self {
        match locale {
            Locale::Es => &ES,
            Locale::En => &EN,
        }
    }
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
        }
    }
}

impl Label for AccountKind {
    fn names(&self) -> (&'static str, &'static str) {
        match self {
            Self::Client => ("Cliente", "Client"),
            Self::Competitor => ("Competencia", "Competitor"),
            Self::Supplier => ("Proveedor", "Supplier"),
            Self::Partner => ("Colaborador", "Partner"),
        }
    }
}
