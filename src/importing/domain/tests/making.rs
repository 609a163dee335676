//! From a row to an opportunity.

use std::{collections::BTreeMap, sync::Arc};

use uuid::Uuid;

use super::{super::*, SMALL};
use crate::{
    pipeline::domain::{Stage, default_stages},
    types::{Moment, PipelineId, TimeZone},
};

struct Bench {
    mapping: Mapping,
    directory: Directory,
    look_ups: LookUps,
    stages: Vec<Stage>,
}

impl Bench {
    fn new() -> Self {
        let mapping = Mapping::parse("mapa.toml", SMALL).unwrap();
        let mut directory = Directory::default();
        directory.insert(Kind::Account, "Peña e Hijos".into(), Uuid::from_u128(7));
        let look_up = mapping.blocks[0]
            .expressions()
            .flat_map(|it| &it.0)
            .find_map(|piece| piece.look_up.clone())
            .unwrap();
        let prices = [("GTX Pro".to_owned(), "4.821".to_owned())].into();
        Self {
            mapping,
            directory,
            look_ups: [(look_up, prices)].into(),
            stages: default_stages(PipelineId::fresh()).unwrap(),
        }
    }

    /// The row with these cells.
    fn of(&self, cells: &[(&str, &str)]) -> Result<crate::pipeline::domain::Opportunity, Fault> {
        let names = [
            "id", "producto", "fase", "importe", "quien", "cuenta", "motivo", "cierre", "alta",
        ];
        let corrections = self.mapping.options("f.csv").correct;
        let columns = Columns::new(names.map(str::to_owned).to_vec(), corrections).unwrap();
        let said: BTreeMap<&str, &str> = cells.iter().copied().collect();
        let cells = names.iter().map(|name| said.get(name).copied().unwrap_or("")).collect();
        let row = Row::new(2, Arc::new(columns), cells);
        let block = &self.mapping.blocks[0];
        let reader = Reader {
            block,
            row: &row,
            formats: self.mapping.formats,
            look_ups: &self.look_ups,
            directory: &self.directory,
        };
        let now = Moment::parse("2026-11-25T10:00:00Z").unwrap();
        let making = Making {
            stages: &self.stages,
            now,
            today: now.local_day(TimeZone::default()),
        };
        match make(&reader, &making, Uuid::from_u128(1))? {
            Made::Opportunity(made) => Ok(*made),
            other => panic!("{other:?}"),
        }
    }

    fn fault(&self, cells: &[(&str, &str)]) -> (Option<String>, String) {
        let Fault { column, reason } = self.of(cells).unwrap_err();
        (column, reason.to_string())
    }
}

#[test]
fn the_first_source_that_says_something_counts() {
    let made = Bench::new();
    let priced = made
        .of(&[("producto", " GTXPro "), ("fase", "A"), ("alta", "05/01/2020")])
        .unwrap();
    assert_eq!(
        (priced.title.as_str(), priced.amount.unwrap().cents()),
        ("GTX Pro", 482_100)
    );
    assert_eq!(priced.created_at.to_string(), "2020-01-05T12:00:00.000Z");
    let said = made
        .of(&[
            ("producto", "X"),
            ("fase", "A"),
            ("importe", "1.234,5"),
            ("cuenta", "Peña  e Hijos"),
        ])
        .unwrap();
    assert_eq!(said.amount.unwrap().cents(), 123_450_000);
    assert_eq!(said.created_at.to_string(), "2017-12-31T12:00:00.000Z");
    assert_eq!(
        said.account.unwrap().uuid(),
        Uuid::from_u128(7),
        "blanks do not make another key"
    );
}

#[test]
fn references_to_nothing_reject_the_row_or_stay_empty_as_the_mapping_says() {
    let made = Bench::new();
    assert_eq!(
        made.of(&[("producto", "GTXPro"), ("fase", "A"), ("quien", "Nadie")])
            .unwrap()
            .owner,
        None
    );
    let (column, why) = made.fault(&[("producto", "GTXPro"), ("fase", "A"), ("cuenta", "Nadie")]);
    assert_eq!(
        (column.as_deref(), why.as_str()),
        (
            Some("cuenta"),
            "No hay ninguna cuenta «Nadie»: ni en los ficheros ni importado antes."
        )
    );
    let (column, why) = made.fault(&[("producto", "MG"), ("fase", "A")]);
    assert_eq!(
        (column.as_deref(), why.as_str()),
        (
            Some("producto"),
            "En p.csv no hay ninguna fila con «MG» en la columna «p»."
        )
    );
}

#[test]
fn a_stage_gets_what_it_asks_for() {
    let made = Bench::new();
    let lost = [("producto", "GTXPro"), ("fase", "P"), ("cierre", "01/02/2020")];
    assert_eq!(
        made.fault(&lost).1,
        "La fase «Perdida» pide el motivo de la pérdida, y aquí falta."
    );
    let competition = [&lost[..], &[("motivo", "competition")]].concat();
    assert_eq!(
        made.fault(&competition).1,
        "La fase «Perdida» pide quién la ganó, y aquí falta."
    );
    let open = made
        .of(&[
            ("producto", "GTXPro"),
            ("fase", "A"),
            ("motivo", "price"),
            ("cierre", "01/02/2020"),
        ])
        .unwrap();
    assert_eq!(
        (open.loss_reason, open.closed_on),
        (None, None),
        "what an open one has not"
    );
    let won = [("producto", "GTXPro"), ("fase", "G"), ("cierre", "26/11/2026")];
    assert_eq!(made.fault(&won).1, "La fecha de cierre todavía no ha llegado.");
}
