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
mod format;
mod glued;
mod html;
mod join;
mod law_xml;
mod layout;
mod lines;
mod listed_things;
mod markers;
mod markup;
mod noise;
mod numerals;
mod pointers;
mod provisions;
mod repair;
mod sentences;
mod set_in_line;
mod text;

pub use brackets::{Bracket, find_brackets, outermost_brackets, without_last_bracket};
pub use citation::Citation;
pub use dates::{CalendarDate, find_dates};
pub use document::{
    Article, ArticleNumber, Block, Division, DivisionKind, Document, Entry, Instrument, Item, ItemLabel, LabelStyle,
    Paragraph, StructureKind, StructureLine, Supplement, Table,
};
pub use encoding::{ReadError, decode};
pub use enforcement::{Enforcement, EnforcementDay};
pub use format::{Format, UnknownFormat};
pub use join::join;
pub use markup::{Malformed, XmlFault};
pub use noise::{Diagnostic, DiagnosticKind, Place};
pub use numerals::parse_number;
pub use pointers::{Level, Pointer, Which, find_pointers, pointer_at};
pub use sentences::{find_outside_brackets, sentences};
pub use text::{Text, normalize};

use noise::NoiseLog;

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
/// When the bytes are no text at all (empty, or binary), and when a file that says of itself that it is XML (`<?xml …?>`) is
/// law XML and not well formed: what was cut off somewhere would be read as a regulation that says less.
pub fn read(bytes: &[u8]) -> Result<(Document, Vec<Diagnostic>), ReadError> {
    let text = decode(bytes)?;
    let format = Format::detect(&text);
    if format == Format::LawXml && text.trim_start().starts_with("<?xml") {
        return strict(&text);
    }
    Ok(read_text_as(text, format))
}

/// Reads a regulation in a format that is known, whatever its content looks like.
///
/// # Errors
/// When the bytes are no text at all (empty, or binary), and when what is said to be law XML is none.
pub fn read_as(bytes: &[u8], format: Format) -> Result<(Document, Vec<Diagnostic>), ReadError> {
    let text = decode(bytes)?;
    if format == Format::LawXml { strict(&text) } else { Ok(read_text_as(text, format)) }
}

/// Reads law XML that has to be well formed and to hold a law.
fn strict(text: &str) -> Result<(Document, Vec<Diagnostic>), ReadError> {
    let tree = markup::parse_xml(text).map_err(ReadError::Malformed)?;
    if !law_xml::holds_law(&tree) {
        let root = tree.elements().next().map(|root| root.name.clone()).unwrap_or_default();
        return Err(ReadError::NoLaw { root });
    }
    Ok(take_apart(law_xml::lay_out(&tree), Format::LawXml, NoiseLog::default()))
}

/// Reads a regulation that is already decoded, in the format that its content shows. Never fails.
pub fn read_text(text: String) -> (Document, Vec<Diagnostic>) {
    let format = Format::detect(&text);
    read_text_as(text, format)
}

/// Reads a regulation that is already decoded, in a format that is known. Never fails: XML that is not well formed is read for
/// its tags all the same ([`DiagnosticKind::MalformedMarkup`]), and a file without any tags for its words.
pub fn read_text_as(text: String, format: Format) -> (Document, Vec<Diagnostic>) {
    let mut noise = NoiseLog::default();
    let layout = match format {
        Format::Text | Format::Markdown => return assemble::assemble(text, format, Vec::new(), noise),
        Format::LawXml => {
            let tree = markup::parse_xml(&text).unwrap_or_else(|malformed| {
                noise.push_words(DiagnosticKind::MalformedMarkup, 0, malformed.words);
                markup::parse_tags(&text, true)
            });
            law_xml::lay_out(&tree)
        }
        Format::Html => html::lay_out(&markup::parse_tags(&text, false)),
    };
    take_apart(layout, format, noise)
}

/// Takes a text apart that was laid out from markup.
fn take_apart(layout: layout::Layout, format: Format, mut noise: NoiseLog) -> (Document, Vec<Diagnostic>) {
    for (at, words) in layout.hidden {
        noise.push_words(DiagnosticKind::HiddenWords, at, words);
    }
    assemble::assemble(layout.source, format, layout.hints, noise)
}
