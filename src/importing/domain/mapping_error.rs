//! Why a mapping was not understood.

use thiserror::Error;

/// What is wrong with a mapping file and where.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("El mapa «{name}»{} no se entiende: {what}.", line_of(*.line))]
pub struct MappingError {
    /// The file.
    pub name: String,
    /// The line, from 1, if it is known.
    pub line: Option<usize>,
    /// What is wrong, in Spanish, without a full stop.
    pub what: String,
}

fn line_of(line: Option<usize>) -> String {
    line.map(|line| format!(", línea {line},")).unwrap_or_default()
}

impl MappingError {
    /// An error at a byte of the text.
    #[must_use]
    pub fn at(name: &str, text: &str, byte: usize, what: String) -> Self {
        let before = text.as_bytes().iter().take(byte).filter(|byte| **byte == b'\n').count();
        Self {
            name: name.to_owned(),
            line: Some(before + 1),
            what,
        }
    }

    /// What the TOML reader says.
    #[must_use]
    pub fn of_toml(name: &str, text: &str, error: &toml::de::Error) -> Self {
        let what = spanish(error.message());
        match error.span() {
            Some(span) => Self::at(name, text, span.start, what),
            None => Self {
                name: name.to_owned(),
                line: None,
                what,
            },
        }
    }
}

/// The messages of serde that a person who edits a mapping meets, in Spanish; the others as they come.
fn spanish(message: &str) -> String {
    let message = message.trim();
    let quoted: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
    let [first, rest @ ..] = quoted.as_slice() else {
        return syntax(message);
    };
    let listed = || {
        rest.iter()
            .map(|name| format!("«{name}»"))
            .collect::<Vec<_>>()
            .join(", ")
    };
    if message.starts_with("unknown field") {
        format!("no se conoce «{first}»; se admite {}", listed())
    } else if message.starts_with("unknown variant") {
        format!("«{first}» no es un valor conocido; se admite {}", listed())
    } else if message.starts_with("missing field") {
        format!("falta «{first}»")
    } else if message.starts_with("duplicate") {
        format!("«{first}» está dos veces")
    } else {
        syntax(message)
    }
}

fn syntax(message: &str) -> String {
    match message.split_once("expected ") {
        Some((found, expected)) if found.starts_with("invalid type") => {
            format!("aquí va {}", expected.replace("a string", "un texto"))
        }
        _ if message.starts_with("duplicate key") => "hay una clave dos veces".to_owned(),
        // Our own sentences, made while reading, are in Spanish already.
        _ if message.starts_with("di ") => message.to_owned(),
        _ => format!("no es TOML bien escrito ({message})"),
    }
}
