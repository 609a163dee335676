//! One thing to do: with whom, what, the phone, and how it went in one tap.

use leptos::{prelude::*, server_fn::ServerFn};

use crate::{
    agenda::{
        api::TellOutcome,
        domain::{Job, Outcome, most},
        form::OutcomeForm,
    },
    i18n::{Label, agenda, use_agenda, use_locale},
    timeline::{domain::ActivityKind, view::dye_of},
    types::{Day, OpId, ShortText},
    ui::{Amount, Chance, Icon},
};

/// An activity with its buttons. The form is plain: it works without JavaScript, and comes back to `home`.
#[component]
pub fn JobCard(
    job: Job,
    today: Day,
    operation: OpId,
    /// The page it stands on.
    home: String,
    /// Who does it, where the page is not one's own.
    owner: Option<ShortText>,
    /// Who brought what it was made of.
    brought: Option<ShortText>,
    /// What was typed, where it came back.
    typed: Option<OutcomeForm>,
    /// On the page of its client: neither name nor phone is said again.
    #[prop(optional)]
    is_at_home: bool,
) -> impl IntoView {
    let t = use_agenda();
    let locale = use_locale();
    let Job {
        activity,
        account_name,
        phone,
        title,
        amount,
        probability,
        follows,
        is_open,
    } = job;
    let is_late = activity.day < today;
    let (tone, icon) = dye_of(activity.kind);
    let tone = if is_late { "lacre" } else { tone };
    let name = account_name.map_or_else(|| t.no_client.to_owned(), |name| name.to_string());
    let named = match activity.account {
        _ if is_at_home => None,
        Some(id) => Some(
            view! {
                <a class="job__name voice" href=format!("/accounts/{id}")>
                    {name.clone()}
                </a>
            }
            .into_any(),
        ),
        None => Some(view! { <span class="job__name voice">{name.clone()}</span> }.into_any()),
    };
    let heading = agenda::heading(locale, activity.kind, activity.contact_name.as_ref());
    let why = [
        activity.what.as_ref().map(ToString::to_string),
        title.map(|it| it.to_string()),
    ];
    let why = why.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    // Of the ladder that an attempt of this kind climbs.
    let tries = most(match activity.kind {
        ActivityKind::Call => Outcome::NoAnswer,
        _ => Outcome::NoShow,
    });
    let attempt = (activity.attempt > 1).then(|| {
        view! { <span class="job__try">{agenda::attempt(locale, activity.attempt, tries)}</span> }
    });
    let call = phone.filter(|_| !is_at_home).map(|phone| {
        let said = phone.format();
        let href = format!("tel:{}", phone.format_international().replace(' ', ""));
        view! {
            <a class="btn btn--pen job__call" href=href>
                <Icon name="phone" />
                {said}
            </a>
        }
    });
    let typed = typed.unwrap_or_default();
    let outcomes = follows
        .into_iter()
        .map(|(outcome, after)| {
            let follows = agenda::follows(locale, outcome, after, today);
            let tone = if outcome.is_contact() || outcome == Outcome::Done {
                "hoja"
            } else {
                "piedra"
            };
            view! {
                <button class="out" data-tone=tone name="form[outcome]" value=outcome.as_ref().to_owned()>
                    {outcome.label(locale)}
                    <small>{follows}</small>
                </button>
            }
        })
        .collect_view();
    let key = activity.id.to_string();
    // Two of one client are told apart by what they are about and when.
    let when = agenda::due(locale, activity.day, activity.at, today);
    let said = [heading.as_str(), why.as_str(), when.as_str()];
    let said: Vec<&str> = said.into_iter().filter(|it| !it.is_empty()).collect();
    let label = format!("{}: {name}, {}", t.how, said.join(", "));
    let is_back = !typed.activity.is_empty();
    let form = is_open.then(|| {
        view! {
            <form class="job__form" method="post" action=TellOutcome::url() aria-label=label>
                // Enter in a field is no outcome: the first button would be pressed, and this one cannot be.
                <button type="submit" disabled hidden></button>
                <input type="hidden" name="form[operation]" value=operation.to_string() />
                <input type="hidden" name="form[activity]" value=key.clone() />
                <input type="hidden" name="form[seen]" value=activity.revision.number().to_string() />
                <input type="hidden" name="form[home]" value=home />
                <div class="job__outs">{outcomes}</div>
                <details class="job__more" open=is_back>
                    <summary class="btn btn--s btn--quiet">{t.more}</summary>
                    <div class="job__fields">
                        <label class="field">
                            <span class="field__label">{t.words}</span>
                            <span class="input">
                                <input name="form[words]" maxlength="200" autocomplete="off" value=typed.words />
                            </span>
                        </label>
                        <label class="field">
                            <span class="field__label">{t.day}</span>
                            <span class="input">
                                <input type="date" name="form[on]" value=typed.on />
                            </span>
                        </label>
                        <label class="field">
                            <span class="field__label">{t.hour}</span>
                            <span class="input">
                                <input type="time" name="form[at]" value=typed.at />
                            </span>
                        </label>
                        <button class="btn" name="form[outcome]" value="replan">
                            <Icon name="calendar" />
                            {t.replan}
                        </button>
                    </div>
                </details>
            </form>
        }
    });
    view! {
        <li class="job" data-tone=tone id=format!("job-{key}")>
            <div class="job__head">
                <span class="job__icon">
                    <Icon name=icon />
                </span>
                <div class="job__what">
                    {named}
                    <p class="job__kind">{heading}</p>
                    <p class="job__why">{why}</p>
                    <p class="job__when">
                        <span class="tag" data-tone=tone>
                            <Icon name=if is_late { "late" } else { "calendar" } />
                            {agenda::due(locale, activity.day, activity.at, today)}
                        </span>
                        {attempt}
                        {owner.map(|name| name.to_string())}
                        {brought.map(|name| view! { <span class="job__brought">{agenda::brought(locale, &name)}</span> })}
                    </p>
                </div>
                <div class="job__worth">
                    {amount.map(|amount| view! { <Amount money=amount /> })}
                    {probability.map(|it| view! { <Chance probability=it /> })}
                </div>
                {call}
            </div>
            {form}
        </li>
    }
}
