//! Findings and the order of substitution as a Word document (Office Open XML), to be put on the table and written on.

use docx_rs::{
    AlignmentType, Docx, DocxError, PageOrientationType, Paragraph, Run, RunFonts, Shading, Table, TableCell, TableRow,
    WidthType,
};

use super::messages::{Messages, tr};
use super::properties::without_controls;
use super::tables::{AnswerTable, Cell};
use crate::graph::RegulationInfo;

/// The font of the document; Word takes its own where it is missing.
const FONT: &str = "Yu Gothic";
/// A4 landscape in twentieths of a point, and its margins.
const PAGE: (u32, u32) = (16_838, 11_906);
const MARGIN: i32 = 850;
/// Font sizes in half points.
const TITLE: usize = 32;
const HEADING: usize = 24;
const BODY: usize = 18;

/// Tables as a document, one after the other, each with its title.
///
/// # Errors
/// The document cannot be packed.
pub fn document(
    tables: &[AnswerTable],
    regulation: &RegulationInfo,
    messages: &Messages,
) -> Result<Vec<u8>, DocxError> {
    let fonts = RunFonts::new().ascii(FONT).hi_ansi(FONT).east_asia(FONT);
    let margin = docx_rs::PageMargin { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN, ..Default::default() };
    let mut document = Docx::new()
        .default_fonts(fonts)
        .default_size(BODY)
        .page_size(PAGE.0, PAGE.1)
        .page_orient(PageOrientationType::Landscape)
        .page_margin(margin)
        .add_paragraph(paragraph(&regulation.title, TITLE, true))
        .add_paragraph(paragraph(&regulation.last_amendment, BODY, false))
        .add_paragraph(paragraph(&tr!(messages, "drawn-from-text"), BODY, false));
    for one in tables {
        document = document.add_paragraph(Paragraph::new());
        document = document.add_paragraph(paragraph(&one.title, HEADING, true).keep_next(true));
        document = document.add_table(table(one));
    }
    let mut bytes = std::io::Cursor::new(Vec::new());
    document.build().pack(&mut bytes)?;
    Ok(bytes.into_inner())
}

fn run(text: &str) -> Run {
    let mut run = Run::new();
    for (number, line) in without_controls(text).split('\n').enumerate() {
        if number > 0 {
            run = run.add_break(docx_rs::BreakType::TextWrapping);
        }
        run = run.add_text(line);
    }
    run
}

fn paragraph(text: &str, size: usize, bold: bool) -> Paragraph {
    let run = run(text).size(size);
    Paragraph::new().add_run(if bold { run.bold() } else { run })
}

fn table(table: &AnswerTable) -> Table {
    let usable = PAGE.0 as usize - 2 * MARGIN.unsigned_abs() as usize;
    let all: usize = table.columns.iter().map(|column| usize::from(column.width)).sum();
    let widths: Vec<usize> =
        table.columns.iter().map(|column| usize::from(column.width) * usable / all.max(1)).collect();
    let header = table.columns.iter().zip(&widths).map(|(column, width)| {
        let shade = Shading::new().fill("D6E2F0");
        cell(&Cell::Text(column.title.clone()), *width, true).shading(shade)
    });
    let mut rows = vec![TableRow::new(header.collect()).cant_split()];
    for row in &table.rows {
        let cells = row.iter().zip(&widths).map(|(one, width)| cell(one, *width, false));
        rows.push(TableRow::new(cells.collect()).cant_split());
    }
    Table::new(rows).set_grid(widths).width(usable, WidthType::Dxa)
}

fn cell(cell: &Cell, width: usize, bold: bool) -> TableCell {
    let run = run(&cell.text()).size(BODY);
    let flagged = matches!(cell, Cell::Flag(_));
    let run = if bold || flagged { run.bold() } else { run };
    let run = if flagged { run.color("B3261E") } else { run };
    let align = if matches!(cell, Cell::Number(_)) { AlignmentType::Right } else { AlignmentType::Left };
    TableCell::new().add_paragraph(Paragraph::new().align(align).add_run(run)).width(width, WidthType::Dxa)
}
