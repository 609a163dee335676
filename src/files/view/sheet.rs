//! The files of a report on its page: taken out, and added.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::{Chip, Choose};
use crate::{
    error::AppError,
    files::domain::Attachment,
    i18n::{use_files, use_locale},
    types::{AccountId, EntryId, OpId, unpacked},
};

/// Plain forms, with and without JavaScript. Of a report that was taken out nothing is added.
#[component]
pub fn FilesSheet(
    account: AccountId,
    entry: EntryId,
    /// Each with the operation that takes it out.
    files: Vec<(Attachment, OpId)>,
    /// That of adding some.
    operation: OpId,
    /// Whether files are added to it and taken out.
    writes: bool,
) -> impl IntoView {
    let f = use_files();
    let locale = use_locale();
    let refused = use_query_map().with_untracked(|query| query.get("refused"));
    let refused = refused.and_then(|packed| unpacked::<AppError>(&packed));
    let refused = refused.map(|why| why.sentence(locale));
    let rows: Vec<_> = files
        .into_iter()
        .map(|(file, takes_out)| {
            let act = if file.removed_at.is_some() {
                view! { <span class="tag" data-tone="piedra">{f.was_taken_out}</span> }.into_any()
            } else if writes {
                let label = format!("{} {}", f.take_out, file.name);
                view! {
                    <form method="post" action=format!("/files/{}/remove", file.id)>
                        <input type="hidden" name="operation" value=takes_out.to_string() />
                        <button class="btn btn--quiet btn--s" aria-label=label>
                            {f.take_out}
                        </button>
                    </form>
                }
                .into_any()
            } else {
                ().into_any()
            };
            view! { <li class="files__row"><Chip file=file /> {act}</li> }
        })
        .collect();
    let add = writes.then(|| {
        view! {
            <form
                class="files__add"
                method="post"
                enctype="multipart/form-data"
                action=format!("/accounts/{account}/entries/{entry}/files")
            >
                <input type="hidden" name="form[operation]" value=operation.to_string() />
                <Choose id="entry-files" />
                <p class="field__error" role="alert">
                    {refused}
                </p>
                <button class="btn">{f.add}</button>
            </form>
        }
    });
    view! {
        <section class="sheet" aria-labelledby="entry-files-title">
            <h2 class="sheet__title" id="entry-files-title">
                {f.title}
            </h2>
            <ul class="files files--rows">{rows}</ul>
            {add}
        </section>
    }
}
