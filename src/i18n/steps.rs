//! Sentences about what comes next.

use super::Label;
use crate::{
    pipeline::domain::NextStep,
    types::{Day, Locale},
};

/// As the stub of a ticket says it: "Visita hoy, 16:00", "Correo mañana", "Llamada lun 23/11", "Llamada · venció 18/11".
#[must_use]
pub fn next_step(locale: Locale, next: &NextStep, today: Day) -> String {
    let kind = next.kind.label(locale);
    let at = next.at.map(|at| format!(", {at}")).unwrap_or_default();
    let day = next.on.short_weekday_day(locale, today);
    match (locale, next.on.days_since(today)) {
        (Locale::Es, ..0) => format!("{kind} · venció {day}"),
        (Locale::En, ..0) => format!("{kind} · was due {day}"),
        (Locale::Es, 0) => format!("{kind} hoy{at}"),
        (Locale::En, 0) => format!("{kind} today{at}"),
        (Locale::Es, 1) => format!("{kind} mañana{at}"),
        (Locale::En, 1) => format!("{kind} tomorrow{at}"),
        _ => format!("{kind} {day}{at}"),
    }
}

/// As history says it, on whatever day it is read: "visita 24/11/2026, 16:00".
#[must_use]
pub fn step_on(locale: Locale, next: &NextStep) -> String {
    let kind = next.kind.label(locale).to_lowercase();
    let at = next.at.map(|at| format!(", {at}")).unwrap_or_default();
    format!("{kind} {}{at}", next.on.format(locale))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{timeline::domain::ActivityKind, types::TimeOfDay};

    #[test]
    fn a_step_is_said_from_todays_point_of_view() {
        let today = Day::parse_iso("2026-11-22").unwrap();
        let visit = |days| NextStep {
            kind: ActivityKind::Visit,
            on: today.plus_days(days),
            at: TimeOfDay::parse("16:00").ok(),
        };
        for (days, said) in [
            (-4, "Visita · venció mié 18/11"),
            (0, "Visita hoy, 16:00"),
            (1, "Visita mañana, 16:00"),
            (2, "Visita mar 24/11, 16:00"),
        ] {
            assert_eq!(next_step(Locale::Es, &visit(days), today), said);
        }
        assert_eq!(step_on(Locale::Es, &visit(2)), "visita 24/11/2026, 16:00");
    }
}
