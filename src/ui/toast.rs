//! What has just happened, how to undo it, or why it was refused.

use std::sync::Arc;

use leptos::prelude::*;

use super::Icon;
use crate::i18n::use_texts;

/// A notice at the bottom of the page. One with an undo goes by itself after ten seconds (the animation of its line, which
/// waits while somebody points at it or is inside it); one that refuses stays until it is closed.
#[derive(Clone)]
pub struct Toast {
    pub kind: ToastKind,
    /// The key of what it is about: only the newest about the same is shown.
    pub about: String,
    /// Who it is about, in bold; may be empty.
    pub subject: String,
    pub text: String,
    pub offer: Option<Offer>,
}

/// What can be done about it in one tap. Counted, and gone with the notice: a `Callback` that is made after an answer belongs
/// to nobody, and is never let go.
#[derive(Clone)]
pub enum Offer {
    Undo(Act),
    /// Once more what could not be done.
    Retry(Act),
}

type Act = Arc<dyn Fn() + Send + Sync>;

/// What it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ToastKind {
    Done,
    Refused,
}

/// The toasts of the page, each with a number that no other has had.
#[derive(Clone, Copy)]
pub struct ToastStack(RwSignal<Vec<(u32, Toast)>>, StoredValue<u32>);

/// More than these hide the board; the oldest goes.
const MOST: usize = 3;

impl ToastStack {
    /// Shows one more.
    pub fn show(self, toast: Toast) {
        let next = self.1.get_value();
        self.1.set_value(next + 1);
        self.0.update(|stack| {
            stack.retain(|(_, it)| it.about != toast.about);
            stack.push((next, toast));
            if stack.len() > MOST {
                stack.remove(0);
            }
        });
    }

    /// Takes away what was said about this.
    pub fn forget(self, about: &str) {
        self.0.update(|stack| stack.retain(|(_, toast)| toast.about != about));
    }

    /// Takes away what could be done about it: whoever leaves a page leaves what that would act on.
    pub fn forget_offers(self) {
        self.0.update(|stack| stack.retain(|(_, toast)| toast.offer.is_none()));
    }

    /// Takes one away.
    fn close(self, id: u32) {
        self.0.update(|stack| stack.retain(|(it, _)| *it != id));
    }
}

/// Puts the stack where every component finds it.
pub fn provide_toasts() {
    provide_context(ToastStack(RwSignal::new(Vec::new()), StoredValue::new(0)));
}

/// The toasts of the page.
#[must_use]
pub fn use_toasts() -> ToastStack {
    expect_context::<ToastStack>()
}

/// Where they appear: a live region, so that they are heard.
#[component]
pub fn Toasts() -> impl IntoView {
    let t = use_texts();
    let stack = use_toasts();
    view! {
        <div class="toasts" role="status" aria-live="polite" aria-label=t.notices>
            <For each=move || stack.0.get() key=|(id, _)| *id let:entry>
                {slip(stack, entry.0, entry.1)}
            </For>
        </div>
    }
}

fn slip(stack: ToastStack, id: u32, toast: Toast) -> impl IntoView {
    let t = use_texts();
    let refused = toast.kind == ToastKind::Refused;
    let offer = toast.offer.map(|offer| {
        let (icon, said, act) = match offer {
            Offer::Undo(act) => ("undo", t.undo, act),
            Offer::Retry(act) => ("sync", t.try_again, act),
        };
        let take = move |_| {
            stack.close(id);
            act();
        };
        view! {
            <button class="toast__action" type="button" on:click=take>
                <Icon name=icon />
                {said}
            </button>
        }
    });
    let time = (!refused).then(|| {
        view! {
            <svg class="toast__time" width="100%" height="3" aria-hidden="true" on:animationend=move |_| stack.close(id)>
                <rect width="100%" height="3"></rect>
            </svg>
        }
    });
    view! {
        <div class="toast" data-kind=refused.then_some("error") role=refused.then_some("alert")>
            {refused.then(|| view! { <Icon name="error" /> })}
            <p class="toast__text">
                <b class="voice">{toast.subject}</b>
                " "
                {toast.text}
            </p>
            {offer}
            <button class="toast__close" type="button" aria-label=t.close on:click=move |_| stack.close(id)>
                <Icon name="close" />
            </button>
            {time}
        </div>
    }
}
