//! What the client's page says.

use super::catalogue::catalogue;
use crate::types::Locale;

catalogue! {
    ClientTexts: "The texts of the client's page in one language.";

    // The list
    accounts_none: "Ninguna cuenta cumple el filtro." | "No account meets the filter.",
    accounts_mine: "Las mías" | "Mine",
    accounts_filter: "Filtrar las cuentas" | "Filter the accounts",
    any_owner: "De cualquiera" | "Anybody's",
    any_zone: "Cualquier zona" | "Any zone",
    any_kind: "De todo tipo" | "Of every kind",
    any_lifecycle: "Cualquier relación" | "Any relationship",

    said_with: "Lo hablado con" | "What was said with",

    // How far it has come
    advance: "Avanzar" | "Move on",
    act_on: "Qué día fue" | "Which day it was",
    act_hint: "Hoy, si no dices otro día." | "Today, unless you say another day.",
    done: "Guardado." | "Saved.",
    changed_meanwhile: "Alguien lo ha cambiado mientras tanto y no se ha guardado. Revisa cómo está ahora y repítelo si hace falta."
        | "Somebody has changed it meanwhile and it was not saved. See how it is now and do it again if need be.",
    edit: "Editar" | "Edit",
    edit_title: "Editar la cuenta" | "Edit the account",
    save: "Guardar" | "Save",

    // The instruction of management
    instruction: "Indicación de Gerencia" | "Instruction of management",
    instruction_give: "Dejar una indicación" | "Leave an instruction",
    instruction_change: "Cambiarla" | "Change it",
    instruction_hint: "Quien abra esta ficha la verá antes que nada y dirá que la ha leído. Vacía, se retira."
        | "Whoever opens this page sees it first and says that they have read it. Empty, it is taken back.",
    instruction_read: "Leída" | "Read",
    instruction_is_read: "La has leído." | "You have read it.",
    instruction_readers: "La han leído:" | "Read by:",
    instruction_no_readers: "Todavía no la ha leído nadie." | "Nobody has read it yet.",

    // The people
    person_add: "Añadir a alguien" | "Add somebody",
    person_role: "Cargo" | "Post",
    person_part: "Qué pinta en la compra" | "Part in what they buy",
    person_part_unknown: "Por averiguar" | "Not known yet",
    person_until: "hasta el" | "until",
    person_nothing: "Ningún apunte lo nombra todavía." | "No entry names them yet.",
    person_leaves: "Ya no está en la empresa" | "Is there no more",
    person_namesake: "En esta cuenta ya hay alguien que se llama así." | "Somebody of this name is in this account already.",

    // What comes next, with the report
    next_step: "Próximo paso" | "Next step",
    next_kind: "Qué toca" | "What comes next",
    next_on: "Para el día" | "For the day",

    // What follows from an entry
    entry_plan: "Planificar" | "Plan",
    entry_message: "Recado" | "Message",
    message_leave: "Dejar un recado" | "Leave a message",

    // A report that is corrected
    correct: "Corregir" | "Correct",
    correct_title: "Corregir un informe" | "Correct a report",
    correct_hint: "Lo que decía antes queda guardado, y lo lee quien puede auditar." | "What it said before is kept, and read by those who may audit.",
    take_out: "Retirarlo de la historia" | "Take it out of the history",
    bring_back: "Volver a ponerlo" | "Bring it back",
    taken_out: "Este informe está retirado: en la historia solo consta que lo hubo." | "This report was taken out: the history says only that there was one.",
    versions: "Lo que decía antes" | "What it said before",

    // The facts
    kind: "Qué es para nosotros" | "What it is to us",
    street: "Calle y número" | "Street and number",
    postal_code: "Código postal" | "Postal code",
    town: "Población" | "Town",
    country: "País, si no es España" | "Country, if not Spain",
    section: "Sección de la CNAE" | "Section of the classification",
    unknown: "Por saber" | "Not known",
    ways: "Otras formas de llegar" | "Other ways to reach them",
    ways_hint: "El teléfono del almacén, el correo de facturas, la dirección de entrega. Vacía una línea para quitarla."
        | "The telephone of the warehouse, the e-mail for invoices, where to deliver. Empty a line to take it away.",
    way_text: "Número, correo o dirección" | "Number, e-mail or address",
    way_what: "Para qué" | "What for",
    way_kind: "Qué es" | "What it is",
    department: "Departamento" | "Department",
    zone: "Zona" | "Zone",
    bought_on: "Última compra" | "Last purchase",
    facts_none: "Todavía no se sabe nada: edítalo cuando lo averigües." | "Nothing is known yet: edit it when you find out.",

    // The stream, filtered
    filter_what: "Qué" | "What",
    filter_all: "Todo" | "Everything",
    filter_who: "Quién" | "Who",
    filter_anybody: "Cualquiera" | "Anybody",
    filter_text: "Que diga" | "That says",
    filter_do: "Filtrar" | "Filter",
    filter_off: "Quitar filtros" | "Clear filters",
    filter_none: "Nada de esta cuenta cumple el filtro." | "Nothing of this account meets the filter.",
    filter_more: "Buscar en la historia" | "Search the history",
    as_of_known: "Así se conocía el" | "As it was known on",
    as_of: "A fecha de" | "As of",
    as_of_back: "Volver a hoy" | "Back to today",
    entry_opportunity: "Crear oportunidad" | "Create an opportunity",
    entry_origin: "Ver el informe" | "See the report",
    pin: "Fijar arriba" | "Pin to the top",
    unpin: "Dejar de fijar" | "Unpin",
    pinned: "Fijado" | "Pinned",
}
