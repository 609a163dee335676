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
        <span class=class data-tone=tone title=name.to_string()>
            <span aria-hidden="true">{initials(&name)}</span>
            {(!decorative).then(|| view! { <span class="visually-hidden">{name.to_string()}</span> })}
        </span>
    }
}
