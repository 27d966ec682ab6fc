//! Limits of 代決: sentences on what may not be decided for somebody absent (重要, 異例), when it may (急を要するもの), and that it
//! has to be shown afterwards (後閲). They limit edges that other constructs make and make none themselves.

use std::sync::LazyLock;

use regex::Regex;

use super::outline::Outline;
use super::patterns::captures;
use crate::graph::{Provenance, Remark, RemarkKind};

/// What a limit says: what alone may be decided, what may not, what has to be done afterwards.
static LIMIT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        "代決(?:することが)?できる[^。]*限る|代決(?:することが)?できない|代決してはならない|代決した[^。]*(?:後閲|閲覧|報告|承認)",
    )
    .expect("a constant pattern")
});

/// The limits of 代決 that a regulation states, in the order of the text.
pub(super) fn collect(outline: &Outline<'_>) -> Vec<Remark> {
    let document = outline.document;
    let mut remarks: Vec<Remark> = Vec::new();
    let mut last = None;
    for (number, sentence) in outline.sentences.iter().enumerate() {
        let clause = outline.clause_of(number);
        let words = document.quote(sentence.text.span());
        let text = sentence.text.normal();
        if captures(&LIMIT, &["代決"], text).is_some() {
            remarks.push(Remark {
                kind: RemarkKind::DecisionLimit,
                subject: words.to_owned(),
                detail: String::new(),
                line: document.line_of(sentence.text.span().start),
                provenance: Provenance::new(clause.id.clone(), words),
            });
            last = Some((number, clause.id.clone()));
        } else if text.starts_with("ただし")
            && last.as_ref().is_some_and(|(before, of)| before + 1 == number && *of == clause.id)
        {
            // A proviso belongs to the sentence in front of it.
            if let Some(remark) = remarks.last_mut() {
                remark.provenance.extend(&Provenance::new(clause.id.clone(), words));
            }
        }
    }
    remarks
}
