//! One message: about whom, from whom, what, and how it stands.

use std::collections::BTreeMap;

use leptos::{prelude::*, server_fn::ServerFn};

use crate::{
    frame::use_frame,
    i18n::{messages, use_locale, use_messages},
    messages::{api::AcceptMessage, domain::Note},
    types::{Moment, OpId, ShortText, TimeZone, UserId},
    ui::Icon,
};

/// A message; with an operation it can be accepted.
#[component]
pub fn MessageCard(note: Note, names: BTreeMap<UserId, ShortText>, operation: Option<OpId>) -> impl IntoView {
    let t = use_messages();
    let locale = use_locale();
    let Note { message, account_name } = note;
    let sells = use_frame().viewer.is_some_and(|viewer| viewer.creates_opportunities);
    let named = |id: Option<UserId>| {
        let name = id.and_then(|id| names.get(&id)).map(ToString::to_string);
        name.unwrap_or_else(|| "Clientela".to_owned())
    };
    let when = |at: Moment| {
        let zone = TimeZone::default();
        format!("{} {}", at.local_day(zone).format(locale), at.local_time(zone))
    };
    let stands = match message.accepted_at {
        Some(at) => messages::receipt(locale, &named(message.accepted_by), &when(at)),
        None => {
            let those: Vec<String> = message.told.iter().map(|id| named(Some(*id))).collect();
            format!("{}, {}", t.unaccepted, messages::with_them(locale, &those))
        }
    };
    let tone = match (message.is_waiting, message.level) {
        (false, _) => "hoja",
        (true, 0) => "miel",
        (true, _) => "lacre",
    };
    let call = message.call_back.as_ref().map(|phone| {
        let href = format!("tel:{}", phone.as_str());
        view! {
            <a class="btn btn--pen job__call" href=href>
                <Icon name="phone" />
                {phone.format()}
            </a>
        }
    });
    let with = message
        .contact_name
        .as_ref()
        .map(|name| view! { <p class="job__kind">{name.to_string()}</p> });
    let label = format!("{}: {account_name}, {}", t.title, when(message.left_at));
    let client = account_name.to_string();
    let form = operation.map(|operation| {
        view! {
            <form class="job__form message__acts" method="post" action=AcceptMessage::url() aria-label=label>
                <input type="hidden" name="form[operation]" value=operation.to_string() />
                <input type="hidden" name="form[message]" value=message.id.to_string() />
                <input type="hidden" name="form[client]" value=client />
                <button class="btn btn--pen" name="form[then]" value="">
                    <Icon name="check" />
                    {t.accept}
                </button>
                <button class="btn" name="form[then]" value="plan">
                    {t.accept_plan}
                </button>
                {sells
                    .then(|| {
                        view! {
                            <button class="btn" name="form[then]" value="sell">
                                {t.accept_sell}
                            </button>
                        }
                    })}
            </form>
        }
    });
    view! {
        <li class="job" data-tone=tone>
            <div class="job__head">
                <span class="job__icon">
                    <Icon name="sticky" />
                </span>
                <div class="job__what">
                    <a class="job__name voice" href=format!("/accounts/{}", message.account)>
                        {account_name.to_string()}
                    </a>
                    {with}
                    <p class="message__text">{message.text.to_string()}</p>
                    <p class="job__why">{messages::from(locale, &named(message.author), &when(message.left_at))}</p>
                    <p class="job__why">{stands}</p>
                </div>
                {call}
            </div>
            {form}
        </li>
    }
}
