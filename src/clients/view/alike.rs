//! Accounts that may be one firm, and what was merged last.

use leptos::{prelude::*, server_fn::ServerFn};
use leptos_meta::Title;

use crate::{
    clients::{
        api::{TellAccountsApart, UndoOnAccount, load_alike},
        domain::{Alike, AlikePage as Found, PastMerge, Side, Verdict},
    },
    error::AppError,
    i18n::{Label, use_locale, use_merging, use_texts},
    loaded::load_first,
    shell::{Failure, Shell, UserButton},
    types::OpId,
    ui::{Icon, Loading},
};

/// The pairs, the likeliest first. Each is settled in one tap or compared field by field.
#[component]
pub fn AlikePage() -> impl IntoView {
    let found = load_first(
        || (),
        |()| async {
            let found = load_alike().await?;
            // One operation for each button: pressed twice it is done once.
            let operations: Vec<OpId> = (0..found.pairs.len() + found.merged.len())
                .map(|_| OpId::fresh())
                .collect();
            Ok::<_, AppError>((found, operations))
        },
    );
    view! {
        <Title text=use_merging().alike_title />
        <Shell>
            <Suspense fallback=Loading>
                {move || Suspend::new(async move {
                    match found.await {
                        Ok((found, operations)) => page(found, operations).into_any(),
                        Err(error) => view! { <Failure error=error /> }.into_any(),
                    }
                })}
            </Suspense>
        </Shell>
    }
}

fn page(found: Found, operations: Vec<OpId>) -> impl IntoView {
    let t = use_texts();
    let m = use_merging();
    let mut operations = operations.into_iter();
    let none = found
        .pairs
        .is_empty()
        .then(|| view! { <p class="tray__none">{m.alike_none}</p> });
    let pairs = found
        .pairs
        .into_iter()
        .zip(operations.by_ref())
        .map(|(it, operation)| pair(it, operation));
    let pairs = pairs.collect_view();
    let has_merged = !found.merged.is_empty();
    let merged = found
        .merged
        .into_iter()
        .zip(operations)
        .map(|(it, operation)| past(it, operation))
        .collect_view();
    view! {
        <main class="main page" id="main" tabindex="-1">
            <header class="page-header">
                <a class="btn-icon" href="/accounts" aria-label=t.accounts_title>
                    <Icon name="left" />
                </a>
                <h1 class="page-header__title">{m.alike_title}</h1>
                <div class="page-header__actions">
                    <UserButton class="btn-icon page-header__user" />
                </div>
            </header>
            <div class="page__body alike">
                <p class="field__hint">{m.alike_hint}</p>
                {none}
                <ul class="alike__list">{pairs}</ul>
                {found.goes_on.then(|| view! { <p class="field__hint">{m.alike_more}</p> })}
                {has_merged
                    .then(|| {
                        view! {
                            <h2 class="alike__title">{m.merged_last}</h2>
                            <ul class="alike__past">{merged}</ul>
                        }
                    })}
            </div>
        </main>
    }
}

fn pair(it: Alike, operation: OpId) -> impl IntoView {
    let m = use_merging();
    let locale = use_locale();
    let Alike {
        sides: [one, other],
        evidence,
        verdict,
    } = it;
    let (tone, likely) = match verdict {
        Verdict::Same => ("hoja", m.same),
        Verdict::Likely | Verdict::No => ("miel", m.likely),
    };
    let said: Vec<&str> = evidence.iter().map(|it| it.label(locale)).collect();
    let may = one.edits && other.edits;
    let href = format!("/accounts/{}/merge/{}", one.account, other.account);
    let both = format!("{} · {}", one.name, other.name);
    let (first, second) = (one.account.to_string(), other.account.to_string());
    let acts = match may {
        true => view! {
            <div class="alike__acts">
                <a class="btn btn--pen btn--s" href=href aria-label=format!("{}: {both}", m.compare)>
                    {m.compare}
                </a>
                <form method="post" action=TellAccountsApart::url()>
                    <input type="hidden" name="form[operation]" value=operation.to_string() />
                    <input type="hidden" name="form[one]" value=first />
                    <input type="hidden" name="form[other]" value=second />
                    <button class="btn btn--s" aria-label=format!("{}: {both}", m.apart)>
                        {m.apart}
                    </button>
                </form>
            </div>
        }
        .into_any(),
        false => view! { <p class="field__hint">{m.not_yours}</p> }.into_any(),
    };
    view! {
        <li class="sheet alike__pair">
            <p class="alike__why">
                <span class="tag" data-tone=tone>
                    {likely}
                </span>
                {said.join(", ")}
            </p>
            <div class="alike__sides">{side(one)} {side(other)}</div>
            {acts}
        </li>
    }
}

fn side(it: Side) -> impl IntoView {
    let m = use_merging();
    let locale = use_locale();
    let about = [
        Some(it.lifecycle.label(locale).to_owned()),
        it.town.map(|town| town.to_string()),
        it.nif.map(|nif| nif.to_string()),
        it.phone.map(|phone| phone.format()),
        Some(format!("{} {}", m.since, it.since.format(locale))),
    ];
    let about: Vec<String> = about.into_iter().flatten().collect();
    view! {
        <p class="alike__side">
            <a class="voice" href=format!("/accounts/{}", it.account)>
                {it.name.to_string()}
            </a>
            <span class="table__sub">{about.join(" · ")}</span>
        </p>
    }
}

fn past(it: PastMerge, operation: OpId) -> impl IntoView {
    let m = use_merging();
    let locale = use_locale();
    let by = it.by.map(|by| format!(" · {by}")).unwrap_or_default();
    let when = format!("{}{by}", it.on.format(locale));
    let undo = it.edits.then(|| {
        view! {
            <form method="post" action=UndoOnAccount::url()>
                <input type="hidden" name="form[operation]" value=operation.to_string() />
                <input type="hidden" name="form[account]" value=it.kept.to_string() />
                <input type="hidden" name="form[undone]" value=it.operation.to_string() />
                <button class="btn btn--s" aria-label=format!("{}: {}", m.undo, it.gone_name)>
                    <Icon name="undo" />
                    {m.undo}
                </button>
            </form>
        }
    });
    view! {
        <li class="alike__merge">
            <p class="alike__side">
                <span>
                    {it.gone_name.to_string()} " → "
                    <a href=format!("/accounts/{}", it.kept)>{it.kept_name.to_string()}</a>
                </span>
                <span class="table__sub">{when}</span>
            </p>
            {undo}
        </li>
    }
}
