//! The answers on the J-LIS regulation, each checked against the clauses by hand.

use std::collections::BTreeMap;
use std::path::Path;

use kengen::analysis::{
    ConnectionKind, MissingClause, Outcome, Scenario, acting, command_chain, connection, owner, scopes, span,
};
use kengen::findings::{Severity, check};
use kengen::graph::{AuthorityGraph, Condition, NodeId};

fn graph() -> AuthorityGraph {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("graph-data/jlis/graph.json");
    let text = std::fs::read_to_string(path).expect("the compiled graph is part of the project");
    AuthorityGraph::from_json(&text).expect("the compiled graph is valid")
}

fn id(path: &str) -> NodeId {
    NodeId::new(format!("機構{path}"))
}

#[test]
fn the_chain_of_a_section_head_has_three_equal_tops() {
    let answer = command_chain(&graph(), &id("/事務局/管理部/総務課#課長")).unwrap();
    let chain =
        |top: &str| vec![id(top), id("/事務局#事務局長"), id("/事務局/管理部#部長"), id("/事務局/管理部/総務課#課長")];
    assert_eq!(answer.chains, [chain("#理事長"), chain("#副理事長"), chain("#理事")]);
    // 担当部長 also commands staff of the department, within specific matters: beside the chain (article 9).
    let beside: Vec<&str> = answer.steps[5].second_superiors.iter().map(|edge| edge.from.as_str()).collect();
    assert_eq!(beside, ["機構/事務局/管理部#担当部長"]);
}

#[test]
fn a_centre_is_also_commanded_by_the_technical_director() {
    // Article 6 (3) names four sources, one of which has three of its own (article 4 (3)).
    let answer = command_chain(&graph(), &id("/個人番号センター#センター長")).unwrap();
    assert_eq!(answer.chains.len(), 6);
    assert_eq!(answer.steps.last().unwrap().superiors[0].commands.len(), 4);
}

#[test]
fn two_sections_meet_at_the_president() {
    let answer =
        connection(&graph(), &id("/事務局/管理部/総務課#課長"), &id("/システム統括室/リスク管理課#課長")).unwrap();
    assert_eq!(answer.relation, ConnectionKind::Meet);
    let posts: Vec<&NodeId> = answer.meetings.iter().map(|meeting| &meeting.post).collect();
    assert_eq!(posts, [&id("#理事長")], "article 17-2 names the president alone");
}

#[test]
fn nobody_is_listed_twice_under_the_secretary_general() {
    let answer = span(&graph(), &id("/事務局#事務局長")).unwrap();
    let mut posts: Vec<&NodeId> = answer.subordinates.iter().map(|line| &line.post).collect();
    posts.sort();
    posts.dedup();
    assert_eq!(posts.len(), answer.total);
    assert!(answer.subordinates.iter().all(|line| line.post.as_str().starts_with("機構/事務局")));
    assert_eq!(answer.also_holds[0].from, id("#総括執行役"));
}

#[test]
fn who_acts_for_the_head_of_strategy() {
    let graph = graph();
    let (head, deputy) = (id("/事務局/経営戦略部#部長"), id("/事務局/経営戦略部#次長"));
    let incapacitated = Scenario::default().absent(head.clone(), Condition::Incapacitated);
    let result = acting(&graph, &incapacitated).unwrap().results.remove(0);
    assert_eq!((result.answer.outcome, &result.answer.acting[..]), (Outcome::Post, &[deputy.clone()][..]));
    // Article 23 (3) ties 企画執行役 to the post; whether the one acting takes it too, the text does not say.
    assert_eq!(result.ex_officio[0].post, id("#企画執行役"));
    assert_eq!(result.ex_officio[0].answer.outcome, Outcome::Undecidable);

    let result = acting(&graph, &incapacitated.unfilled(deputy.clone())).unwrap().results.remove(0);
    assert_eq!(result.answer.missing, Some(MissingClause::NextInLine { unavailable: vec![deputy] }));

    let vacant = Scenario::default().absent(head, Condition::Vacant);
    let result = acting(&graph, &vacant).unwrap().results.remove(0);
    let covered = vec![Condition::Incapacitated];
    assert_eq!(result.answer.missing, Some(MissingClause::Condition { asked: Condition::Vacant, covered }));
}

