//! The rules of mappings and rows.

mod making;
mod mappings;

const SMALL: &str = r#"
source = "prueba"
[formats]
numbers = "spanish"
dates = "spanish"
[files."f.csv"]
correct.producto = { "GTXPro" = "GTX Pro" }
[[record]]
kind = "opportunity"
file = "f.csv"
key = "id"
[record.fields]
title = "producto"
stage = { column = "fase", map = { A = "proposal", P = "lost", G = "won" } }
amount = [{ column = "importe", multiply = 1000 }, { column = "producto", look_up = { file = "p.csv", where = "p", take = "precio" } }]
owner = { column = "quien", unknown = "empty" }
account = "cuenta"
loss_reason = "motivo"
closed_on = "cierre"
created_at = ["alta", { value = "31/12/2017" }]
"#;
