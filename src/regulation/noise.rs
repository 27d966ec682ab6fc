//! What was odd about the text and how it was read: noise of extraction that was repaired, once per kind with its places.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::document::Document;

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum DiagnosticKind {
    /// A sentence broken across lines or pages was joined.
    BrokenLine,
    /// Bullets stand before some paragraphs or items and not before others of the same list.
    LostBullet,
    /// Letters with spaces between them (I C T) were joined.
    SpacedLetters,
    /// Half-width and full-width brackets are mixed among captions.
    MixedBrackets,
    /// An item ends twice in the same words (に関する事務に関する事務).
    DoubledEnding,
    /// A number stood on a line of its own.
    NumberAlone,
    /// A list was glued to the end of its sentence and repeated line by line.
    GluedList,
    /// A bracket has no partner.
    UnmatchedBracket,
    /// The numbers of articles, paragraphs or items skip or repeat one.
    NumberGap,
    /// XML that is not well formed was read for its tags all the same; the words are the file's where it breaks.
    MalformedMarkup,
    /// Words of a page that nobody sees were left out; the place has no length, its words are those left out.
    HiddenWords,
}

/// A place in the source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Place {
    /// Title of the instrument that it is in, where several are read together.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub instrument: String,
    /// Line, from 1.
    pub line: u32,
    /// First byte in the decoded source.
    pub start: u32,
    /// Byte behind the last one.
    pub end: u32,
    /// The words there, verbatim.
    pub words: String,
}

impl Place {
    /// The place at a byte range of a document.
    pub fn at(document: &Document, range: Range<usize>) -> Self {
        Self {
            instrument: String::new(),
            line: document.line_of(range.start),
            start: range.start as u32,
            end: range.end as u32,
            words: document.quote(range).to_owned(),
        }
    }
}

/// One kind of oddity with all its places, in the order of the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Diagnostic {
    /// What was found.
    pub kind: DiagnosticKind,
    /// Where; never empty.
    pub places: Vec<Place>,
}

/// Collects places by kind.
#[derive(Debug, Default)]
pub(super) struct NoiseLog {
    /// Kind and place of each, and its words if they are not those of the source.
    found: Vec<(DiagnosticKind, Range<usize>, Option<String>)>,
}

impl NoiseLog {
    pub(super) fn push(&mut self, kind: DiagnosticKind, range: Range<usize>) {
        self.found.push((kind, range, None));
    }

    /// Notes words of the file that are not in the source, at the place of the source where they would stand.
    pub(super) fn push_words(&mut self, kind: DiagnosticKind, at: usize, words: String) {
        self.found.push((kind, at..at, Some(words)));
    }

    /// One diagnostic per kind, places in the order of the text.
    pub(super) fn finish(mut self, document: &Document) -> Vec<Diagnostic> {
        self.found.sort_by_key(|(kind, range, _)| (*kind, range.start, range.end));
        self.found.dedup();
        let mut diagnostics: Vec<Diagnostic> = Vec::new();
        for (kind, range, words) in self.found {
            let mut place = Place::at(document, range);
            place.words = words.unwrap_or(place.words);
            match diagnostics.last_mut() {
                Some(last) if last.kind == kind => last.places.push(place),
                _ => diagnostics.push(Diagnostic { kind, places: vec![place] }),
            }
        }
        diagnostics
    }
}
