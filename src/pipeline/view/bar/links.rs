//! Links that narrow the board: the views that everybody has, and the filters that are on.

use leptos::prelude::*;

use crate::{
    frame::use_frame,
    i18n::{Label, use_locale, use_texts},
    pipeline::{
        domain::{Filter, Period, Upcoming},
        look::{Look, field},
        view::mover::Mover,
    },
    ui::Icon,
};

/// The views that everybody has, as links.
pub fn standard(mover: Mover) -> impl IntoView {
    let t = use_texts();
    let mine = use_frame().viewer.map(|viewer| viewer.id);
    let of = |filter: Filter| Look {
        filter,
        ..Look::default()
    };
    let closing = |period| {
        of(Filter {
            closes: Some(period),
            ..Filter::default()
        })
    };
    let views = [
        (t.view_all, Look::default()),
        (
            t.view_mine,
            of(Filter {
                owner: mine,
                ..Filter::default()
            }),
        ),
        (t.view_this_month, closing(Period::ThisMonth)),
        (
            t.view_no_next,
            of(Filter {
                next: Some(Upcoming::Nothing),
                ..Filter::default()
            }),
        ),
    ];
    let link = move |(name, look): (&'static str, Look)| {
        let of = look.clone();
        let address = move || mover.look.with(|now| of.clone().placed_as(now).address());
        let is_shown = move || (mover.look.with(|now| now.filter == look.filter)).then_some("true");
        view! {
            <a class="segmented__option" href=address aria-current=is_shown>
                {name}
            </a>
        }
    };
    views.map(link).into_iter().collect_view()
}

/// Each filter that is on, as a link that takes it off.
pub fn chips(mover: Mover) -> impl IntoView {
    let t = use_texts();
    let locale = use_locale();
    let look = mover.look.get();
    let named = |name: &str, value: &str| {
        let filter = &look.filter;
        mover.board.with_untracked(|board| match name {
            field::OWNER => filter
                .owner
                .and_then(|it| board.owners.get(&it))
                .map(ToString::to_string),
            field::DEPARTMENT => filter
                .department
                .and_then(|it| board.departments.get(&it))
                .map(ToString::to_string),
            field::ZONE => filter.zone.and_then(|it| board.zones.get(&it)).map(ToString::to_string),
            field::PRODUCT => filter
                .product
                .and_then(|it| board.products.get(&it))
                .map(ToString::to_string),
            field::SOURCE => filter.source.map(|it| it.label(locale).to_owned()),
            field::CLOSES => filter.closes.map(|it| it.label(locale).to_owned()),
            field::NEXT => filter
                .next
                .map(|it| format!("{}: {}", t.next_step, it.label(locale).to_lowercase())),
            field::AT_LEAST => filter
                .at_least
                .map(|it| format!("{} {}", t.at_least, it.format(locale))),
            field::AT_MOST => filter.at_most.map(|it| format!("{} {}", t.at_most, it.format(locale))),
            field::ORDER => Some(look.order.label(locale).to_owned()),
            _ => Some(format!("«{value}»")),
        })
    };
    let off = |text: String, without: Look| {
        view! {
            <li>
                <a class="chip" data-tone="boli" aria-current="true" href=without.address()>
                    {text}
                    <Icon name="close" />
                    <span class="visually-hidden">{t.filter_off}</span>
                </a>
            </li>
        }
    };
    let chip = |(name, value): (&'static str, String)| {
        let text = named(name, &value).unwrap_or_else(|| t.unknown.to_owned());
        off(text, look.without(name))
    };
    let pairs = look.pairs().into_iter().filter(|(name, _)| *name != field::TAG);
    let tags = look
        .filter
        .tags
        .iter()
        .map(|tag| off(tag.to_string(), look.toggled(tag)));
    (pairs.map(chip).collect_view(), tags.collect_view())
}
