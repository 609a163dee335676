//! What is wrong with a file or a row is said in Spanish, and nothing of it is imported.

use std::{io::Write, path::Path};

use clientela::importing::{Failure, domain::Mapping, find_mapping};
use clientela::pipeline::domain::Opportunity;
use clientela::server::db::{Gesture, Tx};

use super::{count, ctx, fixtures, import, preview};

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

fn mapping() -> Mapping {
    Mapping::parse("prueba", MAPPING).unwrap()
}

/// The good folder, with one file replaced.
fn folder_with(file: &str, content: &[u8]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for name in ["cuentas.csv", "ofertas.csv"] {
        std::fs::copy(fixtures("good").join(name), folder.path().join(name)).unwrap();
    }
    std::fs::write(folder.path().join(file), content).unwrap();
    folder
}

async fn refused(folder: &Path) -> String {
    let ctx = ctx("mem://").await;
    let refusal = match import(&ctx, &mapping(), folder).await {
        Err(refusal @ Failure::Refused(_)) => refusal.to_string(),
        other => panic!("{other:?}"),
    };
    assert_eq!(count(&ctx, "account").await, 0);
    refusal
}

/// "file:line column: reason", for each row that is left out.
async fn rejected(folder: &Path) -> Vec<String> {
    let ctx = ctx("mem://").await;
    let carried = import(&ctx, &mapping(), folder).await.unwrap();
    let there = count(&ctx, "account").await
        + count(&ctx, "opportunity").await
        + count(&ctx, "department").await;
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
    let names: Vec<String> = ctx
        .db
        .query("SELECT VALUE name FROM account ORDER BY name")
        .await
        .unwrap()
        .take((0, "name"))
        .unwrap_or_default();
    let names = if names.is_empty() {
        ctx.db
            .query("SELECT VALUE name FROM account ORDER BY name")
            .await
            .unwrap()
            .take(0)
            .unwrap()
    } else {
        names
    };
    assert_eq!(
        names,
        ["Electrónica Muñiz, S.L.", "Náutica Xàbia", "Peña \"Hnos.\""]
    );
    let won: Vec<Opportunity> = ctx
        .db
        .query("SELECT * FROM opportunity WHERE state = 'won'")
        .await
        .unwrap()
        .take(0)
        .unwrap();
    assert_eq!(
        (
            won[0].amount.unwrap().cents(),
            won[0].closed_on.unwrap().to_string()
        ),
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
        "ofertas.csv:2 estado: No hay ninguna etapa «Dormida»: las hay qualification, proposal, negotiation, won, lost.",
        "ofertas.csv:3 cuenta: No hay ninguna cuenta «Z9»: ni en los ficheros ni importado antes.",
        "ofertas.csv:4 importe: No entendemos ese importe: escríbelo como 1.234,56.",
        "ofertas.csv:5 fecha: Ese día no existe en el calendario: revisa el día, el mes y el año.",
        "ofertas.csv:6 -: Tiene 5 celdas y la cabecera 6: sobra o falta un separador, o unas comillas.",
        "ofertas.csv:7 -: Abre unas comillas que no se cierran.",
        "ofertas.csv:9 importe: La etapa «Propuesta» pide un importe, y aquí falta.",
        "ofertas.csv:10 fecha: La etapa «Ganada» pide la fecha de cierre, y aquí falta.",
        "ofertas.csv:11 fecha: La fecha de cierre todavía no ha llegado.",
    ];
    assert_eq!(said, expected);
}

#[tokio::test]
async fn columns_that_are_missing_are_all_named_and_nothing_is_imported() {
    let folder = folder_with("cuentas.csv", b"codigo;nombre;cp\nA1;Uno;28013\n");
    assert_eq!(
        refused(folder.path()).await,
        "En «cuentas.csv» faltan las columnas «empleados», «nif». Las que hay: «codigo», «nombre», «cp»."
    );
}

