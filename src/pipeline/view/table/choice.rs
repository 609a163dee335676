//! A cell whose value is chosen from a list (who answers for an opportunity, what is sold), while it is.

use std::sync::Arc;

use leptos::{html, prelude::*};

use super::editor::shut;
use crate::{
    i18n::Label,
    pipeline::{
        domain::{Card, Column},
        view::{field, mover::Mover, pick::Pick},
    },
};

/// The values of a column; the cell is closed when one is chosen, or none.
pub fn choice(mover: Mover, card: Memo<Arc<Card>>, column: Column, open: RwSignal<bool>) -> AnyView {
    let label = column.label(mover.locale());
    let id = card.with_untracked(|card| card.id);
    let now = Memo::new(move |_| card.with(|card| field::typed(card, column)));
    let list = NodeRef::<html::Select>::new();
    Effect::new(move |_| {
        if let Some(list) = list.get() {
            // Refused only to what is not in the page any more.
            let _ = list.focus();
        }
    });
    let keep = Callback::new(move |value: String| {
        // What stands in the list can be read.
        let _ = field::keep(mover, id, column, label, &value);
    });
    let left = move |_| {
        // What closes the cell may have taken it away.
        open.try_set(false);
    };
    let done = Callback::new(move |()| shut(id, column, open));
    view! {
        <span class="ledger__field" on:focusout=left>
            <Pick mover=mover column=column now=now label=label node=list keep=keep done=done />
        </span>
    }
    .into_any()
}
