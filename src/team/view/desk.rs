//! The desk beside the form: three tickets and a note, for the eye alone.

use leptos::prelude::*;

use crate::{
    i18n::{sentence, use_locale, use_texts},
    ui::Icon,
};

/// Decoration: hidden from whoever does not see it, and without a link.
#[component]
pub fn Desk() -> impl IntoView {
    let t = use_texts();
    view! {
        <aside class="login__desk" aria-hidden="true" inert>
            <div class="login__pile">
                <div class="pinned">
                    <span class="pinned__pin">
                        <Icon name="pin" />
                    </span>
                    <p class="pinned__text">{t.login_note}</p>
                </div>
                {ticket("agua", "Cerámicas Alcalatén", "Protocolo LGTBI y formación", ("3.860", ",00"), 20, 6)}
                {ticket("ciruela", "Grupo Sanitario Turia", "Asesoría laboral, 180 empleados", ("32.640", ",00"), 60, 12)}
                {ticket("miel", "Azulejos Montcada Real", "Asesoría laboral y fiscal", ("21.480", ",00"), 80, 6)}
            </div>
        </aside>
    }
}

fn ticket(
    tone: &'static str,
    account: &'static str,
    title: &'static str,
    (whole, cents): (&'static str, &'static str),
    chance: u8,
    days: i32,
) -> impl IntoView {
    view! {
        <div class="ticket" data-tone=tone data-next="plan">
            <div class="ticket__body">
                <span class="ticket__account">{account}</span>
                <p class="ticket__title">{title}</p>
                <div class="ticket__row">
                    <span class="ticket__amount">
                        <span class="money">
                            {whole} <span class="money__cents">{cents}</span> "\u{a0}€"
                        </span>
                    </span>
                    <span class="ticket__chance">
                        <svg class="ring" viewBox="0 0 20 20">
                            <circle
                                cx="10"
                                cy="10"
                                r="7"
                                pathLength="100"
                                stroke-dasharray=format!("{chance} 100")
                            ></circle>
                        </svg>
                        {format!("{chance}\u{a0}%")}
                    </span>
                </div>
            </div>
            <div class="ticket__stub" data-tone="hoja">
                <Icon name="calendar" />
                <span class="ticket__days">{sentence::days(use_locale(), days)}</span>
            </div>
        </div>
    }
}
