//! What a file is by its content, whatever it is called and whatever the browser says.

use serde::{Deserialize, Serialize};
use strum::{AsRefStr, EnumString};

/// What is shown in the browser, and the rest, which is only handed over: nobody has to tell a spreadsheet from a film for that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, AsRefStr, EnumString)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Media {
    Png,
    Jpeg,
    Gif,
    Webp,
    Pdf,
    Text,
    Unknown,
}

/// So many bytes from the beginning say what it is.
pub const HEAD: usize = 8_192;

impl Media {
    /// What a file is that begins so. Marks that a browser could run (HTML, SVG, XML) are unknown on purpose.
    #[must_use]
    pub fn of(head: &[u8]) -> Self {
        match head {
            [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] => Self::Png,
            [0xff, 0xd8, 0xff, ..] => Self::Jpeg,
            [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Self::Gif,
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Self::Webp,
            [b'%', b'P', b'D', b'F', b'-', ..] => Self::Pdf,
            _ if is_text(head) => Self::Text,
            _ => Self::Unknown,
        }
    }

    /// As which it is served.
    #[must_use]
    pub fn mime(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Gif => "image/gif",
            Self::Webp => "image/webp",
            Self::Pdf => "application/pdf",
            Self::Text => "text/plain",
            Self::Unknown => "application/octet-stream",
        }
    }

    /// Whether it is an image.
    #[must_use]
    pub fn is_image(self) -> bool {
        matches!(self, Self::Png | Self::Jpeg | Self::Gif | Self::Webp)
    }

    /// Whether the browser shows it instead of keeping it.
    #[must_use]
    pub fn is_shown(self) -> bool {
        self.is_image() || self == Self::Pdf
    }
}

/// Whether it is text in UTF-8 or Windows-1252, and no marks.
fn is_text(head: &[u8]) -> bool {
    let text = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    let first = text.iter().find(|byte| !byte.is_ascii_whitespace());
    if first.is_none_or(|first| *first == b'<') {
        return false;
    }
    let controls = |byte: &u8| *byte == 0x7f || (*byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c));
    if text.iter().any(controls) {
        return false;
    }
    // The end of the head may cut a letter.
    let is_utf8 = std::str::from_utf8(text).map_or_else(|error| error.error_len().is_none(), |_| true);
    is_utf8 || !text.iter().any(|byte| matches!(byte, 0x81 | 0x8d | 0x8f | 0x90 | 0x9d))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_decides_and_nothing_that_runs_is_shown() {
        assert_eq!(Media::of(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), Media::Png);
        assert_eq!(Media::of(b"\xff\xd8\xff\xe0\0\x10JFIF"), Media::Jpeg);
        assert_eq!(Media::of(b"RIFF\x10\0\0\0WEBPVP8 "), Media::Webp);
        assert_eq!(Media::of(b"%PDF-1.7\n"), Media::Pdf);
        for marks in [
            "<!doctype html><script>1</script>",
            "\u{feff}\n <svg onload=1>",
            "<?xml version=\"1.0\"?>",
        ] {
            assert_eq!(Media::of(marks.as_bytes()), Media::Unknown, "{marks}");
        }
        assert_eq!(Media::of("Peña; año\r\n".as_bytes()), Media::Text);
        assert_eq!(Media::of(b"Pe\xf1a; a\xf1o\r\n"), Media::Text, "Windows-1252");
        assert_eq!(Media::of(b"PK\x03\x04\x14\0"), Media::Unknown);
        assert_eq!(Media::of(b""), Media::Unknown);
    }
}
