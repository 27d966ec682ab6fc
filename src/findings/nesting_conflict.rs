//! # Unit placed in two ways
//!
//! ## What it finds
//! A unit that the list of units places elsewhere than the headings of the duties do.
//!
//! ## Why it matters
//! Under which head the unit stands, and whose duties take precedence, depends on it. The list and the duties were amended at
//! different times, or one of the two has lost its order.
//!
//! ## Example
//! The list has 文書課 below 総務部; the duties have it under the heading 企画部.
//!
//! ## Basis
//! The clause that establishes the units and the clause that distributes the duties describe the same body.
//!
//! # 置き場所の食い違う組織
//!
//! ## 見つけるもの
//! 組織を置く条の列記と、事務分掌の見出しとで、置き場所の異なる組織。
//!
//! ## なぜ大切か
//! どの長の下にあるか、どの事務が優先するかがこれで決まる。二つの条が別々に改められたか、一方の順序が崩れている。
//!
//! ## 例
//! 組織の条では文書課は総務部の下にあるが、事務分掌では企画部の見出しの下にある。
//!
//! ## 根拠
//! 組織を置く条と事務を分掌させる条は、同じ組織を述べている。

use super::review::Review;
use super::{Finding, Severity, from_remarks};
use crate::graph::RemarkKind;

/// Arguments: `words`.
pub(super) fn find(review: &Review<'_>) -> Vec<Finding> {
    from_remarks::of_kind(review, RemarkKind::NestingConflict, "nesting-conflict", Severity::Warning)
}
