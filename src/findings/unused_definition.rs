//! # Defined term that is not used
//!
//! ## What it finds
//! A term that the regulation defines and never uses again.
//!
//! ## Why it matters
//! A definition without use is a trace of an amendment: the clause that needed it has gone, or it spells the term out
//! again. Readers look for what it governs.
//!
//! ## Example
//! "この規程において「窓口」とは、…をいう。" and no other clause has 窓口.
//!
//! ## Basis
//! All clauses of the regulation. A longer term that holds the shorter one in it is no use of the shorter.
//!
//! # 使われていない定義
//!
//! ## 見つけるもの
//! 規程が定義しながら、その後どこにも使っていない用語。
//!
//! ## なぜ大切か
//! 使われない定義は改正の跡である。用いていた条文がなくなったか、用語を使わずに元の語を書いている。読む者は何に及ぶ定
//! 義かを探すことになる。
//!
//! ## 例
//! 「この規程において「窓口」とは、…をいう。」とあるが、ほかの条文に窓口の語がない。
//!
//! ## 根拠
//! 規程のすべての条文。その語を含む長い用語は、短い語の使用とはみない。

use super::review::Review;
use super::texts::without;
use super::{Finding, Severity, finding};
use crate::graph::{RemarkKind, fold_name};

/// The subject is the clause that defines the term. Arguments: `term`.
pub(super) fn find(review: &Review<'_>) -> Vec<Finding> {
    let definitions: Vec<_> = review.graph.annotations().remarks_of(RemarkKind::Definition).collect();
    let terms: Vec<String> = definitions.iter().map(|remark| fold_name(&remark.subject).into_owned()).collect();
    let mut found = Vec::new();
    for (definition, term) in definitions.iter().zip(&terms) {
        // What is defined twice is another matter; a term of one character is in every text.
        if terms.iter().filter(|other| *other == term).count() > 1 || term.chars().count() < 2 {
            continue;
        }
        let mut longer: Vec<&str> =
            terms.iter().filter(|other| *other != term && other.contains(term.as_str())).map(String::as_str).collect();
        longer.sort_unstable_by_key(|name| std::cmp::Reverse(name.len()));
        let uses: usize = review
            .texts()
            .clauses
            .iter()
            .filter(|text| text.folded.contains(term.as_str()))
            .map(|text| without(&text.folded, &longer).matches(term.as_str()).count())
            .sum();
        let clause = definition.provenance.first().clause.clone();
        // What a supplement names for its own purpose is a matter of form.
        if uses <= 1 && !clause.as_str().contains("附則") {
            let one = finding("unused-definition", Severity::Note, term, vec![clause], definition.provenance.clone());
            found.push(one.with("term", definition.subject.as_str()));
        }
    }
    found
}
