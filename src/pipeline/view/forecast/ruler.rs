//! The bar: won is solid, weighted hatched, and what remains to be found is empty.

use leptos::prelude::*;

use crate::{
    i18n::{forecast, use_locale},
    pipeline::domain::{Figures, Span},
};

/// As wide as its cell. The lengths are attributes: the policy of the page forbids inline styles.
pub fn ruler(span: Span, figures: Memo<Figures>) -> AnyView {
    let locale = use_locale();
    let percent = |thousandths: u16| format!("{}.{}%", thousandths / 10, thousandths % 10);
    let won = move || percent(figures.get().shares().0);
    // One pattern serves the three bars, and stands in the one that is always shown.
    let hatch = (span == Span::Month).then(|| {
        view! {
            <defs>
                <pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <rect class="hatch__paper" width="7" height="7"></rect>
                    <path class="hatch__line" d="M0 0v7"></path>
                </pattern>
            </defs>
        }
    });
    view! {
        <div class="ruler">
            <svg class="ruler__bar" width="100%" height="16" role="img" aria-label=move || forecast::bar(locale, &figures.get())>
                {hatch}
                <rect class="ruler__won" width=won height="16"></rect>
                <rect x=won width=move || percent(figures.get().shares().1) height="16" fill="url(#hatch)"></rect>
            </svg>
            <div class="ruler__ticks"></div>
        </div>
    }
    .into_any()
}
