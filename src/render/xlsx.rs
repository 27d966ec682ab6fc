//! Tables as a workbook (Office Open XML): a sheet for each, with header, filter, frozen header, widths, and print set-up for A4.

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::measure::em_width;
use super::messages::{Messages, tr};
use super::properties::without_controls;
use super::tables::{AnswerTable, Cell};
use crate::graph::RegulationInfo;

/// The font of the sheets; Excel takes its own where it is missing.
const FONT: &str = "Yu Gothic";
/// Most characters that a cell of a workbook holds.
const LONGEST_CELL: usize = 32_000;
/// Paper size A4 in the format's numbering.
const A4: u8 = 9;
/// Most columns of a sheet that is printed upright.
const UPRIGHT_COLUMNS: usize = 4;

/// The tables as a workbook.
///
/// # Errors
/// The workbook cannot be made: more rows than a sheet holds.
pub fn workbook(
    tables: &[AnswerTable],
    regulation: &RegulationInfo,
    messages: &Messages,
) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // The same tables give the same bytes: no day of making.
    let day = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(
        &DocProperties::new().set_title(without_controls(&regulation.title)).set_creation_datetime(&day),
    );
    for table in tables {
        sheet(workbook.add_worksheet(), table, regulation, messages)?;
    }
    workbook.save_to_buffer()
}

/// Height of a line of Japanese in 10 points (LibreOffice sets it higher than Excel), and of the highest row that a workbook can
/// have.
const LINE_HEIGHT: f64 = 16.0;
const HIGHEST_ROW: f64 = 409.0;

fn sheet(
    sheet: &mut Worksheet,
    table: &AnswerTable,
    regulation: &RegulationInfo,
    messages: &Messages,
) -> Result<(), XlsxError> {
    let body = Format::new().set_font_name(FONT).set_font_size(10).set_align(FormatAlign::Top).set_text_wrap();
    let body = body.set_border(FormatBorder::Hair);
    let header = body.clone().set_bold().set_background_color(0xD6E2F0).set_align(FormatAlign::VerticalCenter);
    let header = header.set_border(FormatBorder::Thin);
    let flag = body.clone().set_bold().set_font_color(0xB3261E).set_background_color(0xFBE9E7);
    sheet.set_name(&table.title)?;
    for (column, number) in table.columns.iter().zip(0_u16..) {
        sheet.set_column_width(number, column.width)?;
        sheet.write_string_with_format(0, number, &column.title, &header)?;
    }
    let mut last_row = 0;
    for (row, cells) in (1_u32..).zip(&table.rows) {
        for (cell, column) in cells.iter().zip(0_u16..) {
            match cell {
                Cell::Number(number) => {
                    // Numbers of rows and of seats; all are exact as floating point.
                    sheet.write_number_with_format(row, column, *number as f64, &body)?
                }
                Cell::Flag(text) => sheet.write_string_with_format(row, column, cut(text), &flag)?,
                other => sheet.write_string_with_format(row, column, cut(&other.text()), &body)?,
            };
        }
        sheet.set_row_height(row, row_height(table, cells))?;
        last_row = row;
    }
    let last_column = u16::try_from(table.columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    sheet.autofilter(0, 0, last_row, last_column)?;
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_paper_size(A4);
    if table.columns.len() > UPRIGHT_COLUMNS {
        sheet.set_landscape();
    }
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.5, 0.5, 0.75, 0.75, 0.3, 0.3);
    // An ampersand opens a command of headers and footers; two are one.
    let plain = |text: &str| without_controls(text).replace('&', "&&").chars().take(100).collect::<String>();
    sheet.set_header(format!("&L{}　{}", plain(&regulation.title), plain(&table.title)));
    sheet.set_footer(format!("&L{}&R&P / &N", plain(&tr!(messages, "drawn-from-text"))));
    Ok(())
}

/// Height that the longest cell of a row needs when it is wrapped, in points. Excel finds it by itself, LibreOffice does not.
fn row_height(table: &AnswerTable, cells: &[Cell]) -> f64 {
    let lines = cells.iter().zip(&table.columns).map(|(cell, column)| {
        // Widths are in digits of the default font, which is larger by a tenth.
        let room = f64::from(column.width.max(3)) * 1.05 - 1.0;
        let text = cell.text();
        // A full-width character takes two half-width ones.
        text.split('\n').map(|line| (em_width(line) * 2.0 / room).ceil().max(1.0)).sum::<f64>()
    });
    (lines.fold(1.0, f64::max) * LINE_HEIGHT).min(HIGHEST_ROW)
}

/// Text of a length that a cell holds.
fn cut(text: &str) -> String {
    let text = without_controls(text);
    match text.char_indices().nth(LONGEST_CELL) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}
