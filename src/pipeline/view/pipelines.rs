//! In which pipeline one is, and the way to the others: links in a popover, which work without JavaScript.

use leptos::prelude::*;

use super::mover::Mover;
use crate::{
    frame::use_frame,
    i18n::use_texts,
    pipeline::{domain::Pipeline, look::Look},
    ui::Icon,
};

const MENU: &str = "pipelines";

/// The name of the pipeline; where there are others, or more may be made, the button that opens them.
#[component]
pub fn Pipelines(mover: Mover) -> impl IntoView {
    let t = use_texts();
    let (here, all) = mover
        .board
        .with_untracked(|board| (board.pipeline.clone(), board.pipelines.clone()));
    let makes = use_frame().viewer.is_some_and(|viewer| viewer.sets_up);
    if all.len() < 2 && !makes {
        return view! { <p class="page-header__sub">{here.name.to_string()}</p> }.into_any();
    }
    let link = |(at, pipeline): (usize, &Pipeline)| {
        let to = Look {
            pipeline: (at > 0).then_some(pipeline.id),
            ..Look::default()
        };
        let address = move || {
            let layout = mover.look.with(|look| look.layout.clone());
            to.clone().laid_out(layout).address()
        };
        let is_here = pipeline.id == here.id;
        view! {
            <li>
                <a class="menu__item" href=address aria-current=is_here.then_some("true")>
                    <Icon name=if is_here { "check" } else { "board" } />
                    {pipeline.name.to_string()}
                </a>
            </li>
        }
    };
    let new = makes.then(|| {
        view! {
            <li>
                <a class="menu__item" href="/pipelines/new">
                    <Icon name="plus" />
                    {t.pipeline_new}
                </a>
            </li>
        }
    });
    view! {
        <button class="btn btn--s btn--quiet page-header__sub" type="button" popovertarget=MENU aria-label=format!("{}: {}", t.pipeline, here.name)>
            {here.name.to_string()}
            <Icon name="down" />
        </button>
        <nav class="menu" id=MENU popover="auto" aria-label=t.pipelines>
            <ul>{all.iter().enumerate().map(link).collect_view()} {new}</ul>
        </nav>
    }
    .into_any()
}
