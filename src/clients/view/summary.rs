//! The top of a client's page: who it is, how far it has come, what is sold and offered, who answers for it.

use leptos::prelude::*;

use super::life::Life;
use crate::{
    clients::domain::{Account, AccountSheet, Glance, Warmth},
    i18n::{Label, Texts, counting, forecast, sentence, use_locale, use_texts},
    shell::UserButton,
    types::OpId,
    ui::{Amount, Avatar, Icon},
};

/// The sheet at the head of the page.
#[component]
pub fn Summary(sheet: AccountSheet, sees_opportunities: bool, operation: OpId) -> impl IntoView {
    let t = use_texts();
    let locale = use_locale();
    let account = &sheet.account;
    let warmth = Warmth::of(sheet.last_contact, sheet.today);
    let tone = match warmth {
        Warmth::Hot => "lacre",
        Warmth::Warm => "miel",
        Warmth::Cold => "agua",
    };
    let why = sheet.last_contact.map_or_else(
        || t.warmth_why.to_owned(),
        |day| format!("{}: {}", t.warmth_why, day.format(locale)),
    );
    let call = account.phone.as_ref().map(|phone| {
        view! {
            <a class="btn" href=format!("tel:{phone}")>
                <Icon name="phone" />
                <span>{t.call_them}</span>
            </a>
        }
    });
    let write = account.email.as_ref().map(|email| {
        view! {
            <a class="btn" href=format!("mailto:{email}")>
                <Icon name="mail" />
                <span>{t.write_them}</span>
            </a>
        }
    });
    view! {
        <section class="sheet summary" aria-labelledby="account-name">
            <div class="summary__head">
                <div class="summary__who">
                    <h1 class="summary__name voice" id="account-name">
                        {account.name.to_string()}
                    </h1>
                    <p class="summary__about">
                        {about(account, t)}
                        <span class="tag" data-tone=tone title=why>
                            {warmth.label(locale)}
                        </span>
                    </p>
                </div>
                <div class="summary__acts">
                    {call} {write} <UserButton class="btn-icon page-header__user" />
                </div>
            </div>
            <Life account=account.clone() inactive_after=sheet.inactive_after edits=sheet.edits operation=operation />
            <dl class="glance">{sees_opportunities.then(|| money(&sheet))} {owner(&sheet)}</dl>
        </section>
    }
}

fn about(account: &Account, t: &Texts) -> String {
    let locale = use_locale();
    let address = account.address.as_ref();
    let town = address.and_then(|it| it.town.as_ref()).map(ToString::to_string);
    let province = address
        .and_then(|it| it.postal_code.as_ref())
        .map(|code| code.province().name().to_owned())
        .filter(|name| Some(name) != town.as_ref());
    let place: Vec<String> = town.into_iter().chain(province).collect();
    let parts = [
        account.sector.as_ref().map(ToString::to_string),
        (!place.is_empty()).then(|| place.join(", ")),
        account.size.map(|size| size.label(locale).to_owned()),
    ];
    let said: Vec<String> = parts.into_iter().flatten().collect();
    if said.is_empty() {
        t.nothing_known.to_owned()
    } else {
        said.join(" · ")
    }
}

fn money(sheet: &AccountSheet) -> impl IntoView + use<> {
    let t = use_texts();
    let locale = use_locale();
    let glance = Glance::of(&sheet.opportunities, sheet.today);
    let sold = match (glance.rhythm, glance.last_sale) {
        (Some(days), _) => sentence::rhythm(locale, days),
        (None, Some(day)) => format!("{}: {}", t.last_sale, day.format(locale)),
        (None, None) => t.never_sold.to_owned(),
    };
    let offered = match (glance.offered.count, glance.closes) {
        (0, _) => t.nothing_offered.to_owned(),
        (count, Some(day)) => format!(
            "{}, {} {}",
            counting::opportunities(locale, count.into()),
            t.close_on.to_lowercase(),
            day.format(locale)
        ),
        (count, None) => counting::opportunities(locale, count.into()),
    };
    view! {
        <div class="glance__cell">
            <dt>{t.sold_in} " " {forecast::year(sheet.today)}</dt>
            <dd class="glance__sum">
                <Amount money=glance.sold.sum />
            </dd>
            <dd class="glance__more">{sold}</dd>
        </div>
        <div class="glance__cell">
            <dt>{t.offered}</dt>
            <dd class="glance__sum">
                <Amount money=glance.offered.sum />
            </dd>
            <dd class="glance__more">{offered}</dd>
        </div>
    }
}

fn owner(sheet: &AccountSheet) -> impl IntoView + use<> {
    let t = use_texts();
    let held = match sheet.owner.clone() {
        Some((id, name)) => {
            let said = name.to_string();
            view! {
                <Avatar id=id name=name decorative=true />
                <span>{said}</span>
            }
            .into_any()
        }
        None => view! { <span>{t.nobody}</span> }.into_any(),
    };
    view! {
        <div class="glance__cell">
            <dt>{t.held_by}</dt>
            <dd class="glance__own">{held}</dd>
        </div>
    }
}
