//! Users, departments and zones.

use serde::{Deserialize, Serialize};

use super::Role;
use crate::types::{DepartmentId, Email, Invalid, Revision, ShortText, UserId, ZoneId};

/// A person who signs in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct User {
    pub id: UserId,
    pub name: ShortText,
    pub email: Email,
    pub roles: Vec<Role>,
    pub departments: Vec<DepartmentId>,
    /// The zones this user answers for (R5: one user answers for each zone).
    pub zones: Vec<ZoneId>,
    pub active: bool,
}

/// A part of the firm ("Ventas", "Producción").
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Department {
    pub id: DepartmentId,
    pub revision: Revision,
    pub name: ShortText,
}

/// A territory ("Levante") or a branch ("Delegación Centro").
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Zone {
    pub id: ZoneId,
    pub revision: Revision,
    pub name: ShortText,
}

/// A password as typed, checked and not yet hashed. Neither printable nor serialisable, so that it cannot leak.
#[derive(Clone)]
pub struct Password(String);

/// Passwords that everybody tries first and that pass the length rule, in English and Spanish.
const COMMON: &[&str] = &[
    "password1234",
    "passwordpassword",
    "contraseña1234",
    "contrasena1234",
    "contraseñacontraseña",
    "123456789012",
    "1234567890123",
    "12345678901234",
    "123456789012345",
    "qwertyuiop123",
    "qwertyuiopasdf",
    "administrador",
    "administrador1",
    "clienteclientela",
    "clientela1234",
    "clientelaclientela",
    "aaaaaaaaaaaa",
    "111111111111",
    "000000000000",
    "iloveyou1234",
    "tequieromucho",
    "bienvenido1234",
    "holaholahola",
];

impl Password {
    /// Shortest accepted, in characters: length is what resists guessing (OWASP ASVS 5.0, 6.2.1 recommends 15, asks 8).
    pub const MIN: u16 = 12;
    /// Longest accepted, in characters: ASVS 6.2.9 asks for at least 64; more than this only costs hashing time.
    pub const MAX: u16 = 128;

    /// Fewer different characters than this (blanks do not count) are guessed at once: twelve spaces, "abababababab".
    const KINDS: usize = 4;

    /// Checks a new password. No rules about kinds of characters (ASVS 6.2.5).
    ///
    /// # Errors
    /// `PasswordTooShort`, `PasswordTooLong`, `PasswordCommon`.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let length = text.chars().count();
        if length < usize::from(Self::MIN) {
            return Err(Invalid::PasswordTooShort { min: Self::MIN });
        }
        if length > usize::from(Self::MAX) {
            return Err(Invalid::PasswordTooLong { max: Self::MAX });
        }
        let kinds: std::collections::BTreeSet<char> = text.chars().filter(|it| !it.is_whitespace()).collect();
        if kinds.len() < Self::KINDS || COMMON.contains(&text.to_lowercase().as_str()) {
            return Err(Invalid::PasswordCommon);
        }
        Ok(Self(text.to_owned()))
    }

    /// The text, for the hash alone.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords_are_judged_by_length_and_by_being_known() {
        assert!(matches!(
            Password::parse("corta"),
            Err(Invalid::PasswordTooShort { min: 12 })
        ));
        assert!(matches!(Password::parse("Administrador"), Err(Invalid::PasswordCommon)));
        assert!(matches!(Password::parse(&" ".repeat(12)), Err(Invalid::PasswordCommon)));
        assert!(matches!(Password::parse("ababab ababab"), Err(Invalid::PasswordCommon)));
        assert!(matches!(
            Password::parse(&"x".repeat(129)),
            Err(Invalid::PasswordTooLong { .. })
        ));
        assert!(Password::parse("tres copias para Benlloch").is_ok());
    }
}
