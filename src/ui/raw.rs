//! Text where Leptos writes it into the page as it is.

/// The text of a `<textarea>` or a `<title>`. What the server writes into one of them is escaped by nobody (tachys and leptos_meta take
/// it for raw text, while browsers read marks and the end of the element in it): a client called `</title>…` would break the page.
/// In the browser it is a text node, and needs nothing.
#[must_use]
pub fn raw_text(text: String) -> String {
    if cfg!(feature = "ssr") {
        text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_ends_its_element() {
        let text = "</textarea><b>&amp;".to_owned();
        assert_eq!(raw_text(text), "&lt;/textarea&gt;&lt;b&gt;&amp;amp;");
    }
}
