//! Leaving a message about a client.

use leptos::{prelude::*, server_fn::ServerFn};
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

use crate::{
    error::AppError,
    i18n::{use_locale, use_messages, use_texts},
    loaded::load_first,
    messages::{
        api::{LeaveMessage, load_leaving},
        domain::{Leaving, MOST_TEXT},
        form::{LeaveBack, LeaveForm},
    },
    shell::{Failure, Shell, UserButton},
    types::{AccountId, OpId, unpacked},
    ui::{Field, Icon, Loading, focus_field, raw_text},
};

/// The page of the form; whose client it is comes in the address.
#[component]
pub fn NewMessagePage() -> impl IntoView {
    let query = use_query_map();
    let leaving = load_first(
        move || query.get(),
        |query| async move {
            match query.get("account").and_then(|id| AccountId::parse(&id).ok()) {
                Some(id) => load_leaving(id).await.map(|it| (id, it, OpId::fresh())),
                None => Err(AppError::NotFound),
            }
        },
    );
    view! {
        <Title text=use_messages().new />
        <Shell>
            <Suspense fallback=Loading>
                {move || Suspend::new(async move {
                    match leaving.await {
                        Ok((id, leaving, operation)) => page(id, leaving, operation).into_any(),
                        Err(error) => view! { <Failure error=error /> }.into_any(),
                    }
                })}
            </Suspense>
        </Shell>
    }
}

fn page(account: AccountId, leaving: Leaving, operation: OpId) -> impl IntoView {
    let t = use_messages();
    let texts = use_texts();
    let locale = use_locale();
    let (back, with) = use_query_map().with_untracked(|query| {
        let back = query.get("back").and_then(|packed| unpacked::<LeaveBack>(&packed));
        (back, query.get("with").unwrap_or_default())
    });
    let (typed, refused) = match back {
        Some(LeaveBack {
            typed,
            why: AppError::Invalid { field, why },
        }) => (typed, Some((field, why.sentence(locale)))),
        _ => {
            let to = leaving.to.map(|it| it.to_string()).unwrap_or_default();
            let fresh = LeaveForm {
                to,
                with,
                ..LeaveForm::default()
            };
            (fresh, None)
        }
    };
    let why = move |name: &str| {
        let found = refused.as_ref().filter(|(field, _)| field == name);
        found.map(|(_, why)| why.clone())
    };
    let error = |name: &str| Signal::stored(why(name));
    let said = |name: &str| why(name).map(|why| view! { <p class="field__error" role="alert">{why}</p> });
    Effect::new(|_| focus_field(".message-form"));
    let colleagues = leaving.colleagues.into_iter().map(|(id, name)| {
        let id = id.to_string();
        let is_it = id == typed.to;
        view! {
            <option value=id selected=is_it>
                {name.to_string()}
            </option>
        }
    });
    let people = leaving
        .people
        .into_iter()
        .map(|name| view! { <option value=name></option> });
    let home = format!("/accounts/{account}");
    view! {
        <main class="main page" id="main" tabindex="-1">
            <header class="page-header">
                <a class="btn-icon" href=home.clone() aria-label=leaving.account_name.to_string()>
                    <Icon name="left" />
                </a>
                <h1 class="page-header__title">{leaving.account_name.to_string()}</h1>
                <div class="page-header__actions">
                    <UserButton class="btn-icon page-header__user" />
                </div>
            </header>
            <div class="page__body">
                <form class="sheet sheet--form message-form" method="post" action=LeaveMessage::url() aria-label=t.new novalidate>
                    <input type="hidden" name="form[operation]" value=operation.to_string() />
                    <input type="hidden" name="form[account]" value=account.to_string() />
                    <div class="fields">
                        <label class="field">
                            <span class="field__label">{t.to}</span>
                            <span class="input">
                                <select name="form[to]" aria-invalid=why("to").map(|_| "true")>
                                    <option value="">{t.choose}</option>
                                    {colleagues.collect_view()}
                                </select>
                                <Icon name="down" />
                            </span>
                        </label>
                        {said("to")}
                        <Field
                            name="form[with]"
                            id="message-with"
                            label=t.with
                            value=typed.with
                            error=error("with")
                            list="message-people"
                            small=true
                        />
                        <datalist id="message-people">{people.collect_view()}</datalist>
                        <Field name="form[phone]" id="message-phone" label=t.phone value=typed.phone error=error("phone") small=true />
                        <label class="field" for="message-text">
                            <span class="field__label">{t.text}</span>
                            <textarea
                                class="composer__text voice"
                                id="message-text"
                                name="form[text]"
                                rows="4"
                                maxlength=MOST_TEXT.to_string()
                                aria-invalid=why("text").map(|_| "true")
                            >
                                {raw_text(typed.text)}
                            </textarea>
                        </label>
                        {said("text")}
                        <p class="field__hint">{t.hint}</p>
                    </div>
                    <div class="dialog__foot">
                        <a class="btn btn--quiet" href=home>
                            {texts.cancel}
                        </a>
                        <button class="btn btn--pen">{t.leave}</button>
                    </div>
                </form>
            </div>
        </main>
    }
}
