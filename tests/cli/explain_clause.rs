//! `kengen explain-clause`: what was read of a clause, in both languages and as JSON.

use std::fs;

use kengen::cli::Exit;
use kengen::render::text::wrap::{LINE_WIDTH, width};

use crate::{JLIS, kengen};

/// An invented body in plain sentences.
const REGULATION: &str = "甲市組織規則\n
第1条 甲市に総務部を置く。
第2条 総務部に次の課を置く。
(1) 庶務課
(2) 経理課
第3条 総務部に総務部長を置く。
2 総務部長は、総務部の事務を統括し、所属職員を指揮監督する。
3 総務部長は、夜間の当番をゆらゆらとする。
4 総務部長は、総務部の事務を統括し、風車くるくる。
附 則
この規則は、昭和五十年四月一日から施行する。
";

/// A folder with the regulation in it, and the path of the file.
fn regulation() -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("regulation.txt");
    fs::write(&file, REGULATION).unwrap();
    let file = file.to_str().unwrap().to_owned();
    (folder, file)
}

#[test]
fn clauses_are_explained_in_both_languages() {
    let (_folder, file) = regulation();
    for language in ["ja", "en"] {
        let mut answers = String::new();
        for clause in ["第1条", "第2条", "第2条第2号", "第三条第二項", "3条3項", "3条4項"] {
            let answer = kengen(&["explain-clause", clause, "-r", &file, "--lang", language]);
            assert_eq!((answer.exit, answer.stderr.as_str()), (Exit::Success, ""));
            for line in answer.stdout.lines() {
                assert!(width(line) <= LINE_WIDTH, "{clause}: {} columns: {line}", width(line));
            }
            answers.push_str(&format!("$ kengen explain-clause {clause}\n{}\n", answer.stdout));
        }
        insta::assert_snapshot!(format!("explain-clause.{language}"), answers);
    }
}

#[test]
fn the_json_says_where_each_word_went() {
    let (_folder, file) = regulation();
    let answer = kengen(&["explain-clause", "第2条(1)", &file, "--format", "json"]);
    assert_eq!((answer.exit, answer.stderr.as_str()), (Exit::Success, ""));
    insta::assert_snapshot!("explain-clause.json", answer.stdout);
    for clause in ["第1条", "第2条", "第3条", "附則"] {
        let answer = kengen(&["explain-clause", clause, &file, "--format", "json"]).json();
        for sentence in answer["sentences"].as_array().unwrap() {
            let words = sentence["normalised"].as_str().unwrap();
            let runs = sentence["account"].as_array().unwrap();
            let joined: String = runs.iter().map(|run| run["words"].as_str().unwrap()).collect();
            assert_eq!(joined, words, "the account is the whole sentence");
            for token in sentence["tokens"].as_array().unwrap() {
                let (start, end) = (token["start"].as_u64().unwrap() as usize, token["end"].as_u64().unwrap() as usize);
                assert_eq!(&words[start..end], token["words"].as_str().unwrap());
            }
        }
    }
}

#[test]
fn every_clause_of_a_regulation_has_an_explanation() {
    let coverage = kengen(&["coverage", JLIS, "--format", "json"]).json();
    let clauses = coverage["articles"].as_array().unwrap().iter().flat_map(|one| one["sentences"].as_array().unwrap());
    let mut clauses: Vec<&str> = clauses.map(|sentence| sentence["clause"].as_str().unwrap()).collect();
    clauses.dedup();
    for clause in clauses.iter().step_by(23) {
        let answer = kengen(&["explain-clause", clause, "-r", JLIS]);
        assert_eq!(answer.exit, Exit::Success, "{clause}: {}", answer.stderr);
        assert!(answer.stdout.lines().all(|line| width(line) <= LINE_WIDTH), "{clause}: {}", answer.stdout);
    }
}

#[test]
fn an_unknown_clause_has_suggestions() {
    let (_folder, file) = regulation();
    for (language, hint) in [("ja", "近い名前"), ("en", "Similar")] {
        let answer = kengen(&["explain-clause", "第3条第9項", "-r", &file, "--lang", language]);
        assert_eq!((answer.exit, answer.stdout.as_str()), (Exit::Name, ""));
        assert!(answer.stderr.contains(hint) && answer.stderr.contains("- 第3条第2項"), "{}", answer.stderr);
    }
}

#[test]
fn a_data_set_does_not_hold_the_text() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("k.db").to_str().unwrap().to_owned();
    assert_eq!(kengen(&["load", JLIS, "--db", &database]).exit, Exit::Success);
    for arguments in [&["explain-clause", "第1条", "--db", &database][..], &["explain-clause", "第1条"]] {
        let answer = kengen(arguments);
        assert_eq!((answer.exit, answer.stdout.as_str()), (Exit::Input, ""));
        assert!(answer.stderr.contains("file") && answer.stderr.contains("第1条 -r"), "{}", answer.stderr);
    }
}
