//! The provinces of Spain.

use super::Invalid;
use serde::{Deserialize, Serialize};

/// One of the fifty provinces or two autonomous cities, in the order of their code of the Instituto Nacional de
/// Estadística (INE, «Relación de provincias con sus códigos»), which is also how postal codes start. The wire form is
/// that code in two digits; `Display` and [`Province::name`] are its official name, in its natural order.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    strum::EnumIter,
    strum::FromRepr,
    strum::IntoStaticStr,
    strum::Display,
)]
#[serde(try_from = "String", into = "String")]
#[repr(u8)]
pub enum Province {
    /// Araba/Álava, 01.
    #[strum(serialize = "Araba/Álava")]
    Araba = 1,
    /// Albacete, 02.
    Albacete,
    /// Alicante/Alacant, 03.
    #[strum(serialize = "Alicante/Alacant")]
    Alicante,
    /// Almería, 04.
    #[strum(serialize = "Almería")]
    Almeria,
    /// Ávila, 05.
    #[strum(serialize = "Ávila")]
    Avila,
    /// Badajoz, 06.
    Badajoz,
    /// Illes Balears, 07.
    #[strum(serialize = "Illes Balears")]
    IllesBalears,
    /// Barcelona, 08.
    Barcelona,
    /// Burgos, 09.
    Burgos,
    /// Cáceres, 10.
    #[strum(serialize = "Cáceres")]
    Caceres,
    /// Cádiz, 11.
    #[strum(serialize = "Cádiz")]
    Cadiz,
    /// Castellón/Castelló, 12.
    #[strum(serialize = "Castellón/Castelló")]
    Castellon,
    /// Ciudad Real, 13.
    #[strum(serialize = "Ciudad Real")]
    CiudadReal,
    /// Córdoba, 14.
    #[strum(serialize = "Córdoba")]
    Cordoba,
    /// A Coruña, 15.
    #[strum(serialize = "A Coruña")]
    ACoruna,
    /// Cuenca, 16.
    Cuenca,
    /// Girona, 17.
    Girona,
    /// Granada, 18.
    Granada,
    /// Guadalajara, 19.
    Guadalajara,
    /// Gipuzkoa, 20.
    Gipuzkoa,
    /// Huelva, 21.
    Huelva,
    /// Huesca, 22.
    Huesca,
    /// Jaén, 23.
    #[strum(serialize = "Jaén")]
    Jaen,
    /// León, 24.
    #[strum(serialize = "León")]
    Leon,
    /// Lleida, 25.
    Lleida,
    /// La Rioja, 26.
    #[strum(serialize = "La Rioja")]
    LaRioja,
    /// Lugo, 27.
    Lugo,
    /// Madrid, 28.
    Madrid,
    /// Málaga, 29.
    #[strum(serialize = "Málaga")]
    Malaga,
    /// Murcia, 30.
    Murcia,
    /// Navarra, 31.
    Navarra,
    /// Ourense, 32.
    Ourense,
    /// Asturias, 33.
    Asturias,
    /// Palencia, 34.
    Palencia,
    /// Las Palmas, 35.
    #[strum(serialize = "Las Palmas")]
    LasPalmas,
    /// Pontevedra, 36.
    Pontevedra,
    /// Salamanca, 37.
    Salamanca,
    /// Santa Cruz de Tenerife, 38.
    #[strum(serialize = "Santa Cruz de Tenerife")]
    SantaCruzDeTenerife,
    /// Cantabria, 39.
    Cantabria,
    /// Segovia, 40.
    Segovia,
    /// Sevilla, 41.
    Sevilla,
    /// Soria, 42.
    Soria,
    /// Tarragona, 43.
    Tarragona,
    /// Teruel, 44.
    Teruel,
    /// Toledo, 45.
    Toledo,
    /// Valencia/València, 46.
    #[strum(serialize = "Valencia/València")]
    Valencia,
    /// Valladolid, 47.
    Valladolid,
    /// Bizkaia, 48.
    Bizkaia,
    /// Zamora, 49.
    Zamora,
    /// Zaragoza, 50.
    Zaragoza,
    /// Ceuta, 51.
    Ceuta,
    /// Melilla, 52.
    Melilla,
}

impl Province {
    /// The province of an INE code, 1 to 52.
    pub fn from_code(code: u8) -> Option<Self> {
        Self::from_repr(code)
    }

    /// The INE code, 1 to 52.
    pub const fn code(self) -> u8 {
        self as u8
    }

    /// The official name, both languages where it has two.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

impl TryFrom<String> for Province {
    type Error = Invalid;

    fn try_from(code: String) -> Result<Self, Invalid> {
        // Exactly two digits: otherwise "1" and "+1" would be other wire forms of "01".
        let number = match *code.as_bytes() {
            [tens @ b'0'..=b'9', units @ b'0'..=b'9'] => Some((tens - b'0') * 10 + (units - b'0')),
            _ => None,
        };
        number.and_then(Self::from_code).ok_or_else(|| Invalid::unknown(&code))
    }
}

impl From<Province> for String {
    fn from(province: Province) -> Self {
        format!("{:02}", province.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use strum::IntoEnumIterator;

    #[test]
    fn all_fifty_two_are_there_in_order() {
        let codes: Vec<u8> = Province::iter().map(Province::code).collect();
        assert_eq!(codes, (1..=52).collect::<Vec<u8>>());
        for province in Province::iter() {
            assert_eq!(Province::from_code(province.code()), Some(province));
            let json = serde_json::to_string(&province).unwrap();
            assert_eq!(serde_json::from_str::<Province>(&json).unwrap(), province);
        }
        for bad in ["00", "53", "1", "+1", "Madrid"] {
            assert_eq!(Province::try_from(bad.to_owned()), Err(Invalid::unknown(bad)));
        }
    }

    #[test]
    fn names_are_the_official_ones() {
        for (code, name) in [
            (1, "Araba/Álava"),
            (5, "Ávila"),
            (7, "Illes Balears"),
            (15, "A Coruña"),
            (26, "La Rioja"),
            (28, "Madrid"),
            (35, "Las Palmas"),
            (38, "Santa Cruz de Tenerife"),
            (48, "Bizkaia"),
            (52, "Melilla"),
        ] {
            assert_eq!(Province::from_code(code).map(Province::name), Some(name));
        }
    }
}
