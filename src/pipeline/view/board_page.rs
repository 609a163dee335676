//! The board.

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

use super::{
    bar::Bar, chosen::Chosen, closing::Closings, forecast::ForecastHeader, head::Head, held::Held, keys, live,
    move_menu::MoveMenu, mover::Mover, panel::Panel, question::Questions, still, tray::Tray,
};
use crate::{
    error::AppError,
    frame::use_frame,
    i18n::{use_locale, use_texts},
    loaded::load_first,
    pipeline::{
        api::{load_board, load_views},
        domain::{Board, Stage, StageKind, Views},
        folding,
        look::{Look, field},
    },
    shell::{Failure, Shell},
    types::{OpId, OpportunityId, StageId},
    ui::{Loading, use_toasts},
};

/// Every open opportunity the person may see, by stage. The page is whole before any script runs.
#[component]
pub fn BoardPage() -> impl IntoView {
    let t = use_texts();
    let person = use_frame().viewer.map(|viewer| viewer.id);
    let query = use_query_map();
    let pipeline = move || query.with(|query| query.get(field::PIPELINE)?.parse().ok());
    let board = load_first(pipeline, move |pipeline| async move {
        let (board, views) = (load_board(pipeline).await?, load_views().await?);
        let folded = person.map(|person| folding::kept(person, board.pipeline.id));
        Ok::<_, AppError>((board, views, folded.unwrap_or_default(), [OpId::fresh(), OpId::fresh()]))
    });
    let all = use_query_map().with_untracked(|query| query.get("all").is_some());
    view! {
        <Title text=t.board_title />
        <Shell fixed=true>
            <Suspense fallback=Loading>
                {move || Suspend::new(async move {
                    match board.await {
                        Ok((board, views, folded, operations)) => page(board, views, folded, operations, all).into_any(),
                        Err(error) => view! { <Failure error=error /> }.into_any(),
                    }
                })}
            </Suspense>
        </Shell>
    }
}

fn page(board: Board, views: Views, folded: Vec<StageId>, operations: [OpId; 2], all: bool) -> impl IntoView {
    let t = use_texts();
    let locale = use_locale();
    let viewer = use_frame().viewer;
    let creates = viewer.is_some_and(|viewer| viewer.creates_opportunities);
    let columns: Vec<Stage> = board.open_stages().cloned().collect();
    let closings = board
        .stages
        .iter()
        .filter(|stage| stage.kind != StageKind::Open)
        .cloned()
        .collect::<Vec<_>>();
    let query = use_query_map();
    let look = Memo::new(move |_| query.with(|query| Look::read_all(|name| query.get_all(name).unwrap_or_default())));
    let opened = Memo::new(move |_| {
        let card = query.with(|query| query.get(field::CARD))?;
        OpportunityId::parse(&card).ok()
    });
    let mover = Mover::new(board, look);
    mover.folded.set(folded);
    let trays = NodeRef::new();
    still::hold_still(mover, trays);
    let live = live::listen(mover);
    provide_context(live);
    let toasts = use_toasts();
    on_cleanup(move || toasts.forget_offers());
    keys::listen(mover, opened, creates);
    let jump = columns
        .iter()
        .map(|stage| {
            let id = stage.id;
            let count = move || locale.number(mover.column(id).len() as u64);
            view! {
                <a class="chip" data-tone=stage.tone.as_ref().to_owned() href=format!("#stage-{}", stage.code)>
                    <span class="dot"></span>
                    {stage.name.to_string()}
                    " "
                    <b>{count}</b>
                </a>
            }
        })
        .collect_view();
    let nothing = Memo::new(move |_| mover.board.with(|board| board.cards.is_empty()));
    let empty = move || {
        let first = creates && mover.board.with_untracked(|board| board.closed.is_empty());
        nothing.get().then(|| {
            if first {
                view! {
                    <p class="board__none">
                        <b>{t.board_empty_title}</b>
                        <br />
                        {t.board_empty_text}
                    </p>
                }
                .into_any()
            } else {
                view! { <p class="board__none">{t.board_empty_none}</p> }.into_any()
            }
        })
    };
    let open: Vec<_> = columns.iter().map(|stage| stage.id).collect();
    let filtered_out = move || {
        let is_out = !nothing.get() && open.iter().all(|stage| mover.column(*stage).is_empty());
        (is_out && mover.look.with(|look| !look.filter.is_empty()))
            .then(|| view! { <p class="board__none">{t.board_filtered_out}</p> })
    };
    view! {
        <main class="main board" id="main" tabindex="-1" data-dragging=move || mover.drag.with(|drag| drag.is_some().then_some("true"))>
            <Head mover=mover live=live creates=creates />
            <ForecastHeader mover=mover operations=operations />
            <Bar mover=mover views=views />
            {empty}
            {filtered_out}
            <div class="floor">
                <nav class="trays__jump" aria-label=t.board_stages>
                    {jump}
                </nav>
                <div class="trays" node_ref=trays>
                    {columns.into_iter().map(|stage| view! { <Tray mover=mover stage=stage all=all creates=creates /> }).collect_view()}
                </div>
                <Closings mover=mover stages=closings />
            </div>
            <Chosen mover=mover />
            <MoveMenu mover=mover />
            <Questions mover=mover />
            <Panel mover=mover open=opened />
            <Held mover=mover />
            <p class="visually-hidden" role="status">
                {mover.said}
            </p>
        </main>
    }
}
