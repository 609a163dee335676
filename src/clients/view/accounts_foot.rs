//! The pages of the list of accounts, its columns, and taking it out.

use leptos::prelude::*;
use strum::IntoEnumIterator;

use super::accounts_bar::hidden;
use crate::{
    clients::domain::{ACCOUNTS_A_PAGE, AccountColumn, AccountColumns, AccountLook, look_field},
    frame::use_frame,
    i18n::{Label, counting, use_locale, use_merging, use_texts},
    ui::Icon,
};

const PANEL: &str = "accounts-columns";

/// What is under the list.
#[component]
pub fn AccountsFoot(look: AccountLook, page: u32, count: u32) -> impl IntoView {
    let t = use_texts();
    let m = use_merging();
    let locale = use_locale();
    let (from, to) = (page * ACCOUNTS_A_PAGE, ((page + 1) * ACCOUNTS_A_PAGE).min(count));
    let shown = counting::range(locale, (from + 1).min(count).into(), to.into(), count.into());
    let link = |page: Option<u32>, icon: &'static str, name: &'static str| {
        page.map(|page| {
            view! {
                <a class="btn-icon btn-icon--s" href=look.page(page) aria-label=name title=name>
                    <Icon name=icon />
                </a>
            }
        })
    };
    let earlier = link(page.checked_sub(1), "left", t.page_earlier);
    let later = link(Some(page + 1).filter(|_| to < count), "right", t.page_later);
    let viewer = use_frame().viewer;
    let exports = viewer.as_ref().is_some_and(|viewer| viewer.exports_accounts);
    let a_part = viewer.is_some_and(|viewer| viewer.exports_a_part_of_accounts);
    // The router leaves it to the browser, which keeps a file and shows a refusal.
    let file = |ending: &'static str, name: &'static str| {
        view! {
            <a
                class="btn btn--s"
                rel="external"
                href=format!("/accounts/export.{ending}{}", look.query())
                aria-label=format!("{} {name}", t.export_do)
                title=a_part.then_some(t.export_part)
            >
                <Icon name="arrow-down" />
                {name}
            </a>
        }
    };
    let files = exports.then(|| {
        let note = a_part.then(|| view! { <span class="ledger__note">{t.export_part}</span> });
        view! {
            {note}
            {file("csv", "CSV")}
            {file("xlsx", "Excel")}
        }
    });
    view! {
        <div class="accounts-foot">
            <nav class="ledger__pages" aria-label=t.pages>
                {earlier}
                <span>{shown}</span>
                {later}
            </nav>
            <div class="ledger__tools">
                <a class="btn btn--quiet btn--s" href="/accounts/alike">
                    <Icon name="people" />
                    {m.alike_title}
                </a>
                {files}
                {chooser(&look)}
            </div>
        </div>
    }
}

/// Which columns there are, and in which order: a form of the address, which works without JavaScript.
fn chooser(look: &AccountLook) -> impl IntoView + use<> {
    let t = use_texts();
    let usual = look.with_columns(AccountColumns::default()).address();
    let others = AccountColumn::iter().filter(|column| !look.columns.contains(*column));
    let lines = look
        .columns
        .iter()
        .chain(others)
        .map(|column| choice(look, column))
        .collect_view();
    view! {
        <button class="btn btn--s" type="button" popovertarget=PANEL aria-haspopup="dialog">
            <Icon name="table" />
            {t.columns}
        </button>
        <div class="menu ledger__columns" id=PANEL popover="auto" role="dialog" aria-label=t.columns>
            <form method="get" action="/accounts">
                {hidden(look, &[look_field::COLUMNS])}
                <ul>{lines}</ul>
                <div class="bar__foot">
                    <a class="btn btn--quiet" href=usual>
                        {t.columns_default}
                    </a>
                    <button class="btn btn--pen">{t.columns_show}</button>
                </div>
            </form>
        </div>
    }
}

fn choice(look: &AccountLook, column: AccountColumn) -> impl IntoView + use<> {
    let t = use_texts();
    let name = column.label(use_locale());
    let earlier = look.columns.with_earlier(column).map(|columns| {
        view! {
            <a
                class="btn-icon btn-icon--s"
                href=look.with_columns(columns).address()
                aria-label=format!("{name}: {}", t.column_earlier)
                title=t.column_earlier
            >
                <Icon name="arrow-up" />
            </a>
        }
    });
    view! {
        <li class="ledger__column">
            <label class="choice">
                <input
                    type="checkbox"
                    name=look_field::COLUMNS
                    value=column.as_ref().to_owned()
                    checked=look.columns.contains(column)
                />
                {name}
            </label>
            {earlier}
        </li>
    }
}
