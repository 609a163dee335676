//! What is done with the table as a whole: its columns, and taking it out.

use leptos::prelude::*;

use super::{Table, chooser::Chooser};
use crate::{frame::use_frame, i18n::use_texts, pipeline::look::Look, ui::Icon};

/// Columns and exports. Who may not export sees no link.
#[component]
pub fn Tools(table: Table) -> impl IntoView {
    let t = use_texts();
    let viewer = use_frame().viewer;
    let exports = viewer.as_ref().is_some_and(|viewer| viewer.exports_opportunities);
    let a_part = viewer.is_some_and(|viewer| viewer.exports_a_part);
    let look = table.mover.look;
    // The router leaves it to the browser, which keeps a file and shows a refusal.
    let file = move |ending: &'static str, name: &'static str| {
        view! {
            <a
                class="btn btn--s"
                rel="external"
                href=move || format!("/opportunities/export.{ending}{}", look.with(Look::query))
                aria-label=format!("{} {name}", t.export_do)
                title=a_part.then_some(t.export_part)
            >
                <Icon name="arrow-down" />
                {name}
            </a>
        }
    };
    let note = a_part.then(|| view! { <span class="ledger__note">{t.export_part}</span> });
    let files = exports.then(|| {
        view! {
            {note}
            {file("csv", "CSV")}
            {file("xlsx", "Excel")}
        }
    });
    view! {
        <div class="ledger__tools">
            {files}
            <Chooser table=table />
        </div>
    }
}
