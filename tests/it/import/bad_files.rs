//! Files that are not what the mapping takes them for.

use std::{io::Write, path::Path};

use clientela::importing::{Failure, domain::Mapping};

use super::{
    bad_input::{MAPPING, mapping},
    count, ctx, fixtures, import, preview,
};

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
        assert_eq!(refused(folder_with("cuentas.csv", content).path()).await, sentence);
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
    let found = preview(&ctx("mem://").await, &mapping, folder.path()).await.unwrap();
    let said: Vec<String> = found
        .rejections
        .iter()
        .filter(|it| it.file == "cuentas.csv")
        .map(|it| it.reason.to_string())
        .collect();
    let sentence =
        "Hay letras que no están en UTF-8. Si el fichero salió de Excel, pon encoding = \"windows-1252\" en el mapa.";
    assert_eq!(said, [sentence, sentence], "once for each block that reads it");
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
    let folder = folder_with("cuentas.csv", b"codigo;nombre;nif;cp;empleados\nA1;Uno;;;\n");
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
    let found = preview(&ctx("mem://").await, &mapping(), folder.path()).await.unwrap();
    let accounts = &found.blocks[1];
    assert_eq!((accounts.new, accounts.rejected), (3, 1));
    assert_eq!(found.rejections[0].line, 3);
    assert_eq!(
        found.rejections[0].reason.to_string(),
        "La línea pasa de 1 MiB: no es una fila, o faltan saltos de línea."
    );
}
