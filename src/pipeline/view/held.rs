//! The ticket in the hand.

use leptos::{html, prelude::*};

use super::{
    mover::Mover,
    ticket::{body, stub},
};

/// It follows the pointer by its own transform.
#[component]
pub fn Held(mover: Mover) -> impl IntoView {
    let node = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        let (x, y) = mover.hand.get();
        if let Some(ticket) = node.get() {
            // A style that the browser does not take leaves the ticket where it is.
            let _ = ticket.style(("transform", format!("translate({x}px, {y}px)")));
        }
    });
    let card = Memo::new(move |_| {
        mover.drag.with(|drag| {
            drag.as_ref()
                .and_then(|drag| Some((drag.card.clone(), drag.width?, drag.others.len())))
        })
    });
    move || {
        let (card, width, others) = card.get()?;
        let (stage, today) = mover
            .board
            .with_untracked(|board| Some((board.stage(card.stage).cloned()?, board.today)))?;
        Some(view! {
            <div
                class="ticket"
                node_ref=node
                data-dragging="true"
                data-tone=stage.tone.as_ref().to_owned()
                aria-hidden="true"
                inert
                style:inline-size=format!("{width}px")
            >
                {body(&card, today, None, None)}
                {stub(mover, &card, &stage, None)}
                {(others > 0).then(|| view! { <b class="ticket__count">{others + 1}</b> })}
            </div>
        })
    }
}
