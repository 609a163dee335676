//! The pages of the rows, as links.

use leptos::prelude::*;

use super::{ROWS, Table};
use crate::{
    i18n::{counting, use_locale, use_texts},
    pipeline::layout::field,
    ui::Icon,
};

/// Which rows are shown of how many, and the ways to the others.
#[component]
pub fn Pages(table: Table) -> impl IntoView {
    let t = use_texts();
    let locale = use_locale();
    let count = move || table.rows.with(Vec::len);
    let shown = move || {
        let (from, count) = (table.page() * ROWS, count());
        let to = (from + ROWS).min(count);
        counting::range(locale, (from + 1).min(count) as u64, to as u64, count as u64)
    };
    let link = move |to: Option<usize>, icon: &'static str, name: &'static str| {
        to.map(|page| {
            let number = (page + 1).to_string();
            view! {
                <a class="btn-icon btn-icon--s" href=table.mover.look.with(|look| look.with(field::PAGE, &number)) aria-label=name title=name>
                    <Icon name=icon />
                </a>
            }
        })
    };
    let earlier = move || link(table.page().checked_sub(1), "left", t.page_earlier);
    let later = move || {
        let next = table.page() + 1;
        link(Some(next).filter(|next| next * ROWS < count()), "right", t.page_later)
    };
    view! {
        <nav class="ledger__pages" aria-label=t.pages>
            {earlier}
            <span>{shown}</span>
            {later}
        </nav>
    }
}
