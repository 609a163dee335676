//! The rows of a CSV as bytes, without ever holding more than a little over 1 MiB of them.

use std::io::{self, BufRead};

/// The most that a row may take, in bytes.
pub(super) const LONGEST: usize = 1024 * 1024;

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// A row.
    Whole,
    /// More than [`LONGEST`] without a line break.
    TooLong,
    /// Quotes that nothing closes: only their own line is lost.
    OpenQuotes,
}

/// Splits a stream into rows: at line breaks, except those between quotes.
pub(super) struct Lines<R> {
    input: R,
    /// What was read too far, to be read again, and from where on.
    back: Vec<u8>,
    at: usize,
    /// The number of the line that comes next, from 1.
    next: u64,
    delimiter: u8,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Where a quotation mark would open a quoted cell.
    Edge,
    Plain,
    Quoted,
    /// After a quotation mark in a quoted cell: its end, or half of a doubled one.
    Closing,
}

impl<R: BufRead> Lines<R> {
    pub(super) fn new(input: R) -> Self {
        Self {
            input,
            back: Vec::new(),
            at: 0,
            next: 1,
            delimiter: b',',
        }
    }

    /// From here on, cells are separated by this.
    pub(super) fn set_delimiter(&mut self, delimiter: u8) {
        self.delimiter = delimiter;
    }

    /// Puts the next row into `row`, without its line break, and says on which line it begins; none at the end.
    ///
    /// # Errors
    /// What the system answers.
    pub(super) fn next(&mut self, row: &mut Vec<u8>) -> io::Result<Option<(u64, Line)>> {
        row.clear();
        let begins = self.next;
        let mut place = Place::Edge;
        let mut first_break = None;
        let mut breaks = 0;
        loop {
            let delimiter = self.delimiter;
            let piece = self.piece()?;
            if piece.is_empty() {
                return Ok(self.at_end(row, begins, place, first_break));
            }
            let mut end = None;
            for (index, &byte) in piece.iter().enumerate() {
                if byte == b'\n' {
                    if place != Place::Quoted {
                        end = Some(index);
                        break;
                    }
                    breaks += 1;
                    first_break.get_or_insert(row.len() + index + 1);
                }
                place = after(place, byte, delimiter);
            }
            let length = end.unwrap_or(piece.len());
            row.extend_from_slice(&piece[..length]);
            self.consume(length + usize::from(end.is_some()));
            if end.is_some() && row.len() <= LONGEST {
                self.next += breaks + 1;
                return Ok(Some((begins, Line::Whole)));
            }
            if row.len() > LONGEST {
                return match first_break {
                    Some(first) => Ok(Some(self.give_back(row, first, begins))),
                    None => {
                        if end.is_none() {
                            self.skip_line()?;
                        }
                        self.next += 1;
                        Ok(Some((begins, Line::TooLong)))
                    }
                };
            }
        }
    }

    fn at_end(
        &mut self,
        row: &mut Vec<u8>,
        begins: u64,
        place: Place,
        first_break: Option<usize>,
    ) -> Option<(u64, Line)> {
        match (place, first_break) {
            _ if row.is_empty() => None,
            (Place::Quoted, Some(first)) => Some(self.give_back(row, first, begins)),
            (Place::Quoted, None) => Some((begins, Line::OpenQuotes)),
            _ => Some((begins, Line::Whole)),
        }
    }

    /// The rest after the first line break is read again, as rows of their own.
    fn give_back(&mut self, row: &mut Vec<u8>, first_break: usize, begins: u64) -> (u64, Line) {
        let mut back = row.split_off(first_break.min(row.len()));
        back.extend_from_slice(&self.back[self.at..]);
        self.back = back;
        self.at = 0;
        self.next = begins + 1;
        (begins, Line::OpenQuotes)
    }

    fn skip_line(&mut self) -> io::Result<()> {
        loop {
            let piece = self.piece()?;
            if piece.is_empty() {
                return Ok(());
            }
            let end = piece.iter().position(|byte| *byte == b'\n');
            let length = end.map_or(piece.len(), |end| end + 1);
            self.consume(length);
            if end.is_some() {
                return Ok(());
            }
        }
    }

    fn piece(&mut self) -> io::Result<&[u8]> {
        if self.at < self.back.len() {
            Ok(&self.back[self.at..])
        } else {
            self.input.fill_buf()
        }
    }

    fn consume(&mut self, length: usize) {
        if self.at < self.back.len() {
            self.at += length;
        } else {
            self.input.consume(length);
        }
    }
}

fn after(place: Place, byte: u8, delimiter: u8) -> Place {
    match (place, byte) {
        (Place::Edge | Place::Closing, b'"') => Place::Quoted,
        (Place::Quoted, b'"') => Place::Closing,
        (Place::Quoted, _) => Place::Quoted,
        (_, byte) if byte == delimiter => Place::Edge,
        _ => Place::Plain,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &[u8]) -> Vec<(u64, Line, String)> {
        // A small buffer, so that rows straddle its edges.
        let mut lines = Lines::new(io::BufReader::with_capacity(7, text));
        let mut row = Vec::new();
        let mut found = Vec::new();
        while let Some((line, what)) = lines.next(&mut row).unwrap() {
            let text = if what == Line::Whole {
                String::from_utf8_lossy(&row).into_owned()
            } else {
                String::new()
            };
            found.push((line, what, text));
        }
        found
    }

    #[test]
    fn breaks_between_quotes_belong_to_the_row() {
        assert_eq!(
            rows(b"a,\"b\nc \"\"d\"\"\",e\nf\"g,h\n"),
            [
                (1, Line::Whole, "a,\"b\nc \"\"d\"\"\",e".into()),
                (3, Line::Whole, "f\"g,h".into())
            ]
        );
    }

    #[test]
    fn quotes_left_open_cost_one_line() {
        assert_eq!(
            rows(b"a,b\nc,\"d\ne,f\ng,h"),
            [
                (1, Line::Whole, "a,b".into()),
                (2, Line::OpenQuotes, String::new()),
                (3, Line::Whole, "e,f".into()),
                (4, Line::Whole, "g,h".into())
            ]
        );
    }

    #[test]
    fn an_endless_line_is_passed_over_and_never_held() {
        let mut text = b"a\n".to_vec();
        text.extend(std::iter::repeat_n(b'x', 5 * LONGEST));
        text.extend(b"\nb\n");
        let mut lines = Lines::new(io::BufReader::new(text.as_slice()));
        let mut row = Vec::new();
        let mut found = Vec::new();
        while let Some(next) = lines.next(&mut row).unwrap() {
            found.push(next);
            assert!(row.len() < 2 * LONGEST);
        }
        assert_eq!(found, [(1, Line::Whole), (2, Line::TooLong), (3, Line::Whole)]);
    }
}
