//! The form of a report as it lies in the page: what is typed in it, and a draft that is typed into it again.

use leptos::{
    wasm_bindgen::JsCast,
    web_sys::{FormData, HtmlFormElement, HtmlInputElement},
};

use crate::{clients::forms::ReportForm, loaded::from_json};

/// Whether files were chosen.
pub(super) fn has_files(form: &HtmlFormElement) -> bool {
    let chosen = form.query_selector("[name='files']").ok().flatten();
    chosen.is_some_and(|it| !it.unchecked_ref::<HtmlInputElement>().value().is_empty())
}

/// What is typed in it.
pub(super) fn read(form: &HtmlFormElement) -> ReportForm {
    let data = FormData::new_with_form(form).ok();
    let said = |name: &str| {
        let value = data.as_ref().map(|data| data.get(&format!("form[{name}]")));
        value.and_then(|it| it.as_string()).unwrap_or_default()
    };
    ReportForm {
        operation: said("operation"),
        account: said("account"),
        activity: said("activity"),
        with: said("with"),
        reaction: said("reaction"),
        on: said("on"),
        text: said("text"),
        next_on: said("next_on"),
        next_kind: said("next_kind"),
        next_what: said("next_what"),
        next_owner: said("next_owner"),
    }
}

/// As the browser keeps it until it is saved; nothing where nothing is typed.
pub(super) fn kept(typed: &ReportForm) -> String {
    let written = [&typed.text, &typed.with, &typed.on, &typed.next_on, &typed.next_what];
    match written.iter().all(|it| it.trim().is_empty()) {
        true => String::new(),
        false => serde_json::to_string(typed).unwrap_or_default(),
    }
}

/// Types a draft into it again: each field that was filled in.
pub(super) fn fill(form: &HtmlFormElement, kept: &str) {
    let Ok(kept) = from_json::<ReportForm>(kept) else {
        return;
    };
    let find = |selector: String| form.query_selector(&selector).ok().flatten();
    if let Some(kind) = find(format!("[name='form[activity]'][value='{}']", kept.activity)) {
        kind.unchecked_ref::<HtmlInputElement>().set_checked(true);
    }
    if kept.says_next()
        && let Some(next) = find(".composer__next".to_owned())
    {
        // Refused only to what is no element any more.
        let _ = next.set_attribute("open", "");
    }
    for (name, value) in [
        ("with", &kept.with),
        ("reaction", &kept.reaction),
        ("on", &kept.on),
        ("text", &kept.text),
        ("next_on", &kept.next_on),
        ("next_kind", &kept.next_kind),
        ("next_what", &kept.next_what),
        ("next_owner", &kept.next_owner),
    ] {
        if let Some(field) = find(format!("[name='form[{name}]']")).filter(|_| !value.is_empty()) {
            // Areas and selects have a value as fields do.
            field.unchecked_ref::<HtmlInputElement>().set_value(value);
        }
    }
}
