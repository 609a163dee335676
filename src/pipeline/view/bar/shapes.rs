//! The same filter as a board or as a table: two links that keep it.

use leptos::prelude::*;

use crate::{
    i18n::use_texts,
    pipeline::{layout::Layout, view::mover::Mover},
    ui::Icon,
};

/// The two links.
#[component]
pub fn Shapes(mover: Mover) -> impl IntoView {
    let t = use_texts();
    let is_table = mover.look.with_untracked(|look| look.layout.is_some());
    let link = move |layout: Option<Layout>, icon: &'static str, name: &'static str| {
        let is_here = layout.is_some() == is_table;
        let address = move || {
            let look = mover.look.get();
            // The one that is shown leads to where one is, columns included.
            let to = if is_here { look.layout.clone() } else { layout.clone() };
            look.laid_out(to).address()
        };
        view! {
            <a class="segmented__option" href=address aria-current=is_here.then_some("true") aria-label=name title=name>
                <Icon name=icon />
            </a>
        }
    };
    view! {
        <nav class="segmented bar__shapes" aria-label=t.shapes>
            {link(None, "board", t.shape_board)}
            {link(Some(Layout::default()), "table", t.shape_table)}
        </nav>
    }
}

/// What the form of the filters has to say of the pipeline and of the table's layout, so that it stays where there is no JavaScript.
pub fn layout_fields(mover: Mover) -> impl IntoView {
    move || {
        mover.look.with(|look| {
            let layout = look.layout.iter().flat_map(Layout::pairs);
            hidden(look.place().into_iter().chain(layout).collect())
        })
    }
}

/// Pairs of an address as hidden fields of a form.
pub fn hidden(pairs: Vec<(&'static str, String)>) -> impl IntoView {
    let field = |(name, value)| view! { <input type="hidden" name=name value=value /> };
    pairs.into_iter().map(field).collect_view()
}
