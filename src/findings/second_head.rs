//! # Unit with two heads
//!
//! ## What it finds
//! A sentence that makes a second post the head of a unit that has one already.
//!
//! ## Why it matters
//! Two posts direct the same staff with equal authority; if their orders differ, nobody has to be obeyed.
//!
//! ## Example
//! 課長は、課の事務を掌理する。 And in another article: 主幹は、課の事務を掌理する。
//!
//! ## Basis
//! One post directs the work of a unit as a whole. Whoever directs a part of it (特定の事務, 担任の事務) is no second head.
//!
//! # 長の二人いる組織
//!
//! ## 見つけるもの
//! 既に長のある組織について、別の職にもその事務全体を掌理させる文。
//!
//! ## なぜ大切か
//! 二つの職が同じ職員を同じ権限で指揮することになり、命令が食い違えばどちらにも従えない。
//!
//! ## 例
//! 「課長は、課の事務を掌理する。」と、別の条の「主幹は、課の事務を掌理する。」。
//!
//! ## 根拠
//! 組織の事務全体を掌理する職は一つである。一部（特定の事務、担任の事務）を掌理する職は、第二の長ではない。

use super::review::Review;
use super::{Finding, Severity, from_remarks};
use crate::graph::RemarkKind;

/// Arguments: `words`.
pub(super) fn find(review: &Review<'_>) -> Vec<Finding> {
    from_remarks::of_kind(review, RemarkKind::SecondHead, "second-head", Severity::Error)
}
