//! The rows of an occupancy file, whatever its format.

use std::io::Cursor;

use calamine::{Data, Reader as _, open_workbook_auto_from_rs};

use super::OccupancyError;
use crate::regulation::decode;

/// The first bytes of workbooks: a ZIP archive (xlsx, ods) and a compound file (xls).
const WORKBOOKS: [&[u8]; 2] = [b"PK\x03\x04", &[0xd0, 0xcf, 0x11, 0xe0]];

/// The rows of a file.
pub(super) struct Table {
    /// The row with the names of the columns.
    pub header: Row,
    /// The rows below it that are not empty.
    pub rows: Vec<Row>,
}

/// A row.
pub(super) struct Row {
    /// Its number in the file, from 1.
    pub number: usize,
    pub cells: Vec<Value>,
}

/// What stands in a cell.
pub(super) enum Value {
    Text(String),
    /// A day of a workbook, as YYYY-MM-DD.
    Day(String),
    /// An error of a workbook: #N/A.
    Error(String),
}

impl Value {
    /// The text without spaces around it; nothing for an error or characters that were lost in decoding.
    pub fn text(&self) -> Option<String> {
        match self {
            Value::Text(text) if !text.contains(char::REPLACEMENT_CHARACTER) => Some(text.trim().to_owned()),
            Value::Day(day) => Some(day.clone()),
            Value::Text(_) | Value::Error(_) => None,
        }
    }

    /// What a reader of the file sees there.
    pub fn shown(&self) -> String {
        match self {
            Value::Text(text) | Value::Day(text) | Value::Error(text) => text.trim().to_owned(),
        }
    }
}

/// Reads the first sheet of a workbook, or CSV.
pub(super) fn read(bytes: &[u8]) -> Result<Table, OccupancyError> {
    let is_workbook = WORKBOOKS.iter().any(|start| bytes.starts_with(start));
    let rows = if is_workbook { workbook(bytes)? } else { separated(bytes)? };
    let mut rows = rows.into_iter().filter(|row| row.cells.iter().any(|value| !value.shown().is_empty()));
    let header = rows.next().ok_or(OccupancyError::Empty)?;
    Ok(Table { header, rows: rows.collect() })
}

/// The rows of a text with values separated by commas, or by tabs where its first line has more of these.
fn separated(bytes: &[u8]) -> Result<Vec<Row>, OccupancyError> {
    let unreadable = |reason: String| OccupancyError::Unreadable { reason };
    let text = match decode(bytes) {
        Ok(text) => text.replace("\r\n", "\n"),
        Err(crate::regulation::ReadError::Empty) => return Err(OccupancyError::Empty),
        Err(error) => return Err(unreadable(error.to_string())),
    };
    let first = text.lines().next().unwrap_or_default();
    let count = |separator: char| first.matches(separator).count();
    let delimiter = if count('\t') > count(',') { b'\t' } else { b',' };
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut number = 0;
    for record in reader.records() {
        let record = record.map_err(|error| unreadable(error.to_string()))?;
        // As spreadsheets number rows: an empty line is one, a line break inside quotation marks makes none.
        let start = record.position().map_or(0, |position| position.byte() as usize);
        number += 1 + text[start..].bytes().take_while(|byte| matches!(byte, b'\n' | b'\r')).count();
        rows.push(Row { number, cells: record.iter().map(|cell| Value::Text(cell.to_owned())).collect() });
    }
    Ok(rows)
}

/// The rows of the first sheet of a workbook.
fn workbook(bytes: &[u8]) -> Result<Vec<Row>, OccupancyError> {
    let unreadable = |error: calamine::Error| OccupancyError::Unreadable { reason: error.to_string() };
    let mut book = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(unreadable)?;
    let sheet = book.worksheet_range_at(0).ok_or(OccupancyError::Empty)?.map_err(unreadable)?;
    let (above, left) = sheet.start().unwrap_or_default();
    let row = |(at, cells): (usize, &[Data])| {
        // The range of a sheet starts at its first cell that is not empty.
        let empty = (0..left).map(|_| Value::Text(String::new()));
        Row { number: above as usize + at + 1, cells: empty.chain(cells.iter().map(value)).collect() }
    };
    Ok(sheet.rows().enumerate().map(row).collect())
}

fn value(cell: &Data) -> Value {
    match cell {
        Data::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            Value::Day(format!("{year:04}-{month:02}-{day:02}"))
        }
        Data::DateTimeIso(text) => Value::Day(text.split('T').next().unwrap_or(text).to_owned()),
        Data::Error(error) => Value::Error(error.to_string()),
        other => Value::Text(other.to_string()),
    }
}
