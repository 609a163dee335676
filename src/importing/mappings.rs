//! The mappings that come with the program.

use std::path::Path;

use super::domain::{Mapping, MappingError};

const BUILT_IN: &[(&str, &str)] = &[(
    "crm-sales-opportunities",
    include_str!("mappings/crm-sales-opportunities.toml"),
)];

/// The names of the mappings that come with the program.
pub fn built_in_names() -> impl Iterator<Item = &'static str> {
    BUILT_IN.iter().map(|(name, _)| *name)
}

/// The mapping of a name, or of a path to a file of one's own.
///
/// # Errors
/// [`MappingError`], also when there is no such file.
pub fn find_mapping(name: &str) -> Result<Mapping, MappingError> {
    if let Some((name, text)) = BUILT_IN.iter().find(|(known, _)| *known == name) {
        return Mapping::parse(name, text);
    }
    let text = std::fs::read_to_string(Path::new(name)).map_err(|cause| MappingError {
        name: name.to_owned(),
        line: None,
        what: format!(
            "no se puede leer ({cause}); los que trae el programa: {}",
            built_in_names().collect::<Vec<_>>().join(", ")
        ),
    })?;
    Mapping::parse(name, &text)
}
