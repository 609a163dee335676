//! What the list of accounts shows: links and a plain form, so that the address holds it.

use std::collections::BTreeMap;

use leptos::prelude::*;
use strum::IntoEnumIterator;

use crate::{
    clients::domain::{
        AccountFilter, AccountKind, AccountLook, Holders, Lifecycle, Section, SizeBand, Source, Warmth, filter_field,
    },
    frame::use_frame,
    i18n::{Label, use_client_texts, use_listing, use_locale},
    types::{Province, ShortText, fold},
    ui::Icon,
};

/// The fields of the form itself; all else that an address says travels hidden.
const FIELDS: [&str; 10] = [
    filter_field::LIFECYCLE,
    filter_field::OWNER,
    filter_field::ZONE,
    filter_field::WARMTH,
    filter_field::KIND,
    filter_field::DEPARTMENT,
    filter_field::SECTION,
    filter_field::SIZE,
    filter_field::SOURCE,
    filter_field::PROVINCE,
];

/// The choices over the list: those that everybody uses, and the others folded.
#[component]
pub fn AccountsBar(look: AccountLook, holders: Holders) -> impl IntoView {
    let c = use_client_texts();
    let l = use_listing();
    let filter = look.filter.clone();
    let me = use_frame().viewer.map(|viewer| viewer.id);
    let mine = me.map(|me| {
        let is_on = filter.owner == Some(me);
        let other = look.over(AccountFilter {
            owner: (!is_on).then_some(me),
            ..filter.clone()
        });
        view! {
            <a class="sift__chip" href=other.address() aria-current=is_on.then_some("true")>
                {c.accounts_mine}
            </a>
        }
    });
    let whole = filter.is_narrow().then(|| {
        let all = look.over(AccountFilter {
            text: filter.text.clone(),
            ..AccountFilter::default()
        });
        view! {
            <a class="btn btn--quiet btn--s" href=all.address()>
                {c.filter_off}
            </a>
        }
    });
    let provinces = Province::iter().map(|it| {
        (
            (it as u8).to_string(),
            it.name().to_owned(),
            filter.province == Some(it),
        )
    });
    let provinces = by_name(provinces.collect());
    let is_further = filter.kind.is_some()
        || filter.department.is_some()
        || filter.section.is_some()
        || filter.size.is_some()
        || filter.source.is_some()
        || filter.province.is_some();
    view! {
        <form class="accounts-bar" method="get" action="/accounts" aria-label=c.accounts_filter>
            {hidden(&look, &FIELDS)}
            {mine}
            {choice(filter_field::LIFECYCLE, c.any_lifecycle, coded::<Lifecycle>(filter.lifecycle))}
            {choice(filter_field::OWNER, c.any_owner, named(&holders.users, filter.owner))}
            {choice(filter_field::ZONE, c.any_zone, named(&holders.zones, filter.zone))}
            {choice(filter_field::WARMTH, l.any_warmth, coded::<Warmth>(filter.warmth))}
            <details class="accounts-bar__more" open=is_further>
                <summary class="btn btn--quiet btn--s">{l.more_filters}</summary>
                <div class="accounts-bar__rest">
                    {choice(filter_field::KIND, c.any_kind, coded::<AccountKind>(filter.kind))}
                    {choice(filter_field::DEPARTMENT, l.any_department, named(&holders.departments, filter.department))}
                    {choice(filter_field::SECTION, l.any_section, coded::<Section>(filter.section))}
                    {choice(filter_field::SIZE, l.any_size, coded::<SizeBand>(filter.size))}
                    {choice(filter_field::SOURCE, l.any_source, by_name(coded::<Source>(filter.source)))}
                    {choice(filter_field::PROVINCE, l.any_province, provinces)}
                </div>
            </details>
            <button class="btn btn--s">
                <Icon name="filter" />
                {c.filter_do}
            </button>
            {whole}
        </form>
    }
}

