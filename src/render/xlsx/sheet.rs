//! A sheet: a header, rows of text and numbers, and how it is looked at and printed.

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

/// The most characters that a cell may hold.
const CELL_LIMIT: usize = 32_767;
/// A4, in the numbering of the file format.
const A4: u8 = 9;
/// The background of a header: the blue of the charts' heads, light enough for black print.
const HEADER_COLOUR: u32 = 0x00E3_EEF9;

/// A column: what its header says, and how wide it is, in characters of half width.
pub(super) struct Column {
    /// The header.
    pub title: String,
    /// The width.
    pub width: f64,
}

/// A cell.
pub(super) enum Cell {
    /// Text.
    Text(String),
    /// A number.
    Number(usize),
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Cell::Text(text)
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Cell::Text(text.to_owned())
    }
}

/// A workbook that is the same bytes for the same content: it says nothing of when it was made.
pub(super) fn workbook(title: &str) -> Result<Workbook, XlsxError> {
    let mut workbook = Workbook::new();
    let day = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&day));
    Ok(workbook)
}

/// Adds a sheet with these columns and rows. `heading` is printed above each page.
pub(super) fn add_sheet(
    workbook: &mut Workbook,
    name: &str,
    heading: &str,
    columns: &[Column],
    rows: &[Vec<Cell>],
) -> Result<(), XlsxError> {
    let sheet = workbook.add_worksheet();
    sheet.set_name(sheet_name(name))?;
    let header = Format::new()
        .set_bold()
        .set_background_color(Color::RGB(HEADER_COLOUR))
        .set_border(FormatBorder::Thin)
        .set_align(FormatAlign::VerticalCenter)
        .set_text_wrap();
    let body = Format::new().set_border(FormatBorder::Hair).set_align(FormatAlign::Top).set_text_wrap();
    for (at, column) in (0u16..).zip(columns) {
        sheet.set_column_width(at, column.width)?;
        sheet.write_string_with_format(0, at, &column.title, &header)?;
    }
    for (at, row) in (1u32..).zip(rows) {
        for (column, cell) in (0u16..).zip(row) {
            match cell {
                Cell::Text(text) => sheet.write_string_with_format(at, column, fitting(text), &body)?,
                Cell::Number(number) => sheet.write_number_with_format(at, column, *number as f64, &body)?,
            };
        }
    }
    lay_out(sheet, heading, columns.len(), rows.len())
}

/// What the sheet looks like on the screen and on paper.
fn lay_out(sheet: &mut Worksheet, heading: &str, columns: usize, rows: usize) -> Result<(), XlsxError> {
    let last_column = u16::try_from(columns.saturating_sub(1)).unwrap_or(u16::MAX);
    let last_row = u32::try_from(rows).unwrap_or(u32::MAX);
    sheet.set_freeze_panes(1, 0)?;
    if columns > 0 {
        sheet.autofilter(0, 0, last_row, last_column)?;
    }
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_landscape();
    sheet.set_paper_size(A4);
    sheet.set_print_fit_to_pages(1, 0);
    // `&` starts a code in a printed heading.
    sheet.set_header(format!("&L{}", heading.replace('&', "&&")));
    sheet.set_footer("&R&P / &N");
    Ok(())
}

/// The text as far as a cell holds it.
fn fitting(text: &str) -> String {
    let clean = |character: &char| !character.is_control() || matches!(character, '\n' | '\t');
    let text: String = text.chars().filter(clean).collect();
    if text.encode_utf16().count() <= CELL_LIMIT {
        return text;
    }
    let mut fitting = String::new();
    let mut units = 0;
    for character in text.chars() {
        units += character.len_utf16();
        if units >= CELL_LIMIT {
            break;
        }
        fitting.push(character);
    }
    fitting.push('…');
    fitting
}

/// A name that a sheet may have: at most 31 characters, none of `[]:*?/\`.
fn sheet_name(name: &str) -> String {
    name.chars().filter(|character| !"[]:*?/\\".contains(*character)).take(31).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_cell_and_a_sheet_cannot_hold_is_left_out() {
        assert_eq!(fitting("a\u{0}b\nc"), "ab\nc");
        let long = "😀".repeat(CELL_LIMIT);
        assert!(fitting(&long).encode_utf16().count() <= CELL_LIMIT);
        assert_eq!(sheet_name("a/b:[c]*?\\"), "abc");
        assert_eq!(sheet_name(&"長".repeat(40)).chars().count(), 31);
    }
}
