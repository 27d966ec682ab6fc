//! # Acceptance that has expired
//!
//! ## What it finds
//! An entry `[[accepted]]` of the supplement whose last day is over while the findings that it is about are still there. These
//! are reported again.
//!
//! ## Why it matters
//! What was accepted for a time has become permanent without anybody having decided so.
//!
//! ## Example
//! A head without a substitute was accepted until the amendment of April. May has come, and there was no amendment.
//!
//! ## Basis
//! Each acceptance states its last day. Whoever wants to keep it decides anew and enters a new day.
//!
//! # 期限の過ぎた受入れ
//!
//! ## 見つけるもの
//! 補足設定の `[[accepted]]` のうち、期限が過ぎ、当たる所見がなお残っているもの。その所見は改めて報告する。
//!
//! ## なぜ大切か
//! 一時的に受け入れたものが、誰も決めないまま恒久のものになっている。
//!
//! ## 例
//! 4月の改正まで代理の定めのない長を受け入れたが、5月になっても改正がない。
//!
//! ## 根拠
//! 受入れには期限を定める。続けるときは、改めて判断し、期限を改める。

use super::Finding;
use super::acceptances::Acceptances;

/// Arguments: `accepted_code`, `accepted_subject`, `approver` and `expires` of the entry.
pub(super) fn find(acceptances: &Acceptances<'_>) -> Vec<Finding> {
    let expired =
        acceptances.all().filter(|(acceptance, about)| acceptances.has_expired(acceptance) && !about.is_empty());
    expired.map(|(acceptance, about)| acceptances.finding("expired-acceptance", acceptance, &about)).collect()
}
