//! Amounts and chances.

use leptos::prelude::*;

use crate::{
    i18n::use_locale,
    types::{Money, Probability},
};

/// An amount with its cents smaller.
#[component]
pub fn Amount(
    money: Money,
    /// What it is besides an amount.
    #[prop(default = "money")]
    class: &'static str,
) -> impl IntoView {
    let parts = money.parts(use_locale());
    view! {
        <span class=class>
            {format!("{}{}", parts.lead, parts.whole)} <span class="money__cents">{parts.cents}</span> {parts.tail}
        </span>
    }
}

/// A probability as a ring and as a figure.
#[component]
pub fn Chance(probability: Probability) -> impl IntoView {
    view! {
        <span class="ticket__chance">
            <svg class="ring" viewBox="0 0 20 20" aria-hidden="true">
                <circle
                    cx="10"
                    cy="10"
                    r="7"
                    pathLength="100"
                    stroke-dasharray=format!("{} 100", probability.percent())
                ></circle>
            </svg>
            {probability.format(use_locale())}
        </span>
    }
}
