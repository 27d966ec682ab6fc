//! A list that stands twice: glued to the end of the words that announce it, and below them line by line.

use super::noise::{DiagnosticKind, NoiseLog};
use super::sentences::find_outside_brackets;
use super::text::Text;

/// The letters of words, by which a copy is known whatever its spaces.
pub(super) fn letters(words: &str) -> String {
    words.chars().filter(|c| *c != ' ').collect()
}

/// Where the copy begins that is glued to the end of a text: behind the first full stop behind which nothing but the copy stands.
/// The copy of a table may hold sentences of its own.
pub(super) fn copy_at(text: &Text, is_copy: impl Fn(&str) -> bool) -> Option<usize> {
    let normal = text.normal();
    let mut ends = find_outside_brackets(normal, "。").into_iter().map(|at| at + "。".len());
    ends.find(|end| {
        let glued = letters(&normal[*end..]);
        !glued.is_empty() && is_copy(&glued)
    })
}

/// Cuts the copy off, if there is one, and notes it.
pub(super) fn cut_copy(text: &mut Text, is_copy: impl Fn(&str) -> bool, noise: &mut NoiseLog) {
    let Some(at) = copy_at(text, is_copy) else { return };
    let range = at..text.normal().len();
    noise.push(DiagnosticKind::GluedList, text.source_range(range.clone()));
    *text = text.without(&[range]);
}
