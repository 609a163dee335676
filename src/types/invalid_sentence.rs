//! What a person reads when a value is refused: what is wrong and how to mend it.

use super::{Invalid, Locale};

impl Invalid {
    /// One sentence, with its full stop, in the person's language.
    pub fn sentence(&self, locale: Locale) -> String {
        match locale {
            Locale::Es => self.spanish(),
            Locale::En => self.english(),
        }
    }

    fn spanish(&self) -> String {
        match self {
            Self::Empty => "Falta este dato: escríbelo.".into(),
            Self::Comma => "No puede llevar comas: la coma separa una de otra.".into(),
            Self::TooMany { max } => format!("Son demasiadas: caben {max} como máximo."),
            Self::TooLong { max } => {
                format!("El texto es demasiado largo: déjalo en {max} caracteres como máximo.")
            }
            Self::ControlCharacter => {
                "Hay un carácter invisible que no se admite: bórralo o vuelve a escribir el texto.".into()
            }
            Self::UnknownValue { value } => {
                format!("«{value}» no es un valor conocido: elige uno de la lista.")
            }
            Self::RevisionZero => "No sabemos qué versión estabas viendo: vuelve a cargar la página.".into(),
            Self::EmailNoAt => "Al correo le falta la arroba: escríbelo como nombre@empresa.es.".into(),
            Self::EmailNoName => "Falta el nombre antes de la arroba: escríbelo como nombre@empresa.es.".into(),
            Self::EmailNoDomain => "Falta el dominio después de la arroba: escríbelo como nombre@empresa.es.".into(),
            Self::EmailDomain => "El dominio no está bien escrito: revisa lo que va después de la arroba.".into(),
            Self::EmailDot => "Hay un punto mal puesto antes de la arroba: quita el que sobra.".into(),
            Self::EmailBadCharacter { found: ' ' } => "Un correo no puede llevar espacios: quítalos.".into(),
            Self::EmailBadCharacter { found } => {
                format!("Un correo no puede llevar aquí «{found}»: quítalo.")
            }
            Self::EmailTooLong => "El correo es demasiado largo: comprueba que solo has escrito uno.".into(),
            Self::PhoneTooShort => "Al teléfono le faltan cifras: revísalo.".into(),
            Self::PhoneTooLong => {
                "Al teléfono le sobran cifras: si es extranjero, empieza por + y el código del país.".into()
            }
            Self::PhoneBadCharacter { found } => {
                format!("Un teléfono no puede llevar aquí «{found}»: escribe solo las cifras.")
            }
            Self::PhoneSpanishPrefix { found } => format!(
                "Ningún teléfono español empieza por {found}: si es extranjero, empieza por + y el código del país."
            ),
            Self::PhoneCountry => "Ningún código de país empieza por 0: revisa lo que va después del +.".into(),
            Self::NifLength { found } => {
                format!("Un NIF tiene 9 caracteres y has escrito {found}: revísalo.")
            }
            Self::NifFormat => {
                "Esto no tiene la forma de un NIF: escríbelo como 12345678Z, X1234567L o B12345674.".into()
            }
            Self::NifCheck { expected } => {
                format!("El NIF no cuadra: con esas cifras terminaría en {expected}; revisa si hay alguna cambiada.")
            }
            Self::PostalCodeLength => "Un código postal tiene 5 cifras: escríbelo como 28013.".into(),
            Self::PostalCodeProvince => "Ese código postal no es de ninguna provincia: va del 01000 al 52999.".into(),
            Self::MoneyNegative => "El importe no puede ser negativo.".into(),
            Self::MoneyFormat => "No entendemos ese importe: escríbelo como 1.234,56.".into(),
            Self::MoneyTooManyDecimals => "Sobran decimales: escribe dos como mucho después de la coma.".into(),
            Self::MoneyRange => "El importe es demasiado grande: no puede pasar de cien mil millones.".into(),
            Self::MoneyCurrencies => "No se pueden sumar monedas distintas: ponlo todo en la misma.".into(),
            Self::DayFormat => "No entendemos esa fecha: escríbela como 25/11/2026.".into(),
            Self::TimeFormat => "No entendemos esa hora: escríbela como 16:30.".into(),
            Self::DayImpossible => "Ese día no existe en el calendario: revisa el día, el mes y el año.".into(),
            Self::Taken => "Ya hay otro que se llama así: elige otro nombre.".into(),
            Self::OutOfSight => {
                "Así dejarías de verla tú: elige a alguien, un departamento o una zona a los que llegues.".to_owned()
            }
            Self::DoesNotSeeClient => "Esa persona no ve a este cliente: elige a otra.".to_owned(),
            Self::DayGone => "Ese día ya ha pasado: elige hoy o uno por venir.".to_owned(),
            Self::DaysFormat { max } => format!("Escribe los días con un número, de 1 a {max}."),
            Self::MegabytesFormat { max } => format!("Escribe los megas con un número, de 1 a {max}."),
            Self::FileTooLarge { max } => {
                format!("Un archivo pasa de {max} MB, el máximo: no se ha guardado nada. Elige uno más pequeño.")
            }
            Self::TermFormat { line } => {
                format!("En «{line}» falta lo que significa: escríbelo como PRL = prevención de riesgos laborales.")
            }
            Self::DayToCome => "Ese día todavía no ha llegado: lo que está por hacer va en el próximo paso.".into(),
            Self::MomentFormat => "No entendemos esa fecha y hora: escríbelas como 2026-11-25T16:00:00Z.".into(),
            Self::ColourFormat => "No entendemos ese color: escríbelo como #1a7f5a.".into(),
            Self::ProbabilityRange => "La probabilidad va de 0 a 100: escribe un número entero.".into(),
            Self::PasswordTooShort { min } => {
                format!("La contraseña es demasiado corta: usa {min} caracteres o más.")
            }
            Self::PasswordTooLong { max } => {
                format!("La contraseña es demasiado larga: usa {max} caracteres como máximo.")
            }
            Self::PasswordsDiffer => "Las dos contraseñas no son iguales.".to_owned(),
            Self::PasswordCommon => "Esa contraseña es de las primeras que se prueban: elige otra menos común.".into(),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::Empty => "This is missing: please fill it in.".into(),
            Self::Comma => "It cannot have commas: a comma separates one from the next.".into(),
            Self::TooMany { max } => format!("Too many: {max} at most."),
            Self::TooLong { max } => {
                format!("The text is too long: keep it to {max} characters at most.")
            }
            Self::ControlCharacter => {
                "There is an invisible character that is not allowed: delete it or retype the text.".into()
            }
            Self::UnknownValue { value } => {
                format!("“{value}” is not a known value: choose one from the list.")
            }
            Self::RevisionZero => "We cannot tell which version you were seeing: reload the page.".into(),
            Self::EmailNoAt => "The email has no @: write it like name@company.com.".into(),
            Self::EmailNoName => "There is nothing before the @: write it like name@company.com.".into(),
            Self::EmailNoDomain => "There is nothing after the @: write it like name@company.com.".into(),
            Self::EmailDomain => "The domain is not well formed: check what follows the @.".into(),
            Self::EmailDot => "There is a misplaced dot before the @: remove it.".into(),
            Self::EmailBadCharacter { found: ' ' } => "An email cannot have spaces: remove them.".into(),
            Self::EmailBadCharacter { found } => {
                format!("An email cannot have “{found}” here: remove it.")
            }
            Self::EmailTooLong => "The email is too long: check that you have written only one.".into(),
            Self::PhoneTooShort => "The phone number is missing digits: check it.".into(),
            Self::PhoneTooLong => {
                "The phone number has too many digits: if it is foreign, start with + and the country code.".into()
            }
            Self::PhoneBadCharacter { found } => {
                format!("A phone number cannot have “{found}” here: write only the digits.")
            }
            Self::PhoneSpanishPrefix { found } => format!(
                "No Spanish phone number starts with {found}: if it is foreign, start with + and the country code."
            ),
            Self::PhoneCountry => "No country code starts with 0: check what follows the +.".into(),
            Self::NifLength { found } => {
                format!("A NIF has 9 characters and you have written {found}: check it.")
            }
            Self::NifFormat => {
                "This is not the shape of a NIF: write it like 12345678Z, X1234567L or B12345674.".into()
            }
            Self::NifCheck { expected } => {
                format!("The NIF does not add up: with those digits it would end in {expected}; check for a wrong one.")
            }
            Self::PostalCodeLength => "A postal code has 5 digits: write it like 28013.".into(),
            Self::PostalCodeProvince => "That postal code belongs to no province: they run from 01000 to 52999.".into(),
            Self::MoneyNegative => "The amount cannot be negative.".into(),
            Self::MoneyFormat => "We cannot read that amount: write it like 1.234,56.".into(),
            Self::MoneyTooManyDecimals => "There are too many decimals: write two at most.".into(),
            Self::MoneyRange => "The amount is too large: it cannot pass one hundred thousand million.".into(),
            Self::MoneyCurrencies => "Different currencies cannot be added: use a single one.".into(),
            Self::DayFormat => "We cannot read that date: write it like 25/11/2026.".into(),
            Self::TimeFormat => "We cannot read that time: write it like 16:30.".into(),
            Self::DayImpossible => "That day is not in the calendar: check the day, month and year.".into(),
            Self::Taken => "There is another one of that name: choose another.".into(),
            Self::OutOfSight => {
                "You would not see it any more: choose somebody, a department or a zone within your reach.".to_owned()
            }
            Self::DoesNotSeeClient => "That person does not see this client: choose another.".to_owned(),
            Self::DayGone => "That day has gone by: choose today or one to come.".to_owned(),
            Self::DaysFormat { max } => format!("Write the days as a number from 1 to {max}."),
            Self::MegabytesFormat { max } => format!("Write the megabytes as a number from 1 to {max}."),
            Self::FileTooLarge { max } => {
                format!(
                    "A file has more than {max} MB, the most there may be: nothing was saved. Choose a smaller one."
                )
            }
            Self::TermFormat { line } => {
                format!("“{line}” does not say what it means: write it as PRL = prevención de riesgos laborales.")
            }
            Self::DayToCome => "That day has not come yet: what is still to be done goes into the next step.".into(),
            Self::MomentFormat => "We cannot read that date and time: write it like 2026-11-25T16:00:00Z.".into(),
            Self::ColourFormat => "We cannot read that colour: write it like #1a7f5a.".into(),
            Self::ProbabilityRange => "The probability runs from 0 to 100: write a whole number.".into(),
            Self::PasswordTooShort { min } => {
                format!("The password is too short: use {min} characters or more.")
            }
            Self::PasswordTooLong { max } => {
                format!("The password is too long: use {max} characters at most.")
            }
            Self::PasswordsDiffer => "The two passwords are not the same.".to_owned(),
            Self::PasswordCommon => "That password is among the first that are tried: choose a less common one.".into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use strum::IntoEnumIterator;

    #[test]
    fn every_reason_has_a_sentence_in_each_language() {
        for reason in Invalid::iter() {
            let [es, en] = [Locale::Es, Locale::En].map(|locale| reason.sentence(locale));
            assert_ne!(es, en);
            for sentence in [es, en] {
                assert!(sentence.ends_with('.'), "{sentence}");
                assert!(sentence.starts_with(|c: char| c.is_uppercase() || "«“".contains(c)));
                assert!(sentence.len() < 140, "{sentence}");
            }
        }
        let found = 8;
        assert_eq!(
            Invalid::NifLength { found }.sentence(Locale::Es),
            "Un NIF tiene 9 caracteres y has escrito 8: revísalo."
        );
    }
}
