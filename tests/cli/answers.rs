//! What the commands answer about the J-LIS regulation, in both languages, as a reader sees it at 80 columns.

use kengen::cli::Exit;
use kengen::render::text::wrap::{LINE_WIDTH, width};

use crate::{JLIS, kengen};

/// Each question: a name, and the arguments with `FILE` for the regulation.
const QUESTIONS: [(&str, &[&str]); 19] = [
    ("compile", &["compile", "FILE"]),
    ("coverage", &["coverage", "FILE"]),
    ("chain", &["chain", "FILE", "総務課長"]),
    ("chain-second-path", &["chain", "FILE", "個人番号センター 企画部長"]),
    ("chain-between", &["chain", "FILE", "事務局長", "総務課長"]),
    ("chain-meet", &["chain", "FILE", "監査室長", "総務課長"]),
    ("span", &["span", "FILE", "管理部長", "--depth", "1"]),
    ("acting", &["acting", "FILE", "--absent", "経営戦略部長"]),
    ("acting-vacant", &["acting", "FILE", "--absent", "経営戦略部長=欠けた", "--unfilled", "経営戦略部の次長"]),
    ("owner", &["owner", "FILE", "公印"]),
    ("ledger", &["ledger", "FILE", "総務課"]),
    ("overlaps", &["overlaps", "FILE"]),
    ("matrix", &["matrix", "FILE"]),
    ("show-unit", &["show", "FILE", "会計課"]),
    ("show-post", &["show", "FILE", "管理部の次長"]),
    ("show-clause", &["show", "FILE", "第23条第2項"]),
    ("show-council", &["show", "FILE", "企画・経営会議"]),
    ("check", &["check", "FILE", "--fail-on", "never"]),
    ("verify", &["verify", "FILE"]),
];

/// A duty of every branch that gives way in some of them only.
const FOR_SOME_BRANCHES: &str = "庚庁組織規則
第一条 庚庁に、支局を置く。
第二条 支局に、管理課及び監督課を置く。
第三条 管理課は、次に掲げる事務をつかさどる。
一 物品の管理に関すること（東支局及び西支局にあっては、監督課の所掌に属するものを除く。）。
";

#[test]
fn an_exclusion_for_some_units_says_so_wherever_it_is_printed() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("branches.txt");
    std::fs::write(&file, FOR_SOME_BRANCHES).unwrap();
    let file = file.to_str().unwrap();
    let questions: [&[&str]; 5] = [
        &["show", file, "庚庁/支局/管理課(1)"],
        &["show", file, "庚庁/支局/監督課"],
        &["show", file, "第3条第1号"],
        &["owner", file, "物品"],
        &["coverage", file, "--format", "html"],
    ];
    for question in questions {
        for (language, condition) in [("ja", "東支局及び西支局の場合に限る"), ("en", "only in 東支局 and 西支局")]
        {
            let answer = kengen(&[&["--lang", language], question].concat());
            assert!(answer.stdout.contains(condition), "{question:?}: {}", answer.stdout);
        }
    }
    let graph = kengen(&["compile", file, "--format", "json"]).json();
    let edges = graph["edges"].as_array().unwrap();
    let exclusion = edges.iter().find(|edge| edge["type"] == "DUTY_EXCLUDED_BY").unwrap();
    assert_eq!(exclusion["cases"], serde_json::json!(["庚庁/東支局", "庚庁/西支局"]));
}

#[test]
fn answers_in_both_languages() {
    for (name, arguments) in QUESTIONS {
        for language in ["ja", "en"] {
            let mut all = vec!["--lang", language];
            all.extend(arguments.iter().map(|argument| if *argument == "FILE" { JLIS } else { argument }));
            let answer = kengen(&all);
            assert_eq!((answer.exit, answer.stderr.as_str()), (Exit::Success, ""), "{all:?}");
            for line in answer.stdout.lines() {
                assert!(width(line) <= LINE_WIDTH, "{name}: {} columns: {line}", width(line));
            }
            insta::assert_snapshot!(format!("{name}.{language}"), without_reading(&answer.stdout));
        }
    }
}

