//! Arguments that cannot be understood, said in Spanish.

use clap::error::{ContextKind, Error, ErrorKind};

/// The sentence for an argument that was refused; none where nothing was (help, the version).
pub fn refusal(error: &Error) -> Option<String> {
    let said = |kind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let (argument, value) = (said(ContextKind::InvalidArg), said(ContextKind::InvalidValue));
    let why = match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => return None,
        ErrorKind::UnknownArgument => format!("No existe la opción «{argument}» o no va ahí."),
        ErrorKind::InvalidSubcommand => format!("No existe la orden «{}».", said(ContextKind::InvalidSubcommand)),
        ErrorKind::InvalidValue if value.is_empty() => format!("Falta lo que va detrás de «{argument}»."),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => format!("«{value}» no sirve para «{argument}»."),
        ErrorKind::MissingRequiredArgument => format!("Falta «{argument}»."),
        ErrorKind::ArgumentConflict if argument.is_empty() => {
            "Una opción va detrás de su orden, no delante.".to_owned()
        }
        ErrorKind::ArgumentConflict => format!("«{argument}» está dos veces, o no va con lo demás."),
        _ => "No se entiende lo que se pide.".to_owned(),
    };
    Some(format!("{why} «clientela --help» explica lo que hay."))
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;
    use crate::cli::Arguments;

    #[test]
    fn what_cannot_be_understood_is_said_in_one_spanish_sentence() {
        let of = |words: &str| {
            let error = Arguments::try_parse_from(words.split(' ')).err().unwrap();
            refusal(&error).unwrap()
        };
        for (words, sentence) in [
            ("clientela --puerto 80", "No existe la opción «--puerto» o no va ahí."),
            ("clientela servir", "No existe la orden «servir»."),
            ("clientela --addr", "Falta lo que va detrás de «--addr <ADDR>»."),
            ("clientela --addr casa", "«casa» no sirve para «--addr <ADDR>»."),
            ("clientela password", "Falta «<CORREO>»."),
            (
                "clientela --data a serve",
                "Una opción va detrás de su orden, no delante.",
            ),
            (
                "clientela --data a --data b",
                "«--data <DATA>» está dos veces, o no va con lo demás.",
            ),
        ] {
            assert_eq!(of(words), format!("{sentence} «clientela --help» explica lo que hay."));
        }
    }
}
