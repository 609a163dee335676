//! How a file is written: its encoding, found out when nobody says.

use std::io::{self, Read};

use chardetng::EncodingDetector;
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// What the bytes of a file look like.
pub(super) enum Letters {
    /// Nothing at all.
    Nothing,
    /// Not a text with one byte for each comma; what it seems to be, in Spanish.
    NotText(&'static str),
    /// A text.
    Text(&'static Encoding),
}

/// Reads all of it once, in pieces.
///
/// UTF-8 where it is, or nearly is (a file with a few broken bytes is not Windows-1252: taking it so would spoil every
/// accent); otherwise what the detector of Firefox says, if that is a Western encoding, or else Windows-1252.
///
/// # Errors
/// What the system answers.
pub(super) fn look_at(mut file: impl Read) -> io::Result<Letters> {
    let mut detector = EncodingDetector::new();
    let mut utf8 = Utf8Count::default();
    let mut buffer = vec![0; 64 * 1024];
    let mut first = true;
    loop {
        let read = file.read(&mut buffer)?;
        let piece = &buffer[..read];
        if first {
            if let Some(early) = at_first_sight(piece) {
                return Ok(early);
            }
            first = false;
        }
        if read == 0 {
            detector.feed(&[], true);
            break;
        }
        detector.feed(piece, false);
        utf8.count(piece);
    }
    if utf8.broken <= utf8.whole / 10 {
        return Ok(Letters::Text(UTF_8));
    }
    let guessed = detector.guess(Some(b"es"), false);
    Ok(Letters::Text(if guessed.is_single_byte() {
        guessed
    } else {
        WINDOWS_1252
    }))
}

fn at_first_sight(piece: &[u8]) -> Option<Letters> {
    let spreadsheet = piece.starts_with(b"PK\x03\x04") || piece.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]);
    if piece.is_empty() {
        Some(Letters::Nothing)
    } else if spreadsheet {
        Some(Letters::NotText("una hoja de cálculo"))
    } else if piece.starts_with(&[0xff, 0xfe]) || piece.starts_with(&[0xfe, 0xff]) {
        Some(Letters::NotText("un texto en UTF-16"))
    } else if piece.contains(&0) {
        Some(Letters::NotText("un fichero binario"))
    } else {
        None
    }
}

/// How many letters beyond ASCII are well-formed UTF-8, and how many bytes are not.
#[derive(Default)]
struct Utf8Count {
    whole: u64,
    broken: u64,
    awaited: u8,
}

impl Utf8Count {
    /// Lengths are enough here: what is really malformed is found when the row is read.
    fn count(&mut self, piece: &[u8]) {
        for byte in piece {
            match byte {
                0x80..=0xbf if self.awaited > 0 => {
                    self.awaited -= 1;
                    self.whole += u64::from(self.awaited == 0);
                }
                _ => {
                    self.broken += u64::from(self.awaited > 0);
                    self.awaited = match byte {
                        0xc2..=0xdf => 1,
                        0xe0..=0xef => 2,
                        0xf0..=0xf4 => 3,
                        _ => 0,
                    };
                    self.broken += u64::from(*byte >= 0x80 && self.awaited == 0);
                }
            }
        }
    }
}
