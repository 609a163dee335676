//! Three figures for this month, side by side: what was promised, what the stages say, what the team's own history says.

use leptos::prelude::*;

use super::goals;
use crate::{
    frame::use_frame,
    i18n::{forecast as said, use_locale, use_texts},
    pipeline::{
        domain::{ByHistory, ENOUGH, Forecast},
        goals_form::Returned,
        view::mover::Mover,
    },
    types::{Money, OpId},
    ui::Amount,
};

/// As terms and figures.
pub fn say(mover: Mover, forecast: Memo<Forecast>, operation: OpId, back: Option<&Returned>) -> AnyView {
    let t = use_texts();
    let locale = use_locale();
    let me = use_frame().viewer.map(|viewer| viewer.id);
    let mine = move || {
        let promise = mover.board.with(|board| board.outlook.promise_of(me?).copied());
        amount_or(promise.and_then(|it| it.amount), t.commitment_none)
    };
    let form = goals::commitment(mover, operation, back);
    let own = form.map(|form| {
        view! {
            <div>
                <dt>{t.commitment_mine}</dt>
                <dd class="fc__big fc__own">{mine} {form}</dd>
            </div>
        }
    });
    let others = move || {
        mover.board.with(|board| {
            let others = board.outlook.promises.iter().filter(|it| Some(it.user) != me);
            let named = others.filter_map(|it| Some((board.owners.get(&it.user)?, it.amount?)));
            named
                .map(|(name, amount)| {
                    view! {
                        <div>
                            <dt>{said::commitment_of(locale, name.as_str())}</dt>
                            <dd>
                                <Amount money=amount />
                            </dd>
                        </div>
                    }
                })
                .collect_view()
        })
    };
    let history = move || match forecast.with(|it| it.by_history.clone()) {
        ByHistory::Known { amount, closings } => view! {
            <dt>
                {t.by_history} " " <span class="fc__n">{said::closings(locale, closings)}</span>
            </dt>
            <dd>
                <Amount money=amount />
            </dd>
        }
        .into_any(),
        ByHistory::Short { stage, closings } => {
            let name = mover
                .board
                .with_untracked(|board| board.stage(stage).map(|it| it.name.to_string()));
            let why = said::short_of(locale, &name.unwrap_or_default(), ENOUGH);
            view! {
                <dt>{t.by_history}</dt>
                <dd class="fc__short" title=why>
                    {said::short(locale, closings)}
                </dd>
            }
            .into_any()
        }
    };
    view! {
        <dl class="fc fc--say">
            {own} {others} <div>
                <dt>{t.by_stage}</dt>
                <dd>{move || view! { <Amount money=forecast.with(|it| it.spans[0].expected()) /> }}</dd>
            </div> <div>{history}</div>
        </dl>
    }
    .into_any()
}

fn amount_or(amount: Option<Money>, none: &'static str) -> AnyView {
    match amount {
        Some(amount) => view! { <Amount money=amount /> }.into_any(),
        None => view! { <span class="fc__none">{none}</span> }.into_any(),
    }
}
