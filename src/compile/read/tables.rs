//! One grammar for all tables (`reading.md` §1.4): what a column holds is told by the sentence that speaks of it, else by its header.

use super::SentenceReading;
use super::complete::Reader;
use super::state::{Kind, Reason};

/// Reads a row.
pub(crate) fn row(reader: &Reader<'_, '_>, index: usize) -> SentenceReading {
    let text = reader.place(index).text.normal();
    SentenceReading::unread(text, Reason::NoPredicate)
}
