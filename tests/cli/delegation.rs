//! What the commands on delegation answer about the J-LIS regulation and the invented city 緑川市, in both languages.

use kengen::cli::Exit;
use kengen::render::text::wrap::{LINE_WIDTH, width};

use crate::{JLIS, kengen};

/// The instruments of the invented city.
const CITY: [&str; 4] = ["-r", "graph-data/midori/regulation.txt", "-r", "graph-data/midori/delegation.txt"];

/// Each question: a name, and its arguments; what starts with `city-` is asked of the invented city.
const QUESTIONS: &[(&str, &[&str])] = &[
    ("acting-head-of-office", &["acting", "--absent", "事務局長"]),
    ("acting-all-officers", &["acting", "--absent", "理事長", "--absent", "副理事長", "--absent", "理事"]),
    ("drill", &["drill"]),
    ("resilience", &["resilience"]),
    ("resilience-unit", &["resilience", "管理部", "--optional-unfilled"]),
    ("city-drill", &["drill", "まちづくり部", "会計課", "--condition", "away"]),
    ("city-resilience", &["resilience"]),
    ("acting-one-officer", &["acting", "--absent", "理事長"]),
    ("city-acting-ordered", &["acting", "--absent", "総務課長", "--unfilled", "総務課の課長補佐"]),
    ("city-acting-joint", &["acting", "--absent", "市長", "--absent", "副市長"]),
    ("city-acting-designated", &["acting", "--absent", "総務部長", "--absent", "総務部の次長"]),
    ("city-acting-criterion", &["acting", "--absent", "上郷支所長"]),
    ("city-acting-decides", &["acting", "--absent", "市長=不在"]),
];

#[test]
fn answers_on_delegation_in_both_languages() {
    for (name, question) in QUESTIONS {
        let source: &[&str] = if name.starts_with("city-") { &CITY } else { &["-r", JLIS] };
        for language in ["ja", "en"] {
            let all = [&["--lang", language], *question, source].concat();
            let answer = kengen(&all);
            assert_eq!((answer.exit, answer.stderr.as_str()), (Exit::Success, ""), "{all:?}");
            for line in answer.stdout.lines() {
                assert!(width(line) <= LINE_WIDTH, "{name}: {} columns: {line}", width(line));
            }
            insta::assert_snapshot!(format!("{name}.{language}"), answer.stdout);
        }
    }
}

#[test]
fn a_scenario_from_a_file_is_the_one_from_arguments() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("storm.toml");
    let file = file.to_str().unwrap();
    let acting = |arguments: &[&str]| kengen(&[&["acting"], arguments, &CITY].concat());
    std::fs::write(
        file,
        "title = '台風'\n[[absent]]\npost = '市長'\ncondition = '欠けた'\n[[absent]]\npost = '副市長'\n",
    )
    .unwrap();
    let from_file = acting(&["--scenario", file]);
    assert_eq!(from_file.exit, Exit::Success, "{}", from_file.stderr);
    assert_eq!(from_file.stdout, acting(&["--absent", "市長=vacant", "--absent", "副市長"]).stdout);

    for (text, exit, says) in [
        ("[[absent]]\npost = '市長'\ncondition = '欠勤'\n", Exit::Input, "`欠勤` is no"),
        ("[[absent]]\npost = '市長さん'\n", Exit::Name, "市長さん"),
        ("title = '平日'\n", Exit::Usage, "calls nobody absent"),
    ] {
        std::fs::write(file, text).unwrap();
        let answer = acting(&["--scenario", file]);
        assert_eq!(answer.exit, exit, "{}", answer.stderr);
        assert!(answer.stderr.contains(says), "{}", answer.stderr);
    }
    assert_eq!(acting(&[]).exit, Exit::Usage);
}
