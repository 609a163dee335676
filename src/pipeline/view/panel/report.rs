//! Writing down what was said, beside the opportunity. What is being written is kept until it is saved.

use std::sync::Arc;

use leptos::{ev, html, prelude::*};
use strum::IntoEnumIterator;

use crate::{
    error::AppError,
    frame::use_frame,
    i18n::{Label, Texts, use_locale, use_texts},
    pipeline::{
        domain::{Card, ReportOn},
        view::mover::{Mover, Writing},
    },
    timeline::domain::{ActivityKind, Reaction, Report},
    types::{Day, Invalid, LongText, ShortText},
    ui::{Icon, draft, is_half_typed, keep_draft},
};

/// The form: the text alone is enough; the rest shows itself to whoever writes.
#[component]
pub fn Write(
    mover: Mover,
    card: Memo<Arc<Card>>,
    /// What is being written.
    text: RwSignal<String>,
) -> impl IntoView {
    let t = use_texts();
    let locale = use_locale();
    let id = card.with_untracked(|card| card.id);
    // Whose words they are: somebody else at the same device does not find them.
    let me = use_frame()
        .viewer
        .map(|viewer| viewer.id.to_string())
        .unwrap_or_default();
    let about = StoredValue::new(format!("{me}-{id}"));
    let why = RwSignal::new(None::<String>);
    // Also one that was sent before the panel was closed and opened again.
    let is_sending = Memo::new(move |_| mover.outbox.reports_on(id));
    let area = NodeRef::<html::Textarea>::new();
    let (kind, reaction) = (NodeRef::<html::Select>::new(), NodeRef::<html::Select>::new());
    let (with, day) = (NodeRef::<html::Input>::new(), NodeRef::<html::Input>::new());
    let keep = move |now: String| {
        about.with_value(|about| keep_draft(about, &now));
        text.set(now);
    };
    Effect::new(move |was_sending: Option<bool>| {
        let is_sending = is_sending.get();
        let Some(area) = area.get() else { return is_sending };
        let kept = about.with_value(|about| draft(about)).unwrap_or_default();
        let typed = area.value();
        match was_sending {
            None if typed.is_empty() || typed == kept => area.set_value(&kept),
            // What was typed before the page came alive follows what had been kept.
            None if !kept.is_empty() => area.set_value(&format!("{kept}\n{typed}")),
            // Saved, by the form of a panel that was closed and opened again.
            Some(true) if !is_sending && !mover.outbox.has_unsaved(id) => area.set_value(""),
            _ => {}
        }
        keep(area.value());
        is_sending
    });
    let read = move || -> Result<ReportOn, Invalid> {
        let chosen = |list: NodeRef<html::Select>| list.get_untracked().map(|it| it.value()).unwrap_or_default();
        let typed = |field: NodeRef<html::Input>| field.get_untracked().map(|it| it.value()).unwrap_or_default();
        if day.get_untracked().is_some_and(|day| is_half_typed(&day)) {
            return Err(Invalid::DayFormat);
        }
        let (name, on) = (typed(with), typed(day));
        Ok(ReportOn {
            opportunity: id,
            on: if on.is_empty() { None } else { Some(Day::parse_es(&on)?) },
            report: Report {
                activity: chosen(kind).parse().unwrap_or(ActivityKind::Call),
                with: if name.trim().is_empty() {
                    None
                } else {
                    Some(ShortText::parse(&name)?)
                },
                reaction: chosen(reaction).parse().ok(),
                text: LongText::parse(&text.get_untracked())?,
            },
        })
    };
    let heard = Callback::new(move |refused: Option<AppError>| {
        let Some(error) = refused else {
            if let Some(area) = area.get_untracked() {
                area.set_value("");
            }
            let fields = [with, day].into_iter().filter_map(|it| it.get_untracked());
            fields.for_each(|it| it.set_value(""));
            if let Some(reaction) = reaction.get_untracked() {
                reaction.set_value("");
            }
            // Last: a panel whose card has left the board goes with its text.
            text.set(String::new());
            return;
        };
        why.set(Some(match error {
            AppError::Transport(_) => {
                let said = Texts::of(locale);
                format!("{} {}", said.offline, said.report_kept)
            }
            other => other.sentence(locale),
        }));
    });
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if is_sending.get_untracked() {
            return;
        }
        let asked = match read() {
            Ok(asked) => asked,
            Err(refused) => return why.set(Some(refused.sentence(locale))),
        };
        why.set(None);
        let writing = Writing {
            operation: mover.outbox.operation_of(&asked),
            asked,
            kept: about.get_value(),
            heard,
        };
        mover.report(card.get_untracked(), writing);
    };
    let kinds = ActivityKind::iter()
        .map(|it| view! { <option value=it.as_ref().to_owned()>{it.label(locale)}</option> })
        .collect_view();
    let reactions = Reaction::iter()
        .map(|it| view! { <option value=it.as_ref().to_owned()>{it.label(locale)}</option> })
        .collect_view();
    let list = |label: &'static str, node: NodeRef<html::Select>, options: AnyView| {
        view! {
            <label class="field">
                <span class="field__label">{label}</span>
                <span class="input">
                    <select node_ref=node>{options}</select>
                    <Icon name="down" />
                </span>
            </label>
        }
    };
    view! {
        <form
            class="report"
            aria-label=t.report
            data-written=move || text.with(|text| !text.is_empty()).then_some("true")
            on:submit=submit
            novalidate
        >
            <label class="field">
                <span class="field__label">{t.report}</span>
                <span class="input">
                    <textarea
                        class="voice"
                        id="report-text"
                        rows="2"
                        maxlength="20000"
                        placeholder=t.report_text
                        node_ref=area
                        readonly=is_sending
                        aria-invalid=move || why.get().map(|_| "true")
                        aria-describedby="report-error"
                        on:input=move |event| keep(event_target_value(&event))
                    ></textarea>
                </span>
            </label>
            <div class="report__more">
                {list(t.report_kind, kind, kinds.into_any())}
                <label class="field">
                    <span class="field__label">{t.report_with}</span>
                    <span class="input">
                        <input node_ref=with list="report-people" maxlength="200" autocomplete="off" />
                    </span>
                </label>
                {list(
                    t.report_reaction,
                    reaction,
                    view! {
                        <option value="">"—"</option>
                        {reactions}
                    }
                        .into_any(),
                )}
                <label class="field">
                    <span class="field__label">{t.report_on}</span>
                    <span class="input">
                        <input type="date" node_ref=day />
                    </span>
                </label>
                <button class="btn btn--pen report__do" aria-busy=move || is_sending.get().then_some("true")>
                    {t.report_do}
                </button>
            </div>
            <p class="field__error" id="report-error" role="alert">
                {why}
            </p>
        </form>
    }
}
