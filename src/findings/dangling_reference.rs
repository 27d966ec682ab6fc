//! # Reference to a clause that does not exist
//!
//! ## What it finds
//! A reference to an article, a paragraph or an item that the regulation does not have.
//!
//! ## Why it matters
//! The sentence rests on something that is not there: nobody can say what it means. Mostly an amendment deleted or renumbered the
//! clause and this reference was forgotten.
//!
//! ## Example
//! Article 7: "what belongs to the section by article 12, paragraph 3". Article 12 has two paragraphs.
//!
//! ## Basis
//! A number without the name of another instrument is one of the regulation itself. Where another instrument is named earlier in
//! the sentence, the clause may be that one's, and nothing is reported.
//!
//! # 存在しない条項の引用
//!
//! ## 見つけるもの
//! 規程にない条、項又は号の引用。
//!
//! ## なぜ大切か
//! 文の根拠となるものがなく、意味が定まらない。多くは、改正で条項が削られ、又は繰り下げられたのに、引用の整理が漏れたものである。
//!
//! ## 例
//! 第7条に「第12条第3項の規定により課に属する事務」とあるが、第12条は第2項までしかない。
//!
//! ## 根拠
//! 他の法令等の名を伴わない条項の番号は、その規程自身の条項を指す。文の前の方に他の法令等の名があるときは、その条項であり得る
//! ので報告しない。

use super::review::Review;
use super::{Finding, Severity, from_remarks};
use crate::graph::RemarkKind;

/// Arguments: `words`.
pub(super) fn find(review: &Review<'_>) -> Vec<Finding> {
    from_remarks::of_kind(review, RemarkKind::DanglingReference, "dangling-reference", Severity::Error)
}
