//! Towns with their postal codes, area codes and zones.

use crate::types::Province::{self, *};

/// Which of the firm's zones a town is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Territory {
    North,
    South,
    Murcia,
    Castellon,
    Rest,
}

/// A town of the table.
pub struct Town {
    pub name: &'static str,
    pub province: Province,
    /// The first of its postal codes, as a number.
    pub first_code: u32,
    /// How many consecutive postal codes it has from there.
    pub codes: u32,
    /// How its landlines begin.
    pub area: &'static str,
    pub territory: Territory,
    /// How often it turns up among the firms.
    pub weight: u32,
}

const fn town(
    name: &'static str,
    first_code: u32,
    codes: u32,
    province: Province,
    area: &'static str,
    territory: Territory,
    weight: u32,
) -> Town {
    Town {
        name,
        province,
        first_code,
        codes,
        area,
        territory,
        weight,
    }
}

/// Weighted to where the firm of the demo sells: Valencia, Alicante, Castellón and Murcia; then the large cities.
pub const TOWNS: &[Town] = {
    use Territory::{Castellon as Cas, Murcia as Mur, North, Rest, South};
    &[
        town("València", 46001, 25, Valencia, "963", North, 40),
        town("Paterna", 46980, 1, Valencia, "961", North, 12),
        town("Sagunto", 46500, 1, Valencia, "962", North, 8),
        town("Moncada", 46113, 1, Valencia, "961", North, 4),
        town("Burjassot", 46100, 1, Valencia, "963", North, 4),
        town("Manises", 46940, 1, Valencia, "961", North, 5),
        town("Quart de Poblet", 46930, 1, Valencia, "961", North, 5),
        town("Riba-roja de Túria", 46190, 1, Valencia, "962", North, 8),
        town("Llíria", 46160, 1, Valencia, "962", North, 4),
        town("Requena", 46340, 1, Valencia, "962", North, 4),
        town("Utiel", 46300, 1, Valencia, "962", North, 3),
        town("Torrent", 46900, 1, Valencia, "961", South, 8),
        town("Picassent", 46220, 1, Valencia, "961", South, 5),
        town("Catarroja", 46470, 1, Valencia, "961", South, 4),
        town("Algemesí", 46680, 1, Valencia, "962", South, 5),
        town("Alzira", 46600, 1, Valencia, "962", South, 7),
        town("Xàtiva", 46800, 1, Valencia, "962", South, 5),
        town("Ontinyent", 46870, 1, Valencia, "962", South, 6),
        town("Gandia", 46701, 2, Valencia, "962", South, 8),
        town("Alicante", 3001, 16, Alicante, "965", South, 20),
        town("Elche", 3201, 8, Alicante, "966", South, 14),
        town("Alcoy", 3801, 4, Alicante, "965", South, 6),
        town("Ibi", 3440, 1, Alicante, "965", South, 5),
        town("Onil", 3430, 1, Alicante, "965", South, 3),
        town("Elda", 3600, 1, Alicante, "965", South, 5),
        town("Villena", 3400, 1, Alicante, "965", South, 4),
        town("Dénia", 3700, 1, Alicante, "965", South, 5),
        town("Xàbia", 3730, 1, Alicante, "965", South, 4),
        town("Benidorm", 3501, 3, Alicante, "965", South, 5),
        town("Santa Pola", 3130, 1, Alicante, "965", South, 3),
        town("Crevillent", 3330, 1, Alicante, "965", South, 3),
        town("Orihuela", 3300, 1, Alicante, "965", South, 5),
        town("Castelló de la Plana", 12001, 6, Castellon, "964", Cas, 14),
        town("Vila-real", 12540, 1, Castellon, "964", Cas, 8),
        town("Onda", 12200, 1, Castellon, "964", Cas, 6),
        town("L'Alcora", 12110, 1, Castellon, "964", Cas, 6),
        town("Borriana", 12530, 1, Castellon, "964", Cas, 4),
        town("Almassora", 12550, 1, Castellon, "964", Cas, 4),
        town("Vinaròs", 12500, 1, Castellon, "964", Cas, 3),
        town("Peñíscola", 12598, 1, Castellon, "964", Cas, 3),
        town("Murcia", 30001, 12, Murcia, "968", Mur, 18),
        town("Cartagena", 30201, 5, Murcia, "968", Mur, 9),
        town("Lorca", 30800, 1, Murcia, "968", Mur, 6),
        town("Molina de Segura", 30500, 1, Murcia, "968", Mur, 6),
        town("Yecla", 30510, 1, Murcia, "968", Mur, 4),
        town("Jumilla", 30520, 1, Murcia, "968", Mur, 3),
        town("San Javier", 30730, 1, Murcia, "968", Mur, 3),
        town("Águilas", 30880, 1, Murcia, "968", Mur, 3),
        town("Almería", 4001, 9, Almeria, "950", Mur, 3),
        town("Albacete", 2001, 8, Albacete, "967", Rest, 5),
        town("Madrid", 28001, 55, Madrid, "91", Rest, 16),
        town("Alcobendas", 28100, 1, Madrid, "91", Rest, 3),
        town("Getafe", 28901, 6, Madrid, "91", Rest, 3),
        town("Barcelona", 8001, 42, Barcelona, "93", Rest, 12),
        town("Sabadell", 8201, 8, Barcelona, "93", Rest, 3),
        town("Vic", 8500, 1, Barcelona, "93", Rest, 2),
        town("Girona", 17001, 7, Girona, "972", Rest, 2),
        town("Lleida", 25001, 8, Lleida, "973", Rest, 2),
        town("Reus", 43201, 6, Tarragona, "977", Rest, 2),
        town("Palma", 7001, 15, IllesBalears, "971", Rest, 2),
        town("Sevilla", 41001, 20, Sevilla, "954", Rest, 7),
        town("Dos Hermanas", 41700, 1, Sevilla, "955", Rest, 2),
        town("Málaga", 29001, 18, Malaga, "952", Rest, 3),
        town("Granada", 18001, 16, Granada, "958", Rest, 2),
        town("Zaragoza", 50001, 22, Zaragoza, "976", Rest, 4),
        town("Bilbao", 48001, 15, Bizkaia, "94", Rest, 3),
        town("Eibar", 20600, 1, Gipuzkoa, "943", Rest, 2),
        town("Vitoria-Gasteiz", 1001, 15, Araba, "945", Rest, 2),
        town("A Coruña", 15001, 11, ACoruna, "981", Rest, 3),
        town("Vigo", 36201, 16, Pontevedra, "986", Rest, 3),
        town("Lugo", 27001, 4, Lugo, "982", Rest, 1),
        town("Logroño", 26001, 9, LaRioja, "941", Rest, 2),
        town("Valladolid", 47001, 16, Valladolid, "983", Rest, 2),
        town("Santa Cruz de Tenerife", 38001, 10, SantaCruzDeTenerife, "922", Rest, 1),
    ]
};
