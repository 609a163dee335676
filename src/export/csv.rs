//! The table as CSV, as the spreadsheet of that language opens it with a double click.

use csv::{Terminator, WriterBuilder};

use super::sheet::Sheet;
use crate::{
    error::AppError,
    types::{CellValue, Locale, Money},
};

/// Without it Excel reads UTF-8 as if it were the system's old letters.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// In Spanish with `;`, decimal comma and `25/11/2026`; in English with `,`, decimal point and `2026-11-25`.
pub fn write(sheet: &Sheet, locale: Locale) -> Result<Vec<u8>, AppError> {
    let delimiter = match locale {
        Locale::Es => b';',
        Locale::En => b',',
    };
    let mut writer = WriterBuilder::new()
        .delimiter(delimiter)
        .terminator(Terminator::CRLF)
        .from_writer(MARK.to_vec());
    let failed = |error: csv::Error| {
        tracing::error!(%error, "a line cannot be written");
        AppError::Unavailable
    };
    writer.write_record(&sheet.heads).map_err(failed)?;
    for row in &sheet.rows {
        let line = row.iter().map(|cell| text(cell, locale));
        writer.write_record(line).map_err(failed)?;
    }
    writer.into_inner().map_err(|error| {
        tracing::error!(%error, "a file cannot be ended");
        AppError::Unavailable
    })
}

fn text(cell: &CellValue, locale: Locale) -> String {
    match cell {
        CellValue::Empty => String::new(),
        CellValue::Text(text) => harmless(text),
        CellValue::Money(amount) => figure(*amount, locale),
        CellValue::Percent(chance) => chance.percent().to_string(),
        CellValue::Day(day) => match locale {
            Locale::Es => day.format(locale),
            Locale::En => day.to_string(),
        },
        CellValue::Count(count) => count.to_string(),
    }
}

/// A number without thousands marks, so that it is one to the spreadsheet.
fn figure(amount: Money, locale: Locale) -> String {
    let sign = if amount.cents() < 0 { "-" } else { "" };
    let cents = amount.cents().unsigned_abs();
    let mark = match locale {
        Locale::Es => ',',
        Locale::En => '.',
    };
    format!("{sign}{}{mark}{:02}", cents / 100, cents % 100)
}

/// A text that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, "CSV Injection"): who names a
/// client `=HYPERLINK(…)` must not act on the machine of whoever opens the file. Blanks before the sign hide nothing: they
/// are trimmed where the text is read.
fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_begins_as_a_formula_and_no_figure_becomes_a_text() {
        for begins in ["=1+1", "+34 600", "-5", "@SUM(A1)", "\t=1", "\r=1"] {
            assert_eq!(
                text(&CellValue::Text(begins.to_owned()), Locale::Es),
                format!("'{begins}")
            );
        }
        assert_eq!(
            text(&CellValue::Text("Peña = Hijos".to_owned()), Locale::Es),
            "Peña = Hijos"
        );
        let debt = CellValue::Money(Money::eur(-123_456_705).unwrap());
        assert_eq!(text(&debt, Locale::Es), "-1234567,05");
        assert_eq!(text(&debt, Locale::En), "-1234567.05");
    }
}
