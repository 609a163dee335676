//! The page on which an account is edited.

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::{use_params_map, use_query_map};

use super::facts_form::FactsSheet;
use crate::{
    clients::{
        api::{load_facts, load_suspects},
        domain::{Account, Holders, Suspect},
        forms::{ClientForm, FactsForm, Returned},
    },
    error::AppError,
    i18n::{sentence, use_client_texts, use_locale, use_texts},
    loaded::load_first,
    shell::{Failure, Shell, UserButton},
    types::{AccountId, OpId, unpacked},
    ui::{Icon, Loading},
};

/// What is written down of one client, as a form.
#[component]
pub fn EditAccountPage() -> impl IntoView {
    let params = use_params_map();
    let id = move || params.read().get("id").and_then(|id| AccountId::parse(&id).ok());
    let facts = load_first(id, |id| async move {
        match id {
            Some(id) => {
                let (account, holders) = load_facts(id).await?;
                let typed = FactsForm::of(&account).typed();
                let suspects = load_suspects(typed, Some(id)).await?;
                Ok((account, holders, suspects, OpId::fresh()))
            }
            None => Err(AppError::NotFound),
        }
    });
    view! {
        <Title text=use_client_texts().edit_title />
        <Shell>
            <Suspense fallback=Loading>
                {move || Suspend::new(async move {
                    match facts.await {
                        Ok((account, holders, suspects, operation)) => {
                            page(account, holders, suspects, operation).into_any()
                        }
                        Err(error) => view! { <Failure error=error /> }.into_any(),
                    }
                })}
            </Suspense>
        </Shell>
    }
}

fn page(account: Account, holders: Holders, suspects: Vec<Suspect>, operation: OpId) -> impl IntoView {
    let t = use_texts();
    let home = format!("/accounts/{}", account.id);
    let back: Option<Returned<FactsForm>> =
        use_query_map().with_untracked(|query| query.get(FactsForm::BACK).and_then(|packed| unpacked(&packed)));
    let now = account.revision.to_string();
    let mut form = back.unwrap_or_else(|| Returned {
        typed: FactsForm::of(&account),
        why: None,
    });
    // Who has read what another changed meanwhile decides with what is now there before their eyes.
    let is_stale = form.typed.seen != now;
    form.typed.seen = now;
    form.typed.operation = operation.to_string();
    view! {
        <main class="main page" id="main" tabindex="-1">
            <header class="page-header">
                <a class="btn-icon" href=home aria-label=t.cancel>
                    <Icon name="left" />
                </a>
                <h1 class="page-header__title">{sentence::edits(use_locale(), &account.name)}</h1>
                <div class="page-header__actions">
                    <UserButton class="btn-icon page-header__user" />
                </div>
            </header>
            <div class="page__body">
                <FactsSheet account=account.id form=form holders=holders suspects=suspects is_stale=is_stale />
            </div>
        </main>
    }
}
