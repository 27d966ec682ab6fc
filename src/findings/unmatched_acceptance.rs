//! # Acceptance that matches nothing
//!
//! ## What it finds
//! An entry `[[accepted]]` of the supplement for which there is no finding: of no rule, or of a rule that finds nothing about
//! its subject.
//!
//! ## Why it matters
//! The regulation was changed, or the name in the entry is wrong. In the first case the entry will hide the next finding of
//! that name; in the second it hides nothing, though its approver believes so.
//!
//! ## Example
//! The supplement accepts `head-without-substitute` of the 資料室. The 資料室 was abolished last year.
//!
//! ## Basis
//! An exception is kept no longer than its reason. Take the entry out of the supplement, or correct its subject: an id, a
//! name, or the citation of a clause that the finding rests on.
//!
//! # 所見のない受入れ
//!
//! ## 見つけるもの
//! 補足設定の `[[accepted]]` のうち、当たる所見がないもの。その名の規則がないか、規則がその対象について何も見つけていない場合を
//! いう。
//!
//! ## なぜ大切か
//! 規程が改正されたか、対象の名称が誤っている。前者ではその名の次の所見を隠し、後者では承認者の思いに反して何も受け入れて
//! いない。
//!
//! ## 例
//! 資料室の head-without-substitute を受け入れているが、資料室は昨年廃止された。
//!
//! ## 根拠
//! 例外は、その理由がある間に限る。設定から除くか、対象（識別子、名称、又は所見の根拠条文）を正す。

use super::Finding;
use super::acceptances::Acceptances;

/// Arguments: `accepted_code`, `accepted_subject`, `approver` and `expires` of the entry.
pub(super) fn find(acceptances: &Acceptances<'_>) -> Vec<Finding> {
    let unmatched = acceptances.all().filter(|(_, about)| about.is_empty());
    unmatched.map(|(acceptance, _)| acceptances.finding("unmatched-acceptance", acceptance, &[])).collect()
}
