//! The field in which files are chosen.

use leptos::prelude::*;

use crate::i18n::use_files;

/// The field, with what may be chosen.
#[component]
pub fn Choose(
    id: &'static str,
    /// It is but its button; what it is for is said to who cannot see it, and where one points at it.
    #[prop(optional)]
    quiet: bool,
) -> impl IntoView {
    let f = use_files();
    let hint = format!("{id}-hint");
    let hides = if quiet { " visually-hidden" } else { "" };
    view! {
        <div class="files__choose">
            <label class="field">
                <span class=format!("field__label{hides}")>{f.attach}</span>
                <input
                    class="files__input"
                    type="file"
                    id=id
                    name="files"
                    multiple
                    accept="image/*,application/pdf,*/*"
                    aria-describedby=hint.clone()
                    title=f.attach
                />
            </label>
            <p class=format!("field__hint{hides}") id=hint>
                {f.attach_hint}
            </p>
        </div>
    }
}
