//! The holidays of the firm and of its zones.

use leptos::{prelude::*, server_fn::ServerFn};
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

use crate::{
    agenda::{
        api::{TakeHolidayOut, WriteHoliday, load_holidays},
        domain::{Holiday, HolidaySheet},
        holiday_form::HolidayForm,
    },
    error::Returned,
    i18n::{use_locale, use_settings},
    loaded::load_first,
    shell::{Failure, Shell, UserButton},
    types::{Day, Locale, OpId, unpacked},
    ui::{Field, FieldKind, Icon, Loading},
};

/// The page: what is written down, and one more.
#[component]
pub fn HolidaysPage() -> impl IntoView {
    let query = use_query_map();
    let sheet = load_first(
        // Anew after each answer.
        move || query.get(),
        |_| async { load_holidays().await.map(|sheet| (sheet, OpId::fresh())) },
    );
    view! {
        <Title text=use_settings().holidays />
        <Shell>
            <Suspense fallback=Loading>
                {move || Suspend::new(async move {
                    match sheet.await {
                        Ok((sheet, operation)) => page(sheet, operation).into_any(),
                        Err(error) => view! { <Failure error=error /> }.into_any(),
                    }
                })}
            </Suspense>
        </Shell>
    }
}

fn page(sheet: HolidaySheet, operation: OpId) -> impl IntoView {
    let s = use_settings();
    let locale = use_locale();
    let query = use_query_map();
    let back: Option<Returned<HolidayForm>> =
        query.with_untracked(|query| query.get("back").and_then(|packed| unpacked(&packed)));
    let national = sheet
        .national
        .iter()
        .map(|day| said(*day, locale))
        .collect::<Vec<_>>()
        .join(" · ");
    let none = sheet
        .holidays
        .is_empty()
        .then(|| view! { <p class="tray__none">{s.holidays_none}</p> });
    let rows = sheet
        .holidays
        .iter()
        .map(|holiday| row(holiday, &sheet, operation))
        .collect_view();
    view! {
        <main class="main page" id="main" tabindex="-1">
            <header class="page-header">
                <a class="btn-icon" href="/settings" aria-label=s.title>
                    <Icon name="left" />
                </a>
                <h1 class="page-header__title">{s.holidays}</h1>
                <div class="page-header__actions">
                    <UserButton class="btn-icon page-header__user" />
                </div>
            </header>
            <div class="page__body settings">
                <section class="sheet sheet--form">
                    <p>{s.holidays_hint}</p>
                    <h2 class="field__label">{s.holidays_national}</h2>
                    <p>{national}</p>
                    <h2 class="field__label">{s.holidays_own}</h2>
                    <ul class="holidays">{rows}</ul>
                    {none}
                </section>
                {form(&sheet, back, operation)}
            </div>
        </main>
    }
}

/// "jue 15/04/2026".
fn said(day: Day, locale: Locale) -> String {
    format!("{} {}", day.weekday(locale), day.format(locale))
}

fn row(holiday: &Holiday, sheet: &HolidaySheet, operation: OpId) -> impl IntoView + use<> {
    let s = use_settings();
    let locale = use_locale();
    let zone = holiday.zone.and_then(|zone| sheet.zones.get(&zone));
    let place = zone.map_or(s.holiday_everywhere.to_owned(), ToString::to_string);
    let name = holiday.name.to_string();
    view! {
        <li class="holidays__day">
            <span>
                <b>{name.clone()}</b>
                {format!(" · {} · {place}", said(holiday.day, locale))}
            </span>
            <form method="post" action=TakeHolidayOut::url()>
                <input type="hidden" name="form[operation]" value=operation.to_string() />
                <input type="hidden" name="form[holiday]" value=holiday.id.to_string() />
                <button class="btn-icon btn-icon--s" aria-label=format!("{}: {name}", s.holiday_drop) title=s.holiday_drop>
                    <Icon name="close" />
                </button>
            </form>
        </li>
    }
}

fn form(sheet: &HolidaySheet, back: Option<Returned<HolidayForm>>, operation: OpId) -> impl IntoView + use<> {
    let s = use_settings();
    let locale = use_locale();
    let fault = |name: &str| {
        let why = back.as_ref().and_then(|back| back.fault(name));
        Signal::stored(why.map(|why| why.sentence(locale)))
    };
    let typed = back.as_ref().map(|back| back.typed.clone()).unwrap_or_default();
    let zones = sheet
        .zones
        .iter()
        .map(|(id, name)| {
            let is_chosen = typed.zone == id.to_string();
            view! {
                <option value=id.to_string() selected=is_chosen>
                    {name.to_string()}
                </option>
            }
        })
        .collect_view();
    view! {
        <form class="sheet sheet--form" method="post" action=WriteHoliday::url() aria-label=s.holiday_add novalidate>
            <input type="hidden" name="form[operation]" value=operation.to_string() />
            <Field name="form[day]" id="holiday-day" label=s.holiday_day kind=FieldKind::Day value=typed.day.clone() error=fault("day") />
            <Field name="form[name]" id="holiday-name" label=s.holiday_name value=typed.name.clone() error=fault("name") />
            <label class="field">
                <span class="field__label">{s.holiday_zone}</span>
                <span class="input">
                    <select name="form[zone]">
                        <option value="">{s.holiday_everywhere}</option>
                        {zones}
                    </select>
                    <Icon name="down" />
                </span>
            </label>
            <div class="dialog__foot">
                <button class="btn btn--pen">{s.holiday_add}</button>
            </div>
        </form>
    }
}