/// What an address says besides these fields, as it travels with a form.
pub fn hidden(look: &AccountLook, but: &[&str]) -> impl IntoView + use<> {
    let pairs = look.pairs().into_iter().filter(|(name, _)| !but.contains(name));
    pairs
        .map(|(name, value)| view! { <input type="hidden" name=name value=value /> })
        .collect_view()
}

/// The code, the name, and whether it is the one that is chosen.
pub type Choices = Vec<(String, String, bool)>;

/// In the order of the names, as one looks for them.
pub fn by_name(mut values: Choices) -> Choices {
    values.sort_by_cached_key(|(_, name, _)| fold(name));
    values
}

/// With one of them chosen, by its code.
pub fn chosen(mut values: Choices, now: &str) -> Choices {
    for (value, _, is_chosen) in &mut values {
        *is_chosen = value == now;
    }
    values
}

/// Those that have a name, in the order of the names.
pub fn named<K: ToString + PartialEq + Copy>(names: &BTreeMap<K, ShortText>, chosen: Option<K>) -> Choices {
    let values = names.iter();
    by_name(
        values
            .map(|(id, name)| (id.to_string(), name.to_string(), chosen == Some(*id)))
            .collect(),
    )
}

/// The colleagues who can be given something, and whoever has it now.
pub fn colleagues(holders: &Holders, now: &str) -> Choices {
    let gone: Vec<String> = holders.gone.iter().map(ToString::to_string).collect();
    let mut values = named(&holders.users, None);
    values.retain(|(id, ..)| id == now || !gone.contains(id));
    chosen(values, now)
}

/// Every value of an enum.
pub fn coded<E: IntoEnumIterator + AsRef<str> + Label + PartialEq>(chosen: Option<E>) -> Choices {
    let locale = use_locale();
    E::iter()
        .map(|it| {
            let (code, name) = (it.as_ref().to_owned(), it.label(locale).to_owned());
            (code, name, chosen.as_ref() == Some(&it))
        })
        .collect()
}

/// A choice that says what it is while nothing is chosen.
fn choice(name: &'static str, any: &'static str, values: Choices) -> impl IntoView {
    view! {
        <span class="input accounts-bar__choice">
            <select name=name aria-label=any>
                <option value="">{any}</option>
                {options(values)}
            </select>
            <Icon name="down" />
        </span>
    }
}

/// The options of a choice.
pub fn options(values: Choices) -> impl IntoView {
    values
        .into_iter()
        .map(|(value, said, is_chosen)| {
            view! {
                <option value=value selected=is_chosen>
                    {said}
                </option>
            }
        })
        .collect_view()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::UserId;

    fn names(values: Choices) -> Vec<String> {
        values.into_iter().map(|(_, name, _)| name).collect()
    }

    #[test]
    fn colleagues_come_by_name_and_who_has_left_only_where_it_is_theirs() {
        let named = ["Óscar", "zoe", "Ana", "Ñaco", "Nuria", "Pau"].map(|name| (UserId::fresh(), name));
        let holders = Holders {
            users: named.map(|(id, name)| (id, ShortText::parse(name).unwrap())).into(),
            gone: [named[2].0, named[4].0].into(),
            ..Holders::default()
        };
        assert_eq!(names(colleagues(&holders, "")), ["Ñaco", "Óscar", "Pau", "zoe"]);
        let now = named[2].0.to_string();
        let values = colleagues(&holders, &now);
        let held: Vec<&str> = values.iter().filter(|it| it.2).map(|it| it.1.as_str()).collect();
        assert_eq!(held, ["Ana"]);
        assert_eq!(names(values), ["Ana", "Ñaco", "Óscar", "Pau", "zoe"]);
    }

    #[test]
    fn provinces_come_as_spanish_has_them() {
        let values = ["Zaragoza", "Ávila", "Burgos"].map(|name| (String::new(), name.to_owned(), false));
        assert_eq!(names(by_name(values.into())), ["Ávila", "Burgos", "Zaragoza"]);
    }
}
