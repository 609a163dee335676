//! Tags where they are shown: each narrows the board to what has it.

use leptos::prelude::*;

use super::mover::Mover;
use crate::{
    i18n::{sentence, use_locale},
    pipeline::{
        domain::{Tag, Tags},
        look::Look,
    },
    types::Invalid,
};

/// The id of the list of tags that are in use, which the fields suggest from.
pub const IN_USE: &str = "tags-in-use";
/// So many of a ticket's are named where it is wide; the others are counted.
const NAMED: usize = 2;

/// The dye of a tag: always the same one for the same word. None of those that say how something stands.
#[must_use]
pub fn tone(tag: &Tag) -> &'static str {
    const TONES: [&str; 4] = ["agua", "ciruela", "miel", "hoja"];
    let mixed = tag
        .key()
        .bytes()
        .fold(7, |mixed: usize, byte| (mixed * 31 + usize::from(byte)) % 10_007);
    TONES[mixed % TONES.len()]
}

/// A tag as a link: the board narrowed by it, or, where it is already, no longer.
pub fn link(look: Memo<Look>, tag: &Tag) -> impl IntoView + use<> {
    let name = tag.to_string();
    let full = name.clone();
    let (leads, is_on) = (tag.clone(), tag.clone());
    view! {
        <a
            class="label"
            data-tone=tone(tag)
            title=full
            href=move || look.with(|look| look.toggled(&leads).address())
            aria-current=move || look.with(|look| look.filter.tags.contains(&is_on)).then_some("true")
        >
            <span class="label__name">{name}</span>
        </a>
    }
}

/// Those of a ticket, on the line of its title: two, and how many more. The ticket in the hand leads nowhere.
pub fn on_ticket(look: Option<Memo<Look>>, tags: &Tags) -> Option<AnyView> {
    let locale = use_locale();
    let named = tags.iter().take(NAMED).map(|tag| match look {
        Some(look) => link(look, tag).into_any(),
        None => view! {
            <span class="label" data-tone=tone(tag)>
                <span class="label__name">{tag.to_string()}</span>
            </span>
        }
        .into_any(),
    });
    // Where the ticket is narrow only the first has room: style/tags.css shows the count that is right.
    let rest = |named: usize, class: &'static str| {
        let rest: Vec<&str> = tags.iter().skip(named).map(Tag::as_str).collect();
        (!rest.is_empty()).then(|| {
            view! {
                <span class=class title=rest.join(", ")>
                    <span aria-hidden="true">"+" {rest.len()}</span>
                    <span class="visually-hidden">{sentence::more_tags(locale, &rest)}</span>
                </span>
            }
        })
    };
    (!tags.is_empty()).then(|| view! { <span class="ticket__tags">{named.collect_view()} {rest(NAMED, "label__more")} {rest(1, "label__more label__more--narrow")}</span> }.into_any())
}

/// All of them, one after the other.
pub fn row(mover: Mover, tags: &Tags) -> AnyView {
    let links = tags.iter().map(|tag| link(mover.look, tag));
    view! { <span class="labels">{links.collect_view()}</span> }.into_any()
}

/// What was typed as tags, several with commas; each as it is spelt where it is in use.
///
/// # Errors
/// Why one of them is none.
pub fn typed(mover: Mover, text: &str) -> Result<Vec<Tag>, Invalid> {
    let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
    let known = |tag: Tag| {
        let used = mover
            .tags
            .with_untracked(|used| used.iter().find(|it| **it == tag).cloned());
        used.unwrap_or(tag)
    };
    parts.map(|part| Tag::parse(part).map(known)).collect()
}

/// What the fields suggest from. Once in a page.
pub fn in_use(mover: Mover) -> impl IntoView {
    let options = move || {
        let tags = mover.tags.get();
        let option = |tag: Tag| view! { <option value=tag.to_string()></option> };
        tags.into_iter().map(option).collect_view()
    };
    view! { <datalist id=IN_USE>{options}</datalist> }
}
