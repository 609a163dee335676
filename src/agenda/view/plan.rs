//! Planning something with a client.

use leptos::{prelude::*, server_fn::ServerFn};
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;
use strum::IntoEnumIterator;

use crate::{
    agenda::{
        api::{FilePlan, load_planning},
        domain::Planning,
        form::{PlanBack, PlanForm},
    },
    error::AppError,
    frame::use_frame,
    i18n::{Label, use_agenda, use_locale, use_texts},
    loaded::load_first,
    shell::{Failure, Shell, UserButton},
    timeline::domain::ActivityKind,
    types::{AccountId, OpId, unpacked},
    ui::{Icon, Loading},
};

/// The page of the form; whose client it is comes in the address.
#[component]
pub fn PlanPage() -> impl IntoView {
    let t = use_agenda();
    let query = use_query_map();
    let planning = load_first(
        move || query.get(),
        |query| async move {
            match query.get("account").and_then(|id| AccountId::parse(&id).ok()) {
                Some(id) => load_planning(id).await.map(|planning| (id, planning, OpId::fresh())),
                None => Err(AppError::NotFound),
            }
        },
    );
    view! {
        <Title text=t.plan_title />
        <Shell>
            <Suspense fallback=Loading>
                {move || Suspend::new(async move {
                    match planning.await {
                        Ok((id, planning, operation)) => page(id, planning, operation).into_any(),
                        Err(error) => view! { <Failure error=error /> }.into_any(),
                    }
                })}
            </Suspense>
        </Shell>
    }
}

fn page(account: AccountId, planning: Planning, operation: OpId) -> impl IntoView {
    let t = use_agenda();
    let texts = use_texts();
    let locale = use_locale();
    let (back, asked) = use_query_map().with_untracked(|query| {
        let back = query.get("back").and_then(|packed| unpacked::<PlanBack>(&packed));
        let kind = query.get("kind").unwrap_or_default();
        let said = |name: &str| query.get(name).unwrap_or_default();
        let asked = PlanForm {
            kind,
            opportunity: said("opportunity"),
            with: said("with"),
            what: said("what"),
            from: said("from"),
            on: planning.today.plus_days(1).to_string(),
            ..PlanForm::default()
        };
        (back, asked)
    });
    let (typed, why) = match back {
        Some(PlanBack { typed, why }) => (typed, Some(why.sentence(locale))),
        None => (asked, None),
    };
    let refused = why.map(|why| {
        view! {
            <div class="notice" data-tone="lacre" role="alert">
                <Icon name="error" />
                <p>{why}</p>
            </div>
        }
    });
    let home = format!("/accounts/{account}");
    view! {
        <main class="main page" id="main" tabindex="-1">
            <header class="page-header">
                <a class="btn-icon" href=home.clone() aria-label=planning.account_name.to_string()>
                    <Icon name="left" />
                </a>
                <h1 class="page-header__title">{planning.account_name.to_string()}</h1>
                <div class="page-header__actions">
                    <UserButton class="btn-icon page-header__user" />
                </div>
            </header>
            <div class="page__body">
                <form class="sheet sheet--form" method="post" action=FilePlan::url() aria-label=t.plan_title novalidate>
                    {refused}
                    <input type="hidden" name="form[operation]" value=operation.to_string() />
                    <input type="hidden" name="form[account]" value=account.to_string() />
                    <PlanFields planning=planning typed=typed />
                    <div class="dialog__foot">
                        <a class="btn btn--quiet" href=home>
                            {texts.cancel}
                        </a>
                        <button class="btn btn--pen">{t.plan}</button>
                    </div>
                </form>
            </div>
        </main>
    }
}

/// The fields of a plan: what, when, who, with whom, about what.
#[component]
pub fn PlanFields(planning: Planning, typed: PlanForm) -> impl IntoView {
    let t = use_agenda();
    let locale = use_locale();
    let me = use_frame()
        .viewer
        .map(|viewer| viewer.id.to_string())
        .unwrap_or_default();
    let owner = if typed.owner.is_empty() {
        me
    } else {
        typed.owner.clone()
    };
    let kind = typed.kind.parse().unwrap_or(ActivityKind::Call);
    let kinds = ActivityKind::iter()
        .filter(|it| *it != ActivityKind::Note)
        .map(|it| {
            view! {
                <option value=it.as_ref().to_owned() selected=it == kind>
                    {it.label(locale)}
                </option>
            }
        })
        .collect_view();
    let owners = planning
        .colleagues
        .iter()
        .map(|(id, name)| {
            let id = id.to_string();
            let is_owner = id == owner;
            view! {
                <option value=id selected=is_owner>
                    {name.to_string()}
                </option>
            }
        })
        .collect_view();
    let others = planning
        .colleagues
        .iter()
        .map(|(id, name)| {
            let id = id.to_string();
            let goes = typed.participants.contains(&id);
            view! {
                <label class="plan__one">
                    <input type="checkbox" name="form[participants][]" value=id checked=goes />
                    {name.to_string()}
                </label>
            }
        })
        .collect_view();
    let sales = planning
        .opportunities
        .iter()
        .map(|(id, title)| {
            let id = id.to_string();
            let is_it = id == typed.opportunity;
            view! {
                <option value=id selected=is_it>
                    {title.to_string()}
                </option>
            }
        })
        .collect_view();
    let people = planning
        .people
        .iter()
        .map(|name| view! { <option value=name.clone()></option> })
        .collect_view();
    let text =
        |label: &'static str, name: &'static str, kind: &'static str, value: String, list: Option<&'static str>| {
            view! {
                <label class="field">
                    <span class="field__label">{label}</span>
                    <span class="input">
                        <input type=kind name=name value=value list=list autocomplete="off" maxlength="200" />
                    </span>
                </label>
            }
        };
    let choice = |label: &'static str, name: &'static str, options: AnyView| {
        view! {
            <label class="field">
                <span class="field__label">{label}</span>
                <span class="input">
                    <select name=name>{options}</select>
                    <Icon name="down" />
                </span>
            </label>
        }
    };
    let with_sales = (!planning.opportunities.is_empty()).then(|| {
        let options = view! {
            <option value="">{t.no_opportunity}</option>
            {sales}
        };
        choice(t.opportunity, "form[opportunity]", options.into_any())
    });
    view! {
        <input type="hidden" name="form[from]" value=typed.from />
        <div class="fields">
            {choice(t.kind, "form[kind]", kinds.into_any())}
            {text(t.day, "form[on]", "date", typed.on, None)}
            {text(t.hour, "form[at]", "time", typed.at, None)}
            {text(t.minutes, "form[minutes]", "number", typed.minutes, None)}
            {text(t.with, "form[with]", "text", typed.with, Some("plan-people"))}
            {text(t.what, "form[what]", "text", typed.what, None)}
            {choice(t.owner, "form[owner]", owners.into_any())}
            {with_sales}
        </div>
        <datalist id="plan-people">{people}</datalist>
        <fieldset class="plan__others">
            <legend class="field__label">{t.taking_part}</legend>
            {others}
        </fieldset>
    }
}
