//! Columns that are folded away: a strip with the name and the sums, which opens with a tap and takes what is dropped on it.

use leptos::{
    ev,
    prelude::*,
    wasm_bindgen::JsCast,
    web_sys::{HtmlElement, js_sys::Reflect},
};

use super::mover::Mover;
use crate::{
    frame::use_frame,
    i18n::{counting, use_locale, use_texts},
    pipeline::{
        domain::{Stage, Tally},
        folding,
    },
    types::StageId,
    ui::{Amount, Icon},
};

/// As long as a preference of the server's own.
const YEAR: u32 = 31_536_000;

impl Mover {
    /// Whether a column is folded away now.
    #[must_use]
    pub fn is_folded(self, stage: StageId) -> bool {
        self.folded.with(|folded| folded.contains(&stage))
    }

    /// Folds a column away, or opens it, and keeps that. What was chosen in it or was being typed there is let go.
    fn fold(self, stage: StageId, cookie: Option<&str>) {
        self.folded.update(|folded| *folded = folding::toggled(folded, stage));
        if untrack(|| self.is_folded(stage)) {
            let within = self.board.with_untracked(|board| board.column(stage));
            self.chosen
                .update(|chosen| chosen.retain(|it| within.iter().all(|card| card.id != *it)));
            self.adding.update(|adding| *adding = adding.filter(|it| *it != stage));
        }
        if let Some(cookie) = cookie {
            keep(cookie, &self.folded.get_untracked());
        }
        request_animation_frame(move || {
            let control = document().query_selector(&control(stage)).ok().flatten();
            if let Some(control) = control.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
                // An element that cannot take the focus leaves it where it was.
                let _ = control.focus();
            }
        });
    }
}

/// Where the control of a column is, folded or open.
pub fn control(stage: StageId) -> String {
    format!("[data-stage='{stage}'] [data-fold]")
}

fn keep(name: &str, folded: &[StageId]) {
    let value = folding::written(folded);
    let safe = window().location().protocol().is_ok_and(|it| it == "https:");
    let secure = if safe { "; Secure" } else { "" };
    let cookie = format!("{name}={value}; Path=/; SameSite=Lax; Max-Age={YEAR}{secure}");
    // Refused by a browser that keeps no cookies: then it is folded until the page is loaded again.
    let _ = Reflect::set(&document(), &"cookie".into(), &cookie.into());
}

/// The control: a form, so that it works without JavaScript.
fn form(mover: Mover, stage: StageId, button: impl IntoView) -> impl IntoView {
    let pipeline = mover.board.with_untracked(|board| board.pipeline.id);
    let cookie = use_frame().viewer.map(|viewer| folding::name(viewer.id, pipeline));
    let fold = move |event: ev::SubmitEvent| {
        event.prevent_default();
        mover.fold(stage, cookie.as_deref());
    };
    view! {
        <form class="fold" method="post" action="/preferences" on:submit=fold>
            <input type="hidden" name="pipeline" value=pipeline.to_string() />
            <input type="hidden" name="fold" value=stage.to_string() />
            {button}
        </form>
    }
}

/// In the head of an open column.
pub fn away(mover: Mover, stage: &Stage) -> impl IntoView + use<> {
    let label = format!("{}: {}", use_texts().fold, stage.name);
    let button = view! {
        <button class="btn-icon btn-icon--s" data-fold aria-expanded="true" aria-label=label.clone() title=label>
            <Icon name="left" />
        </button>
    };
    form(mover, stage.id, button)
}

/// The strip of a folded column: while a card hangs over it, with what it would hold.
pub fn strip(mover: Mover, stage: &Stage, tally: Memo<Tally>, over: Memo<Option<Tally>>) -> impl IntoView + use<> {
    let t = use_texts();
    let locale = use_locale();
    let sum = move || over.get().map_or(tally.get(), |more| tally.get().plus(more)).sum;
    let count = move || counting::opportunities(locale, tally.get().count.into());
    let button = view! {
      <h2 class="tray__strip" id=format!("tab-{}", stage.code)>
        <button class="strip" data-fold aria-expanded="false" title=t.unfold>
            <Icon name="right" />
            <span class="strip__text">
                <b>{stage.name.to_string()}</b>
                " "
                <span class="strip__sum">{move || view! { <Amount money=sum() /> }}</span>
            </span>
            <span class="tray__count">
                <span aria-hidden="true">{move || locale.number(tally.get().count.into())}</span>
                <span class="visually-hidden">{count}</span>
                {move || over.get().filter(|it| it.count > 0).map(|it| view! { <span>"+" {it.count}</span> })}
            </span>
        </button>
      </h2>
    };
    form(mover, stage.id, button)
}
