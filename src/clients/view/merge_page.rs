//! Two accounts side by side, to be made one field by field.

use leptos::{prelude::*, server_fn::ServerFn};
use leptos_meta::Title;
use leptos_router::hooks::{use_params_map, use_query_map};

use crate::{
    clients::{
        api::{MergeAccounts, load_merge},
        domain::{Fact, FactChanged, MergeSheet, Said},
        forms::{ClientForm, GONE, MergeForm, Returned},
    },
    error::AppError,
    i18n::{Label, merging, said as fact_said, use_client_texts, use_locale, use_merging},
    loaded::load_first,
    shell::{Failure, Shell, UserButton},
    types::{AccountId, OpId, unpacked},
    ui::{Icon, Loading},
};

/// The page; which stays and which goes is in the address.
#[component]
pub fn MergePage() -> impl IntoView {
    let params = use_params_map();
    let account = move |name: &str| params.read().get(name).and_then(|id| AccountId::parse(&id).ok());
    let sheet = load_first(
        move || account("id").zip(account("gone")),
        |both| async move {
            match both {
                Some((kept, gone)) => load_merge(kept, gone).await.map(|it| (it, OpId::fresh())),
                None => Err(AppError::NotFound),
            }
        },
    );
    view! {
        <Title text=use_merging().merge_title />
        <Shell>
            <Suspense fallback=Loading>
                {move || Suspend::new(async move {
                    match sheet.await {
                        Ok((sheet, operation)) => page(sheet, operation).into_any(),
                        Err(error) => view! { <Failure error=error /> }.into_any(),
                    }
                })}
            </Suspense>
        </Shell>
    }
}

fn page(sheet: MergeSheet, operation: OpId) -> impl IntoView {
    let m = use_merging();
    let c = use_client_texts();
    let locale = use_locale();
    let MergeSheet {
        kept,
        gone,
        rows,
        people,
        opportunities,
    } = sheet;
    let back: Option<Returned<MergeForm>> =
        use_query_map().with_untracked(|query| query.get(MergeForm::BACK).and_then(|packed| unpacked(&packed)));
    let refused = back.as_ref().map(|back| {
        let why = match &back.why {
            Some(why) => why.sentence(locale),
            None => c.changed_meanwhile.to_owned(),
        };
        view! {
            <p class="notice" data-tone="lacre" role="alert">
                <Icon name="error" />
                {why}
            </p>
        }
    });
    let typed = back.map(|back| back.typed).unwrap_or_default();
    let names = [kept.name.to_string(), gone.name.to_string()];
    let is_same = rows.is_empty();
    let lines = rows.into_iter().map(|row| line(row, &typed, &names)).collect_view();
    let href = format!("/accounts/{}/merge/{}", gone.id, kept.id);
    let home = format!("/accounts/{}", kept.id);
    view! {
        <main class="main page" id="main" tabindex="-1">
            <header class="page-header">
                <a class="btn-icon" href="/accounts/alike" aria-label=m.alike_title>
                    <Icon name="left" />
                </a>
                <h1 class="page-header__title">{m.merge_title}</h1>
                <div class="page-header__actions">
                    <UserButton class="btn-icon page-header__user" />
                </div>
            </header>
            <div class="page__body">
                <form class="sheet sheet--form merge" method="post" action=MergeAccounts::url()>
                    {refused}
                    <input type="hidden" name="form[operation]" value=operation.to_string() />
                    <input type="hidden" name="form[kept]" value=kept.id.to_string() />
                    <input type="hidden" name="form[gone]" value=gone.id.to_string() />
                    <input type="hidden" name="form[kept_seen]" value=kept.revision.to_string() />
                    <input type="hidden" name="form[gone_seen]" value=gone.revision.to_string() />
                    <div class="merge__heads">
                        <p class="merge__head">
                            <span class="tag" data-tone="hoja">
                                {m.stays}
                            </span>
                            <a class="voice" href=home.clone()>
                                {names[0].clone()}
                            </a>
                        </p>
                        <p class="merge__head">
                            <span class="tag" data-tone="piedra">
                                {m.goes}
                            </span>
                            <a class="voice" href=format!("/accounts/{}", gone.id)>
                                {names[1].clone()}
                            </a>
                        </p>
                        <a class="btn btn--s btn--quiet" href=href>
                            {m.swap}
                        </a>
                    </div>
                    {lines}
                    <p class="field__hint">{if is_same { m.no_difference } else { m.ways_kept }}</p>
                    <p>{merging::comes_along(locale, people, opportunities)} " " {m.undoable}</p>
                    <div class="dialog__foot">
                        <a class="btn btn--quiet" href=home>
                            {m.cancel}
                        </a>
                        <button class="btn btn--pen">{m.merge}</button>
                    </div>
                </form>
            </div>
        </main>
    }
}

/// One fact in which they differ, with both to choose from.
fn line(row: FactChanged, typed: &MergeForm, names: &[String; 2]) -> AnyView {
    let locale = use_locale();
    let name = format!("form[take][{}]", row.fact.as_ref());
    let takes = typed.takes(row.fact);
    let said = |it: Said| fact_said(locale, &it);
    let (from, to) = match (row.from, row.to) {
        (Some(from), Some(to)) => (said(from), said(to)),
        // What only one of them knows is known of both: there is nothing to choose.
        (one, other) => {
            let known = one.or(other).map(said).unwrap_or_default();
            return view! {
                <p class="merge__known">
                    <span class="field__label">{row.fact.label(locale)}</span>
                    {known}
                </p>
            }
            .into_any();
        }
    };
    let options = [("kept", from, !takes, &names[0]), (GONE, to, takes, &names[1])];
    // A name says of itself whose it is.
    let is_name = row.fact == Fact::Name;
    let options = options.map(|(value, said, is_chosen, of)| {
        view! {
            <label class="merge__choice">
                <input type="radio" name=name.clone() value=value checked=is_chosen />
                <span>
                    {said}
                    {(!is_name).then(|| view! { <small>{of.clone()}</small> })}
                </span>
            </label>
        }
    });
    view! {
        <fieldset class="merge__line">
            <legend class="field__label">{row.fact.label(locale)}</legend>
            {options.collect_view()}
        </fieldset>
    }
    .into_any()
}
