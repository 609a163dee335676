//! The table as a workbook: amounts, shares and days as such, the heads in sight while one scrolls.

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use super::sheet::Sheet;
use crate::{
    error::AppError,
    types::{CellValue, Day, Locale},
};

/// A text is written as one: what begins with `=` is no formula here.
pub fn write(sheet: &Sheet, _: Locale) -> Result<Vec<u8>, AppError> {
    book(sheet).map_err(|error| {
        tracing::error!(%error, "a workbook cannot be written");
        AppError::Unavailable
    })
}

fn book(sheet: &Sheet) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    page.set_name(sheet.name)?;
    page.set_freeze_panes(1, 0)?;
    let head = Format::new().set_bold();
    for (at, name) in (0..).zip(&sheet.heads) {
        page.write_string_with_format(0, at, name, &head)?;
    }
    let formats = Formats {
        amount: Format::new().set_num_format("#,##0.00"),
        day: Format::new().set_num_format("dd/mm/yyyy"),
    };
    for (row, cells) in (1..).zip(&sheet.rows) {
        for (at, cell) in (0..).zip(cells) {
            formats.put(page, (row, at), cell)?;
        }
    }
    page.autofit();
    book.save_to_buffer()
}

/// How values look.
struct Formats {
    amount: Format,
    day: Format,
}

impl Formats {
    fn put(&self, page: &mut Worksheet, (row, at): (u32, u16), cell: &CellValue) -> Result<(), XlsxError> {
        match cell {
            CellValue::Empty => page,
            CellValue::Text(text) => page.write_string(row, at, text)?,
            // Whole cents of an amount are exact to the cent in the numbers that a workbook has, up to the limit of `Money`.
            CellValue::Money(amount) => {
                page.write_number_with_format(row, at, amount.cents() as f64 / 100.0, &self.amount)?
            }
            CellValue::Percent(chance) => page.write_number(row, at, chance.percent())?,
            CellValue::Count(count) => page.write_number(row, at, *count)?,
            CellValue::Day(day) => match excel(*day) {
                Some(date) => page.write_datetime_with_format(row, at, &date, &self.day)?,
                // Before 1900 a workbook knows no days.
                None => page.write_string(row, at, day.to_string())?,
            },
        };
        Ok(())
    }
}

fn excel(day: Day) -> Option<ExcelDateTime> {
    let text = day.to_string();
    let mut parts = text.splitn(3, '-');
    let year = parts.next()?.parse().ok()?;
    let month = parts.next()?.parse().ok()?;
    let of_month = parts.next()?.parse().ok()?;
    ExcelDateTime::from_ymd(year, month, of_month).ok()
}