#[test]
fn nobody_acts_for_the_secretary_general() {
    let scenario = Scenario::default().absent(id("/事務局#事務局長"), Condition::Incapacitated);
    let result = acting(&graph(), &scenario).unwrap().results.remove(0);
    assert_eq!((result.answer.outcome, result.answer.missing), (Outcome::Nobody, Some(MissingClause::Substitute)));
    assert_eq!(result.ex_officio[0].post, id("#総括執行役"));
    assert_eq!(result.ex_officio[0].answer.outcome, Outcome::Nobody);
}

#[test]
fn the_official_seals_have_two_owners() {
    let graph = graph();
    let report = owner(&graph, "公印", 10).unwrap();
    let mut duties: Vec<&str> = report.hits.iter().map(|hit| hit.duty.as_str()).collect();
    duties.sort();
    assert_eq!(duties, ["機構/事務局/管理部(2)", "機構/事務局/管理部/総務課(11)"]);
    assert_eq!(owner(&graph, "公印の管理", 10).unwrap().hits[0].duty, id("/事務局/管理部(2)"));
    assert_eq!(owner(&graph, "情報公開", 10).unwrap().hits[0].duty, id("/事務局/管理部/総務課(10)"));
}

#[test]
fn findings_are_those_that_reading_the_clauses_confirms() {
    let findings = check(&graph());
    let mut counts: BTreeMap<(Severity, &str), usize> = BTreeMap::new();
    for finding in &findings {
        *counts.entry((finding.severity, finding.code)).or_default() += 1;
    }
    let expected = [
        // 新システム開発部: named in article 26, not in the list of article 3.
        ((Severity::Error, "unknown-name"), 1),
        // 企画・経営会議 of article 21: articles 22 to 24 name members and those who attend, and no chair.
        ((Severity::Warning, "council-without-chair"), 1),
        // Article 11: 課長又は担当課長; only the former directs the three 課.
        ((Severity::Warning, "head-only-by-alternative"), 3),
        // 事務局長, 運用管理本部長, three 課長, システム統括室長, 監査室長: no 代理 in articles 5, 6, 11, 17-2, 18.
        ((Severity::Warning, "head-without-substitute"), 7),
        // 個人番号カード関係事務 in article 25 (13), 個人番号カード関連事務 as defined in article 27 (8).
        ((Severity::Warning, "near-duplicate-term"), 1),
        // Five センター長 and seventeen 部長, whose 副センター長 and 次長 may be, but need not be, appointed.
        ((Severity::Warning, "only-optional-substitutes"), 22),
        // Article 11 puts 課長, who direct 課の事務, in seventeen 部.
        ((Severity::Warning, "role-of-another-kind"), 17),
        // コンタクトセンター: articles 12, 15 and 16 place staff in 部 and 課 only.
        ((Severity::Warning, "staff-out-of-reach"), 1),
        // 技術統括監: directs 所属職員 by article 4 and heads nothing.
        ((Severity::Warning, "staff-without-unit"), 1),
        // Items of article 27 that give way to a 部 which owns the same matter without a limit.
        ((Severity::Warning, "vacuous-duty"), 5),
        // 企画・経営会議: no 招集, no 定足数.
        ((Severity::Note, "council-without-convener"), 1),
        ((Severity::Note, "council-without-quorum"), 1),
        // 住民票コード提供システム is defined in article 26 システム部(5) and written out in 運用部(5).
        ((Severity::Note, "definition-spelled-out"), 1),
        // 理事長, 副理事長, 理事, 監事.
        ((Severity::Note, "external-reference"), 4),
        // 上席審議役 and 審議役 of articles 9 and 10; 副参事 and 主査, 主任 and 主事 of article 15.
        ((Severity::Note, "identical-roles"), 3),
        // Articles 3 (3), 17-3, 19 and 20.
        ((Severity::Note, "open-ended-establishment"), 4),
        // Five センター長 by order of the 技術統括監, who may be appointed.
        ((Severity::Note, "optional-superior"), 5),
        // 所要の職員 of article 20.
        ((Severity::Note, "post-without-superior"), 1),
        // 統括監, 技術統括監, 上席総括審議役, 事務局長 and five センター長 by order of one of several.
        ((Severity::Note, "sources-without-priority"), 9),
        // Seventeen 担当部長 and twenty 担当課長 direct 所属職員 beside 部長 and 課長.
        ((Severity::Note, "two-commanders"), 37),
        // 事務局, four centres and 運用管理本部 work through their departments.
        ((Severity::Note, "unit-without-duties"), 6),
        // Articles 7 and 10 speak of 事故 only.
        ((Severity::Note, "vacancy-not-covered"), 22),
        // 調整監 of 経営戦略部 has 役員秘書 (article 13 (2)), and so has 総務課 (article 25, 総務課 (1)).
        ((Severity::Warning, "post-and-unit-share-matter"), 1),
        // Article 28, 企画部 (3): 特定個人情報等保護委員会 without the exclusion that articles 26, 企画部 (5) and 27, 企画部 (9) have.
        ((Severity::Warning, "missing-parallel-exclusion"), 1),
        // Article 25, 総務課 (20): コンタクトセンター (article 29-2) is neither 部 nor 課 nor one of the two 室.
        ((Severity::Warning, "incomplete-residual"), 1),
        // The same in what is left of one subject: 経営戦略部 (15), without the two 室 too, and 会計課 (10).
        ((Severity::Note, "incomplete-residual"), 2),
        // 会計課 (10) has 監査室 where 総務課 (20) has システム統括室 and 監査室.
        ((Severity::Warning, "residuals-differ"), 1),
        // Article 27: 個人番号カード管理システム and …交付申請受付・発行システム are built and not run, 個人番号カード発行管理システム is run and
        // not built.
        ((Severity::Warning, "life-cycle-gap"), 3),
        // 総務課 (12) leaves 接受, 発送, 配付 and 保存 of documents to the 企画部 of three centres, which have 発送 and 保存.
        ((Severity::Note, "partly-matched-exclusion"), 1),
        // ICTイノベーションセンター (article 29); the centres of articles 26 to 28 have one each.
        ((Severity::Note, "group-without-residual"), 1),
        // Article 23 (5): 「前3項の職員」, who stand in paragraph 1.
        ((Severity::Warning, "reference-too-narrow"), 1),
        // Articles 11, 12 and 15: 及び in the caption, 又は in the article.
        ((Severity::Note, "caption-differs"), 3),
        // Broken lines, lost bullets, spaced letters, brackets of two widths, endings said twice.
        ((Severity::Note, "repaired-noise"), 5),
    ];
    assert_eq!(counts, BTreeMap::from(expected));
    let groups: Vec<&str> = findings.iter().map(|finding| finding.group.as_str()).collect();
    let mut distinct = groups.clone();
    distinct.dedup();
    assert_eq!(distinct.len(), 64, "equal findings stand together: {distinct:#?}");
}

#[test]
fn exclusions_leave_five_duties_of_article_27_empty() {
    let report = scopes(&graph());
    let vacuous: Vec<&str> = report.vacuous().map(|scope| scope.duty.as_str()).collect();
    let centre = "機構/個人番号センター";
    let expected = [
        "個人番号カードシステム開発部(2)",
        "運用管理本部/個人番号カードシステム運用部(1)",
        "運用管理本部/個人番号カードシステム運用部(2)",
        "運用管理本部/個人番号カード業務運用部(1)",
        "運用管理本部/個人番号カード業務運用部(2)",
    ];
    assert_eq!(vacuous, expected.map(|duty| format!("{centre}/{duty}")));
    assert!(report.mutual_exclusions.is_empty());
    // 総務課 has 職員の人事 but for what 経営戦略部 has: less, not nothing.
    let staff = report.scopes.iter().find(|scope| scope.duty == id("/事務局/管理部/総務課(3)")).unwrap();
    assert_eq!(staff.owned, [NodeId::from("職員の人事×")]);
    assert!(!staff.taken.is_empty());
}
