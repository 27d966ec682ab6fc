//! Any bytes as a regulation, in the format they show and in each that may be asked for; what was read compiles.
#![no_main]

use kengen::compile::Supplement;
use kengen::regulation::{Document, Format, read, read_as};
use kengen_fuzz::compiled;
use libfuzzer_sys::fuzz_target;

/// All places in a document lie in its source, on boundaries of characters.
fn check(document: &Document) {
    let source = &document.source;
    for line in &document.structure {
        assert!(source.get(line.span.clone()).is_some());
    }
    let others = document.supplements.iter().chain(&document.appendices).flat_map(|part| &part.articles);
    for article in document.articles.iter().chain(others) {
        for paragraph in &article.paragraphs {
            assert!(source.get(paragraph.span.clone()).is_some());
            assert!(source.get(paragraph.lead.span()).is_some());
        }
    }
}

fuzz_target!(|bytes: &[u8]| {
    if let Ok((document, _)) = read(bytes) {
        check(&document);
    }
    let Some((first, rest)) = bytes.split_first() else { return };
    let format = [Format::Text, Format::Markdown, Format::LawXml, Format::Html][usize::from(*first) % 4];
    if let Ok((document, diagnostics)) = read_as(rest, format) {
        check(&document);
        for diagnostic in &diagnostics {
            assert!(!diagnostic.places.is_empty());
        }
        let _ = compiled(&document, &Supplement::default()).with_diagnostics(&diagnostics);
    }
});
