//! The files of a report, each of which opens.

use leptos::prelude::*;

use crate::{
    files::domain::Attachment,
    i18n::{files::size, use_locale},
    ui::Icon,
};

/// An image of at most so many bytes is shown small; of a larger one only that it is one.
const MOST_SHOWN: i64 = 1_000_000;

/// The files of an entry; nothing where there are none.
#[must_use]
pub fn chips(files: Option<&Vec<Attachment>>) -> Option<AnyView> {
    let files = files.filter(|files| !files.is_empty())?;
    let files: Vec<_> = files
        .iter()
        .map(|file| view! { <li><Chip file=file.clone() /></li> })
        .collect();
    Some(view! { <ul class="files">{files}</ul> }.into_any())
}

/// One: what it shows, its name, how large it is.
#[component]
pub fn Chip(file: Attachment) -> impl IntoView {
    let locale = use_locale();
    let address = format!("/files/{}", file.id);
    let is_small = file.media.is_image() && file.bytes <= MOST_SHOWN;
    let shown = if is_small {
        view! { <img class="file__image" src=address.clone() width="48" height="48" loading="lazy" alt="" /> }
            .into_any()
    } else {
        view! { <Icon name="report" /> }.into_any()
    };
    view! {
        <a class="file" href=address target="_blank" rel="external noopener">
            {shown}
            <span class="file__name">{file.name.to_string()}</span>
            <span class="file__size">{size(locale, file.bytes)}</span>
        </a>
    }
}
