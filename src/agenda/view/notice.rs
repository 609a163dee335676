//! What has just been done with an activity, what follows, and its undo.

use leptos::{prelude::*, server_fn::ServerFn};

use crate::{
    agenda::{
        api::UntellOutcome,
        domain::{After, Concluded},
        form::Back,
    },
    i18n::{agenda, use_agenda, use_locale},
    types::{Day, OpId},
    ui::Icon,
};

/// The notice at the top of the page that one came back to.
#[component]
pub fn Told(back: Back, today: Day, operation: OpId, home: String) -> impl IntoView {
    let t = use_agenda();
    let locale = use_locale();
    let (tone, icon, said) = match &back {
        Back::TakenBack => ("hoja", "undo", t.taken_back.to_owned()),
        Back::Refused { why, .. } => ("lacre", "error", why.sentence(locale)),
        Back::Done(Concluded::Stale) => ("miel", "warning", t.stale.to_owned()),
        Back::Done(Concluded::Done { activity, after }) => {
            let said = match activity.outcome {
                Some(outcome) => agenda::concluded(locale, activity.kind, outcome, *after, today),
                None => agenda::replanned(locale, activity.day, activity.at, today),
            };
            ("hoja", "check", said)
        }
    };
    let next = match &back {
        Back::Done(Concluded::Done { activity, after }) => activity.outcome.and_then(|outcome| {
            let account = activity.account?;
            let plan = |kind: &str| format!("/activities/new?account={account}&kind={kind}");
            Some(match after {
                After::Cold => (plan("email"), t.mail_do),
                After::FindNumber => (plan("task"), t.number_do),
                After::Nothing if outcome.is_contact() => (format!("/accounts/{account}"), t.report_do),
                After::Nothing => (plan("call"), t.next_do),
                After::Again { .. } => return None,
            })
        }),
        _ => None,
    };
    let undo = match &back {
        Back::Done(Concluded::Done { activity, .. }) if activity.outcome.is_some() => Some(activity.id),
        _ => None,
    };
    view! {
        <div class="notice told" data-tone=tone role="status">
            <Icon name=icon />
            <p>{said}</p>
            {next
                .map(|(href, name)| {
                    view! {
                        <a class="btn btn--s" href=href>
                            {name}
                        </a>
                    }
                })}
            {undo
                .map(|id| {
                    view! {
                        <form method="post" action=UntellOutcome::url()>
                            <input type="hidden" name="operation" value=operation.to_string() />
                            <input type="hidden" name="activity" value=id.to_string() />
                            <input type="hidden" name="home" value=home />
                            <button class="btn btn--s">
                                <Icon name="undo" />
                                {t.undo}
                            </button>
                        </form>
                    }
                })}
        </div>
    }
}
