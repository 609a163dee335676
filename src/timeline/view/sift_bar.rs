//! What of a stream is shown: chips for the kinds, a form for the person, the words and the day. Links and a plain form, so that the
//! address holds it and it works without JavaScript.

use std::collections::BTreeMap;

use leptos::prelude::*;
use leptos_router::params::ParamsMap;
use strum::IntoEnumIterator;

use crate::{
    i18n::{Label, use_client_texts, use_locale},
    timeline::domain::{Sift, Topic},
    types::{Day, ShortText, UserId, escaped},
    ui::{Field, FieldKind, Icon},
};

/// What an address asks for; what it cannot mean is nothing.
#[must_use]
pub fn sift_of(query: &ParamsMap) -> Sift {
    let said = |name: &str| query.get(name).filter(|text| !text.trim().is_empty());
    Sift {
        about: said("about").and_then(|it| it.parse().ok()),
        author: said("by").and_then(|it| UserId::parse(&it).ok()),
        text: said("says").and_then(|it| ShortText::parse(&it).ok()),
        as_of: said("as_of").and_then(|it| Day::parse_es(&it).ok()),
    }
}

/// The address of a page with this part of the stream.
fn address(page: &str, sift: &Sift) -> String {
    let pairs = [
        ("about", sift.about.map(|it| it.as_ref().to_owned())),
        ("by", sift.author.map(|it| it.to_string())),
        ("says", sift.text.as_ref().map(|it| escaped(it.as_str()))),
        ("as_of", sift.as_of.map(|it| it.to_string())),
    ];
    let pairs: Vec<String> = pairs
        .into_iter()
        .filter_map(|(name, value)| value.map(|value| format!("{name}={value}")))
        .collect();
    if pairs.is_empty() {
        page.to_owned()
    } else {
        format!("{page}?{}", pairs.join("&"))
    }
}

/// The bar over the stream of `page`; `people` are those who may have written in it.
#[component]
pub fn SiftBar(page: String, sift: Sift, people: BTreeMap<UserId, ShortText>) -> impl IntoView {
    let c = use_client_texts();
    let locale = use_locale();
    let chip = |about: Option<Topic>, name: &'static str| {
        let is_on = sift.about == about;
        let href = address(&page, &Sift { about, ..sift.clone() });
        view! {
            <a class="sift__chip" href=href aria-current=is_on.then_some("true")>
                {name}
            </a>
        }
    };
    let chips = Topic::iter()
        .map(|about| chip(Some(about), about.label(locale)))
        .collect_view();
    let whole = address(&page, &Sift::default());
    let today = address(
        &page,
        &Sift {
            as_of: None,
            ..sift.clone()
        },
    );
    let people = people.into_iter().map(|(id, name)| {
        let is_chosen = sift.author == Some(id);
        view! {
            <option value=id.to_string() selected=is_chosen>
                {name.to_string()}
            </option>
        }
    });
    let is_narrow = sift.author.is_some() || sift.text.is_some();
    let past = sift.as_of.map(|day| {
        view! {
            <p class="notice" data-tone="miel" role="status">
                <Icon name="clock" />
                <span>{format!("{} {}", c.as_of_known, day.format(locale))}</span>
                <a class="btn btn--s" href=today>
                    {c.as_of_back}
                </a>
            </p>
        }
    });
    view! {
        {past}
        <div class="sift">
            <div class="sift__chips" role="group" aria-label=c.filter_what>
                {chip(None, c.filter_all)} {chips}
            </div>
            <details class="sift__more" open=is_narrow>
                <summary class="btn btn--quiet btn--s">
                    <Icon name="search" />
                    {c.filter_more}
                </summary>
                <form class="sift__form" method="get" action=page.clone()>
                    {sift.about.map(|about| view! { <input type="hidden" name="about" value=about.as_ref().to_owned() /> })}
                    <Field
                        name="says"
                        label=c.filter_text
                        value=sift.text.as_ref().map(ToString::to_string).unwrap_or_default()
                        small=true
                    />
                    <label class="field">
                        <span class="field__label">{c.filter_who}</span>
                        <span class="input">
                            <select name="by">
                                <option value="">{c.filter_anybody}</option>
                                {people.collect_view()}
                            </select>
                            <Icon name="down" />
                        </span>
                    </label>
                    <Field
                        name="as_of"
                        label=c.as_of
                        kind=FieldKind::Day
                        value=sift.as_of.map(|day| day.to_string()).unwrap_or_default()
                        small=true
                    />
                    <div class="sift__do">
                        <button class="btn">{c.filter_do}</button>
                        {(!sift.is_open())
                            .then(|| {
                                view! {
                                    <a class="btn btn--quiet" href=whole>
                                        {c.filter_off}
                                    </a>
                                }
                            })}
                    </div>
                </form>
            </details>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_what_is_shown_and_nonsense_shows_everything() {
        let sift = Sift {
            about: Some(Topic::Calls),
            author: Some(UserId::fresh()),
            text: ShortText::parse("plan de año & más").ok(),
            as_of: Day::parse_iso("2026-10-12").ok(),
        };
        let said = address("/accounts/x", &sift);
        let (page, query) = said.split_once('?').unwrap();
        assert_eq!(page, "/accounts/x");
        let mut map = ParamsMap::new();
        for pair in query.split('&') {
            let (name, value) = pair.split_once('=').unwrap();
            // The map unescapes what it is given.
            map.insert(name.to_owned(), value.to_owned());
        }
        assert_eq!(sift_of(&map), sift);
        let mut nonsense = ParamsMap::new();
        for name in ["about", "by", "as_of"] {
            nonsense.insert(name, "<b>".to_owned());
        }
        assert!(sift_of(&nonsense).is_open());
    }
}
