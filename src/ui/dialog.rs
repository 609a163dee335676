//! A modal question.

use leptos::{html, prelude::*, wasm_bindgen::JsCast, web_sys::HtmlElement};

use super::Icon;
use crate::i18n::use_texts;

/// A native `<dialog>`, opened as it appears: the browser keeps the focus inside and closes it with Escape.
#[component]
pub fn Dialog(
    /// Its id; the title's is made from it.
    id: &'static str,
    icon: &'static str,
    tone: &'static str,
    #[prop(into)] title: String,
    #[prop(into)] about: String,
    /// Called when it is dismissed: Escape, the cross, or Cancel.
    on_close: Callback<()>,
    children: Children,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        if let Some(dialog) = node.get()
            && !dialog.open()
        {
            // Refused only to a dialog that is not in the page any more.
            let _ = dialog.show_modal();
            let first = dialog.query_selector(".dialog__body input").ok().flatten();
            if let Some(first) = first.and_then(|input| input.dyn_into::<HtmlElement>().ok()) {
                // An element that cannot take the focus leaves it on the cross.
                let _ = first.focus();
            }
        }
    });
    let title_id = format!("{id}-title");
    let labelled = title_id.clone();
    view! {
        <dialog class="dialog" id=id aria-labelledby=labelled node_ref=node on:close=move |_| on_close.run(())>
            <div class="dialog__form">
                <header class="dialog__head">
                    <span class="emblem" data-tone=tone>
                        <Icon name=icon />
                    </span>
                    <div>
                        <h2 class="dialog__title" id=title_id>
                            {title}
                        </h2>
                        <p class="dialog__sub voice">{about}</p>
                    </div>
                    <button class="btn-icon" type="button" aria-label=use_texts().close on:click=move |_| on_close.run(())>
                        <Icon name="close" />
                    </button>
                </header>
                {children()}
            </div>
        </dialog>
    }
}
