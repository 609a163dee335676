//! Which columns the table has, and in which order: a form of the address, which works without JavaScript.

use leptos::prelude::*;
use strum::IntoEnumIterator;

use super::Table;
use crate::{
    i18n::{Label, use_locale, use_texts},
    pipeline::{
        domain::{Column, Columns},
        layout::{Layout, field},
        look::Look,
        view::bar::hidden,
    },
    ui::Icon,
};

const PANEL: &str = "table-columns";

/// The button and what it opens.
#[component]
pub fn Chooser(table: Table) -> impl IntoView {
    let t = use_texts();
    let look = table.mover.look;
    let usual = move || look.with(|look| with_columns(look, Columns::default()));
    // What the form must say besides the columns, so that nothing of the look is lost.
    let rest = move || {
        let mut pairs: Vec<_> = look
            .with(Look::place)
            .into_iter()
            .chain(look.with(Look::pairs))
            .collect();
        let layout = look.with(|look| look.layout.as_ref().map(Layout::pairs).unwrap_or_default());
        pairs.extend(layout.into_iter().filter(|(name, _)| *name != field::COLUMNS));
        hidden(pairs)
    };
    view! {
        <button class="btn btn--s" type="button" popovertarget=PANEL aria-haspopup="dialog">
            <Icon name="table" />
            {t.columns}
        </button>
        <div class="menu ledger__columns" id=PANEL popover="auto" role="dialog" aria-label=t.columns>
            <form method="get" action="/opportunities">
                {rest}
                <ul>{move || list(look.get(), &table.columns.get())}</ul>
                <div class="bar__foot">
                    <a class="btn btn--quiet" href=usual>
                        {t.columns_default}
                    </a>
                    <button class="btn btn--pen">{t.columns_show}</button>
                </div>
            </form>
        </div>
    }
}

fn with_columns(look: &Look, columns: Columns) -> String {
    let sort = look.layout.as_ref().and_then(|layout| layout.sort);
    look.clone().laid_out(Some(Layout { columns, sort })).address()
}

/// Those that are shown in their order, then the others.
fn list(look: Look, shown: &Columns) -> impl IntoView + use<> {
    let t = use_texts();
    let locale = use_locale();
    let others = Column::iter().filter(|column| !shown.contains(*column));
    let line = |column: Column| {
        let name = column.label(locale);
        let earlier = shown.with_earlier(column).map(|columns| {
            view! {
                <a class="btn-icon btn-icon--s" href=with_columns(&look, columns) aria-label=format!("{name}: {}", t.column_earlier) title=t.column_earlier>
                    <Icon name="arrow-up" />
                </a>
            }
        });
        view! {
            <li class="ledger__column">
                <label class="choice">
                    <input type="checkbox" name=field::COLUMNS value=column.as_ref().to_owned() checked=shown.contains(column) />
                    {name}
                </label>
                {earlier}
            </li>
        }
    };
    shown.iter().chain(others).map(line).collect_view()
}
