//! The move as a page of its own: for whoever has no JavaScript, and for a link from elsewhere.

use leptos::{form::ActionForm, prelude::*};
use leptos_meta::Title;
use leptos_router::hooks::{use_params_map, use_query_map};

use super::move_form::{ClosingFields, Refusals, refusals};
use crate::{
    error::AppError,
    frame::use_frame,
    i18n::{sentence, use_locale, use_texts},
    loaded::load_first,
    pipeline::{
        api::{SubmitMove, load_opportunity},
        domain::{Opportunity, Stage, StageKind},
        form::{Back, MoveForm, Refusal},
        look::Look,
    },
    shell::{Failure, Shell, UserButton},
    types::{OpId, OpportunityId, PipelineId, StageId, unpacked},
    ui::{Icon, Loading, focus_field, raw_text},
};

/// One opportunity and the stages it can go to.
#[component]
pub fn MovePage() -> impl IntoView {
    let params = use_params_map();
    let id = move || params.read().get("id").and_then(|id| OpportunityId::parse(&id).ok());
    let query = use_query_map();
    // A form that comes back, or another stage, is another page: it begins with what is current now.
    let asked = move || (id(), query.get());
    let found = load_first(asked, |(id, _)| async move {
        match id {
            Some(id) => load_opportunity(id).await.map(|found| (found, OpId::fresh())),
            None => Err(AppError::NotFound),
        }
    });
    view! {
        <Shell>
            <Suspense fallback=Loading>
                {move || Suspend::new(async move {
                    match found.await {
                        Ok(((opportunity, stages, pipeline), operation)) => page(opportunity, stages, pipeline, operation).into_any(),
                        Err(error) => view! { <Failure error=error /> }.into_any(),
                    }
                })}
            </Suspense>
        </Shell>
    }
}

/// The form as it was sent back, if it was.
fn sent_back() -> Option<Back<MoveForm>> {
    use_query_map().with_untracked(|query| query.get("back").and_then(|packed| unpacked(&packed)))
}

fn page(opportunity: Opportunity, stages: Vec<Stage>, pipeline: Option<PipelineId>, operation: OpId) -> impl IntoView {
    let t = use_texts();
    let locale = use_locale();
    let heading = opportunity
        .account_name
        .as_ref()
        .unwrap_or(&opportunity.title)
        .to_string();
    let title = sentence::move_heading(locale, &heading);
    let query = use_query_map();
    let chosen = query.with_untracked(|query| query.get("stage").and_then(|id| StageId::parse(&id).ok()));
    let named = |id: StageId| {
        stages
            .iter()
            .find(|stage| stage.id == id)
            .map(|stage| stage.name.to_string())
            .unwrap_or_default()
    };
    let stale = sent_back().is_some_and(|back| back.refusal == Refusal::Stale);
    let warning = stale.then(|| sentence::stale(locale, &heading, &named(opportunity.stage)));
    let target = stages
        .iter()
        .find(|stage| Some(stage.id) == chosen && stage.id != opportunity.stage)
        .cloned();
    let body = match target {
        Some(stage) => form(&opportunity, stage, operation, warning).into_any(),
        None => choices(&opportunity, stages).into_any(),
    };
    view! {
        <Title text=raw_text(title.clone()) />
        <main class="main page" id="main" tabindex="-1">
            <header class="page-header">
                <a class="btn-icon" href=Look::whole(pipeline).address() aria-label=t.go_board>
                    <Icon name="left" />
                </a>
                <h1 class="page-header__title">{title}</h1>
                <div class="page-header__actions">
                    <UserButton class="btn-icon page-header__user" />
                </div>
            </header>
            <div class="page__body">{body}</div>
        </main>
    }
}

/// First step: the stages, each a link to its own form.
fn choices(opportunity: &Opportunity, stages: Vec<Stage>) -> impl IntoView + use<> {
    let t = use_texts();
    let here = opportunity.stage;
    let id = opportunity.id;
    let title = opportunity.title.to_string();
    let rows = stages.into_iter().map(|stage| {
        let is_here = stage.id == here;
        let hint = match stage.kind {
            _ if is_here => t.is_here.to_owned(),
            StageKind::Open => stage.probability.format(use_locale()),
            StageKind::Won => t.asks_final.to_owned(),
            StageKind::Lost => t.asks_reason.to_owned(),
        };
        let href = (!is_here).then(|| format!("/opportunities/{id}/move?stage={}", stage.id));
        view! {
            <li>
                <a class="menu__item" data-tone=stage.tone.as_ref().to_owned() href=href aria-current=is_here.then_some("true")>
                    <span class="dot"></span>
                    {stage.name.to_string()}
                    <span class="menu__hint">{hint}</span>
                </a>
            </li>
        }
    });
    view! {
        <nav class="sheet sheet--form" aria-label=t.move_to_stage>
            <p>{title}</p>
            <ul class="rows">{rows.collect_view()}</ul>
        </nav>
    }
}

/// Second step: what the chosen stage asks, and the button.
fn form(opportunity: &Opportunity, stage: Stage, operation: OpId, warning: Option<String>) -> impl IntoView + use<> {
    let t = use_texts();
    let locale = use_locale();
    let action = ServerAction::<SubmitMove>::new();
    Effect::new(|_| focus_field(".sheet--form"));
    let error = move || {
        action
            .value()
            .get()
            .and_then(Result::err)
            .map(|error| error.sentence(locale))
            .or_else(|| warning.clone())
    };
    let notice = move || {
        error().map(|why| {
            view! {
                <div class="notice" data-tone="lacre" role="alert">
                    <Icon name="error" />
                    <p>{why}</p>
                </div>
            }
        })
    };
    let elsewhere = format!("/opportunities/{}/move", opportunity.id);
    let (title, into) = (opportunity.title.to_string(), stage.name.to_string());
    let (id, seen) = (opportunity.id.to_string(), opportunity.revision.number().to_string());
    let (amount, close_on) = (opportunity.amount, opportunity.close_on);
    let (contact, of) = (opportunity.contact_name.clone(), opportunity.id);
    let target = stage.id.to_string();
    let back = sent_back();
    let refused = match back.as_ref().map(|back| &back.refusal) {
        Some(Refusal::Missing(missing)) => refusals(missing, locale),
        Some(Refusal::Invalid { field, why }) => vec![(field.clone(), why.sentence(locale))],
        Some(Refusal::Stale) | None => Refusals::new(),
    };
    let typed = back.map(|back| back.typed).unwrap_or_default();
    view! {
        <ActionForm action=action attr:class="sheet sheet--form">
            <p>{title} ": " <b>{into}</b></p>
            {notice}
            <input type="hidden" name="form[operation]" value=operation.to_string() />
            <input type="hidden" name="form[opportunity]" value=id />
            <input type="hidden" name="form[seen]" value=seen />
            <input type="hidden" name="form[stage]" value=target />
            <ClosingFields
                stage=stage
                amount=amount
                close_on=close_on
                contact=contact
                of=of
                today=use_frame().today
                typed=typed
                refused=Signal::stored(refused)
            />
            <div class="dialog__foot">
                <a class="btn btn--quiet" href=elsewhere>
                    {t.cancel}
                </a>
                <button class="btn btn--pen" aria-busy=move || action.pending().get().then_some("true")>
                    {t.move_do}
                </button>
            </div>
        </ActionForm>
    }
}
