//! Each rule with a case that fires and near misses that must not, and the registry as a whole.

use std::collections::BTreeSet;

use super::*;
use crate::analysis::fixtures::{Body, Line, cites_verbatim};
use crate::graph::{Act, CommandScope, Condition, Designator, Establishment, Relation, Status};

/// What one rule finds: severity and main subject, without the body's name. Its citations are checked.
fn found(code: &str, body: Body) -> Vec<(Severity, String)> {
    let rule = RULES.iter().find(|rule| rule.code == code).expect("a registered rule");
    let graph = body.graph();
    let findings = rule.check(&graph);
    cites_verbatim(&graph, &findings);
    for finding in &findings {
        assert_eq!(finding.code, code);
        assert!(finding.severity >= rule.severity, "the registry names the greatest severity");
    }
    findings.iter().map(|finding| (finding.severity, finding.subjects[0].as_str().replace("甲市", ""))).collect()
}

fn warning(subject: &str) -> (Severity, String) {
    (Severity::Warning, subject.to_owned())
}

fn note(subject: &str) -> (Severity, String) {
    (Severity::Note, subject.to_owned())
}

#[test]
fn codes_are_unique_kebab_case_and_named_like_their_file() {
    let codes: BTreeSet<&str> = RULES.iter().map(|rule| rule.code).collect();
    assert_eq!(codes.len(), RULES.len());
    for rule in &RULES {
        assert!(rule.code.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{}", rule.code);
        assert!(rule.source.contains(&format!("\"{}\"", rule.code)), "{} is not the code its file reports", rule.code);
    }
}

#[test]
fn every_rule_is_explained_in_both_languages_with_all_sections() {
    for rule in &RULES {
        let explanation = explain(rule.code).unwrap();
        let english = ["## What it finds", "## Why it matters", "## Example", "## Basis"];
        let japanese = ["## 見つけるもの", "## なぜ大切か", "## 例", "## 根拠"];
        for (page, sections) in [(&explanation.english, english), (&explanation.japanese, japanese)] {
            assert!(page.starts_with("# "), "{}: `{page}`", rule.code);
            let headings: Vec<&str> = page.lines().filter(|line| line.starts_with("## ")).collect();
            assert_eq!(headings, sections, "{}", rule.code);
        }
        assert!(!explanation.japanese.contains("What it finds"), "{}", rule.code);
    }
    assert_eq!(explain("no-such-rule"), None);
}

#[test]
fn every_rule_has_a_case_that_fires_and_a_near_miss_that_does_not() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/regulation/findings");
    for rule in &RULES {
        for (ending, fires) in [("", true), ("-near-miss", false)] {
            let page = folder.join(format!("{}{ending}.md", rule.code));
            let text = std::fs::read_to_string(&page).unwrap_or_else(|error| panic!("{}: {error}", page.display()));
            let section = format!("## Finding {}\n", rule.code);
            let (_, found) = text.split_once(&section).unwrap_or_else(|| panic!("{}: no `{section}`", page.display()));
            let found = found.split("\n## ").next().unwrap_or_default();
            assert_eq!(found.lines().any(|line| line.starts_with("- ")), fires, "{}", page.display());
        }
    }
    // Pages of rules that are gone prove nothing.
    for page in std::fs::read_dir(&folder).unwrap() {
        let name = page.unwrap().file_name().into_string().unwrap();
        let code = name.trim_end_matches(".md").trim_end_matches("-near-miss");
        assert!(RULES.iter().any(|rule| rule.code == code), "{name} is about no rule");
    }
}

#[test]
fn unknown_name() {
    let body = || {
        Body::new("甲市")
            .unit("総務部")
            .unit_of("監理部", Status::Unknown)
            .post_of("監理部", "部長", Establishment::Elsewhere, Status::Unknown)
            .unit_of("県税事務所", Status::Elsewhere)
            .officer("市長")
    };
    let error = |subject: &str| (Severity::Error, subject.to_owned());
    assert_eq!(found("unknown-name", body()), [error("/監理部")], "the post of an unknown unit is not reported again");
    let with_post = body().post_of("総務部", "理事", Establishment::Elsewhere, Status::Unknown);
    assert_eq!(found("unknown-name", with_post), [error("/監理部"), error("/総務部#理事")]);
}

