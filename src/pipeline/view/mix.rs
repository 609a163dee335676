//! How the next steps of a column stand: a bar in proportion and four counts, each of which narrows the board to its cards.

use leptos::prelude::*;
use strum::IntoEnumIterator;

use super::mover::Mover;
use crate::{
    i18n::{Label, use_locale, use_texts},
    pipeline::{
        domain::{Card, Filter, Upcoming},
        look::Look,
    },
    types::StageId,
    ui::Icon,
};

/// The tone and the icon of a state: never the colour alone.
#[must_use]
pub fn dye(state: Upcoming) -> (&'static str, &'static str) {
    match state {
        Upcoming::Overdue => ("lacre", "late"),
        Upcoming::Today => ("boli", "dot"),
        Upcoming::Planned => ("hoja", "calendar"),
        Upcoming::Nothing => ("piedra", "none"),
    }
}

/// The bar of a stage. It counts what the other filters admit, so that the rest of the column stays one tap away.
#[component]
pub fn Mix(mover: Mover, stage: StageId) -> impl IntoView {
    let t = use_texts();
    let today = mover.board.with_untracked(|board| board.today);
    let counts = Memo::new(move |_| {
        let mut counts = [0_u32; 4];
        let mut count = |card: &Card| counts[card.upcoming(today) as usize] += 1;
        let is_narrowed = mover.look.with(|look| look.filter.next.is_some());
        if is_narrowed {
            let filter = Filter {
                next: None,
                ..mover.look.get().filter
            };
            mover.board.with(|board| {
                let cards = board.cards.iter().filter(|card| card.stage == stage);
                cards
                    .filter(|card| filter.admits(card, today))
                    .for_each(|card| count(card));
            });
        } else {
            mover.column(stage).iter().for_each(|card| count(card));
        }
        counts
    });
    let bar = move || {
        let counts = counts.get();
        let all = f64::from(counts.iter().sum::<u32>().max(1));
        let mut from = 0.0;
        let part = |state: Upcoming| {
            let share = f64::from(counts[state as usize]) * 100.0 / all;
            let x = from;
            from += share;
            (share > 0.0).then(|| {
                let (tone, _) = dye(state);
                // A hair of paper between two colours.
                let width = format!("{:.2}%", (share - 1.0).max(0.5));
                let empty = (state == Upcoming::Nothing).then_some("mix__none");
                view! {
                    <rect data-tone=tone class=empty x=format!("{x:.2}%") width=width height="6" rx="3"></rect>
                }
            })
        };
        Upcoming::iter().map(part).collect::<Vec<_>>()
    };
    // Which states are shown, and whether each is what is wanted: drawn anew when that changes, not with every count.
    let shown = Memo::new(move |_| {
        let wanted = mover.look.with(|look| look.filter.next);
        let counts = counts.get();
        let shown = Upcoming::iter().map(|state| (state, wanted == Some(state)));
        shown
            .filter(|(state, is_on)| counts[*state as usize] > 0 || *is_on)
            .collect::<Vec<_>>()
    });
    let links = move || {
        let link = |(state, is_on)| count(mover, counts, state, is_on);
        shown.get().into_iter().map(link).collect_view()
    };
    view! {
        <div class="mix" role="group" aria-label=t.next_filter>
            <svg class="mix__bar" height="6" width="100%" aria-hidden="true">
                {bar}
            </svg>
            <div class="mix__counts">{links}</div>
        </div>
    }
}

fn count(mover: Mover, counts: Memo<[u32; 4]>, state: Upcoming, is_on: bool) -> impl IntoView {
    let locale = use_locale();
    let (tone, icon) = dye(state);
    let address = move || {
        let mut look: Look = mover.look.get();
        look.filter.next = (!is_on).then_some(state);
        look.address()
    };
    let label = state.label(locale);
    view! {
        <a class="mix__count" data-tone=tone href=address title=label aria-current=is_on.then_some("true")>
            <Icon name=icon />
            <span class="visually-hidden">{label} ": "</span>
            {move || locale.number(counts.get()[state as usize].into())}
        </a>
    }
}
