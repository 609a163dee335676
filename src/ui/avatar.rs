//! A colleague as a coloured circle with initials.

use leptos::prelude::*;

use crate::{
    frame::initials,
    types::{ShortText, UserId},
};

/// The dyes a person may have: the same person, the same dye, everywhere.
const TONES: [&str; 6] = ["boli", "agua", "ciruela", "miel", "hoja", "lacre"];

/// A colleague.
#[component]
pub fn Avatar(
    id: UserId,
    name: ShortText,
    /// The larger size, for the rail.
    #[prop(optional)]
    large: bool,
    /// The name is said beside it already.
    #[prop(optional)]
    decorative: bool,
) -> impl IntoView {
    let tone = TONES[id
        .uuid()
        .as_bytes()
        .iter()
        .map(|byte| usize::from(*byte))
        .sum::<usize>()
        % TONES.len()];
    let class = if large { "avatar avatar--m" } else { "avatar" };
    view! {
        <span
            class=class
            data-tone=tone
            role=(!decorative).then_some("img")
            aria-label=(!decorative).then(|| name.to_string())
            aria-hidden=decorative.then_some("true")
            title=name.to_string()
        >
            {initials(&name)}
        </span>
    }
}
