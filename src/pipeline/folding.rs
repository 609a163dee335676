//! Which columns of a board somebody has folded away: kept in a cookie by person and pipeline, so that the server draws them
//! folded at once.

use crate::types::{PipelineId, StageId, UserId};

/// The name of the cookie.
#[must_use]
pub fn name(person: UserId, pipeline: PipelineId) -> String {
    format!("folded-{person}-{pipeline}")
}

/// What the cookie says. What is no stage is passed over: of a stage that is gone nothing is folded.
#[must_use]
pub fn read(value: &str) -> Vec<StageId> {
    value.split('.').filter_map(|id| StageId::parse(id).ok()).collect()
}

/// What the cookie will say.
#[must_use]
pub fn written(stages: &[StageId]) -> String {
    let ids: Vec<String> = stages.iter().map(ToString::to_string).collect();
    ids.join(".")
}

/// With this column folded, or open again where it was folded.
#[must_use]
pub fn toggled(stages: &[StageId], stage: StageId) -> Vec<StageId> {
    let mut after: Vec<StageId> = stages.iter().copied().filter(|it| *it != stage).collect();
    if after.len() == stages.len() {
        after.push(stage);
    }
    after
}

/// What is folded of this pipeline, as the cookies of the request say.
#[cfg(feature = "ssr")]
#[must_use]
pub fn kept(person: UserId, pipeline: PipelineId) -> Vec<StageId> {
    use crate::server::cookies;
    let parts = leptos::prelude::use_context::<axum::http::request::Parts>();
    let value = parts.and_then(|parts| cookies::read(&parts.headers, &name(person, pipeline)));
    value.map(|value| read(&value)).unwrap_or_default()
}

/// What is folded of this pipeline, as the cookies of the browser say.
#[cfg(all(feature = "hydrate", not(feature = "ssr")))]
#[must_use]
pub fn kept(person: UserId, pipeline: PipelineId) -> Vec<StageId> {
    use leptos::{prelude::document, web_sys::js_sys::Reflect};
    // A browser that keeps no cookies folds nothing for the next time.
    let cookies = Reflect::get(&document(), &"cookie".into()).ok();
    let cookies = cookies.and_then(|cookies| cookies.as_string()).unwrap_or_default();
    let name = name(person, pipeline);
    let pairs = cookies.split(';').filter_map(|pair| pair.trim().split_once('='));
    let value = pairs.filter(|(it, _)| *it == name).map(|(_, value)| read(value)).next();
    value.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_is_read_as_it_was_written_and_nonsense_folds_nothing() {
        let (one, two) = (StageId::fresh(), StageId::fresh());
        let both = toggled(&toggled(&[], one), two);
        assert_eq!(both, [one, two]);
        assert_eq!(read(&written(&both)), both);
        assert_eq!(toggled(&both, one), [two]);
        assert_eq!(read(&format!("x..{two}.{}", "0".repeat(99))), [two]);
        assert!(
            written(&both)
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'.')
        );
    }
}