#[tokio::test]
async fn a_file_that_is_no_csv_is_named() {
    let none = tempfile::tempdir().unwrap();
    let said = refused(none.path()).await;
    assert_eq!(said.lines().count(), 2, "both are missing: {said}");
    assert!(
        said.starts_with("No existe el fichero «cuentas.csv» en la carpeta «"),
        "{said}"
    );
    for (content, sentence) in [
        (
            &b""[..],
            "«cuentas.csv» está vacío: no tiene ni la línea con los nombres de las columnas.",
        ),
        (
            b"PK\x03\x04...",
            "«cuentas.csv» no es un CSV: parece una hoja de cálculo. Ábrelo y guárdalo como «CSV UTF-8».",
        ),
        (
            b"\xff\xfec\x00",
            "«cuentas.csv» no es un CSV: parece un texto en UTF-16. Ábrelo y guárdalo como «CSV UTF-8».",
        ),
        (
            b"a\x00b",
            "«cuentas.csv» no es un CSV: parece un fichero binario. Ábrelo y guárdalo como «CSV UTF-8».",
        ),
        (
            b"nif;nif\n",
            "En «cuentas.csv» hay dos columnas que se llaman «nif»: cambia el nombre de una.",
        ),
    ] {
        assert_eq!(
            refused(folder_with("cuentas.csv", content).path()).await,
            sentence
        );
    }
}

#[tokio::test]
async fn a_row_in_another_encoding_than_the_mapping_says_is_left_out() {
    let mapping = Mapping::parse(
        "prueba",
        &format!("{MAPPING}\n[files.\"cuentas.csv\"]\nencoding = \"utf-8\"\n"),
    )
    .unwrap();
    let folder = folder_with(
        "cuentas.csv",
        b"codigo;nombre;nif;cp;empleados\nA1;Mu\xf1iz;;;\nA2;Dos;;;\n",
    );
    let found = preview(&ctx("mem://").await, &mapping, folder.path())
        .await
        .unwrap();
    let said: Vec<String> = found
        .rejections
        .iter()
        .filter(|it| it.file == "cuentas.csv")
        .map(|it| it.reason.to_string())
        .collect();
    let sentence = "Hay letras que no están en UTF-8. Si el fichero salió de Excel, pon encoding = \"windows-1252\" en el mapa.";
    assert_eq!(
        said,
        [sentence, sentence],
        "once for each block that reads it"
    );
}

#[tokio::test]
async fn one_broken_byte_does_not_turn_a_file_in_utf_8_into_another() {
    let mut content = "codigo;nombre;nif;cp;empleados\n".to_owned().into_bytes();
    for number in 1..=20 {
        content.extend(format!("A{number};Peña {number};;;\n").bytes());
    }
    content.extend(b"A99;Rota \xf1;;;\n");
    let found = preview(
        &ctx("mem://").await,
        &mapping(),
        folder_with("cuentas.csv", &content).path(),
    )
    .await
    .unwrap();
    let accounts = &found.blocks[1];
    assert_eq!((accounts.new, accounts.rejected), (20, 1));
}

#[tokio::test]
async fn a_line_of_a_hundred_megabytes_is_passed_over() {
    let folder = folder_with(
        "cuentas.csv",
        b"codigo;nombre;nif;cp;empleados\nA1;Uno;;;\n",
    );
    let mut file = std::fs::OpenOptions::new()
        .append(true)
        .open(folder.path().join("cuentas.csv"))
        .unwrap();
    let piece = vec![b'x'; 1024 * 1024];
    for _ in 0..100 {
        file.write_all(&piece).unwrap();
    }
    file.write_all(b"\nA2;Dos;;;\nA3;Tres;;;\n").unwrap();
    drop(file);
    let found = preview(&ctx("mem://").await, &mapping(), folder.path())
        .await
        .unwrap();
    let accounts = &found.blocks[1];
    assert_eq!((accounts.new, accounts.rejected), (3, 1));
    assert_eq!(found.rejections[0].line, 3);
    assert_eq!(
        found.rejections[0].reason.to_string(),
        "La línea pasa de 1 MiB: no es una fila, o faltan saltos de línea."
    );
}

#[tokio::test]
async fn what_is_there_already_is_taken_and_not_repeated() {
    struct ByHand;
    impl Gesture for ByHand {
        type Answer = ();
        const NAME: &'static str = "test.department";
        async fn perform(
            &self,
            _: &clientela::server::Ctx,
            tx: &mut Tx,
        ) -> Result<(), clientela::error::AppError> {
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
    assert_eq!(
        (
            count(&ctx, "department").await,
            count(&ctx, "imported").await
        ),
        (1, 8)
    );
}

#[tokio::test]
async fn a_mapping_that_is_not_there_is_said_with_those_that_are() {
    let said = find_mapping("no-hay").unwrap_err().to_string();
    assert!(
        said.contains("«no-hay»") && said.contains("crm-sales-opportunities"),
        "{said}"
    );
}
