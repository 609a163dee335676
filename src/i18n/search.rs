//! The words of the search.

use super::use_locale;
use crate::{search::domain::Kind, types::Locale};

/// The texts of the search in one language.
pub struct SearchTexts {
    pub search: &'static str,
    pub placeholder: &'static str,
    pub results: &'static str,
    pub find: &'static str,
    pub recent: &'static str,
    pub actions: &'static str,
    pub nothing: &'static str,
    pub nothing_yet: &'static str,
    pub preparing: &'static str,
    pub failed: &'static str,
    pub hint: &'static str,
    pub keys_search: &'static str,
    pub write: &'static str,
    pub write_message: &'static str,
    pub write_whom: &'static str,
    pub write_hint: &'static str,
    pub new_opportunity: &'static str,
    pub new_account: &'static str,
    pub go_alike: &'static str,
    pub go_messages: &'static str,
    pub go_today: &'static str,
    pub go_board: &'static str,
    pub go_forecast: &'static str,
    pub go_table: &'static str,
    pub go_accounts: &'static str,
    pub new_pipeline: &'static str,
}

const ES: SearchTexts = SearchTexts {
    search: "Buscar",
    placeholder: "Cliente, persona, oportunidad, teléfono, NIF…",
    results: "Resultados",
    find: "Buscar en todo",
    recent: "Lo último que abriste",
    actions: "Hacer",
    nothing: "Nada coincide con lo que has escrito.",
    nothing_yet: "Escribe unas letras: en cualquier orden, con o sin acentos.",
    preparing: "La búsqueda se está preparando: puede que aún falte algo.",
    failed: "No se ha podido buscar. Sigue escribiendo para volver a intentarlo.",
    hint: "Flechas para elegir, Intro para abrir, Esc para cerrar",
    keys_search: "Buscar en todo: clientes, personas, oportunidades, informes y acciones",
    write: "Anotar",
    write_message: "Nuevo recado",
    write_whom: "Sobre quién: cliente, persona, teléfono…",
    write_hint: "Escribe unas letras del cliente o de la persona con quien has hablado.",
    new_opportunity: "Nueva oportunidad",
    new_account: "Nueva cuenta",
    go_alike: "Ir a posibles duplicados",
    go_messages: "Ir a recados",
    go_today: "Ir a Hoy",
    go_board: "Ir al embudo",
    go_forecast: "Ver la previsión",
    go_table: "Ver las oportunidades en tabla",
    go_accounts: "Ir a cuentas",
    new_pipeline: "Nuevo embudo",
};

const EN: SearchTexts = SearchTexts {
    search: "Search",
    placeholder: "Client, person, opportunity, phone, tax number…",
    results: "Results",
    find: "Search everything",
    recent: "What you opened last",
    actions: "Do",
    nothing: "Nothing matches what you have typed.",
    nothing_yet: "Type a few letters: in any order, with or without accents.",
    preparing: "The search is getting ready: something may still be missing.",
    failed: "It could not be searched. Type on to try again.",
    hint: "Arrows to choose, Enter to open, Esc to close",
    keys_search: "Search everything: clients, people, opportunities, reports and actions",
    write: "Write down",
    write_message: "New message",
    write_whom: "About whom: client, person, phone…",
    write_hint: "Type a few letters of the client or of the person you spoke to.",
    new_opportunity: "New opportunity",
    new_account: "New account",
    go_alike: "Go to possible duplicates",
    go_messages: "Go to messages",
    go_today: "Go to Today",
    go_board: "Go to the pipeline",
    go_forecast: "See the forecast",
    go_table: "See the opportunities as a table",
    go_accounts: "Go to accounts",
    new_pipeline: "New pipeline",
};

impl SearchTexts {
    /// What a group of hits is called; those that were opened last have no kind.
    #[must_use]
    pub const fn group(&self, locale: Locale, kind: Option<Kind>) -> &'static str {
        match (locale, kind) {
            (_, None) => self.recent,
            (Locale::Es, Some(Kind::Account)) => "Cuentas",
            (Locale::Es, Some(Kind::Contact)) => "Personas",
            (Locale::Es, Some(Kind::Opportunity)) => "Oportunidades",
            (Locale::Es, Some(Kind::Report)) => "Informes",
            (Locale::En, Some(Kind::Account)) => "Accounts",
            (Locale::En, Some(Kind::Contact)) => "People",
            (Locale::En, Some(Kind::Opportunity)) => "Opportunities",
            (Locale::En, Some(Kind::Report)) => "Reports",
        }
    }
}

/// The texts of the search in the page's language.
#[must_use]
pub fn use_search_texts() -> &'static SearchTexts {
    match use_locale() {
        Locale::Es => &ES,
        Locale::En => &EN,
    }
}
