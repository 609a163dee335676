//! What the interface calls each value of the domain's enums.

use crate::{
    clients::domain::{BuyingPart, Lifecycle, SizeBand, Source, Warmth},
    pipeline::domain::{Column, LossReason, Missing, Order, Period, Upcoming},
    team::domain::Role,
    timeline::domain::{ActivityKind, Reaction},
    types::Locale,
};

/// A value with a name in the interface.
pub trait Label {
    /// Its name in Spanish and in English.
    fn names(&self) -> (&'static str, &'static str);

    /// Its name in a language.
    fn label(&self, locale: Locale) -> &'static str {
        let (es, en) = self.names();
        match locale {
            Locale::Es => es,
            Locale::En => en,
        }
    }
}

macro_rules! labels {
    ($type:ident { $($variant:ident: $es:literal | $en:literal,)* }) => {
        impl Label for $type {
            fn names(&self) -> (&'static str, &'static str) {
                match self {
                    $(Self::$variant => ($es, $en),)*
                }
            }
        }
    };
}

pub(super) use labels;

labels!(Role {
    Administrator: "Administrador" | "Administrator",
    Management: "Gerencia" | "Management",
    SalesManager: "Gerente de ventas" | "Sales manager",
    AreaManager: "Responsable de área" | "Area manager",
    ZoneSales: "Comercial de zona" | "Zone salesperson",
    Marketing: "Marketing" | "Marketing",
    Finance: "Administración y finanzas" | "Finance",
    Technician: "Técnico" | "Technician",
    Support: "Soporte" | "Support",
    Reception: "Recepción" | "Reception",
});

labels!(Period {
    Overdue: "Vencido" | "Overdue",
    ThisWeek: "Esta semana" | "This week",
    ThisMonth: "Este mes" | "This month",
    NextMonth: "El mes que viene" | "Next month",
    ThisQuarter: "Este trimestre" | "This quarter",
    NextQuarter: "El trimestre que viene" | "Next quarter",
    Unknown: "Sin fecha" | "No date",
});

labels!(Column {
    Account: "Cuenta" | "Account",
    Title: "Qué le interesa" | "What interests them",
    Contact: "Persona con quien se trata" | "Person you deal with",
    Stage: "Fase" | "Stage",
    Amount: "Importe" | "Amount",
    Probability: "Probabilidad" | "Probability",
    Weighted: "Ponderado" | "Weighted",
    Close: "Cierre previsto" | "Expected close",
    Next: "Próximo paso" | "Next step",
    Days: "Días en la fase" | "Days in stage",
    Owner: "Responsable" | "Owner",
    Zone: "Zona" | "Zone",
    Department: "Departamento" | "Department",
    Product: "Servicio" | "Service",
    Source: "Origen" | "Source",
    Tags: "Etiquetas" | "Tags",
});

labels!(Order {
    Manual: "A mano" | "By hand",
    Amount: "Importe, de mayor a menor" | "Amount, greatest first",
    Close: "Cierre, lo próximo primero" | "Close, soonest first",
    Days: "Días en la fase, más primero" | "Days in stage, most first",
    Next: "Próximo paso, lo urgente primero" | "Next step, most urgent first",
});

labels!(Upcoming {
    Overdue: "Vencido" | "Overdue",
    Today: "Hoy" | "Today",
    Planned: "Planificado" | "Planned",
    Nothing: "Sin próximo paso" | "No next step",
});

labels!(Lifecycle {
    Target: "Público objetivo" | "Target",
    Lead: "Cliente potencial" | "Lead",
    Quoted: "Con presupuesto" | "Quoted",
    CustomerActive: "Cliente activo" | "Active client",
    CustomerInactive: "Cliente inactivo" | "Inactive client",
    Discarded: "Descartado" | "Discarded",
});

labels!(Warmth {
    Cold: "Frío" | "Cold",
    Warm: "Templado" | "Warm",
    Hot: "Caliente" | "Hot",
});

labels!(SizeBand {
    One: "1 persona" | "1 person",
    To9: "2–9 personas" | "2–9 people",
    To49: "10–49 personas" | "10–49 people",
    To249: "50–249 personas" | "50–249 people",
    From250: "250 o más" | "250 or more",
});

labels!(Source {
    Web: "Web" | "Web",
    SocialNetwork: "Redes sociales" | "Social networks",
    Email: "Correo" | "E-mail",
    Phone: "Teléfono" | "Phone",
    Referral: "Recomendación" | "Referral",
    Advertising: "Publicidad" | "Advertising",
    Campaign: "Campaña" | "Campaign",
    Fair: "Feria o evento" | "Fair or event",
    ExistingClient: "Cliente existente" | "Existing client",
    Acquaintance: "Conocido" | "Acquaintance",
    Partner: "Socio" | "Partner",
    BoughtList: "Compra de listado" | "Bought list",
    Reception: "Recepción" | "Reception",
    Technician: "Técnico" | "Technician",
    Other: "Otro" | "Other",
});

labels!(LossReason {
    Price: "Precio" | "Price",
    Competition: "Competencia" | "Competition",
    NoBudget: "Sin presupuesto" | "No budget",
    MissingFeature: "Falta funcionalidad o servicio" | "Missing feature or service",
    TooLong: "Ciclo demasiado largo" | "Too long a cycle",
    NoDecisionMaker: "Sin decisor" | "No decision maker",
    NoAnswer: "No responde" | "No answer",
    NoFit: "No encaja" | "Does not fit",
    Postponed: "Aplazado" | "Postponed",
    UsedToLowerPrice: "Nos usó para bajar el precio a otro" | "Used us to lower another's price",
    Other: "Otro" | "Other",
});

labels!(Missing {
    Amount: "Falta el importe." | "The amount is missing.",
    CloseDate: "Falta la fecha de cierre prevista." | "The expected close is missing.",
    Contact: "Falta la persona con quien se trata." | "The person you are dealing with is missing.",
    LossReason: "Falta el motivo." | "The reason is missing.",
    Competitor: "¿Qué competidor se la ha llevado?" | "Which competitor won it?",
    ClosedInFuture: "Esa fecha todavía no ha llegado." | "That date has not come yet.",
});

labels!(ActivityKind {
    Call: "Llamada" | "Call",
    Visit: "Visita" | "Visit",
    Meeting: "Reunión" | "Meeting",
    Email: "Correo" | "E-mail",
    LinkedIn: "Mensaje de LinkedIn" | "LinkedIn message",
    WhatsApp: "WhatsApp" | "WhatsApp",
    VideoCall: "Videollamada" | "Video call",
    Demo: "Demostración" | "Demo",
    Task: "Tarea" | "Task",
    Note: "Nota" | "Note",
});

labels!(BuyingPart {
    Decides: "Decide" | "Decides",
    Influences: "Influye" | "Influences",
    Uses: "Lo usará" | "Will use it",
    Pays: "Paga" | "Pays",
    Blocks: "Frena" | "Blocks",
});

labels!(Reaction {
    VeryGood: "Muy positiva" | "Very good",
    Good: "Positiva" | "Good",
    Neutral: "Neutra" | "Neutral",
    Bad: "Negativa" | "Bad",
    VeryBad: "Muy negativa" | "Very bad",
});
