//! What is wrong with a row is said in Spanish, and nothing of it is imported.

use std::path::Path;

use clientela::importing::{domain::Mapping, find_mapping};
use clientela::pipeline::domain::Opportunity;
use clientela::server::db::{Gesture, Tx};

use super::{count, ctx, fixtures, import};

/// Spanish formats, accounts and opportunities.
pub const MAPPING: &str = r#"
source = "prueba"

[formats]
numbers = "spanish"
dates = "spanish"

[[record]]
kind = "department"
file = "cuentas.csv"
key = { value = "Ventas" }
repeats = true
[record.fields]
name = { value = "Ventas" }

[[record]]
kind = "account"
file = "cuentas.csv"
key = "codigo"
[record.fields]
name = "nombre"
nif = "nif"
postal_code = "cp"
employees = "empleados"
department = { value = "Ventas" }

[[record]]
kind = "opportunity"
file = "ofertas.csv"
key = "numero"
[record.fields]
title = "asunto"
account = "cuenta"
stage = { column = "estado", map = { Abierta = "qualification", Enviada = "proposal", Ganada = "won" } }
amount = "importe"
closed_on = "fecha"
"#;

pub fn mapping() -> Mapping {
    Mapping::parse("prueba", MAPPING).unwrap()
}

/// "file:line column: reason", for each row that is left out.
async fn rejected(folder: &Path) -> Vec<String> {
    let ctx = ctx("mem://").await;
    let carried = import(&ctx, &mapping(), folder).await.unwrap();
    let there = count(&ctx, "account").await + count(&ctx, "opportunity").await + count(&ctx, "department").await;
    assert_eq!(carried.created, there as u64);
    let said = carried.preview.rejections.iter();
    said.map(|it| {
        format!(
            "{}:{} {}: {}",
            it.file,
            it.line,
            it.column.as_deref().unwrap_or("-"),
            it.reason
        )
    })
    .collect()
}

#[tokio::test]
async fn a_good_folder_in_windows_1252_with_semicolons_arrives_whole() {
    let ctx = ctx("mem://").await;
    let carried = import(&ctx, &mapping(), &fixtures("good")).await.unwrap();
    assert_eq!(carried.preview.rejections, []);
    assert_eq!(carried.created, 1 + 3 + 4);
    let names = "SELECT VALUE name FROM account ORDER BY name";
    let names: Vec<String> = ctx.db.query(names).await.unwrap().check().unwrap().take(0).unwrap();
    assert_eq!(names, ["Electrónica Muñiz, S.L.", "Náutica Xàbia", "Peña \"Hnos.\""]);
    let won: Vec<Opportunity> = ctx
        .db
        .query("SELECT * FROM opportunity WHERE state = 'won'")
        .await
        .unwrap()
        .take(0)
        .unwrap();
    assert_eq!(
        (won[0].amount.unwrap().cents(), won[0].closed_on.unwrap().to_string()),
        (123_456, "2024-03-05".into())
    );
}

#[tokio::test]
async fn each_bad_row_is_left_out_with_its_line_its_column_and_its_reason() {
    let said = rejected(&fixtures("dirty")).await;
    let expected = [
        "cuentas.csv:3 codigo: La clave «A1» ya está en la línea 2 de cuentas.csv: esta fila se deja fuera.",
        "cuentas.csv:4 nif: El NIF no cuadra: con esas cifras terminaría en 4; revisa si hay alguna cambiada.",
        "cuentas.csv:5 nombre: Falta este dato: escríbelo.",
        "cuentas.csv:6 cp: Ese código postal no es de ninguna provincia: va del 01000 al 52999.",
        "cuentas.csv:7 empleados: «muchos» no es un número entero.",
        "cuentas.csv:8 codigo: Falta este dato: escríbelo.",
        "ofertas.csv:2 estado: No hay ninguna fase «Dormida»: las que hay: qualification, proposal, negotiation, won, lost.",
        "ofertas.csv:3 cuenta: No hay ninguna cuenta «Z9»: ni en los ficheros ni importado antes.",
        "ofertas.csv:4 importe: No entendemos ese importe: escríbelo como 1.234,56.",
        "ofertas.csv:5 fecha: Ese día no existe en el calendario: revisa el día, el mes y el año.",
        "ofertas.csv:6 -: Tiene 5 celdas y la cabecera 6: sobra o falta un separador, o unas comillas.",
        "ofertas.csv:7 -: Abre unas comillas que no se cierran.",
        "ofertas.csv:9 importe: La fase «Propuesta» pide un importe, y aquí falta.",
        "ofertas.csv:10 fecha: La fase «Ganada» pide la fecha de cierre, y aquí falta.",
        "ofertas.csv:11 fecha: La fecha de cierre todavía no ha llegado.",
    ];
    assert_eq!(said, expected);
}

#[tokio::test]
async fn what_is_there_already_is_taken_and_not_repeated() {
    struct ByHand;
    impl Gesture for ByHand {
        type Answer = ();
        const NAME: &'static str = "test.department";
        async fn perform(&self, _: &clientela::server::Ctx, tx: &mut Tx) -> Result<(), clientela::error::AppError> {
            let id = clientela::types::DepartmentId::fresh();
            tx.query("CREATE $id SET name = 'Ventas'")
                .bind(("id", id))
                .await?
                .check()?;
            Ok(())
        }
    }
    let ctx = ctx("mem://").await;
    clientela::server::db::perform(&ctx, clientela::types::OpId::fresh(), &ByHand)
        .await
        .unwrap();
    let carried = import(&ctx, &mapping(), &fixtures("good")).await.unwrap();
    assert_eq!((carried.created, carried.preview.blocks[0].there), (7, 1));
    assert_eq!((count(&ctx, "department").await, count(&ctx, "imported").await), (1, 8));
}

#[tokio::test]
async fn a_mapping_that_is_not_there_is_said_with_those_that_are() {
    let said = find_mapping("no-hay").unwrap_err().to_string();
    assert!(
        said.contains("«no-hay»") && said.contains("crm-sales-opportunities"),
        "{said}"
    );
}
