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

/// The sentences that state a limit of 代決, in the order of the text, each with the proviso right behind it.
pub(super) fn found(outline: &Outline<'_>) -> Vec<(usize, Option<usize>)> {
    let mut found: Vec<(usize, Option<usize>)> = Vec::new();
    for (number, sentence) in outline.sentences.iter().enumerate() {
        let text = sentence.text.normal();
        if captures(&LIMIT, &["代決"], text).is_some() {
            found.push((number, None));
        } else if text.starts_with("ただし")
            && let Some((before, proviso)) = found.last_mut()
            && *before + 1 == number
            && outline.sentences[*before].clause == sentence.clause
        {
            *proviso = Some(number);
        }
    }
    found
}

/// The limits of 代決 that a regulation states, in the order of the text.
pub(super) fn collect(outline: &Outline<'_>) -> Vec<Remark> {
    let document = outline.document;
    let words = |number: usize| document.quote(outline.sentences[number].text.span());
    let remark = |(number, proviso): (usize, Option<usize>)| {
        let clause = &outline.clause_of(number).id;
        let mut provenance = Provenance::new(clause.clone(), words(number));
        // A proviso belongs to the sentence in front of it.
        provenance.extend(&proviso.map_or_else(|| provenance.clone(), |it| Provenance::new(clause.clone(), words(it))));
        Remark {
            kind: RemarkKind::DecisionLimit,
            subject: words(number).to_owned(),
            detail: String::new(),
            line: document.line_of(outline.sentences[number].text.span().start),
            provenance,
        }
    };
    found(outline).into_iter().map(remark).collect()
}
