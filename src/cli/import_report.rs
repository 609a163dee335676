//! What `clientela import` says, as text.

use std::{collections::BTreeMap, fmt::Write};

use crate::{
    importing::{
        Carried, Preview, StageTally,
        domain::{Kind, Rejection},
    },
    types::Locale,
};

/// How many rejected rows are shown; the rest go to a file.
const SHOWN: usize = 20;

/// The table of what would be imported and the first rejected rows.
#[must_use]
pub fn preview(preview: &Preview) -> String {
    let mut text = String::new();
    let files: Vec<String> = preview
        .blocks
        .iter()
        .map(|block| format!("{} → {}", block.file, block.kind.plural()))
        .collect();
    let width = files.iter().map(|file| file.chars().count()).max().unwrap_or(0);
    line(
        &mut text,
        width,
        "",
        ["filas", "nuevas", "ya están", "repetidas", "rechazadas"].map(str::to_owned),
    );
    for (block, file) in preview.blocks.iter().zip(&files) {
        line(
            &mut text,
            width,
            file,
            [block.rows, block.new, block.there, block.repeated, block.rejected].map(grouped),
        );
    }
    text.push('\n');
    text.push_str(&rejections(&preview.rejections));
    text
}

fn line(text: &mut String, width: usize, first: &str, cells: [String; 5]) {
    let [rows, new, there, repeated, rejected] = cells;
    // Writing to a String cannot fail.
    let _ = writeln!(
        text,
        "{first:<width$} {rows:>10} {new:>10} {there:>10} {repeated:>10} {rejected:>10}"
    );
}

fn rejections(rejections: &[Rejection]) -> String {
    let mut text = String::new();
    if rejections.is_empty() {
        return text;
    }
    let _ = writeln!(text, "Filas que se dejan fuera:");
    for rejection in rejections.iter().take(SHOWN) {
        let _ = writeln!(text, "  {}", sentence(rejection));
    }
    if rejections.len() > SHOWN {
        let more = grouped((rejections.len() - SHOWN) as u64);
        let _ = writeln!(text, "  … y {more} más: con --rejected FICHERO se escriben todas.");
    }
    text.push('\n');
    text
}

/// "accounts.csv, línea 3, columna «nif»: Un NIF tiene 9 caracteres…"
fn sentence(rejection: &Rejection) -> String {
    let column = rejection
        .column
        .as_ref()
        .map(|column| format!(", columna «{column}»"))
        .unwrap_or_default();
    format!(
        "{}, línea {}{column}: {}",
        rejection.file, rejection.line, rejection.reason
    )
}

/// What has been done.
#[must_use]
pub fn summary(carried: &Carried) -> String {
    let mut text = String::new();
    if !carried.finished {
        let (created, announced) = (grouped(carried.created), grouped(carried.preview.new_records()));
        let _ = writeln!(
            text,
            "Interrumpido: {created} de {announced} registros creados. La misma orden sigue desde ahí."
        );
        return text;
    }
    let mut kinds: BTreeMap<Kind, u64> = BTreeMap::new();
    for block in carried.preview.blocks.iter().filter(|block| block.new > 0) {
        *kinds.entry(block.kind).or_default() += block.new;
    }
    let created: Vec<String> = kinds.into_iter().map(|(kind, count)| counted(kind, count)).collect();
    let _ = writeln!(text, "Importado: {}.", created.join(", "));
    let rejected = carried.preview.rejections.len() as u64;
    if rejected > 0 {
        let _ = writeln!(text, "Filas rechazadas: {}.", grouped(rejected));
    }
    text.push_str(&stages(&carried.preview.stages));
    text
}

fn stages(stages: &[StageTally]) -> String {
    let mut text = String::new();
    let width = stages
        .iter()
        .map(|stage| stage.name.as_str().chars().count())
        .max()
        .unwrap_or(0);
    for stage in stages.iter().filter(|stage| stage.count > 0) {
        let (count, amount) = (grouped(stage.count.into()), stage.amount.format(Locale::Es));
        let _ = writeln!(text, "  {:<width$} {count:>8} {amount:>20}", stage.name);
    }
    text
}

/// "1 cuenta", "85 cuentas".
fn counted(kind: Kind, count: u64) -> String {
    match (count, kind.one().split_once(' ')) {
        (1, Some((_, name))) => format!("1 {name}"),
        _ => format!("{} {}", grouped(count), kind.plural()),
    }
}

fn grouped(number: u64) -> String {
    Locale::Es.number(number)
}

#[cfg(test)]
mod tests {
    use super::counted;
    use crate::importing::domain::Kind;

    #[test]
    fn one_is_said_in_singular() {
        assert_eq!(counted(Kind::Department, 1), "1 departamento");
        assert_eq!(counted(Kind::Account, 8_800), "8.800 cuentas");
    }
}
