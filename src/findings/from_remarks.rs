//! What the rules share that report what the compiler noted on the text.

use super::review::Review;
use super::{Finding, Severity, finding};
use crate::graph::{Remark, RemarkKind};

/// A finding for each remark of a kind: about the clause that it stands in, with the words as the argument `words`.
pub(super) fn of_kind(review: &Review<'_>, kind: RemarkKind, code: &'static str, severity: Severity) -> Vec<Finding> {
    let remarks = review.graph.annotations().remarks_of(kind);
    remarks.map(|remark| of_remark(remark, code, severity)).collect()
}

/// A finding for one remark.
pub(super) fn of_remark(remark: &Remark, code: &'static str, severity: Severity) -> Finding {
    let subjects = vec![remark.provenance.first().clause.clone()];
    let sort = format!("{}{}", remark.subject, remark.detail);
    finding(code, severity, &sort, subjects, remark.provenance.clone()).with("words", first_line(&remark.subject))
}

/// The first line of words, so that a message stays a sentence.
fn first_line(words: &str) -> &str {
    words.trim().lines().next().unwrap_or_default()
}
