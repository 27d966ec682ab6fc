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
    ("why-not-acting-others-named", &["why-not", "acting", "経営戦略部長", "管理部長"]),
    ("why-not-acting-condition", &["why-not", "acting", "経営戦略部長", "経営戦略部の次長", "--condition", "vacant"]),
    ("why-not-acting-nobody", &["why-not", "acting", "事務局長"]),
    ("why-not-acting-holds", &["why-not", "acting", "経営戦略部長", "経営戦略部の次長"]),
    ("why-not-commands", &["why-not", "commands", "管理部長", "経営戦略部の次長"]),
    ("why-not-commands-reverse", &["why-not", "commands", "総務課長", "管理部長"]),
    ("why-not-commands-holds", &["why-not", "commands", "事務局長", "総務課長"]),
    ("city-why-not-acting-order", &["why-not", "acting", "市長", "総務部長"]),
    ("conflicts", &["conflicts"]),
    ("city-conflicts", &["conflicts"]),
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

/// Who holds which post in the invented city; people are invented too.
const PEOPLE: &str = "氏名,職,から,まで,種別
緑山一郎,総務部長,2026-04-01,,本務
緑山一郎,総務課長,2026-04-01,,事務取扱
川上花子,総務部の次長,2026-04-01,2026-12-31,本務
谷川次郎,総務課の課長補佐,2026-04-01,,本務
";

#[test]
fn an_absent_person_empties_every_post() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("people.csv");
    let file = file.to_str().unwrap();
    std::fs::write(file, PEOPLE).unwrap();
    let acting = |arguments: &[&str]| kengen(&[&["acting", "--occupancy", file], arguments, &CITY].concat());
    for language in ["ja", "en"] {
        let answer = acting(&["--absent-person", "緑山一郎", "--as-of", "2026-06-01", "--lang", language]);
        assert_eq!((answer.exit, answer.stderr.as_str()), (Exit::Success, ""));
        for line in answer.stdout.lines() {
            assert!(width(line) <= LINE_WIDTH, "{} columns: {line}", width(line));
        }
        insta::assert_snapshot!(format!("acting-person.{language}"), answer.stdout);
    }
    let json = acting(&["--absent-person", "緑山一郎", "--as-of", "2026-06-01", "--format", "json"]).json();
    assert_eq!(json["results"].as_array().unwrap().len(), 2);
    let schema = std::fs::read_to_string("graph-data/schemas/acting.schema.json").unwrap();
    let validator = jsonschema::validator_for(&serde_json::from_str(&schema).unwrap()).unwrap();
    assert!(validator.is_valid(&json));
    // After the deputy has gone, the file names nobody.
    let later = acting(&["--absent", "総務部長", "--as-of", "2027-01-01"]);
    assert!(later.stdout.contains("総務部の次長: nobody in the file"), "{}", later.stdout);
    let before = acting(&["--absent-person", "緑山一郎", "--as-of", "2026-03-31"]);
    assert!(before.stdout.contains("holds no post on 2026-03-31"), "{}", before.stdout);
    // A deputy who is the absent person cannot act.
    std::fs::write(file, format!("{PEOPLE}緑山一郎,総務課の主幹,2026-04-01,,兼務\n")).unwrap();
    let same = acting(&["--absent", "総務課長", "--unfilled", "総務課の課長補佐", "--as-of", "2026-06-01"]);
    assert!(same.stdout.contains("is held by 緑山一郎"), "{}", same.stdout);

    assert_eq!(acting(&["--absent-person", "緑山二郎"]).exit, Exit::Name);
    assert_eq!(kengen(&[&["acting", "--absent-person", "緑山一郎"], &CITY[..]].concat()).exit, Exit::Usage);
}

#[test]
fn mistakes_of_an_occupancy_file_are_told_by_their_cells() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("people.csv");
    let file = file.to_str().unwrap();
    let text = "氏名,職,から,まで,種別\n緑山一郎,総務部調,,,\n,総務課長,,,\n川上花子,総務課の主任,2026-02-30,,\n\
                谷川次郎,税務課長,2026-04-02,2026-04-01,出向\n川上花子,総務課長,,,\n谷川次郎,総務課長,,,\n";
    std::fs::write(file, text).unwrap();
    for language in ["ja", "en"] {
        let all = [&["acting", "--absent", "市長", "--occupancy", file, "--lang", language], &CITY[..]].concat();
        let answer = kengen(&all);
        assert_eq!((answer.exit, answer.stdout.as_str()), (Exit::Input, ""));
        insta::assert_snapshot!(format!("occupancy-mistakes.{language}"), answer.stderr.replace(file, "people.csv"));
    }
}