#[test]
fn unit_without_head() {
    let body = Body::new("甲市")
        .unit("総務部")
        .head("総務部", "部長")
        .unit("総務部/資料室")
        .post("総務部/資料室", "室員")
        .council("防災会議")
        .unit_of("監理部", Status::Unknown);
    assert_eq!(found("unit-without-head", body), [warning("/総務部/資料室")]);
}

#[test]
fn the_body_as_a_whole_is_left_to_its_statute() {
    let body = || {
        Body::new("甲市")
            .with_unit("", |unit| unit.status = Status::Established)
            .unit("総務部")
            .head("総務部", "部長")
            .unit("総務部/文書課")
            .duty("総務部/文書課", 1, "文書に関すること")
    };
    assert_eq!(found("unit-without-head", body()), [warning("/総務部/文書課")]);
    assert_eq!(found("unit-without-duties", body()), [note("/総務部")]);
}

#[test]
fn unit_without_head_is_silent_where_no_unit_has_one() {
    assert_eq!(found("unit-without-head", Body::new("甲市").unit("総務部").unit("財政部")), []);
}

#[test]
fn head_without_substitute() {
    let decide = Line { act: Act::Decide, conditions: vec![Condition::Away], ..Line::default() };
    let seniority = Line { designator: Designator::Criterion("上席の者".into()), ..Line::default() };
    let body = Body::new("甲市")
        .officer("市長")
        .heads("#市長", "")
        .unit("総務部")
        .head("総務部", "部長")
        .post("総務部", "次長")
        .substitutes("総務部#次長", "総務部#部長", 1)
        .unit("財政部")
        .head("財政部", "部長")
        .designates("財政部#部長", seniority)
        .unit("総務部/文書課")
        .head("総務部/文書課", "課長")
        .post("総務部/文書課", "係長")
        .substitutes_by("総務部/文書課#係長", "総務部/文書課#課長", decide);
    assert_eq!(found("head-without-substitute", body), [warning("/総務部/文書課#課長")]);
}

#[test]
fn head_without_substitute_is_a_note_where_the_text_never_speaks_of_substitution() {
    let body = Body::new("甲市").unit("総務部").head("総務部", "部長");
    assert_eq!(found("head-without-substitute", body), [note("/総務部#部長")]);
}

#[test]
fn heads_from_one_sentence_are_grouped() {
    let two = |titles: [&str; 2]| {
        let mut body = Body::new("甲市");
        for (unit, title) in ["東部", "西部"].into_iter().zip(titles) {
            body = body.unit(unit).post(unit, title);
        }
        // One sentence makes both posts heads.
        body.same_article(|body, words| {
            let heads = |body: Body, unit: &str, title: &str| {
                body.edge_from(&format!("{unit}#{title}"), unit, Relation::Heads, words.clone())
            };
            heads(heads(body, "東部", titles[0]), "西部", titles[1])
        })
        .graph()
    };
    let groups = |graph: &AuthorityGraph| -> BTreeSet<String> {
        check(graph).into_iter().filter(|finding| finding.code == "head-without-substitute").map(|f| f.group).collect()
    };
    assert_eq!(groups(&two(["部長", "部長"])).len(), 1);
    assert_eq!(groups(&two(["部長", "所長"])).len(), 2, "another title is another sentence to the reader");
}

#[test]
fn only_optional_substitutes() {
    let body = || Body::new("甲市").unit("総務部").head("総務部", "部長").optional("総務部", "次長");
    let substituted = || body().substitutes("総務部#次長", "総務部#部長", 1);
    assert_eq!(found("only-optional-substitutes", substituted()), [warning("/総務部#部長")]);

    let with_sure = substituted().post("総務部", "参事").substitutes("総務部#参事", "総務部#部長", 2);
    assert_eq!(found("only-optional-substitutes", with_sure), []);
    let lot = Line { order: 2, designator: Designator::Criterion("くじ".into()), ..Line::default() };
    assert_eq!(found("only-optional-substitutes", substituted().designates("総務部#部長", lot)), []);
    assert_eq!(found("only-optional-substitutes", body()), [], "no substitute at all is another finding");
}

