//! How the interface calls the values of the clients.

use super::labels::{Label, labels};
use crate::{
    clients::domain::{AccountKind, Act, Fact, Section, WayKind},
    timeline::domain::Topic,
};

labels!(Topic {
    Reports: "Informes" | "Reports",
    Calls: "Llamadas" | "Calls",
    Visits: "Visitas" | "Visits",
    Meetings: "Reuniones" | "Meetings",
    Messages: "Mensajes" | "Messages",
    Steps: "Fases" | "Stages",
    Changes: "Cambios" | "Changes",
});

labels!(AccountKind {
    Client: "Cliente" | "Client",
    Competitor: "Competidor" | "Competitor",
    Supplier: "Proveedor" | "Supplier",
    Partner: "Socio" | "Partner",
});

labels!(Act {
    Qualify: "Ya es cliente potencial" | "It is a lead now",
    Quote: "Le hemos dado presupuesto" | "We have quoted",
    Sell: "Ha comprado" | "It has bought",
    Discard: "Descartarlo" | "Discard it",
    Recover: "Recuperarlo" | "Recover it",
});

labels!(WayKind {
    Phone: "Teléfono" | "Phone",
    Email: "Email" | "E-mail",
    Address: "Dirección" | "Address",
});

labels!(Fact {
    Name: "Nombre" | "Name",
    Kind: "Qué es para nosotros" | "What it is to us",
    Nif: "NIF" | "Tax id",
    Phone: "Teléfono" | "Phone",
    Email: "Email" | "E-mail",
    Web: "Web" | "Web",
    Address: "Dirección" | "Address",
    Ways: "Otras formas de llegar" | "Other ways to reach them",
    Section: "CNAE" | "Section",
    Sector: "Sector" | "Sector",
    Size: "Plantilla" | "Staff",
    Turnover: "Facturación" | "Turnover",
    Source: "Origen" | "Source",
    Owner: "La lleva" | "Account owner",
    Department: "Departamento" | "Department",
    Zone: "Zona" | "Zone",
});

// The titles of CNAE-2025 (Real Decreto 10/2025), cut where the first words say it.
labels!(Section {
    A: "A · Agricultura, ganadería, silvicultura y pesca" | "A · Agriculture, forestry and fishing",
    B: "B · Industrias extractivas" | "B · Mining and quarrying",
    C: "C · Industria manufacturera" | "C · Manufacturing",
    D: "D · Energía eléctrica, gas, vapor y aire acondicionado" | "D · Electricity, gas, steam and air conditioning",
    E: "E · Agua, saneamiento y residuos" | "E · Water, sewerage and waste",
    F: "F · Construcción" | "F · Construction",
    G: "G · Comercio al por mayor y al por menor" | "G · Wholesale and retail trade",
    H: "H · Transporte y almacenamiento" | "H · Transport and storage",
    I: "I · Hostelería" | "I · Accommodation and food service",
    J: "J · Edición, radiodifusión y contenidos" | "J · Publishing, broadcasting and content",
    K: "K · Telecomunicaciones e informática" | "K · Telecommunications and computing",
    L: "L · Finanzas y seguros" | "L · Finance and insurance",
    M: "M · Actividades inmobiliarias" | "M · Real estate",
    N: "N · Actividades profesionales, científicas y técnicas" | "N · Professional, scientific and technical",
    O: "O · Actividades administrativas y servicios auxiliares" | "O · Administrative and support services",
    P: "P · Administración pública y defensa" | "P · Public administration and defence",
    Q: "Q · Educación" | "Q · Education",
    R: "R · Sanidad y servicios sociales" | "R · Health and social work",
    S: "S · Actividades artísticas, deportivas y recreativas" | "S · Arts, sports and recreation",
    T: "T · Otros servicios" | "T · Other services",
    U: "U · Hogares como empleadores" | "U · Households as employers",
    V: "V · Organismos extraterritoriales" | "V · Extraterritorial organisations",
});
