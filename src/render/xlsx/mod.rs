//! Answers as workbooks for Excel and LibreOffice: one sheet each, with a header that stays in sight, a filter, column widths
//! and a layout for paper.

mod findings;
mod sheet;

pub use findings::findings;