#[test]
fn only_optional_substitutes_knows_when_one_of_several_is_sure() {
    let body = || {
        let mut body = Body::new("甲市").unit("総務課").head("総務課", "課長");
        let alternatives = vec![body.id("総務課#主幹"), body.id("総務課#副主幹")];
        for title in ["主幹", "副主幹"] {
            let alternatives = alternatives.clone();
            body = body.post("総務課", title);
            body = body.with_post(&format!("総務課#{title}"), |post| post.alternatives = alternatives);
        }
        body.substitutes("総務課#主幹", "総務課#課長", 1)
    };
    assert_eq!(found("only-optional-substitutes", body()), [warning("/総務課#課長")]);
    let both = body().substitutes("総務課#副主幹", "総務課#課長", 2);
    assert_eq!(
        found("only-optional-substitutes", both),
        [],
        "the text requires one of the two, and both are substitutes"
    );
}

#[test]
fn post_without_superior() {
    let body = Body::new("甲市")
        .post("", "市長")
        .heads("#市長", "")
        .unit("総務部")
        .head("総務部", "部長")
        .commands("#市長", "総務部#部長")
        .post("総務部", "参与")
        .post("総務部", "専門監")
        .commands_within(CommandScope::SpecificMatters, "総務部#部長", "総務部#専門監")
        .post("", "危機管理監")
        .ex_officio("#危機管理監", "総務部#部長")
        .post("", "予備監")
        .ex_officio("#予備監", "総務部#参与")
        .post("総務部", "所要の職員")
        .with_post("総務部#所要の職員", |post| post.unnamed = true)
        .council("防災会議")
        .post("防災会議", "議長")
        .officer("監事");
    let expected = [warning("/総務部#参与"), warning("#予備監"), note("/総務部#所要の職員")];
    assert_eq!(found("post-without-superior", body), expected);
}

#[test]
fn post_without_superior_survives_circles_and_silence() {
    let circle = Body::new("甲市").post("", "甲").post("", "乙").ex_officio("#甲", "#乙").ex_officio("#乙", "#甲");
    assert_eq!(found("post-without-superior", circle), [note("#甲"), note("#乙")], "the text has no command at all");
}

#[test]
fn unit_without_duties() {
    let body = Body::new("甲市")
        .unit("総務部")
        .unit("総務部/文書課")
        .unit("総務部/資料室")
        .unit("秘書室")
        .post("秘書室", "室長")
        .duty("秘書室#室長", 1, "秘書に関すること")
        .duty("総務部/文書課", 1, "文書に関すること")
        .council("防災会議")
        .unit_of("監理部", Status::Unknown);
    assert_eq!(found("unit-without-duties", body), [note("/総務部"), warning("/総務部/資料室")]);
}

#[test]
fn unit_without_duties_is_silent_where_the_text_lists_none() {
    assert_eq!(found("unit-without-duties", Body::new("甲市").unit("総務部")), []);
}

#[test]
fn check_lists_the_most_severe_first() {
    let graph = Body::new("甲市")
        .unit("総務部")
        .duty("総務部", 1, "文書に関すること")
        .unit("資料室")
        .head("資料室", "室長")
        .unit_of("監理部", Status::Unknown)
        .graph();
    let findings = check(&graph);
    let severities: Vec<Severity> = findings.iter().map(|finding| finding.severity).collect();
    assert!(severities.is_sorted());
    assert_eq!(findings[0].code, "unknown-name");
    assert!(findings.len() > 3);
    let json = serde_json::to_value(&findings[0]).unwrap();
    for key in ["code", "severity", "subjects", "clauses", "words", "group"] {
        assert!(!json[key].is_null(), "{key}");
    }
}
