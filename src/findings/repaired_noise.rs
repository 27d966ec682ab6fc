//! # Noise of the page that was repaired
//!
//! ## What it finds
//! Places where the text as it was read differs from the page: lines broken inside a sentence, letters with spaces between them,
//! endings written twice, brackets of mixed width. One finding for each kind.
//!
//! ## Why it matters
//! The regulation was understood in spite of it, but whoever copies from the page copies the noise. Some of it stands in the
//! official text and can be mended with the next amendment.
//!
//! ## Example
//! 前各号に掲げる業務に附帯する事務に関する事務に関すること。
//!
//! ## Basis
//! `kengen coverage` lists all places. What is quoted stays as it is on the page.
//!
//! # 読取りの際に補った箇所
//!
//! ## 見つけるもの
//! 読み取った文と紙面とが異なる箇所。文の途中の改行、字間の空白、語尾の重複、全角と半角の括弧の混在など。種類ごとに一つの所見とする。
//!
//! ## なぜ大切か
//! 規程の理解には差し支えないが、紙面から写すと乱れも写る。公布された文そのものにある乱れは、次の改正で直すことができる。
//!
//! ## 例
//! 前各号に掲げる業務に附帯する事務に関する事務に関すること。
//!
//! ## 根拠
//! すべての箇所は `kengen coverage` が挙げる。引用は紙面のままとする。

use super::review::Review;
use super::{Finding, Severity, from_remarks};
use crate::graph::{Provenance, Remark, RemarkKind};

/// So many places are cited; the coverage report has all.
const PLACES: usize = 3;

/// Arguments: `words` (the first place), `kind` (of noise, as in the coverage report).
pub(super) fn find(review: &Review<'_>) -> Vec<Finding> {
    let remarks = review.graph.annotations().remarks_of(RemarkKind::Noise);
    let noise = |remark: &Remark| {
        let mut found = from_remarks::of_remark(remark, "repaired-noise", Severity::Note);
        found.evidence = first_places(&remark.provenance);
        found.with("kind", remark.detail.as_str())
    };
    remarks.map(noise).collect()
}

fn first_places(provenance: &Provenance) -> Option<Provenance> {
    let mut places = provenance.iter().take(PLACES).cloned();
    let first = places.next()?;
    let mut cited = Provenance::new(first.clause, first.words);
    places.for_each(|place| cited.push(place));
    Some(cited)
}