/// An answer without the numbers of what was read, which tests on small texts look at.
fn without_reading(answer: &str) -> String {
    let is_reading = |block: &&str| block.starts_with("文言の読取り") || block.starts_with("Reading of the words");
    answer.split("\n\n").filter(|block| !is_reading(block)).collect::<Vec<_>>().join("\n\n")
}

/// An invented body whose rules on substitution give every sort of answer.
const SUBSTITUTION: &str = "甲機構組織規程\n
第1条 甲機構に総務部及び業務部を置く。
2 総務部に庶務課及び経理課を置く。
第2条 甲機構に会長を置く。
2 会長は、甲機構の事務を統括し、所属職員を指揮監督する。
第3条 部に部長を置く。
2 部長は、会長の命を受けて、部の事務を統括し、所属職員を指揮監督する。
3 部に次長及び主幹を置く。
4 次長及び主幹は、部長を補佐し、部長に事故があるときは、その職務を代理する。
第4条 課に課長を置く。
2 課長は、上司の命を受けて、課の事務を統括し、所属職員を指揮監督する。
3 課長に事故があるときは、上席の職員がその職務を代理する。
4 課長が不在のときは、主任がその事務を代決する。
5 課に主任を置く。
6 主任は、上司の命を受けて、担任の事務を処理する。
";

#[test]
fn every_outcome_of_acting() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("regulation.txt");
    std::fs::write(&file, SUBSTITUTION).unwrap();
    let absent = ["会長", "総務部長", "庶務課長", "経理課長=不在"].map(|post| ["--absent", post]).concat();
    for language in ["ja", "en"] {
        let arguments = [&["acting", file.to_str().unwrap(), "--lang", language], &absent[..]].concat();
        let answer = kengen(&arguments);
        assert_eq!(answer.exit, Exit::Success, "{}", answer.stderr);
        insta::assert_snapshot!(format!("acting-outcomes.{language}"), answer.stdout);
        let json = kengen(&[&arguments[..], &["--format", "json"]].concat()).json();
        let outcomes: Vec<&str> =
            json["results"].as_array().unwrap().iter().map(|result| result["outcome"].as_str().unwrap()).collect();
        assert_eq!(outcomes, ["nobody", "undecidable", "criterion", "nobody"]);
    }
}

#[test]
fn help_in_both_languages() {
    let commands = [
        "",
        "compile",
        "load",
        "chain",
        "acting",
        "drill",
        "resilience",
        "conflicts",
        "why-not",
        "owner",
        "check",
        "explain-clause",
        "diagram",
        "query",
        "data-sets",
    ];
    for language in ["ja", "en"] {
        let mut pages = String::new();
        for command in commands {
            let arguments: Vec<&str> =
                [command, "--help", "--lang", language].into_iter().filter(|argument| !argument.is_empty()).collect();
            let answer = kengen(&arguments);
            assert_eq!(answer.exit, Exit::Success);
            for line in answer.stdout.lines() {
                assert!(width(line) <= LINE_WIDTH, "{command}: {} columns: {line}", width(line));
            }
            pages.push_str(&format!("$ kengen {}\n{}\n", arguments.join(" "), answer.stdout));
        }
        insta::assert_snapshot!(format!("help.{language}"), pages);
    }
}

#[test]
fn an_ambiguous_name_lists_its_candidates() {
    for language in ["ja", "en"] {
        let answer = kengen(&["show", JLIS, "企画部", "--lang", language]);
        assert_eq!((answer.exit, answer.stdout.as_str()), (Exit::Name, ""));
        insta::assert_snapshot!(format!("ambiguous.{language}"), answer.stderr);
    }
}

#[test]
fn a_name_that_means_nothing_suggests() {
    let answer = kengen(&["chain", JLIS, "総務課調"]);
    assert_eq!(answer.exit, Exit::Name);
    assert!(answer.stderr.contains("機構/事務局/管理部/総務課#課長"), "{}", answer.stderr);
    let answer = kengen(&["chain", JLIS, "事務局"]);
    assert!(answer.stderr.contains("its head is `事務局長`"), "{}", answer.stderr);
}

