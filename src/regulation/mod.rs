//! From the bytes of a file to a [`Document`]: articles, paragraphs, items and headings, each with its place in the source.
//!
//! This room knows how regulations are laid out and nothing of what they say: no unit, post or duty. Patterns run on a
//! normalised copy of the text ([`Text`]); every quotation leads back to the source through its offset map.
//! Reading never fails once a file is text: what looks odd becomes a [`Diagnostic`].

mod assemble;
mod brackets;
mod citation;
mod dates;
mod document;
mod encoding;
mod enforcement;
mod lines;
mod markers;
mod noise;
mod numerals;
mod pointers;
mod provisions;
mod repair;
mod sentences;
mod text;

pub use brackets::{Bracket, find_brackets, outermost_brackets};
pub use citation::{Citation, supplement_citation};
pub use dates::{CalendarDate, find_dates};
pub use document::{
    Article, ArticleNumber, Block, Division, DivisionKind, Document, Entry, Item, ItemLabel, LabelStyle, Paragraph,
    StructureKind, StructureLine, Supplement, Table,
};
pub use encoding::{ReadError, decode};
pub use enforcement::{Enforcement, EnforcementDay};
pub use lines::Format;
pub use noise::{Diagnostic, DiagnosticKind, Place};
pub use numerals::parse_number;
pub use pointers::{Level, Pointer, Which, find_pointers, pointer_at};
pub use sentences::{find_outside_brackets, sentences};
pub use text::{Text, normalize};

/// Reads a regulation: decodes the bytes, recognises the format, and takes the text apart.
///
/// ```
/// let (document, diagnostics) =
///     kengen::regulation::read("甲市規則\n第1条 市に総務部を置く。\n".as_bytes()).unwrap();
/// assert_eq!(document.articles.len(), 1);
/// assert!(diagnostics.is_empty());
/// ```
///
/// # Errors
/// Only when the bytes are no text at all: empty, or binary.
pub fn read(bytes: &[u8]) -> Result<(Document, Vec<Diagnostic>), ReadError> {
    let source = decode(bytes)?;
    Ok(read_text(source))
}

/// Reads a regulation that is already decoded. Never fails.
pub fn read_text(source: String) -> (Document, Vec<Diagnostic>) {
    let format = Format::detect(&source);
    assemble::assemble(source, format)
}
