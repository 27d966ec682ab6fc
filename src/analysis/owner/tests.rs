//! Searches in an invented body.

use proptest::prelude::*;

use super::matching::MatchPlace;
use super::*;
use crate::analysis::fixtures::{Body, cites_verbatim};

fn city() -> AuthorityGraph {
    Body::new("甲市")
        .officer("市長")
        .unit("総務部")
        .head("総務部", "部長")
        .commands("#市長", "総務部#部長")
        .optional("総務部", "次長")
        .substitutes("総務部#次長", "総務部#部長", 1)
        .unit("総務部/文書課")
        .alias("総務部/文書課", "文書室")
        .unit("税務部")
        .head("税務部", "部長")
        .duty("総務部", 1, "公印の管守に関すること（文書課の所掌に属するものを除く。）")
        .excluded_by("総務部(1)", "総務部/文書課")
        .duty("総務部/文書課", 1, "公印の調製及び廃止に関すること")
        .duty("総務部/文書課", 2, "文書の収受、発送及び保存に関すること")
        .duty_of("総務部/文書課", 3, "前各号に附帯する文書の事務に関すること", DutyKind::Ancillary)
        .duty("税務部", 1, "固定資産税の賦課に関すること（ＩＣＴ推進課（以下「推進課」という。）の電算処理を除く。）")
        .duty("税務部", 2, "滞納処分に関すること（財産の公売（不動産の公売を除く。）を含む。）")
        .graph()
}

fn duties(report: &OwnerReport) -> Vec<&str> {
    report.hits.iter().map(|hit| hit.duty.as_str().trim_start_matches("甲市/")).collect()
}

fn search(words: &str) -> OwnerReport {
    let graph = city();
    let report = owner(&graph, words, 10).unwrap();
    cites_verbatim(&graph, &report);
    report
}

#[test]
fn words_in_the_text_lead_to_the_duty_and_to_whoever_answers_for_it() {
    let report = search("公印");
    assert_eq!(duties(&report), ["総務部(1)", "総務部/文書課(1)"], "the shorter text, its exclusion aside, first");
    assert!(report.hits.iter().all(|hit| hit.matches[0].place == MatchPlace::Text));
    let hit = &report.hits[0];
    assert_eq!(hit.unit, Some("甲市/総務部".into()));
    let head = hit.head.as_ref().unwrap();
    assert_eq!(head.chains, [["甲市#市長".into(), "甲市/総務部#部長".into()]]);
    assert_eq!(head.substitutes[0].from.as_str(), "甲市/総務部#次長");
    assert_eq!(hit.exclusions[0].to.as_str(), "甲市/総務部/文書課");
    // 文書課 has no head of its own: the department's head answers for it.
    assert_eq!(report.hits[1].head.as_ref().unwrap().heads.to.as_str(), "甲市/総務部");
}

#[test]
fn all_words_count() {
    assert_eq!(duties(&search("公印 廃止")), ["総務部/文書課(1)"]);
    assert_eq!(duties(&search("公印　管守"))[0], "総務部(1)");
}

#[test]
fn particles_between_the_words_do_not_matter() {
    let report = search("文書を保存する");
    assert_eq!(duties(&report)[0], "総務部/文書課(2)");
    assert_eq!(report.hits[0].matches[0].place, MatchPlace::Parts);
}

#[test]
fn a_longer_word_finds_what_shares_most_of_it() {
    let report = search("固定資産評価");
    assert_eq!((duties(&report), &report.hits[0].matches[0].place), (vec!["税務部(1)"], &MatchPlace::Similar));
}

#[test]
fn the_name_of_a_unit_finds_its_duties_after_those_that_speak_of_it() {
    let report = search("文書室");
    assert_eq!(duties(&report), ["総務部/文書課(1)", "総務部/文書課(2)", "総務部/文書課(3)"]);
    assert_eq!(report.hits[0].matches[0].place, MatchPlace::UnitName { unit: "甲市/総務部/文書課".into() });
}

#[test]
fn a_unit_is_also_found_by_its_name_after_that_of_a_unit_above() {
    let report = search("総務部文書課");
    assert_eq!(duties(&report), ["総務部/文書課(1)", "総務部/文書課(2)", "総務部/文書課(3)"]);
}

#[test]
fn what_a_duty_excludes_is_no_hit() {
    let report = search("ICT推進課");
    assert_eq!(report.hits, []);
    assert_eq!(report.only_in_exclusions[0].duty.as_str(), "甲市/税務部(1)");
    assert_eq!(report.only_in_exclusions[0].found, ["ict推進課"]);
    let report = search("推進課");
    assert_eq!(report.hits, [], "a bracket inside an excluding one goes with it");
}

#[test]
fn a_bracket_that_includes_is_searched_without_the_exclusion_in_it() {
    assert_eq!(duties(&search("財産の公売")), ["税務部(2)"]);
    assert_eq!(search("不動産").hits, []);
}

#[test]
fn an_ancillary_duty_ranks_behind() {
    let report = search("文書");
    assert_eq!(duties(&report).last(), Some(&"総務部/文書課(3)"));
}

#[test]
fn the_list_is_cut_and_the_number_kept() {
    let graph = city();
    let report = owner(&graph, "文書", 1).unwrap();
    assert_eq!(report.hits.len(), 1);
    assert!(report.total > 1);
}

#[test]
fn nothing_found_and_nothing_asked() {
    assert_eq!(search("宇宙").hits, []);
    assert_eq!(owner(&city(), " 、「」", 5), Err(AnalysisError::NoWords));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_text_and_any_words_give_a_ranking(
        texts in prop::collection::vec("[公印文書課の及除くを（）() 。ア-エa]{0,30}", 1..5),
        query in "[公印文書課の及除くを（） ア-エa]{0,12}|\\PC{0,8}",
    ) {
        let mut body = Body::new("甲市").unit("文書課");
        for (number, text) in (1..).zip(&texts) {
            body = body.duty("文書課", number, &format!("事務{text}"));
        }
        match owner(&body.graph(), &query, 10) {
            Err(error) => prop_assert_eq!(error, AnalysisError::NoWords),
            Ok(report) => {
                prop_assert!(report.hits.iter().all(|hit| hit.score > 0.0 && hit.score <= 1.0));
                prop_assert!(report.hits.is_sorted_by(|a, b| a.score >= b.score));
                // What makes a hit never stands in an excluding bracket alone.
                for hit in &report.hits {
                    let counts = |found: &WordMatch| {
                        !matches!(found.place, MatchPlace::OnlyInExclusion | MatchPlace::Nowhere)
                    };
                    prop_assert!(hit.matches.iter().any(counts));
                }
            }
        }
    }
}
