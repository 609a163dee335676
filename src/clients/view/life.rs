//! The steps of a client's life with us, the day of each, and the acts that move it along.

use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::use_query_map;
use strum::IntoEnumIterator;

use crate::{
    clients::{
        api::AdvanceAccount,
        domain::{Account, Act, Lifecycle},
        forms::{ActForm, ClientForm, Returned},
    },
    i18n::{Label, sentence, use_client_texts, use_locale, use_texts},
    types::{OpId, unpacked},
    ui::{Field, FieldKind, Icon},
};

/// The steps, and what can be done next by whoever may.
#[component]
pub fn Life(account: Account, inactive_after: u16, edits: bool, operation: OpId) -> impl IntoView {
    let acts = edits.then(|| acts(&account, operation));
    view! {
        <div class="life-line">
            {steps(&account, inactive_after)} {acts}
        </div>
    }
}

/// What was given up is no step on the way.
fn steps(account: &Account, inactive_after: u16) -> impl IntoView + use<> {
    let t = use_texts();
    let locale = use_locale();
    let now = account.lifecycle;
    let since = |step: Lifecycle| account.path.since(step).map(|day| day.format(locale));
    if now == Lifecycle::Discarded {
        return view! {
            <p class="summary__out">
                <span class="tag" data-tone="piedra">
                    {now.label(locale)}
                </span>
                " "
                {since(now)}
            </p>
        }
        .into_any();
    }
    let steps = Lifecycle::iter()
        .filter(|step| *step != Lifecycle::Discarded)
        .map(|step| {
            let state = match step.cmp(&now) {
                std::cmp::Ordering::Less => Some("done"),
                std::cmp::Ordering::Equal => Some("now"),
                std::cmp::Ordering::Greater => None,
            };
            let when = match (state, step) {
                (None, Lifecycle::CustomerInactive) => Some(sentence::inactive_after(locale, inactive_after)),
                (None, _) => None,
                _ => since(step),
            };
            view! {
                <li class="life__step" data-state=state aria-current=(step == now).then_some("step")>
                    <span>{step.label(locale)}</span>
                    {when.map(|when| view! { <span class="life__when">{when}</span> })}
                </li>
            }
        });
    view! {
        <ol class="life" aria-label=t.life_cycle>
            {steps.collect_view()}
        </ol>
    }
    .into_any()
}

fn acts(account: &Account, operation: OpId) -> impl IntoView + use<> {
    let c = use_client_texts();
    let locale = use_locale();
    let back: Option<Returned<ActForm>> =
        use_query_map().with_untracked(|query| query.get(ActForm::BACK).and_then(|packed| unpacked(&packed)));
    let open = back.is_some();
    let fault = back
        .as_ref()
        .and_then(|back| back.fault("on"))
        .map(|why| why.sentence(locale));
    let stale = back.as_ref().filter(|back| back.fault("on").is_none()).map(|back| {
        back.why
            .as_ref()
            .map_or(c.changed_meanwhile.to_owned(), |why| why.sentence(locale))
    });
    let buttons: Vec<_> = Act::offered(account.lifecycle, &account.path)
        .map(|act| {
            view! {
                <button class="btn" name="form[act]" value=act.as_ref().to_owned()>
                    {act.label(locale)}
                </button>
            }
        })
        .collect();
    if buttons.is_empty() {
        return ().into_any();
    }
    view! {
        <details class="acts" open=open>
            <summary class="btn btn--s">
                {c.advance} <Icon name="down" />
            </summary>
            <form class="acts__form" method="post" action=AdvanceAccount::url() novalidate>
                <input type="hidden" name="form[operation]" value=operation.to_string() />
                <input type="hidden" name="form[account]" value=account.id.to_string() />
                <input type="hidden" name="form[seen]" value=account.revision.to_string() />
                {stale.map(|why| view! { <p class="field__error" role="alert">{why}</p> })}
                <Field
                    name="form[on]"
                    label=c.act_on
                    kind=FieldKind::Day
                    hint=c.act_hint
                    value=back.map(|back| back.typed.on).unwrap_or_default()
                    error=Signal::stored(fault)
                    small=true
                />
                <div class="acts__buttons">{buttons}</div>
            </form>
        </details>
    }
    .into_any()
}
