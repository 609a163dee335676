//! A new pipeline: its name and its stages. A plain form, made once a year.

use leptos::{prelude::*, server_fn::ServerFn};
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

use crate::{
    i18n::{use_locale, use_texts},
    loaded::load_first,
    pipeline::{
        api::{SubmitPipeline, may_make_pipeline},
        domain::MOST_STAGES,
        form::{Back, Refusal},
        pipeline_form::{ASKS, PipelineForm},
    },
    shell::{Failure, Shell, UserButton},
    types::{Invalid, OpId, unpacked},
    ui::{Field, FieldKind, Icon, Loading},
};

/// The page; refused to whoever may not set up the firm.
#[component]
pub fn NewPipelinePage() -> impl IntoView {
    let t = use_texts();
    let may = load_first(|| (), |()| async { may_make_pipeline().await.map(|()| OpId::fresh()) });
    view! {
        <Title text=t.pipeline_new />
        <Shell>
            <Suspense fallback=Loading>
                {move || Suspend::new(async move {
                    match may.await {
                        Ok(operation) => page(operation).into_any(),
                        Err(error) => view! { <Failure error=error /> }.into_any(),
                    }
                })}
            </Suspense>
        </Shell>
    }
}

fn page(operation: OpId) -> impl IntoView {
    let t = use_texts();
    let locale = use_locale();
    let back = use_query_map().with_untracked(|query| unpacked::<Back<PipelineForm>>(&query.get("back")?));
    let (typed, refused) = match back {
        Some(Back {
            typed,
            refusal: Refusal::Invalid { field, why },
        }) => (typed, Some((field, why))),
        _ => (PipelineForm::suggested(), None),
    };
    let of = |name: &str| -> Signal<Option<String>> {
        let why = refused
            .as_ref()
            .filter(|(field, _)| field == name)
            .map(|(_, why)| why.sentence(locale));
        Signal::stored(why)
    };
    let rows = (0..MOST_STAGES)
        .map(|at| row(&typed, at, refused.as_ref()))
        .collect_view();
    view! {
        <main class="main page" id="main" tabindex="-1">
            <header class="page-header">
                <a class="btn-icon" href="/board" aria-label=t.go_board>
                    <Icon name="left" />
                </a>
                <h1 class="page-header__title">{t.pipeline_new}</h1>
                <div class="page-header__actions">
                    <UserButton class="btn-icon page-header__user" />
                </div>
            </header>
            <div class="page__body">
                <form class="sheet sheet--form stages" method="post" action=SubmitPipeline::url()>
                    <input type="hidden" name="form[operation]" value=operation.to_string() />
                    <div class="fields">
                        <Field name="form[name]" label=t.pipeline_name hint=t.pipeline_name_hint value=typed.name.clone() required=true error=of("name") />
                    </div>
                    <h2 class="sheet__title">{t.pipeline_stages}</h2>
                    <p class="field__hint">{t.pipeline_stages_hint}</p>
                    {rows}
                    <div class="dialog__foot">
                        <a class="btn btn--quiet" href="/board">
                            {t.cancel}
                        </a>
                        <button class="btn btn--pen">{t.pipeline_do}</button>
                    </div>
                </form>
            </div>
        </main>
    }
    .into_any()
}

/// One stage: its name, its chance, when it warns and what it asks for.
fn row(typed: &PipelineForm, at: usize, refused: Option<&(String, Invalid)>) -> AnyView {
    let t = use_texts();
    let locale = use_locale();
    let value = |texts: &[String]| texts.get(at).cloned().unwrap_or_default();
    let why = |field: &str| {
        let of = refused.filter(|(name, _)| *name == format!("{field}-{at}"))?;
        Some(of.1.sentence(locale))
    };
    let input = |name: &'static str, field: &str, label: &'static str, value: String, kind: FieldKind| {
        let why = why(field);
        view! {
            <Field
                name=format!("form[{name}][{at}]")
                id=format!("{field}-{at}")
                label=label
                kind=kind
                small=true
                value=value
                autofocus=why.is_some()
                error=Signal::stored(why)
            />
        }
        .into_any()
    };
    let asked = value(&typed.asks);
    let names = [
        t.asks_nothing,
        t.asks_amount,
        t.asks_amount_and_close,
        t.asks_contact,
        t.asks_all,
    ];
    let options = ASKS.iter().zip(names).map(|((code, _), name)| {
        view! {
            <option value=*code selected=*code == asked>
                {name}
            </option>
        }
    });
    view! {
        <fieldset class="stages__row">
            <legend class="visually-hidden">{format!("{} {}", t.pipeline_stage, at + 1)}</legend>
            {input("stages", "stage", t.pipeline_stage, value(&typed.stages), FieldKind::Text)}
            {input("chances", "chance", t.pipeline_chance, value(&typed.chances), FieldKind::Number)}
            {input("rots", "rots", t.pipeline_rots, value(&typed.rots), FieldKind::Number)}
            <label class="field">
                <span class="field__label">{t.pipeline_asks}</span>
                <span class="input">
                    <select name=format!("form[asks][{at}]")>{options.collect_view()}</select>
                    <Icon name="down" />
                </span>
            </label>
        </fieldset>
    }
    .into_any()
}
