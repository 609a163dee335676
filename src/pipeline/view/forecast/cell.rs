//! The figures of a month, quarter or year.

use leptos::prelude::*;

use super::ruler::ruler;
use crate::{
    i18n::{forecast, use_locale, use_texts},
    pipeline::{
        domain::{Figures, Span},
        view::mover::Mover,
    },
    ui::Amount,
};

/// Won, weighted, and what remains to be found of the objective.
#[component]
pub fn Cell(
    mover: Mover,
    span: Span,
    figures: Memo<Figures>,
    /// What changes the objectives: in one of the cells, and for whoever may.
    pencil: Option<AnyView>,
) -> impl IntoView {
    let t = use_texts();
    let locale = use_locale();
    let today = mover.board.with_untracked(|board| board.today);
    let months = span.months(today).count();
    let sees_goals = move || mover.board.with(|board| board.outlook.goals.is_some());
    let goal = move || {
        let it = figures.get();
        let Some(objective) = it.objective else {
            // Of a part of the pipeline no objective is said, not even that there is none.
            let none = if sees_goals() { t.goal_none } else { t.forecast_yours };
            return view! { <span>{none}</span> }.into_any();
        };
        let some = (usize::from(it.with_objective) < months).then(|| {
            view! { <span class="fc__few">{forecast::months_of(locale, it.with_objective, months)}</span> }
        });
        view! {
            <span>
                {t.goal} " " <Amount money=objective /> " " {some}
            </span>
        }
        .into_any()
    };
    let to_find = move || {
        let left = figures.get().to_find();
        left.map(|left| {
            view! {
                <div>
                    <dt>{t.to_find}</dt>
                    <dd>
                        <Amount money=left />
                    </dd>
                </div>
            }
        })
    };
    view! {
        <div class="fc" data-tone="hoja" data-span=format!("{span:?}").to_lowercase()>
            <div class="fc__head">
                <h2>{forecast::span(locale, span, today)}</h2>
                <div class="fc__goal">{goal} {pencil}</div>
            </div>
            {ruler(span, figures)}
            <dl class="fc__nums">
                <div>
                    <dt>{t.won_so_far}</dt>
                    <dd class="fc__big">{move || view! { <Amount money=figures.get().won /> }}</dd>
                </div>
                <div>
                    <dt>{t.weighted}</dt>
                    <dd>{move || view! { <Amount money=figures.get().weighted /> }}</dd>
                </div>
                {to_find}
            </dl>
        </div>
    }
    .into_any()
}
