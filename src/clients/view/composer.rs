//! Writing down what was said with a client, on its page: what it was, the words, and what would make them clearer.

use std::time::Duration;

use leptos::{
    ev, html,
    leptos_dom::helpers::TimeoutHandle,
    prelude::*,
    wasm_bindgen::JsCast,
    web_sys::{FormData, HtmlInputElement},
};

use leptos_router::hooks::use_query_map;

use super::composer_form::{fill, has_files, kept, read};
use super::next_fields::NextFields;
use super::report_fields::{KindOptions, ReactionField};
use crate::{
    clients::{
        api::write_account_report,
        domain::Person,
        forms::{ReportBack, ReportForm},
    },
    error::AppError,
    files::{domain::Told, send_report, view::Choose},
    frame::use_frame,
    i18n::{use_locale, use_texts},
    search::view::write_at_once,
    timeline::{
        domain::{ActivityKind, Draft, Remark, remarks},
        view::Legible,
    },
    types::{AccountId, Invalid, OpId, ShortText, UserId},
    ui::{draft, is_half_typed, keep_draft, raw_text},
};

/// Nobody is advised in the middle of a word.
const PAUSE: Duration = Duration::from_millis(350);

/// The form. Without JavaScript it is sent as it is; with it, what is written is kept until it is saved, and `told` hears of the entry.
#[component]
pub fn Composer(
    account: AccountId,
    operation: OpId,
    /// Who is in the account.
    people: Vec<Person>,
    /// Who can do what comes next.
    doers: Vec<(UserId, ShortText)>,
    /// The terms that the team has explained, folded.
    glossary: Vec<String>,
    /// What came back to a page without JavaScript.
    back: Option<ReportBack>,
    told: Callback<Told>,
) -> impl IntoView {
    let t = use_texts();
    let locale = use_locale();
    let me = use_frame()
        .viewer
        .map(|viewer| viewer.id.to_string())
        .unwrap_or_default();
    // Whose words they are: somebody else at the same device does not find them.
    let about = StoredValue::new(format!("{me}-{account}"));
    let names = StoredValue::new(people.iter().map(|person| person.name.to_string()).collect::<Vec<_>>());
    // Who comes from a person's name has said with whom.
    let named = || ReportForm {
        with: use_query_map().with_untracked(|query| query.get("with").unwrap_or_default()),
        ..ReportForm::default()
    };
    let (typed, refused) = match back {
        Some(back) => (back.typed, Some(back.why.sentence(locale))),
        None => (named(), None),
    };
    write_at_once();
    let next_typed = typed.clone();
    let why = RwSignal::new(refused);
    let is_sending = RwSignal::new(false);
    // One operation for as long as the same is being written: sent twice, it is written once.
    let next = RwSignal::new(operation.to_string());
    let area = NodeRef::<html::Textarea>::new();
    let with = NodeRef::<html::Input>::new();
    let form = NodeRef::<html::Form>::new();
    // What is looked at, a moment after it was typed.
    let looked_at = RwSignal::new(Looked::default());
    let look = move || {
        let Some(now) = form.try_get_untracked().flatten().map(|form| read(&form)) else {
            return;
        };
        looked_at.set(Looked {
            has_with: !now.with.trim().is_empty(),
            has_next: now.says_next(),
            text: now.text,
            activity: now.activity.parse().ok(),
        });
    };
    let typing = StoredValue::new(None::<TimeoutHandle>);
    let changed = move || {
        if let Some(earlier) = typing.get_value() {
            earlier.clear();
        }
        typing.set_value(set_timeout_with_handle(look, PAUSE).ok());
        if let Some(form) = form.get_untracked() {
            about.with_value(|about| keep_draft(about, &kept(&read(&form))));
        }
    };
    Effect::new(move |_| {
        let (Some(area), Some(form)) = (area.get(), form.get()) else {
            return;
        };
        if area.value().is_empty() {
            fill(&form, &about.with_value(|about| draft(about)).unwrap_or_default());
        }
        look();
    });
    let glossary = StoredValue::new(glossary);
    let found = Signal::derive(move || {
        let glossary = glossary.get_value();
        names.with_value(|people| {
            looked_at.with(|now| {
                remarks(&Draft {
                    text: &now.text,
                    activity: now.activity,
                    says_who: now.has_with,
                    says_next: now.has_next,
                    people,
                    glossary: &glossary,
                    ..Draft::default()
                })
            })
        })
    });
    // What is missing begins where it is written.
    let add = Callback::new(move |missing: Remark| {
        let begins = match missing {
            Remark::NoWho => {
                if let Some(with) = with.get_untracked() {
                    // Refused only to what is not in the page any more.
                    let _ = with.focus();
                }
                return;
            }
            Remark::NoWhat => t.legible_what_begins,
            Remark::NoNext => t.legible_next_begins,
            Remark::Unknown(_) | Remark::Insult(_) => return,
        };
        if let Some(area) = area.get_untracked() {
            let now = area.value();
            let joint = if now.is_empty() || now.ends_with(char::is_whitespace) {
                ""
            } else {
                " "
            };
            area.set_value(&format!("{now}{joint}{begins}"));
            // Refused only to what is not in the page any more.
            let _ = area.focus();
            changed();
        }
    });
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let Some(form) = form.get_untracked().filter(|_| !is_sending.get_untracked()) else {
            return;
        };
        let half = ["on", "next_on"].into_iter().any(|name| {
            let found = form.query_selector(&format!("[name='form[{name}]']")).ok().flatten();
            found.is_some_and(|it| is_half_typed(it.unchecked_ref::<HtmlInputElement>()))
        });
        if half {
            return why.set(Some(Invalid::DayFormat.sentence(locale)));
        }
        let (operation, asked) = match read(&form).read() {
            Ok(asked) => asked,
            Err(error) => {
                if let Some(area) = area.get_untracked() {
                    // Refused only to what is not in the page any more.
                    let _ = area.focus();
                }
                return why.set(Some(error.sentence(locale)));
            }
        };
        why.set(None);
        is_sending.set(true);
        let draft_of = about.get_value();
        let with_files = has_files(&form).then(|| FormData::new_with_form(&form).ok()).flatten();
        leptos::task::spawn_local(async move {
            let send = async || match &with_files {
                Some(whole) => send_report(whole.clone()).await,
                None => write_account_report(operation, asked.clone()).await.map(Told::from),
            };
            let answer = match send().await {
                // Nobody knows whether it was done. Asked again under the same operation, it is done once.
                Err(AppError::Transport(_)) => send().await,
                answer => answer,
            };
            if answer.is_ok() {
                keep_draft(&draft_of, "");
            }
            if is_sending.try_set(false).is_some() {
                // The person has left the page.
                return;
            }
            match answer {
                Ok(written) => {
                    form.reset();
                    // What a page without JavaScript had sent back is what a reset goes back to.
                    if let Some(area) = area.get_untracked() {
                        area.set_value("");
                    }
                    looked_at.set(Looked::default());
                    next.set(OpId::fresh().to_string());
                    told.run(written);
                }
                Err(AppError::Transport(_)) => why.set(Some(format!("{} {}", t.offline, t.report_kept))),
                Err(error) => why.set(Some(error.sentence(locale))),
            }
        });
    };
    let first = typed.activity.parse().unwrap_or(ActivityKind::Call);
    let suggested = people
        .iter()
        .map(|person| view! { <option value=person.said()></option> })
        .collect_view();
    view! {
        <form
            class="composer"
            method="post"
            action="/reports"
            enctype="multipart/form-data"
            aria-label=t.report
            node_ref=form
            on:submit=submit
            on:input=move |_| changed()
            novalidate
        >
            <input type="hidden" name="form[operation]" prop:value=next value=next.get_untracked() />
            <input type="hidden" name="form[account]" value=account.to_string() />
            <KindOptions chosen=first />
            <textarea
                class="composer__text voice"
                id="composer-text"
                name="form[text]"
                rows="2"
                maxlength="20000"
                aria-label=t.report_text
                placeholder=t.report_text
                node_ref=area
                readonly=is_sending
                aria-invalid=move || why.get().map(|_| "true")
                aria-describedby="composer-error"
            >
                {raw_text(typed.text)}
            </textarea>
            <Legible remarks=found add=add />
            <div class="composer__foot">
                <label class="field">
                    <span class="field__label">{t.report_with}</span>
                    <span class="input">
                        <input name="form[with]" node_ref=with list="composer-people" maxlength="200" autocomplete="off" value=typed.with />
                    </span>
                </label>
                <datalist id="composer-people">{suggested}</datalist>
                <ReactionField chosen=typed.reaction />
                <label class="field">
                    <span class="field__label">{t.report_on}</span>
                    <span class="input">
                        <input type="date" name="form[on]" value=typed.on />
                    </span>
                </label>
                <button class="btn btn--pen composer__do" aria-busy=move || is_sending.get().then_some("true")>
                    {t.report_do}
                </button>
            </div>
            <div class="composer__more">
                <NextFields typed=next_typed doers=doers mine=me />
                <Choose id="composer-files" quiet=true />
            </div>
            <p class="field__error" id="composer-error" role="alert">
                {why}
            </p>
        </form>
    }
}

/// What the advice is about.
#[derive(Clone, Default, PartialEq)]
struct Looked {
    text: String,
    has_with: bool,
    has_next: bool,
    activity: Option<ActivityKind>,
}