#[test]
fn the_answers_of_the_issue_as_json() {
    let chain = kengen(&["chain", JLIS, "総務課長", "--format", "json"]).json();
    let above = ["機構/事務局#事務局長", "機構/事務局/管理部#部長", "機構/事務局/管理部/総務課#課長"];
    let expected: Vec<Vec<&str>> =
        ["機構#理事長", "機構#副理事長", "機構#理事"].map(|top| [&[top], &above[..]].concat()).to_vec();
    assert_eq!(chain["chains"], serde_json::json!(expected));

    let acting = kengen(&["acting", JLIS, "--absent", "経営戦略部長", "--format", "json"]).json();
    assert_eq!(acting["results"][0]["outcome"], "post");
    assert_eq!(acting["results"][0]["acting"], serde_json::json!(["機構/事務局/経営戦略部#次長"]));

    let owner = kengen(&["owner", JLIS, "公印", "--format", "json"]).json();
    let duties: Vec<&str> = owner["hits"].as_array().unwrap().iter().map(|hit| hit["duty"].as_str().unwrap()).collect();
    assert_eq!(duties, ["機構/事務局/管理部/総務課(11)", "機構/事務局/管理部(2)"]);

    let coverage = kengen(&["coverage", JLIS, "--format", "json"]).json();
    let number = |key: &str| coverage["sentences"][key].as_u64().unwrap();
    assert_eq!(number("compiled") + number("no_content") + number("not_understood"), number("total"));
    assert_eq!(coverage["not_understood"].as_array().unwrap().len() as u64, number("not_understood"));
}

#[test]
fn compile_gives_the_published_graph() {
    let published = std::fs::read_to_string("graph-data/jlis/graph.json").unwrap();
    assert_eq!(kengen(&["compile", JLIS, "--format", "json"]).stdout, published);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("graph.json");
    let answer = kengen(&["compile", JLIS, "-o", file.to_str().unwrap(), "--format", "json"]);
    assert_eq!((answer.exit, answer.stdout.as_str()), (Exit::Success, ""));
    assert_eq!(std::fs::read_to_string(file).unwrap(), published);
}

#[test]
fn check_fails_from_the_severity_asked_for() {
    assert_eq!(kengen(&["check", JLIS]).exit, Exit::Findings);
    assert_eq!(kengen(&["check", JLIS, "--fail-on", "never"]).exit, Exit::Success);
    // What is shown does not change what fails.
    assert_eq!(kengen(&["check", JLIS, "--code", "unit-without-duties"]).exit, Exit::Findings);
    let only = kengen(&["check", JLIS, "--severity", "error", "--format", "json"]).json();
    assert_eq!(only["counts"], serde_json::json!({ "error": 1, "warning": 0, "note": 0 }));
    assert_eq!(only["findings"][0]["code"], "unknown-name");
    for key in ["severity", "message", "clauses", "subjects"] {
        assert!(!only["findings"][0][key].is_null(), "{key}");
    }
}

#[test]
fn every_finding_is_explained() {
    for rule in &kengen::findings::RULES {
        for language in ["ja", "en"] {
            let answer = kengen(&["explain", rule.code, "--lang", language]);
            assert_eq!(answer.exit, Exit::Success);
            assert!(answer.stdout.contains(rule.code) && answer.stdout.lines().count() > 10, "{}", answer.stdout);
        }
    }
    assert_eq!(kengen(&["explain", "no-such-code"]).exit, Exit::Name);
}

#[test]
fn completions_know_every_command() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = kengen(&["completions", shell, "--lang", "ja"]).stdout;
        for command in ["compile", "data-sets", "acting", "--absent", "--lang"] {
            assert!(script.contains(command.trim_start_matches('-')), "{shell} lacks {command}");
        }
    }
}
