//! The parts that everything else rests on: the normaliser with its way back to the source, brackets, sentences, numerals,
//! pointers, dates.
#![no_main]

use kengen::regulation::{
    find_brackets, find_dates, find_outside_brackets, find_pointers, normalize, outermost_brackets, parse_number, sentences,
};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|source: &str| {
    let text = normalize(source, 0..source.len());
    let normal = text.normal();
    // Every range of the normalised text leads back to one of the source.
    for (at, letter) in normal.char_indices() {
        let range = text.source_range(at..at + letter.len_utf8());
        assert!(source.get(range.clone()).is_some(), "{range:?}");
        let slice = text.slice(at..at + letter.len_utf8());
        assert_eq!(slice.normal(), letter.to_string());
    }
    let brackets = find_brackets(normal);
    for bracket in &brackets {
        assert!(normal.get(bracket.range()).is_some() && normal.get(bracket.inside()).is_some());
    }
    let bare = text.without(&outermost_brackets(normal));
    assert!(bare.normal().len() <= normal.len());
    for range in sentences(normal) {
        assert!(normal.get(range).is_some());
    }
    for at in find_outside_brackets(normal, "。") {
        assert!(normal[at..].starts_with('。'));
    }
    for pointer in find_pointers(normal) {
        assert!(normal.get(pointer.range).is_some());
    }
    let _ = find_dates(normal);
    let _ = parse_number(normal);
});
