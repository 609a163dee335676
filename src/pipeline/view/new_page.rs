//! A new opportunity: with whom, what, how much.

use leptos::{form::ActionForm, prelude::*};
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

use crate::{
    i18n::{use_locale, use_texts},
    loaded::load_first,
    pipeline::{
        api::{CreateOpportunity, load_stages},
        domain::{Requirement, Stage, StageKind},
        form::{Back, NewForm, Refusal},
        look::Look,
    },
    shell::{Failure, Shell, UserButton},
    types::{OpId, PipelineId, StageId, unpacked},
    ui::{Field, FieldKind, Icon, Loading, focus_field},
};

/// The form; the stage comes in the address from the column whose plus was pressed.
#[component]
pub fn NewOpportunityPage() -> impl IntoView {
    let t = use_texts();
    let query = use_query_map();
    let stages = load_first(
        // All of it: a form that comes back differs in nothing but what it brings.
        move || query.get(),
        |query| async move {
            let stage = query.get("stage").and_then(|id| StageId::parse(&id).ok());
            load_stages(stage)
                .await
                .map(|(stages, pipeline)| (stages, pipeline, OpId::fresh()))
        },
    );
    view! {
        <Title text=t.new_title />
        <Shell>
            <Suspense fallback=Loading>
                {move || Suspend::new(async move {
                    match stages.await {
                        Ok((stages, pipeline, operation)) => page(stages, pipeline, operation).into_any(),
                        Err(error) => view! { <Failure error=error /> }.into_any(),
                    }
                })}
            </Suspense>
        </Shell>
    }
}

fn page(stages: Vec<Stage>, pipeline: Option<PipelineId>, operation: OpId) -> impl IntoView {
    let t = use_texts();
    let locale = use_locale();
    let board = Look::whole(pipeline).address();
    let action = ServerAction::<CreateOpportunity>::new();
    Effect::new(|_| focus_field(".sheet--form"));
    let general = move || {
        action
            .value()
            .get()
            .and_then(Result::err)
            .map(|error| error.sentence(locale))
    };
    let back =
        use_query_map().with_untracked(|query| query.get("back").and_then(|packed| unpacked::<Back<NewForm>>(&packed)));
    let (typed, refused) = match back {
        Some(Back {
            typed,
            refusal: Refusal::Invalid { field, why },
        }) => (typed, Some((field, why.sentence(locale)))),
        _ => (begun(), None),
    };
    let of = move |name: &str| {
        Signal::stored(
            refused
                .as_ref()
                .filter(|(field, _)| field == name)
                .map(|(_, why)| why.clone()),
        )
    };
    let asked = use_query_map().with_untracked(|query| query.get("stage").and_then(|id| StageId::parse(&id).ok()));
    let open: Vec<Stage> = stages
        .into_iter()
        .filter(|stage| stage.kind == StageKind::Open)
        .collect();
    let stage = open
        .iter()
        .find(|stage| Some(stage.id) == asked)
        .or(open.first())
        .cloned();
    let fields = stage.map(|stage| {
        let asks_person = stage.required.contains(&Requirement::Contact);
        let closes = stage.required.contains(&Requirement::CloseDate);
        view! {
            <input type="hidden" name="form[stage]" value=stage.id.to_string() />
            <input type="hidden" name="form[from]" value=typed.from />
            <p>
                {t.stage} ": " <b>{stage.name.to_string()}</b>
            </p>
            <div class="fields">
                <Field name="form[account]" label=t.new_account placeholder=t.new_account_hint value=typed.account required=true error=of("account") />
                <Field name="form[title]" label=t.new_what placeholder=t.new_what_hint value=typed.title required=true error=of("title") />
                <Field name="form[amount]" label=t.new_amount kind=FieldKind::Amount hint=t.amount_hint value=typed.amount error=of("amount") />
                <Field name="form[close_on]" label=t.close_on kind=FieldKind::Day value=typed.close_on required=closes error=of("close_on") />
                {asks_person.then(|| view! { <Field name="form[contact]" label=t.deal_with value=typed.contact required=true error=of("contact") /> })}
            </div>
        }
    });
    view! {
        <main class="main page" id="main" tabindex="-1">
            <header class="page-header">
                <a class="btn-icon" href=board.clone() aria-label=t.go_board>
                    <Icon name="left" />
                </a>
                <h1 class="page-header__title">{t.new_title}</h1>
                <div class="page-header__actions">
                    <UserButton class="btn-icon page-header__user" />
                </div>
            </header>
            <div class="page__body">
                <ActionForm action=action attr:class="sheet sheet--form" attr:novalidate=true>
                    {move || {
                        general()
                            .map(|why| {
                                view! {
                                    <div class="notice" data-tone="lacre" role="alert">
                                        <Icon name="error" />
                                        <p>{why}</p>
                                    </div>
                                }
                            })
                    }}
                    <input type="hidden" name="form[operation]" value=operation.to_string() />
                    {fields}
                    <div class="dialog__foot">
                        <a class="btn btn--quiet" href=board>
                            {t.cancel}
                        </a>
                        <button class="btn btn--pen" aria-busy=move || action.pending().get().then_some("true")>
                            {t.new_do}
                        </button>
                    </div>
                </ActionForm>
            </div>
        </main>
    }
}

/// What the address already knows: whom it is for, and what somebody wrote down that it comes from.
fn begun() -> NewForm {
    let said = |name: &str| {
        use_query_map()
            .with_untracked(|query| query.get(name))
            .unwrap_or_default()
    };
    NewForm {
        account: said("account"),
        from: said("from"),
        ..NewForm::default()
    }
}
