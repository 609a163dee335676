//! Domains that say whose an address is.

/// Where anybody has a mailbox or a page: nothing follows from two firms having it in common.
const PUBLIC: [&str; 44] = [
    "gmail.com",
    "googlemail.com",
    "hotmail.com",
    "hotmail.es",
    "outlook.com",
    "outlook.es",
    "live.com",
    "live.es",
    "msn.com",
    "yahoo.com",
    "yahoo.es",
    "ymail.com",
    "icloud.com",
    "me.com",
    "mac.com",
    "telefonica.net",
    "movistar.es",
    "terra.es",
    "terra.com",
    "ono.com",
    "vodafone.es",
    "orange.es",
    "wanadoo.es",
    "jazztel.com",
    "jazzfree.com",
    "euskaltel.net",
    "mundo-r.com",
    "telecable.es",
    "infonegocio.com",
    "arrakis.es",
    "ya.com",
    "eresmas.com",
    "aol.com",
    "gmx.com",
    "gmx.es",
    "proton.me",
    "protonmail.com",
    "facebook.com",
    "instagram.com",
    "linkedin.com",
    "wixsite.com",
    "wordpress.com",
    "blogspot.com",
    "business.site",
];

/// The domain of an e-mail or of a web page, if it is the firm's own: lower case, without `www.`. None for a public one and for
/// what is no domain.
#[must_use]
pub fn own_domain(address: &str) -> Option<String> {
    let address = address.trim().to_lowercase();
    let after_scheme = address.split_once("://").map_or(address.as_str(), |(_, rest)| rest);
    let host = after_scheme.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host.rsplit_once('@').map_or(host, |(_, domain)| domain);
    let host = host.split(':').next().unwrap_or_default().trim_end_matches('.');
    let host = host.strip_prefix("www.").unwrap_or(host);
    let is_domain = host.contains('.')
        && host
            .split('.')
            .all(|label| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-'));
    let is_public = PUBLIC.iter().any(|it| host == *it || host.ends_with(&format!(".{it}")));
    (is_domain && !is_public).then(|| host.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_domain_is_read_from_whatever_people_type() {
        for typed in [
            "https://www.Ronda.es/contacto?x=1",
            "ronda.es",
            "WWW.RONDA.ES",
            "info@ronda.es",
            "http://ronda.es:8080",
            "ronda.es.",
        ] {
            assert_eq!(own_domain(typed).as_deref(), Some("ronda.es"), "{typed}");
        }
    }

    #[test]
    fn a_public_one_says_nothing() {
        for typed in [
            "pepe@gmail.com",
            "pepe@HOTMAIL.es",
            "facebook.com/ronda",
            "es-es.facebook.com/x",
            "ronda.wixsite.com",
            "",
            "ronda",
            "@",
            "a..b",
        ] {
            assert_eq!(own_domain(typed), None, "{typed}");
        }
    }
}
