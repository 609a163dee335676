//! What a file is, what it may be called, and how large it may be.

mod attachment;
mod media;
mod name;

pub use attachment::{AddFiles, Attachment, MOST_FILES, RemoveAttachment, ReportWithFiles, Stored, Told};
pub use media::{HEAD, Media};
pub use name::safe_name;

use crate::types::Invalid;

/// How many megabytes a file may have where nobody has decided otherwise.
pub const MOST_MEGABYTES: u16 = 25;
/// More than so many nobody may decide: they would not reach the server in the time that a browser waits.
const LARGEST: u16 = 200;

/// How many megabytes a file may have, as typed.
///
/// # Errors
/// `MegabytesFormat` for what is no number from 1 to 200.
pub fn most_megabytes(text: &str) -> Result<u16, Invalid> {
    let most: Option<u16> = text.trim().parse().ok();
    most.filter(|most| (1..=LARGEST).contains(most))
        .ok_or(Invalid::MegabytesFormat { max: LARGEST })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_is_a_number_of_megabytes() {
        assert_eq!(most_megabytes(" 40 "), Ok(40));
        for wrong in ["", "0", "201", "mucho", "2,5"] {
            assert_eq!(
                most_megabytes(wrong),
                Err(Invalid::MegabytesFormat { max: LARGEST }),
                "{wrong}"
            );
        }
    }
}
