//! What a mapping may say.

use strum::IntoEnumIterator;

use super::{super::*, SMALL};

fn error(text: &str) -> String {
    Mapping::parse("mapa.toml", text).unwrap_err().to_string()
}

#[test]
fn mistakes_in_a_mapping_are_said_with_their_line() {
    for (from, to, sentence) in [
        (
            "title = ",
            "titel = ",
            "línea 13, no se entiende: la oportunidad no tiene «titel»; tiene: title, stage, account",
        ),
        (
            "title = \"producto\"\n",
            "",
            "línea 8, no se entiende: la oportunidad tiene que llevar «title».",
        ),
        (
            "kind = \"opportunity\"",
            "kind = \"ofertas\"",
            "línea 9, no se entiende: «ofertas» no es un valor conocido; se admite «zone», ",
        ),
        (
            "key = \"id\"",
            "clave = \"id\"",
            "línea 11, no se entiende: no se conoce «clave»; se admite «kind», ",
        ),
        ("file = \"f.csv\"\n", "", "falta «file»."),
        ("numbers = \"spanish\"", "numbers = 3", "línea 4, no se entiende: "),
        (
            "source = \"prueba\"",
            "source = \"La mía\"",
            "línea 2, no se entiende: «source» solo puede llevar",
        ),
        (
            "column = \"quien\", ",
            "",
            "no se entiende: di de dónde sale: «column» (una columna) o «value» (un valor fijo)",
        ),
        (
            "account = \"cuenta\"",
            "account = 7",
            "no se entiende: aquí va el nombre de una columna, { column = … }",
        ),
        (
            "multiply = 1000",
            "multiplica = 1000",
            "no se entiende: no se conoce «multiplica»; se admite «column», ",
        ),
        (
            "key = \"id\"",
            "key = ",
            "línea 11, no se entiende: no es TOML bien escrito (",
        ),
    ] {
        assert!(SMALL.contains(from), "{from}");
        let said = error(&SMALL.replace(from, to));
        assert!(said.starts_with("El mapa «mapa.toml»"), "{said}");
        assert!(said.contains(sentence), "{to}: {said}");
    }
}

#[test]
fn every_field_belongs_to_some_kind_and_to_none_twice() {
    for field in Field::iter() {
        assert!(Kind::iter().any(|kind| kind.admits(field)), "{field:?}");
    }
    for kind in Kind::iter() {
        assert!(kind.required().iter().all(|field| !kind.optional().contains(field)));
    }
}

#[test]
fn blocks_are_put_in_the_order_in_which_they_refer_to_each_other() {
    let mapping = Mapping::parse("shipped", include_str!("../../mappings/crm-sales-opportunities.toml")).unwrap();
    let kinds: Vec<Kind> = mapping.blocks.iter().map(|block| block.kind).collect();
    assert!(kinds.is_sorted());
    let read = mapping.columns();
    assert_eq!(read.len(), 4);
    assert!(read["sales_teams.csv"].contains("regional_office"));
}
