//! The catalogue.

use crate::types::Locale;

macro_rules! catalogue {
    ($($name:ident: $es:literal | $en:literal,)*) => {
        /// The texts of one language, by what they are for.
        pub struct Texts {
            $(pub $name: &'static str,)*
        }

        const ES: Texts = Texts { $($name: $es,)* };
        const EN: Texts = Texts { $($name: $en,)* };
    };
}

impl Texts {
    /// The texts of a language.
    #[must_use]
    pub const fn of(locale: Locale) -> &'static Self {
        match locale {
            Locale::Es => &ES,
            Locale::En => &EN,
        }
    }
}

catalogue! {
    // The shell
    skip: "Saltar al contenido" | "Skip to content",
    main_navigation: "Principal" | "Main",
    home: "Clientela, inicio" | "Clientela, home",
    nav_board: "Embudo" | "Pipeline",
    nav_accounts: "Cuentas" | "Accounts",
    user_menu: "perfil y ajustes" | "profile and settings",
    theme: "Tema" | "Theme",
    theme_light: "Claro" | "Light",
    theme_dark: "Oscuro" | "Dark",
    theme_system: "El del dispositivo" | "Device",
    language: "Idioma" | "Language",
    sign_out: "Cerrar sesión" | "Sign out",
    sign_out_everywhere: "Cerrar sesión en todos los dispositivos" | "Sign out on all devices",
    close: "Cerrar" | "Close",
    cancel: "Cancelar" | "Cancel",
    undo: "Deshacer" | "Undo",
    try_again: "Volver a intentarlo" | "Try again",
    loading: "Cargando…" | "Loading…",
    notices: "Avisos" | "Notices",
    optional: "opcional" | "optional",

    // The keys
    keys_title: "Atajos de teclado" | "Keyboard shortcuts",
    key_arrows: "Flechas" | "Arrows",
    key_space: "Espacio" | "Space",
    key_enter: "Intro" | "Enter",
    keys_arrows: "De una tarjeta a otra, o de columna; con una en la mano, la llevan" | "From card to card, or column; with one in the hand, they carry it",
    keys_space: "Coger la tarjeta y soltarla" | "Pick the card up and put it down",
    keys_escape: "Dejarla donde estaba" | "Leave it where it was",
    keys_enter: "Abrir la ficha del cliente" | "Open the client's page",
    keys_move: "Menú de la tarjeta" | "The card's menu",
    keys_open: "Ver y editar la oportunidad" | "View and edit the opportunity",
    keys_new: "Oportunidad nueva" | "New opportunity",
    keys_filter: "Buscar en el embudo" | "Search the pipeline",
    keys_undo: "Deshacer lo último" | "Undo the last thing",
    keys_help: "Esta lista" | "This list",
    keys_letters: "Usar las teclas de una letra" | "Use the single-letter keys",
    stays: "Se queda donde estaba." | "It stays where it was.",

    // Signing in and setting up
    sign_in: "Entrar" | "Sign in",
    sign_in_title: "Hola de nuevo" | "Welcome back",
    sign_in_lead: "Entra con tu correo de la empresa." | "Sign in with your work e-mail.",
    email: "Correo" | "E-mail",
    password: "Contraseña" | "Password",
    cannot_sign_in: "¿No puedes entrar? Quien administra Clientela puede darte otra contraseña."
        | "Cannot sign in? Whoever administers Clientela can give you a new password.",
    set_up_title: "Empecemos" | "Let us begin",
    set_up_lead: "Dos minutos y tu equipo puede trabajar. La clave de un solo uso está en la ventana donde arrancaste Clientela."
        | "Two minutes and your team can work. The one-time key is in the window where you started Clientela.",
    set_up_token: "Clave de un solo uso" | "One-time key",
    set_up_firm: "Nombre de la empresa" | "Name of the firm",
    set_up_name: "Tu nombre y apellidos" | "Your full name",
    set_up_password_hint: "Doce caracteres o más. Una frase que recuerdes vale más que un jeroglífico."
        | "Twelve characters or more. A phrase you remember beats a riddle.",
    set_up_repeat: "Repite la contraseña" | "Repeat the password",
    set_up_do: "Crear la empresa y entrar" | "Create the firm and sign in",
    login_note: "Hoy a las 16:00,\nHidráulicas Benlloch.\nLlevar tres copias." | "Today at 4 pm,\nHidráulicas Benlloch.\nBring three copies.",

    // The board
    board_title: "Embudo" | "Pipeline",
    board_title_long: " comercial" | " of sales",
    board_stages: "Fases" | "Stages",
    board_new: "Oportunidad" | "Opportunity",
    views: "Vistas" | "Views",
    view_all: "Todas" | "All",
    view_mine: "Mías" | "Mine",
    view_this_month: "Cierran este mes" | "Close this month",
    view_overdue: "Cierre vencido" | "Overdue",
    board_search: "Buscar en el embudo" | "Search the pipeline",
    filters: "Filtros" | "Filters",
    filters_on: "Filtros puestos" | "Active filters",
    filters_none: "Quitar todos" | "Clear all",
    filters_show: "Ver" | "Show",
    filter_off: "quitar este filtro" | "remove this filter",
    board_filtered_out: "Nada cumple los filtros puestos." | "Nothing matches the active filters.",
    any: "Cualquiera" | "Any",
    unknown: "Desconocido" | "Unknown",
    zone: "Zona" | "Zone",
    department: "Departamento" | "Department",
    service: "Servicio" | "Service",
    order: "Orden" | "Order",
    amount_from: "Importe desde" | "Amount from",
    amount_to: "Importe hasta" | "Amount up to",
    at_least: "desde" | "from",
    at_most: "hasta" | "up to",
    open_opportunity: "Ver y editar" | "View and edit",
    probability: "Probabilidad" | "Probability",
    as_before: "vuelve a estar como antes" | "is again as it was",
    postpone: "Aplazar el cierre un mes" | "Postpone the close by a month",
    no_connection: "Sin conexión" | "No connection",
    weighted: "ponderado" | "weighted",
    no_amount: "Sin importe" | "No amount",
    no_account: "Sin cuenta" | "No account",
    no_close: "Sin fecha de cierre" | "No close date",
    move_or_more: "Mover o más acciones" | "Move or more actions",
    is_here: "está aquí" | "is here",
    asks_reason: "pide el motivo" | "asks why",
    asks_final: "pide fecha e importe" | "asks date and amount",
    to_top: "Arriba de la columna" | "Top of the column",
    to_bottom: "Abajo de la columna" | "Bottom of the column",
    won_how: "¿Cómo ha quedado?" | "How did it end?",
    won_do: "Marcar como ganada" | "Mark as won",
    lost_why: "¿Por qué se ha perdido?" | "Why was it lost?",
    lost_do: "Marcar como perdida" | "Mark as lost",
    lost_reason: "Motivo" | "Reason",
    competitor: "Competidor" | "Competitor",
    note: "Nota" | "Note",
    final_amount: "Importe final" | "Final amount",
    won_on: "Fecha de la venta" | "Date of the sale",
    amount: "Importe" | "Amount",
    amount_hint: "En euros: 1.234,56" | "In euros: 1.234,56",
    close_on: "Cierre previsto" | "Expected close",
    needed_title: "Falta un dato" | "Something is missing",
    needed_do: "Guardar y mover" | "Save and move",
    move_do: "Mover" | "Move",
    move_to_stage: "¿A qué fase?" | "To which stage?",
    closed_drop: "Al soltar, un toque para el motivo." | "Drop here and say why.",
    this_month: "este mes" | "this month",
    board_empty_title: "Tu primera oportunidad cabe en tres datos" | "Your first opportunity fits in three facts",
    board_empty_text: "Con quién, qué le interesa y cuánto puede ser. El resto se completa cuando se sabe."
        | "With whom, what interests them and how much it could be. The rest can wait until it is known.",
    board_empty_none: "No hay oportunidades abiertas que puedas ver." | "There are no open opportunities that you can see.",
    offline: "No hay conexión con Clientela. La tarjeta ha vuelto a su sitio; cuando la haya, comprueba si se guardó."
        | "No connection to Clientela. The card is back in its place; when there is one, see whether it was saved.",

    // The table
    shapes: "Ver como" | "View as",
    shape_board: "Tablero" | "Board",
    shape_table: "Tabla" | "Table",
    table_total: "Total" | "Total",
    table_edit: "cambiar" | "change",
    columns: "Columnas" | "Columns",
    columns_show: "Aplicar" | "Apply",
    columns_default: "Las de siempre" | "The usual ones",
    column_earlier: "más a la izquierda" | "further to the left",
    pages: "Páginas" | "Pages",
    page_earlier: "Anteriores" | "Previous",
    page_later: "Siguientes" | "Next",
    export_do: "Exportar a" | "Export to",
    export_part: "Salen solo las que tu puesto permite exportar." | "Only those that your post may export.",
    export_name: "oportunidades" | "opportunities",
    export_forbidden: "Tu puesto no permite exportar oportunidades." | "Your post does not allow exporting opportunities.",

    // A new opportunity
    new_title: "Nueva oportunidad" | "New opportunity",
    new_account: "Con quién" | "With whom",
    new_account_hint: "Nombre de la empresa" | "Name of the firm",
    new_what: "Qué le interesa" | "What interests them",
    new_what_hint: "Plan de igualdad, asesoría fiscal…" | "Equality plan, tax advice…",
    new_amount: "Cuánto puede ser" | "How much it could be",
    new_do: "Ponerla en el embudo" | "Put it in the pipeline",
    stage: "Fase" | "Stage",

    // Opportunity and account pages
    owner: "Responsable" | "Owner",
    history: "Historia" | "History",
    history_empty: "Todavía no hay nada anotado de este cliente." | "Nothing has been written about this client yet.",
    written_later: "anotado el" | "written down on",
    accounts_title: "Cuentas" | "Accounts",
    accounts_search: "Empieza por…" | "Begins with…",
    accounts_find: "Buscar" | "Search",
    accounts_none: "Ninguna cuenta empieza así." | "No account begins so.",
    accounts_more: "Siguientes" | "Next",
    accounts_first: "Volver al principio" | "Back to the beginning",
    name: "Nombre" | "Name",
    lifecycle: "Relación" | "Relationship",
    opportunities: "Oportunidades" | "Opportunities",
    opportunities_none: "Sin oportunidades." | "No opportunities.",
    details: "Datos" | "Details",
    nif: "NIF" | "Tax id",
    phone: "Teléfono" | "Phone",
    web: "Web" | "Web",
    address: "Dirección" | "Address",
    sector: "Sector" | "Sector",
    size: "Plantilla" | "Staff",
    turnover: "Facturación" | "Turnover",
    source: "Origen" | "Source",
    nobody: "Nadie" | "Nobody",
    the_program: "Clientela" | "Clientela",

    // When something is not there
    not_found_title: "Aquí no hay nada" | "There is nothing here",
    not_found_text: "La página no existe, o lo que buscas ya no está." | "The page does not exist, or what you look for is gone.",
    forbidden_title: "Esta página no es de tu puesto" | "This page is not for your post",
    forbidden_text: "Si la necesitas, pídesela a quien administra Clientela." | "If you need it, ask whoever administers Clientela.",
    failed_title: "Esto no ha salido bien" | "This did not work",
    go_accounts: "Ir a las cuentas" | "Go to the accounts",
    go_board: "Volver al embudo" | "Back to the pipeline",

    // Errors that any gesture may meet
    error_signed_out: "Tu sesión ha terminado y esto no se ha guardado. Entra otra vez."
        | "Your session has ended and this was not saved. Sign in again.",
    error_forbidden: "Tu puesto no permite hacer esto." | "Your post does not allow this.",
    error_not_found: "Ya no está, o no puedes verlo." | "It is gone, or you may not see it.",
    error_credentials: "El correo o la contraseña no son correctos." | "The e-mail or the password is not right.",
    error_attempts: "Demasiados intentos. Espera un poco y vuelve a probar." | "Too many attempts. Wait a little and try again.",
    error_token: "Esa clave no es la que muestra la ventana donde arrancaste Clientela."
        | "That key is not the one in the window where you started Clientela.",
    error_already: "Ya estaba hecho." | "It was done already.",
    error_unavailable: "La base de datos no ha respondido. No se ha guardado nada; inténtalo de nuevo."
        | "The database did not answer. Nothing was saved; try again.",
    error_no_space: "En el disco del servidor no queda sitio y no se ha guardado nada. Avisa a quien administra Clientela."
        | "The server's disk is full and nothing was saved. Tell whoever administers Clientela.",
    not_loaded: "No hay conexión con Clientela: la página no ha llegado." | "No connection to Clientela: the page did not arrive.",
    error_transport: "No hay conexión con Clientela. Comprueba si se ha guardado antes de repetirlo."
        | "No connection to Clientela. See whether it was saved before you do it again.",
}
