//! # Reference that covers too little
//!
//! ## What it finds
//! A reference to what stands just before (前項の職員, 前3項の職員) of which none of the clauses that it covers has that thing, while
//! an earlier clause of the same article has it; and an ancillary duty (前号に附帯する) that goes with the last item only, where
//! others stand before that one.
//!
//! ## Why it matters
//! Read by its letter, the sentence means nothing, or only a part of what was meant. Mostly a paragraph was put in and the number
//! was not raised.
//!
//! ## Example
//! Paragraph 1 names the 職員 who attend; paragraphs 2 to 4 say by whom some of them are represented; paragraph 5 begins "前3項の職員のほか".
//!
//! ## Basis
//! The words behind the reference (の…, に規定する…) must occur in a clause that it covers. Words that fit every clause (事務, 事項,
//! 場合) are not looked for, and an ancillary duty is reported only as a note.
//!
//! # 狭すぎる引用
//!
//! ## 見つけるもの
//! 「前項の職員」「前3項の職員」のような引用で、引用する項のどれにもその語がなく、同じ条のより前の項にあるもの。また、前に幾つもの
//! 号があるのに直前の号だけに附帯する（前号に附帯する）事務。
//!
//! ## なぜ大切か
//! 文字どおりに読むと、文が意味を成さないか、意図した範囲の一部にしか及ばない。多くは、項を加えた際に数を改め忘れたものである。
//!
//! ## 例
//! 第1項が出席する職員を挙げ、第2項から第4項までがその一部について定め、第5項が「前3項の職員のほか」で始まる。
//!
//! ## 根拠
//! 引用に続く語（の…、に規定する…）は、引用する項にあるはずである。どの項にも当てはまる語（事務、事項、場合）は探さず、附帯の事務は
//! 参考にとどめる。

use std::collections::HashMap;
use std::sync::LazyLock;

use regex::Regex;

use super::clauses::{article, clauses, on_one_line};
use super::review::Review;
use super::{Finding, Severity, finding};
use crate::graph::{AuthorityGraph, Direction, DutyKind, Label, NodeId, RelationType};

/// Words that fit whatever stands before.
const GENERAL: [&str; 12] =
    ["規定", "場合", "事務", "事項", "業務", "例", "例外", "適用", "各号", "もの", "二以上", "一般"];

/// Arguments: `words` (the reference), `case` (`thing`, `ancillary`), `thing` (what it speaks of; empty for an ancillary duty).
pub(super) fn find(review: &Review<'_>) -> Vec<Finding> {
    let mut found = in_sentences(review.graph);
    found.extend(in_ancillary_duties(review.graph));
    found
}

/// 「前3項の職員」 where none of the three has 職員.
fn in_sentences(graph: &AuthorityGraph) -> Vec<Finding> {
    static THING: LazyLock<Regex> = LazyLock::new(|| {
        let thing = "[一-龠々ァ-ヶー]{2,10}";
        Regex::new(&format!("^(?:の|に規定する|に定める|に掲げる)({thing})")).expect("valid pattern")
    });
    let clauses = clauses(graph);
    let place: HashMap<&NodeId, usize> = clauses.iter().enumerate().map(|(at, (node, _))| (&node.id, at)).collect();
    let mut found: Vec<Finding> = Vec::new();
    let references: Vec<_> = graph.edges_with(RelationType::RefersTo).collect();
    for same in references.chunk_by(|a, b| a.from == b.from) {
        let Some(own) = place.get(&same[0].from).copied() else { continue };
        for edge in same {
            let words = &edge.provenance.first().words;
            if !words.starts_with('前') || found.iter().any(|finding| finding.subjects[0] == edge.from) {
                continue;
            }
            // All that the same words lead to: 前3項 are three edges.
            let covered = same.iter().filter(|other| other.provenance.first().words == *words);
            let Some(first) = covered.filter_map(|other| place.get(&other.to)).min().copied().filter(|at| *at < own)
            else {
                continue;
            };
            let text = on_one_line(&clauses[own].1.text);
            let things = text.match_indices(&**words).filter_map(|(at, _)| THING.captures(&text[at + words.len()..]));
            let thing = things.map(|thing| thing[1].trim_end_matches(['及', '並', '又', '若']).to_owned()).next();
            let Some(thing) = thing.filter(|thing| thing.chars().count() > 1 && !GENERAL.contains(&thing.as_str()))
            else {
                continue;
            };
            let has = |at: &usize| on_one_line(&clauses[*at].1.text).contains(&thing);
            let own_article = article(&clauses[own].1.citation);
            let earlier = (0..first).rev().take_while(|at| article(&clauses[*at].1.citation) == own_article).find(has);
            if let Some(earlier) = earlier.filter(|_| !(first..own).any(|at| has(&at))) {
                let (node, _) = clauses[earlier];
                let evidence = edge.provenance.clone().and(node.id.clone(), thing.as_str());
                let subjects = vec![edge.from.clone(), node.id.clone()];
                let narrow = finding("reference-too-narrow", Severity::Warning, "", subjects, evidence);
                found.push(narrow.with("words", &**words).with("thing", thing).with("case", "thing"));
            }
        }
    }
    found
}

/// 「前号に附帯する事務」 behind several items.
fn in_ancillary_duties(graph: &AuthorityGraph) -> Vec<Finding> {
    let mut found = Vec::new();
    for node in graph.nodes_with(Label::Duty) {
        let is_ancillary = node.as_duty().is_some_and(|duty| duty.kind == DutyKind::Ancillary);
        let goes_with = graph.edges_at(&node.id, Direction::Outgoing, RelationType::AncillaryTo);
        let [only] = goes_with[..] else { continue };
        let owner = graph.edges_at(&node.id, Direction::Outgoing, RelationType::BelongsTo);
        let Some(owner) = owner.first().filter(|_| is_ancillary) else { continue };
        let before = graph.members(&owner.to, Label::Duty);
        let before = before.iter().take_while(|duty| duty.id != node.id);
        if before.count() > 1 && only.provenance.iter().any(|evidence| evidence.words.contains("前号")) {
            let evidence = only.provenance.clone();
            let subjects = vec![node.id.clone(), only.to.clone()];
            let narrow = finding("reference-too-narrow", Severity::Note, "", subjects, evidence);
            found.push(narrow.with("words", "前号").with("thing", "").with("case", "ancillary"));
        }
    }
    found
}
